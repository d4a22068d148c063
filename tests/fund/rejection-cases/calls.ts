import type { Json } from "@jointfund/core/base/canonical.ts";
import {
  admitted,
  capitalDrafts as draft,
  commitmentOf,
  enact,
  landOf,
  openToPartners,
  promise,
  under,
  withCapital,
  withLand,
  withOptOut,
} from "../../support/capital-drafts.ts";
import type { DemonstrationFund } from "../../support/demonstration-fund.ts";
import {
  at,
  call,
  executing,
  item,
  onCallDay,
  proposing,
  withBody,
  type Case,
} from "../../support/rejection-case.ts";
import { drafts, fundAt, idAt } from "../../support/stages.ts";

/** Japan has not paid, and the ladder has come to where others may pay in its place. */
const inDefault = (): DemonstrationFund => {
  const fund = fundAt("called").until("2025-09-10");
  fund.report(drafts.receipt("US"));
  return fund.until("2025-12-16");
};

const withPartner = (): DemonstrationFund => admitted(openToPartners(), "PAR");

/** A partner's call at the struck price that it has paid, and a later partner with a promise. */
function partnerPaid(): DemonstrationFund {
  const fund = withPartner();
  const commitment = promise(fund, "PAR", "100000000000");
  const items = [{ party: "PAR", commitment, amount: "10166666600" }];
  const body = { dueDate: "2026-03-31", price: "1.01666666", items };
  const id = enact(fund, draft.partnerCall(body));
  fund.until("2026-03-31");
  fund.report(draft.receipt(id, "PAR", "10166666600"));
  admitted(fund, "LATE");
  promise(fund, "LATE", "50000000000");
  return fund;
}

const trueUpOf = (fund: DemonstrationFund, body: { readonly [field: string]: Json } = {}) =>
  draft.trueUp({
    ...{ party: "LATE", commitment: commitmentOf(fund, "LATE").id, dueDate: "2026-04-30" },
    ...body,
  });

const commitmentCases: readonly Case[] = [
  {
    code: "increase_of_nothing",
    clause: "5.12",
    fund: at("committed"),
    statement: proposing(() => draft.increase("us-t1", { commitment: idAt("US"), amount: "0" })),
  },
  {
    code: "commitment_beyond_share",
    clause: "5.1",
    actual: "15000000000001",
    fund: at("committed"),
    statement: proposing(() => {
      const authority = { law: "Law", fiscalYear: "2026", amount: "1", expires: "2031-09-30" };
      return draft.increase("us-t1", { commitment: idAt("US"), amount: "1", authority });
    }),
  },
  {
    code: "commitment_exceeded",
    clause: "5.13",
    actual: "14700000000001",
    fund: at("called"),
    statement: proposing(() => draft.release(idAt("US"), "14700000000001")),
  },
  {
    code: "commitment_unknown",
    clause: "5.13",
    fund: at("called"),
    statement: proposing(() => draft.release("0".repeat(64), "1")),
  },
  {
    code: "budget_authority_missing",
    clause: "5.2",
    fund: at("founded"),
    statement: proposing(() => {
      const { authority: _none, ...body } = drafts.commitment("US").body;
      return { ...drafts.commitment("US"), body };
    }),
  },
  {
    code: "commitment_not_in_charter",
    clause: "5.1",
    fund: () =>
      under(admitted(fundAt("founded"), "PAR"), ({ capital: { partners: _none, ...capital } }) => ({
        capital,
      })),
    statement: proposing(() => draft.promise("PAR", "10000000000")),
  },
  {
    code: "commitment_below_least",
    clause: "5.6",
    actual: "9999999999",
    fund: () => admitted(fundAt("founded"), "PAR"),
    statement: proposing(() => draft.promise("PAR", "9999999999")),
  },
  {
    code: "commitments_beyond_limit",
    clause: "5.6",
    actual: "10000000000001",
    fund: () => admitted(fundAt("founded"), "PAR"),
    statement: proposing(() => draft.promise("PAR", "10000000000001")),
  },
];

