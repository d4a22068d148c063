import { message } from "../languages/messages.ts";
import type { Invocation } from "./invocation.ts";

const QUIET_MS = 1000;
const EVERY_MS = 250;

/** A line that tells how far a long replay is; at a terminal only, and only after a second. */
export function replayProgress({
  terminal,
  language,
}: Invocation): (entries: number, of: number) => void {
  if (!terminal.isInteractive) return () => undefined;
  const started = performance.now();
  let shown = started;
  let hasShown = false;
  return (entries, of) => {
    const now = performance.now();
    if (entries === of) {
      if (hasShown) terminal.err("\r\u001b[K");
      return;
    }
    if (now - started < QUIET_MS || now - shown < EVERY_MS) return;
    shown = now;
    hasShown = true;
    terminal.err(`\r\u001b[K${message("replaying", entries, of)[language]}`);
  };
}
