import { exampleCharter } from "./charters.ts";
import { DemonstrationFund, type ActDraft } from "./demonstration-fund.ts";

/**
 * The life of a demonstration fund in steps that tests start from; each is made once and forked.
 */

const made = new Map<string, DemonstrationFund>();
const names = new Map<string, string>();

/** Id of the act that a stage called by this name. */
export function idAt(name: string): string {
  const id = names.get(name);
  if (id === undefined) throw new Error(`no stage has made ${name}`);
  return id;
}

const BOARD = ["us-1", "us-2", "us-3", "jp-1", "jp-2", "jp-4"] as const;
const TREASURIES = ["us-t1", "jp-t1"] as const;

export const drafts = {
  commitment: (party: "US" | "JP"): ActDraft => ({
    type: "commitment.accept",
    by: party === "US" ? "us-t1" : "jp-t1",
    body: {
      party,
      currency: "USD",
      amount: "15000000000000",
      authority: {
        law: `Joint Fund Act of ${party}`,
        fiscalYear: "2025",
        amount: "15000000000000",
        expires: "2030-09-30",
      },
    },
  }),
  call: (): ActDraft => ({
    type: "capital.call",
    by: "m-1",
    effectiveDate: "2025-09-10",
    body: {
      class: "founders",
      currency: "USD",
      dueDate: "2025-09-10",
      price: "1.00",
      items: [
        { party: "US", commitment: idAt("US"), amount: "300000000000" },
        { party: "JP", commitment: idAt("JP"), amount: "300000000000" },
      ],
    },
  }),
  receipt: (party: "US" | "JP", amount = "300000000000"): ActDraft => ({
    type: "capital.receive",
    by: "cu-1",
    body: { call: idAt("call"), party, currency: "USD", amount },
  }),
  recommendation: (): ActDraft => ({
    type: "investment.recommend",
    by: "m-1",
    body: {
      investment: "abilene",
      name: { en: "Abilene", ja: "アビリーン" },
      vehicle: "fund",
      sector: "ai-compute",
      geography: "US",
      currency: "USD",
      parties: [
        { company: "crusoe", role: "developer" },
        { company: "oracle", role: "tenant" },
      ],
      milestones: [
        { id: "step-1", due: "2025-09-26", amount: "100000000000" },
        { id: "step-2", due: "2025-12-24", amount: "150000000000" },
      ],
    },
  }),
  selection: (): ActDraft => ({
    type: "investment.select",
    by: "m-1",
    body: { investment: "abilene" },
  }),
  certificate: (milestone: string, amount: string): ActDraft => ({
    type: "milestone.certify",
    by: "en-1",
    evidence: ["e".repeat(64)],
    body: {
      ...{ investment: "abilene", milestone, currency: "USD", amount },
      reachedOn: "2025-09-26",
      report: "Site visit",
    },
  }),
  closing: (): ActDraft => ({
    type: "investment.close",
    by: "m-1",
    body: { investment: "abilene", milestone: "step-1", payee: "crusoe" },
  }),
  advance: (): ActDraft => ({
    type: "investment.advance",
    by: "us-t1",
    body: { investment: "abilene", milestone: "step-2", payee: "crusoe" },
  }),
  income: (): ActDraft => ({
    type: "investment.income",
    by: "cu-1",
    body: { investment: "abilene", character: "dividend", currency: "USD", amount: "10000000001" },
  }),
  valuation: (amount = "110000000000"): ActDraft => ({
    type: "valuation.submit",
    by: "va-1",
    body: { investment: "abilene", currency: "USD", amount, level: 3, technique: "Comparison" },
  }),
  strike: (): ActDraft => ({ type: "nav.strike", by: "ca-1", body: { vehicle: "fund" } }),
  determination: (): ActDraft => ({
    type: "distribution.determine",
    by: "ca-1",
    body: { vehicle: "fund" },
  }),
  // 80% of 100,000,000.01 is 80,000,000.008: rounded down to a cent.
  declaration: (amount = "8000000000"): ActDraft => ({
    type: "distribution.declare",
    by: "m-1",
    body: { distribution: idAt("determination"), amount, currency: "USD" },
  }),
  payment: (payment: string, payee: string, amount: string): ActDraft => ({
    type: "payment.release",
    by: "us-t1",
    body: { payment, payee, currency: "USD", amount },
  }),
} as const;