const callCases: readonly Case[] = [
  {
    code: "call_without_taker",
    clause: "5.3",
    fund: onCallDay,
    statement: proposing(() => call({ vehicle: "fund" })),
  },
  {
    // The fund has classes, so money comes in for units only.
    code: "call_without_taker",
    clause: "5.3",
    fund: onCallDay,
    statement: proposing(() => {
      const { class: _none, price: _price, ...body } = drafts.call().body;
      return { ...drafts.call(), body: { ...body, vehicle: "fund" } };
    }),
  },
  {
    code: "vehicle_unknown",
    clause: "5.3",
    actual: "moon",
    fund: onCallDay,
    statement: proposing(() => {
      const { class: _none, price: _price, ...body } = drafts.call().body;
      return { ...drafts.call(), body: { ...body, vehicle: "moon" } };
    }),
  },
  {
    code: "investment_unknown",
    clause: "5.3",
    actual: "moon",
    fund: onCallDay,
    statement: proposing(() => call({ purpose: "investment", investment: "moon" })),
  },
  {
    // 120,000,000,000.00 may fall due in 2025, and 6,000,000,000.00 are called already.
    code: "yearly_cap_exceeded",
    clause: "5.7",
    actual: "12600000000000",
    fund: at("called"),
    statement: proposing(() =>
      call({ items: [item("US", "6000000000000"), item("JP", "6000000000000")] }),
    ),
  },
  {
    code: "party_not_eligible",
    clause: "5.3",
    actual: "partner",
    fund: withPartner,
    statement(fund) {
      const commitment = promise(fund, "PAR", "10000000000");
      const items = [{ party: "PAR", commitment, amount: "100" }];
      return fund.proposal(call({ dueDate: "2026-03-31", items }, "2026-03-31"));
    },
  },
  {
    code: "call_paid",
    clause: "5.14",
    fund: at("funded"),
    statement: proposing(() => draft.excuse()),
  },
  {
    code: "no_right_to_opt_out",
    clause: "5.80",
    actual: "US",
    fund: () => withOptOut(fundAt("called")),
    statement: proposing(() => draft.optOut({ party: "US" })),
  },
  {
    code: "call_not_for_investment",
    clause: "5.80",
    actual: "general",
    fund: () => withOptOut(fundAt("called")),
    statement: proposing(() => draft.optOut()),
  },
  {
    code: "no_right_to_defer",
    clause: "5.9",
    actual: "MGR",
    fund: at("called"),
    statement: proposing(() => draft.defer({ party: "MGR" })),
  },
  {
    code: "deferral_too_late",
    clause: "5.9",
    actual: "2025-09-10",
    fund: at("called"),
    statement: proposing(() => draft.defer({ dueDate: "2025-09-10" })),
  },
  {
    // Ninety days from 10 September are 9 December.
    code: "deferral_too_long",
    clause: "5.9",
    actual: "2025-12-10",
    fund: at("called"),
    statement: proposing(() => draft.defer({ dueDate: "2025-12-10" })),
  },
  {
    code: "budget_authority_expired",
    clause: "5.15",
    actual: "2030-12-02",
    fund() {
      const fund = fundAt("called");
      const { deferral } = fund.charter.capital;
      const longest = { days: 3000, calendar: "calendar" };
      return withCapital(fund, { deferral: { ...deferral!, longest } });
    },
    statement: proposing(() => draft.defer({ dueDate: "2030-12-02" })),
  },
];

const defaultCases: readonly Case[] = [
  {
    code: "party_not_in_default",
    clause: "5.16",
    fund: at("called"),
    statement: proposing(() => draft.fundShortfall()),
  },
  {
    code: "party_not_in_default",
    clause: "5.17",
    fund: at("called"),
    statement: proposing(() => draft.remedy()),
  },
  {
    code: "due_date_past",
    clause: "5.16",
    actual: "2025-12-15",
    fund: inDefault,
    statement: proposing(() => draft.fundShortfall({ dueDate: "2025-12-15" })),
  },
  {
    code: "funder_in_default",
    clause: "5.16",
    actual: "JP",
    fund: inDefault,
    statement: proposing(() => draft.fundShortfall({ party: "JP", commitment: idAt("JP") })),
  },
  {
    // Nobody was let off, so that others may pay nothing in anybody's place.
    code: "shortfall_exceeded",
    clause: "5.16",
    actual: "100000000000",
    fund: inDefault,
    statement: proposing(() => {
      const { inPlaceOf: _none, ...body } = draft.fundShortfall().body;
      return { ...draft.fundShortfall(), body };
    }),
  },
  {
    code: "shortfall_exceeded",
    clause: "5.16",
    actual: "300000000001",
    fund: inDefault,
    statement: proposing(() => draft.fundShortfall({ amount: "300000000001" })),
  },
  {
    code: "call_still_unpaid",
    clause: "5.17",
    actual: "300000000000",
    fund: inDefault,
    statement: proposing(() => draft.remedy()),
  },
  {
    code: "due_date_past",
    clause: "5.17",
    actual: "2025-12-15",
    fund: inDefault,
    statement: proposing(() => draft.remedy({ dueDate: "2025-12-15" })),
  },
];

