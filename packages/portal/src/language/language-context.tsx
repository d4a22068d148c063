import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from "react";
import { type Language, LANGUAGES, type LocalizedText, type Text, textIn } from "./text.ts";

const STORED = "jointfund.language";

type Chosen = { readonly language: Language; readonly choose: (language: Language) => void };

const LanguageContext = createContext<Chosen | undefined>(undefined);

const isLanguage = (text: string | null): text is Language => LANGUAGES.some((of) => of === text);

/** That of the address (`?lang=ja`), else the one chosen before, else the browser's. */
function firstLanguage(): Language {
  const asked = new URLSearchParams(location.search).get("lang");
  if (isLanguage(asked)) return asked;
  const stored = localStorage.getItem(STORED);
  if (isLanguage(stored)) return stored;
  return navigator.language.toLowerCase().startsWith("ja") ? "ja" : "en";
}

/** Holds the language of everything below it. */
export function LanguageProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const [language, setLanguage] = useState(firstLanguage);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const chosen = useMemo(
    () => ({
      language,
      choose(next: Language) {
        localStorage.setItem(STORED, next);
        setLanguage(next);
      },
    }),
    [language],
  );
  return <LanguageContext.Provider value={chosen}>{children}</LanguageContext.Provider>;
}

/** The language that is read in, and how to choose another. */
export function useLanguage(): Chosen {
  const chosen = useContext(LanguageContext);
  if (chosen === undefined) throw new Error("no language is provided here");
  return chosen;
}

/** Says a text in the language that is read in: `t(words.netAssets)`, `t(words.of, "3", "7")`. */
export function useText(): (text: Text | LocalizedText, ...values: readonly string[]) => string {
  const { language } = useLanguage();
  return useMemo(
    () =>
      (text, ...values) =>
        textIn(language, text, ...values),
    [language],
  );
}
