import type { QueryClient } from "@tanstack/react-query";
import { useSyncExternalStore } from "react";
import { openSharedEvents } from "./event-source.ts";
import { wantNewest } from "./newest.ts";

/** How the page hangs on the record: it gets news, or has lost the office for the moment. */
export type Connection = "connecting" | "live" | "lost";

/** Answers are asked for again so often at most, however fast entries come. */
const REFRESH_MS = 1_500;

let connection: Connection = "connecting";
const listeners = new Set<() => void>();

function become(next: Connection): void {
  if (next === connection) return;
  connection = next;
  for (const listener of listeners) listener();
}

/**
 * Follows the record by server-sent events: what is shown is asked for again when it grows, and
 * after a connection that was lost. Returns how to stop.
 */
export function followRecord(client: QueryClient): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const refresh = (): void => {
    timer ??= setTimeout(() => {
      timer = undefined;
      wantNewest();
      void client.invalidateQueries();
    }, REFRESH_MS);
  };
  const stop = openSharedEvents((news) => {
    if (news === "lost") become("lost");
    else {
      // What was recorded while nobody listened is asked for too.
      if (news === "entry" || connection !== "connecting") refresh();
      become("live");
    }
  });
  return () => {
    clearTimeout(timer);
    stop();
  };
}

/** The state of the connection to the office. */
export function useConnection(): Connection {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => connection,
  );
}
