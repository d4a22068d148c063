import type { Charter } from "@jointfund/core/charter/charter.ts";
import type { FundEvent } from "@jointfund/core/fund/effects.ts";
import type { JournalEntry } from "@jointfund/core/ledger/journal.ts";
import { currencyCode } from "@jointfund/core/money/currency.ts";
import { Money } from "@jointfund/core/money/money.ts";
import { amountText, shortId } from "../languages/figures.ts";
import { localized, type Language } from "../languages/language.ts";
import { LABELS } from "../languages/labels.ts";
import { padEnd, padStart } from "../page/layout.ts";
import { filled, partyName } from "./invocation.ts";

const ACCOUNT_COLUMN = 52;
const AMOUNT_COLUMN = 24;

/** Minor units with all decimals, in groups of three, signed. */
export function signedAmount(minor: bigint, currency: string): string {
  const text = Money.format(Money.of(currencyCode(currency), minor), { grouping: "," });
  return minor > 0n ? `+${text}` : text;
}

/** The postings of a journal entry, a line each: debits are positive. */
export function postingLines(
  charter: Charter,
  { postings }: JournalEntry,
  language: Language,
): readonly string[] {
  return postings.map(({ account, subject, currency, minor }) => {
    const known = charter.accounts.find(({ code }) => code === account);
    const name = known === undefined ? "" : localized(known.name)[language];
    const of = subject === "" ? "" : ` / ${subject}`;
    const left = padEnd(`${account} ${name}${of}`, ACCOUNT_COLUMN);
    return `${left}${padStart(signedAmount(minor, currency), AMOUNT_COLUMN)} ${currency}`;
  });
}

/** What effects change in the books, and the payments that they instruct. */
export function effectLines(
  charter: Charter,
  effects: readonly FundEvent[],
  language: Language,
): readonly string[] {
  return effects.flatMap((event) => {
    if (event.kind === "posted") {
      const { id } = event.entry;
      return [shortId(id), ...indent(postingLines(charter, event.entry, language))];
    }
    if (event.kind !== "paymentInstructed") return [];
    const { id, payee, currency, minor } = event.payment;
    const amount = amountText(minor, currency, language);
    const to = partyName(charter, payee)[language];
    return [`${shortId(id)} ${filled(LABELS.payment, amount, to)[language]}`];
  });
}

export const indent = (lines: readonly string[], by = 2): readonly string[] =>
  lines.map((line) => " ".repeat(by) + line);
