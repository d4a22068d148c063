import { ok } from "../../base/result.ts";
import {
  interestOwed,
  itemOf,
  openOf,
  type CallItem,
  type CapitalCall,
} from "../../capital/call.ts";
import { lastAuthorised } from "../../capital/commitment.ts";
import type { Relief } from "../../capital/events.ts";
import { checkOwnParty } from "../../governance/acts/governance-act.ts";
import type { ActInHand } from "../../governance/act-definition.ts";
import { rejection, type Rejection } from "../../governance/rejection.ts";
import { windowEnd } from "../../governance/window.ts";
import { ACCOUNTS } from "../../ledger/accounts.ts";
import { defineAct, moved, posted } from "../act-definition.ts";
import {
  capitalDeferSchema,
  capitalExcuseSchema,
  capitalOptOutSchema,
  capitalRemedySchema,
} from "../bodies/capital.ts";
import type { FundEvent } from "../effects.ts";
import type { FundState } from "../state.ts";
import { findCall } from "./capital-receive.ts";

type OfItem = { readonly call: string; readonly party: string };
type Asked = { readonly call: CapitalCall; readonly item: CallItem };

/** A party's item of a call. */
function askedOf(state: FundState, { body, clause }: ActInHand<OfItem>): Asked | Rejection {
  const call = findCall(state, body, clause);
  if (!call.ok) return call.error;
  return { call: call.value, item: itemOf(call.value, body.party)! };
}

/** The same, where something of it is still unpaid. */
function openItemOf(state: FundState, inHand: ActInHand<OfItem>): Asked | Rejection {
  const asked = askedOf(state, inHand);
  if ("code" in asked || openOf(asked.item) > 0n) return asked;
  const { call, party } = inHand.body;
  return rejection("call_paid", inHand.clause, { actual: call, party });
}

/**
 * A part of an item is no longer asked: called and unpaid capital and paid-in capital go back, and
 * the commitment can be called for it once more. `n` is the number of the first entry.
 */
export function reducedItem(
  state: FundState,
  inHand: ActInHand<unknown>,
  { call, item }: Asked,
  of: {
    readonly minor: bigint;
    readonly because: Relief;
    readonly shortfall: bigint;
    readonly n: number;
  },
): readonly FundEvent[] {
  const { minor, because, shortfall, n } = of;
  const main = state.charter.capital.vehicle;
  const of1 = { subject: item.party, currency: call.currency, minor };
  const book = moved({ debit: ACCOUNTS.paidInCapital, credit: ACCOUNTS.calledUnpaid, ...of1 });
  const memo = moved({
    debit: ACCOUNTS.unfundedCommitments,
    credit: ACCOUNTS.unfundedCommitmentsContra,
    ...of1,
  });
  const { party } = item;
  const on = inHand.effectiveDate;
  return [
    { kind: "callItemReduced", ...{ call: call.id, party, minor, because, on, shortfall } },
    ...(call.vehicle === main
      ? [posted(inHand, n, main, [...book, ...memo])]
      : [posted(inHand, n, call.vehicle, book), posted(inHand, n + 1, main, memo)]),
  ];
}

/** What a party was let off, others may pay where the charter lets them. */
function letOff(
  state: FundState,
  inHand: ActInHand<OfItem>,
  because: "excused" | "optedOut",
): readonly FundEvent[] {
  const asked = askedOf(state, inHand);
  if ("code" in asked) return [];
  const minor = openOf(asked.item);
  const optOut = state.charter.capital.optOut;
  const othersMay = because === "excused" || optOut?.othersMayFund === true;
  return reducedItem(state, inHand, asked, {
    ...{ minor, because, shortfall: othersMay ? minor : 0n, n: 1 },
  });
}

/**
 * `capital.excuse`: a party is let off the unpaid rest of one call, because its purpose is one that
 * a conflict or its law forbids it to fund. What the others owe stays as it is [CP30].
 */
export const capitalExcuse = defineAct({
  type: "capital.excuse",
  nature: "decision",
  schema: capitalExcuseSchema,
  check(state, inHand) {
    const asked = openItemOf(state, inHand);
    return "code" in asked ? asked : undefined;
  },
  effects: (state, inHand) => ok(letOff(state, inHand, "excused")),
  amount: (state, body) => openAmount(state, body),
});

/** What an act lets a party off, or puts off: the unpaid rest of its item. */
function openAmount({ capital }: FundState, { call: id, party }: OfItem) {
  const call = capital.calls.get(id);
  const item = call && itemOf(call, party);
  if (call === undefined || item === undefined) return undefined;
  return { currency: call.currency, minor: openOf(item) };
}

/**
 * `capital.optOut`: a party declines to fund an investment, where the charter lets it. What may
 * follow outside the fund is the charter's text only: nothing of it is booked [CP31].
 */
export const capitalOptOut = defineAct({
  type: "capital.optOut",
  nature: "decision",
  schema: capitalOptOutSchema,
  check(state, inHand) {
    const { body, clause } = inHand;
    const terms = state.charter.capital.optOut;
    if (terms === undefined || !terms.by.includes(body.party)) {
      const facts = { actual: body.party, required: terms?.by ?? [] };
      return rejection("no_right_to_opt_out", terms?.clause ?? clause, facts);
    }
    const asked = openItemOf(state, inHand);
    if ("code" in asked) return asked;
    const { purpose } = asked.call;
    if (purpose !== "investment") {
      return rejection("call_not_for_investment", terms.clause, { actual: purpose });
    }
    return checkOwnParty(state, inHand, body.party);
  },
  effects: (state, inHand) => ok(letOff(state, inHand, "optedOut")),
  amount: (state, body) => openAmount(state, body),
});

