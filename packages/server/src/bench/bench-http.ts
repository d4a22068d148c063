import { once } from "node:events";
import { cp, mkdtemp, rm } from "node:fs/promises";
import { Agent, request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import { assert } from "@jointfund/core/base/assert.ts";
import { encodeCharter } from "@jointfund/core/charter/decode-charter.ts";
import { encodeSigned } from "@jointfund/core/fund/entry.ts";
import type { Act } from "@jointfund/core/governance/statement.ts";
import { signStatement } from "../application/operator.ts";
import { officerSigner } from "../scenario/demonstration.ts";
import { type Played, playForBench, type PlayedStatement, TEN_YEARS } from "./bench-played.ts";
import { compareAmounts, type BenchResult } from "./bench-result.ts";

export type HttpBenchOptions = {
  readonly scenario?: string;
  /** Requests a second, sent on their times whether or not those before are answered. */
  readonly perSecond?: number;
  readonly seconds?: number;
};

/** What everybody asks of the public page. */
const PUBLIC = [
  ...["/api/v1/fund", "/api/v1/page", "/api/v1/acts?limit=20", "/api/v1/investments"],
  ...["/api/v1/covenants", "/api/v1/history?figure=net-assets&every=month", "/api/v1/calendar"],
] as const;
/** A file that is only read and sent. */
const STATIC = ["/log/checkpoint"] as const;
/** Statements a second that come in beside the reading: each makes every answer anew. */
const WRITES_PER_SECOND = 5;
/** Of the statements of a scenario that is played: these are on record when somebody looks. */
const BEGINNING = 0.3;
/** While it plays the file is asked for so much more seldom, beside the rest. */
const STATIC_SHARE = 0.1;

/** Settles when an answer is whole. */
function ask(
  agent: Agent,
  port: number,
  path: string,
  body?: Uint8Array,
  isRight: (status: number) => boolean = (status) => status < 400,
): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const method = body === undefined ? "GET" : "POST";
  const headers = body === undefined ? {} : { "Content-Type": "application/json" };
  const sent = request({ agent, port, path, method, headers, host: "127.0.0.1" }, (answer) => {
    assert(isRight(answer.statusCode ?? 500), `${path} is answered (${answer.statusCode})`);
    answer.resume();
    answer.on("end", resolve);
  });
  sent.on("error", reject);
  sent.end(body);
  return promise;
}

type Load = {
  readonly perSecond: number;
  readonly seconds: number;
  /** Whether there is nothing to measure any more. */
  readonly isOver?: () => boolean;
};

/** The 99th percentile of the time from when a request was to be sent to its answer, in ms. */
async function percentile(
  port: number,
  paths: readonly string[],
  { perSecond, seconds, isOver = () => false }: Load,
): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  const times: number[] = [];
  const all: Promise<void>[] = [];
  const start = performance.now();
  for (let n = 0; n < perSecond * seconds && !isOver(); n++) {
    const due = start + (n * 1000) / perSecond;
    const wait = due - performance.now();
    if (wait > 0) await setTimeout(wait);
    const path = paths[n % paths.length]!;
    all.push(ask(agent, port, path).then(() => void times.push(performance.now() - due)));
  }
  await Promise.all(all);
  agent.destroy();
  return times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.99)]!;
}

/** Hands in facts at a steady pace until it is told to stop. */
function write(port: number, { charter, officer, version, today }: Played): () => Promise<void> {
  const agent = new Agent({ keepAlive: true });
  const signer = officerSigner(charter, officer);
  let n = 0;
  let last: Promise<void> = Promise.resolve();
  const timer = setInterval(() => {
    const act: Act = {
      type: "conflict.declare",
      body: { holder: officer, concern: `bench-${n++}`, nature: "shares" },
      ...{ charterVersion: version, effectiveDate: today, proposer: officer },
      ...{ basis: "commercial", reason: "Benchmark", evidence: [] },
    };
    const signed = signStatement({ kind: "fact", fund: charter.id, act }, signer);
    last = ask(agent, port, "/api/v1/statements", encodeSigned(signed));
  }, 1000 / WRITES_PER_SECOND);
  return async () => {
    clearInterval(timer);
    await last;
    agent.destroy();
  };
}

