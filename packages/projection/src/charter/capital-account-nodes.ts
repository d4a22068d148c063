import type { Num } from "../kernel/program.ts";
import type { ProgramBuilder } from "../kernel/program-builder.ts";
import type { WaterfallTerms } from "./waterfall-terms.ts";

type HurdleTerms = NonNullable<WaterfallTerms["hurdle"]>;

/** Names of what the accrual of preferred return over a step is computed from. */
export type HurdleSchedules = {
  /** Schedule: the step's part of a year by the hurdle's day count. */
  readonly years: string;
  /** Schedule: number of the step, 0 for the first. */
  readonly step: string;
  /**
   * Tables with a row for each pair of an origin (0 for the opening, k for the end of step k - 1)
   * and a step, at `origin * steps + step`: the part of a year before the origin's anniversary in
   * the step, all of it where there is none; the part after it; and 1 where there is one.
   */
  readonly before: string;
  readonly after: string;
  readonly anniversary: string;
  readonly steps: number;
};

/** One party's capital in one pool, minor units. */
export type CapitalAccountNodes = {
  readonly unreturned: Num;
  /** Preferred return that is accrued and unpaid; of it, what bears return itself. */
  readonly preferred: Num;
  readonly compounded: Num;
  /** Origin of its anniversaries; -1 before anything was paid in. */
  readonly since: Num;
  /** All ever paid in, and all return that ever accrued: what a clawback is reckoned from. */
  readonly contributed: Num;
  readonly accrued: Num;
};

const KEPT = ["unreturned", "preferred", "compounded", "since", "contributed", "accrued"] as const;

/** Writes what accounts become; balances that no rule reads have no state and stay nothing. */
export class CapitalAccounts {
  readonly #builder: ProgramBuilder;
  readonly #hurdle: HurdleTerms;
  readonly #schedules: HurdleSchedules;
  readonly #states: ReadonlySet<keyof CapitalAccountNodes>;

  constructor(
    builder: ProgramBuilder,
    { hurdle, carry }: Required<Pick<WaterfallTerms, "hurdle">> & Pick<WaterfallTerms, "carry">,
    schedules: HurdleSchedules,
  ) {
    this.#builder = builder;
    this.#hurdle = hurdle;
    this.#schedules = schedules;
    const isYearly = hurdle.rate > 0 && hurdle.compounding === "yearly";
    this.#states = new Set([
      "unreturned",
      ...(hurdle.rate > 0 ? (["preferred"] as const) : []),
      ...(isYearly ? (["compounded", "since"] as const) : []),
      ...(carry?.clawbackCap === undefined ? [] : (["contributed", "accrued"] as const)),
    ]);
  }

  /** An account as the step begins; its states are named after it. */
  open(name: string): CapitalAccountNodes {
    const nodes = KEPT.map((key) => [
      key,
      this.#states.has(key) ? this.#builder.state(`${name}:${key}`) : this.#nothing(key),
    ]);
    return Object.fromEntries(nodes) as CapitalAccountNodes;
  }

  /** What its states are before the first step of a fund that nobody has paid into yet. */
  openings(name: string): readonly (readonly [string, number])[] {
    const kept = KEPT.filter((key) => this.#states.has(key));
    return kept.map((key) => [`${name}:${key}`, key === "since" ? -1 : 0]);
  }

  close(name: string, account: CapitalAccountNodes): void {
    for (const key of this.#states) this.#builder.setNext(`${name}:${key}`, account[key]);
  }

  /** With the preferred return of the step [CY1]. */
  accrued(account: CapitalAccountNodes): CapitalAccountNodes {
    const { rate, compounding } = this.#hurdle;
    if (rate === 0) return account;
    const builder = this.#builder;
    if (compounding === "simple") {
      return this.#earning(account, builder.schedule(this.#schedules.years));
    }
    const { step, steps, before, after, anniversary } = this.#schedules;
    const origin = builder.multiply(account.since, builder.constant(steps));
    const row = builder.add(origin, builder.schedule(step));
    const until = this.#earning(account, builder.lookup(before, row));
    const isDue = builder.equal(builder.lookup(anniversary, row), builder.constant(1));
    const compounded = builder.choose(isDue, until.preferred, until.compounded);
    return this.#earning({ ...until, compounded }, builder.lookup(after, row));
  }

  #earning(account: CapitalAccountNodes, years: Num): CapitalAccountNodes {
    const builder = this.#builder;
    const base = builder.add(account.unreturned, account.compounded);
    const factor = builder.multiply(builder.constant(this.#hurdle.rate), years);
    const earned = builder.multiply(base, factor);
    return {
      ...account,
      preferred: builder.add(account.preferred, earned),
      accrued: builder.add(account.accrued, earned),
    };
  }

  /** With capital paid in at the end of the step, not below nothing. */
  contributed(account: CapitalAccountNodes, minor: Num): CapitalAccountNodes {
    const builder = this.#builder;
    return {
      ...account,
      unreturned: builder.add(account.unreturned, minor),
      contributed: builder.add(account.contributed, minor),
      since: this.#states.has("since") ? this.#origin(account, minor) : account.since,
    };
  }

  /** The end of the step in which a party pays in first. */
  #origin({ since }: CapitalAccountNodes, minor: Num): Num {
    const builder = this.#builder;
    const zero = builder.constant(0);
    const isFirst = builder.and(builder.less(zero, minor), builder.less(since, zero));
    const end = builder.add(builder.schedule(this.#schedules.step), builder.constant(1));
    return builder.choose(isFirst, end, since);
  }

  /** With balances that payments have left; the return that bears return is paid first [CY2]. */
  repaid(
    account: CapitalAccountNodes,
    left: Pick<CapitalAccountNodes, "unreturned" | "preferred">,
  ): CapitalAccountNodes {
    const builder = this.#builder;
    const paid = builder.subtract(account.preferred, left.preferred);
    const bearing = builder.subtract(account.compounded, paid);
    return {
      ...{ ...account, ...left },
      compounded: this.#states.has("compounded")
        ? builder.maximum(bearing, builder.constant(0))
        : account.compounded,
    };
  }

  #nothing(key: keyof CapitalAccountNodes): Num {
    return this.#builder.constant(key === "since" ? -1 : 0);
  }
}
