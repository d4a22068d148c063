import type { LocalDate } from "../calendar/date.ts";

/** One line of a bank statement. Money that came in is positive, whatever the bank calls it. */
export type BankLine = {
  readonly bookedOn: LocalDate;
  readonly valueOn: LocalDate;
  /** Minor units of the statement's currency; never zero. */
  readonly minor: bigint;
  /** What payer and payee agreed on (end-to-end reference), or the bank's own; "" for none. */
  readonly reference: string;
};

/** A line as the bank's file has it, with what stays at the fund's office. */
export type BankFileLine = BankLine & {
  readonly counterparty: string;
  readonly description: string;
};

/** A booked balance; an overdraft is negative. */
export type BankBalance = { readonly on: LocalDate; readonly minor: bigint };

/** What a bank says of one account over some days (docs/spec/ledger.md, LG18). */
export type BankStatement<Line extends BankLine = BankLine> = {
  /** The bank's own number of the statement. */
  readonly id: string;
  readonly currency: string;
  readonly opening: BankBalance;
  readonly closing: BankBalance;
  readonly lines: readonly Line[];
};

/** A statement as a file of the bank's holds it. */
export type BankFileStatement = BankStatement<BankFileLine> & {
  /** Account as the bank numbers it (IBAN or other); it is in no act. */
  readonly account: string;
};

/** Closing less opening less lines, in minor units: nothing where the statement adds up. */
export function unexplainedBy(statement: BankStatement): bigint {
  const sum = statement.lines.reduce((total, { minor }) => total + minor, 0n);
  return statement.closing.minor - statement.opening.minor - sum;
}

/**
 * The statement in consecutive parts of at most `linesMax` lines, each opening with what the one
 * before closed with: an entry of the log is limited, a bank's day is not. Parts are named
 * "<id>.1", "<id>.2" and so on; a statement that fits stays as it is. What the statement does not
 * explain stays in the last part.
 */
export function statementParts(
  statement: BankStatement,
  linesMax: number,
): readonly BankStatement[] {
  if (statement.lines.length <= linesMax) return [statement];
  const parts: BankStatement[] = [];
  let opening = statement.opening;
  for (let start = 0; start < statement.lines.length; start += linesMax) {
    const lines = statement.lines.slice(start, start + linesMax);
    const isLast = start + linesMax >= statement.lines.length;
    const sum = lines.reduce((total, { minor }) => total + minor, opening.minor);
    const closing = isLast ? statement.closing : { on: lines.at(-1)!.bookedOn, minor: sum };
    const id = `${statement.id}.${parts.length + 1}`;
    parts.push({ id, currency: statement.currency, opening, closing, lines });
    opening = closing;
  }
  return parts;
}
