import { SharedSum } from "../../base/persistent-map.ts";
import { Ratio } from "../../base/ratio.ts";
import { ok } from "../../base/result.ts";
import { microUnitsFor, newItem, type CallItem, type CapitalCall } from "../../capital/call.ts";
import {
  authorityLeft,
  drawnOn,
  lastAuthorised,
  unfundedOf,
  type Commitment,
} from "../../capital/commitment.ts";
import { holdersOf } from "../../capital/state.ts";
import { fiscalYearOf } from "../../calendar/fiscal-year.ts";
import type { LocalDate } from "../../calendar/date.ts";
import { isOpen } from "../../dealing/class-register.ts";
import { lastStrike } from "../../dealing/nav-strike.ts";
import type { UnitClass, Vehicle } from "../../charter/charter.ts";
import type { ActInHand } from "../../governance/act-definition.ts";
import { windowEnd } from "../../governance/window.ts";
import { rejection, type Rejection } from "../../governance/rejection.ts";
import { ACCOUNTS } from "../../ledger/accounts.ts";
import type { Posting } from "../../ledger/journal.ts";
import { defineAct, moved, posted } from "../act-definition.ts";
import { capitalCallSchema, type CapitalCallBody } from "../bodies/capital.ts";
import type { FundEvent } from "../effects.ts";
import type { FundState } from "../state.ts";
import { findClass, minorOf, partyKind } from "../terms.ts";

/** Most micro-units of a class, so that a total never outgrows 63 bits (LG6). */
export const CLASS_MICRO_UNITS_MAX = 2n ** 63n - 1n;

type Asked = { readonly party: string; readonly commitment: string; readonly amount: bigint };

/** One item against its commitment and the budget authority behind it [CP3]. */
export function checkItem(
  state: FundState,
  clause: string,
  item: Asked,
  of: { readonly currency: string; readonly dueDate: LocalDate },
): Rejection | undefined {
  const commitment = state.capital.commitments.get(item.commitment);
  const { party } = item;
  if (commitment === undefined || commitment.party !== party) {
    return rejection("commitment_unknown", clause, { actual: item.commitment, party });
  }
  const { currency, dueDate } = of;
  const most = commitment.minor + commitment.restored;
  if (item.amount > unfundedOf(commitment)) {
    const actual = (commitment.called + item.amount).toString();
    const facts = { party, currency, actual, required: most.toString() };
    return rejection("commitment_exceeded", clause, facts);
  }
  return checkAuthority(commitment, clause, { amount: item.amount, currency, dueDate });
}

function checkAuthority(
  commitment: Commitment,
  clause: string,
  of: { readonly amount: bigint; readonly currency: string; readonly dueDate: LocalDate },
): Rejection | undefined {
  const { party } = commitment;
  const last = lastAuthorised(commitment);
  const left = authorityLeft(commitment, of.dueDate);
  if (last === undefined || left === undefined) return undefined;
  if (of.dueDate > last) {
    const facts = { party, actual: of.dueDate, required: last };
    return rejection("budget_authority_expired", clause, facts);
  }
  if (of.amount <= left) return undefined;
  return rejection("budget_authority_exceeded", clause, {
    ...{ party, currency: of.currency, actual: of.amount.toString(), required: left.toString() },
  });
}

/**
 * Whether a call is made on all founders at once, in proportion to what each has promised, before
 * any outside holder: the only money that buys at the founders' price.
 */
function isFoundersCall(state: FundState, body: CapitalCallBody, unitClass: UnitClass): boolean {
  const { charter, capital } = state;
  const outside = charter.classes
    .filter(({ vehicle }) => vehicle === unitClass.vehicle)
    .flatMap(({ id }) => holdersOf(capital, id))
    .some(({ holder }) => partyKind(charter, holder) !== "sovereign");
  if (outside) return false;
  const founders = Object.keys(charter.capital.shares);
  const promised = new Map<string, bigint>();
  for (const { party, minor } of capital.commitments.values()) {
    promised.set(party, (promised.get(party) ?? 0n) + minor);
  }
  const asked = new Map(body.items.map(({ party, amount }) => [party, amount]));
  const whole = (amounts: ReadonlyMap<string, bigint>): bigint =>
    founders.reduce((sum, party) => sum + (amounts.get(party) ?? 0n), 0n);
  const [allAsked, allPromised] = [whole(asked), whole(promised)];
  return founders.every((party) => {
    const gap = (asked.get(party) ?? 0n) * allPromised - (promised.get(party) ?? 0n) * allAsked;
    // An odd minor unit can't be split: one unit's difference is still the same proportion.
    return asked.has(party) && (gap < 0n ? -gap : gap) <= allPromised;
  });
}

