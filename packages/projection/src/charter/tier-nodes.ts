import { assert } from "@jointfund/core/base/assert.ts";
import { Ratio } from "@jointfund/core/base/ratio.ts";
import type { ProportionalQuantity, TierEnd } from "@jointfund/core/charter/distribution-terms.ts";
import type { Num } from "../kernel/program.ts";
import type { ProgramBuilder } from "../kernel/program-builder.ts";
import { doubleOf } from "./double.ts";
import { Logic, type Truth } from "./logic.ts";

/** A tier whose amount, if it has one, is a node; without an end it takes the rest. */
export type TierNodes = {
  readonly id: string;
  readonly to:
    | { readonly shares: ReadonlyMap<string, Ratio> }
    | { readonly proportionalTo: ProportionalQuantity };
  readonly until:
    | { readonly kind: Exclude<TierEnd["kind"], "amount"> | "rest" }
    | { readonly kind: "amount"; readonly minor: Num };
};

/** What a party brings to a waterfall in proportion to which tiers may pay. */
export type WeightNodes = {
  readonly units: Num;
  readonly paidIn: Num;
  readonly commitment: Num;
};

export type ClaimNodes = { readonly unreturned: Num; readonly preferred: Num };

/** Everything that the ends of tiers look at, minor units. */
export type BalanceNodes = {
  readonly claims: ReadonlyMap<string, ClaimNodes>;
  readonly carry?: {
    readonly holder: string;
    readonly share: number;
    readonly received: Num;
    readonly profit: Num;
  };
  readonly recoupment?: { readonly beneficiary: string; readonly outstanding: Num };
};

export type TierRun = {
  /** What each tier took, and who got what of it. */
  readonly tiers: readonly {
    readonly id: string;
    readonly minor: Num;
    readonly parts: ReadonlyMap<string, Num>;
  }[];
  readonly balances: BalanceNodes;
};

/** A party's share of a tier: a fraction, or a weight over the sum of the weights. */
type Share = { readonly party: string; readonly weight: Num; readonly fixed?: Ratio };

const COMMITTED = { units: "units", paidIn: "paidIn", commitments: "commitment" } as const;

/** Shares out an amount tier by tier on doubles, without rounding [WF1]-[WF7]. */
export class Tiers {
  readonly #builder: ProgramBuilder;
  readonly #logic: Logic;
  readonly #zero: Num;
  readonly #tiers: readonly TierNodes[];
  readonly #weights: ReadonlyMap<string, WeightNodes>;

  constructor(
    builder: ProgramBuilder,
    tiers: readonly TierNodes[],
    weights: ReadonlyMap<string, WeightNodes>,
  ) {
    this.#builder = builder;
    this.#logic = new Logic(builder);
    this.#zero = builder.constant(0);
    this.#tiers = tiers;
    this.#weights = weights;
  }

  run(amount: Num, opening: BalanceNodes): TierRun {
    let [left, balances] = [amount, opening];
    const tiers: TierRun["tiers"][number][] = [];
    for (const tier of this.#tiers) {
      const { minor, parts, next } = this.#pay(tier, left, balances);
      tiers.push({ id: tier.id, minor, parts });
      left = this.#builder.subtract(left, minor);
      balances = next;
    }
    return { tiers, balances };
  }

