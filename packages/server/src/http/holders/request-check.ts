import { err, ok, type Result } from "@jointfund/core/base/result.ts";
import { catalogue } from "@jointfund/core/fund/catalogue.ts";
import type { FundState } from "@jointfund/core/fund/state.ts";
import { rejection, type Rejection } from "@jointfund/core/governance/rejection.ts";
import type { Act } from "@jointfund/core/governance/statement.ts";
import { signatureChecks } from "../../application/signature-checks.ts";
import type { NewRequest } from "../../order-desk/order-request.ts";
import type { Office } from "../office.ts";

/** The act by which a distributor puts a request on record, received when it was asked. */
export function actOf(request: NewRequest): Pick<Act, "type" | "body"> {
  const { kind, unitClass, holder, askedAt: receivedAt } = request;
  const body = { class: unitClass, kind, holder, receivedAt };
  switch (kind) {
    case "subscription": {
      const { currency, minor } = request;
      return { type: "order.place", body: { ...body, currency, amount: minor.toString() } };
    }
    case "redemption":
      return {
        type: "order.place",
        body: { ...body, microUnits: request.microUnits.toString() },
      };
    case "cancellation":
      return { type: "order.cancel", body: { order: request.order, receivedAt } };
  }
}

/** Any officer of a party: which one of them it is makes no difference to an order. */
const officerOf = ({ officers }: FundState, party: string): string =>
  [...officers.values()].find((officer) => officer.party === party)?.id ?? "";

/**
 * What the fund's rules would say if the distributor signed the request now: a request that they
 * would refuse is not worth anyone's time (H54).
 */
export function checkRequest(
  { record, clock, fund }: Office,
  request: NewRequest,
): Result<undefined, Rejection> {
  const { state, size: index } = record.view;
  const { charter, today } = state;
  const { type, body } = actOf(request);
  const definition = catalogue.get(type);
  const rule = charter.acts[type];
  if (definition === undefined || rule === undefined) {
    return err(rejection("act_not_in_charter", "", { actual: type }));
  }
  const decoded = definition.decode(body);
  if (!decoded.ok) {
    return err(rejection("body_malformed", rule.clause, { findings: decoded.error }));
  }
  const act: Act = {
    ...{ type, body, charterVersion: charter.version, effectiveDate: today },
    ...{ proposer: officerOf(state, request.distributor), basis: "commercial" },
    ...{ reason: type, evidence: [] },
  };
  const inHand = { id: "", act, body: decoded.value, effectiveDate: today, clause: rule.clause };
  const refused = definition.check(state, inHand, {
    ...signatureChecks,
    ...{ recordedAt: clock.now(), index },
    blob: (hash) => fund.blob(hash),
    rootAt: (size) => fund.rootAt(size),
  });
  return refused === undefined ? ok(undefined) : err(refused);
}