/** Whether nobody holds units of the vehicle or has been called for any: its first money. */
function isFirstMoney({ charter, capital }: FundState, vehicle: string): boolean {
  return charter.classes.every(
    ({ id, vehicle: of }) =>
      of !== vehicle ||
      (holdersOf(capital, id).length === 0 && (capital.promisedUnits.get(id) ?? 0n) === 0n),
  );
}

/**
 * The price that the charter gives a call [LG7]: the founders' price for founders' calls and for
 * the first money of a vehicle that is not the main one; otherwise the price last struck.
 */
function priceOfCharter(
  state: FundState,
  unitClass: UnitClass,
  body: CapitalCallBody,
): string | undefined {
  const { vehicle, founderPrice } = unitClass;
  const isOfMain = vehicle === state.charter.capital.vehicle;
  if (isOfMain ? isFoundersCall(state, body, unitClass) : isFirstMoney(state, vehicle)) {
    return founderPrice;
  }
  return lastStrike(state.strikes, { vehicle, unitClass: unitClass.id })?.price;
}

function checkPrice(
  state: FundState,
  { body, clause }: ActInHand<CapitalCallBody>,
  unitClass: UnitClass,
): Rejection | undefined {
  const required = priceOfCharter(state, unitClass, body);
  if (required === undefined) return rejection("nav_not_struck", clause, { actual: unitClass.id });
  const price = Ratio.fromDecimal(body.price ?? "0");
  const charterPrice = Ratio.fromDecimal(required);
  const isSame = price.ok && charterPrice.ok && Ratio.equals(price.value, charterPrice.value);
  if (!isSame || !charterPrice.ok || charterPrice.value.num <= 0n) {
    return rejection("price_not_as_charter", clause, { actual: body.price ?? null, required });
  }
  const { currency } = body;
  const terms = { currency, price: required };
  return checkClassTotal(
    state,
    unitClass.id,
    body.items.reduce((sum, { amount }) => sum + microUnitsFor(terms, amount), 0n),
  );
}

/**
 * A class never outgrows 63 bits. Money that is called is never refused, so the units that it will
 * buy count already.
 */
export function checkClassTotal(
  state: FundState,
  unitClass: string,
  further: bigint,
): Rejection | undefined {
  const units = (state.capital.promisedUnits.get(unitClass) ?? 0n) + further;
  if (units <= CLASS_MICRO_UNITS_MAX) return undefined;
  return rejection("class_total_exceeded", "LG6", {
    actual: units.toString(),
    required: CLASS_MICRO_UNITS_MAX.toString(),
  });
}

/** Where the money goes: to a class of units, or to a vehicle that has none [CP10]. */
type Taker = { readonly vehicle: Vehicle; readonly unitClass?: UnitClass };

function takerOf(
  { charter, classes }: FundState,
  { body, clause }: ActInHand<CapitalCallBody>,
): Taker | Rejection {
  const misdirected = rejection("call_without_taker", clause, {
    class: body.class ?? null,
    vehicle: body.vehicle ?? null,
  });
  if ((body.class === undefined) === (body.vehicle === undefined)) return misdirected;
  if (body.class !== undefined) {
    const unitClass = findClass(charter, body.class);
    const vehicle = charter.vehicles.find(({ id }) => id === unitClass?.vehicle);
    if (unitClass === undefined || vehicle === undefined) {
      return rejection("class_unknown", clause, { actual: body.class });
    }
    if (!isOpen(classes, unitClass)) {
      return rejection("class_not_open", clause, { actual: body.class });
    }
    return { vehicle, unitClass };
  }
  const vehicle = charter.vehicles.find(({ id }) => id === body.vehicle);
  if (vehicle === undefined) {
    return rejection("vehicle_unknown", clause, { actual: body.vehicle ?? null });
  }
  if (vehicle.dissolvedOn !== undefined) {
    return rejection("vehicle_dissolved", clause, {
      actual: vehicle.id,
      on: vehicle.dissolvedOn,
    });
  }
  // Money without units would dilute nobody only where nobody has units.
  return charter.classes.some(({ vehicle: of }) => of === vehicle.id) ? misdirected : { vehicle };
}

