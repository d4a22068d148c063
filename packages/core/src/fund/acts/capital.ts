import { Ratio } from "../../base/ratio.ts";
import { err, ok, type Result } from "../../base/result.ts";
import {
  holdersOf,
  MICRO_UNITS_PER_UNIT,
  type CallItem,
  type CapitalCall,
  type Commitment,
} from "../../capital/state.ts";
import { isOpen } from "../../dealing/class-register.ts";
import { lastStrike } from "../../dealing/nav-strike.ts";
import type { ActInHand } from "../../governance/act-definition.ts";
import { windowEnd } from "../../governance/window.ts";
import { rejection, type Rejection } from "../../governance/rejection.ts";
import type { Posting } from "../../ledger/journal.ts";
import { CASH_SUBJECT, defineAct, found, moved, posted } from "../act-definition.ts";
import {
  capitalCallSchema,
  capitalReceiveSchema,
  commitmentAcceptSchema,
  type CapitalCallBody,
} from "../bodies/capital.ts";
import type { FundEvent } from "../effects.ts";
import { ACCOUNTS } from "../../ledger/accounts.ts";
import type { FundState } from "../state.ts";
import { findClass, minorOf, partyKind, perMajorUnit, shareOfCapital } from "../terms.ts";

/** Most micro-units of a class, so that a total never outgrows 63 bits (LG6). */
export const CLASS_MICRO_UNITS_MAX = 2n ** 63n - 1n;

/** Decimal text of a price as minor units of the currency per unit. */
function priceInMinor(currency: string, price: string): Ratio {
  const decimal = Ratio.fromDecimal(price);
  return decimal.ok ? Ratio.mul(decimal.value, perMajorUnit(currency)) : Ratio.zero;
}

/** Units for an amount at a price, rounded down to a millionth; the residue stays with the fund. */
function microUnitsFor(minor: bigint, currency: string, price: string): bigint {
  const units = Ratio.div(
    Ratio.make(minor * MICRO_UNITS_PER_UNIT, 1n),
    priceInMinor(currency, price),
  );
  return Ratio.floor(units);
}

export const commitmentAccept = defineAct({
  type: "commitment.accept",
  nature: "decision",
  schema: commitmentAcceptSchema,
  check(state, { body, act, clause }) {
    const { capital } = state.charter;
    const proposer = state.officers.get(act.proposer);
    if (proposer?.party !== body.party) {
      return rejection("commitment_of_other_party", clause, {
        actual: proposer?.party ?? null,
        required: body.party,
      });
    }
    const share = shareOfCapital(state.charter, body.party);
    if (share === undefined || body.currency !== capital.currency) {
      return rejection("commitment_not_in_charter", capital.clause, {
        party: body.party,
        currency: body.currency,
      });
    }
    const initial = Ratio.make(minorOf(capital.currency, capital.initial), 1n);
    const limit = Ratio.floor(Ratio.mul(initial, share));
    let promised = 0n;
    for (const commitment of state.capital.commitments.values()) {
      if (commitment.party === body.party) promised += commitment.minor;
    }
    if (promised + body.amount > limit) {
      return rejection("commitment_beyond_share", capital.clause, {
        actual: (promised + body.amount).toString(),
        required: limit.toString(),
        currency: body.currency,
      });
    }
    if (body.authority.amount < body.amount) {
      return rejection("budget_authority_exceeded", clause, {
        actual: body.amount.toString(),
        required: body.authority.amount.toString(),
        currency: body.currency,
      });
    }
    return undefined;
  },
  effects(state, inHand) {
    const { party, currency, amount, authority } = inHand.body;
    const commitment: Commitment = {
      id: inHand.id,
      party,
      currency,
      minor: amount,
      called: 0n,
      authority: {
        law: authority.law,
        fiscalYear: authority.fiscalYear,
        minor: authority.amount,
        expires: authority.expires,
      },
    };
    return ok([
      { kind: "commitmentAccepted", commitment },
      posted(
        inHand,
        1,
        state.charter.capital.vehicle,
        moved({
          debit: ACCOUNTS.unfundedCommitments,
          credit: ACCOUNTS.unfundedCommitmentsContra,
          subject: party,
          currency,
          minor: amount,
        }),
      ),
    ]);
  },
  amount: (_state, { currency, amount }) => ({ currency, minor: amount }),
});

