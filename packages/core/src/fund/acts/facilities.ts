import { ok } from "../../base/result.ts";
import { pendingOf } from "../../facilities/amounts-due.ts";
import { entered, type Facility, type LoanTerms } from "../../facilities/facility.ts";
import type { ActInHand } from "../../governance/act-definition.ts";
import { rejection, type Rejection } from "../../governance/rejection.ts";
import { ACCOUNTS } from "../../ledger/accounts.ts";
import { defineAct, moved, posted } from "../act-definition.ts";
import {
  facilityAmendSchema,
  facilityEnterSchema,
  facilityNamedSchema,
  rateFixSchema,
  type FacilityEnterBody,
  type LoanTermsBody,
} from "../bodies/facilities.ts";
import { checkFixed, checkMost, checkStatus, inDefault } from "../debt/borrowing.ts";
import type { FundEvent } from "../effects.ts";
import { accrualEvents, owedOf, unusedChanged, unusedOf } from "../debt/lending.ts";
import type { FundState } from "../state.ts";

export const rateFix = defineAct({
  type: "rate.fix",
  nature: "fact",
  schema: rateFixSchema,
  check: (state, { body, clause }) => checkIndex(state, body.index, clause),
  effects: (_state, { body, effectiveDate }) =>
    ok([{ kind: "rateFixed", index: body.index, on: effectiveDate, rate: body.rate }]),
});

function checkIndex(state: FundState, index: string, clause: string): Rejection | undefined {
  const indices = (state.charter.leverage?.indices ?? []).map(({ id }) => id);
  if (indices.includes(index)) return undefined;
  return rejection("index_unknown", clause, { actual: index, required: indices });
}

function loanTerms(body: LoanTermsBody): LoanTerms {
  const { index, rate } = body;
  return {
    limit: body.limit,
    rate: index === undefined ? { kind: "fixed", rate } : { kind: "floating", index, spread: rate },
    dayCount: body.dayCount,
    dates: { first: body.firstPayment, everyMonths: body.everyMonths, maturity: body.maturity },
    instalments: body.instalments.map(({ on, amount }) => ({ on, minor: amount })),
    fees: { commitment: body.commitmentFee, agency: body.agencyFee },
  };
}

/** Terms that contradict themselves: dates out of order, instalments beyond the limit. */
function checkTerms(state: FundState, terms: LoanTermsBody, clause: string): Rejection | undefined {
  const inconsistent = (term: string, actual: string, required: string): Rejection =>
    rejection("facility_terms_inconsistent", clause, { term, actual, required });
  const { firstPayment, maturity, instalments, limit } = terms;
  if (firstPayment <= state.today) return inconsistent("firstPayment", firstPayment, state.today);
  if (maturity < firstPayment) return inconsistent("maturity", maturity, firstPayment);
  let [last, sum]: [string, bigint] = [state.today, 0n];
  for (const { on, amount } of instalments) {
    if (on <= last) return inconsistent("instalments", on, last);
    [last, sum] = [on, sum + amount];
  }
  if (last > maturity) return inconsistent("instalments", last, maturity);
  if (sum > limit) return inconsistent("instalments", sum.toString(), limit.toString());
  return terms.index === undefined ? undefined : checkIndex(state, terms.index, clause);
}

function checkEntering(
  state: FundState,
  { body, clause }: ActInHand<FacilityEnterBody>,
): Rejection | undefined {
  // Fees payable are kept by facility, and others by the id of the fee.
  const isFee = state.charter.fees?.some(({ id }) => id === body.facility) === true;
  if (isFee || state.facilities.has(body.facility)) {
    return rejection("facility_exists", clause, { actual: body.facility });
  }
  const vehicle = state.charter.vehicles.find(({ id }) => id === body.vehicle);
  if (vehicle === undefined) return rejection("vehicle_unknown", clause, { actual: body.vehicle });
  const isAllowed = state.charter.leverage?.facilities.some(({ kind }) => kind === body.kind);
  // Debt of a project has recourse to that project alone, other debt to the fund [LV1].
  if (isAllowed !== true || (body.kind === "project") !== (vehicle.kind === "project")) {
    const facts = { actual: body.kind, vehicle: body.vehicle };
    return rejection("facility_kind_not_allowed", clause, facts);
  }
  const lender = state.charter.parties.find(({ id }) => id === body.lender);
  if (lender?.kind !== "lender")
    return rejection("lender_unknown", clause, { actual: body.lender });
  if (vehicle.currency !== body.currency) {
    const facts = { actual: body.currency, required: vehicle.currency };
    return rejection("wrong_currency", clause, facts);
  }
  return checkTerms(state, body.terms, clause);
}

export const facilityEnter = defineAct({
  type: "facility.enter",
  nature: "decision",
  schema: facilityEnterSchema,
  check(state, inHand) {
    const { kind, currency, terms } = inHand.body;
    return (
      checkEntering(state, inHand) ??
      checkMost(state, { kind, currency, more: terms.limit, clause: inHand.clause })
    );
  },
  effects(state, inHand) {
    const { facility: id, name, kind, vehicle, lender, currency, upfrontFee } = inHand.body;
    const terms = loanTerms(inHand.body.terms);
    const facility = {
      ...entered({
        ...{ id, kind, vehicle, lender, currency, terms, upfrontFee, on: state.today },
      }),
      ...(name === undefined ? {} : { name }),
    };
    const fee = moved({
      ...{ debit: ACCOUNTS.facilityFees, credit: ACCOUNTS.feesPayable },
      ...{ subject: id, currency, minor: upfrontFee },
    });
    const postings = [...unusedChanged(facility, terms.limit), ...(upfrontFee > 0n ? fee : [])];
    return ok([{ kind: "facilityEntered", facility }, posted(inHand, 1, vehicle, postings)]);
  },
  concerns: (_state, { lender }) => [lender],
  amount: (_state, { currency, terms }) => ({ currency, minor: terms.limit }),
});

