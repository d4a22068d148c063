import type { Charter } from "@jointfund/core/charter/charter.ts";
import { ActSteps } from "./act-steps.ts";
import { monthStarts } from "@jointfund/core/dealing/fee-accrual.ts";
import { openedIn } from "./class-acts.ts";
import { Debts } from "./debts.ts";
import { foundFund, openFund, prepareStep } from "./founding-acts.ts";
import type { Path } from "./path-steps.ts";
import { BESIDES, plannedAmounts } from "./planned-amounts.ts";
import type { Replay } from "./replay.ts";
import { scenarioFile } from "./replay-file.ts";
import { Signers } from "./signers.ts";
import { playStep } from "./step-acts.ts";
import type { ScenarioFile } from "../scenario/scenario-file.ts";

export type ReplayScenario = {
  readonly file: ScenarioFile;
  /** For each step of the path, the last step of the scenario that belongs to it. */
  readonly ends: readonly number[];
  /** For each step, how many minor units roundings up to its end may come to [PJ102]. */
  readonly bounds: readonly number[];
};

/**
 * The acts by which a charter's fund would live one path of its projection [PJ100]: founded before
 * the opening, each step on its last day and nothing between but first days of months where a fee
 * accrues by them, so that no covenant is tested on a day on which the path has none.
 */
export function replayScenario(
  charter: Charter,
  path: Path,
  valuedFirst: ReadonlySet<number> = new Set(),
): ReplayScenario {
  const acts = new ActSteps(charter, new Signers(charter), path.opens);
  const planned = plannedAmounts(charter, path);
  const replay: Replay = {
    charter,
    path,
    acts,
    ...planned,
    debts: new Debts(planned.whole),
    redemptions: new Map(),
    valuedFirst,
  };
  foundFund(replay);
  openFund(replay);
  const ends: number[] = [];
  const bounds: number[] = [];
  let asked = 0;
  const values = path.assumptions.projects.length;
  for (const [index, step] of path.steps.entries()) {
    openMonths(replay, index);
    acts.moveTo(step.on);
    playStep(replay, index);
    ends.push(acts.steps.length - 1);
    asked += Number(BESIDES) * 2;
    bounds.push(values / 2 + planned.whole.series / 2 + acts.roundings + asked);
    prepareStep(replay, index + 1);
  }
  return { file: scenarioFile(charter, acts), ends, bounds };
}

/** A fee on net assets counts what has accrued up to the first of each month (DL20). */
function openMonths({ acts, charter, debts, path }: Replay, index: number): void {
  const opened = openedIn(path).map(({ id }) => id);
  const fees = (charter.fees ?? []).filter(
    ({ vehicle, base, unitClass }) =>
      vehicle === charter.capital.vehicle &&
      base === "netAssets" &&
      (unitClass === undefined || opened.includes(unitClass)),
  );
  if (fees.length === 0) return;
  const since = path.steps[index - 1]?.on ?? path.opens;
  const roundings = fees.length + 2 * debts.facilities.length;
  for (const on of monthStarts(since, path.steps[index]!.on)) acts.openDay(on, roundings);
}