/** Hands in what a scenario said, each as soon as the one before it is answered. */
async function play(
  server: Worker,
  port: number,
  statements: readonly PlayedStatement[],
  isOver: () => boolean,
): Promise<number> {
  const agent = new Agent({ keepAlive: true });
  let [now, count]: [string | undefined, number] = [undefined, 0];
  for (const { recordedAt, bytes } of statements) {
    if (isOver()) break;
    if (recordedAt !== now) {
      server.postMessage(recordedAt);
      await once(server, "message");
      now = recordedAt;
    }
    // What the rules refused when it was played they refuse again.
    await ask(agent, port, "/api/v1/statements", bytes, (status) => status < 400 || status === 422);
    count++;
  }
  agent.destroy();
  return count;
}

/** The same readers while a scenario is played through the server, beside readers of the file. */
async function whilePlaying(
  scenario: string,
  { statements, entries }: Played,
  { played, data, load }: { readonly played: string; readonly data: string; readonly load: Load },
): Promise<BenchResult> {
  await cp(join(played, "blobs"), join(data, "blobs"), { recursive: true });
  const count = Math.ceil(statements.length * BEGINNING);
  const server = new Worker(new URL("./playing-server-worker.ts", import.meta.url), {
    workerData: { data, scenario, beginning: statements.slice(0, count) },
  });
  try {
    const [port] = (await once(server, "message")) as [number];
    await percentile(port, PUBLIC, { perSecond: 50, seconds: 1 });
    let isOver = false;
    const start = performance.now();
    const playing = play(server, port, statements.slice(count), () => isOver);
    void playing.then(() => (isOver = true));
    const during = { ...load, isOver: () => isOver };
    const [ours, reference] = await Promise.all([
      percentile(port, PUBLIC, during),
      percentile(port, STATIC, { ...during, perSecond: load.perSecond * STATIC_SHARE }),
    ]);
    isOver = true;
    const handedIn = await playing;
    const rate = Math.round((handedIn * 1000) / (performance.now() - start));
    if (count + handedIn === statements.length) {
      const fund = await fetch(`http://127.0.0.1:${port}/api/v1/fund`);
      const { size } = (await fund.json()) as { readonly size: number };
      assert(size === entries, "a scenario that is handed in again makes the same record");
    }
    const referenceName = `ms for the checkpoint's file meanwhile, ${rate} statements/s`;
    const unit = "ms, 99th percentile";
    return compareAmounts("while a scenario plays", unit, { ours, reference, referenceName }, 2);
  } finally {
    await server.terminate();
  }
}

/**
 * How long the slowest of a hundred readers waits for the public page's data, beside a file that
 * the same server only sends; the same while statements come in, and while a scenario is played
 * through the server as fast as its write path takes it.
 */
export async function benchHttp(options: HttpBenchOptions = {}): Promise<readonly BenchResult[]> {
  const { scenario = TEN_YEARS, perSecond = 500, seconds = 10 } = options;
  const directory = await mkdtemp(join(tmpdir(), "jointfund-bench-"));
  const data = join(directory, "played");
  const load = { perSecond, seconds };
  try {
    const played = await playForBench(scenario, data);
    const results = await ofPlayed(played, data, load);
    const playing = { played: data, data: join(directory, "playing"), load };
    return [...results, await whilePlaying(scenario, played, playing)];
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

/** Readers of a fund that was played: quiet, and while statements come in. */
async function ofPlayed(played: Played, data: string, load: Load): Promise<readonly BenchResult[]> {
  const workerData = { data, leaf: played.leaf, charter: encodeCharter(played.charter) };
  const server = new Worker(new URL("./http-server-worker.ts", import.meta.url), { workerData });
  try {
    const [port] = (await once(server, "message")) as [number];
    // What is asked for first compiles the code.
    await percentile(port, PUBLIC, { perSecond: 50, seconds: 1 });
    const reference = await percentile(port, STATIC, load);
    const quiet = await percentile(port, PUBLIC, load);
    const stop = write(port, played);
    // The mirrors of the demonstration first read the whole record, once.
    await setTimeout(load.seconds * 400);
    const busy = await percentile(port, PUBLIC, load);
    await stop();
    const referenceName = `ms for the checkpoint's file, both at ${load.perSecond} requests/s`;
    const of = (name: string, ours: number): BenchResult =>
      compareAmounts(name, "ms, 99th percentile", { ours, reference, referenceName }, 2);
    return [of("public data", quiet), of("while writing", busy)];
  } finally {
    await server.terminate();
  }
}
