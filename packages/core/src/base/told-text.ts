/** A language's mark at the beginning of its part: "[en] ", "[pt-BR] ". */
const MARK = /(?<=^|\s)\[([a-z]{2,3}(?:-[A-Z]{2})?)\]\s/g;

/** One text that people wrote, in one of the languages in which they said the same. */
export type ToldPart = { readonly language: string; readonly text: string };

/**
 * The parts of a text that says the same in several languages: "[en] Bank advice [ja] 入金通知"
 * (R8). Nothing for a text that does not begin with a language's mark, that gives a language twice,
 * or has nothing behind a mark: it is read as it stands.
 */
export function toldParts(text: string): readonly ToldPart[] {
  if (!text.startsWith("[")) return [];
  const marks = [...text.matchAll(MARK)];
  if (marks[0]?.index !== 0) return [];
  const parts = marks.map((mark, at) => ({
    language: mark[1]!,
    text: text.slice(mark.index + mark[0].length, marks[at + 1]?.index).trim(),
  }));
  const languages = new Set(parts.map(({ language }) => language));
  const isWhole = languages.size === parts.length && parts.every((part) => part.text !== "");
  return isWhole ? parts : [];
}

/** The part in a language, or else in the first that it has; the text itself where it has none. */
export function toldIn(text: string, language: string): ToldPart {
  const parts = toldParts(text);
  return parts.find((part) => part.language === language) ?? parts[0] ?? { language: "", text };
}
