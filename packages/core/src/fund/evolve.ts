import { assert } from "../base/assert.ts";
import type { Instant } from "../calendar/date.ts";
import { isCapitalEvent, type CapitalEvent } from "../capital/events.ts";
import { evolveCapital } from "../capital/evolve.ts";
import { evolveCharges } from "../dealing/charges.ts";
import { evolveClasses } from "../dealing/class-register.ts";
import { evolveOrders } from "../dealing/orders.ts";
import { evolveSuspensions } from "../dealing/suspensions.ts";
import { evolveStrikes } from "../dealing/nav-strike.ts";
import { evolveDistributions } from "../distributions/state.ts";
import { evolveWaterfallBooks } from "../distributions/waterfall-book.ts";
import { evolveFixings, type RateEvent } from "../facilities/accrual.ts";
import { evolveCovenants, type CovenantEvent } from "../facilities/covenants.ts";
import { evolveFacilities, type FacilityEvent } from "../facilities/facility.ts";
import { evolveGuarantees, type GuaranteeEvent } from "../facilities/guarantee.ts";
import type { GovernanceEvent } from "../governance/events.ts";
import { emptyGovernance, evolveGovernance } from "../governance/evolve.ts";
import { evolveRegisters, type RegisterEvent } from "../investments/registers.ts";
import { evolveInvestments, type InvestmentEvent } from "../investments/state.ts";
import { evolveHedges } from "../facilities/hedges.ts";
import { evolveBank } from "../ledger/bank-record.ts";
import { evolveCorrections } from "../ledger/corrections.ts";
import { evolveExchangeRates } from "../ledger/exchange-rates.ts";
import { post, type LedgerEvent } from "../ledger/journal.ts";
import { evolvePayments } from "../ledger/payment.ts";
import { evolvePeriods } from "../ledger/periods.ts";
import { evolveOversight, isOversightEvent } from "../oversight/state.ts";
import type { Effects, FundEvent } from "./effects.ts";
import { emptyBooks, type FundState } from "./state.ts";

function evolveOne(state: FundState, event: FundEvent): FundState {
  switch (event.kind) {
    case "founded":
      return { ...state, trust: event.trust };
    case "refused":
    case "sealed":
      return state;
    case "finalityReached":
      return { ...state, trust: finality(state, event) };
    case "posted":
      return evolveBooks(state, event);
    case "periodClosed":
      return { ...state, periods: evolvePeriods(state.periods, event) };
    case "entryCorrected":
      return { ...state, corrections: evolveCorrections(state.corrections, event) };
    case "exchangeRateFixed":
      return { ...state, exchangeRates: evolveExchangeRates(state.exchangeRates, event) };
    case "hedgeOpened":
    case "hedgeClosed":
      return { ...state, hedges: evolveHedges(state.hedges, event) };
    case "bankStatementRecorded":
      return { ...state, bank: evolveBank(state.bank, event) };
    case "paymentInstructed":
    case "paymentReleased":
      return { ...state, payments: evolvePayments(state.payments, event) };
    case "navStruck":
      return { ...state, strikes: evolveStrikes(state.strikes, event) };
    case "feeAccrued":
    case "feeRebated":
    case "rebateInstructed":
    case "feeWaived":
    case "feeInstructed":
    case "expenseBooked":
    case "expenseInstructed":
      return { ...state, charges: evolveCharges(state.charges, event) };
    case "orderPlaced":
    case "orderCancelled":
    case "orderDealt":
    case "feederDealt":
      return { ...state, orders: evolveOrders(state.orders, event) };
    case "dealingSuspended":
    case "dealingResumed":
      return { ...state, suspensions: evolveSuspensions(state.suspensions, event) };
    case "classOpened":
    case "classClosed":
      return { ...state, classes: evolveClasses(state.classes, event) };
    case "distributionDetermined":
    case "distributionDeclared":
      return { ...state, distributions: evolveDistributions(state.distributions, event) };
    case "capitalAccountChanged":
    case "recoupmentChanged":
    case "carryChanged":
    case "longStopReached":
    case "recoupmentInterpreted":
    case "tierSharesAgreed":
      return { ...state, waterfalls: evolveWaterfallBooks(state.waterfalls, event) };
    default:
      return isOversightEvent(event)
        ? { ...state, oversight: evolveOversight(state.oversight, event) }
        : evolveHoldings(state, event);
  }
}

