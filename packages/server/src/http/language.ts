import type { Language } from "../languages/language.ts";

const RANGE =
  /^\s*([A-Za-z]{1,8}|\*)(?:-[A-Za-z0-9-]{1,40})?\s*(?:;\s*q=([01](?:\.[0-9]{1,3})?))?\s*$/;

/** The most that is looked at of a header: more is nobody's wish. */
const RANGES_MAX = 16;

/** The language that is preferred of ours (RFC 9110, 12.5.4); English where neither is. */
export function languageAsked(header: string | null): Language {
  let best: { readonly language: Language; readonly q: number } | undefined;
  for (const range of (header ?? "").slice(0, 500).split(",", RANGES_MAX)) {
    const [, tag = "", weight = "1"] = RANGE.exec(range) ?? [];
    const name = tag.toLowerCase();
    if (name !== "en" && name !== "ja") continue;
    const q = Number(weight);
    if (q > 0 && (best === undefined || q > best.q)) best = { language: name, q };
  }
  return best?.language ?? "en";
}
