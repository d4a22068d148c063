import { fileURLToPath } from "node:url";
import type { Result } from "@jointfund/core/base/result.ts";
import type { FundState } from "@jointfund/core/fund/state.ts";
import { openDemonstration } from "../../packages/server/src/scenario/open-demonstration.ts";
import { playScenario, type Played } from "../../packages/server/src/scenario/play.ts";
import {
  readScenario,
  type ScenarioFinding,
} from "../../packages/server/src/scenario/scenario-file.ts";

export type PlayedExample = {
  readonly state: FundState;
  readonly steps: number;
  readonly outcome: Result<Played, ScenarioFinding>;
};

/** Plays scenarios/first-year.yaml into a directory, all of it or up to a step. */
export const playFirstYear = (
  data: string,
  options: { readonly stopAfter?: number } = {},
): Promise<PlayedExample> => playExample("first-year", data, options);

/** Plays one of the scenarios on the example charter into a directory. */
export async function playExample(
  name: string,
  data: string,
  { stopAfter }: { readonly stopAfter?: number } = {},
): Promise<PlayedExample> {
  const path = fileURLToPath(new URL(`../../scenarios/${name}.yaml`, import.meta.url));
  const file = readScenario(path);
  if (!file.ok) throw new Error(`${file.error.kind}: ${name}`);
  const { charter } = file.value;
  const { fund, clock } = await openDemonstration(charter, file.value.scenario, data);
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
  return { state, steps: file.value.scenario.steps.length, outcome };
}
