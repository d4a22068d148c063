import type { LocalDate } from "@jointfund/core/calendar/date.ts";
import type { JournalEntry } from "@jointfund/core/ledger/journal.ts";
import { receiptOf } from "@jointfund/core/statements/distribution-receipts.ts";
import { asJson, type RecordedEntry, type Row, type RowsByKind } from "./row.ts";

/** The act that an id such as "<act>/<n>" begins with. */
const actOf = (id: string): string => id.slice(0, id.lastIndexOf("/"));

/** The books: journal entries, payments, fixings of exchange rates, the bank. */
export const BOOK_ROWS: RowsByKind = {
  posted: ({ entry: journal }, recorded) => postedRows(journal, recorded),
  paymentInstructed: ({ payment }, recorded) => {
    const { releasedOn } = payment;
    const { id, vehicle, payee, purpose, currency, minor, liability, subject, mandatory } = payment;
    const values = {
      ...{ payment: id, act: actOf(id), vehicle, payee, purpose, currency, minor },
      ...{ liability, subject, mandatory, into_vehicle: payment.into?.vehicle },
    };
    // What is set off against the payee's own debts is paid as soon as it is instructed.
    const released = releasedOn === undefined ? [] : releasedRows(id, releasedOn, recorded);
    return [{ table: "payments", values }, ...released];
  },
  paymentReleased: ({ id, on }, recorded) => releasedRows(id, on, recorded),
  periodClosed: ({ vehicle, through }) => [
    { table: "period_closes", on: through, values: { vehicle } },
  ],
  entryCorrected: ({ entry: journal, by }) => [
    { table: "corrections", values: { journal, corrected_by: by } },
  ],
  exchangeRateFixed: ({ fixing: { base, quote, on, quotes, rate, actId } }) => {
    const values = { base, quote, rate, quotes: asJson(quotes), act: actId };
    return [{ table: "exchange_rates", on, values }];
  },
  bankStatementRecorded: ({ statement }) => {
    const { vehicle, account, currency, id, actId, opening, closing, lines } = statement;
    const of = { act: actId, vehicle, bank_account: account, currency };
    const values = { ...of, statement: id, opening: opening.minor, closing: closing.minor };
    return [
      { table: "bank_statements", on: closing.on, values },
      ...lines.map(([bookedOn, valueOn, minor, reference]): Row => {
        const line = { ...of, booked_on: bookedOn, minor, reference };
        return { table: "bank_lines", on: valueOn, values: line };
      }),
    ];
  },
};

function postedRows(
  { id, vehicle, effectiveDate: on, postings }: JournalEntry,
  { after }: RecordedEntry,
): readonly Row[] {
  const isParty = (subject: string): boolean =>
    after.charter.parties.some((party) => party.id === subject);
  return [
    { table: "journals", on, values: { journal: id, act: actOf(id), vehicle } },
    ...postings.map(({ account, subject, currency, minor }): Row => {
      const party = isParty(subject) ? subject : null;
      const values = { journal: id, vehicle, account, subject, party, currency, minor };
      return { table: "postings", on, values };
    }),
  ];
}

function releasedRows(id: string, on: LocalDate, { after }: RecordedEntry): readonly Row[] {
  const released: Row = { table: "payment_releases", on, values: { payment: id } };
  const payment = after.payments.get(id);
  const receipt = payment && receiptOf(after, payment);
  if (receipt === undefined) return [released];
  const { vehicle, payee: party, currency } = payment!;
  const { kind, minor, income, gain, returnOfCapital } = receipt;
  const values = {
    ...{ payment: id, vehicle, party, kind, currency, minor, income },
    ...{ realised_gain: gain, return_of_capital: returnOfCapital },
  };
  return [released, { table: "receipts", on, values }];
}
