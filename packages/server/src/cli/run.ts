import { formatFundPage } from "../page/fund-page.ts";
import { formatPagesCompared, isBesideEachOther, type NamedPage } from "../page/compared-pages.ts";
import { LABELS } from "../languages/labels.ts";
import { message } from "../languages/messages.ts";
import { parseSetting, settingText, type Setting } from "../scenario/settings.ts";
import { EXIT, wrongUsage, type ExitCode } from "./failure.ts";
import type { CommonOptions, Invocation } from "./invocation.ts";
import { playInto, scenarioOf } from "./play-into.ts";
import { pageRecord, reportJson, reportOf, type RunReport } from "./run-report.ts";
import { portChoice } from "./port-choice.ts";
import { pageColumns, twoPageColumns } from "./terminal.ts";

export type RunOptions = CommonOptions & {
  /** Whether the fund is served once its page is printed. */
  readonly serve?: boolean;
  readonly port?: string;
  readonly fresh?: boolean;
  /** "path=value": what a second run changes. */
  readonly set?: readonly string[];
};

/**
 * `jointfund run`: founds the fund of a scenario, plays it, and prints where the fund stands. With
 * settings a changed run follows, and both pages are shown with what differs. With `serve` the fund
 * of the first run is served then, until the command is told to end.
 */
export async function runScenario(
  asked: Invocation,
  path: string,
  { serve = false, port, ...options }: RunOptions,
): Promise<ExitCode> {
  // Both governments read the page, so that it and what is told on the way are in both languages.
  const invocation = asked.inBoth();
  if (port !== undefined && !serve) throw wrongUsage(message("portWithoutServe"));
  // What is wrong with the port is told before anything is played.
  const ports = portChoice(port);
  const code = await playAndShow(invocation, path, options);
  if (!serve || code !== EXIT.done) return code;
  // What pages need is loaded once there is something to show.
  const { serveAt } = await import("./serve.ts");
  return serveAt(invocation, {}, ports);
}

async function playAndShow(
  invocation: Invocation,
  path: string,
  { fresh = false, set = [] }: RunOptions,
): Promise<ExitCode> {
  const settings = set.map(settingOf);
  const file = scenarioOf(invocation, path);
  // What is wrong with a setting is told before anything is played.
  const changed = settings.length === 0 ? undefined : scenarioOf(invocation, path, settings);
  const { data } = invocation;
  const played = await playInto(invocation, file, { data, fresh });
  if (!played.isComplete) return EXIT.refused;
  const first = await reportOf(data, file.scenario, played);
  if (changed === undefined) return show(invocation, first);
  const beside = { data: `${data}-changed`, fresh };
  const playedOther = await playInto(invocation, changed, beside);
  if (!playedOther.isComplete) return EXIT.refused;
  const second = await reportOf(beside.data, changed.scenario, playedOther);
  return showBoth(invocation, [first, second], settings);
}

function settingOf(text: string): Setting {
  const setting = parseSetting(text);
  if (setting === undefined) throw wrongUsage(message("settingMalformed", text));
  return setting;
}

function styleOf({ choice, terminal, paint }: Invocation) {
  return { columns: pageColumns(terminal), choice, paint } as const;
}

const exitOf = (reports: readonly RunReport[]): ExitCode =>
  reports.every(({ broken }) => broken.length === 0) ? EXIT.done : EXIT.refused;

function show(invocation: Invocation, report: RunReport): ExitCode {
  if (invocation.options.json === true) invocation.json(reportJson(report));
  else {
    const record = pageRecord(report, invocation);
    invocation.terminal.out(formatFundPage(report.page, record, styleOf(invocation)));
  }
  return exitOf([report]);
}

function showBoth(
  invocation: Invocation,
  reports: readonly [RunReport, RunReport],
  settings: readonly Setting[],
): ExitCode {
  const [first, second] = reports;
  const changes = settings.map(settingText);
  if (invocation.options.json === true) {
    invocation.json({ changes, first: reportJson(first), changed: reportJson(second) });
    return exitOf(reports);
  }
  const style = styleOf(invocation);
  const name = changes.join(", ");
  const pages: readonly NamedPage[] = [
    { name: LABELS.asItStands, page: first.page, record: pageRecord(first, invocation) },
    { name: { en: name, ja: name }, page: second.page, record: pageRecord(second, invocation) },
  ];
  const { out } = invocation.terminal;
  const columns = twoPageColumns(invocation.terminal);
  if (!isBesideEachOther(columns)) {
    for (const { page, record } of pages) out(`${formatFundPage(page, record, style)}\n`);
  }
  out(formatPagesCompared(pages[0]!, pages[1]!, { ...style, columns }));
  return exitOf(reports);
}
