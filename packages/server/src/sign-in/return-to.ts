/** Longest address inside the office to which somebody is sent back. */
const LENGTH_MAX = 1_000;

/** An office that nobody is at: what addresses are read against. */
const NOWHERE = "http://office.invalid";

/**
 * Where to go after sign-in: an address inside the office, or its first page. What a browser could
 * take for another host, in whatever spelling, leads to the first page (H42).
 */
export function returnTo(asked: string | null | undefined): string {
  if (asked === null || asked === undefined || asked.length > LENGTH_MAX) return "/";
  // A browser drops tabs and line ends, and takes a backslash for a slash.
  // oxlint-disable-next-line no-control-regex -- the rule is about control characters
  if (!/^\/(?![/\\])/.test(asked) || /[\u0000-\u001f\u007f\\]/.test(asked)) return "/";
  const url = URL.parse(asked, NOWHERE);
  if (url === null || url.origin !== NOWHERE) return "/";
  const inside = url.pathname + url.search + url.hash;
  return inside.startsWith("//") ? "/" : inside;
}