const lenderOf = (state: FundState, id: string): readonly string[] => {
  const facility = state.facilities.get(id);
  return facility === undefined ? [] : [facility.lender];
};

/** What is recorded up to today is owed on the old terms; the new ones begin today [LV5]. */
function onNewTerms(
  state: FundState,
  inHand: ActInHand<unknown>,
  facility: Facility,
  change: { readonly event: FundEvent; readonly unused: bigint },
): readonly FundEvent[] {
  const { id, effectiveDate } = inHand;
  const accrual = accrualEvents(state, facility, { id, n: 1, effectiveDate });
  const memo = unusedChanged(facility, change.unused - unusedOf(facility));
  const n = accrual.length === 0 ? 1 : 2;
  const entries = memo.length === 0 ? [] : [posted(inHand, n, facility.vehicle, memo)];
  return [...accrual, change.event, ...entries];
}

export const facilityAmend = defineAct({
  type: "facility.amend",
  nature: "decision",
  schema: facilityAmendSchema,
  check(state, { body, clause }) {
    const refusal =
      checkStatus(state, body.facility, clause, "open") ?? checkTerms(state, body.terms, clause);
    if (refusal !== undefined) return refusal;
    const facility = state.facilities.get(body.facility)!;
    if (body.currency !== facility.currency) {
      const facts = { actual: body.currency, required: facility.currency };
      return rejection("wrong_currency", clause, facts);
    }
    const out = facility.principal + pendingOf(facility);
    if (body.terms.limit < out) {
      return rejection("facility_terms_inconsistent", clause, {
        ...{ term: "limit", actual: body.terms.limit.toString(), required: out.toString() },
      });
    }
    const unfixed = out > 0n ? checkFixed(state, body.terms.index, clause) : undefined;
    if (unfixed !== undefined) return unfixed;
    const { kind, currency } = facility;
    const more = body.terms.limit - facility.terms.limit;
    return more > 0n ? checkMost(state, { kind, currency, more, clause }) : undefined;
  },
  effects(state, inHand) {
    const { facility: id } = inHand.body;
    const facility = state.facilities.get(id)!;
    const terms = loanTerms(inHand.body.terms);
    const event: FundEvent = { kind: "facilityAmended", id, terms, on: state.today };
    const unused = terms.limit - facility.principal;
    return ok(onNewTerms(state, inHand, facility, { event, unused }));
  },
  concerns: (state, { facility }) => lenderOf(state, facility),
  amount: (_state, { currency, terms }) => ({ currency, minor: terms.limit }),
});

export const facilityClose = defineAct({
  type: "facility.close",
  nature: "decision",
  schema: facilityNamedSchema,
  check(state, { body, clause }) {
    const refusal = checkStatus(state, body.facility, clause, "open", "accelerated");
    if (refusal !== undefined) return refusal;
    const facility = state.facilities.get(body.facility)!;
    const { currency } = facility;
    const owed = [
      ...(["principal", "interest", "fees"] as const).map(
        (part) => [part, owedOf(facility, part)] as const,
      ),
      ["pending", pendingOf(facility)] as const,
    ];
    const open = owed.find(([, minor]) => minor !== 0n);
    if (open === undefined) return undefined;
    const facts = { part: open[0], actual: open[1].toString(), currency };
    return rejection("facility_not_settled", clause, facts);
  },
  effects(state, inHand) {
    const { facility: id } = inHand.body;
    const facility = state.facilities.get(id)!;
    const memo = unusedChanged(facility, -unusedOf(facility));
    const entries = memo.length === 0 ? [] : [posted(inHand, 1, facility.vehicle, memo)];
    return ok([{ kind: "facilityClosed", id }, ...entries]);
  },
  concerns: (state, { facility }) => lenderOf(state, facility),
});

export const facilityAccelerate = defineAct({
  type: "facility.accelerate",
  nature: "decision",
  schema: facilityNamedSchema,
  check(state, { body, act, clause }) {
    const refusal = checkStatus(state, body.facility, clause, "open");
    if (refusal !== undefined) return refusal;
    const { id, lender, vehicle } = state.facilities.get(body.facility)!;
    const party = state.officers.get(act.proposer)?.party;
    if (party !== lender) {
      return rejection("lender_differs", clause, { actual: party ?? null, required: lender });
    }
    if (inDefault(state, vehicle)) return undefined;
    return rejection("not_in_default", clause, { facility: id, vehicle });
  },
  effects(state, inHand) {
    const { facility: id } = inHand.body;
    const facility = state.facilities.get(id)!;
    const event: FundEvent = { kind: "facilityAccelerated", id, on: state.today };
    return ok(onNewTerms(state, inHand, facility, { event, unused: 0n }));
  },
  amount: (state, { facility: id }) => {
    const facility = state.facilities.get(id);
    return facility && { currency: facility.currency, minor: facility.principal };
  },
});
