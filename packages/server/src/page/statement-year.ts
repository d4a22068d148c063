import type { LocalDate } from "@jointfund/core/calendar/date.ts";
import type { FundState } from "@jointfund/core/fund/state.ts";
import {
  fiscalDefinition,
  fiscalYearNamed,
  periodOfYear,
  type StatementPeriod,
} from "@jointfund/core/statements/period.ts";

/**
 * The period of a fiscal year: "FY2026" is the fund's own, "us:FY2026" that of a calendar of the
 * charter, as far as a day. Nothing for a year that no calendar has or that has not begun by then.
 */
export function periodOfYearNamed(
  { charter, today }: Pick<FundState, "charter" | "today">,
  text: string,
  to: LocalDate = today,
): StatementPeriod | undefined {
  const last = to < today ? to : today;
  const [calendar, label] = text.includes(":") ? text.split(":", 2) : ["fund", text];
  const { currency } = charter.parties.find(({ fiscalYear }) => fiscalYear === calendar) ?? {};
  const known = Object.hasOwn(charter.calendars.fiscal, calendar ?? "");
  const definition = known ? fiscalDefinition(charter, calendar ?? "", currency) : undefined;
  const year = definition && fiscalYearNamed(definition, label ?? "");
  return year === undefined || year.start > last ? undefined : periodOfYear(year, last);
}
