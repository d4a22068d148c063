import { Followed } from "../base/followed.ts";
import type { LocalDate } from "../calendar/date.ts";
import type { Charter } from "../charter/charter.ts";
import type { Recorded, UnitMovement } from "../fund/chronicle.ts";

/** Micro-units by holder, in order of holder id; none that is nothing. */
export type Holdings = ReadonlyMap<string, bigint>;

/** Units of a class that came to a holder, or with a minus left it, on a business day. */
type UnitDay = Omit<UnitMovement, "entry" | "microUnits"> & { microUnits: bigint };

const daysOf = new Followed<UnitMovement, Map<string, UnitDay>>(
  () => new Map(),
  (days, { on, unitClass, holder, microUnits }) => {
    const key = `${microUnits > 0n ? "+" : "-"}${on}/${unitClass}/${holder}`;
    const day = days.get(key);
    if (day === undefined) days.set(key, { on, unitClass, holder, microUnits });
    else day.microUnits += microUnits;
  },
);

/** Movements of units added up by business day. */
export const unitDays = ({
  unitMovements,
}: Pick<Recorded, "unitMovements">): Iterable<Omit<UnitMovement, "entry">> =>
  daysOf.of(unitMovements).values();

/** Who held how much of a class at the end of a day, by the dates of the acts that moved units. */
export function holdingsOfClass(
  chronicle: Pick<Recorded, "unitMovements">,
  unitClass: string,
  on: LocalDate,
): Holdings {
  return summed(chronicle, on, (of) => of === unitClass);
}

/** The same of all classes of a vehicle together, whose units rank equally. */
export function holdingsOfVehicle(
  charter: Charter,
  chronicle: Pick<Recorded, "unitMovements">,
  of: { readonly vehicle: string; readonly on: LocalDate },
): Holdings {
  const classes = charter.classes.filter(({ vehicle }) => vehicle === of.vehicle);
  return summed(chronicle, of.on, (unitClass) => classes.some(({ id }) => id === unitClass));
}

function summed(
  { unitMovements }: Pick<Recorded, "unitMovements">,
  to: LocalDate,
  counts: (unitClass: string) => boolean,
): Holdings {
  const held = new Map<string, bigint>();
  for (const { on, unitClass, holder, microUnits } of unitDays({ unitMovements })) {
    if (on > to || !counts(unitClass)) continue;
    held.set(holder, (held.get(holder) ?? 0n) + microUnits);
  }
  return new Map(
    [...held].filter(([, units]) => units !== 0n).toSorted(([a], [b]) => (a < b ? -1 : 1)),
  );
}

export function totalOf(holdings: ReadonlyMap<string, bigint>): bigint {
  let total = 0n;
  for (const amount of holdings.values()) total += amount;
  return total;
}
