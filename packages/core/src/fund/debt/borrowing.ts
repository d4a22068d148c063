import { openOf } from "../../capital/call.ts";
import { openCalls } from "../../capital/called.ts";
import { lastAuthorised, unfundedOf } from "../../capital/commitment.ts";
import { assert } from "../../base/assert.ts";
import { Ratio, roundRatio } from "../../base/ratio.ts";
import { borrowingBase } from "../../facilities/borrowing-base.ts";
import { pendingOf } from "../../facilities/amounts-due.ts";
import { valueOn } from "../../facilities/dated-values.ts";
import { stepOf } from "../../facilities/covenants.ts";
import type { FacilityKind } from "../../charter/leverage-terms.ts";
import type { Facility } from "../../facilities/facility.ts";
import { evaluate } from "../../expression/evaluate.ts";
import { rejection, type Rejection } from "../../governance/rejection.ts";
import { fundEnvironment, noAct } from "../environment.ts";
import { compiled } from "../expressions.ts";
import { mainVehicle } from "../figures.ts";
import { currentRate } from "../foreign-currency.ts";
import { termsOfKind } from "./lending.ts";
import { worthAtLast } from "./look-through.ts";
import type { FundState } from "../state.ts";
import { charterRatio } from "../terms.ts";

/** A facility that exists and stands as the act needs it. */
export function checkStatus(
  state: FundState,
  id: string,
  clause: string,
  ...required: readonly Facility["status"][]
): Rejection | undefined {
  const facility = state.facilities.get(id);
  if (facility === undefined) return rejection("facility_unknown", clause, { actual: id });
  if (required.includes(facility.status)) return undefined;
  return rejection("facility_status", clause, { facility: id, actual: facility.status, required });
}

/** Nobody can say what money costs before the index that its rate goes by was fixed [LV3]. */
export function checkFixed(
  state: FundState,
  index: string | undefined,
  clause: string,
): Rejection | undefined {
  if (index === undefined) return undefined;
  if (valueOn(state.rateFixings.get(index) ?? [], state.today) !== undefined) return undefined;
  return rejection("rate_not_fixed", clause, { actual: index });
}

/** Whether a covenant of the vehicle stands at default: its lenders may call in what they lent. */
export function inDefault(state: FundState, vehicle: string): boolean {
  const covenants = state.charter.leverage?.covenants ?? [];
  return covenants.some(
    (covenant) =>
      covenant.vehicle === vehicle && stepOf(state.covenants, covenant.id) === "default",
  );
}

/**
 * Whether a kind of borrowing stays within the most that the charter lets it come to: limits for a
 * facility that is entered or amended, those in other currencies at the last agreed rates, each
 * rounded up to a minor unit [LV1].
 */
export function checkMost(
  state: FundState,
  of: {
    readonly kind: FacilityKind;
    readonly currency: string;
    readonly more: bigint;
    readonly clause: string;
  },
): Rejection | undefined {
  const terms = termsOfKind(state, of.kind);
  if (terms?.most === undefined) return undefined;
  const { currency } = mainVehicle(state.charter);
  if (of.currency !== currency) {
    const rate = currentRate(state, of.currency, currency, terms.clause);
    if (!rate.ok) return rate.error;
  }
  const value = evaluate(
    compiled(state.charter, terms.most, "money"),
    fundEnvironment(state, noAct(state)),
  );
  if (!value.ok) {
    return rejection("expression_undefined", terms.clause, { reason: value.error.reason });
  }
  assert(value.value.kind === "money", "the most of a facility is money");
  const most = roundRatio(value.value.amount, "floor");
  const others = [...state.facilities.values()].filter(
    ({ kind, status }) => kind === of.kind && status !== "closed",
  );
  let whole = 0n;
  for (const limit of [
    { currency: of.currency, minor: of.more },
    ...others.map((other) => ({ currency: other.currency, minor: other.terms.limit })),
  ]) {
    const worth = worthAtLast(state, limit, currency);
    if (worth === undefined) {
      const actual = `${limit.currency}/${currency}`;
      return rejection("rate_not_fixed", terms.clause, { actual });
    }
    whole += Ratio.ceil(worth);
  }
  if (whole <= most) return undefined;
  const facts = { actual: whole.toString(), required: most.toString(), currency };
  return rejection("facility_beyond_most", terms.clause, facts);
}

/**
 * Whether a subscription line stays within its borrowing base [LV9]. A commitment counts while its
 * budget authority runs and its party is not late with a call.
 */
export function checkBorrowingBase(
  state: FundState,
  facility: Facility,
  more: bigint,
): Rejection | undefined {
  const terms = termsOfKind(state, facility.kind);
  if (terms?.advanceRate === undefined) return undefined;
  const advanceRate = charterRatio(terms.advanceRate);
  const late = partiesLate(state);
  const commitments = [...state.capital.commitments.values()].map((commitment) => ({
    party: commitment.party,
    uncalled: unfundedOf(commitment),
    eligible:
      commitment.currency === facility.currency &&
      (lastAuthorised(commitment) ?? state.today) >= state.today &&
      !late.has(commitment.party),
    advanceRate,
  }));
  const base = borrowingBase(commitments);
  let out = more;
  for (const other of state.facilities.values()) {
    if (other.kind === facility.kind) out += other.principal + pendingOf(other);
  }
  if (out <= base) return undefined;
  return rejection("borrowing_base_exceeded", terms.clause, {
    ...{ actual: out.toString(), required: base.toString(), currency: facility.currency },
  });
}

function partiesLate({ capital, today }: FundState): ReadonlySet<string> {
  const late = new Set<string>();
  for (const { items } of openCalls(capital.calls)) {
    for (const item of items) if (item.dueDate < today && openOf(item) > 0n) late.add(item.party);
  }
  return late;
}
