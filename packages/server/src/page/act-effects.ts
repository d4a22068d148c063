import type { PostedEntry, Recorded } from "@jointfund/core/fund/chronicle.ts";
import { executionEffects } from "@jointfund/core/fund/decide-act.ts";
import type { Effects } from "@jointfund/core/fund/effects.ts";
import type { FundState } from "@jointfund/core/fund/state.ts";
import type { Context } from "@jointfund/core/governance/act-definition.ts";
import type { Rejection } from "@jointfund/core/governance/rejection.ts";
import type { ActRecord } from "@jointfund/core/governance/state.ts";
import { signatureChecks } from "../application/signature-checks.ts";

/** What an open act would do if it were executed now, or why it would be refused. */
export type Preview =
  | { readonly kind: "effects"; readonly effects: Effects }
  | { readonly kind: "refused"; readonly rejection: Rejection };

/** The act that made a journal entry; of what a day's opening posted, the day's own name. */
export const actBehind = ({ journal }: PostedEntry): string =>
  journal.id.slice(0, journal.id.lastIndexOf("/"));

/** The journal entries that an act made, in the order of the log. */
export function postingsOfAct(
  { postings }: Pick<Recorded, "postings">,
  id: string,
): readonly PostedEntry[] {
  return postings.filter((posted) => actBehind(posted) === id);
}

/** What an open decision would do now; nothing once it has been executed or has ended. */
export function previewOf(
  state: FundState,
  decision: ActRecord,
  context: Pick<Context, "index" | "blob" | "rootAt">,
): Preview | undefined {
  if (decision.executed !== undefined || decision.ended !== undefined) return undefined;
  const { recordedAt } = state;
  const effects = executionEffects(state, decision, {
    ...context,
    ...signatureChecks,
    recordedAt,
  });
  return effects.ok
    ? { kind: "effects", effects: effects.value }
    : { kind: "refused", rejection: effects.error };
}