/** One item against its commitment and the budget authority behind it. */
function checkItem(
  state: FundState,
  { body, clause }: ActInHand<CapitalCallBody>,
  item: CapitalCallBody["items"][number],
): Rejection | undefined {
  const commitment = state.capital.commitments.get(item.commitment);
  if (commitment === undefined || commitment.party !== item.party) {
    return rejection("commitment_unknown", clause, { actual: item.commitment, party: item.party });
  }
  const called = commitment.called + item.amount;
  const facts = { party: item.party, currency: body.currency, actual: called.toString() };
  if (called > commitment.minor) {
    return rejection("commitment_exceeded", clause, {
      ...facts,
      required: commitment.minor.toString(),
    });
  }
  const { authority } = commitment;
  if (called > authority.minor) {
    return rejection("budget_authority_exceeded", clause, {
      ...facts,
      required: authority.minor.toString(),
    });
  }
  if (body.dueDate > authority.expires) {
    return rejection("budget_authority_expired", clause, {
      party: item.party,
      actual: body.dueDate,
      required: authority.expires,
    });
  }
  return undefined;
}

/**
 * Whether a call is made on all founders at once, in proportion to what each has promised, before
 * any outside holder: the only money that buys at the founders' price.
 */
function isFoundersCall(state: FundState, body: CapitalCallBody): boolean {
  const { charter, capital } = state;
  const outside = holdersOf(capital, body.class).some(
    ({ holder }) => partyKind(charter, holder) !== "sovereign",
  );
  if (outside) return false;
  const promised = new Map<string, bigint>();
  for (const { party, minor } of capital.commitments.values()) {
    promised.set(party, (promised.get(party) ?? 0n) + minor);
  }
  const asked = new Map<string, bigint>();
  for (const { party, amount } of body.items) asked.set(party, (asked.get(party) ?? 0n) + amount);
  const parties = Object.keys(charter.capital.shares);
  const whole = (amounts: ReadonlyMap<string, bigint>): bigint =>
    parties.reduce((sum, party) => sum + (amounts.get(party) ?? 0n), 0n);
  const [allAsked, allPromised] = [whole(asked), whole(promised)];
  return parties.every((party) => {
    const gap = (asked.get(party) ?? 0n) * allPromised - (promised.get(party) ?? 0n) * allAsked;
    // An odd minor unit can't be split: one unit's difference is still the same proportion.
    return asked.has(party) && (gap < 0n ? -gap : gap) <= allPromised;
  });
}

/** The price that the charter gives this call. */
function checkPrice(
  state: FundState,
  { body, clause }: ActInHand<CapitalCallBody>,
): Rejection | undefined {
  const unitClass = findClass(state.charter, body.class)!;
  let required = unitClass.founderPrice;
  if (!isFoundersCall(state, body)) {
    const strike = lastStrike(state.strikes, {
      vehicle: unitClass.vehicle,
      unitClass: unitClass.id,
    });
    if (strike === undefined) return rejection("nav_not_struck", clause, { actual: body.class });
    required = strike.price;
  }
  const price = Ratio.fromDecimal(body.price);
  const charterPrice = Ratio.fromDecimal(required);
  const isSame = price.ok && charterPrice.ok && Ratio.equals(price.value, charterPrice.value);
  if (!isSame || !charterPrice.ok || charterPrice.value.num <= 0n) {
    return rejection("price_not_as_charter", clause, { actual: body.price, required });
  }
  const units = body.items.reduce(
    (sum, { amount }) => sum + microUnitsFor(amount, body.currency, body.price),
    // Money that is called is never refused, so the units that it will buy count already.
    state.capital.promisedUnits.get(body.class) ?? 0n,
  );
  if (units > CLASS_MICRO_UNITS_MAX) {
    return rejection("class_total_exceeded", "LG6", {
      actual: units.toString(),
      required: CLASS_MICRO_UNITS_MAX.toString(),
    });
  }
  return undefined;
}

function checkCall(state: FundState, inHand: ActInHand<CapitalCallBody>): Rejection | undefined {
  const { body, act, clause } = inHand;
  const unitClass = findClass(state.charter, body.class);
  if (unitClass === undefined) return rejection("class_unknown", clause, { actual: body.class });
  if (!isOpen(state.classes, unitClass)) {
    return rejection("class_not_open", clause, { actual: body.class });
  }
  if (body.currency !== state.charter.capital.currency) {
    return rejection("wrong_currency", clause, {
      actual: body.currency,
      required: state.charter.capital.currency,
    });
  }
  if (act.effectiveDate !== body.dueDate) {
    return rejection("effective_date_differs", clause, {
      actual: act.effectiveDate,
      required: body.dueDate,
    });
  }
  const notice = state.charter.capital.callNotice;
  const earliest = windowEnd(state.charter, state.today, notice);
  if (!earliest.ok) return earliest.error;
  if (body.dueDate < earliest.value) {
    return rejection("notice_period_too_short", state.charter.capital.clause, {
      actual: body.dueDate,
      required: earliest.value,
      noticeDaysMin: notice.days,
      calendar: notice.calendar,
    });
  }
  for (const item of body.items) {
    const refusal = checkItem(state, inHand, item);
    if (refusal !== undefined) return refusal;
  }
  return checkPrice(state, inHand);
}

