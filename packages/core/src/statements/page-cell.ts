import type { Ratio } from "../base/ratio.ts";
import type { LocalDate } from "../calendar/date.ts";
import type { PostedEntry, UnitMovement } from "../fund/chronicle.ts";
import type { HeldDebt } from "../fund/debt/look-through.ts";
import type { LocalizedText } from "../charter/charter.ts";
import type { ConvertedFlow, PrincipalFlow } from "./own-currency.ts";
import type { DatedFlow } from "./money-weighted-return.ts";
import type { PartBlocks } from "./part-sums.ts";

/** One number of the page. Amounts are minor units of their currency; ratios are exact. */
export type CellValue =
  | { readonly kind: "money"; readonly currency: string; readonly minor: bigint }
  | { readonly kind: "units"; readonly microUnits: bigint }
  /** Money per unit, in main units of the currency. */
  | { readonly kind: "price"; readonly currency: string; readonly price: Ratio }
  | { readonly kind: "share" | "multiple" | "change" | "exchangeRate"; readonly ratio: Ratio }
  /** A return; of the whole time where it is not annualised. */
  | { readonly kind: "rate"; readonly ratio: Ratio; readonly annualised: boolean }
  | { readonly kind: "count"; readonly count: number }
  /** No number of its own: what happened at some entries of the log. */
  | { readonly kind: "entries"; readonly entries: readonly number[] };

/** One journal entry's part of a figure, minor units. */
export type FigurePart = { readonly posted: PostedEntry; readonly minor: bigint };

/** The same with its place in the list of all journal entries. */
export type PlacedPart = FigurePart & { readonly place: number };

/** An act's part of a figure that is in no account of its own, minor units. */
export type ActPart = { readonly actId: string; readonly minor: bigint };

/**
 * Where a number comes from [ST60]. What can be many is found when it is asked for: most of a page
 * is never asked about.
 */
export type CellSource =
  | {
      readonly kind: "postings";
      readonly parts: () => readonly FigurePart[];
      /** Those before a place, the newest first, each found when it is asked for. */
      readonly newest?: (before: number | undefined) => Iterable<PlacedPart>;
      /** What is kept of what they come to, where it is. */
      readonly blocks?: () => PartBlocks | undefined;
    }
  | { readonly kind: "acts"; readonly parts: () => readonly ActPart[] }
  | { readonly kind: "units"; readonly movements: () => readonly UnitMovement[] }
  | { readonly kind: "sum"; readonly plus: readonly string[]; readonly minus: readonly string[] }
  /** The sum of some cells over the sum of others. */
  | {
      readonly kind: "quotient";
      readonly over: readonly string[];
      readonly under: readonly string[];
    }
  /** One ratio less another. */
  | { readonly kind: "difference"; readonly of: string; readonly less: string }
  /** A part of a whole that is shared out with nothing left; what all of them have is the whole. */
  | {
      readonly kind: "allocation";
      readonly by: "units" | "liquidation";
      readonly whole: string;
      readonly among: readonly string[];
      /** This one's units and everybody's, where it is by units. */
      readonly units: readonly [own: string, ...all: string[]];
    }
  /** Amounts at the rates of their days, added up exactly and cut once to a minor unit. */
  | { readonly kind: "converted"; readonly flows: () => readonly ConvertedFlow[] }
  | {
      readonly kind: "fundingCost";
      readonly rate: Ratio;
      readonly flows: () => readonly PrincipalFlow[];
      readonly to: LocalDate;
    }
  /** The money-weighted return of dated flows, the last of them what is left. */
  | { readonly kind: "return"; readonly flows: () => readonly DatedFlow[] }
  | {
      readonly kind: "covenant";
      readonly covenant: string;
      /** The figures that its formula names, by name. */
      readonly figures: ReadonlyMap<string, string>;
    }
  | { readonly kind: "fall"; readonly covenant: string; readonly step: string; readonly of: string }
  | { readonly kind: "heldDebt"; readonly parts: () => readonly HeldDebt[] }
  /** Said by the charter under a clause. */
  | { readonly kind: "term"; readonly clause: string }
  /** Said by nobody on record: an assumption of the scenario. */
  | { readonly kind: "assumed"; readonly source: LocalizedText }
  /** Said by an act: a struck price. */
  | { readonly kind: "strike"; readonly actId: string; readonly strike: string }
  | { readonly kind: "counted"; readonly counts: ReadonlyMap<string, number> }
  | { readonly kind: "entries" };

/** A number that postings add up to. */
export type PostingsSource = Extract<CellSource, { readonly kind: "postings" }>;

/** A number of the page by the name that it has on the command line, and where it comes from. */
export type PageCell = {
  readonly id: string;
  readonly value: CellValue;
  readonly source: CellSource;
};

/** All of them by id, in the order of the page. */
export type PageCells = ReadonlyMap<string, PageCell>;

/** Cells as they are made; each id once. */
export class CellList {
  readonly #cells = new Map<string, PageCell>();
  readonly #currency: string;

  constructor(currency: string) {
    this.#currency = currency;
  }

  get cells(): PageCells {
    return this.#cells;
  }

  has(id: string): boolean {
    return this.#cells.has(id);
  }

  add(id: string, value: CellValue, source: CellSource): void {
    this.#cells.set(id, { id, value, source });
  }

  /** In the currency of the page, unless another is named. */
  money(id: string, minor: bigint, source: CellSource, currency = this.#currency): void {
    this.add(id, { kind: "money", currency, minor }, source);
  }

  sum(
    id: string,
    minor: bigint,
    plus: readonly string[],
    minus: readonly string[] = [],
    currency = this.#currency,
  ): void {
    this.money(id, minor, { kind: "sum", plus, minus }, currency);
  }

  ratio(id: string, kind: "share" | "multiple" | "change", ratio: Ratio, source: CellSource): void {
    this.add(id, { kind, ratio }, source);
  }
}

/** The amount of a cell; nothing for a cell that is none. */
export function minorOf(cell: PageCell | undefined): bigint {
  return cell?.value.kind === "money" ? cell.value.minor : 0n;
}
