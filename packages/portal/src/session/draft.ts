import { useState } from "react";
import { knownSubject } from "../api/signed-in.ts";

const PREFIX = "jointfund.draft.";

/** Drafts are of one person: nobody who signs in afterwards finds them. */
const placeOf = (name: string): string => `${PREFIX}${knownSubject() ?? ""}.${name}`;

function stored(name: string): unknown {
  const text = sessionStorage.getItem(placeOf(name));
  if (text === null) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * What is being written in a form: it outlives a reload of the page, not the closing of its window.
 * `isForm` says whether what was kept still has the form that is needed. Clear it once it is sent.
 */
export function useDraft<Value>(
  name: string,
  empty: Value,
  isForm: (value: unknown) => value is Value,
): readonly [value: Value, change: (next: Value) => void, clear: () => void] {
  const [value, setValue] = useState<Value>(() => {
    const kept = stored(name);
    return isForm(kept) ? kept : empty;
  });
  const change = (next: Value): void => {
    setValue(next);
    sessionStorage.setItem(placeOf(name), JSON.stringify(next));
  };
  const clear = (): void => {
    setValue(empty);
    sessionStorage.removeItem(placeOf(name));
  };
  return [value, change, clear];
}

/** Takes away every draft, as whoever signs out expects it. */
export function forgetDrafts(): void {
  const names = Object.keys(sessionStorage).filter((name) => name.startsWith(PREFIX));
  for (const name of names) sessionStorage.removeItem(name);
}
