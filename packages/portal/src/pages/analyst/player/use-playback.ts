import { type KeyboardEvent, useCallback, useEffect, useState } from "react";

/** Moments a second that can be chosen. */
export const SPEEDS = [1, 4, 12, 40] as const;

/** The screen is drawn so often at most: what is faster skips moments. */
const FRAME_MS = 60;

export type Playback = {
  readonly at: number;
  readonly isPlaying: boolean;
  readonly speed: number;
  readonly setSpeed: (speed: number) => void;
  readonly go: (to: number) => void;
  readonly toggle: () => void;
  /** To the contested moment before or after. */
  readonly jump: (direction: 1 | -1) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
};

/** A place among so many moments that moves by itself while it plays. */
export function usePlayback(count: number, contested: readonly number[], start: number): Playback {
  const [at, setAt] = useState(Math.min(start, count - 1));
  const [isPlaying, setPlaying] = useState(false);
  const [speed, setSpeed] = useState<number>(SPEEDS[1]);
  const last = count - 1;
  const go = useCallback(
    (to: number) => {
      setPlaying(false);
      setAt(Math.max(0, Math.min(last, to)));
    },
    [last],
  );
  useEffect(() => {
    if (!isPlaying) return undefined;
    const every = Math.max(FRAME_MS, 1_000 / speed);
    const by = Math.max(1, Math.round((speed * every) / 1_000));
    const timer = setInterval(() => setAt((before) => Math.min(last, before + by)), every);
    return () => clearInterval(timer);
  }, [isPlaying, speed, last]);
  useEffect(() => {
    if (at >= last) setPlaying(false);
  }, [at, last]);
  const toggle = (): void => {
    if (!isPlaying && at >= last) setAt(0);
    setPlaying(!isPlaying);
  };
  const jump = (direction: 1 | -1): void => {
    const next =
      direction === 1
        ? contested.find((place) => place > at)
        : contested.findLast((place) => place < at);
    if (next !== undefined) go(next);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const act = keyed(event, { at, last, go, toggle, jump });
    if (act === undefined) return;
    event.preventDefault();
    act();
  };
  return { at, isPlaying, speed, setSpeed, go, toggle, jump, onKeyDown };
}

/** What a key does; nothing for keys of fields and for those that press a button. */
function keyed(
  { key, target, ctrlKey, metaKey, altKey }: KeyboardEvent,
  {
    at,
    last,
    go,
    toggle,
    jump,
  }: Pick<Playback, "at" | "go" | "toggle" | "jump"> & {
    readonly last: number;
  },
): (() => void) | undefined {
  if (ctrlKey || metaKey || altKey || target instanceof HTMLSelectElement) return undefined;
  const isButton = target instanceof HTMLButtonElement || target instanceof HTMLAnchorElement;
  switch (key) {
    case " ":
      return isButton ? undefined : toggle;
    case "ArrowLeft":
      return () => go(at - 1);
    case "ArrowRight":
      return () => go(at + 1);
    case "PageUp":
      return () => jump(-1);
    case "PageDown":
      return () => jump(1);
    case "Home":
      return () => go(0);
    case "End":
      return () => go(last);
    default:
      return undefined;
  }
}
