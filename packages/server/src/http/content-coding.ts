/** Codings that answers and files are sent in, the shortest first. */
export const CODINGS = ["br", "gzip"] as const;

export type Coding = (typeof CODINGS)[number];

/** The most that is looked at of a header. */
const NAMES_MAX = 16;

/** The shortest coding that a client takes, of those that there are (RFC 9110, 12.5.3). */
export function acceptedCoding(
  header: string | null,
  forms: { readonly has: (coding: Coding) => boolean },
): Coding | undefined {
  const weights = new Map<string, number>();
  for (const part of (header ?? "").slice(0, 500).split(",", NAMES_MAX)) {
    const [name = "", weight] = part.split(";", 2);
    const q = /^\s*q=([01](?:\.[0-9]{0,3})?)\s*$/.exec(weight ?? "q=1")?.[1] ?? "0";
    weights.set(name.trim().toLowerCase(), Number(q));
  }
  const others = weights.get("*") ?? 0;
  return CODINGS.find((coding) => forms.has(coding) && (weights.get(coding) ?? others) > 0);
}
