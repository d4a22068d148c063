import type {
  ComparedSide,
  PolicyComparison,
  PolicyOutcome,
} from "@jointfund/projection/policy/comparison.ts";
import { PART_IDS } from "@jointfund/projection/policy/part.ts";
import { filled, filledWith } from "../cli/invocation.ts";
import type { Text } from "../languages/language.ts";
import {
  FUND_UNDER,
  PART_NAMES,
  POLICY_LABELS,
  POLICY_NAMES,
  STANDING_NAMES,
  USE_NAMES,
  TARIFF_ON,
} from "../languages/policy-words.ts";

/** A figure of a table, as every form of the report shows it. */
export type PolicyCell =
  | { readonly kind: "amount"; readonly value: number; readonly currency: string }
  | { readonly kind: "percent"; readonly value: number; readonly decimals: number }
  | { readonly kind: "text"; readonly text: Text };

export type PolicyTable = {
  readonly id: string;
  readonly caption: Text;
  /** What the caption says besides. */
  readonly note?: Text;
  /** Of the amounts; absent where there are none. */
  readonly currency?: string;
  readonly columns: readonly { readonly id: string; readonly heading: Text }[];
  readonly rows: readonly {
    readonly id: string;
    readonly label: Text;
    readonly cells: readonly PolicyCell[];
  }[];
};

const plain = (text: string): Text => ({ en: text, ja: text });

/** What a policy is called: a tariff by what it is on and under which regime. */
export function policyLabel(
  { policy, regime, base }: Pick<PolicyOutcome, "policy" | "regime" | "base">,
  { regimes, bases }: PolicyComparison,
): Text {
  if (policy !== "tariff" && regime === undefined) return POLICY_NAMES[policy];
  const nameOf = (all: PolicyComparison["bases"], id = ""): Text =>
    all.find((each) => each.id === id)?.name ?? plain(id);
  if (policy !== "tariff") return filledWith(FUND_UNDER, nameOf(regimes, regime));
  return filledWith(TARIFF_ON, nameOf(bases, base), nameOf(regimes, regime));
}

const idOf = ({ policy, regime, base }: PolicyOutcome): string =>
  [policy, base, regime].filter((part) => part !== undefined).join("-");

/** The fiscal year of the host with which a comparison ends. */
export function lastYearOf({ sides }: PolicyComparison): number {
  const years = sides[0]?.policies[0]?.years ?? [];
  return years.at(-1)?.year ?? 0;
}

/** Three present values of every policy, with what may go wrong, and what comes later (PO24). */
export function presentValueTable(comparison: PolicyComparison, side: ComparedSide): PolicyTable {
  const { currency } = side;
  const hasLater = side.policies.some(({ presentValue }) => presentValue.later !== undefined);
  const last = lastYearOf(comparison);
  const amount = (value: number): PolicyCell => ({ kind: "amount", value, currency });
  return {
    id: `${side.id}-present-value`,
    caption: POLICY_LABELS.presentValues,
    note: POLICY_LABELS.presentNote,
    currency,
    columns: [
      { id: "cash", heading: POLICY_LABELS.cash },
      { id: "fair", heading: POLICY_LABELS.fair },
      { id: "treasury", heading: POLICY_LABELS.treasuryRate },
      { id: "p5", heading: POLICY_LABELS.p5 },
      { id: "p95", heading: POLICY_LABELS.p95 },
      { id: "loss", heading: POLICY_LABELS.loss },
      { id: "swing", heading: POLICY_LABELS.swing },
      ...(hasLater ? [{ id: "later", heading: filled(POLICY_LABELS.after, last) }] : []),
    ],
    rows: side.policies.map((outcome) => {
      const { cash, treasury, fair, later } = outcome.presentValue;
      const after: PolicyCell =
        later === undefined
          ? { kind: "text", text: POLICY_LABELS.none }
          : amount(later.treasury.mean);
      return {
        ...{ id: idOf(outcome), label: policyLabel(outcome, comparison) },
        cells: [
          ...[amount(cash.mean), amount(fair.value)],
          ...[amount(treasury.mean), amount(treasury.p5), amount(treasury.p95)],
          { kind: "percent", value: outcome.chanceOfLoss, decimals: 0 },
          amount(outcome.swing),
          ...(hasLater ? [after] : []),
        ],
      };
    }),
  };
}

/** The years that a table has room for: the first, and then evenly to the last. */
export function shownYears(years: number, most = 5): readonly number[] {
  if (years <= most) return Array.from({ length: years }, (_each, year) => year);
  return Array.from({ length: most }, (_each, at) => Math.round((at * (years - 1)) / (most - 1)));
}

/** Tariffs of years are shown on the imports that are compared, where there is any. */
function isShown({ compare }: PolicyComparison, { policy, base, years }: PolicyOutcome): boolean {
  if (policy !== "tariff") return true;
  return base === compare && years.some(({ revenue }) => revenue.mean !== 0);
}

/** Net revenue of every policy in each of some fiscal years, and how far it goes. */
export function revenueTable(
  comparison: PolicyComparison,
  side: ComparedSide,
  years: readonly number[],
): PolicyTable {
  const { currency } = side;
  return {
    id: `${side.id}-revenue`,
    caption: POLICY_LABELS.revenueByYear,
    note: POLICY_LABELS.revenueNote,
    currency,
    columns: years.map((at) => {
      const year = side.firstYear + at;
      return { id: `FY${year}`, heading: { en: `FY${year}`, ja: `${year}年度` } };
    }),
    rows: side.policies
      .filter((each) => isShown(comparison, each))
      .flatMap((outcome) => {
        const net = years.map((at) => outcome.years[at]!.net);
        const label = policyLabel(outcome, comparison);
        const id = idOf(outcome);
        const row = (at: "mean" | "p5" | "p95"): readonly PolicyCell[] =>
          net.map((spread): PolicyCell => ({ kind: "amount", value: spread[at], currency }));
        const rows = [{ id, label, cells: row("mean") }];
        if (net.every(({ p5, p95 }) => p5 === p95)) return rows;
        return [
          ...rows,
          { id: `${id}-p5`, label: POLICY_LABELS.below5, cells: row("p5") },
          { id: `${id}-p95`, label: POLICY_LABELS.below95, cells: row("p95") },
        ];
      }),
  };
}

