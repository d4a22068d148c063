import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { assert } from "@jointfund/core/base/assert.ts";
import { Ratio } from "@jointfund/core/base/ratio.ts";
import { addMonths, endOfMonth, type LocalDate } from "@jointfund/core/calendar/date.ts";
import type { FundState } from "@jointfund/core/fund/state.ts";
import { minorOf } from "@jointfund/core/fund/terms.ts";
import { proForma } from "@jointfund/core/fund/debt/covenants.ts";
import type {
  Assumptions,
  CalledClass,
  Project,
} from "@jointfund/projection/assumptions/assumptions.ts";
import { defaultAssumptions } from "@jointfund/projection/assumptions/default-assumptions.ts";
import { rateText } from "@jointfund/projection/assumptions/rate-text.ts";
import { classPriceOutput } from "@jointfund/projection/charter/fund-outputs.ts";
import { compileFund } from "@jointfund/projection/charter/compile-fund.ts";
import { openDemonstration } from "../scenario/open-demonstration.ts";
import { playScenario } from "../scenario/play.ts";
import type { ScenarioFile } from "../scenario/scenario-file.ts";
import { compareBooks, type Comparison } from "./compare-books.ts";
import { pathOf, type Path } from "./path-steps.ts";
import { pathValues } from "./path-values.ts";
import { beyondFlows, flowsBetween, followedIn, type Beyond } from "./scenario-flows.ts";

const QUARTER = 3;

/** Where a fund stood at the end of one quarter. */
export type QuarterEnd = { readonly on: LocalDate; readonly state: FundState };

export type Reproduction = {
  readonly quarters: readonly LocalDate[];
  readonly compared: readonly Comparison[];
  /** What the charter's formula would pay out at the end of each quarter, before what is paid. */
  readonly formulas: readonly number[];
  /** The first quarter whose books hold what no flow of a projection leads to. */
  readonly beyond?: { readonly on: LocalDate; readonly accounts: readonly Beyond[] };
};

/** The fund of a scenario at the end of every quarter up to a day, from its founding on. */
export async function quarterEnds(
  file: ScenarioFile,
  until: LocalDate,
): Promise<readonly QuarterEnd[]> {
  const { charter, scenario } = file;
  const steps = scenario.steps;
  const data = mkdtempSync(join(tmpdir(), "jointfund-reproduce-"));
  const ends: QuarterEnd[] = [];
  let next = quarterEnd(steps[0]!.on);
  try {
    const { fund, clock } = await openDemonstration(charter, scenario, data);
    const outcome = await playScenario({
      ...{ file, fund, clock },
      onProgress(played) {
        const following = steps[played]?.on;
        while (next <= until && (following === undefined || following > next)) {
          if (fund.state !== undefined) ends.push({ on: next, state: fund.state });
          next = quarterEnd(next, 1);
          if (following === undefined) break;
        }
      },
      isCancelled: () => next > until,
    });
    assert(outcome.ok, "a shipped scenario is played as it says");
    await fund.close();
  } finally {
    rmSync(data, { recursive: true });
  }
  return ends;
}

/** The last day of the quarter that a day is in, or of one so many quarters on. */
function quarterEnd(date: LocalDate, quarters = 0): LocalDate {
  const month = Number(date.slice(5, 7));
  const within = (QUARTER - (month % QUARTER)) % QUARTER;
  const moved = addMonths(endOfMonth(date), within + quarters * QUARTER);
  assert(moved.ok, `quarters of a scenario are within the calendar, not after ${date}`);
  return endOfMonth(moved.value);
}

/**
 * A projection that is given what happened in a fund's life, and computes what follows from the
 * charter, beside the fund's own books at the end of each quarter [PJ94].
 */
export function reproduce(ends: readonly QuarterEnd[]): Reproduction {
  const first = ends.findIndex(({ state }) => beyondFlows(state).length > 0);
  const reached = first === -1 ? ends : ends.slice(0, first);
  const states = reached.map(({ state }) => state);
  const quarters = reached.map(({ on }) => on);
  const beyond =
    first === -1
      ? {}
      : { beyond: { on: ends[first]!.on, accounts: beyondFlows(ends[first]!.state) } };
  const last = states.at(-1);
  if (last === undefined) return { quarters, compared: [], formulas: [], ...beyond };
  const { charter } = last;
  const assumptions = assumedOf(last, quarters);
  const given = flowsBetween(states);
  const options = { steps: states.length, key: [0, 0], stresses: [], tellsAll: true } as const;
  const model = compileFund(charter, assumptions, { ...options, given });
  assert(model.ok, "a charter whose scenario is reproduced can be projected");
  const made = { charter, assumptions, model: model.value };
  const values = pathValues(model.value, 0);
  const path = withoutTerms(pathOf(made, values));
  const compared = states.map((state, step) =>
    compareBooks(proForma(state), path, { step, bound: 1 + step }),
  );
  const formulas = states.map((_, step) => values.value("formula", step) ?? 0);
  return { quarters, compared, formulas, ...beyond };
}

/** Nothing is known here of a line's limit, nor of when prices are struck. */
function withoutTerms(path: Path): Path {
  const prices = (path.assumptions.classes ?? []).map(({ id }) => classPriceOutput(id));
  const known = ([name]: readonly [string, number]): boolean =>
    name !== "undrawnLine" && name !== "pricePerUnit" && !prices.includes(name);
  const steps = path.steps.map((step) => {
    const figures = new Map([...step.after.figures].filter(known));
    return { ...step, after: { ...step.after, figures } };
  });
  return { ...path, steps };
}

/** The fund's own projects; nothing else that is assumed matters where everything is given. */
function assumedOf(last: FundState, quarters: readonly LocalDate[]): Assumptions {
  const { charter, investments } = last;
  const assumed = defaultAssumptions(charter);
  assert(assumed.ok, "a charter whose scenario is reproduced has currencies that are known");
  const base = assumed.value;
  const [some] = base.projects;
  assert(some !== undefined, "assumptions have a project");
  const projects = [...investments.values()].map(({ id, sector, geography }): Project => ({
    ...some,
    ...{ id, sector, geography, projectDebt: "0", concerns: [] },
  }));
  const opens = quarterEnd(quarters[0]!, -1);
  return { ...base, projects, classes: classesOf(last, quarters), opens, stepMonths: QUARTER };
}

/** Classes that others than the founders hold, with what their holders have promised. */
function classesOf(last: FundState, quarters: readonly LocalDate[]): readonly CalledClass[] {
  const { charter, capital, classes } = last;
  const initial = minorOf(charter.capital.currency, charter.capital.initial);
  return followedIn(last).flatMap(({ id, unitClass, holders }) => {
    if (unitClass === undefined) return [];
    const openedOn = classes.get(id)?.openedOn ?? quarters[0]!;
    const promised = [...capital.commitments.values()]
      .filter(({ party }) => holders.includes(party))
      .reduce((sum, { minor }) => sum + minor, 0n);
    const commitment = rateText(Ratio.make(promised, initial));
    const opens = quarters.findIndex((end) => openedOn <= end);
    return [{ kind: "commitments", id, opens, commitment, calls: [] }];
  });
}
