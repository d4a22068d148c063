import { assert } from "../../base/assert.ts";
import { Ratio } from "../../base/ratio.ts";
import type { Charter } from "../../charter/charter.ts";
import type { Covenant } from "../../charter/leverage-terms.ts";
import { evaluate } from "../../expression/evaluate.ts";
import {
  isBeyond,
  isLocked,
  testCovenant,
  unbroken,
  type CovenantStanding,
  type Ladder,
} from "../../facilities/covenant-ladder.ts";
import { covenantRecord, stepOf } from "../../facilities/covenants.ts";
import { headroomOf, type Headroom } from "../../facilities/headroom.ts";
import { rejection, type Rejection } from "../../governance/rejection.ts";
import { windowEnd } from "../../governance/window.ts";
import { ACCOUNTS } from "../../ledger/accounts.ts";
import { balanceOf, post, type Ledger, type Posting } from "../../ledger/journal.ts";
import type { ConsequenceRule } from "../consequence-rule.ts";
import type { Effects, FundEvent } from "../effects.ts";
import { fundEnvironment, noAct } from "../environment.ts";
import { compiled } from "../expressions.ts";
import { accountOf, partPaidBy } from "./lending.ts";
import { ownersOf } from "./look-through.ts";
import type { FundState } from "../state.ts";
import { charterRatio } from "../terms.ts";
import { stillToCome } from "../../facilities/amounts-due.ts";
import { waitingPayments } from "../../ledger/payment.ts";

export function findCovenant({ charter }: FundState, id: string): Covenant | undefined {
  return charter.leverage?.covenants.find((covenant) => covenant.id === id);
}

const ladders = new WeakMap<Charter, Map<string, Ladder>>();

/** A covenant's ladder with its thresholds as numbers and its periods as days of the charter. */
export function ladderOf(charter: Charter, covenant: Covenant): Ladder {
  let known = ladders.get(charter);
  if (known === undefined) ladders.set(charter, (known = new Map<string, Ladder>()));
  let ladder = known.get(covenant.id);
  if (ladder === undefined) {
    ladder = {
      must: covenant.must,
      rungs: covenant.ladder.map(({ step, at, share }) => ({
        ...{ step, at: charterRatio(at) },
        ...(share !== undefined && { share: charterRatio(share) }),
      })),
      lastDay(step, since) {
        const { ladder: rungs } = covenant;
        // Nothing follows the last step, so nothing can run out on it.
        const period = rungs.slice(0, -1).find((rung) => rung.step === step)?.period;
        const end = period && windowEnd(charter, since, period);
        return end?.ok === true ? end.value : undefined;
      },
    };
    known.set(covenant.id, ladder);
  }
  return ladder;
}

/** The last day of the step on which a covenant stands; undefined where it has no end. */
export function deadlineOf(
  { charter, covenants }: FundState,
  covenant: Covenant,
): FundState["today"] | undefined {
  const standing = covenantRecord(covenants, covenant.id).standing;
  if (standing === undefined || standing.step === "clear") return undefined;
  return ladderOf(charter, covenant).lastDay(standing.step, standing.since);
}

/** The tested ratio on the books of a state; undefined where it has no value. */
export function ratioOf(state: FundState, covenant: Covenant): Ratio | undefined {
  const { vehicle, ratio } = covenant;
  const expression = compiled(state.charter, ratio, "ratio", vehicle);
  const value = evaluate(expression, fundEnvironment(state, noAct(state), vehicle));
  if (!value.ok) return undefined;
  if (value.value.kind === "integer") return Ratio.make(value.value.value);
  assert(value.value.kind === "ratio", "a covenant is tested by a ratio");
  return value.value.value;
}

/** Covenants of vehicles that there are: a project's vehicle may be made later. */
export function testable({ charter }: FundState): readonly Covenant[] {
  const covenants = charter.leverage?.covenants ?? [];
  return covenants.filter(({ vehicle }) => charter.vehicles.some(({ id }) => id === vehicle));
}

