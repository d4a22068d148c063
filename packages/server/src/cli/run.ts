import { base64Encode } from "@jointfund/core/base/bytes.ts";
import { runChecks, type CheckOutcome } from "@jointfund/core/fund/checks/check-outcome.ts";
import { NAMED_CHECKS } from "@jointfund/core/statements/page-checks.ts";
import { fundPage, type FundPage } from "@jointfund/core/statements/fund-page.ts";
import { bankReconciliations } from "@jointfund/core/statements/bank-reconciliation.ts";
import type { PageCells } from "@jointfund/core/statements/page-cell.ts";
import { pageCells } from "@jointfund/core/statements/page-cells.ts";
import { verify } from "@jointfund/verifier/verify.ts";
import { findingsText } from "../charter/charter-file.ts";
import { localized, type Language } from "../languages/language.ts";
import { LABELS } from "../languages/labels.ts";
import { message } from "../languages/messages.ts";
import { formatFundPage } from "../page/fund-page.ts";
import type { PageRecord } from "../page/section.ts";
import { demonstrationOperator } from "../scenario/demonstration.ts";
import { openDemonstration } from "../scenario/open-demonstration.ts";
import { playScenario, type Played } from "../scenario/play.ts";
import { readScenario, type ScenarioFault, type ScenarioFile } from "../scenario/scenario-file.ts";
import type { Scenario } from "../scenario/scenario.ts";
import { assumptionsFor, type PageAssumptions } from "../scenario/page-assumptions.ts";
import { prepareData, writeAssumptions } from "./data-directory.ts";
import { EXIT, refusedBy, type CommandFailure, type ExitCode } from "./failure.ts";
import { requireFile } from "./files.ts";
import { filledWith, type CommonOptions, type Invocation } from "./invocation.ts";
import { openRecord, type OpenRecord } from "./record.ts";
import { scenarioFindingText } from "./scenario-finding.ts";
import { pageColumns } from "./terminal.ts";

export type RunOptions = CommonOptions & { readonly fresh?: boolean };

/** `jointfund run`: founds the fund of a scenario, plays it, and prints where the fund stands. */
export async function runScenario(
  invocation: Invocation,
  path: string,
  { fresh = false }: RunOptions,
): Promise<ExitCode> {
  const file = scenarioOf(invocation, path);
  const { charter } = file;
  if (demonstrationOperator(charter, file.scenario) === undefined) {
    throw refusedBy(message("noOperator"));
  }
  const { data } = invocation;
  prepareData(data, fresh);
  const title = localized(file.scenario.title);
  invocation.note(filledWith(LABELS.playing, title, { en: data, ja: data }));
  const played = await play(invocation, file);
  if (!played.isComplete) {
    const { length } = file.scenario.steps;
    invocation.note(message("stopped", played.steps, length));
    return EXIT.refused;
  }
  return report(invocation, file, played);
}

function scenarioOf({ language }: Invocation, path: string): ScenarioFile {
  requireFile(path);
  const file = readScenario(path);
  if (file.ok) return file.value;
  throw scenarioRefused(file.error, language);
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

/** Plays the scenario into the fund, a line for each month; an interrupt stops between steps. */
async function play(invocation: Invocation, file: ScenarioFile): Promise<Played> {
  const { charter } = file;
  const { fund, clock } = await openDemonstration(charter, file.scenario, invocation.data);
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
      // A scenario that never asks for cosignatures still leaves a log that can be verified.
      if (fund.state?.trust.finalSize === 0) await fund.publish();
      return outcome.value;
    }
    const isOther = outcome.error.code === "record_of_other_scenario";
    if (isOther) throw refusedBy(message("otherScenario", invocation.data));
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
    invocation.note(message("monthPlayed", month, played, of));
  };
}

