import { Followed } from "../base/followed.ts";
import type { LocalDate } from "../calendar/date.ts";
import { DatedSums, inOrderOfDays, type Span } from "../calendar/dated-sums.ts";
import type { Charter } from "../charter/charter.ts";
import type { Recorded, UnitMovement } from "../fund/chronicle.ts";

/** Micro-units by holder, in order of holder id; none that is nothing. */
export type Holdings = ReadonlyMap<string, bigint>;

/** Units that came to a holder, or with a minus left it. */
export type UnitsMoved = { readonly holder: string; readonly microUnits: bigint };

/** By holder, and "+" or "-" before it. */
type Moved = Map<string, { readonly holder: string; microUnits: bigint }>;

const daysOf = new Followed<UnitMovement, Map<string, DatedSums<Moved>>>(
  () => new Map(),
  (classes, { on, unitClass, holder, microUnits }) => {
    let days = classes.get(unitClass);
    if (days === undefined) classes.set(unitClass, (days = new DatedSums(() => new Map())));
    const key = `${microUnits > 0n ? "+" : "-"}${holder}`;
    for (const moved of days.of(on)) {
      const units = moved.get(key);
      if (units === undefined) moved.set(key, { holder, microUnits });
      else units.microUnits += microUnits;
    }
  },
);

type Movements = Pick<Recorded, "unitMovements">;

/** Movements of the units of a class, added up over a span of days. */
export function unitsWithin(
  { unitMovements }: Movements,
  unitClass: string,
  span: Span,
): readonly UnitsMoved[] {
  return daysOf.layersOf(unitMovements).flatMap((classes) => {
    const sums = classes.get(unitClass)?.within(span) ?? [];
    return [...sums].flatMap(({ sum }) => [...sum.values()]);
  });
}

/** Movements by "<class>/<holder>", in the order of the log. */
const listsOf = new Followed<UnitMovement, Map<string, UnitMovement[]>>(
  () => new Map(),
  (lists, movement) => {
    const name = `${movement.unitClass}/${movement.holder}`;
    const list = lists.get(name);
    if (list === undefined) lists.set(name, [movement]);
    else list.push(movement);
  },
);

/** Every movement of a holder's units of a class, in the order of the log. */
export const movementsOfHolder = (
  { unitMovements }: Movements,
  { unitClass, holder }: { readonly unitClass: string; readonly holder: string },
): readonly UnitMovement[] => listsOf.of(unitMovements).get(`${unitClass}/${holder}`) ?? [];

/**
 * The days on which units of a class moved, in order, as far as somebody asks; one may come twice
 * where the record goes on from another.
 */
export function* unitDays(
  { unitMovements }: Movements,
  unitClass: string,
  span: Span = {},
): Generator<{ readonly on: LocalDate; readonly moved: Iterable<UnitsMoved> }> {
  const layers = daysOf.layersOf(unitMovements).map((of) => of.get(unitClass)?.days(span) ?? []);
  for (const { on, sum } of inOrderOfDays(layers)) yield { on, moved: sum.values() };
}

/** Who held how much of a class at the end of a day, by the dates of the acts that moved units. */
export function holdingsOfClass(chronicle: Movements, unitClass: string, on: LocalDate): Holdings {
  return summed(unitsWithin(chronicle, unitClass, { to: on }));
}

/** The same of all classes of a vehicle together, whose units rank equally. */
export function holdingsOfVehicle(
  charter: Charter,
  chronicle: Movements,
  { vehicle, on: to }: { readonly vehicle: string; readonly on: LocalDate },
): Holdings {
  const classes = charter.classes.filter((of) => of.vehicle === vehicle);
  return summed(classes.flatMap(({ id }) => unitsWithin(chronicle, id, { to })));
}

function summed(movements: readonly UnitsMoved[]): Holdings {
  const held = new Map<string, bigint>();
  for (const { holder, microUnits } of movements) {
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
