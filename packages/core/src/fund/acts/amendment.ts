import { ok } from "../../base/result.ts";
import { changedPaths } from "../../charter/amendment.ts";
import { rejection } from "../../governance/rejection.ts";
import { defineAct } from "../act-definition.ts";
import { charterAmendSchema } from "../act-schemas.ts";
import { readCharter } from "../adoption.ts";

/**
 * A new text of the charter in place of the one in force. Whether it needs ratification is the
 * charter's own rule, by the condition `entrenched` on its approval tiers. Acts under way go on:
 * their approvals are counted by the version that they name, their limits are those in force (G46).
 */
export const charterAmend = defineAct({
  type: "charter.amend",
  nature: "decision",
  schema: charterAmendSchema,
  check(state, { body }, context) {
    const { charter: current } = state;
    const { clause } = current.amendment;
    const next = readCharter(body.charter, context);
    if (!next.ok) return next.error;
    if (next.value.id !== current.id || next.value.origin !== current.origin) {
      return rejection("wrong_fund", clause, {
        actual: `${next.value.id} ${next.value.origin}`,
        required: `${current.id} ${current.origin}`,
      });
    }
    if (next.value.version !== current.version + 1) {
      return rejection("charter_version_not_next", clause, {
        actual: next.value.version,
        required: current.version + 1,
      });
    }
    if (changedPaths(current, next.value).every((path) => path === "/version")) {
      return rejection("amendment_changes_nothing", clause);
    }
    return undefined;
  },
  effects(_state, { body }, context) {
    const next = readCharter(body.charter, context);
    if (!next.ok) return next;
    const { version } = next.value;
    return ok([{ kind: "charterInForce", version, hash: body.charter, charter: next.value }]);
  },
});
