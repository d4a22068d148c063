import { base64Encode } from "@jointfund/core/base/bytes.ts";
import type { Json } from "@jointfund/core/base/canonical.ts";
import type { CallItem, CapitalCall } from "@jointfund/core/capital/call.ts";
import type { Commitment } from "@jointfund/core/capital/commitment.ts";
import type { CapitalTerms } from "@jointfund/core/charter/capital-terms.ts";
import type { Charter } from "@jointfund/core/charter/charter.ts";
import type { ActDraft, DemonstrationFund } from "./demonstration-fund.ts";
import { approvers, drafts, fundAt, idAt } from "./stages.ts";

/** Acts on calls, and partners who come in later: what tests of capital start from. */

export const TREASURIES = ["us-t1", "jp-t1"] as const;

type Fields = { readonly [field: string]: Json };

export const capitalDrafts = {
  increase: (by: string, body: Fields): ActDraft => ({
    type: "commitment.increase",
    by,
    body: { currency: "USD", ...body },
  }),
  release: (commitment: string, amount: string): ActDraft => ({
    type: "commitment.release",
    by: "m-1",
    body: { commitment, currency: "USD", amount },
  }),
  excuse: (body: Fields = {}): ActDraft => ({
    type: "capital.excuse",
    by: "m-1",
    body: { call: idAt("call"), party: "JP", ground: "law", ...body },
  }),
  optOut: (body: Fields = {}): ActDraft => ({
    type: "capital.optOut",
    by: "jp-t1",
    body: { call: idAt("call"), party: "JP", ...body },
  }),
  defer: (body: Fields = {}): ActDraft => ({
    type: "capital.defer",
    by: "jp-t1",
    body: { call: idAt("call"), party: "JP", dueDate: "2025-11-10", ...body },
  }),
  remedy: (body: Fields = {}): ActDraft => ({
    type: "capital.remedy",
    by: "m-1",
    body: { call: idAt("call"), party: "JP", waiveInterest: false, ...body },
  }),
  fundShortfall: (body: Fields = {}): ActDraft => ({
    type: "capital.fundShortfall",
    by: "us-t1",
    body: {
      ...{ call: idAt("call"), inPlaceOf: "JP", party: "US", commitment: idAt("US") },
      ...{ currency: "USD", amount: "100000000000", dueDate: "2026-06-30" },
      ...body,
    },
  }),
  giveBack: (body: Fields = {}): ActDraft => ({
    type: "capital.return",
    by: "m-1",
    body: { call: idAt("call"), currency: "USD", amount: "200000000000", ...body },
  }),
  trueUp: (body: Fields): ActDraft => ({
    type: "capital.trueUp",
    by: "m-1",
    body: { class: "partners", ...body },
  }),
  admit: (party: string, body: Fields = {}): ActDraft => ({
    type: "party.admit",
    by: "us-t1",
    body: {
      ...{ party, kind: "partner", seats: [`${party}-T1`], threshold: 1 },
      name: { en: `Partner ${party}`, ja: `組合員${party}` },
      short: { en: party, ja: party },
      ...body,
    },
  }),
  withdraw: (party: string, by: string): ActDraft => ({
    type: "party.withdraw",
    by,
    body: { party },
  }),
  promise: (party: string, amount: string): ActDraft => ({
    type: "commitment.accept",
    by: officerOf(party),
    body: { party, currency: "USD", amount },
  }),
  partnerCall: (body: Fields & { readonly dueDate: string }): ActDraft => ({
    type: "capital.call",
    by: "m-1",
    effectiveDate: body.dueDate,
    body: { class: "partners", currency: "USD", ...body },
  }),
  appraisal: (body: Fields = {}): ActDraft => ({
    type: "contribution.appraise",
    by: "va-1",
    body: {
      ...{ party: "JP", investment: "abilene", asset: "Land", currency: "USD" },
      ...{ amount: "50000000000", ...body },
    },
  }),
  inKind: (body: Fields): ActDraft => ({
    type: "capital.contributeInKind",
    by: "jp-t1",
    body: { party: "JP", investment: "abilene", milestone: "step-2", ...body },
  }),
  receipt: (call: string, party: string, amount: string): ActDraft => ({
    type: "capital.receive",
    by: "cu-1",
    body: { call, party, currency: "USD", amount },
  }),
} as const;

export const officerOf = (party: string): string => `${party.toLowerCase()}-1`;

