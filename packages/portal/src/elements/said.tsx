import { toldIn } from "@jointfund/core/base/told-text.ts";
import type { ReactNode } from "react";
import { useLanguage } from "../language/language-context.tsx";

/**
 * Controls that would change what a reader sees without being seen: C0 and C1, zero width, line and
 * paragraph separators, and everything that turns the direction of writing.
 */
const UNSEEN =
  /[\0-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/gu;

/** A text that somebody wrote, with every unseen control made visible. */
export const seen = (text: string): string =>
  text.replace(UNSEEN, (control) => {
    const code = control.codePointAt(0) ?? 0;
    return `[U+${code.toString(16).toUpperCase().padStart(4, "0")}]`;
  });

/**
 * A text that somebody wrote: it turns nothing around it and hides nothing. What was said in
 * several languages (R8) is shown in that of the reader.
 */
export function Said({ text }: { readonly text: string }): ReactNode {
  const told = toldIn(text, useLanguage().language);
  return told.language === "" ? (
    <AsSigned text={text} />
  ) : (
    <bdi lang={told.language}>{seen(told.text)}</bdi>
  );
}

/** The same whole, in every language that it has: as it is signed. */
export function AsSigned({ text }: { readonly text: string }): ReactNode {
  return <bdi>{seen(text)}</bdi>;
}
