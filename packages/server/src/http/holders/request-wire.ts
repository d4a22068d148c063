import { Schema, type Infer } from "@jointfund/core/base/schema.ts";
import type { RecordedAct } from "@jointfund/core/fund/chronicle.ts";
import type { NamedRequest } from "../../order-desk/order-request.ts";
import { REQUEST_STANDINGS, standingOf } from "../../order-desk/request-standing.ts";
import type { RecordView } from "../record-replay.ts";
import {
  count,
  currency,
  hash,
  identifier,
  instant,
  minor,
  string,
  text,
} from "../wire-schemas.ts";
import { orderOf, orderSchema, partyText } from "./holding-schema.ts";

const { boolean, object, oneOf, optional } = Schema;

/** A request as both sides see it: the holder who asked, and the distributor who is asked. */
export const requestWire = Schema.lazy("OrderRequest", () =>
  object({
    id: string({ format: "hex32", description: "SHA-256 of its document: evidence for the act." }),
    kind: oneOf(["subscription", "redemption", "cancellation"]),
    unitClass: identifier,
    holder: identifier,
    distributor: identifier,
    distributorName: text,
    currency: optional(currency),
    minor: optional(minor),
    microUnits: optional(minor),
    /** The order that is to be taken back. */
    cancels: optional(hash),
    askedAt: instant,
    risks: optional(hash),
    standing: oneOf(REQUEST_STANDINGS),
    endedAt: optional(instant),
    endedBy: optional(identifier),
    reason: optional(string()),
    act: optional(hash),
    entry: optional(count),
    differs: optional(
      boolean({ description: "Whether the act on record says something else than was asked." }),
    ),
    order: optional(orderSchema),
  }),
);

/** A request with where it stands by the record. */
export function describeRequest(
  view: RecordView,
  named: NamedRequest,
  acts: ReadonlyMap<string, RecordedAct>,
): Infer<typeof requestWire> {
  const { id, request, ending } = named;
  const { kind, unitClass, holder, distributor, askedAt } = request;
  const { standing, act, differs } = standingOf(named, acts);
  const placed = act && view.state.orders.orders.get(act.id);
  return {
    ...{ id, kind, unitClass, holder, distributor, askedAt, standing },
    ...(kind === "cancellation" ? {} : { risks: request.risks }),
    distributorName: partyText(view, distributor),
    ...(kind === "subscription" ? { currency: request.currency, minor: request.minor } : {}),
    ...(kind === "redemption" ? { microUnits: request.microUnits } : {}),
    ...(kind === "cancellation" ? { cancels: request.order } : {}),
    ...(ending === undefined || act !== undefined ? {} : { endedAt: ending.at }),
    ...(ending?.by === undefined ? {} : { endedBy: ending.by }),
    ...(ending?.reason === undefined ? {} : { reason: ending.reason }),
    ...(act === undefined ? {} : { act: act.id, entry: act.entry }),
    ...(differs === undefined ? {} : { differs }),
    ...(placed === undefined ? {} : { order: orderOf(view, placed) }),
  };
}
