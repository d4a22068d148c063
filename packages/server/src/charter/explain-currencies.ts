import { CURRENCY_PHRASES } from "../languages/charter-explanation/currencies.ts";
import type { CharterSpeaker } from "./explanation-text.ts";

/** How exchange rates are fixed, what a conversion may cost, and what may be hedged. */
export function currencies(speaker: CharterSpeaker): readonly string[] {
  const { charter, phrases, language } = speaker;
  const said = CURRENCY_PHRASES[language];
  const lines: string[] = [];
  const { fixing } = charter;
  if (fixing !== undefined) {
    const { sources, from, tolerance, staleAfter, conversionWithin } = fixing;
    const rule = said.fixing(sources, from, speaker.ratio(tolerance));
    lines.push(
      `- ${rule}${phrases.clause(fixing.clause)}`,
      `  - ${said.stale(speaker.period(staleAfter))}`,
    );
    if (conversionWithin !== undefined) {
      lines.push(`  - ${said.conversion(speaker.ratio(conversionWithin))}`);
    }
  }
  const hedging = charter.leverage?.hedging;
  if (hedging !== undefined) {
    const most = speaker.clause(hedging.most, "amount");
    lines.push(`- ${said.hedging(hedging.currencies, most)}${phrases.clause(hedging.clause)}`);
  }
  return lines;
}