export const capitalCall = defineAct({
  type: "capital.call",
  nature: "decision",
  schema: capitalCallSchema,
  check: checkCall,
  effects(state, inHand) {
    const { body } = inHand;
    const { vehicle } = findClass(state.charter, body.class)!;
    const call: CapitalCall = {
      id: inHand.id,
      vehicle,
      unitClass: body.class,
      currency: body.currency,
      dueDate: body.dueDate,
      price: body.price,
      items: body.items.map(({ party, commitment, amount }): CallItem => ({
        party,
        commitment,
        minor: amount,
        received: 0n,
        microUnits: microUnitsFor(amount, body.currency, body.price),
      })),
    };
    const events: FundEvent[] = [{ kind: "capitalCalled", call }];
    for (const [index, { party, amount }] of body.items.entries()) {
      const item = { subject: party, currency: body.currency, minor: amount };
      events.push(
        posted(inHand, index + 1, vehicle, [
          ...moved({ debit: ACCOUNTS.calledUnpaid, credit: ACCOUNTS.paidInCapital, ...item }),
          ...moved({
            debit: ACCOUNTS.unfundedCommitmentsContra,
            credit: ACCOUNTS.unfundedCommitments,
            ...item,
          }),
        ]),
      );
    }
    return ok(events);
  },
  amount: (_state, { currency, items }) => ({
    currency,
    minor: items.reduce((sum, { amount }) => sum + amount, 0n),
  }),
});

export const capitalReceive = defineAct({
  type: "capital.receive",
  nature: "fact",
  schema: capitalReceiveSchema,
  check(state, { body, clause }) {
    const call = findCall(state, body, clause);
    if (!call.ok) return call.error;
    if (call.value.currency === body.currency) return undefined;
    return rejection("wrong_currency", clause, {
      actual: body.currency,
      required: call.value.currency,
    });
  },
  effects(state, inHand) {
    const { body } = inHand;
    const found = findCall(state, body, inHand.clause);
    if (!found.ok) return found;
    const call = found.value;
    const items = call.items.filter(({ party }) => party === body.party);
    const due = items.reduce((sum, { minor, received }) => sum + minor - received, 0n);
    const paid = body.amount < due ? body.amount : due;
    const excess = body.amount - paid;
    const { party: subject, currency } = body;
    const postings: Posting[] = [
      { account: ACCOUNTS.cash, subject: CASH_SUBJECT, currency, minor: body.amount },
    ];
    if (paid > 0n) {
      postings.push({ account: ACCOUNTS.calledUnpaid, subject, currency, minor: -paid });
    }
    if (excess > 0n) {
      postings.push({
        account: ACCOUNTS.subscriptionsInAdvance,
        subject,
        currency,
        minor: -excess,
      });
    }
    const events: FundEvent[] = [posted(inHand, 1, call.vehicle, postings)];
    if (paid > 0n) events.push(...contribution(call, items, paid, inHand));
    return ok(events);
  },
  amount: (_state, { currency, amount }) => ({ currency, minor: amount }),
});

function findCall(
  state: FundState,
  body: { readonly call: string; readonly party: string },
  clause: string,
): Result<CapitalCall, Rejection> {
  const call = state.capital.calls.get(body.call);
  if (call !== undefined && !call.items.some(({ party }) => party === body.party)) {
    return err(rejection("party_not_called", clause, { actual: body.party }));
  }
  return found(call, "call_unknown", clause, body.call);
}

/** Units come with the money, counted on the running total so that parts never round away. */
function contribution(
  call: CapitalCall,
  items: readonly CallItem[],
  paid: bigint,
  inHand: ActInHand<{ readonly party: string }>,
): readonly FundEvent[] {
  const before = items.reduce((sum, { received }) => sum + received, 0n);
  const unitsAt = (minor: bigint): bigint => microUnitsFor(minor, call.currency, call.price);
  const { party } = inHand.body;
  const microUnits = unitsAt(before + paid) - unitsAt(before);
  const events: FundEvent[] = [
    { kind: "contributionReceived", call: call.id, party, minor: paid, on: inHand.effectiveDate },
  ];
  // Less than a millionth of a unit makes no holder.
  if (microUnits > 0n) {
    events.push({ kind: "unitsIssued", unitClass: call.unitClass, holder: party, microUnits });
  }
  return events;
}
