import { relative } from "node:path";
import { spec, type TestEvent } from "node:test/reporters";
import { ROOT } from "./test-files.ts";

const SLOWEST_SHOWN = 8;

type FileResult = {
  readonly file: string;
  readonly tests: number;
  readonly passed: boolean;
  readonly durationMs: number;
};

function formatFile({ file, tests, passed, durationMs }: FileResult): string {
  const seconds = (durationMs / 1000).toFixed(1).padStart(7);
  return `${passed ? "✔" : "✖"} ${seconds} s  ${String(tests).padStart(4)} tests  ${file}\n`;
}

function formatEnd(results: readonly FileResult[], skips: readonly string[]): string {
  const slowest = results.toSorted((a, b) => b.durationMs - a.durationMs).slice(0, SLOWEST_SHOWN);
  let text = `\nSlowest files\n${slowest.map(formatFile).join("")}`;
  if (skips.length > 0) text += `\nSkipped\n${skips.join("")}`;
  return `${text}\n`;
}

/** Failures, warnings and the closing totals look as Node's own reporter shows them. */
function passesToSpec(event: TestEvent): boolean {
  switch (event.type) {
    case "test:fail":
    case "test:diagnostic":
    case "test:stdout":
    case "test:stderr":
    case "test:interrupted":
    case "test:coverage":
      return true;
    default:
      return false;
  }
}

/**
 * One line for each file as it ends, the failures in full, then the slowest files, what was
 * skipped and why, and Node's own closing lines. A line for each of some thousand tests would
 * bury the one that matters.
 */
export async function* reportTests(events: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  const reporter = spec();
  reporter.setEncoding("utf8");
  const results: FileResult[] = [];
  const skips: string[] = [];
  let closing = false;
  for await (const event of events) {
    if (event.type === "test:pass" && event.data.skip !== undefined) {
      const where = relative(ROOT, event.data.file ?? "");
      skips.push(`﹣ ${where}: ${event.data.name}: ${String(event.data.skip)}\n`);
    }
    if (event.type === "test:summary" && event.data.file !== undefined) {
      const { counts, success, duration_ms: durationMs } = event.data;
      const file = relative(ROOT, event.data.file);
      const result = { file, tests: counts.tests, passed: success, durationMs };
      results.push(result);
      yield formatFile(result);
    }
    if (event.type === "test:diagnostic" && event.data.file === undefined && !closing) {
      closing = true;
      yield formatEnd(results, skips);
    }
    if (passesToSpec(event)) reporter.write(event);
    for (let text = readText(reporter); text !== null; text = readText(reporter)) yield text;
  }
  reporter.end();
  for await (const text of reporter) yield String(text);
}

function readText(reporter: { read(): unknown }): string | null {
  const text = reporter.read();
  return typeof text === "string" ? text : null;
}
