import { useState } from "react";
import { forgetDraft, keepDraft, keptDraft } from "./draft.ts";

/**
 * A text that is typed, and outlives a reload under its name until it is forgotten. Says whether it
 * does: what is more than the store of a tab takes is in its field alone.
 */
export function useKeptText(
  name: string,
  first = "",
): readonly [text: string, change: (next: string) => void, isKept: boolean] {
  const [text, setText] = useState(() => {
    const kept = keptDraft(name);
    return typeof kept === "string" ? kept : first;
  });
  const [isKept, setKept] = useState(true);
  const change = (next: string): void => {
    setText(next);
    const fits = keepDraft(name, next);
    // An older text must not come back in its place.
    if (!fits) forgetDraft(name);
    setKept(fits);
  };
  return [text, change, isKept];
}