function checkDueDate(
  state: FundState,
  { body, act, clause }: ActInHand<CapitalCallBody>,
): Rejection | undefined {
  const { capital } = state.charter;
  if (act.effectiveDate !== body.dueDate) {
    return rejection("effective_date_differs", clause, {
      actual: act.effectiveDate,
      required: body.dueDate,
    });
  }
  const notice = capital.callNotice;
  const earliest = windowEnd(state.charter, state.today, notice);
  if (!earliest.ok) return earliest.error;
  if (body.dueDate >= earliest.value) return undefined;
  return rejection("notice_period_too_short", capital.clause, {
    actual: body.dueDate,
    required: earliest.value,
    noticeDaysMin: notice.days,
    calendar: notice.calendar,
  });
}

/** What calls ask for by the days on which it falls due; one sum a year, carried on. */
const dueByPeriod = new Map<string, SharedSum<CapitalCall>>();

/** What is asked by calls and falls due from one day to another, both included. */
function dueWithin(start: LocalDate, end: LocalDate): SharedSum<CapitalCall> {
  const key = `${start}/${end}`;
  let sum = dueByPeriod.get(key);
  if (sum === undefined) {
    sum = new SharedSum(({ items }) =>
      items
        .filter(({ dueDate }) => start <= dueDate && dueDate <= end)
        .reduce((due, { minor, cancelled }) => due + minor - cancelled, 0n),
    );
    dueByPeriod.set(key, sum);
  }
  return sum;
}

/** What falls due in one fiscal year, all parties together, stays within the cap [CP13]. */
function checkYearlyCap(
  state: FundState,
  { body }: ActInHand<CapitalCallBody>,
): Rejection | undefined {
  const { capital, calendars } = state.charter;
  const cap = capital.yearlyCap;
  const definition = cap && calendars.fiscal[cap.fiscalYear];
  if (cap === undefined || definition === undefined) return undefined;
  const year = fiscalYearOf({ calendarId: cap.fiscalYear, ...definition }, body.dueDate);
  if (!year.ok) return undefined;
  const { start, end, label } = year.value;
  const asked = body.items.reduce((sum, { amount }) => sum + amount, 0n);
  const due = asked + state.capital.calls.sumBy(dueWithin(start, end));
  const most = minorOf(capital.currency, cap.amount);
  if (due <= most) return undefined;
  return rejection("yearly_cap_exceeded", cap.clause, {
    ...{ actual: due.toString(), required: most.toString(), currency: capital.currency },
    fiscalYear: label,
  });
}

function checkEligible(
  state: FundState,
  { body, clause }: ActInHand<CapitalCallBody>,
  unitClass: UnitClass,
): Rejection | undefined {
  for (const { party } of body.items) {
    const kind = partyKind(state.charter, party);
    if (unitClass.eligible.some((eligible) => eligible === kind)) continue;
    return rejection("party_not_eligible", clause, {
      ...{ party, class: unitClass.id, actual: kind ?? null, required: unitClass.eligible },
    });
  }
  return undefined;
}

