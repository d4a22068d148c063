import { ok } from "../../base/result.ts";
import { changedPaths } from "../../charter/amendment.ts";
import type { Charter } from "../../charter/charter.ts";
import { withSchedules } from "../../charter/schedules.ts";
import { rejection } from "../../governance/rejection.ts";
import { bankAccounts } from "../../ledger/bank-record.ts";
import { accountBalances } from "../../ledger/journal.ts";
import { defineAct } from "../act-definition.ts";
import { charterAmendSchema } from "../bodies/amendment.ts";
import { readCharter } from "../adoption.ts";
import type { FundState } from "../state.ts";
import { findClass, partyKind } from "../terms.ts";

/** Something that the record already rests on: what it is, and whose or which. */
type Need = { readonly missing: string; readonly of: string };

/** Nobody could open a day, or make a payment final, if the keys for it were not there. */
function neededKey({ officers, trust }: FundState, next: Charter): Need | undefined {
  const isOperated = [...officers.values()].some(
    ({ key, party }) => key !== undefined && partyKind(next, party) === "operator",
  );
  if (!isOperated) return { missing: "operator", of: next.id };
  const of = next.finality.mirrors.find((id) => !trust.mirrors.some(({ party }) => party === id));
  return of === undefined ? undefined : { missing: "mirrorKey", of };
}

/** Whether anything is on record of a vehicle's own: postings, hedges, a bank's statement. */
function hasBook({ ledger, hedges, bank }: FundState, vehicle: string): boolean {
  const isIts = (of: { readonly vehicle: string }): boolean => of.vehicle === vehicle;
  return (
    accountBalances(ledger, vehicle).length > 0 ||
    [...hedges.values()].some(isIts) ||
    bankAccounts(bank).some(isIts)
  );
}

/** Books stay those of a vehicle in its currency, and every holder can be paid to the last cent. */
function neededByBooks(state: FundState, next: Charter): Need | undefined {
  const { capital, charter, schedules } = state;
  const { vehicles, rounding } = withSchedules(next, schedules);
  for (const { id, currency } of charter.vehicles) {
    if (!hasBook(state, id)) continue;
    if (vehicles.some((it) => it.id === id && it.currency === currency)) continue;
    return { missing: "vehicle", of: `${id} ${currency}` };
  }
  for (const { unitClass, vehicle } of capital.calls.values()) {
    if (unitClass === undefined) continue;
    if (findClass(next, unitClass)?.vehicle !== vehicle) return { missing: "class", of: unitClass };
  }
  for (const { party } of capital.commitments.values()) {
    if (!rounding.tieBreak.includes(party)) return { missing: "tieBreak", of: party };
  }
  return undefined;
}

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
    const { adopted: current } = state;
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
    const need = neededKey(state, next.value) ?? neededByBooks(state, next.value);
    return need === undefined ? undefined : rejection("amendment_incomplete", clause, need);
  },
  effects(_state, { body }, context) {
    const next = readCharter(body.charter, context);
    if (!next.ok) return next;
    const { version } = next.value;
    return ok([{ kind: "charterInForce", version, hash: body.charter, charter: next.value }]);
  },
});
