import { beginningOf, Followed } from "../base/followed.ts";
import type { LocalDate } from "../calendar/date.ts";
import { datedOf } from "../calendar/dated-list.ts";
import { DatedSums, inOrderOfDays, upTo, type Span } from "../calendar/dated-sums.ts";
import type { Charter } from "../charter/charter.ts";
import type { Recorded, UnitMovement } from "../fund/chronicle.ts";

/** Micro-units by holder, in order of holder id; none that is nothing. */
export type Holdings = ReadonlyMap<string, bigint>;

/** Units that came to a holder, or with a minus left it. */
export type UnitsMoved = { readonly holder: string; readonly microUnits: bigint };

/** By holder, and "+" or "-" before it; what is in it is never changed, only replaced. */
type Moved = Map<string, UnitsMoved>;

type Classes = Map<string, DatedSums<Moved>>;

const daysKept = new Followed<UnitMovement, Classes>(
  () => new Map(),
  (classes, { on, unitClass, holder, microUnits }) => {
    let days = classes.get(unitClass);
    if (days === undefined) {
      days = new DatedSums<Moved>(
        () => new Map(),
        (moved) => new Map(moved),
      );
      classes.set(unitClass, days);
    }
    const key = `${microUnits > 0n ? "+" : "-"}${holder}`;
    for (const moved of days.of(on)) {
      const before = moved.get(key)?.microUnits ?? 0n;
      moved.set(key, { holder, microUnits: before + microUnits });
    }
  },
  (classes) => new Map([...classes].map(([unitClass, days]) => [unitClass, days.copy()])),
);

type Movements = Pick<Recorded, "unitMovements">;

/** The sums of a class and the days that are asked for, of a list of some days no others. */
function daysOf(
  { unitMovements }: Movements,
  unitClass: string,
  span: Span,
): { readonly layers: readonly DatedSums<Moved>[]; readonly span: Span } {
  const dated = datedOf(unitMovements);
  const kept = daysKept.layersOf(dated?.whole ?? unitMovements);
  const layers = kept.flatMap((classes) => classes.get(unitClass) ?? []);
  return { layers, span: dated === undefined ? span : upTo(span, dated.last) };
}

/** Movements of the units of a class, added up over a span of days. */
export function unitsWithin(
  movements: Movements,
  unitClass: string,
  asked: Span,
): readonly UnitsMoved[] {
  const { layers, span } = daysOf(movements, unitClass, asked);
  return layers.flatMap((days) => [...days.within(span)].flatMap(({ sum }) => [...sum.values()]));
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
export function movementsOfHolder(
  { unitMovements }: Movements,
  { unitClass, holder }: { readonly unitClass: string; readonly holder: string },
): readonly UnitMovement[] {
  const dated = datedOf(unitMovements);
  if (dated !== undefined) {
    const all = movementsOfHolder({ unitMovements: dated.whole }, { unitClass, holder });
    return all.filter(({ on }) => on <= dated.last);
  }
  const name = `${unitClass}/${holder}`;
  const whole = beginningOf(unitMovements)?.whole;
  if (whole === undefined) return listsOf.of(unitMovements).get(name) ?? [];
  const last = unitMovements.at(-1)?.entry ?? -1;
  return (listsOf.of(whole).get(name) ?? []).filter(({ entry }) => entry <= last);
}

/**
 * The days on which units of a class moved, in order, as far as somebody asks; one may come twice
 * where the record goes on from another.
 */
export function* unitDays(
  movements: Movements,
  unitClass: string,
  asked: Span = {},
): Generator<{ readonly on: LocalDate; readonly moved: Iterable<UnitsMoved> }> {
  const { layers, span } = daysOf(movements, unitClass, asked);
  for (const { on, sum } of inOrderOfDays(layers.map((of) => of.days(span))))
    yield { on, moved: sum.values() };
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