/** What the revenue of policies with several parts is made of, on average. */
export function partsTable(
  comparison: PolicyComparison,
  side: ComparedSide,
  years: readonly number[],
): PolicyTable {
  const { currency } = side;
  return {
    id: `${side.id}-parts`,
    caption: POLICY_LABELS.parts,
    currency,
    columns: revenueTable(comparison, side, years).columns,
    rows: side.policies.flatMap((outcome) => {
      const parts = PART_IDS.filter((id) => Object.hasOwn(outcome.years[0]?.parts ?? {}, id));
      if (parts.length < 2 || outcome.regime !== undefined) return [];
      return parts.map((id) => ({
        id: `${idOf(outcome)}-${id}`,
        label: filledWith(POLICY_LABELS.partOf, policyLabel(outcome, comparison), PART_NAMES[id]),
        cells: years.map((at): PolicyCell => ({
          ...{ kind: "amount", value: outcome.years[at]!.parts[id] ?? 0, currency },
        })),
      }));
    }),
  };
}

/** In how many futures a policy's revenue is below that of a tariff, by year. */
export function chanceTable(
  comparison: PolicyComparison,
  side: ComparedSide,
  of: { readonly years: readonly number[]; readonly regime: string; readonly base: string },
): PolicyTable {
  const { years, regime, base } = of;
  const name = (all: PolicyComparison["bases"], id: string): Text =>
    all.find((each) => each.id === id)?.name ?? plain(id);
  const [on, under] = [name(comparison.bases, base), name(comparison.regimes, regime)];
  return {
    id: `${side.id}-below-${base}-${regime}`,
    caption: filledWith(POLICY_LABELS.belowTariff, on, under),
    columns: revenueTable(comparison, side, years).columns,
    rows: side.policies.flatMap((outcome) => {
      const found = outcome.belowTariff?.find(
        (each) => each.regime === regime && each.base === base,
      );
      if (found === undefined) return [];
      const cells = years.map((at): PolicyCell => ({
        ...{ kind: "percent", value: found.net[at]!, decimals: 0 },
      }));
      return [{ id: idOf(outcome), label: policyLabel(outcome, comparison), cells }];
    }),
  };
}

/** What both stakes are worth at fair value, and where that comes from (PO25). */
export function fairStakesTable(comparison: PolicyComparison): PolicyTable | undefined {
  const { fairStakes, sides, currency } = comparison;
  if (fairStakes === undefined) return undefined;
  const names = fairStakes.sides.map(
    ({ id }): Text => sides.find((side) => side.id === id)?.name ?? plain(id),
  );
  const parts = ["charter", "costs", "stake"] as const;
  const headings = {
    ...{ charter: POLICY_LABELS.ofCharter, costs: POLICY_LABELS.ofCosts },
    stake: POLICY_LABELS.ofStake,
  };
  const row = (
    id: string,
    label: Text,
    of: typeof fairStakes.sum,
  ): PolicyTable["rows"][number] => ({
    ...{ id, label },
    cells: parts.flatMap((part): PolicyCell[] => [
      { kind: "amount", value: of[part].value, currency },
      { kind: "amount", value: of[part].standardError, currency },
    ]),
  });
  return {
    id: "fair-stakes",
    caption: POLICY_LABELS.fairStakes,
    note: POLICY_LABELS.fairStakesNote,
    currency,
    columns: parts.flatMap((part) => [
      { id: part, heading: headings[part] },
      { id: `${part}-error`, heading: POLICY_LABELS.error },
    ]),
    rows: [
      ...fairStakes.sides.map((side, at) => row(side.id, names[at]!, side)),
      row("sum", POLICY_LABELS.together, fairStakes.sum),
      row("difference", filledWith(POLICY_LABELS.more, ...names), fairStakes.difference),
    ],
  };
}

/** Every figure with its range, how it stands, and where it comes from. */
export function assumptionsTable({ assumptions, sources }: PolicyComparison): PolicyTable {
  const figure = (value: number): PolicyCell => ({ kind: "text", text: plain(String(value)) });
  return {
    id: "assumptions",
    caption: POLICY_LABELS.assumptions,
    columns: (["value", "low", "high", "standing", "use", "date", "source"] as const).map((id) => ({
      ...{ id, heading: POLICY_LABELS[id] },
    })),
    rows: assumptions.map(({ path, value, low, high, source, date, standing, use }) => ({
      ...{ id: path, label: plain(path) },
      cells: [
        ...[figure(value), figure(low), figure(high)],
        { kind: "text", text: STANDING_NAMES[standing] },
        { kind: "text", text: USE_NAMES[use] },
        { kind: "text", text: plain(date) },
        { kind: "text", text: sources[source] ?? plain(source) },
      ],
    })),
  };
}

/**
 * The tariff that others are held against first: the base that is compared, in the first regime
 * above 0.
 */
export function mainTariff({ compare, sides }: PolicyComparison): {
  readonly base: string;
  readonly regime: string;
} {
  const [host] = sides;
  const tariff = host?.policies.find(
    (each) => each.policy === "tariff" && each.base === compare && each.presentValue.cash.mean > 0,
  );
  return { base: compare, regime: tariff?.regime ?? "" };
}
