import type { RecordedAct } from "@jointfund/core/fund/chronicle.ts";
import type { NamedRequest, OrderRequest } from "./order-request.ts";

/**
 * Where a request stands: `asked` until the distributor signs or somebody ends it, `placed` once an
 * act that cites it is on record.
 */
export const REQUEST_STANDINGS = ["asked", "withdrawn", "declined", "placed"] as const;

export type Standing = {
  readonly standing: (typeof REQUEST_STANDINGS)[number];
  /** The act by which the distributor put it on record. */
  readonly act?: RecordedAct;
  /** Whether that act says something else than what was asked. */
  readonly differs?: true;
};

/** Derived from the record: what is kept of a request besides is only that it was ended (H56). */
export function standingOf(
  { id, request, ending }: NamedRequest,
  acts: ReadonlyMap<string, RecordedAct>,
): Standing {
  const act = acts.get(id);
  if (act === undefined) return { standing: ending?.kind ?? "asked" };
  return { standing: "placed", act, ...(saysTheSame(request, act) ? {} : { differs: true }) };
}

function saysTheSame(request: OrderRequest, { act: { body } }: RecordedAct): boolean {
  if (request.kind === "cancellation") return body["order"] === request.order;
  const { unitClass, holder, kind } = request;
  if (body["class"] !== unitClass || body["holder"] !== holder || body["kind"] !== kind)
    return false;
  if (kind === "redemption") return body["microUnits"] === request.microUnits.toString();
  return body["currency"] === request.currency && body["amount"] === request.minor.toString();
}
