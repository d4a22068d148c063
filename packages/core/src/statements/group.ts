import type { Charter, Vehicle } from "../charter/charter.ts";
import { mainVehicle } from "../fund/figures.ts";
import type { FundState } from "../fund/state.ts";
import { paymentsBetween } from "../ledger/payment.ts";

/** The names under which one book keeps what it has to do with another vehicle. */
export type GroupSide = { readonly vehicle: string; readonly subjects: readonly string[] };

/** Two vehicles of a group, the holder first. */
export type GroupLink = {
  /** "<holder>/<held>" */
  readonly id: string;
  readonly sides: readonly [holder: GroupSide, held: GroupSide];
};

/** The main vehicle and those that it holds, directly or through others, in the charter's order. */
export function groupOf(charter: Charter): readonly Vehicle[] {
  const group = new Set([mainVehicle(charter).id]);
  for (let before = 0; before < group.size;) {
    before = group.size;
    for (const { id, owners = [] } of charter.vehicles) {
      if (owners.some(({ vehicle }) => group.has(vehicle))) group.add(id);
    }
  }
  return charter.vehicles.filter(({ id }) => group.has(id));
}

/**
 * Who of a group holds whom, and how their books name each other: a held vehicle knows its holder
 * by the holder's id, the holder knows it by its own id and by the investments that it paid into
 * it.
 */
export function linksOf({
  charter,
  payments,
}: Pick<FundState, "charter" | "payments">): readonly GroupLink[] {
  const group = groupOf(charter);
  return group.flatMap(({ id: held, owners = [] }) =>
    owners
      .filter(({ vehicle }) => group.some(({ id }) => id === vehicle))
      .map(({ vehicle: holder }): GroupLink => {
        const named = new Set([held]);
        for (const { vehicle, subject, into } of paymentsBetween(payments)) {
          if (vehicle === holder && into?.vehicle === held) named.add(subject);
        }
        return {
          id: `${holder}/${held}`,
          sides: [
            { vehicle: holder, subjects: [...named] },
            { vehicle: held, subjects: [holder] },
          ],
        };
      }),
  );
}
