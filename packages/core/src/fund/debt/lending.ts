import { hasRunOut } from "../../governance/window.ts";
import { accrualTo } from "../../facilities/accrual.ts";
import { longestOut, principalDue } from "../../facilities/amounts-due.ts";
import type { DebtPart, Drawing, Facility } from "../../facilities/facility.ts";
import type { Guarantee } from "../../facilities/guarantee.ts";
import { ACCOUNTS } from "../../ledger/accounts.ts";
import type { Posting } from "../../ledger/journal.ts";
import { waitingPayments, type Payment } from "../../ledger/payment.ts";
import type { FacilityKind, FacilityTerms } from "../../charter/leverage-terms.ts";
import { moved } from "../act-definition.ts";
import type { FundEvent } from "../effects.ts";
import type { FundState } from "../state.ts";

const PRINCIPAL_ACCOUNTS = {
  subscription: ACCOUNTS.subscriptionLine,
  nav: ACCOUNTS.navFacility,
  bond: ACCOUNTS.bonds,
  project: ACCOUNTS.projectDebt,
} as const satisfies { readonly [kind in FacilityKind]: string };

/** The liability account of a part of a facility's debt; its subject is the facility. */
export function accountOf({ kind }: Facility, part: DebtPart): string {
  if (part === "principal") return PRINCIPAL_ACCOUNTS[kind];
  return part === "interest" ? ACCOUNTS.interestPayable : ACCOUNTS.feesPayable;
}

/** The part of a debt that a payment of debt service pays off. */
export function partPaidBy({ liability }: Payment): DebtPart {
  if (liability === ACCOUNTS.interestPayable) return "interest";
  return liability === ACCOUNTS.feesPayable ? "fees" : "principal";
}

/** What the vehicle owes of one part, minor units. */
export function owedOf(facility: Facility, part: DebtPart): bigint {
  if (part === "principal") return facility.principal;
  return part === "interest" ? facility.interestPayable : facility.feesPayable;
}

/** Of that, what payments have been instructed for and have not left, minor units. */
export function instructedOf(state: FundState, facility: Facility, part: DebtPart): bigint {
  const liability = accountOf(facility, part);
  let sum = 0n;
  for (const payment of waitingPayments(state.payments)) {
    if (
      payment.purpose !== "debtService" ||
      payment.subject !== facility.id ||
      payment.liability !== liability
    )
      continue;
    sum += payment.minor;
  }
  return sum;
}

export function termsOfKind(state: FundState, kind: FacilityKind): FacilityTerms | undefined {
  return state.charter.leverage?.facilities.find((terms) => terms.kind === kind);
}

/** The drawing that has been out for longer than the charter lets one; undefined if none has. */
export function outTooLong(state: FundState, facility: Facility): Drawing | undefined {
  const length = termsOfKind(state, facility.kind)?.longestDraw;
  const oldest = longestOut(facility);
  if (length === undefined || oldest?.outSince === undefined) return undefined;
  const isOver = hasRunOut(state.charter, { from: oldest.outSince, length }, state.today);
  return isOver ? oldest : undefined;
}

/** Principal that must be repaid now: by its terms, or because it has been out too long [LV7]. */
export function dueNow(state: FundState, facility: Facility): bigint {
  const due = principalDue(facility, state.today);
  const overdue = outTooLong(state, facility)?.outstanding ?? 0n;
  return due > overdue ? due : overdue;
}

/** What a facility's lender still stands ready to lend, as the memorandum has it, minor units. */
export function unusedOf({ status, terms, principal }: Facility): bigint {
  return status === "open" ? terms.limit - principal : 0n;
}

/** The memorandum of what may still be drawn, changed by so much; no postings for no change. */
export function unusedChanged(facility: Facility, minor: bigint): readonly Posting[] {
  if (minor === 0n) return [];
  return moved({
    debit: ACCOUNTS.undrawnFacilities,
    credit: ACCOUNTS.undrawnFacilitiesContra,
    ...{ subject: facility.id, currency: facility.currency, minor },
  });
}

/** Where an entry stands: its number follows those of the act or day that causes it. */
export type EntryPlace = {
  readonly id: string;
  readonly n: number;
  readonly effectiveDate: FundState["today"];
};

export function entryAt(
  { id, n, effectiveDate }: EntryPlace,
  vehicle: string,
  postings: readonly Posting[],
): FundEvent {
  return { kind: "posted", entry: { id: `${id}/${n}`, vehicle, effectiveDate, postings } };
}

/**
 * Records what a facility has come to cost by today, which is not earned yet [LV5]; nothing where
 * nothing is to be recorded.
 */
export function accrualEvents(
  state: FundState,
  facility: Facility,
  place: EntryPlace,
): readonly FundEvent[] {
  if (facility.status === "closed") return [];
  const { interest, fees } = accrualTo(facility, state.rateFixings, state.today);
  if (interest === 0n && fees === 0n) return [];
  const { id: subject, currency, vehicle } = facility;
  const postings: Posting[] = [];
  const parts = [
    [ACCOUNTS.interestExpense, ACCOUNTS.interestPayable, interest],
    [ACCOUNTS.facilityFees, ACCOUNTS.feesPayable, fees],
  ] as const;
  for (const [debit, credit, minor] of parts) {
    if (minor !== 0n) postings.push(...moved({ debit, credit, subject, currency, minor }));
  }
  return [
    entryAt(place, vehicle, postings),
    { kind: "interestAccrued", facility: facility.id, to: state.today, interest, fees },
  ];
}

/** The memorandum of what a party guarantees, changed by so much. */
export function memoOfGuarantee({ party, currency }: Guarantee, minor: bigint): readonly Posting[] {
  return moved({
    ...{ debit: ACCOUNTS.guarantees, credit: ACCOUNTS.guaranteesContra },
    ...{ subject: party, currency, minor },
  });
}

/** A payment of debt service to the facility's lender; its release clears that part of the debt. */
export function debtPayment(
  facility: Facility,
  part: DebtPart,
  of: Pick<Payment, "id" | "minor" | "mandatory" | "entry" | "instructedAt">,
): Payment {
  const { vehicle, lender: payee, currency, id: subject } = facility;
  const liability = accountOf(facility, part);
  return { ...of, vehicle, payee, purpose: "debtService", currency, liability, subject };
}
