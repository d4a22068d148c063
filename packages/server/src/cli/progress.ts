import type { Text } from "../languages/language.ts";
import { message } from "../languages/messages.ts";
import type { Invocation } from "./invocation.ts";

const QUIET_MS = 1000;
const EVERY_MS = 250;
/** A line for each, where there is no line to write over. */
const EVERY_ELSEWHERE_MS = 10_000;

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

export type Telling = {
  readonly tell: (done: number, asked: number) => void;
  readonly end: () => void;
};

/** How many paths are done and how long the rest takes; nothing of a run that is over soon. */
export const pathProgress = (invocation: Invocation): Telling =>
  telling(invocation, (done, asked, left) =>
    message("pathsDone", grouped(done), grouped(asked), grouped(left)),
  );

/** The same of a comparison of policies, in per cent. */
export const comparisonProgress = (invocation: Invocation): Telling =>
  telling(invocation, (done, of, left) =>
    message("comparedSoFar", Math.floor((100 * done) / of), grouped(left)),
  );

function telling(
  { terminal, language }: Invocation,
  said: (done: number, asked: number, left: number) => Text,
): Telling {
  const started = performance.now();
  const every = terminal.isInteractive ? EVERY_MS : EVERY_ELSEWHERE_MS;
  let shown = started;
  let hasShown = false;
  const tell = (done: number, asked: number): void => {
    const now = performance.now();
    if (now - started < QUIET_MS || now - shown < every || done === 0) return;
    shown = now;
    const left = Math.ceil(((now - started) * (asked - done)) / done / 1000);
    const text = said(done, asked, left)[language];
    terminal.err(terminal.isInteractive ? `\r\u001b[K${text}` : `${text}\n`);
    hasShown = terminal.isInteractive;
  };
  const end = (): void => {
    if (hasShown) terminal.err("\r\u001b[K");
    hasShown = false;
  };
  return { tell, end };
}

const grouped = (count: number): string => count.toLocaleString("en-US");
