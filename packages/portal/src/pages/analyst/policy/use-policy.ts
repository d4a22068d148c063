import { keepPreviousData, skipToken, useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { send } from "../../../api/send.ts";
import { type Answer, keyOf, read } from "../../../api/use-api.ts";
import { useChoice } from "../../../app/place.ts";
import type { Option } from "../../../elements/choice-field.tsx";
import type { Text } from "../../../language/text.ts";
import type { Moved } from "./moved-figures.ts";

const PATH = "/api/v1/policies/{id}/comparison";

export type Compared = Answer<typeof PATH>;
export type Side = Compared["comparison"]["sides"][number];
/** A policy as one side sees it, with what it is called. */
export type Outcome = Side["policies"][number] & { readonly id: string; readonly name: Text };

/** The comparison of a policy file. It hangs on no record, so it is asked for once. */
export function useComparison(id: string): Compared {
  const asked = { path: { id }, query: {} };
  const { data } = useSuspenseQuery({
    queryKey: keyOf(PATH, asked),
    queryFn: () => read(PATH, asked),
    staleTime: "static",
  });
  return data;
}

export type MovedComparison = {
  /** The last answer, of the figures as moved or of some before. */
  readonly told: Compared | undefined;
  readonly isWaiting: boolean;
  readonly failure: unknown;
  readonly again: () => void;
};

/** The same comparison with figures moved; nothing is asked where none are. */
export function useMovedComparison(id: string, moved: Moved): MovedComparison {
  const isMoved = Object.keys(moved).length > 0;
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: [PATH, "moved", id, moved],
    // Another place of a slider calls this one off: the office stops comparing.
    queryFn: isMoved
      ? ({ signal }) => send(PATH, { figures: { ...moved } }, { signal, places: { id } })
      : skipToken,
    placeholderData: keepPreviousData,
    staleTime: "static",
    retry: false,
  });
  return {
    told: isMoved ? data : undefined,
    isWaiting: isMoved && isFetching,
    failure: isMoved ? error : null,
    again: () => void refetch(),
  };
}

/** Which side looks, at tariffs on what, under which regime; all in the address. */
export type View = {
  readonly side: Side;
  readonly base: string;
  readonly regime: string;
  /** What the side sees of the base, under all regimes. */
  readonly outcomes: readonly Outcome[];
  /** Of those, one for each policy under the regime. */
  readonly shown: readonly Outcome[];
};

const idOf = ({ policy, base, regime }: Side["policies"][number]): string =>
  [policy, base, regime].filter((part) => part !== undefined).join(" ");

/** The outcomes of a side for a base, with their names. */
function outcomesOf({ comparison, names }: Compared, side: Side, base: string): Outcome[] {
  const called = names.policies[comparison.sides.indexOf(side)] ?? [];
  return side.policies
    .map((each, at) => ({ ...each, id: idOf(each), name: called[at] ?? { en: "", ja: "" } }))
    .filter((each) => each.base === undefined || each.base === base);
}

/** One outcome for each policy: the one of the regime, where it makes a difference. */
function underRegime(outcomes: readonly Outcome[], regime: string): readonly Outcome[] {
  return outcomes.filter((each) => {
    if (each.regime !== undefined) return each.regime === regime;
    return !outcomes.some(({ policy, regime: of }) => policy === each.policy && of === regime);
  });
}

/** A side's view, of the sides of a comparison the one named or the first. */
export function viewOf(
  compared: Compared,
  { side: sideId, base: baseId, regime: regimeId }: { side: string; base: string; regime: string },
): View {
  const { sides, bases, regimes, compare } = compared.comparison;
  const side = sides.find(({ id }) => id === sideId) ?? sides[0]!;
  const base = bases.some(({ id }) => id === baseId) ? baseId : compare;
  const isKnown = regimes.some(({ id }) => id === regimeId);
  const regime = isKnown ? regimeId : mainRegime(compared, base);
  const outcomes = outcomesOf(compared, side, base);
  return { side, base, regime, outcomes, shown: underRegime(outcomes, regime) };
}

/** The first regime that brings the host anything. */
function mainRegime({ comparison: { sides, regimes } }: Compared, base: string): string {
  const tariff = sides[0]?.policies.find(
    (each) => each.policy === "tariff" && each.base === base && each.presentValue.cash.mean > 0,
  );
  return tariff?.regime ?? regimes[0]?.id ?? "";
}

/** The choices of the page and what they come to. */
export function useView(compared: Compared) {
  const [side, onSide] = useChoice("side");
  const [base, onBase] = useChoice("on");
  const [regime, onRegime] = useChoice("regime");
  const view = viewOf(compared, { side, base, regime });
  const { sides, bases, regimes } = compared.comparison;
  const options = (all: readonly { readonly id: string; readonly name: Text }[]): Option[] =>
    all.map(({ id, name }) => ({ id, name }));
  return {
    view,
    sides: { options: options(sides), value: view.side.id, onChange: onSide },
    bases: { options: options(bases), value: view.base, onChange: onBase },
    regimes: { options: options(regimes), value: view.regime, onChange: onRegime },
  };
}
