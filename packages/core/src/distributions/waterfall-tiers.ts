import { Ratio } from "../base/ratio.ts";

/**
 * What a party brings to a waterfall. Units in millionths, the rest in minor units, none
 * negative.
 */
export type Claim = {
  readonly party: string;
  readonly units: bigint;
  readonly paidIn: bigint;
  readonly commitments: bigint;
  /** Paid-in capital that it has not had back. */
  readonly unreturned: bigint;
  /** Preferred return that has accrued to it and is unpaid. */
  readonly preferred: bigint;
};

/** The carry's holder, its share of profit, and what both have come to before. */
export type CarryClaim = {
  readonly holder: string;
  readonly share: Ratio;
  /** Carry that the holder has received. */
  readonly received: bigint;
  /** All that was paid out to anybody beyond return of capital, the carry among it. */
  readonly profit: bigint;
};

/** What is deemed to be allocated to the beneficiary and has not been paid to it. */
export type RecoupmentClaim = { readonly beneficiary: string; readonly outstanding: bigint };

/** Everything that the ends of tiers look at. At most one claim for each party. */
export type WaterfallBalances = {
  readonly claims: readonly Claim[];
  readonly carry?: CarryClaim;
  readonly recoupment?: RecoupmentClaim;
};

export type TierQuantity = "units" | "paidIn" | "commitments" | "owed";

/**
 * Fixed shares, relative to each other, or shares in proportion to a quantity of each claim
 * [WF2].
 */
export type Sharing =
  | { readonly shares: readonly TierShare[] }
  | { readonly proportionalTo: TierQuantity };

export type TierShare = { readonly party: string; readonly share: Ratio };

/** When a tier is full [WF4]; `rest` never is, and belongs to the last tier. */
export type TierEnd =
  | { readonly kind: "returned" }
  | { readonly kind: "preferred" }
  | { readonly kind: "caughtUp" }
  | { readonly kind: "recouped" }
  | { readonly kind: "amount"; readonly minor: bigint }
  | { readonly kind: "rest" };

export type WaterfallTier = {
  readonly id: string;
  readonly to: Sharing;
  readonly until: TierEnd;
};

/** What a party is owed in the sense of the tier: the balance that its end waits for [WF3]. */
function owedTo(claim: Claim, { recoupment }: WaterfallBalances, end: TierEnd): bigint {
  switch (end.kind) {
    case "returned":
      return claim.unreturned;
    case "preferred":
      return claim.preferred;
    case "recouped":
      return claim.party === recoupment?.beneficiary ? recoupment.outstanding : 0n;
    case "caughtUp":
    case "amount":
    case "rest":
      return claim.unreturned + claim.preferred;
  }
}

/** Each paid party's share of the tier; they sum to 1, or there are none [WF2] [WF3]. */
export function sharesOfTier(
  tier: WaterfallTier,
  balances: WaterfallBalances,
): readonly TierShare[] {
  const weights = weightsOf(tier, balances).filter(({ share }) => !Ratio.isZero(share));
  const sum = weights.reduce((whole, { share }) => Ratio.add(whole, share), Ratio.zero);
  return weights.map(({ party, share }) => ({ party, share: Ratio.div(share, sum) }));
}

function weightsOf({ to, until }: WaterfallTier, balances: WaterfallBalances) {
  if ("shares" in to) return to.shares;
  const { proportionalTo } = to;
  return balances.claims.map((claim) => ({
    party: claim.party,
    share: Ratio.make(
      proportionalTo === "owed" ? owedTo(claim, balances, until) : claim[proportionalTo],
    ),
  }));
}

/**
 * What the tier takes to be full, exactly and before rounding; undefined where no amount would fill
 * it [WF4]. A balance that waits is spread over the party's share: under 50/50 twice the balance.
 */
export function exactSize(
  tier: WaterfallTier,
  shares: readonly TierShare[],
  balances: WaterfallBalances,
): Ratio | undefined {
  const { until: end } = tier;
  switch (end.kind) {
    case "rest":
      return undefined;
    case "amount":
      return Ratio.make(end.minor);
    case "caughtUp":
      return catchUpSize(shares, balances.carry);
    case "recouped": {
      const { recoupment } = balances;
      if (recoupment === undefined || recoupment.outstanding === 0n) return Ratio.zero;
      const share = shareOf(shares, recoupment.beneficiary);
      if (Ratio.isZero(share)) return undefined;
      return Ratio.div(Ratio.make(recoupment.outstanding), share);
    }
    case "returned":
    case "preferred":
      return balanceSize(end, shares, balances);
  }
}

/** Until the last of the paid parties has its balance: the others go on taking their shares. */
function balanceSize(
  end: TierEnd,
  shares: readonly TierShare[],
  balances: WaterfallBalances,
): Ratio {
  let size = Ratio.zero;
  for (const claim of balances.claims) {
    const share = shareOf(shares, claim.party);
    if (Ratio.isZero(share)) continue;
    const needed = Ratio.div(Ratio.make(owedTo(claim, balances, end)), share);
    if (Ratio.compare(needed, size) > 0) size = needed;
  }
  return size;
}

/**
 * The catch-up's size x by its end condition: received + k x = c (profit + x), where k is the
 * holder's share of the tier and c of profit. With nothing received and the preferred return as all
 * profit so far that is c pref / (k - c).
 */
function catchUpSize(
  shares: readonly TierShare[],
  carry: CarryClaim | undefined,
): Ratio | undefined {
  if (carry === undefined) return Ratio.zero;
  const due = Ratio.mul(carry.share, Ratio.make(carry.profit));
  const gap = Ratio.sub(due, Ratio.make(carry.received));
  if (Ratio.compare(gap, Ratio.zero) <= 0) return Ratio.zero;
  const gain = Ratio.sub(shareOf(shares, carry.holder), carry.share);
  return Ratio.compare(gain, Ratio.zero) > 0 ? Ratio.div(gap, gain) : undefined;
}

function shareOf(shares: readonly TierShare[], party: string): Ratio {
  return shares.find((one) => one.party === party)?.share ?? Ratio.zero;
}
