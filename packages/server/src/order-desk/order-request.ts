import { hash } from "node:crypto";
import { canonicalBytes, decodeCanonical } from "@jointfund/core/base/canonical.ts";
import { decode, encode, Schema, type Infer } from "@jointfund/core/base/schema.ts";
import type { Instant } from "@jointfund/core/calendar/date.ts";

const { integer, literal, minorUnits, object, string, taggedUnion } = Schema;

const identifier = string({ format: "identifier" });
const instant = string<Instant>({ format: "instant" });
const hex32 = string({ format: "hex32" });

/** One attempt of a client: sent again it is the same request (H55). */
export const requestKey = string({ minLength: 8, maxLength: 64 });

const common = {
  format: literal("jointfund/order-request/v1"),
  fund: identifier,
  /** The how manieth the office was asked: two of one second have an order too. */
  number: integer({ min: 1 }),
  unitClass: identifier,
  holder: identifier,
  distributor: identifier,
  key: requestKey,
  askedAt: instant,
};

/** Digest of the risks that the holder has read and confirmed (H54). */
const risks = hex32;

/** What a holder asks a distributor to order, as the office keeps it (H53). */
export const requestSchema = taggedUnion("kind", [
  object({
    kind: literal("subscription"),
    ...common,
    risks,
    currency: string({ minLength: 3, maxLength: 3 }),
    minor: minorUnits({ min: 1n }),
  }),
  object({ kind: literal("redemption"), ...common, risks, microUnits: minorUnits({ min: 1n }) }),
  object({ kind: literal("cancellation"), ...common, order: hex32 }),
]);
export type OrderRequest = Infer<typeof requestSchema>;

type Unnumbered<Request> = Request extends unknown ? Omit<Request, "number"> : never;

/** A request that the office has not taken in yet. */
export type NewRequest = Unnumbered<OrderRequest>;

/** How a request ended without an order: who took it back or refused it, when and why. */
export const endingSchema = object({
  kind: Schema.oneOf(["withdrawn", "declined"]),
  at: instant,
  /** The officer who declined it; of a withdrawal it is the holder. */
  by: Schema.optional(identifier),
  reason: Schema.optional(string({ minLength: 1, maxLength: 1_000 })),
});
export type RequestEnding = Infer<typeof endingSchema>;

/** A request with its name: the SHA-256 of its document, which an act can cite as evidence. */
export type NamedRequest = {
  readonly id: string;
  readonly request: OrderRequest;
  readonly ending?: RequestEnding;
};

/** The document of a request, and its name. */
export function documentOf(request: OrderRequest): { id: string; bytes: Uint8Array } {
  const bytes = canonicalBytes(encode(requestSchema, request));
  return { id: hash("sha256", bytes), bytes };
}

/** What a file holds by a schema; nothing where it is not of that form. */
export function readDocument<T>(schema: Schema<T>, bytes: Uint8Array): T | undefined {
  const json = decodeCanonical(bytes);
  const decoded = json.ok ? decode(schema, json.value) : undefined;
  return decoded?.ok === true ? decoded.value : undefined;
}
