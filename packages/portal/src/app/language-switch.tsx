import type { ReactNode } from "react";
import { useLanguage, useText } from "../language/language-context.tsx";
import { LANGUAGES } from "../language/text.ts";
import { words } from "./words.ts";

/** Each language by its own name. */
const NAMES = { en: "English", ja: "日本語" } as const;

export function LanguageSwitch(): ReactNode {
  const t = useText();
  const { language, choose } = useLanguage();
  return (
    <div className="switch" role="group" aria-label={t(words.language)}>
      {LANGUAGES.map((each) => (
        <button
          key={each}
          type="button"
          lang={each}
          aria-pressed={each === language}
          onClick={() => choose(each)}
        >
          {NAMES[each]}
        </button>
      ))}
    </div>
  );
}
