import { Ratio } from "@jointfund/core/base/ratio.ts";
import { parseLocalDate } from "@jointfund/core/calendar/date.ts";
import type { StatedRate } from "@jointfund/core/ledger/daily-rates.ts";
import { findCurrency } from "@jointfund/core/money/currency.ts";
import { message } from "../languages/messages.ts";
import { wrongUsage } from "./failure.ts";

/** Options of the form name=rate, each name once. */
export function ratesAsked(
  texts: readonly string[] = [],
  read: (text: string) => Ratio | undefined,
): { readonly [name: string]: Ratio } {
  const rates: { [name: string]: Ratio } = {};
  for (const text of texts) {
    const [name = "", value = ""] = text.split("=", 2);
    const rate = read(value);
    if (name === "" || rate === undefined) throw wrongUsage(message("rateWrong", text));
    rates[name] = rate;
  }
  return rates;
}

/** A rate of exchange as it is written: a decimal above nothing. */
export function exchangeRate(text: string): Ratio | undefined {
  const rate = Ratio.fromDecimal(text);
  return rate.ok && rate.value.num > 0n ? rate.value : undefined;
}

const PAIR = /^(?:([A-Z]{3})\/)?([A-Z]{3})(?:@([0-9-]{10}))?$/;

/**
 * Rates of exchange named "USD/JPY", "JPY" for one unit of the vehicle's currency, and "@" with a
 * date where they serve from that day on.
 */
export function statedRates(
  named: { readonly [name: string]: Ratio },
  functional: string,
): readonly StatedRate[] {
  return Object.entries(named).flatMap(([name, rate]): StatedRate[] => {
    const [, base = functional, quote = "", day] = PAIR.exec(name) ?? [];
    const on = day === undefined ? undefined : parseLocalDate(day);
    const isKnown = [base, quote].every((code) => findCurrency(code).ok);
    if (!isKnown || on?.ok === false) throw wrongUsage(message("rateWrong", name));
    if (base === quote) return [];
    return [{ base, quote, rate, ...(on === undefined ? {} : { on: on.value }) }];
  });
}
