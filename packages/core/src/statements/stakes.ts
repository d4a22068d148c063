import { addDays, compareDates, LAST_DATE, type LocalDate } from "../calendar/date.ts";
import type { Span } from "../calendar/dated-sums.ts";
import type { Charter } from "../charter/charter.ts";
import type { Recorded } from "../fund/chronicle.ts";
import { vehicleOf } from "../fund/figures.ts";
import { postedDays, postedWithin, type PostedDay } from "../fund/posted-days.ts";
import { PAID_IN_ACCOUNTS } from "./account-groups.ts";
import { unitDays, unitsWithin, type Holdings } from "./unit-holdings.ts";

type Rows = Pick<Recorded, "postings" | "acts" | "unitMovements">;

/** Units that came to a holder, or what it paid in; with a minus what left it. */
type Moved = { readonly holder: string; readonly amount: bigint };

/** What moved stakes: over a span of days together, and the days on which anything did. */
type Movements = {
  readonly within: (span: Span) => Iterable<Moved>;
  readonly days: (span: Required<Span>) => Iterable<LocalDate>;
};

const EVER: Span = {};

/**
 * What the results of a vehicle are shared by on a day [ST31]: units of its classes, which rank
 * equally, or, in a vehicle that has issued none, what each owner has paid in. What was earned or
 * spent before anyone held anything is shared by what the first holders had on their first day.
 */
export class Stakes {
  readonly #movements: Movements;
  readonly #byDay = new Map<LocalDate, Holdings>();

  constructor(charter: Charter, chronicle: Rows, vehicle: string) {
    this.#movements = inUnits(charter, chronicle, vehicle) ?? paidIn(charter, chronicle, vehicle);
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
    const next = addDays(day, 1);
    if (!next.ok) return new Map();
    for (const on of this.#movements.days({ from: next.value, to: LAST_DATE })) {
      const held = this.#heldOn(on);
      if (held.size > 0) return held;
    }
    return new Map();
  }

  #heldOn(day: LocalDate): Holdings {
    const held = new Map<string, bigint>();
    for (const { holder, amount } of this.#movements.within({ to: day })) {
      held.set(holder, (held.get(holder) ?? 0n) + amount);
    }
    return new Map(
      [...held].filter(([, amount]) => amount > 0n).toSorted(([a], [b]) => (a < b ? -1 : 1)),
    );
  }
}

/** Nothing of a vehicle that has issued no units. */
function inUnits(charter: Charter, chronicle: Rows, vehicle: string): Movements | undefined {
  const classes = charter.classes.flatMap((of) => (of.vehicle === vehicle ? [of.id] : []));
  const firstIn = (span: Span): LocalDate | undefined =>
    classes
      .flatMap((id) => {
        const [first] = unitDays(chronicle, id, span);
        return first === undefined ? [] : [first.on];
      })
      .toSorted(compareDates)[0];
  if (firstIn(EVER) === undefined) return undefined;
  return {
    within: (span) =>
      classes.flatMap((id) =>
        unitsWithin(chronicle, id, span).map(({ holder, microUnits: amount }) => ({
          ...{ holder, amount },
        })),
      ),
    *days({ from, to }) {
      for (let on = firstIn({ from, to }); on !== undefined;) {
        yield on;
        const next = addDays(on, 1);
        on = next.ok ? firstIn({ from: next.value, to }) : undefined;
      }
    },
  };
}

function paidIn(charter: Charter, chronicle: Rows, vehicle: string): Movements {
  const accounts: readonly string[] = PAID_IN_ACCOUNTS;
  const { currency } = vehicleOf(charter, vehicle);
  const movedIn = ({ lines }: PostedDay): readonly Moved[] =>
    [...lines].flatMap(({ account, subject: holder, currency: of, minor }) =>
      accounts.includes(account) && of === currency ? [{ holder, amount: -minor }] : [],
    );
  return {
    within: (span) => [...postedWithin(chronicle, vehicle, span)].flatMap(movedIn),
    *days(span) {
      for (const day of postedDays(chronicle, vehicle, span)) {
        if (movedIn(day).length > 0) yield day.on;
      }
    },
  };
}
