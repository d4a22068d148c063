import { assert } from "@jointfund/core/base/assert.ts";
import type { Num } from "../kernel/program.ts";
import type { ProgramBuilder } from "../kernel/program-builder.ts";
import {
  CapitalAccounts,
  type CapitalAccountNodes,
  type HurdleSchedules,
} from "./capital-account-nodes.ts";
import { Logic, type Truth } from "./logic.ts";
import { Recoupments, type RecoupmentNodes } from "./recoupment-nodes.ts";
import {
  Tiers,
  type BalanceNodes,
  type ClaimNodes,
  type TierNodes,
  type TierRun,
  type WeightNodes,
} from "./tier-nodes.ts";
import type { WaterfallTerms } from "./waterfall-terms.ts";

export type WaterfallBookShape = {
  /** Before the names of its states, schedules and tables. */
  readonly prefix: string;
  /** The one pool of a European waterfall, or an investment each. */
  readonly pools: readonly string[];
  /** Everyone who may pay in. */
  readonly parties: readonly string[];
  readonly steps: number;
};

/** What the carry's holder has come to, minor units. */
export type CarryNodes = {
  readonly received: Num;
  readonly profit: Num;
  readonly escrow: Num;
  /** Clawed back so far; and all that the tiers have paid out, the carry among it. */
  readonly returned: Num;
  readonly paidOut: Num;
};

/** Which pools capital comes back from, in order, and whether each counts now [CY3]. */
export type CountedPools = readonly { readonly id: string; readonly counts: Truth }[];

/** How a run of the tiers is made. */
export type RunTerms = {
  readonly tiers: readonly TierNodes[];
  readonly weights: ReadonlyMap<string, WeightNodes>;
  readonly pools: CountedPools;
};

export const hurdleSchedules = ({ prefix, steps }: WaterfallBookShape): HurdleSchedules => ({
  ...{ years: `${prefix}:hurdleYears`, step: "step", steps },
  ...{ before: `${prefix}:beforeAnniversary`, after: `${prefix}:afterAnniversary` },
  anniversary: `${prefix}:anniversary`,
});
/** Schedule: the step's part of a year by the recoupment's day count. */
export const recoupmentYears = (prefix: string): string => `${prefix}:recoupmentYears`;

const CARRIED = ["received", "profit", "escrow", "returned", "paidOut"] as const;

/**
 * What a waterfall remembers from distribution to distribution, through one step: opened with the
 * states, moved in the order of the acts, closed once.
 */
export class WaterfallBookNodes {
  readonly #builder: ProgramBuilder;
  readonly #logic: Logic;
  readonly #terms: WaterfallTerms;
  readonly #shape: WaterfallBookShape;
  readonly #capital: CapitalAccounts | undefined;
  readonly #recoupments: Recoupments | undefined;
  readonly #accounts = new Map<string, CapitalAccountNodes>();
  #recoupment: RecoupmentNodes | undefined;
  #carry: CarryNodes | undefined;

