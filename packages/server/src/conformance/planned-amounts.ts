import { assert } from "@jointfund/core/base/assert.ts";
import { fiscalYearOf } from "@jointfund/core/calendar/fiscal-year.ts";
import { addDays, type LocalDate } from "@jointfund/core/calendar/date.ts";
import type { Charter } from "@jointfund/core/charter/charter.ts";
import { charterRatio, minorOf } from "@jointfund/core/fund/terms.ts";
import { windowEnd } from "@jointfund/core/governance/window.ts";
import type { CalledClass } from "@jointfund/projection/assumptions/assumptions.ts";
import { calledIn } from "./class-acts.ts";
import { CALLED_FOR, type CalledFor, type Path } from "./path-steps.ts";
import type { Call, Expense, Planned } from "./replay.ts";
import { WholeAmounts } from "./whole-amounts.ts";

/**
 * Days before the opening on which the fund is founded, and on which it is ready to be called for.
 */
const FOUNDED_BEFORE = 120;
const READY_BEFORE = 100;

/**
 * Minor units that a call or a drawing asks for besides. A path holds the fund's least cash to the
 * last unit; what is cut to whole units must never leave the fund below it [PJ103].
 */
export const BESIDES = 20n;

export const foundedOn = ({ opens }: Path): LocalDate => daysFrom(opens, -FOUNDED_BEFORE);
export const readyOn = ({ opens }: Path): LocalDate => daysFrom(opens, -READY_BEFORE);

export function daysFrom(date: LocalDate, days: number): LocalDate {
  const moved = addDays(date, days);
  assert(moved.ok, `a replay stays within the calendar, ${days} days from ${date}`);
  return moved.value;
}

/** Cuts what has to be agreed ahead: calls, milestones, values, issues of bonds [PJ102]. */
export function plannedAmounts(charter: Charter, path: Path): Planned {
  const whole = new WholeAmounts();
  const ids = path.assumptions.projects.map(({ id }) => id);
  const ofProjects = (amountOf: (step: number, id: string) => bigint) =>
    new Map(ids.map((id) => [id, path.steps.map((_, step) => amountOf(step, id))]));
  const classCalls = classCallsOf(path, whole);
  return {
    ...{ whole, classCalls },
    calls: callsOf(charter, path, { whole, classCalls }),
    issued: path.steps.map(({ on }) => issueDay(charter, path, on)),
    draws: ofProjects((step, id) =>
      whole.take(`drawn:${id}`, path.steps[step]!.drawn.get(id) ?? 0),
    ),
    values: ofProjects((step, id) => BigInt(Math.round(path.steps[step]!.valued.get(id) ?? 0))),
    expenses: expensesOf(path, whole),
    bonds: path.steps.map(({ bondsIssued }) => whole.take("bonds", bondsIssued)),
  };
}

function classCallsOf(path: Path, whole: WholeAmounts): Planned["classCalls"] {
  const amountsOf = ({ id }: CalledClass): readonly bigint[] =>
    path.steps.map(({ classPaid }) => whole.take(`called:${id}`, classPaid.get(id) ?? 0));
  return new Map(calledIn(path).map((opened) => [opened.id, amountsOf(opened)]));
}

function callsOf(
  charter: Charter,
  path: Path,
  { whole, classCalls }: Pick<Planned, "whole" | "classCalls">,
): readonly Call[] {
  const room = new CallRoom(charter);
  const shares = Object.entries(charter.capital.shares);
  return path.steps.map(({ called, on }, index) => {
    const first = CALLED_FOR.find((why) => called[why] >= 1);
    room.openYear(on);
    for (const amounts of classCalls.values()) room.leaveTo(amounts[index]!);
    return new Map(
      shares.map(([party, text]) => {
        const { num, den } = charterRatio(text);
        const parts = CALLED_FOR.map((why) => {
          const amount = (called[why] * Number(num)) / Number(den);
          const besides = why === first ? (BESIDES * num) / den : 0n;
          return [why, room.take(party, whole.take(`called:${party}`, amount) + besides)] as const;
        });
        return [party, Object.fromEntries(parts) as Record<CalledFor, bigint>];
      }),
    );
  });
}

