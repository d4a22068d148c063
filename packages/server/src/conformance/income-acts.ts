import type { Replay } from "./replay.ts";
import { isOnLadder, reportValue, reportValues } from "./valuation-order.ts";

/**
 * Income comes, the lenders' share of it goes on to them, and everything is valued. While a
 * covenant is on its ladder, each project's income is followed by its value without it, or follows
 * that: the share of the next income is then what it was for the first. Which of the two comes
 * first, nobody minds but a covenant that is near a threshold [PJ106].
 */
export function reportIncomeAndValues(replay: Replay, index: number): void {
  const { swept } = replay.path.steps[index]!;
  if (!isOnLadder(replay, index)) {
    for (const { id, minor } of incomeOf(replay, index)) receive(replay, index, id, minor);
    reportValues(replay, index);
    return;
  }
  const isValuedFirst = replay.valuedFirst.has(index);
  const paying = incomeOf(replay, index);
  for (const { id, minor } of paying) {
    const before = replay.path.steps[index - 1]?.after.reported.get(id) ?? 0;
    const left = BigInt(Math.round(before)) - minor;
    if (isValuedFirst) reportValue(replay, id, left);
    receive(replay, index, id, minor);
    if (!isValuedFirst) reportValue(replay, id, left);
  }
  const release = (): void => {
    if (swept === 0) return;
    for (const { id } of paying) replay.acts.pay(nameOf(index, id));
  };
  if (!isValuedFirst) release();
  reportValues(replay, index);
  if (isValuedFirst) release();
  if (swept > 0) replay.debts.sweep(swept);
}

type Income = { readonly id: string; readonly minor: bigint };

function incomeOf({ path, whole }: Replay, index: number): readonly Income[] {
  const { income } = path.steps[index]!;
  return path.assumptions.projects
    .map(({ id }) => ({ id, minor: whole.take(`income:${id}`, income.get(id) ?? 0) }))
    .filter(({ minor }) => minor > 0n);
}

const nameOf = (index: number, id: string): string => `income-${id}-${index}`;

function receive({ acts }: Replay, index: number, id: string, minor: bigint): void {
  const body = { investment: id, character: "dividend", currency: acts.currency };
  const as = nameOf(index, id);
  acts.report("investment.income", { ...body, amount: acts.text(minor) }, { as });
}
