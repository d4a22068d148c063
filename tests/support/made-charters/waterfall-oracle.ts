import type {
  Claim,
  TierEnd,
  WaterfallBalances,
  WaterfallTier,
} from "@jointfund/core/distributions/waterfall-tiers.ts";
import type { WaterfallPlan } from "@jointfund/core/fund/waterfall/waterfall-run.ts";

/**
 * A second reckoning of a waterfall. It solves nothing: it asks of an amount whether a tier would
 * be full with it, in fractions, and looks for the least whole one by halving.
 */

type Fraction = { readonly num: bigint; readonly den: bigint };
const isAtLeast = (a: Fraction, b: Fraction): boolean => a.num * b.den >= b.num * a.den;
const whole = (num: bigint): Fraction => ({ num, den: 1n });
const times = (a: Fraction, n: bigint): Fraction => ({ num: a.num * n, den: a.den });
const plus = (a: Fraction, b: Fraction): Fraction => ({
  num: a.num * b.den + b.num * a.den,
  den: a.den * b.den,
});

type Weighed = { readonly party: string; readonly weight: Fraction };

/** What a party waits for in a tier with such an end. */
function waitsFor(claim: Claim, end: TierEnd, { recoupment }: WaterfallBalances): bigint {
  if (end.kind === "returned") return claim.unreturned;
  if (end.kind === "preferred") return claim.preferred;
  if (end.kind !== "recouped") return claim.unreturned + claim.preferred;
  return claim.party === recoupment?.beneficiary ? recoupment.outstanding : 0n;
}

function weightsOf({ to, until }: WaterfallTier, balances: WaterfallBalances): readonly Weighed[] {
  const all =
    "shares" in to
      ? to.shares.map(({ party, share }) => ({ party, weight: share }))
      : balances.claims.map((claim) => {
          const { proportionalTo: of } = to;
          const amount = of === "owed" ? waitsFor(claim, until, balances) : claim[of];
          return { party: claim.party, weight: whole(amount) };
        });
  return all.filter(({ weight }) => weight.num > 0n);
}

/** Whether a tier that has paid so much, exactly by its weights, would have come to its end. */
function isFull(
  { until }: WaterfallTier,
  weights: readonly Weighed[],
  balances: WaterfallBalances,
  paid: bigint,
): boolean {
  const { claims, carry, recoupment } = balances;
  const sum = weights.reduce((all, { weight }) => plus(all, weight), whole(0n));
  const partOf = (party: string): Fraction => {
    const weight = weights.find((each) => each.party === party)?.weight ?? whole(0n);
    return { num: weight.num * sum.den * paid, den: weight.den * sum.num };
  };
  switch (until.kind) {
    case "rest":
      return false;
    case "amount":
      return paid >= until.minor;
    case "returned":
    case "preferred":
      return weights.every(({ party }) => {
        const claim = claims.find((each) => each.party === party);
        const open = claim === undefined ? 0n : waitsFor(claim, until, balances);
        return isAtLeast(partOf(party), whole(open));
      });
    case "recouped":
      return (
        recoupment === undefined ||
        isAtLeast(partOf(recoupment.beneficiary), whole(recoupment.outstanding))
      );
    case "caughtUp":
      if (carry === undefined) return true;
      return isAtLeast(
        plus(whole(carry.received), partOf(carry.holder)),
        times(carry.share, carry.profit + paid),
      );
  }
}

/** The least amount that fills the tier, or all that is left. */
function takenBy(
  tier: WaterfallTier,
  weights: readonly Weighed[],
  balances: WaterfallBalances,
  left: bigint,
): bigint {
  if (weights.length === 0) return 0n;
  const fills = (paid: bigint): boolean => isFull(tier, weights, balances, paid);
  if (fills(0n)) return 0n;
  if (!fills(left)) return left;
  let [no, yes] = [0n, left];
  while (yes - no > 1n) {
    const middle = (no + yes) / 2n;
    if (fills(middle)) yes = middle;
    else no = middle;
  }
  return yes;
}

/** Everyone's whole part, and the odd units to whoever has lost most by it, ties by the order. */
function divided(
  total: bigint,
  weights: readonly Weighed[],
  order: readonly string[],
): ReadonlyMap<string, bigint> {
  const sum = weights.reduce((all, { weight }) => plus(all, weight), whole(0n));
  const exact = weights.map(({ party, weight }) => {
    const [num, den] = [weight.num * sum.den * total, weight.den * sum.num];
    return { party, part: num / den, lost: { num: num % den, den } };
  });
  const odd = total - exact.reduce((all, { part }) => all + part, 0n);
  const ranked = exact.toSorted((a, b) => {
    const [isMore, isLess] = [isAtLeast(a.lost, b.lost), isAtLeast(b.lost, a.lost)];
    if (isMore && isLess) return order.indexOf(a.party) - order.indexOf(b.party);
    return isMore ? -1 : 1;
  });
  return new Map(
    ranked.map(({ party, part }, index) => [party, part + (BigInt(index) < odd ? 1n : 0n)]),
  );
}

const least = (a: bigint, b: bigint): bigint => (a < b ? a : b);

/** What is open after a tier's parts are paid: what a part counts as is the end's to say. */
function balancesAfter(
  { until: { kind } }: WaterfallTier,
  { claims, carry, recoupment }: WaterfallBalances,
  parts: ReadonlyMap<string, bigint>,
): WaterfallBalances {
  const partOf = (party: string): bigint => parts.get(party) ?? 0n;
  let [paid, returned] = [0n, 0n];
  for (const part of parts.values()) paid += part;
  const after = claims.map((claim) => {
    const part = partOf(claim.party);
    const capital = kind === "returned" ? least(part, claim.unreturned) : 0n;
    const preferred = kind === "preferred" ? least(part, claim.preferred) : 0n;
    returned += capital;
    return {
      ...claim,
      unreturned: claim.unreturned - capital,
      preferred: claim.preferred - preferred,
    };
  });
  const isCarry = kind !== "returned" && kind !== "preferred";
  return {
    claims: after,
    ...(carry && {
      carry: {
        ...carry,
        received: carry.received + (isCarry ? partOf(carry.holder) : 0n),
        profit: carry.profit + paid - returned,
      },
    }),
    ...(recoupment && {
      recoupment: {
        ...recoupment,
        outstanding:
          recoupment.outstanding -
          (kind === "recouped"
            ? least(partOf(recoupment.beneficiary), recoupment.outstanding)
            : 0n),
      },
    }),
  };
}

/** What each tier pays to whom of an amount; nothing to nobody is left out. */
export function reckoned(
  plan: WaterfallPlan,
  amount: bigint,
): readonly { readonly tier: string; readonly parts: ReadonlyMap<string, bigint> }[] {
  const order = plan.tieBreak.kind === "order" ? plan.tieBreak.keys : [];
  let { balances } = plan;
  let left = amount;
  return plan.tiers.map((tier) => {
    const weights = weightsOf(tier, balances);
    const taken = takenBy(tier, weights, balances, left);
    const parts = taken === 0n ? new Map<string, bigint>() : divided(taken, weights, order);
    left -= taken;
    balances = balancesAfter(tier, balances, parts);
    return { tier: tier.id, parts: new Map([...parts].filter(([, part]) => part > 0n)) };
  });
}
