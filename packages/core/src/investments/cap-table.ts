import { assert } from "../base/assert.ts";
import { Ratio } from "../base/ratio.ts";
import type { LocalDate } from "../calendar/date.ts";
import { allocate } from "../money/allocation.ts";

export const INSTRUMENTS = ["equity", "loan", "guarantee"] as const;
export type Instrument = (typeof INSTRUMENTS)[number];

/** What one holder has promised and paid into an investment, in minor units of its currency. */
export type Stake = {
  /** A company that has a part in the investment, or the vehicle whose investment it is. */
  readonly holder: string;
  readonly instrument: Instrument;
  readonly committed: bigint;
  /** Paid or owed so far, overruns apart. */
  readonly funded: bigint;
  /** Counted funding bought from other holders, less what was sold to them. */
  readonly traded: Ratio;
};

/** A holder's right to fund an overrun: its share of the equity when the overrun was reported. */
export type OverrunRight = {
  readonly holder: string;
  readonly share: Ratio;
  /** The share of the overrun in minor units: the rights sum to the overrun. */
  readonly minor: bigint;
};

export type OverrunContribution = {
  readonly holder: string;
  readonly minor: bigint;
  readonly on: LocalDate;
};

/** Cost beyond what was committed, and who has taken part in paying for it. */
export type Overrun = {
  readonly id: string;
  readonly minor: bigint;
  readonly reportedOn: LocalDate;
  /** Last day on which the rights can be used. */
  readonly until: LocalDate;
  /** How often a minor unit of it counts: the charter's term when it was reported. */
  readonly weight: Ratio;
  readonly rights: readonly OverrunRight[];
  /** In the order in which they were recorded. */
  readonly contributions: readonly OverrunContribution[];
};

/** Who has put what into an investment, and in which overruns who took part. */
export type CapTable = {
  readonly stakes: readonly Stake[];
  readonly overruns: readonly Overrun[];
};

export type EquityShare = { readonly holder: string; readonly share: Ratio };

const whole = (minor: bigint): Ratio => Ratio.make(minor);
const lesser = (a: Ratio, b: Ratio): Ratio => (Ratio.compare(a, b) < 0 ? a : b);
const least = (a: bigint, b: bigint): bigint => (a < b ? a : b);

/** Exact sums by holder; what nobody has added to is nothing. */
class HolderSums {
  readonly #sums = new Map<string, Ratio>();

  add(holder: string, amount: Ratio): void {
    this.#sums.set(holder, Ratio.add(this.of(holder), amount));
  }

  of(holder: string): Ratio {
    return this.#sums.get(holder) ?? Ratio.zero;
  }

