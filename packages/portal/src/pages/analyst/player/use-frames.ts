import { useSuspenseQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { type Answer, read, useApi } from "../../../api/use-api.ts";
import type { Text } from "../../../language/text.ts";

type Steps = Answer<"/api/v1/steps">;
export type Step = Steps["items"][number];

/** A moment of the record: what its entry left, and what was contested in it. */
export type Frame = Step & { readonly contested: readonly Text[] };

export type Frames = Pick<Steps, "currency" | "sides" | "covenants"> & {
  readonly frames: readonly Frame[];
};

/** Above so many steps the last of each day stands for it. */
const STEPS_MAX = 4_000;
const PART = 500;

async function allSteps(): Promise<Steps> {
  const first = await read("/api/v1/steps", { query: { limit: PART } });
  const every = first.total > STEPS_MAX ? ("day" as const) : ("entry" as const);
  const items: Step[] = every === "entry" ? [...first.items] : [];
  let next = every === "entry" ? first.next : "";
  while (next !== undefined) {
    const cursor = next === "" ? {} : { cursor: next };
    const part: Steps = await read("/api/v1/steps", { query: { limit: PART, every, ...cursor } });
    items.push(...part.items);
    next = part.next;
  }
  return { ...first, items };
}

/** Every moment that changed a figure or was contested, in the order of the log. */
export function useFrames(): Frames {
  const { data: steps } = useSuspenseQuery({ queryKey: ["steps", "all"], queryFn: allSteps });
  const { episodes } = useApi("/api/v1/page", {});
  return useMemo(() => framesOf(steps, episodes), [steps, episodes]);
}

function framesOf(steps: Steps, episodes: Answer<"/api/v1/page">["episodes"]): Frames {
  const { currency, sides, covenants, items } = steps;
  const contested = new Map<number, Text[]>();
  const days = new Map<number, string>();
  for (const { lines } of episodes) {
    for (const { entry, on, text } of lines) {
      contested.set(entry, [...(contested.get(entry) ?? []), text]);
      days.set(entry, on);
    }
  }
  const frames: Frame[] = [];
  const waiting = [...contested.keys()].toSorted((a, b) => a - b);
  const between = (before: number): void => {
    while (waiting[0] !== undefined && waiting[0] < before) {
      const entry = waiting.shift()!;
      const last = frames.at(-1);
      if (last !== undefined) frames.push(carriedOn(last, entry, days.get(entry)!, contested));
    }
  };
  for (const step of items) {
    between(step.entry);
    if (waiting[0] === step.entry) waiting.shift();
    frames.push({ ...step, contested: contested.get(step.entry) ?? [] });
  }
  between(Number.POSITIVE_INFINITY);
  return { currency, sides, covenants, frames };
}

/** An entry that was contested and changed nothing: the figures are those of the one before. */
function carriedOn(
  { act: _act, type: _type, ...last }: Frame,
  entry: number,
  on: string,
  contested: ReadonlyMap<number, readonly Text[]>,
): Frame {
  const [name] = contested.get(entry)!;
  return { ...last, entry, on, name: name!, contested: contested.get(entry)! };
}
