import type { Language } from "./report-texts.ts";

/** What the program takes. */
export const USAGE = `usage: verify DIR [--against FILE] [--founding HASH] [--json] [--lang en|ja]

  DIR              a fund's data directory, or a copy of its published log
  --against FILE   a signed checkpoint that was held elsewhere
  --founding HASH  the leaf hash that entry 0 must have
`;

export type Arguments = {
  readonly directory: string;
  readonly against?: string;
  readonly founding?: string;
  readonly isJson: boolean;
  readonly language: Language;
};

/** The arguments, or nothing where they are not as the usage says. */
export function parseArguments(words: readonly string[]): Arguments | undefined {
  const values = new Map<string, string>();
  const directories: string[] = [];
  let isJson = false;
  for (let n = 0; n < words.length; n++) {
    const word = words[n]!;
    if (word === "--json") isJson = true;
    else if (["--against", "--founding", "--lang"].includes(word)) {
      const value = words[++n];
      if (value === undefined || values.has(word)) return undefined;
      values.set(word, value);
    } else if (word.startsWith("-")) return undefined;
    else directories.push(word);
  }
  const [directory, ...others] = directories;
  const [against, founding] = [values.get("--against"), values.get("--founding")];
  const language = values.get("--lang") ?? "en";
  if (directory === undefined || others.length > 0) return undefined;
  if (language !== "en" && language !== "ja") return undefined;
  if (founding !== undefined && !/^[0-9a-f]{64}$/.test(founding)) return undefined;
  return {
    ...{ directory, isJson, language },
    ...(against === undefined ? {} : { against }),
    ...(founding === undefined ? {} : { founding }),
  };
}
