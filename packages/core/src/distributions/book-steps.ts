import { roundRatio, Ratio } from "../base/ratio.ts";
import type { LocalDate } from "../calendar/date.ts";
import type { DatedValues } from "../facilities/dated-values.ts";
import {
  claimOn,
  type CapitalPools,
  paidInto,
  poolsAccruedTo,
  repaidFrom,
  returnedFrom,
} from "./capital-pools.ts";
import type { HurdleRules } from "./preferred-return.ts";
import {
  accrued,
  advanced,
  dueOn,
  openRecoupment,
  repaid,
  withdrawn,
  type RecoupmentRules,
  type RecoupmentTerms,
} from "./recoupment.ts";
import type { WaterfallBook } from "./waterfall-book.ts";
import type { WaterfallRun } from "./waterfall.ts";

/** The rules by which a waterfall's balances move, as its charter has them. */
export type BookRules = {
  /** Where capital is returned or a preferred return paid by tiers. */
  readonly hurdle?: HurdleRules;
  readonly recoupment?: RecoupmentRules &
    RecoupmentTerms & {
      /** Rates a year by day; one is in force on every day. */
      readonly rates: DatedValues<Ratio>;
    };
  readonly carry?: {
    readonly holder: string;
    readonly share: Ratio;
    /** Share of each carry payment that is held back. */
    readonly escrow: Ratio;
  };
};

/** The balances with interest and preferred return up to a date [RC2] [CY1]. */
export function bookAccruedTo(
  book: WaterfallBook,
  { hurdle, recoupment: terms }: BookRules,
  date: LocalDate,
): WaterfallBook {
  const { recoupment } = book;
  return {
    ...book,
    pools: hurdle === undefined ? book.pools : poolsAccruedTo(book.pools, hurdle, date),
    ...(terms &&
      recoupment && { recoupment: accrued(recoupment, terms, { date, rates: terms.rates }) }),
  };
}

/**
 * A party's capital in a pool: more of it paid in, or less where some came back outside the
 * tiers.
 */
export type CapitalChange = {
  readonly pool: string;
  readonly party: string;
  /** Minor units, negative where capital went back. */
  readonly minor: bigint;
  readonly on: LocalDate;
};

/**
 * The balances once a party's capital has changed, everything accrued to that day before [WF10].
 */
export function bookWithCapital(
  book: WaterfallBook,
  rules: BookRules,
  { pool, party, minor, on }: CapitalChange,
): WaterfallBook {
  const { hurdle } = rules;
  const next = bookAccruedTo(book, rules, on);
  if (hurdle === undefined) return next;
  const pools =
    minor > 0n
      ? paidInto(next.pools, pool, { party, minor, on }, hurdle)
      : returnedFrom(next.pools, pool, { party, minor: -minor });
  return { ...next, pools };
}

/** The balances once the recoupment's beneficiary has put in principal, or had some back [WF10]. */
export function bookWithPrincipal(
  book: WaterfallBook,
  rules: BookRules,
  { minor, on }: Pick<CapitalChange, "minor" | "on">,
): WaterfallBook {
  const { recoupment: terms } = rules;
  if (terms === undefined || (minor <= 0n && book.recoupment === undefined)) return book;
  const next = bookAccruedTo(book, rules, on);
  const open = next.recoupment ?? openRecoupment(on, terms);
  return { ...next, recoupment: minor > 0n ? advanced(open, minor) : withdrawn(open, -minor) };
}

/** The balances on a payment date: accrued, and with the instalment that falls due [RC4]. */
export function bookOnPaymentDate(
  book: WaterfallBook,
  rules: BookRules,
  date: LocalDate,
): WaterfallBook {
  const next = bookAccruedTo(book, rules, date);
  const { recoupment } = next;
  return recoupment === undefined ? next : { ...next, recoupment: dueOn(recoupment) };
}

/**
 * The balances once a waterfall's parts are owed to the parties, from those pools in that order.
 */
export function bookAfterRun(
  book: WaterfallBook,
  { carry: terms }: BookRules,
  { run, pools: ids }: { readonly run: WaterfallRun; readonly pools: readonly string[] },
): WaterfallBook {
  let { pools } = book;
  let [recouped, carry, capital, minor] = [0n, 0n, 0n, 0n];
  for (const part of run.tiers.flatMap(({ parts }) => parts)) {
    pools = repaidFrom(pools, ids, part);
    recouped += part.recouped;
    carry += part.carry;
    capital += part.capital;
    minor += part.minor;
  }
  const { recoupment } = book;
  const held = roundRatio(Ratio.mul(Ratio.make(carry), terms?.escrow ?? Ratio.zero), "ceiling");
  return {
    ...book,
    pools,
    ...(recoupment && { recoupment: repaid(recoupment, recouped) }),
    carry:
      terms === undefined
        ? book.carry
        : {
            ...book.carry,
            received: book.carry.received + carry,
            profit: book.carry.profit + minor - capital,
            escrow: book.carry.escrow + held,
          },
  };
}

/** What stands open in a book, by party, minor units. */
export type OpenClaims = {
  /** The recoupment's unpaid principal and interest, of its beneficiary alone. */
  readonly recoupment: ReadonlyMap<string, bigint>;
  readonly preferred: ReadonlyMap<string, bigint>;
};

/** In order of party. */
export function openClaims({ pools, recoupment }: WaterfallBook): OpenClaims {
  const preferred = new Map<string, bigint>();
  for (const party of partiesOf(pools)) {
    preferred.set(party, claimOn(pools, [...pools.keys()], party).preferred);
  }
  const open: readonly (readonly [string, bigint])[] =
    recoupment === undefined
      ? []
      : [[recoupment.beneficiary, recoupment.principal + recoupment.interest]];
  return { recoupment: new Map(open), preferred };
}

/** Everyone with an account in some pool, in order. */
export function partiesOf(pools: CapitalPools): readonly string[] {
  const parties = new Set([...pools.values()].flatMap((pool) => [...pool.keys()]));
  return [...parties].sort((a, b) => (a < b ? -1 : 1));
}
