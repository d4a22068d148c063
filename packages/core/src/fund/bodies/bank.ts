import { Schema, type Infer } from "../../base/schema.ts";
import type { BankStatement } from "../../ledger/bank-statement.ts";
import { BANK_REFERENCE_MAX, currency, date, id, signedAmount } from "./scalars.ts";

/** Lines that one fact holds at most, so that its entry stays within the log's limit. */
export const STATEMENT_LINES_MAX = 200;

const balance = Schema.object({ on: date, amount: signedAmount });

export const bankStatementSchema = Schema.object({
  vehicle: id,
  /** The subject that the vehicle's cash at this bank is kept by in its book. */
  account: id,
  /** The bank's own number of the statement. */
  statement: Schema.string({ minLength: 1, maxLength: 140 }),
  currency,
  opening: balance,
  closing: balance,
  lines: Schema.array(
    Schema.object({
      bookedOn: date,
      valueOn: date,
      amount: signedAmount,
      reference: Schema.string({ maxLength: BANK_REFERENCE_MAX }),
    }),
    { max: STATEMENT_LINES_MAX },
  ),
});
export type BankStatementBody = Infer<typeof bankStatementSchema>;

/** The statement that a fact's body says. */
export function statementOfBody(body: BankStatementBody): BankStatement {
  const { statement: id, currency: code, opening, closing, lines } = body;
  return {
    id,
    currency: code,
    opening: { on: opening.on, minor: opening.amount },
    closing: { on: closing.on, minor: closing.amount },
    lines: lines.map(({ amount: minor, ...line }) => ({ ...line, minor })),
  };
}

/** The body that says a statement of a vehicle's account; references are cut to their limit. */
export function bodyOfStatement(
  statement: BankStatement,
  of: { readonly vehicle: string; readonly account: string },
): BankStatementBody {
  const { id: number, currency: code, opening, closing, lines } = statement;
  return {
    ...{ vehicle: of.vehicle, account: of.account, statement: number, currency: code },
    opening: { on: opening.on, amount: opening.minor },
    closing: { on: closing.on, amount: closing.minor },
    lines: lines.map(({ bookedOn, valueOn, minor, reference }) => ({
      ...{ bookedOn, valueOn, amount: minor },
      reference: reference.slice(0, BANK_REFERENCE_MAX).toWellFormed().trim(),
    })),
  };
}
