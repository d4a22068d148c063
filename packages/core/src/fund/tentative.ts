import { ExtendedMap } from "../base/extended-map.ts";
import { goesOnFrom } from "../base/followed.ts";
import type { Result } from "../base/result.ts";
import type { LocalDate } from "../calendar/date.ts";
import type { Context } from "../governance/act-definition.ts";
import { protocolInForce } from "../governance/protocol.ts";
import type { Rejection } from "../governance/rejection.ts";
import type { ActRecord } from "../governance/state.ts";
import type { Statement } from "../governance/statement.ts";
import { Chronicle, type Recorded } from "./chronicle.ts";
import { executionEffects } from "./decide-act.ts";
import type { Effects } from "./effects.ts";
import { entryOf } from "./replay.ts";
import { evolve } from "./evolve.ts";
import type { FundState } from "./state.ts";

/** What is said of an act before its effective date (G47). */
const EARLY = "effective_date_in_future";

/** What an open act would do, on which day, or why it would be refused. */
export type EffectsAhead = {
  readonly effects: Result<Effects, Rejection>;
  /** The day that is open, or the effective date that is still to come. */
  readonly on: LocalDate;
};

/**
 * What a decision would do if it were approved and executed: today, or on its effective date as the
 * books now stand, where that is still to come (G47).
 */
export function effectsAhead(state: FundState, record: ActRecord, context: Context): EffectsAhead {
  const effects = executionEffects(state, record, context);
  const on = record.act.effectiveDate;
  if (effects.ok || effects.error.code !== EARLY || on <= state.today) {
    return { effects, on: state.today };
  }
  return { effects: executionEffects({ ...state, today: on }, record, context), on };
}

/** A state and the replay that led to it. */
type Record = { readonly state: FundState; readonly chronicle: Recorded };

/**
 * The record as it would be if one more entry had these effects; what it was made from stays as it
 * is.
 */
export function recordWith(
  { state, chronicle }: Record,
  statement: Statement,
  effects: Effects,
  { index, recordedAt }: Pick<Context, "index" | "recordedAt">,
): Record {
  const after = evolve(state, effects, recordedAt);
  const entry = entryOf({ statement, signatures: [] }, effects, recordedAt, protocolInForce(state));
  const added = new Chronicle();
  added.add({ state: after, entry, effects }, state);
  const numbered = <Each extends { readonly entry: number }>(
    earlier: readonly Each[],
    more: readonly Each[],
  ): readonly Each[] => [...earlier, ...more.map((each) => ({ ...each, entry: index }))];
  const postings = numbered(chronicle.postings, added.postings);
  const unitMovements = numbered(chronicle.unitMovements, added.unitMovements);
  goesOnFrom(postings, chronicle.postings);
  goesOnFrom(unitMovements, chronicle.unitMovements);
  return {
    state: after,
    chronicle: {
      ...{ entries: index + 1, firstDay: chronicle.firstDay, kinds: chronicle.kinds },
      postings,
      acts: new ExtendedMap(
        chronicle.acts,
        new Map([...added.acts].map(([id, act]) => [id, { ...act, entry: index }] as const)),
      ),
      contested: numbered(chronicle.contested, added.contested),
      releases: numbered(chronicle.releases, added.releases),
      finality: numbered(chronicle.finality, added.finality),
      unitMovements,
      valuations: numbered(chronicle.valuations, added.valuations),
      fixings: [...chronicle.fixings, ...added.fixings],
      stateOn: (day) => (day >= after.today ? after : chronicle.stateOn(day)),
    },
  };
}
