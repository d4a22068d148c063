import type { Replay } from "./replay.ts";
import { isOnLadder, reportValue, reportValues } from "./valuation-order.ts";

/**
 * While a covenant is on its ladder, income comes in parts of so much of all that is owned. Between
 * a part and the value without it a covenant counts more, or less, and may move for that alone.
 */
const MOST_AT_ONCE = 0.0005;

/**
 * Income comes, the lenders' share of it goes on to them, and everything is valued. While a
 * covenant is on its ladder, each part of income is followed by its project's value without it, or
 * follows that: the share of the next income is then what it was for the first. Which of the two
 * comes first, nobody minds but a covenant that is near a threshold [PJ106].
 */
export function reportIncomeAndValues(replay: Replay, index: number): void {
  const { swept } = replay.path.steps[index]!;
  if (!isOnLadder(replay, index)) {
    for (const part of incomeOf(replay, index)) receive(replay, part);
    reportValues(replay, index);
    return;
  }
  const isValuedFirst = replay.valuedFirst.has(index);
  const parts = incomeOf(replay, index).flatMap((income) => inParts(replay, index, income));
  for (const part of parts) {
    if (isValuedFirst) reportValue(replay, part.id, part.left);
    receive(replay, part);
    if (!isValuedFirst) reportValue(replay, part.id, part.left);
  }
  const release = (): void => {
    if (swept === 0) return;
    for (const { name } of parts) replay.acts.pay(name);
  };
  if (!isValuedFirst) release();
  reportValues(replay, index);
  if (isValuedFirst) release();
  if (swept > 0) replay.debts.sweep(swept);
}

type Income = { readonly id: string; readonly name: string; readonly minor: bigint };

function incomeOf({ path, whole }: Replay, index: number): readonly Income[] {
  const { income } = path.steps[index]!;
  return path.assumptions.projects
    .map(({ id }) => ({
      ...{ id, name: `income-${id}-${index}` },
      minor: whole.take(`income:${id}`, income.get(id) ?? 0),
    }))
    .filter(({ minor }) => minor > 0n);
}

/** A project's income in parts, each with what the project is worth without it. */
function inParts(
  { path }: Replay,
  index: number,
  { id, name, minor }: Income,
): readonly (Income & { readonly left: bigint })[] {
  const before = path.steps[index - 1]?.after.reported ?? new Map<string, number>();
  const owned = [...before.values()].reduce((sum, value) => sum + value, 0);
  const count = BigInt(Math.max(1, Math.ceil(Number(minor) / (MOST_AT_ONCE * owned))));
  const worth = BigInt(Math.round(before.get(id) ?? 0));
  return Array.from({ length: Number(count) }, (_, place) => {
    const paid = (minor * BigInt(place)) / count;
    const sum = (minor * BigInt(place + 1)) / count;
    return { id, name: `${name}-${place}`, minor: sum - paid, left: worth - sum };
  });
}

function receive({ acts }: Replay, { id, name, minor }: Income): void {
  const body = { investment: id, character: "dividend", currency: acts.currency };
  acts.report("investment.income", { ...body, amount: acts.text(minor) }, { as: name });
}
