import { Schema, type Infer } from "@jointfund/core/base/schema.ts";
import type { Statement } from "@jointfund/core/governance/statement.ts";
import type { ActRecord } from "@jointfund/core/governance/state.ts";
import { figuresOfJudged } from "@jointfund/core/fund/decide-act.ts";
import type { Effects } from "@jointfund/core/fund/effects.ts";
import { effectsAhead, recordWith } from "@jointfund/core/fund/tentative.ts";
import { PAYMENT_PURPOSES } from "@jointfund/core/ledger/payment.ts";
import { compareAct } from "@jointfund/core/statements/act-comparison.ts";
import { journalOf, journalSchema } from "../journal-schema.ts";
import { refusalOf, refusalSchema } from "../refusal-schema.ts";
import { currency, date, minor, numberedId, string } from "../wire-schemas.ts";
import { comparisonSchema, wireComparison } from "./comparison-schema.ts";
import type { Present } from "./present.ts";

const { array, boolean, object, oneOf, optional } = Schema;

const paymentSchema = object({
  id: numberedId,
  vehicle: string(),
  payee: string(),
  purpose: oneOf(PAYMENT_PURPOSES),
  currency,
  minor,
});

/** What an act would do to the fund if it took effect: on which day, or why it would be refused. */
export const effectsSchema = Schema.lazy("EffectsAhead", () =>
  object({
    on: date,
    isToday: boolean({
      description: "Otherwise: on its effective date, as the books stand now.",
    }),
    refused: optional(refusalSchema),
    lapses: optional(boolean({ description: "Its effects leave its bounds: it would lapse." })),
    postings: array(journalSchema),
    payments: array(paymentSchema, { description: "Payments that it instructs." }),
    comparison: optional(comparisonSchema),
  }),
);

type WireEffects = Infer<typeof effectsSchema>;

function listed(effects: Effects, entry: number): Pick<WireEffects, "postings" | "payments"> {
  return {
    postings: effects.flatMap((event) =>
      event.kind === "posted" ? [journalOf({ entry, journal: event.entry })] : [],
    ),
    payments: effects.flatMap((event) => {
      if (event.kind !== "paymentInstructed") return [];
      const { id, vehicle, payee, purpose, currency: code, minor: amount } = event.payment;
      return [{ id, vehicle, payee, purpose, currency: code, minor: amount }];
    }),
  };
}

type Change = {
  readonly statement: Statement;
  readonly effects: Effects;
  readonly act: ActRecord["act"];
  readonly on: WireEffects["on"];
};

/** Effects with every value that they would change, before and after. */
export function effectsCompared(
  { view, context }: Present,
  { statement, effects, act, on }: Change,
): WireEffects {
  const state = { ...view.state, today: on };
  const before = { state, chronicle: view.chronicle };
  const after = recordWith(before, statement, effects, context);
  const figures = figuresOfJudged(state, act, context);
  const compared = compareAct(before, after, effects, figures.ok ? figures.value : undefined);
  return {
    ...{ on, isToday: on === view.state.today, ...listed(effects, context.index) },
    comparison: wireComparison(view.state, compared),
  };
}

/** What an open decision would do if it were approved and executed. */
export function effectsOfDecision(
  present: Present,
  record: ActRecord,
  officer: string,
): WireEffects {
  const { view, context } = present;
  const { effects, on } = effectsAhead(view.state, record, context);
  const isToday = on === view.state.today;
  if (!effects.ok) {
    const refused = refusalOf(effects.error, view.state.charter);
    return { on, isToday, refused, postings: [], payments: [] };
  }
  const [first] = effects.value;
  if (first?.kind === "actEnded") {
    return { on, isToday, lapses: true, postings: [], payments: [] };
  }
  const fund = view.state.charter.id;
  const statement = { kind: "execution", fund, actId: record.id, officer } as const;
  return effectsCompared(present, { statement, effects: effects.value, act: record.act, on });
}
