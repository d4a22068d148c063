import { bondsOf, LINE, type Repayment } from "./debts.ts";
import { companyOf, fixRates, milestoneOf, SUPPLIER } from "./founding-acts.ts";
import { BESIDES } from "./planned-amounts.ts";
import type { CallPart, PathStep } from "./path-steps.ts";
import { EVIDENCE } from "./replay-file.ts";
import type { Replay } from "./replay.ts";
import { reportValues } from "./valuation-order.ts";

/** The codes with which a selection is refused, by what the path says of it. */
const REFUSALS = ["", "limit_not_held", "covenant_locked", "incurrence_not_held"] as const;

/** The acts of one step, all on its last day, in the order of the mechanics [PJ101]. */
export function playStep(replay: Replay, index: number): void {
  const step = replay.path.steps[index]!;
  fixRates(replay, step.shortRate, step.exchange);
  receiveIncome(replay, index, step);
  reportValues(replay, index);
  payCosts(replay, index, step);
  receiveCall(replay, index, "cure");
  prepay(replay, `cured-${index}`, replay.debts.repay(step.repaid.cure));
  sellForced(replay, index, step);
  sellEnded(replay, index, step);
  select(replay, index, step);
  borrow(replay, index, step);
  receiveCall(replay, index, "draws");
  payProjects(replay, index);
  distribute(replay, index, step);
  strike(replay, index);
}

/** Income comes, and the lenders' share of it goes on to them. */
function receiveIncome({ acts, path, whole, debts }: Replay, index: number, step: PathStep): void {
  const names: string[] = [];
  for (const { id } of path.assumptions.projects) {
    const minor = whole.take(`income:${id}`, step.income.get(id) ?? 0);
    if (minor <= 0n) continue;
    const name = `income-${id}-${index}`;
    const body = { investment: id, character: "dividend", currency: acts.currency };
    acts.report("investment.income", { ...body, amount: acts.text(minor) }, { as: name });
    names.push(name);
  }
  if (step.repaid.sweep === 0) return;
  for (const name of names) acts.pay(name);
  debts.sweep(step.repaid.sweep);
}

function payCosts(replay: Replay, index: number, step: PathStep): void {
  const { acts, debts, whole } = replay;
  receiveCall(replay, index, "costs");
  for (const facility of debts.facilities) {
    for (const [part, due] of [
      ["interest", "interestDue"],
      ["fees", "feesDue"],
    ] as const) {
      const owed = `orElse(${due}("${facility}"), 0 USD)`.replace("USD", acts.currency);
      const name = `${part}-${facility}-${index}`;
      const body = { facility, part, currency: acts.currency, amount: `= ${owed}` };
      const when = `${owed} > 0 ${acts.currency}`;
      acts.decide("facility.repay", body, { as: name, when });
      acts.pay(name);
    }
  }
  const minor = whole.take("expenses", step.expenses);
  if (minor <= 0n) return;
  acts.decide(
    "expense.book",
    {
      ...{ vehicle: replay.charter.capital.vehicle, category: "accounting-admin", payee: SUPPLIER },
      ...{ charge: "external", currency: acts.currency, amount: acts.text(minor) },
      for: "All that the fund spends in the step",
    },
    { as: `expense-${index}` },
  );
  acts.decide("expense.pay", { expense: `$expense-${index}` }, { as: `expense-paid-${index}` });
  acts.pay(`expense-paid-${index}`);
}

/** What the parties that pay send for one part of the step's call. */
function receiveCall({ acts, path, calls }: Replay, index: number, part: CallPart): void {
  for (const [party, parts] of calls[index]!) {
    if (parts[part] === 0n || path.steps[index]!.pays.get(party) === 0) continue;
    const amount = acts.text(parts[part]);
    acts.report("capital.receive", {
      call: `$call-${index}`,
      party,
      currency: acts.currency,
      amount,
    });
  }
}

function prepay({ acts }: Replay, name: string, repayments: readonly Repayment[]): void {
  for (const { facility, minor } of repayments) {
    const amount = minor === "all" ? `= principalOf("${facility}")` : acts.text(minor);
    const as = `${name}-${facility}`;
    acts.decide("facility.prepay", { facility, currency: acts.currency, amount }, { as });
    acts.pay(as);
  }
}

/** Each sale is paid and its proceeds repaid before the next, so that no covenant goes further. */
function sellForced(replay: Replay, index: number, step: PathStep): void {
  const sold = [...step.forced].filter(([, part]) => part > 0).map(([id]) => id);
  sellEach(replay, index, {
    sold,
    proceeds: step.forcedProceeds,
    repaid: step.repaid.sale,
    name: "deleveraged",
  });
}

function sellEnded(replay: Replay, index: number, step: PathStep): void {
  const sold = [...step.ended].filter(([, isOver]) => isOver > 0).map(([id]) => id);
  const { endedProceeds: proceeds } = step;
  sellEach(replay, index, { sold, proceeds, repaid: step.repaid.end, name: "matured" });
}

