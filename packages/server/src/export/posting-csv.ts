import type { Instant } from "@jointfund/core/calendar/date.ts";
import type { Charter } from "@jointfund/core/charter/charter.ts";
import type { Recorded } from "@jointfund/core/fund/chronicle.ts";
import { currencyCode } from "@jointfund/core/money/currency.ts";
import { Money } from "@jointfund/core/money/money.ts";
import { writeCsv } from "@jointfund/formats/csv-writer.ts";
import { harmlessText } from "@jointfund/formats/sheet/sheet.ts";
import { localized } from "../languages/language.ts";

const COLUMNS = [
  ...["entry", "recorded_at", "effective_date", "journal", "posting", "act", "act_type"],
  ...["act_name_en", "act_name_ja", "vehicle", "account", "account_kind"],
  ...["account_name_en", "account_name_ja", "subject", "currency", "amount", "debit", "credit"],
];

/**
 * The books as CSV, a record for each posting in the order of the log [F40]: the entry that made it
 * and when, its business date, its act, account and amount. A debit is positive; of debit and
 * credit one is filled. Each journal's amounts sum to nothing in each currency. Memoranda are there
 * too, under accounts of their own kind.
 *
 * @param recordedAt when an entry was recorded, by its number
 */
export function postingCsv(
  charter: Charter,
  chronicle: Recorded,
  recordedAt: (entry: number) => Instant,
): string {
  return writeCsv(records(charter, chronicle, recordedAt));
}

function* records(
  charter: Charter,
  chronicle: Recorded,
  recordedAt: (entry: number) => Instant,
): Iterable<readonly string[]> {
  const accounts = new Map(
    charter.accounts.map(({ code, kind, name }) => [code, { kind, name: localized(name) }]),
  );
  yield COLUMNS;
  for (const { entry, journal } of chronicle.postings) {
    const { id, effectiveDate, vehicle, postings } = journal;
    const actId = id.slice(0, id.lastIndexOf("/"));
    const type = chronicle.acts.get(actId)?.act.type ?? "";
    const rule = Object.hasOwn(charter.acts, type) ? charter.acts[type] : undefined;
    const name = rule === undefined ? { en: type, ja: type } : localized(rule.name);
    for (const [at, { account, subject, currency, minor }] of postings.entries()) {
      const of = accounts.get(account);
      const [debit, credit] =
        minor < 0n ? ["", amountText(currency, -minor)] : [amountText(currency, minor), ""];
      yield [
        ...[String(entry), recordedAt(entry), effectiveDate, id, String(at + 1), actId, type],
        ...[name.en, name.ja, vehicle, account, of?.kind ?? ""],
        ...[of?.name.en ?? "", of?.name.ja ?? "", subject, currency],
        ...[amountText(currency, minor), debit, credit],
      ].map(harmlessText);
    }
  }
}

function amountText(currency: string, minor: bigint): string {
  return Money.format(Money.of(currencyCode(currency), minor));
}
