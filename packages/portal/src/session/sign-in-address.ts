import type { Language } from "../language/text.ts";

type Start = { readonly start: string };

/** Where sign-in with a provider begins, and where it leads to afterwards. */
export function startAddress({ start }: Start, returnTo: string, lang: Language): string {
  return `${start}?${new URLSearchParams({ returnTo, lang }).toString()}`;
}

/** The office's page of sign-in, from which one comes back to where one is. */
export function signInPage(returnTo: string): string {
  return `/sign-in?${new URLSearchParams({ returnTo }).toString()}`;
}

/** Where the window that was opened for signing in ends: it tells the others and closes. */
export const DONE = "/sign-in?done=1";
