/**
 * Under names that start so a form keeps what is typed in the store of its tab, so that a reload
 * loses nothing. It is of the person who typed it.
 */
const DRAFT = "jointfund.draft.";

/** Whose drafts they are: the subject of the person who signed in last in this tab. */
const OWNER = "jointfund.drafts-of";

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
