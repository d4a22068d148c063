import { SOLD_FOR } from "./path-steps.ts";
import type { Replay } from "./replay.ts";

export type Change = { readonly id: string; readonly minor: bigint; readonly change: number };

/**
 * While a covenant is on its ladder, a value moves by at most so much of all that is owned at
 * once.
 */
const MOST_AT_ONCE = 0.01;

/** Whether a covenant is on its ladder as a step opens. */
export const isOnLadder = ({ path }: Replay, index: number): boolean =>
  [...(path.steps[index - 1]?.after.rungs.values() ?? [])].some((rung) => rung > 0);

/**
 * The values of a step, in an order that keeps their running sum near the straight way from the
 * first to the last. A covenant is tested after each of them, and so comes no further down or up
 * its ladder than the whole step takes it [PJ106].
 */
export function reportValues(replay: Replay, index: number): void {
  const changes = changesOf(replay, index);
  const whole = changes.reduce((sum, { minor }) => sum + Number(minor), 0);
  const most = isOnLadder(replay, index) ? MOST_AT_ONCE * whole : Infinity;
  for (const { id, minor } of inOrder(changes.flatMap((each) => inParts(each, most)))) {
    reportValue(replay, id, minor);
  }
}

/** A change in parts of the same size, each with the value that it leads to. */
function inParts({ id, minor, change }: Change, most: number): readonly Change[] {
  const count = Math.max(1, Math.ceil(Math.abs(change) / most));
  const before = Number(minor) - change;
  return Array.from({ length: count }, (_, place) => ({
    id,
    minor:
      place === count - 1 ? minor : BigInt(Math.round(before + (change * (place + 1)) / count)),
    change: change / count,
  }));
}

export function reportValue({ acts }: Replay, investment: string, minor: bigint): void {
  acts.report("valuation.submit", {
    ...{ investment, currency: acts.currency, amount: acts.text(minor) },
    ...{ level: 3, technique: "As the path has it" },
  });
}

/** What is owned as the step opens, with what its value changes by. */
function changesOf(replay: Replay, index: number): readonly Change[] {
  const { path, draws, values } = replay;
  const isWithout = isOnLadder(replay, index);
  const before = path.steps[index - 1]?.after.reported;
  return path.assumptions.projects.flatMap(({ id }): Change[] => {
    const isClosed = draws
      .get(id)!
      .slice(0, index)
      .some((minor) => minor > 0n);
    const isGone = path.steps
      .slice(0, index)
      .some(({ sales }) => SOLD_FOR.some((why) => (sales[why].shares.get(id) ?? 0) >= 1));
    if (!isClosed || isGone) return [];
    const minor = values.get(id)![index]!;
    // On the ladder it stands without its income already.
    const income = isWithout ? (path.steps[index]!.income.get(id) ?? 0) : 0;
    return [{ id, minor, change: Number(minor) - (before?.get(id) ?? 0) + income }];
  });
}

export function inOrder(changes: readonly Change[]): readonly Change[] {
  const left = [...changes];
  const whole = left.reduce((sum, { change }) => sum + change, 0);
  const ordered: Change[] = [];
  let sum = 0;
  while (left.length > 0) {
    const aim = (whole * (ordered.length + 1)) / changes.length;
    const distance = ({ change }: Change): number => Math.abs(sum + change - aim);
    const next = left.reduce((best, each) => (distance(each) < distance(best) ? each : best));
    left.splice(left.indexOf(next), 1);
    ordered.push(next);
    sum += next.change;
  }
  return ordered;
}
