import { existsSync } from "node:fs";
import { join } from "node:path";
import { findingsText } from "../charter/charter-file.ts";
import { localized, type Language } from "../languages/language.ts";
import { LABELS } from "../languages/labels.ts";
import { message } from "../languages/messages.ts";
import { demonstrationOperator } from "../scenario/demonstration.ts";
import { openDemonstration } from "../scenario/open-demonstration.ts";
import { playScenario, type Played } from "../scenario/play.ts";
import { readScenario, type ScenarioFault, type ScenarioFile } from "../scenario/scenario-file.ts";
import type { Scenario } from "../scenario/scenario.ts";
import type { Setting } from "../scenario/settings.ts";
import { prepareData } from "./data-directory.ts";
import { refusedBy, type CommandFailure } from "./failure.ts";
import { requireFile } from "./files.ts";
import { filledWith, type Invocation } from "./invocation.ts";
import { scenarioFindingText } from "./scenario-finding.ts";

/** A scenario with some values set otherwise, or the end of the command with all that is wrong. */
export function scenarioOf(
  { language }: Invocation,
  path: string,
  settings: readonly Setting[] = [],
): ScenarioFile {
  requireFile(path);
  const file = readScenario(path, settings);
  if (!file.ok) throw scenarioRefused(file.error, language);
  const { charter, scenario } = file.value;
  if (demonstrationOperator(charter, scenario) !== undefined) return file.value;
  throw refusedBy(message("noOperator"));
}

/** Why a scenario is not played, with everything that is wrong with it. */
function scenarioRefused(fault: ScenarioFault, language: Language): CommandFailure {
  switch (fault.kind) {
    case "charterMissing":
      return refusedBy(message("fileMissing", fault.charter));
    case "settings":
      return refusedBy(message("settingsUnplaced", fault.settings.join(", ")));
    case "scenario": {
      const { findings } = fault;
      const lines = findings.map((finding) => scenarioFindingText(finding, language)).join("\n");
      return refusedBy(message("scenarioWrong", findings.length), { en: lines, ja: lines });
    }
    case "charter": {
      const { name, findings } = fault.charter;
      const errors = findings.filter(({ severity }) => severity === "error").length;
      const lines = findingsText(fault.charter, language);
      const why =
        errors === 0 ? message("charterDraft", name) : message("charterWrong", errors, name);
      return refusedBy(why, { en: lines, ja: lines });
    }
  }
}

/**
 * Plays the scenario into a directory, a line for each month; an interrupt stops between steps, and
 * the same command goes on from there.
 */
export async function playInto(
  invocation: Invocation,
  file: ScenarioFile,
  { data, fresh }: { readonly data: string; readonly fresh: boolean },
): Promise<Played> {
  prepareData(data, fresh);
  const { charter, scenario } = file;
  const title = localized(scenario.title);
  invocation.note(filledWith(LABELS.playing, title, { en: data, ja: data }));
  const { fund, clock } = await openDemonstration(charter, scenario, data);
  let isCancelled = false;
  const cancel = (): void => {
    isCancelled = true;
  };
  process.once("SIGINT", cancel);
  process.once("SIGTERM", cancel);
  try {
    const onProgress = monthLines(invocation, file.scenario);
    const options = { file, fund, clock, onProgress, isCancelled: () => isCancelled };
    const outcome = await playScenario(options);
    if (outcome.ok) {
      // A scenario that never asks for cosignatures, or a record that was restored without its
      // published log, still leaves one that can be verified.
      if (!existsSync(join(data, "log", "checkpoint"))) await fund.publish();
      const { steps, isComplete } = outcome.value;
      if (!isComplete) invocation.note(message("stopped", steps, scenario.steps.length));
      return outcome.value;
    }
    const isOther = outcome.error.code === "record_of_other_scenario";
    if (isOther) throw refusedBy(message("otherScenario", data));
    const line = scenarioFindingText(outcome.error, invocation.language, charter);
    throw refusedBy(message("scenarioStopped"), { en: line, ja: line });
  } finally {
    process.removeListener("SIGINT", cancel);
    process.removeListener("SIGTERM", cancel);
    await fund.close();
  }
}

/** Tells of each month once, when its last step is played. */
function monthLines(invocation: Invocation, { steps }: Scenario) {
  return (played: number, of: number, on: string): void => {
    const next = steps[played]?.on;
    const month = on.slice(0, 7);
    if (next?.slice(0, 7) === month) return;
    const line = `${month}  ${invocation.say(message("stepsPlayed", played, of))}`;
    invocation.note({ en: line, ja: line });
  };
}
