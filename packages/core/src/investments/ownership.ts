import { Ratio } from "../base/ratio.ts";
import type { LocalDate } from "../calendar/date.ts";
import type { Vehicle } from "../charter/charter.ts";
import { equityShareOf } from "./cap-table.ts";
import type { Investment, Investments } from "./state.ts";

/** Who owns whom: the vehicles of the charter in force, and the investments of each in others. */
export type Group = {
  readonly vehicles: readonly Vehicle[];
  readonly investments: Investments;
};

/** The investment by which a vehicle is held; a vehicle is held by one investment at most [IN5]. */
export function investmentInto(investments: Investments, vehicle: string): Investment | undefined {
  for (const investment of investments.values()) {
    if (investment.into === vehicle) return investment;
  }
  return undefined;
}

/**
 * Share of the equity of a vehicle that its owner holds itself, exact. The only owner of a vehicle
 * into which nobody has invested yet holds the whole.
 */
function directShare(group: Group, owner: string, { id, owners = [] }: Vehicle, on: LocalDate) {
  const investment = investmentInto(group.investments, id);
  if (investment === undefined) return owners.length === 1 ? Ratio.one : Ratio.zero;
  return equityShareOf(investment.capTable, owner, on);
}

/**
 * Share of a vehicle that another holds through all vehicles between them on a day, exact: the
 * product along each way, added up [IN16]. Of itself every vehicle holds the whole.
 */
export function ownedShare(group: Group, holder: string, vehicle: string, on: LocalDate): Ratio {
  if (holder === vehicle) return Ratio.one;
  const held = group.vehicles.find(({ id }) => id === vehicle);
  let share = Ratio.zero;
  for (const owner of held?.owners ?? []) {
    const above = ownedShare(group, holder, owner.vehicle, on);
    if (held === undefined || Ratio.isZero(above)) continue;
    share = Ratio.add(share, Ratio.mul(above, directShare(group, owner.vehicle, held, on)));
  }
  return share;
}
