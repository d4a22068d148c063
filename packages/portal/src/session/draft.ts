/**
 * Under names that start so a form keeps what is typed in the store of its tab, so that a reload
 * loses nothing. It is of the person who typed it.
 */
const DRAFT = "jointfund.draft.";

/** Whose drafts they are: the subject of the person who signed in last in this tab. */
const OWNER = "jointfund.drafts-of";

/**
 * Keeps what is typed, or says that it is more than the store of a tab takes: then it stays in its
 * form alone.
 */
export function keepDraft(name: string, draft: unknown): boolean {
  try {
    sessionStorage.setItem(DRAFT + name, JSON.stringify(draft));
    return true;
  } catch (failure) {
    if (failure instanceof DOMException && failure.name === "QuotaExceededError") return false;
    throw failure;
  }
}

/** What was kept under a name, if it can be read. */
export function keptDraft(name: string): unknown {
  try {
    return JSON.parse(sessionStorage.getItem(DRAFT + name) ?? "null") as unknown;
  } catch {
    return null;
  }
}

export const forgetDraft = (name: string): void => sessionStorage.removeItem(DRAFT + name);

/** Takes away every draft, as whoever signs out expects it; says whether there was one. */
export function forgetDrafts(): boolean {
  const names = Object.keys(sessionStorage).filter((name) => name.startsWith(DRAFT));
  for (const name of names) sessionStorage.removeItem(name);
  sessionStorage.removeItem(OWNER);
  return names.length > 0;
}

/** Notes whose drafts are kept from now on. Somebody else finds none of those before. */
export function keepDraftsOf(subject: string): void {
  const before = sessionStorage.getItem(OWNER);
  if (before === subject) return;
  const hadDrafts = before !== null && forgetDrafts();
  sessionStorage.setItem(OWNER, subject);
  // A form may have taken one in already.
  if (hadDrafts) location.reload();
}
