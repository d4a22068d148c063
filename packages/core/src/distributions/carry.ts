import { Ratio, roundRatio } from "../base/ratio.ts";
import { ok, type Result } from "../base/result.ts";
import type { CapitalPools } from "./capital-pools.ts";
import { runWaterfall, type WaterfallError, type WaterfallInput } from "./waterfall.ts";
import type { Claim } from "./waterfall-tiers.ts";

/** The whole of a vehicle's life as if it were one distribution. */
export type WholeResult = Pick<WaterfallInput, "tiers" | "tieBreak"> & {
  /** Everything paid out so far, and what net assets would bring at an interim test. */
  readonly amount: bigint;
  /** Weights of every party; their balances are taken from the pools. */
  readonly claims: readonly Claim[];
  readonly pools: CapitalPools;
  readonly holder: string;
  readonly share: Ratio;
};

/**
 * Carry due on the whole result [CY4]: what the holder would have had, had all that was ever paid
 * out gone through the tiers at once, against all capital that was ever paid in and all preferred
 * return that ever accrued. Losses that came after carry was paid count in full.
 */
export function carryDue(whole: WholeResult): Result<bigint, WaterfallError> {
  const claims = whole.claims.map((claim): Claim => {
    let [unreturned, preferred] = [0n, 0n];
    for (const pool of whole.pools.values()) {
      const account = pool.get(claim.party);
      unreturned += account?.contributed ?? 0n;
      preferred += account?.accrued ?? 0n;
    }
    return { ...claim, unreturned, preferred };
  });
  const carry = { holder: whole.holder, share: whole.share, received: 0n, profit: 0n };
  const run = runWaterfall({ ...whole, balances: { claims, carry } });
  if (!run.ok) return run;
  return ok(run.value.balances.carry?.received ?? 0n);
}

export type Clawback = {
  /** What is to come back, minor units, not negative. */
  readonly minor: bigint;
  /** Of that, what was held back and is at hand. */
  readonly fromEscrow: bigint;
  /** Of that, what the holder has to pay. */
  readonly fromHolder: bigint;
  /** What the cap leaves with the holder though it was not due. */
  readonly beyondCap: bigint;
};

/**
 * Carry received beyond what is due, at most the cap's share of what was received, rounded down
 * [CY5]. What is held back serves first.
 */
export function clawback(of: {
  readonly received: bigint;
  readonly due: bigint;
  readonly cap: Ratio;
  /** Of what was received, the part that is still held back. */
  readonly escrow: bigint;
}): Clawback {
  const excess = of.received > of.due ? of.received - of.due : 0n;
  const most = roundRatio(Ratio.mul(Ratio.make(of.received), of.cap), "floor");
  const minor = excess < most ? excess : most;
  const fromEscrow = minor < of.escrow ? minor : of.escrow;
  return { minor, fromEscrow, fromHolder: minor - fromEscrow, beyondCap: excess - minor };
}
