import { assert } from "@jointfund/core/base/assert.ts";
import { Schema, type Infer } from "@jointfund/core/base/schema.ts";
import { vehicleOf } from "@jointfund/core/fund/figures.ts";
import { risksOf } from "../../languages/risk-texts.ts";
import { requestKey, type NamedRequest, type NewRequest } from "../../order-desk/order-request.ts";
import { OPEN_MAX, type OrderRequests } from "../../order-desk/order-requests.ts";
import { standingOf } from "../../order-desk/request-standing.ts";
import { actOf, checkRequest } from "../holders/request-check.ts";
import { describeRequest, requestWire } from "../holders/request-wire.ts";
import { distributorOf, ownHolding, type OwnHolding } from "../holders/own-holding.ts";
import type { Office } from "../office.ts";
import type { Person } from "../person.ts";
import { problemOfRejection, RequestProblem } from "../problem.ts";
import { reading, type Reply } from "../route.ts";
import { hash, identifier, nothing, string } from "../wire-schemas.ts";
import { writing } from "../writing.ts";
import { CITIZENS } from "./holding-routes.ts";

const { array, json, literal, minorUnits, object, optional, taggedUnion } = Schema;

const common = {
  key: requestKey,
  distributor: optional(identifier),
};

/** What a citizen asks for; amounts in the currency of the class. */
const askedSchema = taggedUnion("kind", [
  object({ kind: literal("subscription"), ...common, risks: hash, minor: minorUnits({ min: 1n }) }),
  object({
    kind: literal("redemption"),
    ...common,
    risks: hash,
    microUnits: minorUnits({ min: 1n }),
  }),
  object({ kind: literal("cancellation"), ...common, order: hash }),
]);
type AskedFor = Infer<typeof askedSchema>;

const listSchema = object({ items: array(requestWire) });

function keptBy({ orderRequests }: Office): OrderRequests {
  assert(orderRequests !== undefined, "an office that takes requests keeps them");
  return orderRequests;
}

const requestsOf = (office: Office, of: Parameters<OrderRequests["list"]>[0]) => {
  const { view } = office.record;
  const acts = view.index.orderActs;
  return keptBy(office)
    .list(of)
    .map((named) => describeRequest(view, named, acts));
};

export const myRequestsRoute = reading({
  id: "listMyOrderRequests",
  path: "/api/v1/my/order-requests",
  text: {
    en: "What a citizen has asked a distributor to order, newest first, and where it stands",
    ja: "国民本人が販売会社に依頼した申込みとその状態（新しい順）",
  },
  access: CITIZENS,
  scope: "holding",
  pathSchema: nothing,
  querySchema: nothing,
  answer: listSchema,
  problems: ["not_yours", "unknown_id"],
  handle({ office, person }) {
    const { unitClass, holder } = ownHolding(office.record.view, person);
    return { value: { items: requestsOf(office, { unitClass: unitClass.id, holder }) } };
  },
});

function distributorFor(office: Office, own: OwnHolding, asked: AskedFor): string {
  const { state } = office.record.view;
  const ordered = asked.kind === "cancellation" ? state.orders.orders.get(asked.order) : undefined;
  const named = ordered?.distributor ?? asked.distributor ?? distributorOf(office.record.view, own);
  if (named !== undefined && own.terms.distributors.includes(named)) return named;
  throw new RequestProblem("distributor_wrong", [own.terms.distributors.join(", ")]);
}

function requestFor(office: Office, own: OwnHolding, asked: AskedFor): NewRequest {
  const { state } = office.record.view;
  const { unitClass, holder } = own;
  const common = {
    ...({ format: "jointfund/order-request/v1", fund: state.charter.id } as const),
    ...{ unitClass: unitClass.id, holder, distributor: distributorFor(office, own, asked) },
    ...{ key: asked.key, askedAt: office.clock.now() },
  };
  switch (asked.kind) {
    case "subscription": {
      const { currency } = vehicleOf(state.charter, unitClass.vehicle);
      const { minor, risks } = asked;
      return { kind: "subscription", ...common, risks, currency, minor };
    }
    case "redemption":
      return { kind: "redemption", ...common, risks: asked.risks, microUnits: asked.microUnits };
    case "cancellation": {
      const order = state.orders.orders.get(asked.order);
      const isOwn = order?.holder === holder && order.unitClass === unitClass.id;
      if (!isOwn) throw new RequestProblem("unknown_id", ["order", asked.order]);
      return { kind: "cancellation", ...common, order: asked.order };
    }
  }
}

async function ask(office: Office, request: NewRequest): Promise<NamedRequest> {
  const acts = office.record.view.index.orderActs;
  const kept = await keptBy(office).ask(
    request,
    (named) => standingOf(named, acts).standing === "asked",
  );
  if (kept.status === "keyReused") throw new RequestProblem("idempotency_key_reused");
  if (kept.status === "tooMany") throw new RequestProblem("too_many_open", [`${OPEN_MAX}`]);
  return kept.request;
}

