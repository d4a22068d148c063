import { useLocation, useNavigate } from "@tanstack/react-router";
import type { SliderTerms } from "../projection/slider-field.tsx";
import type { Compared } from "./use-policy.ts";
import { words } from "./words.ts";

/** Figures otherwise than in the file, by their paths, as text. */
export type Moved = { readonly [path: string]: string };

/** Which schedule the offset comes from. */
export const OFFSET = "tariff.offset.use";
const RATE_MOST = 0.5;

/** A figure as the server reads it: decimals, no exponent. */
export const figureText = (value: number): string => value.toFixed(8).replace(/\.?0+$/, "") || "0";

/** The figures that an address holds. */
export function movedIn(text: string): Moved {
  const all = text.split(",").flatMap((each): [string, string][] => {
    const [path = "", value = ""] = each.split("~");
    return path === "" || value === "" ? [] : [[path, value]];
  });
  return Object.fromEntries(all);
}

export const textOfMoved = (moved: Moved): string =>
  Object.entries(moved)
    .map(([path, value]) => `${path}~${value}`)
    .join(",");

/** Puts figures into the address, beside whatever else is there by then. */
export function useKeepMoved(): (text: string) => void {
  const navigate = useNavigate();
  const { pathname } = useLocation();
  return (text) =>
    void navigate({
      to: pathname,
      search: ({ figures: _before, ...rest }: { readonly [name: string]: unknown }) =>
        text === "" ? rest : { ...rest, figures: text },
      replace: true,
      resetScroll: false,
    });
}

const GROUPS = [
  { id: "stake", of: /^(?:fund|projects)\./ },
  { id: "credit", of: /^incentive\./ },
  { id: "tariff", of: /^(?:tariff|regimes|partner\.(?:corporateTax|exporters))/ },
  { id: "money", of: /^(?:host|partner\.treasury|exchange)\./ },
  { id: "markets", of: /^(?:alone|fairValue)\./ },
] as const;

/** Figures that are moved together, in the order of the file. */
export function groupsOf(sliders: readonly SliderTerms[]) {
  return GROUPS.map(({ id, of }) => ({
    ...{ id, title: words.groups[id] },
    sliders: sliders.filter((slider) => of.test(slider.id)),
  }));
}

/** What can be moved of a file: its parameters within their ranges, and the rates of regimes. */
export function slidersOf({ comparison, names }: Compared): readonly SliderTerms[] {
  const { assumptions, regimes } = comparison;
  const named = new Map(names.figures.map((each) => [each.path, each]));
  const parameters = assumptions.flatMap(({ path, value, low, high }): SliderTerms[] => {
    const figure = named.get(path);
    if (figure === undefined || low === high) return [];
    const { name, unit } = figure;
    const step = stepOf(low, value, high);
    return [{ ...{ id: path, name, unit, value }, least: low, most: high, step }];
  });
  const rates = regimes.flatMap(({ id, name, rate, changes }): SliderTerms[] =>
    changes || rate === 0
      ? []
      : [
          {
            ...({ id: `regimes.${id}.rate`, unit: "percent", value: rate } as const),
            name: {
              en: words.rateOf.en.replace("{0}", name.en),
              ja: words.rateOf.ja.replace("{0}", name.ja),
            },
            ...{ least: 0, most: Math.max(RATE_MOST, rate), step: 0.005 },
          },
        ],
  );
  return [...parameters, ...rates];
}

const SCALE = 1e8;
const PARTS = [1, 2, 5, 10, 20, 50, 100];
const STEPS_LEAST = 40;

/** A step that leads from the least to the file's value and to the most, in some forty steps. */
function stepOf(low: number, value: number, high: number): number {
  const [up, whole] = [Math.round((value - low) * SCALE), Math.round((high - low) * SCALE)];
  let [large, small] = [whole, up];
  while (small > 0) [large, small] = [small, large % small];
  const parts = PARTS.find((each) => (whole / large) * each >= STEPS_LEAST && large % each === 0);
  return large / (parts ?? 1) / SCALE;
}
