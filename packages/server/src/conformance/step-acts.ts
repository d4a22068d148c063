import { openClasses, payFees, receiveClassCalls } from "./class-acts.ts";
import { bondsOf, LINE } from "./debts.ts";
import { dealOrders, distributeFeeders, openDealing } from "./dealing-acts.ts";
import { companyOf, fixRates, milestoneOf, proposeSelections, SUPPLIER } from "./founding-acts.ts";
import { BESIDES } from "./planned-amounts.ts";
import { SOLD_FOR, type CalledFor, type Path, type PathStep } from "./path-steps.ts";
import { EVIDENCE } from "./replay-file.ts";
import type { Replay } from "./replay.ts";
import { lendToProject } from "./project-debt.ts";
import { prepay } from "./repayment-acts.ts";
import { proposeSales, sellFor } from "./sale-acts.ts";
import { reportIncomeAndValues } from "./income-acts.ts";

/** The codes with which a selection is refused, by what the path says of it. */
const REFUSALS = ["", "limit_not_held", "covenant_locked", "incurrence_not_held"] as const;

/** The acts of one step, all on its last day, in the order of the mechanics [PJ101]. */
export function playStep(replay: Replay, index: number): void {
  const step = replay.path.steps[index]!;
  openClasses(replay, index);
  openDealing(replay, index);
  fixRates(replay, step.shortRate, step.exchange);
  reportIncomeAndValues(replay, index);
  receiveClassCalls(replay, index);
  payCosts(replay, index);
  receiveCall(replay, index, "cure");
  prepay(replay, `cured-${index}`, replay.debts.repay(step.cured));
  if (!replay.acts.waits("investment.dispose")) proposeSales(replay, index);
  for (const why of SOLD_FOR) sellFor(replay, index, why);
  select(replay, index, step);
  borrow(replay, index, step);
  receiveCall(replay, index, "projects");
  payProjects(replay, index);
  distribute(replay, index, step);
  distributeFeeders(replay, index);
  strike(replay, index);
  dealOrders(replay, index);
}

function payCosts(replay: Replay, index: number): void {
  const { acts, debts } = replay;
  receiveCall(replay, index, "charges");
  for (const facility of debts.facilities) {
    for (const [part, due] of [
      ["interest", "interestDue"],
      ["fees", "feesDue"],
    ] as const) {
      // Interest is paid from all cash and no further [PJ84].
      const owed = `min(cash, orElse(${due}("${facility}"), 0 ${acts.currency}))`;
      const name = `${part}-${facility}-${index}`;
      const body = { facility, part, currency: acts.currency, amount: `= ${owed}` };
      const when = `${owed} > 0 ${acts.currency}`;
      acts.decide("facility.repay", body, { as: name, when });
      acts.pay(name);
    }
  }
  payFees(replay, index);
  payExpenses(replay, index);
}

function payExpenses({ acts, charter, expenses }: Replay, index: number): void {
  const { vehicle } = charter.capital;
  for (const [n, { spent, minor }] of expenses.entries()) {
    if (spent !== index || minor === 0n) continue;
    const money = { currency: acts.currency, amount: acts.text(minor) };
    const charge = { category: "accounting-admin", payee: SUPPLIER, charge: "external" };
    const what = { for: "What the fund spends in the step" };
    acts.decide("expense.book", { vehicle, ...charge, ...money, ...what }, { as: `expense-${n}` });
  }
  for (const [n, { paid, minor }] of expenses.entries()) {
    if (paid !== index || minor === 0n) continue;
    acts.decide("expense.pay", { expense: `$expense-${n}` }, { as: `expense-paid-${n}` });
    acts.pay(`expense-paid-${n}`);
  }
}

/** What the parties that pay send for one part of the step's call. */
function receiveCall({ acts, path, calls }: Replay, index: number, part: CalledFor): void {
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

/** What the path selects is selected, and what it does not is refused [PJ105]. */
function select(replay: Replay, index: number, step: PathStep): void {
  const { acts, path } = replay;
  if (!acts.waits("investment.select")) proposeSelections(replay, index);
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
  if (lent > 0n) {
    draws.push([LINE, lent]);
    debts.add(LINE, step.lineDrawn);
  }
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
function payProjects(replay: Replay, index: number): void {
  const { acts, path, draws } = replay;
  for (const { id } of path.assumptions.projects) {
    const amounts = draws.get(id)!;
    const minor = amounts[index]!;
    if (minor <= 0n) continue;
    const isFirst = amounts.slice(0, index).every((earlier) => earlier === 0n);
    const milestone = milestoneOf(index);
    const certified = { investment: id, milestone, currency: acts.currency };
    const proof = { amount: acts.text(minor), reachedOn: acts.on, report: "As the path has it" };
    acts.report("milestone.certify", { ...certified, ...proof }, { evidence: [EVIDENCE] });
    lendToProject(replay, id, path.steps[index]!.drawn.get(id) ?? 0);
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
    if (of !== vehicle || !isSet(path, index, id)) continue;
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
  if (step.distribution - step.diverted >= 1) acts.pay(declared);
}

/** Whether a path brings a reserve to its target in a step: it holds something else afterwards. */
function isSet({ steps }: Path, index: number, reserve: string): boolean {
  const before = steps[index - 1]?.after.reserves.get(reserve) ?? 0;
  return steps[index]!.after.reserves.get(reserve) !== before;
}

function strike({ acts, charter }: Replay, index: number): void {
  const { vehicle } = charter.capital;
  if (charter.acts["nav.strike"] === undefined) return;
  acts.decide("nav.strike", { vehicle }, { as: `struck-${index}` });
}
