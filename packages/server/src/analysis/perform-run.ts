import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Charter } from "@jointfund/core/charter/charter.ts";
import { fundPage } from "@jointfund/core/statements/fund-page.ts";
import { pageCells } from "@jointfund/core/statements/page-cells.ts";
import type { RecordStep } from "@jointfund/core/statements/record-steps.ts";
import type { Fund } from "../application/fund.ts";
import { RecordReplay } from "../http/record-replay.ts";
import { runSchema, type ScenarioRun } from "../http/run-schema.ts";
import { StepSeries, thinned } from "../http/step-series.ts";
import { cellLabel } from "../languages/cell-labels.ts";
import { localized, type Text } from "../languages/language.ts";
import { episodeText } from "../page/contested-section.ts";
import { demonstrationOperator } from "../scenario/demonstration.ts";
import { openDemonstration } from "../scenario/open-demonstration.ts";
import { assumptionsFor } from "../scenario/page-assumptions.ts";
import { playScenario } from "../scenario/play.ts";
import { readScenario, type ScenarioFile } from "../scenario/scenario-file.ts";
import { done } from "./done.ts";
import { faultTexts, stepText } from "./scenario-texts.ts";
import type { Outcome, Progress, Work } from "./work.ts";

/** Plays a scenario with some terms set otherwise, into a directory that goes with it. */
export async function performRun(
  { scenario: path, settings }: Extract<Work, { kind: "run" }>,
  onProgress: (progress: Progress) => void,
): Promise<Outcome> {
  const file = readScenario(path, settings);
  if (!file.ok) return refused(faultTexts(file.error));
  const { charter, scenario } = file.value;
  if (demonstrationOperator(charter, scenario) === undefined) return refused([NO_OPERATOR]);
  const data = mkdtempSync(join(tmpdir(), "jointfund-run-"));
  try {
    const { fund, clock } = await openDemonstration(charter, scenario, data);
    try {
      const told = (played: number, of: number, on: string): void => onProgress({ played, of, on });
      const played = await playScenario({ file: file.value, fund, clock, onProgress: told });
      if (fund.state === undefined && !played.ok) return refused([stepText(played.error, charter)]);
      const stopped = played.ok ? undefined : stepText(played.error, charter);
      return done(runSchema, await describeRun(fund, file.value, stopped));
    } finally {
      await fund.close();
    }
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
}

const NO_OPERATOR: Text = {
  en: "The scenario has no officer of the fund's operator.",
  ja: "シナリオに記録運営者の職員が定められていません。",
};

const refused = (texts: readonly Text[]): Outcome => ({
  ...{ kind: "refused", code: "settings_wrong" },
  facts: JSON.stringify({ texts }),
});

async function describeRun(
  fund: Fund,
  { scenario }: ScenarioFile,
  stopped: Text | undefined,
): Promise<ScenarioRun> {
  const replay = new RecordReplay();
  await replay.advance(fund, fund.size);
  const { state, chronicle, size } = replay.view;
  const input = { state, chronicle, ...assumptionsFor(scenario) };
  const page = fundPage(input);
  const cells = pageCells(input, page);
  const { charter } = state;
  const record = { charter, cells, broken: [], next: [] };
  return {
    ...{ title: localized(scenario.title), currency: page.currency, asOf: page.asOf },
    entries: size,
    ...(stopped === undefined ? {} : { stopped }),
    cells: [...cells.values()].flatMap(({ id, value }) =>
      value.kind === "entries" ? [] : [{ id, value, label: cellLabel(charter, id) }],
    ),
    contested: page.episodes.map((episode) => episodeText({ record }, episode)),
    series: seriesOf(charter, replay.steps),
  };
}

function seriesOf(charter: Charter, steps: readonly RecordStep[]): ScenarioRun["series"] {
  const series = new StepSeries({ charter }, steps);
  const { currency, sides, covenants } = series;
  return {
    ...{ currency, sides: [...sides], covenants: [...covenants] },
    points: thinned(steps, "day").map((step) => series.point(step)),
  };
}
