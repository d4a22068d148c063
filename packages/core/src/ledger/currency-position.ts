import { assert } from "../base/assert.ts";
import { Ratio, roundRatio, type RoundingMode } from "../base/ratio.ts";
import type { CurrencyCode } from "../money/currency.ts";
import { Money } from "../money/money.ts";
import { balanceOf, type Ledger, type Posting } from "./journal.ts";

/** Accounts of the multi-currency method (docs/spec/ledger.md, LG13 to LG17). */
export const POSITION_ACCOUNTS = {
  position: "1090",
  unrealisedOnPosition: "1095",
  realisedFx: "4060",
  unrealisedFx: "4065",
} as const;

/** Relieved cost and relieved mark are parts of what there is: a half goes to the even unit. */
const RELIEF_ROUNDING: RoundingMode = "halfEven";
/** A position's value at a rate. */
export const VALUE_ROUNDING: RoundingMode = "halfEven";

/**
 * What a book holds in one foreign currency, net of what it owes in it. A position may be short:
 * a foreign loan whose cash has been converted.
 */
export type CurrencyPosition = {
  /** Foreign minor units. */
  readonly foreign: bigint;
  /** What they cost, functional minor units, at average. */
  readonly cost: bigint;
  /** Value at the last fixing less cost, functional minor units. */
  readonly mark: bigint;
};

export const noPosition: CurrencyPosition = { foreign: 0n, cost: 0n, mark: 0n };

/** What a movement or a fixing does to a position; functional minor units, gains positive. */
export type PositionChange = {
  readonly foreign: bigint;
  readonly cost: bigint;
  readonly mark: bigint;
  readonly realised: bigint;
  readonly unrealised: bigint;
};

const magnitude = (of: bigint): bigint => (of < 0n ? -of : of);
const portion = (of: bigint, part: bigint, whole: bigint): bigint =>
  roundRatio(Ratio.make(of * part, whole), RELIEF_ROUNDING);

export function afterChange(position: CurrencyPosition, change: PositionChange): CurrencyPosition {
  return {
    foreign: position.foreign + change.foreign,
    cost: position.cost + change.cost,
    mark: position.mark + change.mark,
  };
}

/**
 * Foreign money comes (positive) or goes (negative), and `value` is what it is worth in functional
 * currency on that day, of the same sign. What makes the position larger adds its value to cost;
 * what makes it smaller relieves cost and mark at average, half to even, the last unit all that is
 * left, and the difference from its value is realised (LG14, LG15). A movement through zero does
 * both, its value divided in proportion.
 */
export function movePosition(
  position: CurrencyPosition,
  movement: { readonly foreign: bigint; readonly value: bigint },
): PositionChange {
  const { foreign, value } = movement;
  assert(foreign !== 0n, "a movement of nothing moves no position");
  const isLarger = position.foreign === 0n || position.foreign < 0n === foreign < 0n;
  if (isLarger) return { foreign, cost: value, mark: 0n, realised: 0n, unrealised: 0n };
  const [held, moved] = [magnitude(position.foreign), magnitude(foreign)];
  const closing = moved < held ? moved : held;
  const closingValue = portion(value, closing, moved);
  const relieved = portion(position.cost, closing, held);
  const reversed = portion(position.mark, closing, held);
  return {
    foreign,
    // What is left of the movement's value is the cost of the position on the other side of zero.
    cost: value - closingValue - relieved,
    mark: -reversed,
    // Of a position held, value is negative: the money went, and came in at that value elsewhere.
    realised: -closingValue - relieved,
    unrealised: -reversed,
  };
}

/** The position at a rate: the mark becomes value less cost, the change is unrealised (LG16). */
export function markPosition(
  position: CurrencyPosition,
  currencies: { readonly foreign: CurrencyCode; readonly functional: CurrencyCode },
  rate: Ratio,
): PositionChange {
  const { foreign: code, functional: to } = currencies;
  const held = Money.of(code, position.foreign);
  const value = Money.convert(held, { to, rate, mode: VALUE_ROUNDING }).minor;
  const change = value - position.cost - position.mark;
  return { foreign: 0n, cost: 0n, mark: change, realised: 0n, unrealised: change };
}

/**
 * The postings of a change: foreign currency against 1090 in that currency, cost in 1090 and mark
 * in 1095 in the functional one, each by the foreign currency as subject, and gains to 4060 and
 * 4065. What came or went besides, the caller posts: the foreign account, and the functional
 * account whose amount is the movement's value.
 */
export function positionPostings(
  currencies: { readonly foreign: string; readonly functional: string },
  change: PositionChange,
): readonly Posting[] {
  const { foreign: subject, functional } = currencies;
  const of = (account: string, currency: string, minor: bigint): Posting => ({
    account,
    subject,
    currency,
    minor,
  });
  const { position, unrealisedOnPosition, realisedFx, unrealisedFx } = POSITION_ACCOUNTS;
  return [
    of(position, subject, -change.foreign),
    of(position, functional, change.cost),
    of(unrealisedOnPosition, functional, change.mark),
    of(realisedFx, functional, -change.realised),
    of(unrealisedFx, functional, -change.unrealised),
  ].filter(({ minor }) => minor !== 0n);
}

/** The position of a vehicle's book in a foreign currency, read from its balances. */
export function positionOf(
  ledger: Ledger,
  vehicle: string,
  { foreign, functional }: { readonly foreign: string; readonly functional: string },
): CurrencyPosition {
  const of = (account: string, currency: string): bigint =>
    balanceOf(ledger, { vehicle, account, currency, subject: foreign });
  return {
    foreign: -of(POSITION_ACCOUNTS.position, foreign),
    cost: of(POSITION_ACCOUNTS.position, functional),
    mark: of(POSITION_ACCOUNTS.unrealisedOnPosition, functional),
  };
}
