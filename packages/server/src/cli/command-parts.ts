import { Argument, type Command, Option } from "commander";
import type { COMMAND_TEXTS } from "../languages/command-texts.ts";
import { LANGUAGE_CHOICES } from "../languages/language.ts";
import type { ExitCode } from "./failure.ts";
import { DEFAULT_DATA, Invocation, type CommonOptions } from "./invocation.ts";
import type { Terminal } from "./terminal.ts";

export type TextName = keyof typeof COMMAND_TEXTS;
type OptionName = "data" | "json";

/** A command at the end of the tree: its arguments, its options, and what it does. */
type Leaf<Options extends CommonOptions> = {
  readonly name: string;
  readonly text: TextName;
  readonly arguments?: readonly (readonly [flags: string, text: TextName])[];
  readonly options?: readonly (OptionName | Option)[];
  readonly run: (
    invocation: Invocation,
    args: readonly (string | undefined)[],
    options: Options,
  ) => ExitCode | Promise<ExitCode>;
};

/** An option that may be given several times: its values in their order. */
export const repeated = (option: Option): Option =>
  option.argParser((value, before: readonly string[] | undefined) => [...(before ?? []), value]);

export type Said = (name: TextName) => string;
export type AddLeaf = <Options extends CommonOptions>(parent: Command, leaf: Leaf<Options>) => void;

/** Adds commands that are run, each in an invocation of its own. */
export function leafAdder(
  terminal: Terminal,
  said: Said,
  onDone: (code: ExitCode) => void,
): AddLeaf {
  return (parent, leaf) => {
    const command = prepared(parent.command(leaf.name), terminal, said);
    command.description(said(leaf.text));
    for (const [flags, text] of leaf.arguments ?? []) {
      command.addArgument(new Argument(flags, said(text)));
    }
    for (const option of leaf.options ?? []) {
      command.addOption(typeof option === "string" ? commonOption(option, said) : option);
    }
    command.addOption(languageOption(said("lang")));
    command.action(async (...received: unknown[]) => {
      const args = received.slice(0, leaf.arguments?.length ?? 0) as (string | undefined)[];
      const options = command.optsWithGlobals<Parameters<typeof leaf.run>[2]>();
      onDone(await leaf.run(new Invocation(terminal, options), args, options));
    });
  };
}

export const databaseOption = (said: Said): Option =>
  new Option("--database <url>", said("databaseUrl"));

/** Nothing ends the process from inside: errors and help come back as exceptions. */
export function prepared(command: Command, { out, err }: Terminal, said: Said): Command {
  return command
    .exitOverride()
    .allowExcessArguments(false)
    .helpOption("-h, --help", said("help"))
    .helpCommand(false)
    .configureHelp({ styleTitle: (title) => heading(title, said) })
    .configureOutput({ writeOut: out, writeErr: err, outputError: () => undefined });
}

const HEADINGS: ReadonlyMap<string, TextName> = new Map([
  ["Usage:", "usageHeading"],
  ["Arguments:", "argumentsHeading"],
  ["Options:", "optionsHeading"],
  ["Commands:", "commandsHeading"],
]);

function heading(title: string, said: Said): string {
  const name = HEADINGS.get(title);
  return name === undefined ? title : said(name);
}

export function languageOption(text: string): Option {
  return new Option("--lang <language>", text).choices(LANGUAGE_CHOICES);
}

function commonOption(name: OptionName, said: Said): Option {
  if (name === "json") return new Option("--json", said("json"));
  return new Option("--data <directory>", said("data")).default(DEFAULT_DATA);
}
