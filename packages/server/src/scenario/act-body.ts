import type { Json } from "@jointfund/core/base/canonical.ts";
import type { Result } from "@jointfund/core/base/result.ts";
import type { Value } from "@jointfund/core/expression/value.ts";
import { findCurrency } from "@jointfund/core/money/currency.ts";
import { Money } from "@jointfund/core/money/money.ts";
import { bodyText, type ExpressionKind } from "./scenario-expression.ts";

/** What a name of the scenario stands for: the id of an act that an earlier step proposed. */
export type Names = ReadonlyMap<string, string>;

/** What a body is made of besides its own text. */
export type BodyContext = {
  readonly names: Names;
  /** The value of an expression now, or the code of why it has none. */
  readonly valueOf: (
    text: string,
    kind: ExpressionKind,
    currency: string | undefined,
  ) => Result<Value, string>;
};

/** A value of a step that cannot be made when its turn comes, by its path in the step. */
export class BodyFault extends Error {
  override readonly name = "BodyFault";
  readonly path: readonly (string | number)[];
  readonly code: string;
  readonly expected: string;
  readonly actual: string;

  constructor(
    path: readonly (string | number)[],
    { code, expected, actual }: { code: string; expected: string; actual: string },
  ) {
    super(`${path.join(".")}: ${code}`);
    this.path = path;
    this.code = code;
    this.expected = expected;
    this.actual = actual;
  }
}

const REFERENCE = /^\$([A-Za-z0-9][A-Za-z0-9._-]*)(\/[0-9]{1,4})?$/;

/** Fields of bodies that are amounts wherever they stand. */
const AMOUNTS: ReadonlySet<unknown> = new Set(["amount", "limit", "upfrontFee", "agencyFee"]);

/** Whether the field at a path of a body is an amount of the currency beside it or above it. */
export const isAmountAt = (path: readonly (string | number)[]): boolean => AMOUNTS.has(path.at(-1));

/** The text of an expression: what stands behind "="; undefined for any other text. */
export const expressionIn = (text: string): string | undefined =>
  text.startsWith("=") ? text.slice(1).trim() : undefined;

/**
 * The body of an act as it is signed: names become ids ("$first-call"; "$closing/1" is its first
 * payment), expressions ("= 2% of initialCapital") their values, and every amount minor units of
 * the currency that stands beside it or above it. Faults throw `BodyFault`; the player gives them a
 * line of the scenario.
 */
export function actBody(json: Json, context: BodyContext): Json {
  return new BodyMaker(context).make(json, ["body"], undefined);
}

class BodyMaker {
  readonly #context: BodyContext;

  constructor(context: BodyContext) {
    this.#context = context;
  }

  make(json: Json, path: readonly (string | number)[], currency: string | undefined): Json {
    if (typeof json === "string") return this.#text(json, path, currency);
    if (typeof json !== "object" || json === null) return json;
    if (Array.isArray(json)) {
      return (json as readonly Json[]).map((item, i) => this.make(item, [...path, i], currency));
    }
    const fields = json as { readonly [field: string]: Json };
    const own = fields["currency"];
    const inner = typeof own === "string" ? own : currency;
    return Object.fromEntries(
      Object.entries(fields).map(([field, value]) => [
        field,
        this.make(value, [...path, field], inner),
      ]),
    );
  }

  #text(text: string, path: readonly (string | number)[], currency: string | undefined): Json {
    const expression = expressionIn(text);
    const isAmount = isAmountAt(path);
    if (expression === undefined) {
      return isAmount ? minorText(text, currency, path) : this.#resolved(text, path);
    }
    const value = this.#context.valueOf(expression, isAmount ? "money" : "any", currency);
    const why = value.ok ? "" : value.error;
    if (!value.ok) {
      throw new BodyFault(path, { code: "value_unavailable", expected: "", actual: why });
    }
    if (isAmount && value.value.kind === "money" && value.value.currency !== currency) {
      const [expected, actual] = [currency ?? "", value.value.currency];
      throw new BodyFault(path, { code: "amount_in_other_currency", expected, actual });
    }
    const written = bodyText(value.value);
    if (written.ok) return written.value;
    throw new BodyFault(path, { code: "wrong_type", expected: "text", actual: written.error });
  }

  #resolved(text: string, path: readonly (string | number)[]): string {
    const match = REFERENCE.exec(text);
    if (match === null) return text;
    const id = this.#context.names.get(match[1]!);
    if (id !== undefined) return id + (match[2] ?? "");
    throw new BodyFault(path, { code: "reference_not_played", expected: "", actual: text });
  }
}

/** Decimal text of a currency, "3000000000.00", to minor units as text. */
function minorText(
  text: string,
  currency: string | undefined,
  path: readonly (string | number)[],
): string {
  const found = currency === undefined ? undefined : findCurrency(currency);
  if (found === undefined || !found.ok) {
    throw new BodyFault(path, { code: "currency_missing", expected: "currency", actual: text });
  }
  const money = Money.parse(found.value.code, text);
  if (money.ok) return money.value.minor.toString();
  throw new BodyFault(path, { code: "bad_format", expected: `${currency}`, actual: text });
}
