import type { Json, JsonPath } from "@jointfund/core/base/json.ts";
import { adjust, addBusinessDays } from "@jointfund/core/calendar/business-days.ts";
import {
  addDays,
  addMonths,
  endOfMonth,
  isEndOfMonth,
  type LocalDate,
} from "@jointfund/core/calendar/date.ts";
import type { Charter } from "@jointfund/core/charter/charter.ts";
import { businessCalendar } from "@jointfund/core/governance/window.ts";
import type { StepFinding } from "./check-scenario.ts";
import { EVERY, type ScenarioText, type StepText } from "./scenario-schema.ts";
import type { Step } from "./scenario.ts";

/** How often a block may come again. */
const OCCURRENCES_MAX = 2_000;

type Repeat = NonNullable<StepText["repeat"]>;

/**
 * The steps of a scenario in the order of their days: repeated blocks are written out, and what a
 * step leaves out is taken from the defaults of its act's type. Steps of one day keep the order in
 * which the file has them. All findings at once.
 */
export function expandSteps(
  scenario: ScenarioText,
  charter: Charter,
): { readonly steps: readonly Step[]; readonly findings: readonly StepFinding[] } {
  const expansion = new Expansion(scenario, charter);
  return expansion.run();
}

class Expansion {
  readonly #scenario: ScenarioText;
  readonly #charter: Charter;
  readonly #steps: Step[] = [];
  readonly #findings: StepFinding[] = [];

  constructor(scenario: ScenarioText, charter: Charter) {
    this.#scenario = scenario;
    this.#charter = charter;
  }

  run() {
    let last = "";
    for (const [index, step] of this.#scenario.steps.entries()) {
      const path: JsonPath = ["steps", index];
      if (step.repeat !== undefined) {
        this.#block(step, step.repeat, path);
        continue;
      }
      if (step.steps !== undefined) this.#found("missing_field", path, "repeat", "");
      if (step.after !== undefined) this.#found("unknown_field", [...path, "after"], "on", "");
      const { on } = step;
      if (on === undefined) {
        this.#found("missing_field", path, "on", "");
        continue;
      }
      if (on < last) this.#found("date_before_last_step", [...path, "on"], `${last} or later`, on);
      else last = on;
      this.#steps.push(this.#completed(step, on, path));
    }
    const steps = this.#steps.toSorted((a, b) => (a.on === b.on ? 0 : a.on < b.on ? -1 : 1));
    return { steps, findings: this.#findings };
  }

  #found(code: string, path: JsonPath, expected: string, actual: string): void {
    this.#findings.push({ code, path, expected, actual });
  }

  #block(block: StepText, repeat: Repeat, path: JsonPath): void {
    const others = Object.keys(block).filter((field) => field !== "repeat" && field !== "steps");
    for (const field of others) this.#found("unknown_field", [...path, field], "repeat|steps", "");
    const steps = (block.steps ?? []) as readonly StepText[];
    if (block.steps === undefined) this.#found("missing_field", path, "steps", "");
    for (const [index, { on, repeat: inner }] of steps.entries()) {
      const at: JsonPath = [...path, "steps", index];
      if (on !== undefined) this.#found("unknown_field", [...at, "on"], "after", "");
      if (inner !== undefined) this.#found("unknown_field", [...at, "repeat"], "", "");
    }
    if (!this.#isKnownCalendar(repeat, path)) return;
    if (repeat.until < repeat.from) {
      this.#found("repeat_ends_before_it_starts", [...path, "repeat", "until"], repeat.from, "");
      return;
    }
    const own = new Set(steps.map(({ as }) => as).filter((name) => name !== undefined));
    for (const turn of turnsOf(repeat)) {
      for (const [index, step] of steps.entries()) {
        const at: JsonPath = [...path, "steps", index];
        const on = this.#dayOf(turn.day, repeat, step.after ?? 0);
        if (on === undefined) this.#found("beyond_calendar", at, "", turn.day);
        else this.#steps.push(this.#completed(named(step, own, turn), on, at));
      }
    }
  }