function sellEach(
  replay: Replay,
  index: number,
  of: {
    readonly sold: readonly string[];
    readonly proceeds: ReadonlyMap<string, number>;
    readonly repaid: number;
    readonly name: string;
  },
): void {
  const { acts, debts } = replay;
  let left = of.sold.reduce((sum, id) => sum + (of.proceeds.get(id) ?? 0), 0);
  let toRepay = of.repaid;
  for (const [place, id] of of.sold.entries()) {
    const price = of.proceeds.get(id) ?? 0;
    acts.execute(`sold-${id}-${index}`, "investment.dispose");
    const amount = acts.text(BigInt(Math.round(price)));
    acts.report("investment.proceeds", { investment: id, currency: acts.currency, amount });
    const isLast = place === of.sold.length - 1;
    const part = isLast || left === 0 ? toRepay : (toRepay * price) / left;
    prepay(replay, `${of.name}-${index}-${id}`, debts.repay(part));
    toRepay -= part;
    left -= price;
  }
}

/** What the path selects is selected, and what it does not is refused [PJ105]. */
function select({ acts, path }: Replay, index: number, step: PathStep): void {
  for (const { id } of path.assumptions.projects) {
    const why = REFUSALS[step.refused.get(id) ?? 0];
    const name = `selected-${id}-${index}`;
    if ((step.selected.get(id) ?? 0) > 0) acts.execute(name, "investment.select");
    else if (why) acts.execute(name, "investment.select", { expect: why });
  }
}

function borrow({ acts, bonds, debts, whole }: Replay, index: number, step: PathStep): void {
  const lent = whole.take("lineDrawn", step.lineDrawn) + (step.lineDrawn >= 1 ? BESIDES : 0n);
  const draws: (readonly [facility: string, minor: bigint])[] = [];
  if (lent > 0n) draws.push([LINE, lent]);
  debts.add(LINE, step.lineDrawn);
  const issued = bonds[index]!;
  if (issued > 0n) {
    draws.push([bondsOf(index), issued]);
    debts.add(bondsOf(index), step.bondsIssued);
  }
  for (const [facility, minor] of draws) {
    const as = `drawn-${facility}-${index}`;
    const money = { facility, currency: acts.currency, amount: acts.text(minor) };
    if (facility !== LINE) acts.execute(facility, "facility.enter");
    acts.decide("facility.draw", { ...money, due: acts.on }, { as });
    acts.report("facility.receive", { ...money, drawing: `$${as}` });
  }
}

/** A project's first money closes it, later money is advanced; the engineer certifies before. */
function payProjects({ acts, path, draws }: Replay, index: number): void {
  for (const { id } of path.assumptions.projects) {
    const amounts = draws.get(id)!;
    const minor = amounts[index]!;
    if (minor <= 0n) continue;
    const isFirst = amounts.slice(0, index).every((earlier) => earlier === 0n);
    const milestone = milestoneOf(index);
    const certified = { investment: id, milestone, currency: acts.currency };
    const proof = { amount: acts.text(minor), reachedOn: acts.on, report: "As the path has it" };
    acts.report("milestone.certify", { ...certified, ...proof }, { evidence: [EVIDENCE] });
    const type = isFirst ? "investment.close" : "investment.advance";
    const as = `paid-${id}-${index}`;
    acts.decide(type, { investment: id, milestone, payee: companyOf(id) }, { as, amount: minor });
    acts.pay(as);
  }
}

/** Reserves come to their targets, then the formula's amount is declared and paid. */
function distribute({ acts, charter, path }: Replay, index: number, step: PathStep): void {
  const { first, everyMonths } = path.assumptions.distributions;
  const every = everyMonths / path.assumptions.stepMonths;
  if (index < first || (index - first) % every !== 0) return;
  const { vehicle } = charter.capital;
  for (const { id, target, vehicle: of } of charter.reserves ?? []) {
    if (of !== vehicle) continue;
    const more = `(${target}) - reserve("${id}")`;
    const body = { reserve: id, currency: acts.currency };
    const one = `${acts.text(1n)} ${acts.currency}`;
    acts.decide("reserve.set", { ...body, amount: `= ${more}` }, { when: `${more} >= ${one}` });
    const less = `reserve("${id}") - (${target})`;
    acts.decide("reserve.release", { ...body, amount: `= ${less}` }, { when: `${less} >= ${one}` });
  }
  if (step.distribution < 1) return;
  const as = `determined-${index}`;
  acts.decide("distribution.determine", { vehicle }, { as });
  const declared = `declared-${index}`;
  const amount = `= determined("$${as}")`;
  acts.decide(
    "distribution.declare",
    { distribution: `$${as}`, currency: acts.currency, amount },
    { as: declared },
  );
  acts.pay(declared);
}

function strike({ acts, charter }: Replay, index: number): void {
  const { vehicle } = charter.capital;
  if (charter.acts["nav.strike"] === undefined) return;
  acts.decide("nav.strike", { vehicle }, { as: `struck-${index}` });
}
