import { PersistentMap } from "../base/persistent-map.ts";
import type { Charter } from "../charter/charter.ts";
import { mainVehicle } from "../fund/figures.ts";
import type { JournalEntry } from "../ledger/journal.ts";
import type { Payment } from "../ledger/payment.ts";
import { CASH_ACCOUNTS } from "./account-groups.ts";
import { linksOf } from "./group.ts";
import { pageVehicles } from "./page-books.ts";

/** Balances of one vehicle by account, and by account of each subject; debit positive. */
type Book = {
  readonly accounts: Map<string, bigint>;
  readonly subjects: Map<string, Map<string, bigint>>;
};

/** Two vehicles of the page, the holder first, and the names under which it knows the other. */
type Link = { readonly holder: string; readonly held: string };

const CASH: readonly string[] = CASH_ACCOUNTS;

/**
 * The books of the page as they grow [ST76]. What two of its vehicles say of each other is left out
 * while the two sides cancel, as in consolidated books (ST42).
 */
export class RunningBooks {
  readonly #books = new Map<string, Book>();
  /** What a holder calls a held vehicle beside its id: investments that it paid into it. */
  readonly #names = new Map<string, Set<string>>();
  #charter: Charter | undefined;
  #currency = "";
  #vehicles: readonly string[] = [];
  #links: readonly Link[] = [];

  /** Whose books they are changes with the charter and its schedules. */
  follow(charter: Charter): void {
    if (charter === this.#charter) return;
    this.#charter = charter;
    this.#currency = mainVehicle(charter).currency;
    this.#vehicles = pageVehicles(charter).map(({ id }) => id);
    this.#links = linksOf({ charter, payments: PersistentMap.empty }).flatMap(({ sides }) => {
      const [holder, held] = sides.map(({ vehicle }) => vehicle) as [string, string];
      const isInPage = this.#vehicles.includes(holder) && this.#vehicles.includes(held);
      return isInPage ? [{ holder, held }] : [];
    });
  }

  instructed({ vehicle: holder, into, subject }: Payment): void {
    if (into === undefined) return;
    const link = `${holder}/${into.vehicle}`;
    const names = this.#names.get(link);
    if (names === undefined) this.#names.set(link, new Set([subject]));
    else names.add(subject);
  }

  post({ vehicle, postings }: JournalEntry): void {
    let book = this.#books.get(vehicle);
    if (book === undefined) {
      this.#books.set(vehicle, (book = { accounts: new Map(), subjects: new Map() }));
    }
    for (const { account, subject, currency, minor } of postings) {
      if (currency !== this.#currency) continue;
      add(book.accounts, account, minor);
      let own = book.subjects.get(subject);
      if (own === undefined) book.subjects.set(subject, (own = new Map<string, bigint>()));
      add(own, account, minor);
    }
  }

  /** The balance of some accounts together, debit positive, minor units. */
  sum(codes: readonly string[]): bigint {
    let sum = 0n;
    for (const vehicle of this.#vehicles) {
      const accounts = this.#books.get(vehicle)?.accounts;
      for (const code of codes) sum += accounts?.get(code) ?? 0n;
    }
    for (const balances of this.#takenOut()) {
      for (const code of codes) sum -= balances.get(code) ?? 0n;
    }
    return sum;
  }

  /** Balances that vehicles of the page have with each other, where both say the same. */
  #takenOut(): readonly ReadonlyMap<string, bigint>[] {
    return this.#links.flatMap(({ holder, held }) => {
      const names = new Set([held, ...(this.#names.get(`${holder}/${held}`) ?? [])]);
      const sides = [...this.#of(holder, names), ...this.#of(held, new Set([holder]))];
      const total = sides.reduce(
        (sum, side) => [...side.values()].reduce((all, minor) => all + minor, sum),
        0n,
      );
      return total === 0n ? sides : [];
    });
  }

  /** What a vehicle's book has under some subjects, but for cash and memo accounts. */
  #of(vehicle: string, subjects: ReadonlySet<string>): readonly ReadonlyMap<string, bigint>[] {
    return [...subjects].flatMap((subject) => {
      const own = this.#books.get(vehicle)?.subjects.get(subject);
      if (own === undefined) return [];
      const counted = [...own].filter(([code]) => !CASH.includes(code) && !code.startsWith("9"));
      return [new Map(counted)];
    });
  }
}

function add(balances: Map<string, bigint>, account: string, minor: bigint): void {
  balances.set(account, (balances.get(account) ?? 0n) + minor);
}