  #isKnownCalendar({ calendar, move }: Repeat, path: JsonPath): boolean {
    if (calendar === undefined && move === undefined) return true;
    const calendars = Object.keys(this.#charter.calendars.business);
    if (calendar !== undefined && calendars.includes(calendar)) return true;
    const at: JsonPath = [...path, "repeat", ...(calendar === undefined ? [] : ["calendar"])];
    this.#found("unknown_calendar", at, calendars.join("|"), calendar ?? "");
    return false;
  }

  /** The day of a block, moved to a business day, and so many days of its calendar after it. */
  #dayOf(day: LocalDate, repeat: Repeat, after: number): LocalDate | undefined {
    if (repeat.calendar === undefined) {
      const later = addDays(day, after);
      return later.ok ? later.value : undefined;
    }
    const calendar = businessCalendar(this.#charter, repeat.calendar);
    const moved = adjust(calendar, day, repeat.move ?? "following");
    if (!moved.ok) return undefined;
    const later = addBusinessDays(calendar, moved.value, after);
    return later.ok ? later.value : undefined;
  }

  #completed(step: StepText, on: LocalDate, path: JsonPath): Step {
    const type = typeOf(step);
    const defaults = type === undefined ? undefined : this.#scenario.defaults?.[type];
    const { after: _after, repeat: _repeat, steps: _steps, ...said } = step;
    return { ...defaults, ...said, on, path };
  }
}

/** The type whose defaults a step takes. */
function typeOf({ propose, report, pay, receive }: StepText): string | undefined {
  if (pay !== undefined) return "payment.release";
  return receive === undefined ? (propose ?? report) : "capital.receive";
}

/** A block that starts on the last day of a month comes on the last day of each. */
function daysOf({ every, from, until }: Repeat): readonly LocalDate[] {
  const days: LocalDate[] = [];
  for (let count = 0; count < OCCURRENCES_MAX; count++) {
    const day = addMonths(from, count * EVERY[every]);
    if (!day.ok) break;
    const on = isEndOfMonth(from) ? endOfMonth(day.value) : day.value;
    if (on > until) break;
    days.push(on);
  }
  return days;
}

/** One coming of a block: its day, and of its list one. */
type Turn = { readonly day: LocalDate; readonly each?: string };

function turnsOf(repeat: Repeat): readonly Turn[] {
  const days = daysOf(repeat);
  const { each } = repeat;
  if (each === undefined) return days.map((day) => ({ day }));
  return days.flatMap((day) => each.map((item) => ({ day, each: item })));
}

/**
 * A step of a block on one of its turns: the names that the block gives get the turn behind them,
 * and `{date}`, `{year}`, `{previousYear}` and `{each}` stand for its day, the day's year, the year
 * before, and its one of the list.
 */
function named(step: StepText, own: ReadonlySet<string>, turn: Turn): StepText {
  const { day, each } = turn;
  const mark = each === undefined ? `.${day}` : `.${each}.${day}`;
  const filled = (text: string): string => {
    const referring = text.replace(REFERENCES, (whole, name: string) =>
      own.has(name) ? `$${name}${mark}` : whole,
    );
    const year = Number(day.slice(0, 4));
    const dated = referring
      .replaceAll("{date}", day)
      .replaceAll("{year}", `${year}`)
      .replaceAll("{previousYear}", `${year - 1}`);
    return each === undefined ? dated : dated.replaceAll("{each}", each);
  };
  const written = eachText(step as unknown as Json, filled) as unknown as StepText;
  const { as, like } = step;
  return {
    ...written,
    ...(as === undefined ? {} : { as: as + mark }),
    ...(like !== undefined && own.has(like) ? { like: like + mark } : {}),
  };
}

const REFERENCES = /\$([A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?)/g;

function eachText(json: Json, change: (text: string) => string): Json {
  if (typeof json === "string") return change(json);
  if (typeof json !== "object" || json === null) return json;
  if (Array.isArray(json)) return (json as readonly Json[]).map((item) => eachText(item, change));
  return Object.fromEntries(
    Object.entries(json).map(([field, value]) => [field, eachText(value, change)]),
  );
}
