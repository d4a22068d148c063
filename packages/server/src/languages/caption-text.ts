import type { Caption } from "@jointfund/core/statements/statement.ts";
import { localized, type Text } from "./language.ts";
import { CAPTIONS } from "./statement-labels.ts";

/** Words of a caption: those of its key, the name that it is of, or both. */
export function captionText({ key, name }: Caption): Text {
  const words = key === undefined ? undefined : CAPTIONS[key];
  const named = name === undefined || Object.keys(name).length === 0 ? undefined : localized(name);
  if (words === undefined) return named ?? { en: "", ja: "" };
  if (named === undefined) return words;
  return { en: `${words.en}: ${named.en}`, ja: `${words.ja}：${named.ja}` };
}
