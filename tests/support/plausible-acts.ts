import type { Json } from "@jointfund/core/base/canonical.ts";
import type { FundState } from "@jointfund/core/fund/state.ts";
import { plausibleBooks } from "./plausible-books.ts";
import { plausibleCalls } from "./plausible-calls.ts";
import { plausibleLoans } from "./plausible-loans.ts";
import { plausibleInvestments } from "./plausible-investments.ts";
import { plausibleTroubles } from "./plausible-troubles.ts";

/** An act that could come next, as far as its type, body and date go. */
export type PlausibleAct = {
  readonly type: string;
  readonly by: string;
  readonly body: { readonly [field: string]: Json };
  readonly effectiveDate?: string;
  readonly evidence?: readonly string[];
};

const SHARE = "15000000000000";

function commitments(): readonly PlausibleAct[] {
  return ["US", "JP"].map((party) => {
    const authority = { law: "Law", fiscalYear: "2025", amount: SHARE, expires: "2059-12-31" };
    const body = { party, currency: "USD", amount: SHARE, authority };
    return { type: "commitment.accept", by: `${party.toLowerCase()}-t1`, body };
  });
}

function calls({ capital, charter, today }: FundState, amount: string): readonly PlausibleAct[] {
  const [unitClass] = charter.classes;
  const founders = Object.keys(charter.capital.shares);
  const items = [...capital.commitments.values()].flatMap(({ id, party }) =>
    founders.includes(party) ? [{ party, commitment: id, amount }] : [],
  );
  const { founderPrice: price, id } = unitClass!;
  const dueDate = `${Number(today.slice(0, 4)) + 1}${today.slice(4, 8)}15`;
  const body = { class: id, currency: "USD", dueDate, price, items };
  return [{ type: "capital.call", by: "us-t1", body, effectiveDate: dueDate }];
}

function receipts({ capital }: FundState): readonly PlausibleAct[] {
  return [...capital.calls.values()].flatMap(({ id, items }) =>
    items.map(({ party, minor }) => ({
      type: "capital.receive",
      by: "cu-1",
      body: { call: id, party, currency: "USD", amount: minor.toString() },
    })),
  );
}

function distributionActs(state: FundState): readonly PlausibleAct[] {
  const declarations = [...state.distributions.values()].map(({ id, minor }) => ({
    type: "distribution.declare",
    by: "us-t1",
    body: { distribution: id, amount: minor.toString(), currency: "USD" },
  }));
  const releases = [...state.payments.values()].map(({ id, payee, currency, minor }) => ({
    type: "payment.release",
    by: "us-t1",
    body: { payment: id, payee, currency, amount: minor.toString() },
  }));
  const body = { vehicle: state.charter.capital.vehicle };
  const [strike, determination] = ["nav.strike", "distribution.determine"].map((type) => ({
    ...{ type, by: "ca-1", body },
  }));
  return [strike!, determination!, ...declarations, ...releases];
}

function emergencyActs({ freezes }: FundState): readonly PlausibleAct[] {
  const unfreezes = freezes.map(({ actId }) => ({
    ...{ type: "emergency.unfreeze", by: "jp-t1", body: { freeze: actId } },
  }));
  const conflict = { holder: "us-1", concern: "crusoe", nature: "Shares" };
  return [...unfreezes, { type: "conflict.declare", by: "us-2", body: conflict }];
}

/** Acts of every type that could come next in the life of a fund, some with an amount at choice. */
export function plausibleActs(state: FundState, amount: string): readonly PlausibleAct[] {
  return [
    ...commitments(),
    ...calls(state, amount),
    ...receipts(state),
    ...plausibleCalls(state, amount),
    ...plausibleInvestments(state, amount),
    ...distributionActs(state),
    ...emergencyActs(state),
    ...plausibleTroubles(state, amount),
    ...plausibleBooks(state, amount),
    ...plausibleLoans(state, amount),
  ];
}
