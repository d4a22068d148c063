import { SOLD_FOR } from "./path-steps.ts";
import type { Replay } from "./replay.ts";

export type Change = { readonly id: string; readonly minor: bigint; readonly change: number };

/**
 * The values of a step, in an order that keeps their running sum near the straight way from the
 * first to the last. A covenant is tested after each of them, and so comes no further down or up
 * its ladder than the whole step takes it [PJ106].
 */
export function reportValues(replay: Replay, index: number): void {
  const { acts } = replay;
  for (const { id, minor } of inOrder(changesOf(replay, index))) {
    acts.report("valuation.submit", {
      ...{ investment: id, currency: acts.currency, amount: acts.text(minor) },
      ...{ level: 3, technique: "As the path has it" },
    });
  }
}

/** What is owned as the step opens, with what its value changes by. */
function changesOf({ path, draws, values }: Replay, index: number): readonly Change[] {
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
    return [{ id, minor, change: Number(minor) - (before?.get(id) ?? 0) }];
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