/** The same fund under other terms, as if it had been founded on them. */
export function under(
  fund: DemonstrationFund,
  change: (charter: Charter) => Partial<Charter>,
): DemonstrationFund {
  return fund.change((state) => {
    const adopted = { ...state.adopted, ...change(state.adopted) };
    const charter = { ...state.charter, ...change(state.charter) };
    const charters = state.charters.set(String(charter.version), charter);
    return { ...state, adopted, charter, charters };
  });
}

/** The same with other terms of capital. */
export const withCapital = (
  fund: DemonstrationFund,
  change: Partial<CapitalTerms>,
): DemonstrationFund => under(fund, ({ capital }) => ({ capital: { ...capital, ...change } }));

/** Either side may decline to fund an investment, and the other may pay in its place. */
export function withOptOut(fund: DemonstrationFund, othersMayFund = true): DemonstrationFund {
  return under(fund, ({ capital, acts, unusedActs }) => ({
    capital: {
      ...capital,
      optOut: {
        ...{ clause: "5.80", by: ["JP"], othersMayFund },
        consequence: { en: "Tariffs may rise.", ja: "関税が引き上げられることがある。" },
      },
    },
    acts: {
      ...acts,
      "capital.optOut": {
        ...{ clause: "5.81", name: { en: "Opt-out", ja: "見送り" }, nature: "decision" },
        propose: ["JP"],
        approve: [{ rule: { unilateral: ["JP"] } }],
      },
    },
    unusedActs: unusedActs.filter((type) => type !== "capital.optOut"),
  }));
}

/** A partner of the fund, admitted, with an officer who has a key and a seat. */
export function admitted(fund: DemonstrationFund, party: string): DemonstrationFund {
  fund.enact(capitalDrafts.admit(party), ...TREASURIES);
  const officer = officerOf(party);
  const publicKey = base64Encode(fund.keyOf(officer).publicKey);
  const body = { officer, party, publicKey };
  fund.enact({ type: "key.enrol", by: "us-t1", body }, ...TREASURIES);
  // Before its first officer sits somewhere the party has no voice: both treasuries seat him.
  const seat = { seat: `${party}-T1`, officer };
  fund.enact({ type: "appointment.seat", by: "us-t1", body: seat }, ...TREASURIES);
  return fund;
}

/** A fund that earns, with a struck price and the partners' class open. */
export function openToPartners(): DemonstrationFund {
  const fund = fundAt("earning");
  fund.enact({ type: "class.open", by: "m-1", body: { class: "partners" } }, ...TREASURIES);
  fund.enact(drafts.strike(), ...TREASURIES);
  return fund;
}

/** Promises for a partner, and gives the commitment's id. */
export const promise = (fund: DemonstrationFund, party: string, amount: string): string =>
  fund.enact(capitalDrafts.promise(party, amount), ...TREASURIES);

export const commitmentOf = (fund: DemonstrationFund, party: string): Commitment =>
  [...fund.state.capital.commitments.values()].find((each) => each.party === party)!;

export const callOf = (fund: DemonstrationFund, id: string): CapitalCall =>
  fund.state.capital.calls.get(id)!;

export const itemIn = (fund: DemonstrationFund, call: string, party: string): CallItem =>
  callOf(fund, call).items.find((item) => item.party === party)!;

/**
 * An investment is closed and Japan called once more, at the struck price; it would bring in land
 * worth 500.00 million dollars.
 */
export function withLand(): DemonstrationFund {
  const fund = fundAt("earning");
  fund.enact(drafts.strike(), ...TREASURIES);
  const items = [{ party: "JP", commitment: idAt("JP"), amount: "60000000000" }];
  const body = { class: "founders", currency: "USD", dueDate: "2026-03-31", price: "1.01666666" };
  const draft = { type: "capital.call", by: "m-1", effectiveDate: "2026-03-31" };
  enact(fund, { ...draft, body: { ...body, items } });
  fund.report(capitalDrafts.appraisal());
  return fund;
}

/** The call on Japan alone, and the appraisal that was reported first. */
export function landOf(fund: DemonstrationFund): { call: string; appraisal: string } {
  const calls = [...fund.state.capital.calls.values()];
  const call = calls.find(({ items }) => items.length === 1)!.id;
  return { call, appraisal: [...fund.state.capital.appraisals.keys()][0]! };
}

/** Enacts an act of this file with the approvals that its rule asks for. */
export const enact = (fund: DemonstrationFund, draft: ActDraft): string =>
  fund.enact(draft, ...(approvers[draft.type] ?? TREASURIES));
