import { Worker } from "node:worker_threads";
import type { FromWorker, Outcome, Progress, Work } from "./work.ts";

/**
 * What a piece of work may take: processor time of its thread, ms, and its memory, MB. Whatever
 * else the machine does, a legitimate question is answered.
 */
export type Bounds = { readonly processorMs: number; readonly memoryMb: number };

/** How often a thread is asked what it has taken. */
const LOOK_MS = 250;
/** A thread that does nothing ends after so many times its processor time. */
const IDLE_TIMES = 20;

/** The work took more than its bounds, or was called off. */
export class WorkEnded extends Error {
  override readonly name = "WorkEnded";
  readonly why: "time" | "memory" | "cancelled";

  constructor(why: WorkEnded["why"]) {
    super(`the work was ended: ${why}`);
    this.why = why;
  }
}

export type UnderWay = {
  /** Rejects with `WorkEnded`, or with the fault of the thread. */
  readonly outcome: Promise<Outcome>;
  readonly cancel: () => void;
};

/** Starts a thread for a piece of work; whatever it is doing, it ends within its bounds. */
export function startWork(
  work: Work,
  { processorMs, memoryMb }: Bounds,
  onProgress: (progress: Progress) => void = () => undefined,
): UnderWay {
  const worker = new Worker(new URL("./worker.ts", import.meta.url), {
    workerData: work,
    resourceLimits: { maxOldGenerationSizeMb: memoryMb },
  });
  // Whoever serves keeps the process alive, not this.
  worker.unref();
  let cancel = (): void => undefined;
  const outcome = new Promise<Outcome>((resolve, reject) => {
    const started = performance.now();
    const look = async (): Promise<void> => {
      const { user, system } = await worker.cpuUsage();
      const isOver = (user + system) / 1000 > processorMs;
      const isIdle = performance.now() - started > IDLE_TIMES * processorMs;
      if (isOver || isIdle) reject(new WorkEnded("time"));
    };
    // A thread that has ended by now has settled already.
    const timer = setInterval(() => void look().catch(() => undefined), LOOK_MS);
    timer.unref();
    cancel = () => reject(new WorkEnded("cancelled"));
    worker.on("message", (message: FromWorker) => {
      if (message.kind === "progress") onProgress(message.progress);
      else resolve(message.outcome);
    });
    worker.on("error", (failure) => {
      const isMemory =
        failure instanceof Error &&
        "code" in failure &&
        failure.code === "ERR_WORKER_OUT_OF_MEMORY";
      const fault = failure instanceof Error ? failure : new Error(String(failure));
      reject(isMemory ? new WorkEnded("memory") : fault);
    });
    worker.on("exit", () => {
      clearInterval(timer);
      reject(new Error("the thread of a piece of work ended without its outcome"));
    });
  }).finally(() => void worker.terminate());
  return { outcome, cancel: () => cancel() };
}
