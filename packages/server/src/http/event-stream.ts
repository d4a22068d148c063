import type { LiveRecord } from "./live-record.ts";
import { RequestProblem } from "./problem.ts";

/** Listeners at the same time; each holds a connection. */
const LISTENERS_MAX = 500;
/** So that what lies between keeps a silent connection open, and a lost one is noticed. */
const HEARTBEAT_MS = 15_000;
/** How soon a browser comes back after the connection was lost. */
const RETRY_MS = 2_000;
/** Events that are written at once before the client must have taken some. */
const BATCH = 256;

const listeners = new WeakMap<LiveRecord, { count: number }>();

function counterOf(record: LiveRecord): { count: number } {
  let counter = listeners.get(record);
  if (counter === undefined) listeners.set(record, (counter = { count: 0 }));
  return counter;
}

/**
 * An event for every entry from an index on, then for each new one as it is recorded (H26). The
 * event's id is the entry's index, so that a browser resumes where it was cut off.
 */
export function eventStream(record: LiveRecord, from: number): Response {
  const counter = counterOf(record);
  if (counter.count >= LISTENERS_MAX) throw new RequestProblem("too_many_listeners");
  counter.count++;
  const encoder = new TextEncoder();
  let next = from;
  let isOpen = true;
  let stop = (): void => undefined;
  const writeBatch = (controller: ReadableStreamDefaultController<Uint8Array>): boolean => {
    if (next >= record.size) return false;
    const start = next;
    // Before the bytes are handed over: a reader that waits for them asks for more at once.
    next = Math.min(record.size, next + BATCH);
    controller.enqueue(encoder.encode(eventsOf(record, start, next)));
    return true;
  };
  const body = new ReadableStream<Uint8Array>(
    {
      start(controller) {
        controller.enqueue(encoder.encode(`retry: ${RETRY_MS}\n\n`));
        const write = (): void => {
          while ((controller.desiredSize ?? 0) > 0 && writeBatch(controller));
        };
        const beat = setInterval(() => {
          if ((controller.desiredSize ?? 0) > 0) controller.enqueue(encoder.encode(": \n\n"));
        }, HEARTBEAT_MS);
        beat.unref();
        const forget = record.onGrown(write);
        stop = () => {
          if (!isOpen) return;
          isOpen = false;
          clearInterval(beat);
          forget();
          counter.count--;
        };
        write();
      },
      pull: (controller) => void writeBatch(controller),
      cancel: () => stop(),
    },
    { highWaterMark: 4 },
  );
  const headers = { "Content-Type": "text/event-stream", "Cache-Control": "no-store" };
  return new Response(body, { headers: { ...headers, "X-Accel-Buffering": "no" } });
}

function eventsOf({ view: { notes } }: LiveRecord, from: number, to: number): string {
  let text = "";
  for (let index = from; index < to; index++) {
    const { kind, recordedAt, act } = notes[index]!;
    const data = JSON.stringify({ index, kind, recordedAt, ...(act === undefined ? {} : { act }) });
    text += `id: ${index}\nevent: entry\ndata: ${data}\n\n`;
  }
  return text;
}
