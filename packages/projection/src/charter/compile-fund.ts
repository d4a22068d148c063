import { toDayNumber, type LocalDate } from "@jointfund/core/calendar/date.ts";
import { err, ok, type Result } from "@jointfund/core/base/result.ts";
import type { Charter, Vehicle } from "@jointfund/core/charter/charter.ts";
import { mainVehicle } from "@jointfund/core/fund/figures.ts";
import type { Assumptions, OpenedClass } from "../assumptions/assumptions.ts";
import { rate } from "../assumptions/rate-text.ts";
import { factorInputs, type FactorInputs } from "../factors/factor-inputs.ts";
import { writeFactors } from "../factors/write-factors.ts";
import { ProgramBuilder } from "../kernel/program-builder.ts";
import type { Inputs, Program } from "../kernel/program.ts";
import { openingOf } from "./books.ts";
import { capYears } from "./capital.ts";
import { writeChargeSchedules } from "./charges.ts";
import { openedClasses, vehicleOfClass, writeClassSchedules } from "./classes.ts";
import { covenantsOf } from "./conditions.ts";
import { LadderNodes } from "./covenant-ladder-nodes.ts";
import { withDealingDays } from "./dealing-dates.ts";
import { writeFeederSchedules } from "./feeders.ts";
import { followedParties } from "./followed-parties.ts";
import type { FundModel, ProjectedParty } from "./fund-model.ts";
import { fundParameters } from "./fund-parameters.ts";
import { writeGivenStep, type GivenFlows } from "./given-step.ts";
import { writeStep } from "./fund-step.ts";
import { FundWriter } from "./fund-writer.ts";
import { writeLateSchedules } from "./late-interest.ts";
import type { Inexpressible } from "./inexpressible.ts";
import { minorUnits } from "./minor-units.ts";
import { writeWaterfallSchedules } from "./sharing.ts";
import { stepDates } from "./step-dates.ts";

export type FundOptions = {
  readonly steps: number;
  readonly key: Inputs["key"];
  /** Ids of the stresses of the assumptions that happen. */
  readonly stresses: readonly string[];
  /** Whether every flow and balance is an output, for one path in full [PJ93]. */
  readonly tellsAll?: boolean;
  /** What has happened instead of what is assumed and drawn [PJ94]. */
  readonly given?: GivenFlows;
};

/**
 * A charter and assumptions as a program of doubles [PJ80]. What the charter says and a program
 * can't is refused with its clause.
 */
export function compileFund(
  charter: Charter,
  assumptions: Assumptions,
  { steps, key, stresses, tellsAll = false, given }: FundOptions,
): Result<FundModel, readonly Inexpressible[]> {
  const vehicle = mainVehicle(charter);
  const ends = stepDates(assumptions.opens, assumptions.stepMonths, steps);
  const classes = classesWithin(assumptions, { steps, isGiven: given !== undefined });
  const dates = withDealingDays(charter, classes, ends);
  const assumed = { ...assumptions, classes };
  const w = writerOf(charter, vehicle, assumed, { dates, stresses, tellsAll });
  writeSchedules(w, assumptions.opens, dates);
  const ladders = covenantsOf(w).map(([covenant]) => new LadderNodes(w, covenant, dates));
  if (given === undefined) writeStep(w, ladders);
  else writeGivenStep(w, ladders, given);
  if (w.refusals.length > 0) return err(distinct(w.refusals));
  const program = w.b.build();
  return ok({
    program,
    inputs: inputsOf(program, w.inputs, { steps, key }),
    opens: assumptions.opens,
    dates,
    baseCurrency: vehicle.currency,
    parties: followedParties(w).map((id) => projectedParty(w, id)),
    covenants: ladders.map(({ covenant }) => covenant.id),
    minorUnits: minorUnits(vehicle.currency),
  });
}

/** Classes into which money can come in time; of what is given, those that are called. */
function classesWithin(
  { classes = [] }: Assumptions,
  { steps, isGiven }: { readonly steps: number; readonly isGiven: boolean },
): readonly OpenedClass[] {
  return classes.filter(
    ({ kind, opens }) => opens + 1 < steps && (!isGiven || kind === "commitments"),
  );
}

function writerOf(
  charter: Charter,
  vehicle: Vehicle,
  assumptions: Assumptions,
  given: {
    readonly dates: readonly LocalDate[];
    readonly stresses: readonly string[];
    readonly tellsAll: boolean;
  },
): FundWriter {
  const builder = new ProgramBuilder();
  const { dates, stresses, tellsAll } = given;
  const factors = writeFactors(builder, assumptions);
  const inputs = factorInputs(assumptions, { steps: dates.length, stresses });
  for (const [name, value] of fundParameters(charter, assumptions)) {
    inputs.parameters.set(name, value);
  }
  return new FundWriter({
    ...{ builder, charter, vehicle, assumptions, dates, factors, inputs, tellsAll },
  });
}

function writeSchedules(w: FundWriter, opens: LocalDate, dates: readonly LocalDate[]): void {
  const { distributions, stepMonths } = w.assumptions;
  const every = distributions.everyMonths / stepMonths;
  w.schedule("step", () => dates.map((_, step) => step));
  w.schedule("today", () => dates.map(toDayNumber));
  w.schedule("distributes", () =>
    dates.map((_, step) => {
      const since = step - distributions.first;
      return since >= 0 && since % every === 0 ? 1 : 0;
    }),
  );
  w.schedule("capYearBegins", () => capYears(w, opens, dates));
  writeLateSchedules(w, opens, dates);
  writeClassSchedules(w, opens, dates);
  writeFeederSchedules(w, dates);
  writeChargeSchedules(w, opens, dates);
  writeWaterfallSchedules(w, opens);
}

function projectedParty(w: FundWriter, id: string): ProjectedParty {
  const { charter, assumptions, vehicle } = w;
  if (openedClasses(w).some((opened) => opened.id === id)) {
    const fiscalYear = { start: "01-01", namedBy: "start" } as const;
    return {
      id,
      kind: "class",
      currency: vehicleOfClass(w, id).currency,
      fiscalYear,
      fundingRate: 0,
    };
  }
  const party = charter.parties.find((each) => each.id === id)!;
  const year =
    party.fiscalYear === undefined ? undefined : charter.calendars.fiscal[party.fiscalYear];
  const treasury = assumptions.treasuries[id];
  return {
    id,
    kind: party.kind === "sovereign" ? "sovereign" : "partner",
    currency: party.currency ?? vehicle.currency,
    fiscalYear: year ?? { start: "01-01", namedBy: "start" },
    fundingRate: treasury === undefined ? 0 : rate(treasury.fundingRate),
  };
}

/** One refusal for each place: a limit is compiled for every project. */
function distinct(refusals: readonly Inexpressible[]): readonly Inexpressible[] {
  return [...new Map(refusals.map((each) => [JSON.stringify(each), each])).values()];
}

function inputsOf(
  program: Program,
  named: FactorInputs,
  { steps, key }: Pick<Inputs, "steps" | "key">,
): Inputs {
  const schedules = new Float64Array(steps * program.schedules.length);
  for (const [index, name] of program.schedules.entries()) {
    const values = named.schedules.get(name)!;
    for (let step = 0; step < steps; step++) {
      schedules[step * program.schedules.length + index] = values[step]!;
    }
  }
  return {
    steps,
    key,
    parameters: program.parameters.map((name) => named.parameters.get(name)!),
    schedules,
    tables: program.tables.map((name) => named.tables.get(name)!),
    opening: program.states.map(({ name }) => named.openings.get(name) ?? openingOf(name)),
  };
}
