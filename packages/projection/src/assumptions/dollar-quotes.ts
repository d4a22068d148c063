import { Ratio, roundRatio } from "@jointfund/core/base/ratio.ts";
import { parseRateText } from "./rate-text.ts";

/**
 * Units of a currency for one US dollar, for charters that come without assumptions of their own:
 * the Federal Reserve's H.10 of 26 September 2025 for the yen, of 26 September 2022 (rates of 23
 * September) for the others, the pound by Dow Jones Market Data of that day. Where the release has
 * dollars for a unit, the quotient stands here.
 */
const PER_DOLLAR: ReadonlyMap<string, string> = new Map([
  ["USD", "1"],
  ["AUD", "10000/6543"],
  ["BRL", "5.237"],
  ["CAD", "1.3581"],
  ["CHF", "0.9816"],
  ["CNY", "7.1266"],
  ["DKK", "7.6523"],
  ["EUR", "10000/9719"],
  ["GBP", "10000/10850"],
  ["HKD", "7.8498"],
  ["INR", "81.11"],
  ["JPY", "149.52"],
  ["KRW", "1409.42"],
  ["LKR", "359.05"],
  ["MXN", "20.176"],
  ["MYR", "4.5764"],
  ["NOK", "10.5963"],
  ["NZD", "10000/5763"],
  ["SEK", "11.2589"],
  ["SGD", "1.428"],
  ["THB", "37.56"],
  ["TWD", "31.82"],
  ["ZAR", "17.9175"],
]);

const DECIMALS = 12;
const SCALE = 10n ** BigInt(DECIMALS);

/** Units of one currency for one of another, to 12 decimals; undefined where one is unknown. */
export function quoteOf(currency: string, base: string): string | undefined {
  const [units, baseUnits] = [PER_DOLLAR.get(currency), PER_DOLLAR.get(base)];
  if (units === undefined || baseUnits === undefined) return undefined;
  const exact = Ratio.div(parseRateText(units)!, parseRateText(baseUnits)!);
  const rounded = roundRatio(Ratio.mul(exact, Ratio.make(SCALE)), "halfEven");
  return Ratio.toDecimalText(Ratio.make(rounded, SCALE));
}