  #pay(tier: TierNodes, left: Num, balances: BalanceNodes) {
    const builder = this.#builder;
    const shares = this.#sharesOf(tier, balances);
    const isFixed = "shares" in tier.to;
    const whole = isFixed ? builder.constant(1) : builder.sum(shares.map(({ weight }) => weight));
    const hasShares: Truth = isFixed || builder.less(this.#zero, whole);
    const size = this.#sizeOf(tier, { shares, whole }, balances);
    const taken = size === undefined ? left : builder.minimum(left, size);
    const minor = this.#logic.choose(hasShares, taken, this.#zero);
    const isFull: Truth =
      size === undefined ? false : this.#logic.and(hasShares, builder.lessOrEqual(size, left));
    const parts = new Map(
      shares.map(({ party, weight }) => {
        const share = isFixed ? weight : builder.divide(weight, whole);
        const part = builder.multiply(minor, share);
        return [party, this.#logic.choose(hasShares, part, this.#zero)];
      }),
    );
    return { minor, parts, next: this.#reduced(tier, { minor, parts, shares, isFull }, balances) };
  }

  #sharesOf({ to, until }: TierNodes, balances: BalanceNodes): readonly Share[] {
    if ("shares" in to) {
      const sum = [...to.shares.values()].reduce((all, share) => Ratio.add(all, share), Ratio.zero);
      return [...to.shares].map(([party, share]) => {
        const fixed = Ratio.div(share, sum);
        return { party, fixed, weight: this.#builder.constant(doubleOf(fixed)) };
      });
    }
    const { proportionalTo } = to;
    if (proportionalTo !== "owed") {
      const quantity = COMMITTED[proportionalTo];
      return [...this.#weights].map(([party, weights]) => ({ party, weight: weights[quantity] }));
    }
    return [...balances.claims].map(([party, claim]) => {
      return { party, weight: this.#owed(party, claim, until.kind, balances) };
    });
  }

  /** The balance that the tier's end waits for [WF3]. */
  #owed(
    party: string,
    { unreturned, preferred }: ClaimNodes,
    end: TierNodes["until"]["kind"],
    { recoupment }: BalanceNodes,
  ): Num {
    if (end === "returned") return unreturned;
    if (end === "preferred") return preferred;
    if (end !== "recouped") return this.#builder.add(unreturned, preferred);
    return party === recoupment?.beneficiary ? recoupment.outstanding : this.#zero;
  }

  /** What the tier takes to be full [WF4]; undefined where it takes all, infinite where it may. */
  #sizeOf(
    { to, until }: TierNodes,
    of: { readonly shares: readonly Share[]; readonly whole: Num },
    balances: BalanceNodes,
  ): Num | undefined {
    const builder = this.#builder;
    const { carry, recoupment } = balances;
    switch (until.kind) {
      case "rest":
        return undefined;
      case "amount":
        return builder.maximum(until.minor, this.#zero);
      case "caughtUp":
        return carry === undefined ? this.#zero : this.#catchUp(of, carry);
      case "recouped": {
        if (recoupment === undefined) return this.#zero;
        const share = of.shares.find(({ party }) => party === recoupment.beneficiary);
        const isOwed = builder.less(this.#zero, recoupment.outstanding);
        const never = builder.constant(Infinity);
        const needed = share && this.#needed(recoupment.outstanding, share, of.whole, never);
        return builder.choose(isOwed, needed ?? never, this.#zero);
      }
      case "returned":
      case "preferred": {
        if ("proportionalTo" in to && to.proportionalTo === "owed") return of.whole;
        const needed = of.shares.flatMap((share) => {
          const claim = balances.claims.get(share.party);
          if (claim === undefined) return [];
          const owed = this.#owed(share.party, claim, until.kind, balances);
          return [this.#needed(owed, share, of.whole, this.#zero)];
        });
        return needed.reduce((a, b) => builder.maximum(a, b), this.#zero);
      }
    }
  }

  /** A balance spread over its party's share of the tier. */
  #needed(balance: Num, { weight, fixed }: Share, whole: Num, without: Num): Num {
    const builder = this.#builder;
    if (fixed !== undefined) {
      return builder.multiply(balance, builder.constant(doubleOf(Ratio.div(Ratio.one, fixed))));
    }
    const spread = builder.divide(builder.multiply(balance, whole), weight);
    return builder.choose(builder.less(this.#zero, weight), spread, without);
  }

  /** The size x of a catch-up: received + k x = c (profit + x). */
  #catchUp(
    { shares, whole }: { readonly shares: readonly Share[]; readonly whole: Num },
    { holder, share, received, profit }: NonNullable<BalanceNodes["carry"]>,
  ): Num {
    const builder = this.#builder;
    const due = builder.multiply(builder.constant(share), profit);
    const gap = builder.maximum(builder.subtract(due, received), this.#zero);
    const own = shares.find(({ party }) => party === holder);
    const isWaiting = builder.less(this.#zero, gap);
    const never = builder.constant(Infinity);
    if (own === undefined) return builder.choose(isWaiting, never, this.#zero);
    const part = own.fixed === undefined ? builder.divide(own.weight, whole) : own.weight;
    const gain = builder.subtract(part, builder.constant(share));
    const isGaining = builder.less(this.#zero, gain);
    const size = builder.choose(isGaining, builder.divide(gap, gain), never);
    return builder.choose(isWaiting, size, this.#zero);
  }

  /** What parts count as [WF7]. A full tier leaves nothing of what it waits for. */
  #reduced(
    { until: { kind } }: TierNodes,
    of: {
      readonly minor: Num;
      readonly parts: ReadonlyMap<string, Num>;
      readonly shares: readonly Share[];
      readonly isFull: Truth;
    },
    balances: BalanceNodes,
  ): BalanceNodes {
    const builder = this.#builder;
    const { carry, recoupment } = balances;
    const claims = new Map(balances.claims);
    let returned = this.#zero;
    if (kind === "returned" || kind === "preferred") {
      const balance = kind === "returned" ? "unreturned" : "preferred";
      for (const share of of.shares) {
        const claim = claims.get(share.party);
        if (claim === undefined) continue;
        const left = this.#left(claim[balance], share, of);
        if (kind === "returned") {
          returned = builder.add(returned, builder.subtract(claim.unreturned, left));
        }
        claims.set(share.party, { ...claim, [balance]: left });
      }
    }
    const own = of.shares.find(({ party }) => party === recoupment?.beneficiary);
    const isRecouping = kind === "recouped" && recoupment !== undefined && own !== undefined;
    const part = carry && of.parts.get(carry.holder);
    const isCarry = part !== undefined && kind !== "returned" && kind !== "preferred";
    return {
      claims,
      ...(carry && {
        carry: {
          ...carry,
          received: isCarry ? builder.add(carry.received, part) : carry.received,
          profit: builder.add(carry.profit, builder.subtract(of.minor, returned)),
        },
      }),
      ...(recoupment && {
        recoupment: isRecouping
          ? { ...recoupment, outstanding: this.#left(recoupment.outstanding, own, of) }
          : recoupment,
      }),
    };
  }

  #left(
    balance: Num,
    { party, weight, fixed }: Share,
    of: { readonly parts: ReadonlyMap<string, Num>; readonly isFull: Truth },
  ): Num {
    const builder = this.#builder;
    const part = of.parts.get(party);
    assert(part !== undefined, "whoever has a share has a part");
    const rest = builder.subtract(balance, builder.minimum(part, balance));
    const has: Truth = fixed !== undefined || builder.less(this.#zero, weight);
    return this.#logic.choose(this.#logic.and(of.isFull, has), this.#zero, rest);
  }
}
