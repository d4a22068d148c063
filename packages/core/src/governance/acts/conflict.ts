import { ok } from "../../base/result.ts";
import type { ActInHand } from "../act-definition.ts";
import { Schema } from "../../base/schema.ts";
import { indexOf } from "../charter-index.ts";
import { rejection, type Rejection } from "../rejection.ts";
import type { GovernanceState } from "../state.ts";
import { governanceAct, identifier } from "./governance-act.ts";

/** Only the holder's own party speaks for it, or one side could move the other's voices. */
function checkHolder(
  state: GovernanceState,
  { act, body, clause }: ActInHand<{ readonly holder: string }>,
): Rejection | undefined {
  const isParty = indexOf(state.charter).parties.has(body.holder);
  const party = isParty ? body.holder : state.officers.get(body.holder)?.party;
  if (party === undefined) return rejection("holder_unknown", clause, { actual: body.holder });
  const reporter = state.officers.get(act.proposer)?.party ?? null;
  if (reporter === party) return undefined;
  return rejection("not_own_party", clause, { actual: reporter, required: party });
}

/**
 * `conflict.declare`: a fact. An officer, or a party, has an interest in a company or party (G8).
 */
export const conflictDeclare = governanceAct({
  type: "conflict.declare",
  nature: "fact",
  schema: Schema.object({
    holder: identifier,
    concern: identifier,
    nature: Schema.string({ minLength: 1, maxLength: 300 }),
  }),
  check: checkHolder,
  effects(state, { id, body: { holder, concern } }) {
    // The first declaration stands; another one is on record, and changes nothing.
    if (state.conflicts.has(`${holder}|${concern}`)) return ok([]);
    const conflict = { holder, concern, declaredOn: state.today, actId: id };
    return ok([{ kind: "conflictDeclared", conflict }]);
  },
  concerns: (_state, { concern }) => [concern],
});

/**
 * `conflict.withdraw`: a fact. The interest is over; what it kept out of is not opened again (G8).
 */
export const conflictWithdraw = governanceAct({
  type: "conflict.withdraw",
  nature: "fact",
  schema: Schema.object({
    holder: identifier,
    concern: identifier,
    reason: Schema.string({ minLength: 1, maxLength: 300 }),
  }),
  check(state, inHand) {
    const refusal = checkHolder(state, inHand);
    if (refusal !== undefined) return refusal;
    const { holder, concern } = inHand.body;
    if (state.conflicts.has(`${holder}|${concern}`)) return undefined;
    return rejection("conflict_unknown", inHand.clause, { holder, actual: concern });
  },
  effects: (_state, { body: { holder, concern } }) =>
    ok([{ kind: "conflictWithdrawn", holder, concern }]),
  concerns: (_state, { concern }) => [concern],
});
