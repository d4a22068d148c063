import { Ratio } from "../base/ratio.ts";

/** What the multiples of a party, class or fund are made of; minor units of one currency. */
export type MultipleInput = {
  readonly committed: bigint;
  /** All contributions, those that recalled a distribution among them (GIPS). */
  readonly paidIn: bigint;
  readonly distributed: bigint;
  /** Fair value of what is left. */
  readonly residual: bigint;
};

/** Exact ratios; absent where what they are measured by is nothing [ST5]. */
export type Multiples = {
  /** Paid in to committed. */
  readonly pic?: Ratio;
  /** Distributed to paid in. */
  readonly dpi?: Ratio;
  /** Residual value to paid in. */
  readonly rvpi?: Ratio;
  /** Total value to paid in: DPI + RVPI. */
  readonly tvpi?: Ratio;
};

/** The multiples that GIPS names; exact, so that TVPI is DPI + RVPI to the last digit [ST5]. */
export function multiplesOf({
  committed,
  paidIn,
  distributed,
  residual,
}: MultipleInput): Multiples {
  const pic = committed === 0n ? {} : { pic: Ratio.make(paidIn, committed) };
  if (paidIn === 0n) return pic;
  return {
    ...pic,
    dpi: Ratio.make(distributed, paidIn),
    rvpi: Ratio.make(residual, paidIn),
    tvpi: Ratio.make(distributed + residual, paidIn),
  };
}
