import { Ratio } from "@jointfund/core/base/ratio.ts";
import { Schema, type Infer } from "@jointfund/core/base/schema.ts";
import { LADDER_STEPS } from "@jointfund/core/charter/leverage-terms.ts";
import { COMPARISONS } from "@jointfund/core/expression/syntax.ts";
import type { Value } from "@jointfund/core/expression/value.ts";
import { FIGURE_WORDS } from "@jointfund/core/fund/environment-types.ts";
import type { LimitStanding } from "@jointfund/core/fund/limit-headroom.ts";
import type { FundState } from "@jointfund/core/fund/state.ts";
import { charterRatio } from "@jointfund/core/fund/terms.ts";
import { accountsOfFigure } from "@jointfund/core/statements/book-cells.ts";
import type {
  ActComparison,
  CovenantCompared,
  LimitCompared,
} from "@jointfund/core/statements/act-comparison.ts";
import { localized } from "../../languages/language.ts";
import { count, currency, minor, ratio, string, text } from "../wire-schemas.ts";
import { saidIn } from "./rule-words.ts";

const { array, boolean, nullable, object, oneOf, optional } = Schema;

const amounts = { before: minor, after: minor, settled: minor };

const covenantStanding = object({
  ratio: optional(ratio),
  step: oneOf(["clear", ...LADDER_STEPS]),
  headroom: array(object({ step: oneOf(LADDER_STEPS), fallBps: nullable(count) })),
});

const limitSide = object({
  operator: oneOf(COMPARISONS),
  texts: array(string()),
  currency: optional(currency),
  left: ratio,
  right: ratio,
  room: ratio,
});

const standing = object({ holds: optional(boolean()), comparisons: array(limitSide) });

const sideFigures = object({
  promised: minor,
  putIn: minor,
  ownsNow: minor,
  due: minor,
  microUnits: minor,
  shareOfUnits: ratio,
});

export const limitSchema = Schema.lazy("LimitStanding", () =>
  object({
    limit: string(),
    clause: string(),
    name: text,
    inWords: text,
    before: standing,
    after: standing,
  }),
);

/** Values before an act, after it, and once all is settled. */
export const comparisonSchema = Schema.lazy("Comparison", () =>
  object(
    {
      vehicles: array(
        object({
          vehicle: string(),
          name: text,
          currency,
          figures: array(
            object({
              ...{ figure: string(), label: text, ...amounts },
              accounts: array(string(), { description: "Whose postings change it." }),
            }),
          ),
          leverage: object({
            before: optional(ratio),
            after: optional(ratio),
            settled: optional(ratio),
          }),
          cash: array(object({ currency, ...amounts })),
        }),
      ),
      covenants: array(
        object({
          covenant: string(),
          clause: string(),
          name: text,
          must: oneOf(["atMost", "atLeast"]),
          incurrence: ratio,
          before: covenantStanding,
          after: covenantStanding,
          settled: covenantStanding,
        }),
      ),
      limits: array(limitSchema),
      sides: array(
        object({ party: string(), name: text, before: sideFigures, after: sideFigures }),
      ),
    },
    {
      description:
        "Each value before the act, after it, and once all that is instructed is paid and all " +
        "that is asked of lenders has come.",
    },
  ),
);

const sideRatio = (value: Value): Ratio => {
  if (value.kind === "money") return value.amount;
  if (value.kind === "ratio") return value.value;
  return value.kind === "integer" ? Ratio.make(value.value, 1n) : Ratio.zero;
};

const standingOf = ({ holds, comparisons }: LimitStanding): Infer<typeof standing> => ({
  ...(holds === undefined ? {} : { holds }),
  comparisons: comparisons.map(({ operator, texts, left, right, room }) => ({
    ...{ operator, texts: [...texts], room, left: sideRatio(left), right: sideRatio(right) },
    ...(left.kind === "money" ? { currency: left.currency } : {}),
  })),
});

export function wireLimit(state: FundState, compared: LimitCompared): Infer<typeof limitSchema> {
  const { before, after } = compared;
  const { id, clause, name, holds } = before.limit;
  return {
    ...{ limit: id, clause, name: localized(name) },
    inWords: saidIn(state.charter, (speaker) => speaker.expression(holds, "condition")),
    ...{ before: standingOf(before), after: standingOf(after) },
  };
}

function wireCovenant({ covenant, before, after, settled }: CovenantCompared) {
  const { id, clause, name, must, incurrence } = covenant;
  return {
    ...{ covenant: id, clause, name: localized(name), must },
    ...{ incurrence: charterRatio(incurrence), before, after, settled },
  };
}

const defined = <Name extends string>(name: Name, value: Ratio | undefined) =>
  (value === undefined ? {} : { [name]: value }) as { readonly [name in Name]?: Ratio };

/** A comparison as the API writes it. */
export function wireComparison(
  state: FundState,
  { vehicles, covenants, limits, sides }: ActComparison,
): Infer<typeof comparisonSchema> {
  return {
    vehicles: vehicles.map(({ vehicle, name, currency: code, figures, leverage, cash }) => ({
      ...{ vehicle, name: localized(name), currency: code, cash },
      figures: figures.map((each) => ({
        ...each,
        label: FIGURE_WORDS.get(each.figure) ?? { en: each.figure, ja: each.figure },
        accounts: [...accountsOfFigure(state.charter, each.figure)[0]],
      })),
      leverage: {
        ...defined("before", leverage.before),
        ...defined("after", leverage.after),
        ...defined("settled", leverage.settled),
      },
    })),
    covenants: covenants.map(wireCovenant),
    limits: limits.map((limit) => wireLimit(state, limit)),
    sides: sides.map(({ name, ...side }) => ({ ...side, name: localized(name) })),
  };
}
