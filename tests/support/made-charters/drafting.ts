import type { Days, LocalizedText } from "@jointfund/core/charter/basic-terms.ts";
import type { Charter } from "@jointfund/core/charter/charter.ts";
import { currencyCode, exponentOf } from "@jointfund/core/money/currency.ts";
import { some, type Choice } from "./choice.ts";

const LANGUAGES = ["en", "ja", "nb", "pt-BR", "hi"] as const;
const CURRENCIES = ["USD", "JPY", "EUR", "SGD", "KWD", "INR", "CLP", "UYW"] as const;

/** The pen that a made charter is written with: what its parts have in common. */
export class Drafting {
  readonly choice: Choice;
  readonly languages: readonly string[];
  /** Currency of the main book. */
  readonly currency: string;
  readonly currencies: readonly string[];
  /** Initial capital, whole main units: between ten thousand and 9 * 10^18. */
  readonly initial: bigint;
  /** What a unit costs at first, such that all of them are far from the most there can be. */
  readonly price: string;
  #clauses = 0;

  constructor(choice: Choice) {
    this.choice = choice;
    this.languages = some(choice, LANGUAGES, 1);
    this.currencies = some(choice, CURRENCIES, 2);
    this.currency = choice.pick(this.currencies);
    const digits = choice.below(15);
    this.initial = BigInt(1 + choice.below(9)) * 10n ** BigInt(4 + digits);
    this.price = (10n ** BigInt(Math.max(0, digits - 6))).toString();
  }

  /** A number that no other part has. */
  clause(): string {
    const number = this.#clauses++;
    return `${1 + Math.floor(number / 40)}.${1 + (number % 40)}`;
  }

  text(plain: string): LocalizedText {
    const said = (language: string): string =>
      language === "en"
        ? plain
        : language === "ja"
          ? `「${plain}」の定め`
          : `${plain} (${language})`;
    return Object.fromEntries(this.languages.map((language) => [language, said(language)]));
  }

  days(most: number): Days {
    const calendar = this.choice.pick(["calendar", "home", "joint", "banks"]);
    return { days: 1 + this.choice.below(most), calendar };
  }

  /** Half of the time nothing, and what is made otherwise. */
  maybe<K extends string, T>(key: K, make: () => T): { readonly [key in K]?: T } {
    return (this.choice.oneIn(2) ? { [key]: make() } : {}) as { readonly [key in K]?: T };
  }

  /** Whole main units as decimal text, with the currency's decimals or without. */
  amount(main: bigint, currency: string = this.currency): string {
    const decimals = exponentOf(currencyCode(currency));
    return decimals === 0 || this.choice.oneIn(2) ? `${main}` : `${main}.${"0".repeat(decimals)}`;
  }

  /** Exact parts that sum to 1, one for each name, as text. */
  shares(names: readonly string[]): { readonly [name: string]: string } {
    const weights = names.map(() => 1 + this.choice.below(9));
    const sum = weights.reduce((all, weight) => all + weight, 0);
    return Object.fromEntries(names.map((name, index) => [name, `${weights[index]}/${sum}`]));
  }

  dayCount() {
    return this.choice.pick([
      "ACT/365F",
      "ACT/360",
      "30E/360(4.16g)",
      "30/360(4.16f)",
      "ACT/ACT-ISDA(4.16b)",
    ] as const);
  }
}

/** Calendars: one of the charter's own, one that the program knows, and both together. */
export function calendarsOf(drafting: Drafting): Charter["calendars"] {
  const { choice } = drafting;
  const known = choice.pick(["us-federal-reserve", "japan-banks"]);
  const weekend = choice.pick([[6, 7], [5, 6], [7], []]);
  const start = choice.pick(["01-01", "04-01", "07-01", "10-01", "02-28"]);
  const holidays = some(choice, ["2026-01-01", "2026-05-14", "2026-12-25", "2027-01-01"]);
  return {
    clause: drafting.clause(),
    business: { home: ["own-calendar"], banks: [known], joint: ["own-calendar", known] },
    fiscal: {
      fund: { start, namedBy: choice.pick(["start", "end"]) },
      civil: { start: "01-01", namedBy: "start" },
    },
    own: [
      {
        ...{ id: "own-calendar", name: drafting.text("Home"), weekend },
        first: "2026-01-01" as never,
        last: "2060-12-31" as never,
        holidays: holidays as never,
      },
    ],
  };
}
