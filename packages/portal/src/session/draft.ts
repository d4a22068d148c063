import { useSuspenseQuery } from "@tanstack/react-query";
import { useState } from "react";
import { readSession, sessionKey } from "./session.ts";

const PREFIX = "jointfund.draft.";

function stored(place: string): unknown {
  const text = sessionStorage.getItem(place);
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
  const { data } = useSuspenseQuery({ queryKey: sessionKey, queryFn: readSession });
  // Drafts are of one person: nobody who signs in afterwards finds them. They stay that person's
  // when the session ends while they write.
  const [place] = useState(`${PREFIX}${data.person?.subject ?? ""}.${name}`);
  const [value, setValue] = useState<Value>(() => {
    const kept = stored(place);
    return isForm(kept) ? kept : empty;
  });
  const change = (next: Value): void => {
    setValue(next);
    sessionStorage.setItem(place, JSON.stringify(next));
  };
  const clear = (): void => {
    setValue(empty);
    sessionStorage.removeItem(place);
  };
  return [value, change, clear];
}

/** Takes away every draft, as whoever signs out expects it. */
export function forgetDrafts(): void {
  const names = Object.keys(sessionStorage).filter((name) => name.startsWith(PREFIX));
  for (const name of names) sessionStorage.removeItem(name);
}
