import { canonicalText, hashCanonical, type Json } from "../base/canonical.ts";
import { assert } from "../base/assert.ts";
import type { CapitalEvent } from "../capital/events.ts";
import type { ChargeEvent } from "../dealing/charges.ts";
import type { ClassEvent } from "../dealing/class-register.ts";
import type { OrderEvent } from "../dealing/orders.ts";
import type { SuspensionEvent } from "../dealing/suspensions.ts";
import type { NavEvent } from "../dealing/nav-strike.ts";
import type { DistributionEvent } from "../distributions/state.ts";
import type { WaterfallEvent } from "../distributions/waterfall-book.ts";
import type { RateEvent } from "../facilities/accrual.ts";
import type { CovenantEvent } from "../facilities/covenants.ts";
import type { FacilityEvent } from "../facilities/facility.ts";
import type { GuaranteeEvent } from "../facilities/guarantee.ts";
import type { GovernanceEvent } from "../governance/events.ts";
import type { RegisterEvent } from "../investments/registers.ts";
import type { InvestmentEvent } from "../investments/state.ts";
import type { HedgeEvent } from "../facilities/hedges.ts";
import type { BankEvent } from "../ledger/bank-record.ts";
import type { CorrectionEvent } from "../ledger/corrections.ts";
import type { ExchangeRateEvent } from "../ledger/exchange-rates.ts";
import type { LedgerEvent } from "../ledger/journal.ts";
import type { PaymentEvent } from "../ledger/payment.ts";
import type { PeriodEvent } from "../ledger/periods.ts";
import type { OversightEvent } from "../oversight/state.ts";
import type { TrustState } from "./state.ts";

/** What the record itself changes: trust in keys, seals, refusals, finality. */
export type RecordEvent =
  | { readonly kind: "founded"; readonly trust: TrustState }
  | { readonly kind: "refused"; readonly code: string; readonly clause: string }
  | { readonly kind: "sealed"; readonly size: number; readonly stateHash: string }
  | {
      readonly kind: "finalityReached";
      readonly size: number;
      readonly mirrors: readonly string[];
      readonly witnesses: readonly string[];
    };

export type FundEvent =
  | GovernanceEvent
  | RecordEvent
  | LedgerEvent
  | PaymentEvent
  | PeriodEvent
  | CorrectionEvent
  | ExchangeRateEvent
  | HedgeEvent
  | BankEvent
  | CapitalEvent
  | InvestmentEvent
  | RegisterEvent
  | NavEvent
  | DistributionEvent
  | WaterfallEvent
  | ChargeEvent
  | OrderEvent
  | SuspensionEvent
  | ClassEvent
  | FacilityEvent
  | RateEvent
  | GuaranteeEvent
  | CovenantEvent
  | OversightEvent;

/** Every change that one entry causes, in order; all of them happen or none (R12). */
export type Effects = readonly FundEvent[];

/** How many journal entries the effects hold already: the next one's number follows. */
export const postedCount = (effects: Effects): number =>
  effects.filter(({ kind }) => kind === "posted").length;

/**
 * A value of the state or of effects as canonical JSON: amounts become decimal text, maps become
 * objects, absent fields disappear.
 */
export function toJson(value: unknown): Json {
  switch (typeof value) {
    case "bigint":
      return value.toString();
    case "string":
    case "boolean":
    case "number":
      return value;
    case "object":
      break;
    default:
      assert(false, `no JSON for a ${typeof value}`);
  }
  if (value === null) return null;
  if (Array.isArray(value)) return value.map(toJson);
  const pairs = Symbol.iterator in value ? (value as Iterable<[string, unknown]>) : undefined;
  const json: { [key: string]: Json } = {};
  for (const [key, field] of pairs ?? Object.entries(value)) {
    if (field !== undefined) json[key] = toJson(field);
  }
  return json;
}

/**
 * What the hash of an event covers: all of it but documents that it names by their hash, an act by
 * its id and a charter by its own (R12).
 */
function hashed(event: FundEvent): Json {
  if ("act" in event) {
    const { act: _act, ...named } = event;
    return toJson(named);
  }
  if (event.kind === "charterInForce") {
    const { charter: _charter, ...named } = event;
    return toJson(named);
  }
  return toJson(event);
}

export function effectsHash(effects: Effects): string {
  return hashCanonical("jointfund/effects/v1", effects.map(hashed));
}

/** Canonical text of effects, for people and for `--json`. */
export function effectsText(effects: Effects): string {
  return canonicalText(toJson(effects));
}
