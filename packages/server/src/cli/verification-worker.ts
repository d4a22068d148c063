import { setPriority } from "node:os";
import { parentPort, workerData } from "node:worker_threads";
import { assert } from "@jointfund/core/base/assert.ts";
import { systemFiles, type Files } from "@jointfund/verifier/files.ts";
import type { VerifyReport } from "@jointfund/verifier/report.ts";
import { verify, type Progress } from "@jointfund/verifier/verify.ts";

/** A fund's data directory, and a checkpoint that was held elsewhere if there is one. */
export type VerifierData = { readonly data: string; readonly checkpoint?: string };

export type FromVerifier =
  | { readonly kind: "progress"; readonly progress: Progress }
  | { readonly kind: "report"; readonly report: VerifyReport };

/** What of the directory others cannot fetch, and this does not look at. */
const OWN = ["journal", "signer"];
/** The name by which the verifier asks for the checkpoint that was brought along. */
const HELD = "checkpoint of your own";
const TOLD_EVERY_MS = 200;
/** Behind the threads that serve: on Linux a priority is that of the thread which sets it. */
const PRIORITY = 10;

/**
 * The files of a copy that somebody has fetched: the published log as of the checkpoint that stood
 * when it began, since the log goes on meanwhile.
 */
function fetchedFiles({ data, checkpoint }: VerifierData): Files {
  const root = data.replace(/\/+$/, "");
  const published = `${root}/log/checkpoint`;
  const begun = systemFiles.read(published);
  const held = checkpoint === undefined ? undefined : new TextEncoder().encode(checkpoint);
  const isOwn = (path: string): boolean => OWN.some((name) => path.startsWith(`${root}/${name}/`));
  return {
    open: (path) => (isOwn(path) ? undefined : systemFiles.open(path)),
    read(path) {
      if (path === HELD) return held;
      if (path === published) return begun;
      return isOwn(path) ? undefined : systemFiles.read(path);
    },
    list: (path) => systemFiles.list(path)?.filter((name) => path !== root || !OWN.includes(name)),
  };
}

assert(parentPort !== null, "this is started as a thread");
const port = parentPort;
const given = workerData as VerifierData;
if (process.platform === "linux") setPriority(PRIORITY);

let next = 0;
const report = await verify({
  directory: given.data,
  files: fetchedFiles(given),
  against: given.checkpoint === undefined ? undefined : HELD,
  onProgress(progress) {
    if (performance.now() < next) return;
    next = performance.now() + TOLD_EVERY_MS;
    port.postMessage({ kind: "progress", progress } satisfies FromVerifier);
  },
});
port.postMessage({ kind: "report", report } satisfies FromVerifier);
