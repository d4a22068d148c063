import { SOLD_FOR, type SoldFor } from "./path-steps.ts";
import { sellProjectDebt } from "./project-debt.ts";
import { prepay } from "./repayment-acts.ts";
import type { Replay } from "./replay.ts";

/**
 * At most so much of all that is still owned is sold at once. Between a sale and its proceeds a
 * covenant counts less of both; in small lots that takes it no further down its ladder [PJ106].
 */
const MOST_AT_ONCE = 0.025;
/** Lots do not become smaller than so much of the first. */
const LEAST_OF_FIRST = 0.1;
/** So much of what is owed is repaid before more is sold. */
const REPAID_AT_ONCE = 0.1;

type Sale = { readonly why: SoldFor; readonly id: string; readonly index: number };
type Lot = {
  readonly id: string;
  readonly name: string;
  readonly part: string;
  readonly minor: bigint;
};

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

type ForSale = {
  readonly id: string;
  readonly share: number;
  readonly worth: number;
  readonly price: number;
};

/** Every project, with what a step sells of it for one reason. */
function projectsFor(replay: Replay, index: number, why: SoldFor): readonly ForSale[] {
  const { path, values } = replay;
  return path.assumptions.projects.map(({ id }) => {
    const sale = { why, id, index };
    return {
      id,
      share: shareSold(replay, sale),
      worth: Number(values.get(id)![index]!) * leftBefore(replay, sale),
      price: path.steps[index]!.sales[why].proceeds.get(id) ?? 0,
    };
  });
}

/**
 * All that is sold for one reason, in rounds. Each round sells the same part of what each project
 * has to sell, so that covenants go the straight way from before the sale to after it.
 */
function roundsOf(replay: Replay, index: number, why: SoldFor): readonly (readonly Lot[])[] {
  const projects = projectsFor(replay, index, why);
  const sold = projects.filter(({ share, worth }) => share > 0 && worth >= 1);
  const done = new Map(sold.map(({ id }) => [id, { amount: 0, paid: 0n }]));
  return ends(projects).map((end, round) =>
    sold.flatMap(({ id, share, worth, price }): readonly Lot[] => {
      const before = done.get(id)!;
      const amount = Math.round(worth * share * end);
      const isWhole = end === 1 && share >= 1;
      if (amount === before.amount && !isWhole) return [];
      const paid = BigInt(Math.round(price * end));
      done.set(id, { amount, paid });
      const left = Math.round(worth) - before.amount;
      const part = isWhole ? "1/1" : `${amount - before.amount}/${left}`;
      const name = `${why}-${id}-${index}-${round}`;
      return [{ id, name, part, minor: paid - before.paid }];
    }),
  );
}

/** At which parts of the whole sale its rounds end. */
function ends(projects: readonly ForSale[]): readonly number[] {
  const owned = projects.reduce((sum, { worth }) => sum + worth, 0);
  const sold = projects.reduce((sum, { worth, share }) => sum + worth * share, 0);
  const largest = Math.max(...projects.map(({ worth, share }) => worth * share));
  if (largest === 0) return [];
  const found: number[] = [];
  for (let end = 0; end < 1;) {
    const left = Math.max(owned - sold * end, LEAST_OF_FIRST * owned);
    end = Math.min(1, end + (MOST_AT_ONCE * left) / largest);
    found.push(end);
  }
  return found;
}

/** Sales that wait are proposed and approved on the day of the step before [PJ101]. */
export function proposeSales(replay: Replay, index: number): void {
  const { acts } = replay;
  for (const why of SOLD_FOR) {
    for (const { id: investment, name, part, minor } of roundsOf(replay, index, why).flat()) {
      const money = { currency: acts.currency, amount: acts.text(minor) };
      const body = { investment, part, buyer: "buyers", ...money };
      acts.decide("investment.dispose", body, { as: name, amount: minor, executed: false });
    }
  }
}

/** Each lot is paid for, and proceeds are repaid before they come to much [PJ106]. */
export function sellFor(replay: Replay, index: number, why: SoldFor): void {
  const { acts, debts, path } = replay;
  const { repaid } = path.steps[index]!.sales[why];
  const rounds = roundsOf(replay, index, why);
  const lots = rounds.flat();
  const sum = Number(lots.reduce((all, { minor }) => all + minor, 0n));
  let [toRepay, held] = [repaid, 0];
  for (const { id: investment, name, minor } of lots) {
    acts.execute(name, "investment.dispose");
    const money = { currency: acts.currency, amount: acts.text(minor) };
    acts.report("investment.proceeds", { investment, ...money });
    held += sum === 0 ? 0 : (repaid * Number(minor)) / sum;
    if (held <= REPAID_AT_ONCE * debts.owed) continue;
    prepay(replay, `repaid-${name}`, debts.repay(Math.min(held, toRepay)));
    toRepay -= Math.min(held, toRepay);
    held = 0;
  }
  for (const { id } of projectsFor(replay, index, why).filter(({ share }) => share > 0)) {
    sellProjectDebt(replay, { why, id, index });
  }
  prepay(replay, `repaid-${why}-${index}`, debts.repay(toRepay));
}
