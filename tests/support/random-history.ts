import type { ActRule, Charter } from "@jointfund/core/charter/charter.ts";
import { actTypes } from "@jointfund/core/fund/act-types.ts";
import { finalise } from "./chronicles.ts";
import type { ActDraft, DemonstrationFund } from "./demonstration-fund.ts";
import { plausibleActs } from "./plausible-acts.ts";
import { plausibleCharges } from "./plausible-charges.ts";
import { Chance } from "./random-json.ts";
import { variant } from "./variants.ts";

const TREASURIES: ActRule["approve"] = [{ rule: { all: [{ party: "US" }, { party: "JP" }] } }];

/** The charter's acts without its limits and waits, so that a life at random gets far. */
export function quick(charter: Charter): Partial<Charter> {
  const acts = Object.entries(charter.acts).map(([type, act]): [string, ActRule] => {
    const { clause, name, propose, nature, approve, expiry } = act;
    const rule = { clause, name, propose, nature };
    const isDecision = nature === "decision" && !type.startsWith("charter.");
    const lapses = expiry === undefined ? {} : { expiry };
    return [type, isDecision ? { ...rule, approve: TREASURIES, ...lapses } : { ...rule, approve }];
  });
  const terms = charter.terms.map((term): Charter["terms"][number] =>
    term.id === "minimumCash" ? { ...term, value: { kind: "ratio", ratio: "0%" } } : term,
  );
  const capital = { ...charter.capital, callNotice: { days: 1, calendar: "calendar" } };
  return { acts: Object.fromEntries(acts), capital, terms };
}

/** What a life leads up to, and chance alone would seldom reach among all that could come. */
const LEADING: ReadonlySet<string> = new Set([
  ...["commitment.accept", "capital.call", "capital.receive", "facility.draw", "facility.receive"],
  ...["investment.recommend", "investment.select", "milestone.certify", "investment.close"],
  ...["investment.income", "valuation.submit", "distribution.determine", "distribution.declare"],
  ...["payment.release", "fx.fix", "fx.convert", "expense.book"],
]);

/** A fund founded on such a charter. */
export const quickFund = (): DemonstrationFund => variant(quick).found();

/**
 * A fund that has lived at random: acts that could come next, one after the other, each approved
 * and executed if the rules let it be. Days pass between, and everything is made final now and
 * then.
 */
export function randomHistory(seed: number, steps: number): DemonstrationFund {
  const chance = new Chance(seed);
  const fund = quickFund();
  for (let step = 0; step < steps; step++) {
    if (chance.oneIn(5)) passDays(fund, 1 + chance.below(40));
    if (chance.oneIn(8)) finalise(fund);
    const amount = String(chance.pick(["7", "1234567", "100000000000", "1000000000001"]));
    const rate = chance.pick(["159.475", "160", "160.8125", "161"]);
    const possible = [...plausibleActs(fund.state, amount), ...plausibleCharges(fund.state, rate)];
    // A bank that says at random what it holds differs from the books, as the checks would tell.
    const drafts = possible.filter((draft) => draft.type !== "bank.statement");
    // Kinds of act are as likely as each other, however many of a kind could come.
    const types = [...new Set(drafts.map((draft) => draft.type))];
    const leading = types.filter((each) => LEADING.has(each));
    const type = chance.pick(chance.oneIn(3) || leading.length === 0 ? types : leading);
    live(fund, chance.pick(drafts.filter((draft) => draft.type === type)));
  }
  return fund;
}

/** Opens so many days, one after the other. */
export function passDays(fund: DemonstrationFund, days: number): void {
  for (let day = 0; day < days; day++) {
    const next = new Date(Date.parse(fund.now) + 86_400_000);
    fund.at(`${next.toISOString().slice(0, 19)}Z`);
  }
}

/** Has an act proposed, approved and executed, as far as the rules let it be. */
export function live(fund: DemonstrationFund, draft: ActDraft): void {
  if (actTypes.get(draft.type) === "fact") {
    fund.submit(fund.fact(draft));
    return;
  }
  const proposed = fund.submit(fund.proposal(draft));
  if (!proposed.ok) return;
  const id = fund.idOf(fund.act(draft));
  for (const { id: officer, party } of fund.officers) {
    const record = fund.state.acts.get(id);
    const isOpen = record?.approvedOn === undefined && record?.ended === undefined;
    if (isOpen && ["US", "JP"].includes(party)) fund.submit(fund.approval(id, officer));
  }
  fund.submit(fund.execution(id, fund.operator));
}
