import { parseArguments, USAGE } from "./arguments.ts";
import { formatReport } from "./format-report.ts";
import { EXIT_CODES } from "./report.ts";
import { verify, type Progress } from "./verify.ts";

/**
 * The verifier as a program of its own, for whoever wants to run nothing else of ours:
 * `node packages/verifier/src/main.ts DIR`. Exits with 0 where the record holds, 1 where it is
 * broken, 2 where nothing can be said or the arguments are wrong.
 */

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
