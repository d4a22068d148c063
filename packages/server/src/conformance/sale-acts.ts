import { SOLD_FOR, type SoldFor } from "./path-steps.ts";
import { sellProjectDebt } from "./project-debt.ts";
import { prepay } from "./repayment-acts.ts";
import type { Replay } from "./replay.ts";

/**
 * At most so much of all that is owned is sold at once. Between a sale and its proceeds a covenant
 * counts less of both; in small parts that takes it no further down its ladder [PJ106].
 */
const MOST_AT_ONCE = 0.025;

type Sale = { readonly why: SoldFor; readonly id: string; readonly index: number };
type Part = { readonly name: string; readonly part: string; readonly minor: bigint };

/** The share of a project that was owned before that a step sells for one reason; 0 for none. */
function shareSold({ path, draws }: Replay, { why, id, index }: Sale): number {
  const share = path.steps[index]!.sales[why].shares.get(id) ?? 0;
  const isOwned = draws.get(id)!.some((minor, step) => step < index && minor > 0n);
  if (share === 0 || !isOwned) return 0;
  return leftBefore({ path }, { why, id, index }) > 0 ? share : 0;
}

/** What is left of a project's reported value when its turn to be sold comes, as a share. */
function leftBefore({ path }: Pick<Replay, "path">, { why, id, index }: Sale): number {
  const isWhole = (step: number): boolean =>
    SOLD_FOR.some((each) => (path.steps[step]!.sales[each].shares.get(id) ?? 0) >= 1);
  for (let step = 0; step < index; step++) if (isWhole(step)) return 0;
  const earlier = SOLD_FOR.slice(0, SOLD_FOR.indexOf(why));
  const { sales } = path.steps[index]!;
  return earlier.reduce((left, each) => left * (1 - (sales[each].shares.get(id) ?? 0)), 1);
}

/** The sale in parts of the same size, each as a part of what is left then. */
function partsOf(replay: Replay, sale: Sale): readonly Part[] {
  const share = shareSold(replay, sale);
  if (share === 0) return [];
  const { path, values } = replay;
  const { why, id, index } = sale;
  let worth = Number(values.get(id)![index]!) * leftBefore(replay, sale);
  const sold = worth * share;
  const whole = path.assumptions.projects.reduce(
    (sum, project) => sum + Number(values.get(project.id)![index]!),
    0,
  );
  const count = Math.max(1, Math.ceil(sold / (MOST_AT_ONCE * whole)));
  const price = path.steps[index]!.sales[why].proceeds.get(id) ?? 0;
  let paid = 0n;
  return Array.from({ length: count }, (_, place): Part => {
    const isLast = place === count - 1;
    const minor = BigInt(Math.round((price * (place + 1)) / count)) - paid;
    paid += minor;
    const part = `${BigInt(Math.round(sold / count))}/${BigInt(Math.round(worth))}`;
    worth -= Math.round(sold / count);
    const name = `${why}-${id}-${index}-${place}`;
    return { name, minor, part: isLast && share >= 1 ? "1/1" : part };
  });
}

/** Sales that wait are proposed and approved on the day of the step before [PJ101]. */
export function proposeSales(replay: Replay, index: number): void {
  const { acts, path } = replay;
  for (const { id: investment } of path.assumptions.projects) {
    for (const why of SOLD_FOR) {
      for (const { name, part, minor } of partsOf(replay, { why, id: investment, index })) {
        const money = { currency: acts.currency, amount: acts.text(minor) };
        const body = { investment, part, buyer: "buyers", ...money };
        acts.decide("investment.dispose", body, { as: name, amount: minor, executed: false });
      }
    }
  }
}

/** Each project is paid for and its proceeds repaid before the next [PJ106]. */
export function sellFor(replay: Replay, index: number, why: SoldFor): void {
  const { acts, debts, path } = replay;
  const { proceeds, repaid } = path.steps[index]!.sales[why];
  const sold = path.assumptions.projects
    .map(({ id }) => ({ id, parts: partsOf(replay, { why, id, index }) }))
    .filter(({ parts }) => parts.length > 0);
  let left = sold.reduce((sum, { id }) => sum + (proceeds.get(id) ?? 0), 0);
  let toRepay = repaid;
  for (const [place, { id, parts }] of sold.entries()) {
    for (const { name, minor } of parts) {
      acts.execute(name, "investment.dispose");
      const money = { currency: acts.currency, amount: acts.text(minor) };
      acts.report("investment.proceeds", { investment: id, ...money });
    }
    sellProjectDebt(replay, { why, id, index });
    const price = proceeds.get(id) ?? 0;
    const isLast = place === sold.length - 1;
    const part = isLast || left === 0 ? toRepay : (toRepay * price) / left;
    prepay(replay, `repaid-${why}-${index}-${id}`, debts.repay(part));
    toRepay -= part;
    left -= price;
  }
  if (sold.length === 0) prepay(replay, `repaid-${why}-${index}`, debts.repay(repaid));
}
