import type { LocalDate } from "../calendar/date.ts";
import type { Charter } from "../charter/charter.ts";
import type { Recorded } from "../fund/chronicle.ts";
import { vehicleOf } from "../fund/figures.ts";
import { postedDays } from "../fund/posted-days.ts";
import { PAID_IN_ACCOUNTS } from "./account-groups.ts";
import { unitDays, type Holdings } from "./unit-holdings.ts";

type Movement = { readonly on: LocalDate; readonly holder: string; readonly amount: bigint };

/**
 * What the results of a vehicle are shared by on a day [ST31]: units of its classes, which rank
 * equally, or, in a vehicle that has issued none, what each owner has paid in. What was earned or
 * spent before anyone held anything is shared by what the first holders had on their first day.
 */
export class Stakes {
  readonly #movements: readonly Movement[];
  readonly #byDay = new Map<LocalDate, Holdings>();

  constructor(
    charter: Charter,
    chronicle: Pick<Recorded, "postings" | "acts" | "unitMovements">,
    vehicle: string,
  ) {
    const units = unitMovements(charter, chronicle, vehicle);
    const movements = units.length > 0 ? units : paidIn(charter, chronicle, vehicle);
    this.#movements = movements.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  }

  /** What each holder had at the end of the day, in order of holder; nothing if nobody ever had. */
  on(day: LocalDate): Holdings {
    const known = this.#byDay.get(day);
    if (known !== undefined) return known;
    const held = this.#heldOn(day);
    const stakes = held.size > 0 ? held : this.#firstAfter(day);
    this.#byDay.set(day, stakes);
    return stakes;
  }

  #firstAfter(day: LocalDate): Holdings {
    const days = new Set(this.#movements.map(({ on }) => on).filter((on) => on > day));
    for (const on of days) {
      const held = this.#heldOn(on);
      if (held.size > 0) return held;
    }
    return new Map();
  }

  #heldOn(day: LocalDate): Holdings {
    const held = new Map<string, bigint>();
    for (const { on, holder, amount } of this.#movements) {
      if (on <= day) held.set(holder, (held.get(holder) ?? 0n) + amount);
    }
    return new Map(
      [...held].filter(([, amount]) => amount > 0n).toSorted(([a], [b]) => (a < b ? -1 : 1)),
    );
  }
}

function unitMovements(
  charter: Charter,
  chronicle: Pick<Recorded, "unitMovements">,
  vehicle: string,
): readonly Movement[] {
  const classes = charter.classes.filter((of) => of.vehicle === vehicle).map(({ id }) => id);
  return [...unitDays(chronicle)].flatMap(({ on, unitClass, holder, microUnits }) =>
    classes.includes(unitClass) ? [{ on, holder, amount: microUnits }] : [],
  );
}

function paidIn(
  charter: Charter,
  chronicle: Pick<Recorded, "postings" | "acts">,
  vehicle: string,
): readonly Movement[] {
  const accounts: readonly string[] = PAID_IN_ACCOUNTS;
  const { currency } = vehicleOf(charter, vehicle);
  return postedDays(chronicle, vehicle).flatMap(({ on, lines }) =>
    [...lines].flatMap((line): Movement[] => {
      if (!accounts.includes(line.account) || line.currency !== currency) return [];
      return [{ on, holder: line.subject, amount: -line.minor }];
    }),
  );
}
