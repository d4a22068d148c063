import { statementOf, type StatementName } from "@jointfund/core/statements/catalogue.ts";
import type { StatementInput } from "@jointfund/core/statements/statement-input.ts";
import type { FinancialStatement } from "@jointfund/core/statements/statement.ts";

/** Statements of how things stand in an evening, which postings alone do not tell. */
const OF_AN_EVENING: readonly StatementName[] = ["cash-forecast", "leverage"];

export type NamedStatement = FinancialStatement & { readonly name: StatementName };

/**
 * The statement, made from the fund as the record had it in the evening of the period's last day
 * where it is one of an evening. The evenings that are kept are those of ends of months and of the
 * last day; of others there is no such statement.
 */
export function statementOn(
  name: StatementName,
  input: StatementInput,
): NamedStatement | undefined {
  if (!OF_AN_EVENING.includes(name)) return { ...statementOf(name, input), name };
  const state = input.chronicle.stateOn(input.period.to);
  return state && { ...statementOf(name, { ...input, state }), name };
}
