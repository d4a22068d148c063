import type { Json } from "../base/canonical.ts";
import { err, ok, type Result } from "../base/result.ts";
import { decode, encode, type Schema } from "../base/schema.ts";
import type { Posting } from "../ledger/journal.ts";
import type { ActDefinition, ActInHand } from "../governance/act-definition.ts";
import { rejection, type Rejection } from "../governance/rejection.ts";
import type { FundEvent } from "./effects.ts";
import type { FundState } from "./state.ts";

/** An act type over the whole of the fund's state. */
export type FundAct<Body> = ActDefinition<Body, FundState, FundEvent>;

type Parts<Body> = Pick<FundAct<Body>, "type" | "nature" | "check" | "effects"> & {
  readonly schema: Schema<Body>;
  readonly concerns?: FundAct<Body>["concerns"];
  readonly amount?: FundAct<Body>["amount"];
};

/**
 * An act type from its parts. What its body says is what it fixes; an act whose effects depend on
 * the state besides (a strike, a determination) fixes only that much, and its bounds do the rest.
 */
export function defineAct<Body>(parts: Parts<Body>): FundAct<Body> {
  return {
    type: parts.type,
    nature: parts.nature,
    schema: parts.schema,
    decode: (body) => {
      const decoded = decode(parts.schema, body);
      return decoded.ok ? decoded : err(decoded.error as unknown as readonly Json[]);
    },
    check: parts.check,
    effects: parts.effects,
    concerns: parts.concerns ?? (() => []),
    amount: parts.amount ?? (() => undefined),
    fixed: (body) => encode(parts.schema, body),
  };
}

/** An entry of the fund's books for an act; the nth of that act. */
export function posted(
  inHand: ActInHand<unknown>,
  n: number,
  vehicle: string,
  postings: readonly Posting[],
): FundEvent {
  return {
    kind: "posted",
    entry: { id: `${inHand.id}/${n}`, vehicle, effectiveDate: inHand.effectiveDate, postings },
  };
}

/** Two postings that move an amount from the credited to the debited account. */
export function moved(of: {
  readonly debit: string;
  readonly credit: string;
  readonly subject: string;
  readonly currency: string;
  readonly minor: bigint;
}): readonly Posting[] {
  const { subject, currency, minor } = of;
  return [
    { account: of.debit, subject, currency, minor },
    { account: of.credit, subject, currency, minor: -minor },
  ];
}

/** Cash account of a vehicle: its subject is the vehicle's own bank account. */
export const CASH_SUBJECT = "bank";

/** The value, or the rejection that its absence means. */
export function found<T>(
  value: T | undefined,
  code: string,
  clause: string,
  actual: string,
): Result<T, Rejection> {
  return value === undefined ? err(rejection(code, clause, { actual })) : ok(value);
}