function isSame(a: CovenantStanding | undefined, b: CovenantStanding): boolean {
  if (a === undefined) return b.step === "clear" && b.reached === "clear";
  const sameMove = a.moved?.from === b.moved?.from && a.moved?.to === b.moved?.to;
  return a.step === b.step && a.since === b.since && a.reached === b.reached && sameMove;
}

/**
 * After any entry every covenant is tested on the books that it leaves, facts and decisions alike;
 * a change of where it stands is an event of the same entry [LV11].
 */
export const testCovenants: ConsequenceRule = ({ after }) =>
  testable(after).flatMap((covenant): FundEvent[] => {
    const { standing, waivers } = covenantRecord(after.covenants, covenant.id);
    const ratio = ratioOf(after, covenant);
    const { today } = after;
    const ladder = ladderOf(after.charter, covenant);
    const next = testCovenant(ladder, standing ?? unbroken(today), { ratio, today, waivers });
    if (isSame(standing, next)) return [];
    const from = standing?.step ?? "clear";
    const tested = ratio && { ratio: `${ratio.num}/${ratio.den}` };
    return [{ kind: "covenantStepped", covenant: covenant.id, from, standing: next, ...tested }];
  });

/** Vehicles whose debt the effects add to: a drawing that repays another loan adds nothing. */
function borrowers(state: FundState, effects: Effects): Set<string> {
  const more = new Map<string, bigint>();
  for (const event of effects) {
    const [id, minor] =
      event.kind === "drawingRequested"
        ? [event.facility, event.drawing.requested]
        : event.kind === "paymentInstructed" &&
            event.payment.purpose === "debtService" &&
            partPaidBy(event.payment) === "principal"
          ? [event.payment.subject, -event.payment.minor]
          : [undefined, 0n];
    if (id === undefined) continue;
    const { vehicle } = state.facilities.get(id)!;
    more.set(vehicle, (more.get(vehicle) ?? 0n) + minor);
  }
  return new Set([...more].filter(([, minor]) => minor > 0n).map(([vehicle]) => vehicle));
}

/** Vehicles whose debt or guarantees the effects add to, and those that they pay out of. */
function boundVehicles(state: FundState, effects: Effects) {
  const [borrowing, paying] = [borrowers(state, effects), new Set<string>()];
  const vehicleOfFacility = (id: string): string => state.facilities.get(id)!.vehicle;
  for (const event of effects) {
    if (event.kind === "guaranteeGranted") {
      borrowing.add(vehicleOfFacility(event.guarantee.facility));
    }
    if (event.kind === "investmentSelected") {
      paying.add(state.investments.get(event.id)!.vehicle);
    }
    if (event.kind === "paymentInstructed") {
      const { purpose, mandatory, vehicle } = event.payment;
      const isInvested = purpose === "investment" && !mandatory;
      if (PAID_OUT.has(purpose) || isInvested) paying.add(vehicle);
    }
  }
  return { borrowing, paying };
}

/** What goes to holders; advances that a closed investment is owed and debt service are not. */
const PAID_OUT: ReadonlySet<string> = new Set(["distribution", "returnOfCapital", "redemption"]);

/**
 * What covenants say to a decision [LV19]: one that borrows, guarantees, invests or pays out is
 * refused while a covenant of its vehicle is locked, and where it would leave the ratio beyond the
 * incurrence test once all that was instructed is paid and all that was asked for has come. Debt
 * and guarantees of a vehicle are held against the covenants of those that own it too. Curing acts
 * are none of these, so a breach does not stop its own cure.
 */
export function checkCovenants(
  before: FundState,
  effects: Effects,
  after: () => FundState,
): Rejection | undefined {
  const covenants = testable(before);
  if (covenants.length === 0) return undefined;
  const { borrowing, paying } = boundVehicles(before, effects);
  if (borrowing.size + paying.size === 0) return undefined;
  const bound = new Set([...borrowing, ...paying]);
  for (const { id, clause, vehicle } of covenants) {
    const step = stepOf(before.covenants, id);
    if (bound.has(vehicle) && isLocked(step)) {
      return rejection("covenant_locked", clause, { covenant: id, actual: step });
    }
  }
  for (const vehicle of borrowing)
    for (const id of ownersOf(before.charter, vehicle)) bound.add(id);
  const settled = proForma(after());
  for (const covenant of covenants) {
    const refusal = bound.has(covenant.vehicle) ? checkIncurrence(settled, covenant) : undefined;
    if (refusal !== undefined) return refusal;
  }
  return undefined;
}

