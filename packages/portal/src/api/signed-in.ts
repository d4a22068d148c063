/**
 * Whether somebody is signed in, as far as the page knows, and what waits for their signing in
 * again. It stands below the components: a request does not know who shows the dialog.
 */

let subject: string | undefined;
let waiting: ((isBack: boolean) => void)[] = [];
const listeners = new Set<() => void>();

function changed(): void {
  for (const listener of listeners) listener();
}

/** Notes who is signed in. Whoever's session ends is not forgotten: they may come back. */
export function knowPerson(now: string | undefined): void {
  subject = now ?? subject;
}

/** Whom the page knows to be signed in, or to have been until a request was refused. */
export const knownSubject = (): string | undefined => subject;

/** Waits until whoever was signed in is so again; false if they do not want to. */
export function signedInAgain(): Promise<boolean> {
  return new Promise((resolve) => {
    waiting = [...waiting, resolve];
    changed();
  });
}

/** Lets go of what waited: it is sent again, or fails. */
export function goOn(isBack: boolean): void {
  const before = waiting;
  waiting = [];
  for (const resolve of before) resolve(isBack);
  changed();
}

/** Whether something waits for somebody to sign in again. */
export const isWaiting = (): boolean => waiting.length > 0;

/** Calls when that changes; returns how to stop. */
export function onWaiting(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