function checkCall(state: FundState, inHand: ActInHand<CapitalCallBody>): Rejection | undefined {
  const { body, clause } = inHand;
  const taker = takerOf(state, inHand);
  if ("code" in taker) return taker;
  const { unitClass, vehicle } = taker;
  if (body.currency !== state.charter.capital.currency || body.currency !== vehicle.currency) {
    return rejection("wrong_currency", clause, {
      actual: body.currency,
      required: state.charter.capital.currency,
    });
  }
  if (body.investment !== undefined && !state.investments.has(body.investment)) {
    return rejection("investment_unknown", clause, { actual: body.investment });
  }
  const refusal = checkDueDate(state, inHand);
  if (refusal !== undefined) return refusal;
  for (const item of body.items) {
    const refused = checkItem(state, clause, item, body);
    if (refused !== undefined) return refused;
  }
  const unfit =
    unitClass && (checkEligible(state, inHand, unitClass) ?? checkPrice(state, inHand, unitClass));
  return unfit ?? checkYearlyCap(state, inHand);
}

/**
 * What a commitment has less of when it is drawn: first what was returned and can be called again
 * (memo 9020), then what was never called (9010) [CP4].
 */
export function commitmentDrawn(
  state: FundState,
  of: Omit<CallItemTerms, "amount"> & { readonly minor: bigint; readonly currency: string },
): readonly Posting[] {
  const commitment = state.capital.commitments.get(of.commitment)!;
  const { recalled } = drawnOn(commitment, of.minor, of.dueDate);
  const { party: subject, currency } = of;
  return [
    ...memoDown({ subject, currency, minor: of.minor - recalled }, "unfundedCommitments"),
    ...memoDown({ subject, currency, minor: recalled }, "recallableCapital"),
  ];
}

type CallItemTerms = Asked & { readonly dueDate: LocalDate };

const memoDown = (
  of: { readonly subject: string; readonly currency: string; readonly minor: bigint },
  account: "unfundedCommitments" | "recallableCapital",
): readonly Posting[] =>
  of.minor === 0n
    ? []
    : moved({ debit: ACCOUNTS[`${account}Contra`], credit: ACCOUNTS[account], ...of });

/**
 * A call comes into the books: by party, what is called and unpaid, and what its commitment has
 * less of, which is kept in the main vehicle's book.
 */
export function callPosted(
  state: FundState,
  inHand: ActInHand<unknown>,
  call: CapitalCall,
): readonly FundEvent[] {
  const main = state.charter.capital.vehicle;
  let n = 0;
  return call.items.flatMap((item) => {
    const { currency } = call;
    const { party: subject, minor } = item;
    const { calledUnpaid, paidInCapital } = ACCOUNTS;
    const book = moved({ debit: calledUnpaid, credit: paidInCapital, subject, currency, minor });
    const memo = commitmentDrawn(state, { ...item, currency });
    if (call.vehicle === main) return [posted(inHand, ++n, main, [...book, ...memo])];
    return [posted(inHand, ++n, call.vehicle, book), posted(inHand, ++n, main, memo)];
  });
}

/** `capital.call`: parties are asked to pay in, on notice, under what they have promised. */
export const capitalCall = defineAct({
  type: "capital.call",
  nature: "decision",
  schema: capitalCallSchema,
  check: checkCall,
  effects(state, inHand) {
    const { body } = inHand;
    const { dueDate, currency, price, investment } = body;
    const vehicle = body.vehicle ?? findClass(state.charter, body.class!)!.vehicle;
    const { late } = state.charter.capital;
    const isForUnits = body.class !== undefined && price !== undefined;
    const terms = { currency, ...(isForUnits ? { price } : {}) };
    const call: CapitalCall = {
      ...{ id: inHand.id, vehicle, ...terms, dueDate, purpose: body.purpose ?? "general" },
      ...(body.class === undefined ? {} : { unitClass: body.class }),
      ...(investment === undefined ? {} : { investment }),
      ...(late === undefined ? {} : { late: { rate: late.rate, dayCount: late.dayCount } }),
      items: body.items.map(({ party, commitment, amount: minor }): CallItem => {
        const microUnits = microUnitsFor(terms, minor);
        return newItem({ party, commitment, minor, dueDate, microUnits });
      }),
      shortfall: 0n,
    };
    return ok([{ kind: "capitalCalled", call }, ...callPosted(state, inHand, call)]);
  },
  amount: (_state, { currency, items }) => ({
    currency,
    minor: items.reduce((sum, { amount }) => sum + amount, 0n),
  }),
});
