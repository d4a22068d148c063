import { assert } from "../base/assert.ts";
import { Ratio } from "../base/ratio.ts";
import { err, ok, type Result } from "../base/result.ts";
import { allocate, type AllocationError, type TieBreak } from "../money/allocation.ts";
import {
  exactSize,
  sharesOfTier,
  type Claim,
  type TierShare,
  type WaterfallBalances,
  type WaterfallTier,
} from "./waterfall-tiers.ts";

export type WaterfallInput = {
  /** Minor units, not negative. */
  readonly amount: bigint;
  /** In order; the last takes the rest. */
  readonly tiers: readonly WaterfallTier[];
  readonly balances: WaterfallBalances;
  readonly tieBreak: TieBreak;
};

/**
 * Why a tier took no more: `reached` what it waits for, `already` there before, the `cash` ran out,
 * `nobody` has a share in it, or it is the last and took the `rest`.
 */
export type TierEnding = "reached" | "already" | "cash" | "nobody" | "rest";

/** What a party got in a tier, minor units, and which balances that reduced. */
export type TierPart = {
  readonly party: string;
  readonly minor: bigint;
  readonly capital: bigint;
  readonly preferred: bigint;
  readonly recouped: bigint;
  readonly carry: bigint;
};

export type TierResult = {
  readonly tier: string;
  /** What would fill it, exactly; absent where no amount would. */
  readonly size?: Ratio;
  readonly minor: bigint;
  readonly parts: readonly TierPart[];
  readonly ending: TierEnding;
};

export type WaterfallRun = {
  readonly tiers: readonly TierResult[];
  readonly balances: WaterfallBalances;
};

export type WaterfallError =
  | AllocationError
  | { readonly code: "waterfall_not_exhausted"; readonly left: bigint };

/**
 * Shares out an amount tier by tier. Sizes are exact; a size that is no whole unit is rounded up,
 * so that what it waits for is reached [WF5], and each tier is divided once, by largest remainder
 * [WF6]. The parts of all tiers sum to the amount, always [WF1]. Refused is only what no tier
 * would take, and an order for ties that lacks a party (the allocation's own errors).
 */
export function runWaterfall(input: WaterfallInput): Result<WaterfallRun, WaterfallError> {
  assert(input.amount >= 0n, "what is shared out is not negative");
  let { balances } = input;
  let left = input.amount;
  const tiers: TierResult[] = [];
  for (const tier of input.tiers) {
    const shares = sharesOfTier(tier, balances);
    const taken = takenBy(tier, shares, { balances, left });
    const parts = partsOf(tier, shares, { ...input, balances, minor: taken.minor });
    if (!parts.ok) return parts;
    tiers.push({ tier: tier.id, ...taken, parts: parts.value });
    balances = reduced(balances, parts.value);
    left -= taken.minor;
  }
  if (left > 0n) return err({ code: "waterfall_not_exhausted", left });
  return ok({ tiers, balances });
}

function takenBy(
  tier: WaterfallTier,
  shares: readonly TierShare[],
  { balances, left }: { readonly balances: WaterfallBalances; readonly left: bigint },
): Pick<TierResult, "size" | "minor" | "ending"> {
  if (shares.length === 0) return { minor: 0n, ending: "nobody" };
  const size = exactSize(tier, shares, balances);
  if (size === undefined) {
    return { minor: left, ending: tier.until.kind === "rest" ? "rest" : "cash" };
  }
  if (Ratio.isZero(size)) return { size, minor: 0n, ending: "already" };
  const whole = Ratio.ceil(size);
  if (left < whole) return { size, minor: left, ending: "cash" };
  return { size, minor: whole, ending: "reached" };
}

function partsOf(
  tier: WaterfallTier,
  shares: readonly TierShare[],
  of: {
    readonly minor: bigint;
    readonly balances: WaterfallBalances;
    readonly tieBreak: TieBreak;
  },
): Result<readonly TierPart[], AllocationError> {
  if (of.minor === 0n) return ok([]);
  // The least common denominator: the numerator of the reduced a/b times b is lcm(a, b).
  const common = shares.reduce((lcm, { share }) => Ratio.make(lcm, share.den).num * share.den, 1n);
  const allocated = allocate({
    total: of.minor,
    shares: shares.map(({ party, share }) => ({
      key: party,
      weight: (share.num * common) / share.den,
    })),
    tieBreak: of.tieBreak,
  });
  if (!allocated.ok) return allocated;
  const paid = allocated.value.filter(({ part }) => part > 0n);
  return ok(paid.map(({ key, part }) => applied(tier, of.balances, { party: key, minor: part })));
}

const least = (a: bigint, b: bigint): bigint => (a < b ? a : b);

/**
 * What a part counts as [WF7]: it reduces the balance that the tier waits for, of that party,
 * down to zero. What the carry's holder gets in tiers that return no capital and pay no preferred
 * return is carry.
 */
function applied(
  { until }: WaterfallTier,
  { claims, carry, recoupment }: WaterfallBalances,
  part: { readonly party: string; readonly minor: bigint },
): TierPart {
  const { party, minor } = part;
  const claim = claims.find((one) => one.party === party);
  const { kind } = until;
  const isBeneficiary = kind === "recouped" && party === recoupment?.beneficiary;
  const isCarry = party === carry?.holder && kind !== "returned" && kind !== "preferred";
  return {
    ...part,
    capital: kind === "returned" ? least(minor, claim?.unreturned ?? 0n) : 0n,
    preferred: kind === "preferred" ? least(minor, claim?.preferred ?? 0n) : 0n,
    recouped: isBeneficiary ? least(minor, recoupment.outstanding) : 0n,
    carry: isCarry ? minor : 0n,
  };
}

/** The balances once the parts of a tier are paid. */
function reduced(balances: WaterfallBalances, parts: readonly TierPart[]): WaterfallBalances {
  const byParty = new Map(parts.map((part) => [part.party, part]));
  const claims = balances.claims.map((claim): Claim => {
    const part = byParty.get(claim.party);
    if (part === undefined) return claim;
    return {
      ...claim,
      unreturned: claim.unreturned - part.capital,
      preferred: claim.preferred - part.preferred,
    };
  });
  const sum = (of: (part: TierPart) => bigint): bigint =>
    parts.reduce((total, part) => total + of(part), 0n);
  const { carry, recoupment } = balances;
  return {
    claims,
    ...(carry && {
      carry: {
        ...carry,
        received: carry.received + sum((part) => part.carry),
        profit: carry.profit + sum((part) => part.minor - part.capital),
      },
    }),
    ...(recoupment && {
      recoupment: {
        ...recoupment,
        outstanding: recoupment.outstanding - sum((part) => part.recouped),
      },
    }),
  };
}

/** What each party got in all, in order of party. */
export function totalsOf(run: WaterfallRun): ReadonlyMap<string, bigint> {
  const totals = new Map<string, bigint>();
  for (const { parts } of run.tiers) {
    for (const { party, minor } of parts) totals.set(party, (totals.get(party) ?? 0n) + minor);
  }
  return new Map([...totals].sort(([a], [b]) => (a < b ? -1 : 1)));
}