export const askRoute = writing({
  id: "askForOrder",
  path: "/api/v1/my/order-requests",
  text: {
    en: "Ask a distributor to place an order; it is none until the distributor has signed it",
    ja: "販売会社への申込みの依頼（販売会社が署名するまで申込みにはならない）",
  },
  access: CITIZENS,
  scope: "holding",
  pathSchema: nothing,
  body: askedSchema,
  answer: requestWire,
  problems: [
    ...(["not_yours", "unknown_id", "risks_not_read", "distributor_wrong"] as const),
    ...(["idempotency_key_reused", "too_many_open"] as const),
  ],
  async handle({ office, person, language }, asked): Promise<Reply<Infer<typeof requestWire>>> {
    const { charter } = office.record.view.state;
    const own = ownHolding(office.record.view, person);
    const { digest } = risksOf(charter, own);
    // Nobody has to read on what can go wrong in order to keep their money.
    if (asked.kind !== "cancellation" && asked.risks !== digest) {
      throw new RequestProblem("risks_not_read");
    }
    const request = requestFor(office, own, asked);
    const checked = checkRequest(office, request);
    if (!checked.ok) return { problem: problemOfRejection(checked.error, { language, charter }) };
    const named = await ask(office, request);
    const { view } = office.record;
    return { value: describeRequest(view, named, view.index.orderActs) };
  },
});

const ofRequest = object({ id: hash });

/** Ends a request that is still asked; one that is not any more cannot be ended. */
async function end(
  office: Office,
  id: string,
  ending: Omit<NonNullable<NamedRequest["ending"]>, "at">,
): Promise<Infer<typeof requestWire>> {
  const { view } = office.record;
  const acts = view.index.orderActs;
  const named = keptBy(office).get(id);
  assert(named !== undefined, "whose request it is was looked at before");
  if (standingOf(named, acts).standing !== "asked") throw new RequestProblem("request_ended");
  const ended = await keptBy(office).end(id, { ...ending, at: office.clock.now() });
  return describeRequest(view, ended ?? named, acts);
}

export const withdrawRoute = writing({
  id: "withdrawOrderRequest",
  path: "/api/v1/my/order-requests/{id}/withdrawal",
  text: {
    en: "Take a request back that the distributor has not signed yet",
    ja: "販売会社が署名する前の依頼の取下げ",
  },
  access: CITIZENS,
  scope: "holding",
  pathSchema: ofRequest,
  body: nothing,
  answer: requestWire,
  problems: ["not_yours", "unknown_id", "request_ended"],
  async handle({ office, path: { id }, person }) {
    const { unitClass, holder } = ownHolding(office.record.view, person);
    const named = keptBy(office).get(id);
    const { request } = named ?? {};
    if (request?.holder !== holder || request.unitClass !== unitClass.id) {
      throw new RequestProblem("unknown_id", ["request", id]);
    }
    return { value: await end(office, id, { kind: "withdrawn" }) };
  },
});

const DESK = ["officer", "auditor"] as const;

/** Whose requests somebody may see: of their own distributor, or, who examines the fund, all. */
function distributorAsking(office: Office, person: Person | undefined): string | undefined {
  assert(person !== undefined, "a route of roles has somebody who asks");
  if (person.role === "auditor") return undefined;
  const { charter } = office.record.view.state;
  const party = charter.parties.find(({ id }) => id === person.party);
  if (party?.kind !== "distributor") throw new RequestProblem("not_yours");
  return party.id;
}

export const requestsRoute = reading({
  id: "listOrderRequests",
  path: "/api/v1/order-requests",
  text: {
    en: "What a distributor is asked to order, newest first, with the act that would do it",
    ja: "販売会社への申込みの依頼（新しい順）及び署名すべき行為の案",
  },
  access: DESK,
  pathSchema: nothing,
  querySchema: nothing,
  answer: object({
    items: array(
      object({
        request: requestWire,
        act: object({
          type: string(),
          body: json({ description: "Its body, for a draft; the evidence is the request's id." }),
        }),
      }),
    ),
  }),
  problems: ["not_yours"],
  handle({ office, person }) {
    const distributor = distributorAsking(office, person);
    const { view } = office.record;
    const acts = view.index.orderActs;
    const all = keptBy(office).list(distributor === undefined ? {} : { distributor });
    const items = all.map((named) => ({
      request: describeRequest(view, named, acts),
      act: actOf(named.request),
    }));
    return { value: { items } };
  },
});

export const declineRoute = writing({
  id: "declineOrderRequest",
  path: "/api/v1/order-requests/{id}/refusal",
  text: {
    en: "Decline a request, with the reason that the holder is told",
    ja: "依頼の謝絶（本人に伝える理由を付す）",
  },
  access: ["officer"],
  pathSchema: ofRequest,
  body: object({ reason: string({ minLength: 1, maxLength: 1_000 }) }),
  answer: requestWire,
  problems: ["not_yours", "unknown_id", "request_ended"],
  async handle({ office, path: { id }, person }, { reason }) {
    const distributor = distributorAsking(office, person);
    const named = keptBy(office).get(id);
    if (named === undefined || named.request.distributor !== distributor) {
      throw new RequestProblem("unknown_id", ["request", id]);
    }
    const by = person?.officer ?? distributor;
    return { value: await end(office, id, { kind: "declined", by, reason }) };
  },
});
