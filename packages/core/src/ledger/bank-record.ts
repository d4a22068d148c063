import { PersistentMap } from "../base/persistent-map.ts";
import type { LocalDate } from "../calendar/date.ts";
import { unexplainedBy, type BankBalance, type BankStatement } from "./bank-statement.ts";

/** A vehicle's account at a bank: the subject that its cash is kept by in the books. */
export type BankAccount = {
  readonly vehicle: string;
  readonly account: string;
  readonly currency: string;
};

/** A line as the state keeps it: booking date, value date, minor units, reference. */
export type RecordedLine = readonly [
  bookedOn: LocalDate,
  valueOn: LocalDate,
  minor: bigint,
  reference: string,
];

/** A statement on record. */
export type RecordedStatement = BankAccount & {
  readonly id: string;
  readonly actId: string;
  readonly opening: BankBalance;
  readonly closing: BankBalance;
  readonly lines: readonly RecordedLine[];
  /** Opening less what the one before closed with, where the two differ: a statement is missing. */
  readonly gap?: bigint;
  /** Closing less opening less lines, where that is not nothing. */
  readonly unexplained?: bigint;
};

export type BankEvent = {
  readonly kind: "bankStatementRecorded";
  readonly statement: RecordedStatement;
};

/** Statements by "<vehicle>/<account>/<currency>/<place>", the places counted from 000001. */
export type BankRecord = PersistentMap<RecordedStatement>;

export const noBankRecord: BankRecord = PersistentMap.empty;

const PLACE_DIGITS = 6;

const prefixOf = ({ vehicle, account, currency }: BankAccount): string =>
  `${vehicle}/${account}/${currency}/`;

/** The statements of an account in the order of their recording. */
export function statementsOf(record: BankRecord, of: BankAccount): readonly RecordedStatement[] {
  return [...record.range(prefixOf(of))].map(([, statement]) => statement);
}

/** Every account of which a statement is on record, in order. */
export function bankAccounts(record: BankRecord): readonly BankAccount[] {
  const accounts = new Map<string, BankAccount>();
  for (const { vehicle, account, currency } of record.values()) {
    const of = { vehicle, account, currency };
    accounts.set(prefixOf(of), of);
  }
  return [...accounts.values()];
}

/** The statement as it goes on record after those before it: with its gap, if it has one. */
export function recordedStatement(
  record: BankRecord,
  of: BankAccount,
  statement: BankStatement,
  actId: string,
): RecordedStatement {
  const { vehicle, account, currency } = of;
  const { id, opening, closing, lines } = statement;
  const last = statementsOf(record, of).at(-1);
  const gap = last === undefined ? 0n : opening.minor - last.closing.minor;
  const unexplained = unexplainedBy(statement);
  return {
    ...{ vehicle, account, currency, id, actId, opening, closing },
    lines: lines.map(({ bookedOn, valueOn, minor, reference }) => [
      bookedOn,
      valueOn,
      minor,
      reference,
    ]),
    ...(gap === 0n ? {} : { gap }),
    ...(unexplained === 0n ? {} : { unexplained }),
  };
}

export function evolveBank(record: BankRecord, { statement }: BankEvent): BankRecord {
  const place = statementsOf(record, statement).length + 1;
  return record.set(prefixOf(statement) + String(place).padStart(PLACE_DIGITS, "0"), statement);
}
