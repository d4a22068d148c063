import { useApi } from "../../../api/use-api.ts";
import type { Option } from "../../../elements/choice-field.tsx";
import { useText } from "../../../language/language-context.tsx";
import { words } from "../words.ts";

/** A charter as the API takes it: one that it knows, or text. */
export type Source = {
  readonly charter?: string;
  readonly text?: string;
  readonly side?: string;
};

/** The choice of a text of one's own. */
export const OWN = "own";

/** "example.draft@US": a known charter, of a draft with the side whose reading it is. */
export function sourceOf(choice: string): Source {
  const [charter = "", side] = choice.split("@");
  return side === undefined ? { charter } : { charter, side };
}

/** The charters that can be chosen by name, of a draft each side's reading. */
export function useCharterOptions(): readonly Option[] {
  const t = useText();
  const { items } = useApi("/api/v1/charters", {});
  return items.flatMap(({ id, of, title, version, sides }): readonly Option[] => {
    const said = (language: "en" | "ja"): string =>
      of === "example"
        ? t({ en: words.example[language], ja: words.example[language] }, title[language] ?? "")
        : t(
            { en: words.version[language], ja: words.version[language] },
            title[language] ?? "",
            String(version),
          );
    const name = { en: said("en"), ja: said("ja") };
    if (sides.length === 0) return [{ id, name }];
    return sides.map((side) => ({
      id: `${id}@${side}`,
      name: {
        en: t({ en: words.reading.en, ja: words.reading.en }, name.en, side),
        ja: t({ en: words.reading.ja, ja: words.reading.ja }, name.ja, side),
      },
    }));
  });
}