/** What may still be called: a path calls all of it, to which nothing can be added. */
class CallRoom {
  readonly #charter: Charter;
  readonly #promised = new Map<string, bigint>();
  readonly #ofYear = new Map<string, bigint>();
  #year = "";

  constructor(charter: Charter) {
    this.#charter = charter;
    const { currency, initial, shares } = charter.capital;
    for (const [party, text] of Object.entries(shares)) {
      this.#promised.set(party, shareOf(minorOf(currency, initial), text));
    }
  }

  /** The yearly cap begins anew with its fiscal year. */
  openYear(on: LocalDate): void {
    const { calendars, capital } = this.#charter;
    const cap = capital.yearlyCap;
    const terms = cap && calendars.fiscal[cap.fiscalYear];
    if (cap === undefined || terms === undefined) return;
    const year = fiscalYearOf({ calendarId: cap.fiscalYear, ...terms }, on);
    assert(year.ok, `${on} is in a fiscal year`);
    if (year.value.label === this.#year) return;
    this.#year = year.value.label;
    const most = minorOf(capital.currency, cap.amount);
    for (const [party, text] of Object.entries(capital.shares)) {
      this.#ofYear.set(party, shareOf(most, text));
    }
  }

  /** What others are called for counts within the yearly cap. */
  leaveTo(others: bigint): void {
    for (const [party, text] of Object.entries(this.#charter.capital.shares)) {
      const ofYear = this.#ofYear.get(party);
      if (ofYear !== undefined) this.#ofYear.set(party, ofYear - shareOf(others, text));
    }
  }

  take(party: string, wanted: bigint): bigint {
    const promised = this.#promised.get(party) ?? 0n;
    const ofYear = this.#ofYear.get(party) ?? promised;
    const room = promised < ofYear ? promised : ofYear;
    const taken = wanted < room ? wanted : room;
    this.#promised.set(party, promised - taken);
    this.#ofYear.set(party, ofYear - taken);
    return taken;
  }
}

const shareOf = (minor: bigint, share: string): bigint => {
  const { num, den } = charterRatio(share);
  return (minor * num) / den;
};

/** What is spent first is paid first; an expense is paid whole, so that it is spent in parts. */
function expensesOf({ steps }: Path, whole: WholeAmounts): readonly Expense[] {
  const open = steps.map(({ expenses }, spent) => ({ spent, left: expenses }));
  const parts: { spent: number; paid?: number; amount: number }[] = [];
  for (const [paid, { expensesPaid }] of steps.entries()) {
    let left = expensesPaid;
    for (const each of open.slice(0, paid + 1)) {
      const amount = Math.min(each.left, left);
      // Less than a minor unit is what doubles lose.
      if (amount < 1) continue;
      parts.push({ spent: each.spent, paid, amount });
      each.left -= amount;
      left -= amount;
    }
  }
  for (const { spent, left } of open) if (left >= 1) parts.push({ spent, amount: left });
  return parts
    .toSorted((a, b) => a.spent - b.spent)
    .map(({ amount, ...when }) => ({ ...when, minor: whole.take("expenses", amount) }));
}

/**
 * The last day before the due date that gives the charter's notice, of those that anything is on.
 */
function issueDay(charter: Charter, path: Path, due: LocalDate): LocalDate | undefined {
  const days = [readyOn(path), path.opens, ...path.steps.map(({ on }) => on)];
  return days.findLast((day) => {
    const earliest = windowEnd(charter, day, charter.capital.callNotice);
    return day < due && earliest.ok && earliest.value <= due;
  });
}

/** The first day on which a call is due that no day of the replay gives its notice for [PJ101]. */
export function dueWithoutNotice(charter: Charter, path: Path): LocalDate | undefined {
  return path.steps.find(
    ({ on, called }) =>
      CALLED_FOR.some((why) => called[why] > 0) && issueDay(charter, path, on) === undefined,
  )?.on;
}
