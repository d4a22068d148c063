import type { LocalDate } from "../calendar/date.ts";

/** What the valuer says that an asset is worth which a party would bring in [CP70]. */
export type Appraisal = {
  /** Id of the fact. */
  readonly id: string;
  readonly party: string;
  /** The investment that it would go into. */
  readonly investment: string;
  readonly asset: string;
  readonly currency: string;
  readonly minor: bigint;
  readonly on: LocalDate;
  /** The act by which it was brought in: an asset pays once. */
  readonly usedBy?: string;
};