/** What the scenario assumes for its page. */
function assumedBy({ display, fundingCost, actualUntil }: Scenario): PageAssumptions {
  return {
    ...(display === undefined ? {} : { display }),
    ...(fundingCost === undefined ? {} : { fundingCost }),
    ...(actualUntil === undefined ? {} : { actualUntil }),
  };
}

/** Replays from the disk what was just written, holds it against all else, prints the page. */
async function report(
  invocation: Invocation,
  { scenario }: ScenarioFile,
  played: Played,
): Promise<ExitCode> {
  const { data, options, terminal, paint } = invocation;
  const record = openRecord(data);
  const { state, chronicle, evidence } = record;
  const assumed = assumedBy(scenario);
  writeAssumptions(data, assumed);
  const input = { state, chronicle, ...assumptionsFor(assumed) };
  const page = fundPage(input);
  const cells = pageCells(input, page);
  const log = evidence === undefined ? {} : { log: evidence };
  const checks = runChecks(NAMED_CHECKS, { state, chronicle, ...log });
  const verified = await verify({ directory: data });
  const broken = brokenOf(checks);
  if (verified.outcome !== "holds") broken.push("verify");
  if (options.json === true) {
    printJson(invocation, { record, page, cells, checks, verified: verified.outcome, played });
  } else {
    const choice = options.lang ?? "both";
    const columns = pageColumns(terminal);
    const shown = pageRecord(record, cells, broken, invocation);
    terminal.out(formatFundPage(page, shown, { columns, choice, paint }));
  }
  return broken.length === 0 ? EXIT.done : EXIT.refused;
}

function brokenOf(checks: readonly CheckOutcome[]): string[] {
  return checks.filter(({ breaches }) => breaches.length > 0).map(({ name }) => name);
}

function pageRecord(
  { state, chronicle, published }: OpenRecord,
  cells: PageCells,
  broken: readonly string[],
  { data, options }: Invocation,
): PageRecord {
  const place = data === "./data" ? "" : ` --data ${data}`;
  const next = [
    `./jointfund act why net-assets${place}`,
    `check${place}`,
    `verify ${data}`,
    ...(options.lang === undefined ? ["--lang ja"] : []),
  ];
  const { charter } = state;
  const closings = bankReconciliations({ state, chronicle }).map(({ asOf }) => asOf);
  const [bankTo] = closings.toSorted((a, b) => (a < b ? -1 : 1));
  const record = {
    ...{ charter, cells, broken, next },
    ...(bankTo === undefined ? {} : { bankTo }),
  };
  if (published === undefined) return record;
  const { origin, size, root } = published.checkpoint;
  const cosigners = state.trust.mirrors
    .filter(({ vkey }) => published.signers.includes(vkey.slice(0, vkey.indexOf("+"))))
    .map(({ party }) => party);
  return { ...record, checkpoint: { origin, size, root: base64Encode(root), cosigners } };
}

function printJson(
  invocation: Invocation,
  of: {
    readonly record: OpenRecord;
    readonly page: FundPage;
    readonly cells: PageCells;
    readonly checks: readonly CheckOutcome[];
    readonly verified: string;
    readonly played: Played;
  },
): void {
  const { record, page, cells, checks, verified, played } = of;
  const { evidence, entries } = record;
  invocation.json({
    ...{ data: invocation.data, steps: played.steps, acts: Object.fromEntries(played.names) },
    record: { entries: entries.length, ...evidence, verified },
    ...{ checks, page: shownPage(page) },
    figures: [...cells.values()].map(({ id, value }) => ({ id, ...value })),
  });
}

/** The page as JSON shows it: rates of days are on record. */
function shownPage({ returns, ...page }: FundPage) {
  const own = [...returns].map(([party, { own: of, ...rest }]) => {
    if (of === undefined) return [party, rest] as const;
    const { rates: _rates, ...figures } = of;
    return [party, { ...rest, own: figures }] as const;
  });
  return { ...page, returns: Object.fromEntries(own) };
}
