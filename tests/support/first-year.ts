import { fileURLToPath } from "node:url";
import type { Result } from "@jointfund/core/base/result.ts";
import type { FundState } from "@jointfund/core/fund/state.ts";
import { openDemonstration } from "../../packages/server/src/scenario/open-demonstration.ts";
import { playScenario, type Played } from "../../packages/server/src/scenario/play.ts";
import type { Setting } from "../../packages/server/src/scenario/settings.ts";
import {
  readScenario,
  type ScenarioFinding,
} from "../../packages/server/src/scenario/scenario-file.ts";

export type PlayedExample = {
  readonly state: FundState;
  readonly steps: number;
  readonly outcome: Result<Played, ScenarioFinding>;
};

type PlayOptions = {
  readonly stopAfter?: number;
  readonly settings?: readonly Setting[];
};

/** Plays scenarios/first-year.yaml into a directory, all of it or up to a step. */
export const playFirstYear = (data: string, options: PlayOptions = {}): Promise<PlayedExample> =>
  playExample("first-year", data, options);

/** Plays one of the scenarios into a directory, with values set otherwise. */
export async function playExample(
  name: string,
  data: string,
  { stopAfter, settings = [] }: PlayOptions = {},
): Promise<PlayedExample> {
  const path = fileURLToPath(new URL(`../../scenarios/${name}.yaml`, import.meta.url));
  const file = readScenario(path, settings);
  if (!file.ok) throw new Error(`${name}: ${file.error.kind}`);
  const { charter, scenario } = file.value;
  const { fund, clock } = await openDemonstration(charter, scenario, data);
  let played = 0;
  const outcome = await playScenario({
    ...{ file: file.value, fund, clock },
    onProgress: (count) => {
      played = count;
    },
    isCancelled: () => stopAfter !== undefined && played >= stopAfter,
  });
  const { state } = fund;
  await fund.close();
  if (state === undefined) throw new Error("the scenario did not found the fund");
  return { state, steps: scenario.steps.length, outcome };
}