/** What the fund owns, and the registers beside it; what it owes is next. */
function evolveHoldings(
  state: FundState,
  event: InvestmentEvent | RegisterEvent | CapitalEvent | BorrowingEvent | GovernanceEvent,
): FundState {
  switch (event.kind) {
    case "investmentRecommended":
    case "investmentSelected":
    case "milestonesAdded":
    case "milestoneCertified":
    case "certificateWithdrawn":
    case "investmentFunded":
    case "sponsorFunded":
    case "overrunReported":
    case "overrunFunded":
    case "investmentCostReduced":
    case "investmentDisposed":
    case "investmentWrittenOff":
    case "investmentValued":
    case "valuationChallenged":
    case "valuationReviewed":
      return { ...state, investments: evolveInvestments(state.investments, event) };
    case "obligationRecorded":
    case "obligationFulfilled":
    case "applicationReceived":
      return { ...state, registers: evolveRegisters(state.registers, event) };
    default:
      return isCapitalEvent(event)
        ? { ...state, capital: evolveCapital(state.capital, event) }
        : evolveBorrowing(state, event);
  }
}

type BorrowingEvent = FacilityEvent | RateEvent | GuaranteeEvent | CovenantEvent;

function evolveBorrowing(state: FundState, event: BorrowingEvent | GovernanceEvent): FundState {
  switch (event.kind) {
    case "facilityEntered":
    case "facilityAmended":
    case "drawingRequested":
    case "drawingReceived":
    case "drawingLapsed":
    case "interestAccrued":
    case "debtServiced":
    case "facilityAccelerated":
    case "facilityClosed":
      return { ...state, facilities: evolveFacilities(state.facilities, event) };
    case "rateFixed":
      return { ...state, rateFixings: evolveFixings(state.rateFixings, event) };
    case "guaranteeGranted":
    case "guaranteePaid":
    case "guaranteeEnded":
      return { ...state, guarantees: evolveGuarantees(state.guarantees, event) };
    case "covenantStepped":
    case "covenantWaived":
    case "curePlanned":
      return { ...state, covenants: evolveCovenants(state.covenants, event) };
    default:
      return evolveGovernance(state, event);
  }
}

/** An entry is in the balances, in its period, and where a correction would look for it. */
function evolveBooks(state: FundState, event: LedgerEvent): FundState {
  return {
    ...state,
    ledger: post(state.ledger, event.entry),
    periods: evolvePeriods(state.periods, event),
    corrections: evolveCorrections(state.corrections, event),
  };
}

function finality(
  { charter, trust }: FundState,
  event: Extract<FundEvent, { kind: "finalityReached" }>,
): FundState["trust"] {
  const isFinal = charter.finality.mirrors.every((party) => event.mirrors.includes(party));
  const isWitnessed = event.mirrors.length > 0 && event.witnesses.length > 0;
  return {
    ...trust,
    finalSize: isFinal ? Math.max(trust.finalSize, event.size) : trust.finalSize,
    witnessedSize:
      isFinal || isWitnessed ? Math.max(trust.witnessedSize, event.size) : trust.witnessedSize,
  };
}

/** The state after an entry. The first entry's effects found the fund. */
export function evolve(
  state: FundState | undefined,
  effects: Effects,
  recordedAt: Instant,
): FundState {
  let next = state ?? beforeFounding(effects, recordedAt);
  for (const event of effects) next = evolveOne(next, event);
  return next.recordedAt === recordedAt ? next : { ...next, recordedAt };
}

function beforeFounding(effects: Effects, recordedAt: Instant): FundState {
  const [founded] = effects;
  assert(founded?.kind === "founded", "a fund begins with its founding");
  return { ...emptyGovernance, ...emptyBooks, trust: founded.trust, recordedAt };
}