function checkIncurrence(settled: FundState, covenant: Covenant): Rejection | undefined {
  const { id, clause, must, incurrence } = covenant;
  const ratio = ratioOf(settled, covenant);
  if (ratio !== undefined && !isBeyond(must, ratio, charterRatio(incurrence))) return undefined;
  const actual = ratio === undefined ? null : `${ratio.num}/${ratio.den}`;
  return rejection("incurrence_not_held", clause, { covenant: id, actual, required: incurrence });
}

/** The books as they will be once what is instructed has left and what is asked for has come. */
export function proForma(state: FundState): FundState {
  let { ledger } = state;
  const move = (
    vehicle: string,
    currency: string,
    legs: readonly (readonly [string, string, bigint])[],
  ) => {
    const postings = legs.map(([account, subject, minor]): Posting => ({
      ...{ account, subject, currency, minor },
    }));
    ledger = post(ledger, { id: "pro-forma/1", vehicle, effectiveDate: state.today, postings });
  };
  for (const payment of waitingPayments(state.payments)) {
    const { vehicle, currency, minor, liability, subject, into } = payment;
    move(vehicle, currency, [
      [liability, subject, minor],
      [ACCOUNTS.cash, "bank", -minor],
    ]);
    if (into === undefined) continue;
    move(into.vehicle, currency, [
      [ACCOUNTS.cash, "bank", minor],
      [into.account, into.subject, -minor],
    ]);
  }
  for (const facility of state.facilities.values()) {
    for (const drawing of facility.drawings) {
      const minor = stillToCome(drawing);
      if (minor === 0n) continue;
      move(facility.vehicle, facility.currency, [
        [ACCOUNTS.cash, "bank", minor],
        [accountOf(facility, "principal"), facility.id, -minor],
      ]);
    }
  }
  return { ...state, ledger };
}

/** How far the vehicle's investments may fall before each step of a covenant is reached [LV17]. */
export function covenantHeadroom(state: FundState, covenant: Covenant): readonly Headroom[] {
  return headroomOf(ladderOf(state.charter, covenant), (fallBps) =>
    ratioAfterFall(state, covenant, fallBps),
  );
}

/** The tested ratio if every investment of the vehicle were worth so many basis points less. */
export function ratioAfterFall(
  state: FundState,
  covenant: Covenant,
  fallBps: number,
): Ratio | undefined {
  return ratioOf({ ...state, ledger: fallen(state, covenant.vehicle, fallBps) }, covenant);
}

const FAIR_VALUE = [ACCOUNTS.investmentsAtCost, ACCOUNTS.unrealisedOnInvestments] as const;

/** The ledger with every investment of a vehicle worth so much less, each rounded down. */
function fallen({ ledger, investments, today }: FundState, vehicle: string, bps: number): Ledger {
  let next = ledger;
  for (const { id: subject, vehicle: holder, currency } of investments.values()) {
    if (holder !== vehicle) continue;
    const worth = FAIR_VALUE.reduce(
      (sum, account) => sum + balanceOf(ledger, { vehicle, account, currency, subject }),
      0n,
    );
    const loss = (worth * BigInt(bps)) / 10_000n;
    if (loss <= 0n) continue;
    const line = { subject, currency };
    next = post(next, {
      ...{ id: "fall/1", vehicle, effectiveDate: today },
      postings: [
        { account: ACCOUNTS.unrealisedChange, ...line, minor: loss },
        { account: ACCOUNTS.unrealisedOnInvestments, ...line, minor: -loss },
      ],
    });
  }
  return next;
}
