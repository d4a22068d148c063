import { CommanderError } from "commander";
import { FundStopped } from "../application/fund-stopped.ts";
import { DatabaseUnusable } from "../database/database.ts";
import { USAGE_TEXTS } from "../languages/command-texts.ts";
import { databaseTroubleText } from "../languages/database-troubles.ts";
import { languageOfEnvironment, type Language, type Text } from "../languages/language.ts";
import { message } from "../languages/messages.ts";
import { BlobDamaged } from "../storage/blobs.ts";
import { SigningRefused } from "../storage/high-water-mark.ts";
import { StartRefused } from "../storage/start-refused.ts";
import { START_REFUSAL_TEXTS } from "../languages/start-refusals.ts";
import { fillTemplate } from "../languages/template.ts";
import { CommandFailure, EXIT, type ExitCode } from "./failure.ts";
import { createProgram } from "./program.ts";
import { harmless, type Terminal } from "./terminal.ts";

/**
 * Runs one command and gives its exit code. What a user or the machine causes is told in a line on
 * the error output; a fault of our own is told with its stack, to be reported.
 */
export async function jointfund(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const language = languageOf(args, terminal);
  let code: ExitCode = EXIT.done;
  const program = createProgram(terminal, language, (done) => {
    code = done;
  });
  try {
    await program.parseAsync([...args], { from: "user" });
    return code;
  } catch (failure) {
    return tell(failure, language, terminal);
  }
}

/** The language of messages, before the arguments are read: they may be what is wrong. */
function languageOf(args: readonly string[], { environment }: Terminal): Language {
  const given = args.flatMap((arg, index) => {
    if (arg === "--lang") return [args[index + 1]];
    return arg.startsWith("--lang=") ? [arg.slice("--lang=".length)] : [];
  });
  const last = given.at(-1);
  return last === "en" || last === "ja" ? last : languageOfEnvironment(environment);
}

function tell(failure: unknown, language: Language, terminal: Terminal): ExitCode {
  const say = (text: string): void => terminal.err(`jointfund: ${harmless(text)}\n`);
  if (failure instanceof CommanderError) return tellUsage(failure, language, terminal);
  if (failure instanceof CommandFailure) {
    say(failure.text[language]);
    for (const line of failure.more?.[language].split("\n") ?? []) {
      terminal.err(`${harmless(line)}\n`);
    }
    return failure.exitCode;
  }
  const world = worldText(failure);
  if (world !== undefined) {
    say(world[language]);
    return EXIT.refused;
  }
  say(message("bug")[language]);
  terminal.err(
    `${failure instanceof Error ? (failure.stack ?? failure.message) : String(failure)}\n`,
  );
  return EXIT.refused;
}

/** What is wrong with how the command was called; help and version are no errors. */
function tellUsage(failure: CommanderError, language: Language, terminal: Terminal): ExitCode {
  const { code, exitCode } = failure;
  if (exitCode === 0) return EXIT.done;
  // A group without a command below it prints its help by itself.
  if (code === "commander.help") return EXIT.usage;
  const [, named = ""] = /'([^']*)'/.exec(failure.message) ?? [];
  const text = USAGE_TEXTS[code];
  const said = text === undefined ? failure.message : text[language].replace("{0}", named);
  terminal.err(`jointfund: ${harmless(said)} (--help)\n`);
  return EXIT.usage;
}

/** What a failure of the machine says to its user, if it is one. */
function worldText(failure: unknown): Text | undefined {
  if (failure instanceof StartRefused) {
    const { code, ...rest } = failure.refusal;
    const facts = { ...rest };
    const { en, ja } = START_REFUSAL_TEXTS[code];
    return {
      en: fillTemplate(en, facts, { language: "en" }),
      ja: fillTemplate(ja, facts, { language: "ja" }),
    };
  }
  if (failure instanceof FundStopped) return worldText(failure.cause);
  if (failure instanceof DatabaseUnusable) return databaseTroubleText(failure.trouble);
  if (failure instanceof Error && "severity" in failure) {
    return message("databaseSays", failure.message);
  }
  if (failure instanceof BlobDamaged || failure instanceof SigningRefused) {
    return message("worldFailed", failure.message);
  }
  if (!(failure instanceof Error) || !("code" in failure) || !("syscall" in failure)) {
    return undefined;
  }
  const path = "path" in failure ? String(failure.path) : "";
  switch (failure.code) {
    case "ENOENT":
      return message("fileMissing", path);
    case "EISDIR":
      return message("isDirectory", path);
    case "EACCES":
    case "EPERM":
    case "EROFS":
      return message("notPermitted", path);
    case "ENOSPC":
    case "EDQUOT":
      return message("diskFull", path);
    default:
      return message("worldFailed", failure.message);
  }
}
