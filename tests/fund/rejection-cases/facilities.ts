import { noFixings } from "@jointfund/core/facilities/accrual.ts";
import type { DemonstrationFund } from "../../support/demonstration-fund.ts";
import { borrowing, drawn, enact, enactAfter, entered, invested } from "../../support/borrowing.ts";
import {
  at,
  executing,
  proposing,
  reporting,
  withBody,
  type Case,
} from "../../support/rejection-case.ts";

const { terms } = borrowing;

/** The fund once its investment is worth so much. */
const worth = (billions: number) => (): DemonstrationFund => {
  const fund = invested();
  fund.report(borrowing.worth(billions));
  return fund;
};

const entering: readonly Case[] = [
  {
    code: "index_unknown",
    clause: "16.20",
    fund: at("funded"),
    statement: reporting(() => withBody(borrowing.fixing(), { index: "eur-term" })),
  },
  {
    code: "facility_exists",
    clause: "16.21",
    fund: entered,
    statement: proposing(() => borrowing.bonds()),
  },
  {
    code: "facility_kind_not_allowed",
    clause: "16.21",
    actual: "project",
    fund: at("funded"),
    statement: proposing(() => borrowing.bonds({ kind: "project" })),
  },
  {
    code: "lender_unknown",
    clause: "16.21",
    actual: "CUS",
    fund: at("funded"),
    statement: proposing(() => borrowing.bonds({ lender: "CUS" })),
  },
  ...[
    { firstPayment: "2025-09-10" },
    { maturity: "2026-03-14" },
    {
      instalments: [
        { on: "2027-01-01", amount: "1" },
        { on: "2026-12-31", amount: "1" },
      ],
    },
    { instalments: [{ on: "2031-01-01", amount: "1" }] },
    { instalments: [{ on: "2027-01-01", amount: "600000000001" }] },
  ].map((change): Case => ({
    code: "facility_terms_inconsistent",
    clause: "16.21",
    fund: at("funded"),
    statement: proposing(() => borrowing.bonds({ terms: terms(change) })),
  })),
  {
    code: "facility_terms_inconsistent",
    clause: "16.22",
    actual: "499999999999",
    fund: drawn,
    statement: proposing(() => ({
      ...borrowing.named("facility.amend", "bonds", "m-1"),
      body: { facility: "bonds", currency: "USD", terms: terms({ limit: "499999999999" }) },
    })),
  },
  {
    code: "facility_beyond_most",
    clause: "16.5",
    actual: "30000000000001",
    fund: at("funded"),
    statement: proposing(() => borrowing.bonds({ terms: terms({ limit: "30000000000001" }) })),
  },
];

const drawing: readonly Case[] = [
  {
    code: "facility_unknown",
    clause: "16.23",
    fund: at("funded"),
    statement: proposing(() => borrowing.draw("bonds", 1)),
  },
  {
    code: "drawing_due_past",
    clause: "16.23",
    fund: entered,
    statement: proposing(() => borrowing.draw("bonds", 1, "2025-09-16")),
  },
  {
    code: "rate_not_fixed",
    clause: "16.23",
    actual: "usd-term",
    fund: () => {
      const fund = at("funded")();
      enactAfter(fund, borrowing.line(), "2025-09-17");
      return fund;
    },
    statement: proposing(() => borrowing.draw("line", 1)),
  },
  {
    code: "rate_not_fixed",
    clause: "16.22",
    actual: "usd-term",
    fund: () => drawn().change((state) => ({ ...state, rateFixings: noFixings })),
    statement: proposing(() => ({
      ...borrowing.named("facility.amend", "bonds", "m-1"),
      body: { facility: "bonds", currency: "USD", terms: terms({ index: "usd-term" }) },
    })),
  },
  {
    code: "drawing_beyond_limit",
    clause: "16.23",
    actual: "200000000000",
    fund: drawn,
    statement: proposing(() => borrowing.draw("bonds", 2)),
  },
  {
    code: "drawing_out_too_long",
    clause: "16.23",
    fund: () => {
      const fund = at("funded")();
      enactAfter(fund, borrowing.subscription(), "2025-09-17");
      const first = enact(fund, borrowing.draw("bridge", 1));
      fund.report(borrowing.receipt("bridge", first, 1));
      return fund.at("2026-03-17T09:00:00Z");
    },
    statement: proposing(() => borrowing.draw("bridge", 1, "2026-03-20")),
  },
  {
    // 300 billion committed, 6 called: a quarter of 294 billion is 73.5.
    code: "borrowing_base_exceeded",
    clause: "16.3",
    actual: "7400000000000",
    fund: () => {
      const fund = at("funded")();
      enactAfter(fund, borrowing.subscription(), "2025-09-17");
      return fund;
    },
    statement: proposing(() => borrowing.draw("bridge", 74)),
  },
  {
    code: "drawing_unknown",
    clause: "16.24",
    fund: entered,
    statement: reporting(() => borrowing.receipt("bonds", "ab".repeat(32), 1)),
  },
];