  constructor(builder: ProgramBuilder, terms: WaterfallTerms, shape: WaterfallBookShape) {
    const { hurdle, carry, recoupment } = terms;
    this.#builder = builder;
    this.#logic = new Logic(builder);
    this.#terms = terms;
    this.#shape = shape;
    this.#capital =
      hurdle && new CapitalAccounts(builder, { ...terms, hurdle }, hurdleSchedules(shape));
    this.#recoupments = recoupment && new Recoupments(builder, recoupment);
    for (const name of this.#accountNames()) this.#accounts.set(name, this.#capital!.open(name));
    this.#recoupment = this.#recoupments?.open(this.#recoupmentName);
    if (carry !== undefined) {
      const states = CARRIED.map((key) => [key, builder.state(this.#carryName(key))]);
      this.#carry = Object.fromEntries(states) as CarryNodes;
    }
  }

  get carry(): CarryNodes | undefined {
    return this.#carry;
  }

  /** What is open of the recoupment and of all preferred return, as figures of the books. */
  get open(): { readonly recoupment: Num; readonly preferred: Num } {
    const builder = this.#builder;
    const { principal, interest } = this.#recoupment ?? {};
    return {
      recoupment:
        principal === undefined || interest === undefined
          ? builder.constant(0)
          : builder.add(principal, interest),
      preferred: builder.sum([...this.#accounts.values()].map(({ preferred }) => preferred)),
    };
  }

  /** Everything with the interest and preferred return of the step. */
  accrue(index: Num | undefined): void {
    for (const [name, account] of this.#accounts) {
      this.#accounts.set(name, this.#capital!.accrued(account));
    }
    if (this.#recoupments === undefined || this.#recoupment === undefined) return;
    const years = this.#builder.schedule(recoupmentYears(this.#shape.prefix));
    this.#recoupment = this.#recoupments.accrued(this.#recoupment, years, index);
  }

  /** Capital that a party pays into a pool at the end of the step. */
  contribute(pool: string, party: string, minor: Num): void {
    if (this.#capital === undefined) return;
    const name = this.#accountName(pool, party);
    const account = this.#accounts.get(name);
    assert(account !== undefined, `the book has an account of ${party} in ${pool}`);
    this.#accounts.set(name, this.#capital.contributed(account, minor));
  }

  /** Principal that the beneficiary puts in, or has back outside the tiers. */
  movePrincipal(minor: Num, way: "in" | "back"): void {
    if (this.#recoupments === undefined || this.#recoupment === undefined) return;
    this.#recoupment =
      way === "in"
        ? this.#recoupments.advanced(this.#recoupment, minor)
        : this.#recoupments.withdrawn(this.#recoupment, minor);
  }

  /** A distribution is determined, where the step is a payment date [WF14]. */
  due(isPaymentDate: Truth): void {
    if (this.#recoupments === undefined || this.#recoupment === undefined) return;
    this.#recoupment = this.#recoupments.due(this.#recoupment, isPaymentDate);
  }

  /** An amount through the tiers, and what it leaves of the balances. */
  distribute(amount: Num, of: RunTerms): TierRun {
    const builder = this.#builder;
    const opening = this.#balances(of.pools);
    const run = new Tiers(builder, of.tiers, of.weights).run(amount, opening);
    for (const party of this.#shape.parties) this.#repay(party, of.pools, opening, run);
    const { recoupment, carry } = run.balances;
    if (recoupment !== undefined) {
      this.#recoupment = this.#recoupments!.repaid(this.#recoupment!, recoupment.outstanding);
    }
    if (carry !== undefined && this.#carry !== undefined) {
      const added = builder.subtract(carry.received, this.#carry.received);
      const held = builder.multiply(added, builder.constant(this.#terms.carry!.escrow));
      this.#carry = {
        ...this.#carry,
        ...{ received: carry.received, profit: carry.profit },
        escrow: builder.add(this.#carry.escrow, held),
        paidOut: builder.add(this.#carry.paidOut, amount),
      };
    }
    return run;
  }

  /** What each would get of an amount now, with every pool counted, and nothing moved [CA1]. */
  liquidated(amount: Num, of: Omit<RunTerms, "pools">): TierRun {
    const pools = this.#shape.pools.map((id) => ({ id, counts: true }));
    return new Tiers(this.#builder, of.tiers, of.weights).run(amount, this.#balances(pools));
  }

  /** The last test: carry beyond what the whole result bears out comes back [CY4] [CY5]. */
  clawBack(isLast: Truth, of: Omit<RunTerms, "pools">): Num {
    const builder = this.#builder;
    const zero = builder.constant(0);
    const { carry: terms } = this.#terms;
    const carry = this.#carry;
    if (terms?.clawbackCap === undefined || carry === undefined) return zero;
    const whole = builder.subtract(carry.paidOut, carry.returned);
    const run = new Tiers(builder, of.tiers, of.weights).run(whole, {
      claims: this.#claims(
        this.#shape.pools.map((id) => ({ id, counts: true })),
        "everything",
      ),
      carry: { holder: terms.holder, share: terms.share, received: zero, profit: zero },
    });
    const due = run.balances.carry?.received ?? zero;
    const excess = builder.maximum(builder.subtract(carry.received, due), zero);
    const most = builder.multiply(carry.received, builder.constant(terms.clawbackCap));
    const minor = this.#logic.choose(isLast, builder.minimum(excess, most), zero);
    this.#carry = {
      ...carry,
      received: builder.subtract(carry.received, minor),
      profit: builder.subtract(carry.profit, minor),
      escrow: this.#logic.choose(isLast, zero, carry.escrow),
      returned: builder.add(carry.returned, minor),
    };
    return minor;
  }

  /** Sets what the states become. Nothing may move afterwards. */
  close(): void {
    for (const [name, account] of this.#accounts) this.#capital!.close(name, account);
    if (this.#recoupment !== undefined) {
      this.#recoupments!.close(this.#recoupmentName, this.#recoupment);
    }
    if (this.#carry === undefined) return;
    for (const key of CARRIED) this.#builder.setNext(this.#carryName(key), this.#carry[key]);
  }

  /** Its states before the first step of a fund into which nobody has paid yet. */
  openings(): ReadonlyMap<string, number> {
    return new Map([
      ...this.#accountNames().flatMap((name) => this.#capital!.openings(name)),
      ...(this.#recoupments?.openings(this.#recoupmentName) ?? []),
      ...(this.#carry === undefined
        ? []
        : CARRIED.map((key) => [this.#carryName(key), 0] as const)),
    ]);
  }

  #balances(pools: CountedPools): BalanceNodes {
    const { carry, recoupment } = this.#terms;
    return {
      claims: this.#claims(pools, "open"),
      ...(carry && this.#carry && { carry: { ...carry, ...this.#carry } }),
      ...(recoupment &&
        this.#recoupment && {
          recoupment: {
            beneficiary: recoupment.beneficiary,
            outstanding: this.#recoupments!.outstanding(this.#recoupment),
          },
        }),
    };
  }

  #claims(pools: CountedPools, of: "open" | "everything"): ReadonlyMap<string, ClaimNodes> {
    const builder = this.#builder;
    const zero = builder.constant(0);
    return new Map(
      this.#shape.parties.map((party) => {
        const sum = (key: keyof CapitalAccountNodes): Num =>
          builder.sum(
            pools.map(({ id, counts }) => {
              const account = this.#accounts.get(this.#accountName(id, party));
              return this.#logic.choose(counts, account?.[key] ?? zero, zero);
            }),
          );
        return of === "open"
          ? [party, { unreturned: sum("unreturned"), preferred: sum("preferred") }]
          : [party, { unreturned: sum("contributed"), preferred: sum("accrued") }];
      }),
    );
  }

  /** Takes what a party got from the pools in their order. */
  #repay(party: string, pools: CountedPools, opening: BalanceNodes, run: TierRun): void {
    if (this.#capital === undefined) return;
    const builder = this.#builder;
    const zero = builder.constant(0);
    const [was, is] = [opening.claims.get(party)!, run.balances.claims.get(party)!];
    const [only] = pools;
    if (pools.length === 1 && only?.counts === true) {
      const name = this.#accountName(only.id, party);
      this.#accounts.set(name, this.#capital.repaid(this.#accounts.get(name)!, is));
      return;
    }
    let capital = builder.subtract(was.unreturned, is.unreturned);
    let preferred = builder.subtract(was.preferred, is.preferred);
    for (const { id, counts } of pools) {
      const name = this.#accountName(id, party);
      const account = this.#accounts.get(name)!;
      const most = (balance: Num): Num => this.#logic.choose(counts, balance, zero);
      const toCapital = builder.minimum(capital, most(account.unreturned));
      const toPreferred = builder.minimum(preferred, most(account.preferred));
      capital = builder.subtract(capital, toCapital);
      preferred = builder.subtract(preferred, toPreferred);
      const left = {
        unreturned: builder.subtract(account.unreturned, toCapital),
        preferred: builder.subtract(account.preferred, toPreferred),
      };
      this.#accounts.set(name, this.#capital.repaid(account, left));
    }
  }

  #accountNames(): readonly string[] {
    const { pools, parties } = this.#shape;
    if (this.#capital === undefined) return [];
    return pools.flatMap((pool) => parties.map((party) => this.#accountName(pool, party)));
  }

  readonly #accountName = (pool: string, party: string): string =>
    `${this.#shape.prefix}:${pool}:${party}`;
  readonly #carryName = (key: string): string => `${this.#shape.prefix}:carry:${key}`;

  get #recoupmentName(): string {
    return `${this.#shape.prefix}:recoupment`;
  }
}
