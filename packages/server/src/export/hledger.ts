import type { Charter } from "@jointfund/core/charter/charter.ts";
import type { Recorded } from "@jointfund/core/fund/chronicle.ts";
import { isMemoAccount, type Posting } from "@jointfund/core/ledger/journal.ts";
import { currencyCode } from "@jointfund/core/money/currency.ts";
import { Money } from "@jointfund/core/money/money.ts";
import { localized, type Language } from "../languages/language.ts";

/** The first part of an account's name for hledger, by which it knows what kind it is. */
const ROOTS: Readonly<Record<string, string>> = {
  asset: "assets",
  liability: "liabilities",
  equity: "equity",
  income: "revenues",
  expense: "expenses",
  memo: "memo",
};

/**
 * The books as a journal for hledger: one transaction for each set of postings, in the order of the
 * log, with the act in its code and the entry in a tag. Memoranda balance among themselves, and
 * stand in transactions of their own, so that they never mix with money.
 */
export function hledgerJournal(charter: Charter, chronicle: Recorded, language: Language): string {
  const name = accountNames(charter, language);
  const lines = [`; ${localized(charter.title)[language]}`];
  const currencies = new Set(
    chronicle.postings.flatMap(({ journal }) => journal.postings.map(({ currency }) => currency)),
  );
  for (const currency of [...currencies].toSorted((a, b) => (a < b ? -1 : 1))) {
    const unit = Money.format(Money.of(currencyCode(currency), 0n));
    lines.push(`commodity ${currency} ${unit.startsWith("0.") ? `1000${unit.slice(1)}` : "1000."}`);
  }
  // Declared accounts let `hledger check --strict` find a posting to any other.
  const accounts = new Set(
    chronicle.postings.flatMap(({ journal: { vehicle, postings } }) =>
      postings.map((posting) => accountLine(vehicle, posting, name)),
    ),
  );
  for (const account of [...accounts].toSorted((a, b) => (a < b ? -1 : 1))) {
    lines.push(`account ${account}`);
  }
  for (const { entry, journal } of chronicle.postings) {
    const { id, effectiveDate, vehicle, postings } = journal;
    const act = chronicle.acts.get(id.slice(0, id.lastIndexOf("/")))?.act;
    const rule = act === undefined ? undefined : charter.acts[act.type];
    const title = rule === undefined ? (act?.type ?? "") : localized(rule.name)[language];
    const book = postings.filter(({ account }) => !isMemoAccount(account));
    const memo = postings.filter(({ account }) => isMemoAccount(account));
    for (const part of [book, memo]) {
      if (part.length === 0) continue;
      lines.push("", `${effectiveDate} * (${id}) ${plain(title)}  ; entry:${entry}`);
      for (const posting of part) lines.push(postingLine(vehicle, posting, name));
    }
  }
  return `${lines.join("\n")}\n`;
}

function accountNames(charter: Charter, language: Language): ReadonlyMap<string, string> {
  return new Map(
    charter.accounts.map(({ code, kind, name }) => [
      code,
      `${ROOTS[kind]}:${code} ${plain(localized(name)[language])}`,
    ]),
  );
}

/** Text that hledger takes as it is: no comment sign, no line end, no double space. */
const plain = (text: string): string =>
  text
    .replace(/[;|\r\n]/g, " ")
    .replace(/\s+/g, " ")
    .trim();

/** The full name of an account for hledger: kind, code and name, vehicle, subject. */
function accountLine(
  vehicle: string,
  { account, subject }: Posting,
  names: ReadonlyMap<string, string>,
): string {
  const name = names.get(account) ?? account;
  return [name, vehicle, ...(subject === "" ? [] : [plain(subject)])].join(":");
}

function postingLine(
  vehicle: string,
  posting: Posting,
  names: ReadonlyMap<string, string>,
): string {
  const { currency, minor } = posting;
  const amount = `${currency} ${Money.format(Money.of(currencyCode(currency), minor))}`;
  return `    ${accountLine(vehicle, posting, names)}  ${amount}`;
}
