import { buildPortal } from "@jointfund/portal/build/build-portal.ts";
import { benchCore } from "../bench/bench-core.ts";
import { benchHttp } from "../bench/bench-http.ts";
import { benchPages } from "../bench/bench-pages.ts";
import { benchPortal } from "../bench/bench-portal.ts";
import { benchProjection } from "../bench/bench-projection.ts";
import { benchRun } from "../bench/bench-run.ts";
import { benchScenario } from "../bench/bench-scenario.ts";
import type { BenchResult } from "../bench/bench-result.ts";
import { message } from "../languages/messages.ts";
import { padEnd, padStart } from "../page/layout.ts";
import { EXIT, wrongUsage, type ExitCode } from "./failure.ts";
import type { CommonOptions, Invocation } from "./invocation.ts";

/** Every benchmark by the name under which it is asked for. */
const BENCHMARKS: ReadonlyMap<string, Benchmark> = new Map<string, Benchmark>([
  ["core", (size) => benchCore(size)],
  ["run", async (size) => [...(await benchScenario()), ...(await benchRun(size))]],
  ["http", () => benchHttp()],
  ["pages", (size) => benchPages(size)],
  ["portal", async () => benchPortal({ portal: await buildPortal() })],
  ["projection", (_size, missing) => benchProjection(missing)],
]);

type Benchmark = (size: Size, missing: (what: string) => void) => Promise<readonly BenchResult[]>;

type Size = { readonly entries?: number };

export type BenchOptions = CommonOptions & { readonly entries?: string };

/** `jointfund bench`: measures, each beside something that nobody can do without. */
export async function bench(
  invocation: Invocation,
  name: string | undefined,
  options: BenchOptions,
): Promise<ExitCode> {
  const size = sizeOf(options);
  const chosen = name === undefined ? [...BENCHMARKS.keys()] : [name];
  const results: BenchResult[] = [];
  for (const each of chosen) {
    const run = BENCHMARKS.get(each);
    if (run === undefined) {
      throw wrongUsage(message("benchUnknown", each, [...BENCHMARKS.keys()].join(", ")));
    }
    invocation.note(message("measuring", each));
    const missing = (what: string): void => invocation.note(message("benchSkipped", each, what));
    results.push(...(await run(size, missing)));
  }
  if (invocation.options.json === true) invocation.json(results);
  else print(results, invocation);
  return EXIT.done;
}

function sizeOf({ entries }: BenchOptions): Size {
  if (entries === undefined) return {};
  if (!/^[1-9][0-9]{0,8}$/.test(entries)) throw wrongUsage(message("entriesWrong", entries));
  return { entries: Number(entries) };
}

function print(results: readonly BenchResult[], invocation: Invocation): void {
  for (const { name, unit, ours, reference, referenceName, ratio } of results) {
    const figure = (value: number): string => padStart(value.toLocaleString("en-US"), 12);
    const beside = `${figure(reference)} ${referenceName}  ${ratio}x`;
    invocation.line(`${padEnd(name, 20)}${figure(ours)} ${unit}  ${beside}`);
  }
  const [first] = results;
  if (first !== undefined) invocation.line(first.host);
}
