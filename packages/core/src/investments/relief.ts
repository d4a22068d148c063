import { Ratio, roundRatio } from "../base/ratio.ts";

/** What the books hold of an investment, minor units: its cost and what value has changed since. */
export type Carried = { readonly cost: bigint; readonly unrealised: bigint };

/** What leaves the books with a part of an investment. */
export type Relief = Carried & {
  /** Proceeds less the cost that is relieved. */
  readonly realised: bigint;
};

/**
 * What a part of an investment takes out of the books when it is sold or written off [IN20]: cost
 * at average and the change in value in the same proportion, each rounded half to even; the whole
 * takes all that is left. So in any order of parts, realised and unrealised together are proceeds
 * and value less cost, to the unit.
 */
export function reliefOf(carried: Carried, part: Ratio, proceeds: bigint): Relief {
  const of = (minor: bigint): bigint => roundRatio(Ratio.mul(Ratio.make(minor), part), "halfEven");
  const cost = of(carried.cost);
  return { cost, unrealised: of(carried.unrealised), realised: proceeds - cost };
}