/**
 * `capital.defer`: what is due from a party is put off, in the case that the charter names and no
 * longer than it allows. No interest runs and no step follows until the new day [CP32].
 */
export const capitalDefer = defineAct({
  type: "capital.defer",
  nature: "decision",
  schema: capitalDeferSchema,
  check(state, inHand) {
    const { body, clause } = inHand;
    const terms = state.charter.capital.deferral;
    if (terms === undefined || !terms.by.includes(body.party)) {
      const facts = { actual: body.party, required: terms?.by ?? [] };
      return rejection("no_right_to_defer", terms?.clause ?? clause, facts);
    }
    const asked = openItemOf(state, inHand);
    if ("code" in asked) return asked;
    const { item, call } = asked;
    if (body.dueDate <= item.dueDate || item.dueDate < state.today) {
      const facts = { actual: body.dueDate, required: item.dueDate };
      return rejection("deferral_too_late", terms.clause, facts);
    }
    const last = windowEnd(state.charter, call.dueDate, terms.longest);
    if (!last.ok) return last.error;
    if (body.dueDate > last.value) {
      const facts = { actual: body.dueDate, required: last.value };
      return rejection("deferral_too_long", terms.clause, facts);
    }
    return checkDeferredAuthority(state, inHand, item) ?? checkOwnParty(state, inHand, body.party);
  },
  effects: (_state, { body }) => {
    const { call, party, dueDate } = body;
    return ok([{ kind: "callItemDeferred", call, party, dueDate }]);
  },
  amount: (state, body) => openAmount(state, body),
});

/** The authority that the call rests on must still be in force on the new day [CP3]. */
function checkDeferredAuthority(
  state: FundState,
  { body, clause }: ActInHand<{ readonly party: string; readonly dueDate: CallItem["dueDate"] }>,
  item: CallItem,
): Rejection | undefined {
  const commitment = state.capital.commitments.get(item.commitment)!;
  const { authorities } = commitment;
  const lasting = authorities.filter(({ expires }) => expires >= body.dueDate);
  const used = lasting.reduce((sum, authority) => sum + authority.used, 0n);
  const required = lastAuthorised(commitment);
  if (required === undefined || used >= openOf(item)) return undefined;
  return rejection("budget_authority_expired", clause, {
    ...{ party: body.party, actual: body.dueDate, required },
  });
}

/**
 * `capital.remedy`: the default of a party is undone by agreement: steps of the ladder, units that
 * it took, and interest where that is waived. What is still unpaid gets a new due date [CP25].
 */
export const capitalRemedy = defineAct({
  type: "capital.remedy",
  nature: "decision",
  schema: capitalRemedySchema,
  check(state, inHand) {
    const { body, clause } = inHand;
    const asked = askedOf(state, inHand);
    if ("code" in asked) return asked;
    const { item } = asked;
    if (item.steps.length === 0 && item.forfeitedMicroUnits === 0n) {
      return rejection("party_not_in_default", clause, { actual: body.call, party: body.party });
    }
    if (openOf(item) === 0n) return undefined;
    if (body.dueDate === undefined) {
      const facts = { party: body.party, actual: openOf(item).toString() };
      return rejection("call_still_unpaid", clause, { ...facts, currency: asked.call.currency });
    }
    if (body.dueDate >= state.today) return undefined;
    const facts = { actual: body.dueDate, required: state.today };
    return rejection("due_date_past", clause, facts);
  },
  effects(state, inHand) {
    const asked = askedOf(state, inHand);
    if ("code" in asked) return ok([]);
    return ok(remedyEvents(inHand, asked));
  },
});

function remedyEvents(
  inHand: ActInHand<{
    readonly dueDate?: CallItem["dueDate"];
    readonly waiveInterest: boolean;
  }>,
  { call, item }: Asked,
): readonly FundEvent[] {
  const { dueDate, waiveInterest } = inHand.body;
  const { party, forfeitedMicroUnits: microUnits } = item;
  const of = { call: call.id, party };
  const events: FundEvent[] = [{ kind: "capitalDefaultRemedied", ...of, microUnits }];
  const waived = waiveInterest ? interestOwed(item) : 0n;
  if (waived > 0n) events.push({ kind: "lateInterestWaived", ...of, minor: waived });
  if (microUnits > 0n && call.unitClass !== undefined) {
    const { unitClass } = call;
    events.push({ kind: "unitsIssued", unitClass, holder: party, microUnits });
  }
  if (openOf(item) > 0n && dueDate !== undefined) {
    events.push({ kind: "callItemDeferred", ...of, dueDate });
  }
  if (waived > 0n) {
    events.push(
      posted(
        inHand,
        1,
        call.vehicle,
        moved({
          debit: ACCOUNTS.otherIncome,
          credit: ACCOUNTS.incomeReceivable,
          ...{ subject: party, currency: call.currency, minor: waived },
        }),
      ),
    );
  }
  return events;
}