  total(): Ratio {
    let total = Ratio.zero;
    for (const amount of this.#sums.values()) total = Ratio.add(total, amount);
    return total;
  }

  /** Holders in order of their ids, those with nothing left out. */
  entries(): readonly (readonly [string, Ratio])[] {
    return [...this.#sums]
      .filter(([, amount]) => !Ratio.isZero(amount))
      .toSorted(([a], [b]) => (a < b ? -1 : 1));
  }
}

export function fundedOf({ contributions }: Overrun): bigint {
  return contributions.reduce((sum, { minor }) => sum + minor, 0n);
}

/** Whether shares are cut by an overrun: its window has run out, or the whole of it is paid. */
export function isSettled(overrun: Overrun, on: LocalDate): boolean {
  return on > overrun.until || fundedOf(overrun) >= overrun.minor;
}

/** What a holder has paid of its right, within the window. */
function usedOf({ rights, contributions, until }: Overrun, holder: string): bigint {
  const right = rights.find((each) => each.holder === holder)?.minor ?? 0n;
  let paid = 0n;
  for (const each of contributions) {
    if (each.holder === holder && each.on <= until) paid += each.minor;
  }
  return least(paid, right);
}

/**
 * What a holder may fund of an overrun on a day, minor units: within the window what is left of its
 * right, afterwards all that the others have left [IN14].
 */
export function fundableBy(overrun: Overrun, holder: string, on: LocalDate): bigint {
  const open = overrun.minor - fundedOf(overrun);
  const right = overrun.rights.find((each) => each.holder === holder)?.minor ?? 0n;
  const room = on > overrun.until ? open : least(right - usedOf(overrun, holder), open);
  return room > 0n ? room : 0n;
}

/**
 * What of an overrun counts for whom, before its weight [IN13]. A right that is used whole counts
 * as the exact share of the overrun, not as its minor units: rounding dilutes nobody. What others
 * left counts for who takes it up after the window, in order, up to the overrun. More counts for
 * nobody.
 */
function countedOf(overrun: Overrun): HolderSums {
  const counted = new HolderSums();
  const all = whole(overrun.minor);
  for (const { holder, share, minor } of overrun.rights) {
    const used = usedOf(overrun, holder);
    counted.add(holder, used === minor ? Ratio.mul(share, all) : whole(used));
  }
  for (const { holder, minor, on } of overrun.contributions) {
    if (on <= overrun.until) continue;
    counted.add(holder, lesser(whole(minor), Ratio.sub(all, counted.total())));
  }
  return counted;
}

/** What counts for each holder of equity: funding up to the commitment, trades, overruns. */
function countedEquity({ stakes, overruns }: CapTable, on: LocalDate): HolderSums {
  const counted = new HolderSums();
  for (const { holder, instrument, committed, funded, traded } of stakes) {
    if (instrument !== "equity") continue;
    counted.add(holder, Ratio.add(whole(least(funded, committed)), traded));
  }
  for (const overrun of overruns) {
    if (!isSettled(overrun, on)) continue;
    for (const [holder, amount] of countedOf(overrun).entries()) {
      counted.add(holder, Ratio.mul(amount, overrun.weight));
    }
  }
  return counted;
}

/**
 * Each holder's share of the equity on a day, exact, by holder id; the shares sum to 1 [IN11]. They
 * follow what each has funded; before anything is funded, what each has committed. None of nothing.
 */
export function equityShares(table: CapTable, on: LocalDate): readonly EquityShare[] {
  let counted = countedEquity(table, on);
  if (Ratio.isZero(counted.total())) {
    counted = new HolderSums();
    for (const { holder, instrument, committed } of table.stakes) {
      if (instrument === "equity") counted.add(holder, whole(committed));
    }
  }
  const total = counted.total();
  return counted.entries().map(([holder, amount]) => ({ holder, share: Ratio.div(amount, total) }));
}

export function equityShareOf(table: CapTable, holder: string, on: LocalDate): Ratio {
  return equityShares(table, on).find((each) => each.holder === holder)?.share ?? Ratio.zero;
}

/**
 * The right of each holder of equity to fund an overrun: its share, in minor units by largest
 * remainder, equal remainders by holder id. They sum to the overrun [IN12].
 */
export function overrunRights(
  table: CapTable,
  minor: bigint,
  on: LocalDate,
): readonly OverrunRight[] {
  const shares = equityShares(table, on);
  if (shares.length === 0) return [];
  const common = shares.reduce((product, { share }) => product * share.den, 1n);
  const parts = allocate({
    total: minor,
    shares: shares.map(({ holder, share }) => ({
      key: holder,
      weight: share.num * (common / share.den),
    })),
    tieBreak: { kind: "keyAscending" },
  });
  assert(parts.ok, "shares of a cap table sum to 1");
  return shares.map(({ holder, share }, index) => ({
    ...{ holder, share, minor: parts.value[index]!.part },
  }));
}

/** The table after a holder has paid something in, apart from overruns. */
export function withFunding(
  table: CapTable,
  of: { readonly holder: string; readonly instrument: Instrument; readonly minor: bigint },
): CapTable {
  return {
    ...table,
    stakes: table.stakes.map((stake) =>
      stake.holder === of.holder && stake.instrument === of.instrument
        ? { ...stake, funded: stake.funded + of.minor }
        : stake,
    ),
  };
}

/** The table after a payment towards an overrun. */
export function withContribution(
  table: CapTable,
  overrun: string,
  contribution: OverrunContribution,
): CapTable {
  return {
    ...table,
    overruns: table.overruns.map((each) =>
      each.id === overrun
        ? { ...each, contributions: [...each.contributions, contribution] }
        : each,
    ),
  };
}

/**
 * The table after a holder has sold a part of its stake, an exact ratio of what it holds, to a
 * buyer [IN15]. Of equity the part counts for the buyer from then on; no other share moves. No
 * overrun may be open: who holds what would not be known yet.
 */
export function withSale(
  table: CapTable,
  sale: {
    readonly seller: string;
    readonly buyer: string;
    readonly instrument: Instrument;
    readonly part: Ratio;
    readonly on: LocalDate;
  },
): CapTable {
  const { seller, buyer, instrument, part, on } = sale;
  const isOf = (holder: string) => (stake: Stake) =>
    stake.holder === holder && stake.instrument === instrument;
  const from = table.stakes.find(isOf(seller));
  assert(from !== undefined, `${seller} has a stake to sell`);
  const held =
    instrument === "equity"
      ? countedEquity(table, on).of(seller)
      : Ratio.add(whole(from.funded), from.traded);
  const sold = Ratio.mul(held, part);
  const stakes = table.stakes.some(isOf(buyer))
    ? table.stakes
    : [
        ...table.stakes,
        { holder: buyer, instrument, committed: 0n, funded: 0n, traded: Ratio.zero },
      ];
  const moved = (stake: Stake, amount: Ratio): Stake => ({
    ...stake,
    traded: Ratio.add(stake.traded, amount),
  });
  return {
    ...table,
    stakes: stakes.map((stake) => {
      if (isOf(seller)(stake)) return moved(stake, Ratio.neg(sold));
      return isOf(buyer)(stake) ? moved(stake, sold) : stake;
    }),
  };
}
