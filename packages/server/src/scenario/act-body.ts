import type { Json } from "@jointfund/core/base/canonical.ts";
import { findCurrency } from "@jointfund/core/money/currency.ts";
import { Money } from "@jointfund/core/money/money.ts";

/** What a name of the scenario stands for: the id of an act that an earlier step proposed. */
export type Names = ReadonlyMap<string, string>;

export class BodyFault extends Error {
  override readonly name = "BodyFault";
  readonly path: readonly (string | number)[];
  readonly expected: string;

  constructor(path: readonly (string | number)[], expected: string) {
    super(`${path.join(".")}: ${expected}`);
    this.path = path;
    this.expected = expected;
  }
}

const REFERENCE = /^\$([A-Za-z0-9][A-Za-z0-9._-]*)(\/[0-9]{1,4})?$/;

/** "$first-call" to the id of that act; "$closing/1" to its first payment. */
function resolve(text: string, names: Names, path: readonly (string | number)[]): string {
  const match = REFERENCE.exec(text);
  if (match === null) return text;
  const id = names.get(match[1]!);
  if (id === undefined) throw new BodyFault(path, `an act that an earlier step named: ${text}`);
  return id + (match[2] ?? "");
}

/** Decimal text of a currency, "3000000000.00", to minor units as text. */
function minorText(
  text: string,
  currency: string | undefined,
  path: readonly (string | number)[],
): string {
  const found = currency === undefined ? undefined : findCurrency(currency);
  if (found === undefined || !found.ok) throw new BodyFault(path, "a currency beside the amount");
  const money = Money.parse(found.value.code, text);
  if (!money.ok) throw new BodyFault(path, `an amount of ${currency}, decimal text: ${text}`);
  return money.value.minor.toString();
}

/** Fields of bodies that are amounts wherever they stand. */
const AMOUNTS: ReadonlySet<unknown> = new Set(["amount", "limit", "upfrontFee", "agencyFee"]);

/**
 * The body of an act as it is signed: names become ids, and every amount becomes minor units of the
 * currency that stands beside it or above it. Faults throw `BodyFault`; the reader of the
 * scenario gives it a line.
 */
export function actBody(
  json: Json,
  names: Names,
  path: readonly (string | number)[] = [],
  currency?: string,
): Json {
  if (typeof json === "string") {
    if (AMOUNTS.has(path.at(-1))) return minorText(json, currency, path);
    return resolve(json, names, path);
  }
  if (typeof json !== "object" || json === null) return json;
  if (Array.isArray(json)) {
    return (json as readonly Json[]).map((item, i) => actBody(item, names, [...path, i], currency));
  }
  const fields = json as { readonly [field: string]: Json };
  const own = fields["currency"];
  const inner = typeof own === "string" ? own : currency;
  return Object.fromEntries(
    Object.entries(fields).map(([field, value]) => [
      field,
      actBody(value, names, [...path, field], inner),
    ]),
  );
}
