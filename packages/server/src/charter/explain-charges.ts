import { CHARGE_PHRASES } from "../languages/charter-explanation/charges.ts";
import type { CharterSpeaker } from "./explanation-text.ts";

/** What is charged to the fund, and what is set aside before anything is paid out. */
export function charges(speaker: CharterSpeaker): readonly string[] {
  const { charter, phrases, language } = speaker;
  const said = CHARGE_PHRASES[language];
  const line = (text: string, clause: string): string => `- ${text}${phrases.clause(clause)}`;
  const { expenses, fees = [], reserves = [] } = charter;
  return [
    ...fees.map(({ base, clause, dayCount, name, payee, rate, unitClass }) => {
      const unit = charter.classes.find(({ id }) => id === unitClass);
      const text = said.fee({
        ...{ name: speaker.text(name), payee: speaker.party(payee), dayCount },
        ...{ rate: speaker.ratio(rate), base: said.bases[base] },
        ...(unit && { bornBy: speaker.text(unit.name) }),
      });
      return line(text, clause);
    }),
    ...(expenses === undefined
      ? []
      : [
          line(
            said.expenses(
              speaker.money(expenses.internalCap, expenses.currency),
              speaker.period(expenses.paidWithin),
            ),
            expenses.clause,
          ),
        ]),
    ...reserves.map(({ clause, name, target }) =>
      line(said.reserve(speaker.text(name), speaker.clause(target, "amount")), clause),
    ),
  ];
}
