import { ok } from "../../base/result.ts";
import type { Vehicle } from "../../charter/charter.ts";
import { rejection, type Rejection } from "../../governance/rejection.ts";
import { balanceOf, trialBalance } from "../../ledger/journal.ts";
import { kindOfAccount } from "../../ledger/accounts.ts";
import { findCurrency } from "../../money/currency.ts";
import { defineAct } from "../act-definition.ts";
import {
  vehicleCreateSchema,
  vehicleDissolveSchema,
  type VehicleCreateBody,
} from "../bodies/vehicles.ts";
import type { FundState } from "../state.ts";
import { findDistributionTerms } from "../terms.ts";

/** Whether the vehicle may stand where it is put: a project below a fund or an umbrella. */
function checkOwner(
  state: FundState,
  { kind, owner: id }: VehicleCreateBody,
  clause: string,
): Rejection | undefined {
  const owner = state.charter.vehicles.find((each) => each.id === id);
  if (owner === undefined) return rejection("vehicle_unknown", clause, { actual: id });
  if (owner.dissolvedOn !== undefined) {
    return rejection("vehicle_dissolved", clause, { actual: id, on: owner.dissolvedOn });
  }
  const required = kind === "project" ? ["fund", "umbrella"] : ["fund"];
  if (required.includes(owner.kind)) return undefined;
  return rejection("owner_of_other_kind", clause, { actual: owner.kind, required });
}

/** A special-purpose vehicle of a project, or an umbrella over several: a new book. */
export const vehicleCreate = defineAct({
  type: "vehicle.create",
  nature: "decision",
  schema: vehicleCreateSchema,
  check(state, { body, clause }) {
    const { charter } = state;
    const taken = [...charter.vehicles, ...charter.parties].map(({ id }) => id);
    if (taken.includes(body.vehicle)) {
      return rejection("vehicle_exists", clause, { actual: body.vehicle });
    }
    const missing = charter.languages.some((language) => body.name[language] === undefined);
    if (missing) {
      return rejection("text_missing_in_language", clause, {
        actual: Object.keys(body.name),
        required: charter.languages,
      });
    }
    if (!findCurrency(body.currency).ok) {
      return rejection("currency_unknown", clause, { actual: body.currency });
    }
    const refusal = checkOwner(state, body, clause);
    if (refusal !== undefined) return refusal;
    if (findDistributionTerms(charter, { id: body.vehicle, kind: body.kind }) !== undefined) {
      return undefined;
    }
    return rejection("distribution_terms_missing", clause, { actual: body.kind });
  },
  effects(_state, { body, clause }) {
    const { vehicle: id, kind, name, currency, owner } = body;
    const vehicle: Vehicle = { id, clause, kind, name, currency, owners: [{ vehicle: owner }] };
    return ok([{ kind: "scheduleExtended", vehicle }]);
  },
});

/** What still keeps a vehicle: balances of assets and liabilities, holdings, promises, payments. */
function remainsOf(state: FundState, vehicle: string): readonly string[] {
  const remains = new Set<string>();
  for (const line of trialBalance(state.ledger)) {
    if (line.vehicle !== vehicle || remains.has(line.account)) continue;
    const { account, currency } = line;
    const isOpen = ["asset", "liability", "memo"].includes(kindOfAccount(account));
    if (isOpen && balanceOf(state.ledger, line) !== 0n) remains.add(`${account} ${currency}`);
  }
  for (const { id, into, vehicle: holder, status } of state.investments.values()) {
    const isOpen = status !== "disposed" && status !== "writtenOff";
    if (isOpen && (into === vehicle || holder === vehicle)) remains.add(id);
  }
  for (const { id, owners = [], dissolvedOn } of state.charter.vehicles) {
    const isBelow = owners.some((owner) => owner.vehicle === vehicle);
    if (isBelow && dissolvedOn === undefined) remains.add(id);
  }
  return [...remains];
}

/** The end of a vehicle that was made by an act, once nothing is left in it. */
export const vehicleDissolve = defineAct({
  type: "vehicle.dissolve",
  nature: "decision",
  schema: vehicleDissolveSchema,
  check(state, { body, clause }) {
    const vehicle = state.schedules.vehicles.find(({ id }) => id === body.vehicle);
    if (vehicle === undefined) {
      return rejection("vehicle_not_in_schedule", clause, { actual: body.vehicle });
    }
    if (vehicle.dissolvedOn !== undefined) {
      const { dissolvedOn: on } = vehicle;
      return rejection("vehicle_dissolved", clause, { actual: body.vehicle, on });
    }
    const remains = remainsOf(state, body.vehicle);
    if (remains.length === 0) return undefined;
    return rejection("vehicle_not_empty", clause, { vehicle: body.vehicle, actual: remains });
  },
  effects: (state, { body }) =>
    ok([{ kind: "vehicleDissolved", vehicle: body.vehicle, on: state.today }]),
});
