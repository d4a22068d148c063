import { assert } from "@jointfund/core/base/assert.ts";
import { addDays, type LocalDate } from "@jointfund/core/calendar/date.ts";
import type { Charter } from "@jointfund/core/charter/charter.ts";
import { charterRatio } from "@jointfund/core/fund/terms.ts";
import { windowEnd } from "@jointfund/core/governance/window.ts";
import { CALLED_FOR, type CalledFor, type Path } from "./path-steps.ts";
import type { Call, Planned } from "./replay.ts";
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
  return {
    whole,
    calls: callsOf(charter, path, whole),
    issued: path.steps.map(({ on }) => issueDay(charter, path, on)),
    draws: ofProjects((step, id) =>
      whole.take(`drawn:${id}`, path.steps[step]!.drawn.get(id) ?? 0),
    ),
    values: ofProjects((step, id) => BigInt(Math.round(path.steps[step]!.valued.get(id) ?? 0))),
    bonds: path.steps.map(({ bondsIssued }) => whole.take("bonds", bondsIssued)),
  };
}

function callsOf(charter: Charter, path: Path, whole: WholeAmounts): readonly Call[] {
  const shares = Object.entries(charter.capital.shares);
  return path.steps.map(({ called }) => {
    const first = CALLED_FOR.find((part) => called[part] >= 1);
    return new Map(
      shares.map(([party, text]) => {
        const { num, den } = charterRatio(text);
        const parts = CALLED_FOR.map((part) => {
          const amount = (called[part] * Number(num)) / Number(den);
          const besides = part === first ? (BESIDES * num) / den : 0n;
          return [part, whole.take(`called:${party}`, amount) + besides] as const;
        });
        return [party, Object.fromEntries(parts) as Record<CalledFor, bigint>];
      }),
    );
  });
}

/**
 * The last day before the due date that gives the charter's notice, of those that anything is on.
 */
function issueDay(charter: Charter, path: Path, due: LocalDate): LocalDate {
  const days = [readyOn(path), path.opens, ...path.steps.map(({ on }) => on)];
  const timely = days.filter((day) => {
    const earliest = windowEnd(charter, day, charter.capital.callNotice);
    return day < due && earliest.ok && earliest.value <= due;
  });
  const last = timely.at(-1);
  assert(last !== undefined, `a call due on ${due} can be issued in time`);
  return last;
}
