import { cellText, type CellValue } from "../../../format/cell.ts";
import type { Language } from "../../../language/text.ts";

/** Whether two cells say the same; a cell that is missing says something else. */
export function isSameValue(a: CellValue | undefined, b: CellValue | undefined): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

type Fraction = readonly [num: bigint, den: bigint];

function fractionOf(ratio: string): Fraction {
  const [num = "0", den = "1"] = ratio.split("/");
  return [BigInt(num), BigInt(den)];
}

/** The second less the first, exact. */
function ratioDifference(a: string, b: string): string {
  const [[an, ad], [bn, bd]] = [fractionOf(a), fractionOf(b)];
  return `${bn * ad - an * bd}/${ad * bd}`;
}

/** The value of the difference, of the kind of the two; nothing where they are not of one kind. */
function difference(a: CellValue, b: CellValue): CellValue | undefined {
  switch (b.kind) {
    case "money":
      if (a.kind !== "money" || a.currency !== b.currency) return undefined;
      return { ...b, minor: String(BigInt(b.minor) - BigInt(a.minor)) };
    case "units":
      if (a.kind !== "units") return undefined;
      return { ...b, microUnits: String(BigInt(b.microUnits) - BigInt(a.microUnits)) };
    case "price":
      if (a.kind !== "price" || a.currency !== b.currency) return undefined;
      return { ...b, price: ratioDifference(a.price, b.price) };
    case "count":
      return a.kind === "count" ? { ...b, count: b.count - a.count } : undefined;
    case "entries":
      return undefined;
    default:
      return "ratio" in a ? { ...b, ratio: ratioDifference(a.ratio, b.ratio) } : undefined;
  }
}

/** The change in words with its sign; nothing where one of the two is missing. */
export function differenceText(
  a: CellValue | undefined,
  b: CellValue | undefined,
  language: Language,
): string {
  const changed = a === undefined || b === undefined ? undefined : difference(a, b);
  if (changed === undefined) return "";
  const text = cellText(changed, language);
  return isPositive(changed) ? `+${text}` : text;
}

function isPositive(value: CellValue): boolean {
  switch (value.kind) {
    case "money":
      return BigInt(value.minor) > 0n;
    case "units":
      return BigInt(value.microUnits) > 0n;
    case "price":
      return fractionOf(value.price)[0] > 0n;
    case "count":
      return value.count > 0;
    case "entries":
      return false;
    default:
      return fractionOf(value.ratio)[0] > 0n;
  }
}
