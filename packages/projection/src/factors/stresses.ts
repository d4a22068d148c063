import { assert } from "@jointfund/core/base/assert.ts";
import type { Assumptions, StressEvent } from "../assumptions/assumptions.ts";
import { rate } from "../assumptions/rate-text.ts";
import { logarithm } from "../numeric/logarithm.ts";
import type { ProgramBuilder } from "../kernel/program-builder.ts";
import type { Num } from "../kernel/program.ts";
import type { FactorInputs, FactorRun } from "./factor-inputs.ts";

const named = (what: string): string => `stress.${what}`;

/** What stresses do in the step. One program does for every stress, none among them [PJ29]. */
export const stressSchedule = (builder: ProgramBuilder, what: string): Num =>
  builder.schedule(named(what));

/** The events of the run's stresses, stress after stress. */
function eventsOf({ stresses }: Assumptions, run: FactorRun): readonly StressEvent[] {
  return run.stresses.flatMap((id) => {
    const stress = stresses.find((each) => each.id === id);
    assert(stress !== undefined, `no stress ${id}`);
    return stress.events;
  });
}

/** At which step a quote is set to what; of two stresses the later one in the run's list counts. */
export function quoteEvents(
  assumptions: Assumptions,
  run: FactorRun,
  currency: string,
): ReadonlyMap<number, number> {
  return new Map(
    eventsOf(assumptions, run).flatMap((event) =>
      event.kind === "exchange" && event.currency === currency
        ? [[event.step, rate(event.rate)] as const]
        : [],
    ),
  );
}

/**
 * Events add up: log changes and rates are summed, income is multiplied, and who stops stays
 * stopped.
 */
export function stressInputs(assumptions: Assumptions, run: FactorRun, inputs: FactorInputs): void {
  const { steps } = run;
  const schedule = (what: string, neutral: number): Float64Array => {
    const known = inputs.schedules.get(named(what));
    const values = known ?? new Float64Array(steps).fill(neutral);
    inputs.schedules.set(named(what), values);
    return values;
  };
  const [market, income] = [schedule("market", 0), schedule("income", 1)];
  const [rates, nextRates] = [schedule("rates", 0), schedule("nextRates", 0)];
  for (const { sector } of assumptions.projects) schedule(`sector.${sector}`, 0);
  for (const party of Object.keys(assumptions.treasuries)) schedule(`pays.${party}`, 1);
  for (const event of eventsOf(assumptions, run)) {
    const last = "until" in event ? event.until : event.step;
    switch (event.kind) {
      case "market":
        addAt(market, event.step, logarithm(1 + rate(event.change)));
        break;
      case "sector":
        addAt(schedule(`sector.${event.sector}`, 0), event.step, logarithm(1 + rate(event.change)));
        break;
      case "rates":
        for (let step = event.step; step <= last; step++) {
          addAt(rates, step, rate(event.change));
          // What is in force as the next step begins.
          addAt(nextRates, step - 1, rate(event.change));
        }
        break;
      case "stops":
        schedule(`pays.${event.party}`, 1).fill(0, event.step);
        break;
      case "income":
        for (let step = event.step; step <= last && step < steps; step++) {
          income[step]! *= 1 + rate(event.change);
        }
        break;
      case "exchange":
        break;
    }
  }
}

/** Beyond the run's first or last step nothing happens. */
function addAt(values: Float64Array, step: number, amount: number): void {
  if (step >= 0 && step < values.length) values[step]! += amount;
}