const paying: readonly Case[] = [
  {
    code: "repayment_beyond_owed",
    clause: "16.25",
    fund: drawn,
    statement: proposing(() => borrowing.repayment("bonds", "principal", "1")),
  },
  {
    code: "repayment_beyond_owed",
    clause: "16.26",
    fund: () => {
      const fund = drawn();
      enact(fund, borrowing.prepayment("bonds", 4));
      return fund;
    },
    statement: proposing(() => borrowing.prepayment("bonds", 2)),
  },
  {
    code: "repayment_beyond_owed",
    clause: "16.34",
    fund: drawn,
    statement: proposing(() => borrowing.refinancing("bonds", "line", 0.5)),
  },
  {
    code: "drawing_beyond_limit",
    clause: "16.34",
    fund: drawn,
    statement: proposing(() => borrowing.refinancing("line", "bonds", 4.5)),
  },
  {
    code: "refinancing_unfit",
    clause: "16.34",
    actual: "bonds",
    fund: drawn,
    statement: proposing(() => borrowing.refinancing("bonds", "bonds", 0.5)),
  },
  {
    code: "facility_not_settled",
    clause: "16.27",
    actual: "500000000",
    fund: entered,
    statement: proposing(() => borrowing.named("facility.close", "line", "m-1")),
  },
  {
    code: "facility_status",
    clause: "16.23",
    actual: "closed",
    fund: () => {
      const fund = entered();
      enact(fund, borrowing.named("facility.close", "bonds", "m-1"));
      return fund;
    },
    statement: proposing(() => borrowing.draw("bonds", 1)),
  },
  {
    code: "lender_differs",
    clause: "16.30",
    actual: "OPR",
    fund: () => {
      const fund = drawn();
      enact(fund, borrowing.guarantee());
      // Another lender than that of the facility, as one admitted later would be.
      return fund.change((state) => {
        const officer = state.officers.get("le-1")!;
        return { ...state, officers: state.officers.set("le-1", { ...officer, party: "OPR" }) };
      });
    },
    statement: (fund) => {
      const acts = fund.state.charter.acts;
      const rule = { ...acts["guarantee.call"]!, propose: ["OPR"] };
      fund.change((state) => ({
        ...state,
        charter: { ...state.charter, acts: { ...acts, "guarantee.call": rule } },
      }));
      const [guarantee] = fund.state.guarantees.keys();
      return fund.fact(borrowing.called(guarantee!, 1));
    },
  },
  {
    code: "not_in_default",
    clause: "16.28",
    fund: drawn,
    statement: proposing(() => borrowing.named("facility.accelerate", "bonds", "le-1")),
  },
];

const standingIn: readonly Case[] = [
  {
    code: "guarantee_of_other_party",
    clause: "16.29",
    actual: "JP",
    fund: entered,
    statement: proposing(() => ({ ...borrowing.guarantee(), by: "jp-t1" })),
  },
  {
    code: "guarantee_not_in_charter",
    clause: "16.29",
    fund: () => {
      const fund = entered();
      const { leverage } = fund.state.charter;
      return fund.change((state) => ({
        ...state,
        charter: { ...state.charter, leverage: { ...leverage!, guarantees: [] } },
      }));
    },
    statement: proposing(() => borrowing.guarantee()),
  },
  {
    code: "guarantee_beyond_cap",
    clause: "16.10",
    actual: "3000000000001",
    fund: entered,
    statement: proposing(() => borrowing.guarantee({ amount: "3000000000001" })),
  },
  {
    code: "budget_authority_exceeded",
    clause: "16.29",
    fund: entered,
    statement: proposing(() =>
      borrowing.guarantee({
        authority: { law: "Act", fiscalYear: "2025", amount: "1", expires: "2030-09-30" },
      }),
    ),
  },
  {
    code: "budget_authority_expired",
    clause: "16.29",
    fund: entered,
    statement: proposing(() => borrowing.guarantee({ expires: "2030-10-01" })),
  },
  {
    code: "guarantee_unknown",
    clause: "16.30",
    fund: drawn,
    statement: reporting(() => borrowing.called("ab".repeat(32), 1)),
  },
  {
    code: "guarantee_exceeded",
    clause: "16.30",
    actual: "300000000000",
    fund: () => {
      const fund = drawn();
      enact(fund, borrowing.guarantee());
      return fund;
    },
    statement: (fund) => fund.fact(borrowing.called([...fund.state.guarantees.keys()][0]!, 3)),
  },
];

const covenants: readonly Case[] = [
  {
    code: "covenant_unknown",
    clause: "16.31",
    fund: entered,
    statement: proposing(() => borrowing.waiver("lock", "2026-01-01", "no-such")),
  },
  {
    code: "waiver_over",
    clause: "16.31",
    fund: entered,
    statement: proposing(() => borrowing.waiver("lock", "2025-09-16")),
  },
  {
    code: "covenant_step_too_low",
    clause: "16.32",
    actual: "clear",
    fund: entered,
    statement: proposing(() => borrowing.cure("2026-01-01")),
  },
  {
    code: "covenant_step_too_low",
    clause: "16.33",
    actual: "lock",
    fund: worth(6.9),
    statement: proposing(() => borrowing.sale("2025-12-01")),
  },
  {
    code: "investment_unknown",
    clause: "16.33",
    fund: worth(5.4),
    statement: proposing(() => borrowing.sale("2025-12-01", ["tower", "milam"])),
  },
  {
    code: "plan_after_deadline",
    clause: "16.32",
    fund: worth(5.9),
    statement: proposing(() => borrowing.cure("2026-01-01")),
  },
  {
    code: "covenant_locked",
    clause: "16.7",
    actual: "lock",
    fund: worth(6.9),
    statement: executing(() => borrowing.draw("line", 0.001)),
  },
  {
    // 6 paid in and 6.1 borrowed: 12.1 / 6.1 is less than 200%, the fee taken off.
    code: "incurrence_not_held",
    clause: "16.7",
    fund: drawn,
    statement: executing(() => borrowing.draw("line", 1.1)),
  },
  {
    code: "wrong_currency",
    clause: "16.32",
    fund: worth(5.9),
    statement: proposing(() => withBody(borrowing.cure("2025-10-31"), { currency: "JPY" })),
  },
];

export const facilitiesCases: readonly Case[] = [
  ...entering,
  ...drawing,
  ...paying,
  ...standingIn,
  ...covenants,
];
