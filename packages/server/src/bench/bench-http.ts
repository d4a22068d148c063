import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
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
import { type Played, playForBench, TEN_YEARS } from "./bench-played.ts";
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

/** Milliseconds until an answer is whole. */
function ask(agent: Agent, port: number, path: string, body?: Uint8Array): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const method = body === undefined ? "GET" : "POST";
  const headers = body === undefined ? {} : { "Content-Type": "application/json" };
  const sent = request({ agent, port, path, method, headers, host: "127.0.0.1" }, (answer) => {
    assert((answer.statusCode ?? 500) < 400, `${path} is answered (${answer.statusCode})`);
    answer.resume();
    answer.on("end", resolve);
  });
  sent.on("error", reject);
  sent.end(body);
  return promise;
}

/** The 99th percentile of the time from when a request was to be sent to its answer, in ms. */
async function percentile(
  port: number,
  paths: readonly string[],
  { perSecond, seconds }: { readonly perSecond: number; readonly seconds: number },
): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  const times: number[] = [];
  const all: Promise<void>[] = [];
  const start = performance.now();
  for (let n = 0; n < perSecond * seconds; n++) {
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

/**
 * How long the slowest of a hundred readers waits for the public page's data, beside a file that
 * the same server only sends; and the same while statements come in.
 */
export async function benchHttp(options: HttpBenchOptions = {}): Promise<readonly BenchResult[]> {
  const { scenario = TEN_YEARS, perSecond = 500, seconds = 10 } = options;
  const data = await mkdtemp(join(tmpdir(), "jointfund-bench-"));
  const played = await playForBench(scenario, data);
  const workerData = { data, leaf: played.leaf, charter: encodeCharter(played.charter) };
  const server = new Worker(new URL("./http-server-worker.ts", import.meta.url), { workerData });
  try {
    const [port] = (await once(server, "message")) as [number];
    const load = { perSecond, seconds };
    // What is asked for first compiles the code.
    await percentile(port, PUBLIC, { perSecond: 50, seconds: 1 });
    const reference = await percentile(port, STATIC, load);
    const quiet = await percentile(port, PUBLIC, load);
    const stop = write(port, played);
    // The mirrors of the demonstration first read the whole record, once.
    await setTimeout(seconds * 400);
    const busy = await percentile(port, PUBLIC, load);
    await stop();
    const referenceName = `ms for the checkpoint's file, both at ${perSecond} requests/s`;
    const of = (name: string, ours: number): BenchResult =>
      compareAmounts(name, "ms, 99th percentile", { ours, reference, referenceName }, 2);
    return [of("public data", quiet), of("while writing", busy)];
  } finally {
    await server.terminate();
    await rm(data, { recursive: true, force: true });
  }
}
