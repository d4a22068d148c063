import { useEffect, useState } from "react";
import { forgetDraft, keepDraft, keptDraft } from "../../session/draft.ts";
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

/** What was kept is from this page itself; what has another form was kept by an older one. */
function draftOf(type: string, fresh: Draft): Draft {
  const kept = keptDraft(type);
  if (typeof kept !== "object" || kept === null || !("body" in kept)) return fresh;
  const before = kept as Partial<Draft>;
  // What the address fills in is what its link was about.
  return { ...fresh, ...before, body: { ...before.body, ...fresh.body } };
}

type DraftInStore = {
  readonly draft: Draft;
  readonly change: (next: Partial<Draft>) => void;
  readonly discard: () => void;
  /** Whether a reload would bring it back; what is far too long is in the form alone. */
  readonly isKept: boolean;
};

/**
 * A draft that outlives the page: it stays in this tab's store until it is discarded, so that
 * nothing typed is lost with a session, a connection or a reload.
 */
export function useDraft(type: string, fresh: Draft): DraftInStore {
  const [draft, setDraft] = useState(() => draftOf(type, fresh));
  const [isTouched, setTouched] = useState(false);
  const [isKept, setKept] = useState(true);
  useEffect(() => {
    if (isTouched) setKept(keepDraft(type, draft));
  }, [type, draft, isTouched]);
  const change = (next: Partial<Draft>): void => {
    setTouched(true);
    setDraft((before) => ({ ...before, ...next }));
  };
  const discard = (): void => {
    forgetDraft(type);
    setTouched(false);
    setKept(true);
    setDraft(fresh);
  };
  return { draft, change, discard, isKept };
}
