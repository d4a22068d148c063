import { useEffect, useState } from "react";
import type { FormFields } from "./draft-value.ts";

/** A draft as it stands in its form. */
export type Draft = {
  readonly body: FormFields;
  readonly effectiveDate: string;
  readonly basis: "commercial" | "policy";
  readonly reason: string;
  readonly evidence: string;
  readonly mostCash: string;
};

const keyOf = (type: string): string => `jointfund.draft.${type}`;

/** What was kept is from this page itself; what has another form was kept by an older one. */
function keptDraft(type: string, fresh: Draft): Draft {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(keyOf(type)) ?? "null");
    if (typeof kept !== "object" || kept === null || !("body" in kept)) return fresh;
    return { ...fresh, ...(kept as Partial<Draft>) };
  } catch {
    return fresh;
  }
}

/**
 * A draft that outlives the page: it stays in this tab's store until it is discarded, so that
 * nothing typed is lost with a session, a connection or a reload.
 */
export function useDraft(
  type: string,
  fresh: Draft,
): readonly [draft: Draft, change: (next: Partial<Draft>) => void, discard: () => void] {
  const [draft, setDraft] = useState(() => keptDraft(type, fresh));
  const [isTouched, setTouched] = useState(false);
  useEffect(() => {
    if (isTouched) sessionStorage.setItem(keyOf(type), JSON.stringify(draft));
  }, [type, draft, isTouched]);
  const change = (next: Partial<Draft>): void => {
    setTouched(true);
    setDraft((before) => ({ ...before, ...next }));
  };
  const discard = (): void => {
    sessionStorage.removeItem(keyOf(type));
    setTouched(false);
    setDraft(fresh);
  };
  return [draft, change, discard];
}