/** Who approves each act so that its rule is met. */
export const approvers: { readonly [type: string]: readonly string[] } = {
  "commitment.accept": TREASURIES,
  "capital.call": BOARD,
  "capital.fundShortfall": BOARD,
  "capital.return": BOARD,
  "capital.contributeInKind": [...BOARD, "us-4", "jp-3"],
  "capital.trueUp": BOARD,
  "capital.defer": ["jp-t1"],
  "capital.optOut": ["jp-t1"],
  "capital.excuse": TREASURIES,
  "capital.remedy": TREASURIES,
  "commitment.increase": TREASURIES,
  "commitment.release": TREASURIES,
  "party.admit": TREASURIES,
  "party.withdraw": TREASURIES,
  "investment.recommend": ["us-t1"],
  "investment.select": BOARD,
  "investment.close": TREASURIES,
  "investment.advance": ["jp-t1"],
  "investment.followOn": BOARD,
  "investment.fundOverrun": BOARD,
  "investment.dispose": BOARD,
  "investment.writeOff": [...BOARD, "va-1"],
  "vehicle.create": BOARD,
  "vehicle.dissolve": BOARD,
  "valuation.challenge": ["us-t2"],
  "nav.strike": TREASURIES,
  "class.open": TREASURIES,
  "class.close": TREASURIES,
  "order.price": ["ca-2", ...TREASURIES],
  "dealing.suspend": TREASURIES,
  "dealing.resume": ["us-t1"],
  "fee.waive": ["m-2"],
  "fee.pay": TREASURIES,
  "expense.book": TREASURIES,
  "expense.pay": TREASURIES,
  "reserve.set": BOARD,
  "reserve.release": BOARD,
  "distribution.determine": ["ca-2"],
  "distribution.declare": BOARD,
  "payment.release": ["jp-t1"],
  "charter.amend": TREASURIES,
  "fx.convert": TREASURIES,
  "hedge.open": TREASURIES,
  "hedge.close": TREASURIES,
  "period.close": TREASURIES,
  "correction.post": TREASURIES,
  "opening.balances": TREASURIES,
  "facility.enter": [...BOARD, ...TREASURIES],
  "facility.amend": ["le-1", ...TREASURIES],
  "facility.draw": TREASURIES,
  "facility.repay": ["jp-t1"],
  "facility.prepay": TREASURIES,
  "facility.refinance": TREASURIES,
  "facility.close": TREASURIES,
  "facility.accelerate": ["le-1"],
  "guarantee.grant": TREASURIES,
  "covenant.waive": ["le-1", ...TREASURIES],
  "covenant.cure": BOARD,
  "deleverage.plan": BOARD,
  "claim.settle": TREASURIES,
  "dispute.escrow": ["ar-1", "ar-2"],
  "dispute.award": ["ar-1", "ar-2"],
  "deadlock.resolve": TREASURIES,
  "sideletter.grant": TREASURIES,
  "delegation.set": BOARD,
  "delegation.revoke": ["jp-t1"],
  "exit.offer": ["jp-t1"],
  "exit.accept": ["us-t1"],
  "interest.transfer": TREASURIES,
  "winddown.start": TREASURIES,
  "winddown.distribute": TREASURIES,
  "winddown.close": TREASURIES,
};

type Stage = {
  readonly after?: string;
  readonly make: (fund: DemonstrationFund) => void;
};

function enact(fund: DemonstrationFund, name: string, draft: ActDraft): void {
  names.set(name, fund.enact(draft, ...approvers[draft.type]!));
}

const STAGES = {
  founded: { make: (fund) => void fund.found() },
  committed: {
    after: "founded",
    make(fund) {
      enact(fund, "US", drafts.commitment("US"));
      enact(fund, "JP", drafts.commitment("JP"));
    },
  },
  called: {
    after: "committed",
    make(fund) {
      fund.until("2025-06-24");
      enact(fund, "call", drafts.call());
    },
  },
  funded: {
    after: "called",
    make(fund) {
      fund.until("2025-09-10");
      fund.report(drafts.receipt("US"));
      fund.report(drafts.receipt("JP"));
    },
  },
  recommended: {
    after: "funded",
    make(fund) {
      const id = fund.propose(drafts.recommendation());
      fund.until("2025-09-19");
      fund.approve(id, "us-t1").execute(id);
    },
  },
  uncertified: {
    after: "recommended",
    make(fund) {
      const id = fund.propose(drafts.selection());
      fund.approve(id, ...BOARD);
      fund.until("2025-09-26").execute(id);
    },
  },
  selected: {
    after: "uncertified",
    make(fund) {
      fund.report(drafts.certificate("step-1", "100000000000"));
      fund.report(drafts.certificate("step-2", "150000000000"));
    },
  },
  closed: {
    after: "selected",
    make: (fund) => enact(fund, "closing", drafts.closing()),
  },
  earning: {
    after: "closed",
    make(fund) {
      fund.until("2025-12-24");
      names.set("income", fund.report(drafts.income()));
    },
  },
  determined: {
    after: "earning",
    make: (fund) => enact(fund, "determination", drafts.determination()),
  },
  declared: {
    after: "determined",
    make: (fund) => enact(fund, "declaration", drafts.declaration()),
  },
} as const satisfies { readonly [name: string]: Stage };

export type StageName = keyof typeof STAGES;

/** A fund at a stage, free to go its own way from there. */
export function fundAt(name: StageName): DemonstrationFund {
  let fund = made.get(name);
  if (fund === undefined) {
    const stage: Stage = STAGES[name];
    fund =
      stage.after === undefined
        ? new DemonstrationFund(exampleCharter("us-japan"))
        : fundAt(stage.after as StageName);
    stage.make(fund);
    made.set(name, fund);
  }
  return fund.fork();
}