const returnCases: readonly Case[] = [
  {
    code: "return_beyond_paid_in",
    clause: "5.18",
    actual: "600000000001",
    fund: at("funded"),
    statement: proposing(() => draft.giveBack({ amount: "600000000001" })),
  },
  {
    code: "class_without_true_up",
    clause: "5.11",
    actual: "founders",
    fund: partnerPaid,
    statement: (fund) => fund.proposal(trueUpOf(fund, { class: "founders" })),
  },
  {
    code: "due_date_past",
    clause: "5.19",
    fund: partnerPaid,
    statement: (fund) => fund.proposal(trueUpOf(fund, { dueDate: "2026-03-30" })),
  },
  {
    code: "nothing_to_true_up",
    clause: "5.19",
    fund: partnerPaid,
    statement(fund) {
      const commitment = commitmentOf(fund, "PAR").id;
      return fund.proposal(trueUpOf(fund, { party: "PAR", commitment }));
    },
  },
  {
    code: "true_up_open",
    clause: "5.19",
    fund: partnerPaid,
    statement(fund) {
      enact(fund, trueUpOf(fund));
      return fund.proposal({ ...trueUpOf(fund), reason: "Again" });
    },
  },
  {
    code: "call_still_unpaid",
    clause: "5.19",
    actual: "100",
    fund: partnerPaid,
    statement(fund) {
      const commitment = commitmentOf(fund, "PAR").id;
      const items = [{ party: "PAR", commitment, amount: "100" }];
      enact(fund, draft.partnerCall({ dueDate: "2026-07-31", price: "1.01666666", items }));
      return fund.proposal(trueUpOf(fund));
    },
  },
  {
    code: "limit_not_held",
    clause: "7.4",
    fund: () => fundAt("funded"),
    statement: executing(() => withBody(draft.giveBack(), { amount: "600000000000" })),
  },
];

const inKindCases: readonly Case[] = [
  {
    code: "appraisal_unknown",
    clause: "5.21",
    fund: withLand,
    statement: (fund) =>
      fund.proposal(draft.inKind({ ...landOf(fund), appraisal: "0".repeat(64) })),
  },
  {
    code: "appraisal_used",
    clause: "5.21",
    fund() {
      const fund = withLand();
      enact(fund, draft.inKind(landOf(fund)));
      return fund;
    },
    statement: (fund) => fund.proposal({ ...draft.inKind(landOf(fund)), reason: "Again" }),
  },
  {
    code: "appraisal_differs",
    clause: "5.21",
    actual: "JP other",
    fund: withLand,
    statement: (fund) => fund.proposal(draft.inKind({ ...landOf(fund), investment: "other" })),
  },
  {
    code: "vehicle_differs",
    clause: "5.21",
    actual: "fund",
    fund: () =>
      withLand().change((state) => {
        const calls = [...state.capital.calls.values()].reduce(
          (all, each) => all.set(each.id, { ...each, vehicle: "site" }),
          state.capital.calls,
        );
        return { ...state, capital: { ...state.capital, calls } };
      }),
    statement: (fund) => fund.proposal(draft.inKind(landOf(fund))),
  },
  {
    code: "in_kind_beyond_call",
    clause: "5.21",
    actual: "50000000000",
    fund() {
      const fund = withLand();
      fund.report(draft.receipt(landOf(fund).call, "JP", "10000000001"));
      return fund;
    },
    statement: (fund) => fund.proposal(draft.inKind(landOf(fund))),
  },
];

export const callActCases: readonly Case[] = [
  ...commitmentCases,
  ...callCases,
  ...defaultCases,
  ...returnCases,
  ...inKindCases,
];
