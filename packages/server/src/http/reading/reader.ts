import { join } from "node:path";
import { parentPort, workerData } from "node:worker_threads";
import { assert } from "@jointfund/core/base/assert.ts";
import { assumptionsFor } from "../../scenario/page-assumptions.ts";
import { BlobStore } from "../../storage/blobs.ts";
import { systemDisk } from "../../storage/system-disk.ts";
import { LiveRecord } from "../live-record.ts";
import { compressed, fileMade, makeAnswer, type Made } from "../make-answer.ts";
import type { Office } from "../office.ts";
import { readParameters } from "../parameters.ts";
import { RequestProblem } from "../problem.ts";
import { revisionWith } from "../revision.ts";
import { ROUTES } from "../routes/index.ts";
import { FedFund } from "./fed-fund.ts";
import type { FromReader, Job, Outcome, ReaderData, ToReader } from "./messages.ts";

/**
 * The thread that reads: it replays the record once more and makes the answers that cost much, so
 * that those which cost little, and the statements that come in, wait for none of them.
 */

assert(parentPort !== null, "this is started as a thread");
const port = parentPort;
const { data, assumptions, isDemonstration } = workerData as ReaderData;
const logDirectory = join(data, "log");
const blobs = await BlobStore.open(systemDisk, join(data, "blobs", "sha256"));
const assumed = assumptionsFor(assumptions);

const asked = new Map<number, (leaves: readonly Uint8Array[]) => void>();
let questions = 0;

const fund = new FedFund({
  blob: (hash) => blobs.get(hash),
  entries(from, to) {
    const { promise, resolve } = Promise.withResolvers<readonly Uint8Array[]>();
    const id = questions++;
    asked.set(id, resolve);
    tell({ kind: "ask", id, from, to });
    return promise;
  },
});
const opened = Promise.withResolvers<LiveRecord>();
let isOpening = false;

function tell(message: FromReader, transferred: ArrayBuffer[] = []): void {
  port.postMessage(message, transferred);
}

/** Takes in entries; the first of them found the fund. */
async function take(leaves: readonly Uint8Array[]): Promise<void> {
  fund.take(leaves);
  if (!isOpening) {
    isOpening = true;
    opened.resolve(await LiveRecord.open(fund));
  }
  const record = await opened.promise;
  await record.caughtUp();
  fund.letGo(record.size);
  tell({ kind: "shown", size: record.size });
}

/** The record once it shows so many entries; those that are missing are on their way. */
async function recordOf(size: number): Promise<LiveRecord> {
  const record = await opened.promise;
  while (record.size < size) {
    await new Promise<void>((resolve) => {
      const forget = record.onGrown(() => {
        forget();
        resolve();
      });
    });
  }
  return record;
}

async function make(job: Job): Promise<Outcome> {
  const { url, places, language, person, published, now, isStanding } = job;
  const route = ROUTES.find(({ id }) => id === job.route);
  assert(route !== undefined, "a job names a route");
  const record = await recordOf(job.size);
  const clock = { now: () => now, isStanding };
  const office: Office = {
    ...{ fund, record, logDirectory, clock, assumptions: assumed, isDemonstration },
    published: () => Promise.resolve(published),
  };
  const revision = revisionWith(office, published);
  const made = await makeAnswer(route, {
    ...{ office, language, request: new Request(url) },
    path: readParameters(route.pathSchema, places),
    query: readParameters(route.querySchema, new URL(url).searchParams),
    ...(person === undefined ? {} : { person }),
  });
  const whole = made instanceof Response ? await fileMade(made) : compressed(made);
  return { kind: "made", made: whole, revision };
}

function outcomeOf(failure: unknown): Outcome {
  if (failure instanceof RequestProblem) {
    const { code, parts, findings } = failure;
    return { kind: "problem", code, parts, findings };
  }
  const text = failure instanceof Error ? (failure.stack ?? failure.message) : String(failure);
  return { kind: "fault", text };
}

const buffersOf = ({ body, gzip }: Made): ArrayBuffer[] =>
  gzip === undefined ? [body.buffer] : [body.buffer, gzip.buffer];

port.on("message", (message: ToReader) => {
  switch (message.kind) {
    case "entries":
      void take(message.leaves);
      return;
    case "range":
      asked.get(message.id)?.(message.leaves);
      asked.delete(message.id);
      return;
    case "job":
      void make(message.job)
        .catch(outcomeOf)
        .then((outcome) => {
          const buffers = outcome.kind === "made" ? buffersOf(outcome.made) : [];
          tell({ kind: "outcome", id: message.id, outcome }, buffers);
        });
  }
});
