import { ok } from "../../base/result.ts";
import { Schema } from "../../base/schema.ts";
import { indexOf } from "../charter-index.ts";
import { rejection } from "../rejection.ts";
import { governanceAct, identifier } from "./governance-act.ts";

/**
 * `conflict.declare`: a fact. An officer, or a party, has an interest in a company or party (G8).
 * Only the holder's own party declares it, or one side could take away the other's voices.
 */
export const conflictDeclare = governanceAct({
  type: "conflict.declare",
  nature: "fact",
  schema: Schema.object({
    holder: identifier,
    concern: identifier,
    nature: Schema.string({ minLength: 1, maxLength: 300 }),
  }),
  check(state, { act, body, clause }) {
    const isParty = indexOf(state.charter).parties.has(body.holder);
    const party = isParty ? body.holder : state.officers.get(body.holder)?.party;
    if (party === undefined) return rejection("holder_unknown", clause, { actual: body.holder });
    const reporter = state.officers.get(act.proposer)?.party ?? null;
    if (reporter === party) return undefined;
    return rejection("not_own_party", clause, { actual: reporter, required: party });
  },
  effects(state, { id, body: { holder, concern } }) {
    // The first declaration stands; another one is on record, and changes nothing.
    if (state.conflicts.has(`${holder}|${concern}`)) return ok([]);
    const conflict = { holder, concern, declaredOn: state.today, actId: id };
    return ok([{ kind: "conflictDeclared", conflict }]);
  },
  concerns: (_state, { concern }) => [concern],
});
