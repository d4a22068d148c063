import assert from "node:assert/strict";
import { test } from "node:test";
import { PersistentMap } from "../../src/base/persistent-map.ts";
import { Ratio } from "../../src/base/ratio.ts";
import { localDate } from "../../src/calendar/date.ts";
import type { Vehicle, VehicleKind } from "../../src/charter/charter.ts";
import { ownedShare, type Group } from "../../src/investments/ownership.ts";
import type { Investment, Investments } from "../../src/investments/state.ts";

const ON = localDate("2026-01-05");

const vehicle = (id: string, kind: VehicleKind, ...owners: readonly string[]): Vehicle => ({
  ...{ id, clause: "4.1", kind, name: { en: id }, currency: "USD" },
  owners: owners.map((owner) => ({ vehicle: owner })),
});

/** A holding: what its vehicle has funded of the equity, and what another owner has. */
function holding(holder: string, into: string, own: bigint, other: bigint): Investment {
  const stake = { instrument: "equity" as const, traded: Ratio.zero };
  const id = `${holder}-${into}`;
  return {
    ...{ id, name: { en: id }, vehicle: holder, into, instrument: "equity", currency: "USD" },
    ...{ sector: "power", geography: "US", parties: [], milestones: [], status: "closed" },
    ...{ recommendedBy: "m-1", cost: own, relieved: 0n },
    capTable: {
      stakes: [
        { ...stake, holder, committed: own, funded: own },
        { ...stake, holder: "sponsor", committed: other, funded: other },
      ],
      overruns: [],
    },
  };
}

const group = (vehicles: readonly Vehicle[], ...held: readonly Investment[]): Group => {
  let investments: Investments = PersistentMap.empty;
  for (const investment of held) investments = investments.set(investment.id, investment);
  return { vehicles, investments };
};

test("[IN16] shares multiply along the way from a vehicle to the one that it holds below", () => {
  const pooled = group(
    [
      vehicle("fund", "fund"),
      vehicle("umbrella", "umbrella", "fund"),
      vehicle("site", "project", "umbrella"),
    ],
    holding("fund", "umbrella", 3n, 1n),
    holding("umbrella", "site", 2n, 4n),
  );
  assert.deepEqual(ownedShare(pooled, "fund", "umbrella", ON), Ratio.make(3n, 4n));
  assert.deepEqual(ownedShare(pooled, "umbrella", "site", ON), Ratio.make(1n, 3n));
  assert.deepEqual(ownedShare(pooled, "fund", "site", ON), Ratio.make(1n, 4n));
  assert.deepEqual(ownedShare(pooled, "site", "fund", ON), Ratio.zero);
  assert.deepEqual(ownedShare(pooled, "fund", "fund", ON), Ratio.one);
});

test("[IN16] a vehicle into which nobody has invested is its only owner's", () => {
  const made = group([
    vehicle("fund", "fund"),
    vehicle("second", "fund"),
    vehicle("site", "project", "fund"),
    vehicle("shared", "project", "fund", "second"),
  ]);
  assert.deepEqual(ownedShare(made, "fund", "site", ON), Ratio.one);
  assert.deepEqual(ownedShare(made, "second", "site", ON), Ratio.zero);
  assert.deepEqual(ownedShare(made, "fund", "shared", ON), Ratio.zero);
  assert.deepEqual(ownedShare(made, "fund", "unheard-of", ON), Ratio.zero);
});
