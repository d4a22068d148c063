import { geoPath } from "d3-geo";
import type { ReactNode } from "react";
import { feature } from "topojson-client";
import atlas from "us-atlas/states-albers-10m.json";
import { DataTable } from "../../../elements/data-table.tsx";
import { PageLink } from "../../../elements/page-link.tsx";
import { drawn, shortMoney } from "../../../format/money.ts";
import { useLanguage, useText } from "../../../language/language-context.tsx";
import { FairValueSum } from "./investment-figure.tsx";
import { fairValueOf, heldByState, type Investment } from "./places.ts";
import { US_STATES } from "./us-states.ts";
import { words } from "./words.ts";

type Atlas = Parameters<typeof feature>[0];

/** The shapes of the states, on a projection that has Alaska and Hawaii beside the others. */
const topology = atlas as unknown as Atlas;
const shapes = feature(topology, topology.objects["states"]!);
const STATES = shapes.type === "FeatureCollection" ? shapes.features : [shapes];
const pathOf = geoPath();

/** How strongly a state is coloured, from none to all: by the root, so that small ones show. */
const strengthOf = (value: number, most: number): number =>
  value <= 0 ? 0 : 0.25 + 0.75 * Math.sqrt(value / most);

const colourOf = (strength: number): string =>
  `color-mix(in oklab, var(--series-1) ${Math.round(strength * 100)}%, var(--surface-2))`;

/** The states of the United States, each coloured by what the fund owns there. */
export function StateMap({
  investments,
  currency,
}: {
  readonly investments: readonly Investment[];
  readonly currency: string;
}): ReactNode {
  const t = useText();
  const { language } = useLanguage();
  const byState = heldByState(investments);
  const values = new Map(
    [...byState].map(([code, held]) => [US_STATES.get(code)?.fips ?? "", fairValueOf(held)]),
  );
  const onMap = [...byState].filter(([code]) => code !== "");
  const most = Math.max(1, ...onMap.map(([, held]) => drawn(fairValueOf(held), currency)));
  const nameOf = new Map([...US_STATES.values()].map((state) => [state.fips, state]));
  return (
    <figure className="chart">
      <figcaption>{t(words.mapTitle)}</figcaption>
      <svg className="state-map" viewBox="0 0 975 610" role="img" aria-label={t(words.mapTitle)}>
        {STATES.map((state) => {
          const fips = String(state.id);
          const value = values.get(fips) ?? 0n;
          const strength = strengthOf(drawn(value, currency), most);
          const name = t(nameOf.get(fips) ?? { en: fips, ja: fips });
          return (
            <path key={fips} d={pathOf(state) ?? ""} className="state" fill={colourOf(strength)}>
              <title>
                {value === 0n ? name : `${name}: ${shortMoney(value, currency, language)}`}
              </title>
            </path>
          );
        })}
        {onMap.map(([code]) => (
          <StateLabel key={code} code={code} />
        ))}
      </svg>
      <StateTable byState={onMap} currency={currency} />
    </figure>
  );
}

/** The state by its two letters: its name and amount stand in the table. */
function StateLabel({ code }: { readonly code: string }): ReactNode {
  const state = STATES.find(({ id }) => String(id) === US_STATES.get(code)?.fips);
  if (state === undefined) return null;
  const [x, y] = pathOf.centroid(state);
  return (
    <text className="state-label" x={x} y={y} dy="0.35em" textAnchor="middle" aria-hidden="true">
      {code.slice(3)}
    </text>
  );
}

function StateTable({
  byState,
  currency,
}: {
  readonly byState: readonly (readonly [code: string, held: readonly Investment[]])[];
  readonly currency: string;
}): ReactNode {
  const t = useText();
  return (
    <DataTable
      caption={words.mapTitle}
      keepsShape
      rows={byState.toSorted(([, a], [, b]) => (fairValueOf(a) < fairValueOf(b) ? 1 : -1))}
      keyOf={([code]) => code}
      columns={[
        {
          id: "state",
          title: words.state,
          isHead: true,
          cell: ([code]) => t(US_STATES.get(code) ?? { en: code, ja: code }),
        },
        {
          id: "held",
          title: words.investment,
          cell: ([, held]) =>
            held.map(({ id, name }) => (
              <div key={id}>
                <PageLink to={`/investments/${id}`}>{t(name)}</PageLink>
              </div>
            )),
        },
        {
          id: "value",
          title: words.fairValue,
          isNumber: true,
          cell: ([, held]) => <FairValueSum of={held} currency={currency} />,
        },
      ]}
    />
  );
}
