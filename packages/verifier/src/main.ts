import { formatReport } from "./format-report.ts";
import { EXIT_CODES } from "./report.ts";
import type { Language } from "./report-texts.ts";
import { verify, type Progress } from "./verify.ts";

/**
 * The verifier as a program of its own, for whoever wants to run nothing else of ours:
 * `node packages/verifier/src/main.ts DIR`. Exits with 0 where the record holds, 1 where it is
 * broken, 2 where nothing can be said or the arguments are wrong.
 */

const USAGE = `usage: verify DIR [--against FILE] [--founding HASH] [--json] [--lang en|ja]

  DIR              a fund's data directory, or a copy of its published log
  --against FILE   a signed checkpoint that was held elsewhere
  --founding HASH  the leaf hash that entry 0 must have
`;

type Arguments = {
  readonly directory: string;
  readonly against?: string;
  readonly founding?: string;
  readonly isJson: boolean;
  readonly language: Language;
};

/** Nothing where the arguments are not as the usage says. */
function parseArguments(words: readonly string[]): Arguments | undefined {
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

/** Says every second how far it is. */
function reportProgress(): (progress: Progress) => void {
  let next = performance.now() + 1_000;
  return ({ step, entries }) => {
    // Asking for the time is cheap, but not as cheap as most entries.
    if (entries % 64 !== 0 || performance.now() < next) return;
    next = performance.now() + 1_000;
    process.stderr.write(`${step}: ${entries} entries\n`);
  };
}

async function main(words: readonly string[]): Promise<number> {
  const parsed = parseArguments(words);
  if (parsed === undefined) {
    process.stderr.write(USAGE);
    return 2;
  }
  const { isJson, language, ...options } = parsed;
  const report = await verify({ ...options, onProgress: reportProgress() });
  const text = isJson
    ? `${JSON.stringify(report, undefined, 2)}\n`
    : formatReport(report, language);
  process.stdout.write(text);
  return EXIT_CODES[report.outcome];
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (failure) {
  process.stderr.write(`${failure instanceof Error ? (failure.stack ?? "") : String(failure)}\n`);
  process.exitCode = 2;
}
