import { Command, Option } from "commander";
import { COMMAND_TEXTS } from "../languages/command-texts.ts";
import type { Language } from "../languages/language.ts";
import type { WhyOptions } from "./act-why.ts";
import type { ImportOptions } from "./bank.ts";
import type { BenchOptions } from "./bench.ts";
import type { NewCharterOptions } from "./charter-new.ts";
import type { DatabaseOptions } from "./database.ts";
import {
  databaseOption,
  languageOption,
  leafAdder,
  prepared,
  repeated,
  type AddLeaf,
  type Said,
  type TextName,
} from "./command-parts.ts";
import {
  DEFAULT_HOST,
  DEFAULT_PORT,
  policyOptions,
  priceOptions,
  projectOptions,
  STATEMENT_FORMATS,
} from "./command-options.ts";
import type { CommonOptions } from "./invocation.ts";
import type { ExitCode } from "./failure.ts";
import type { PolicyOptions } from "./policy.ts";
import type { CompareOptions } from "./price.ts";
import type { ProjectOptions } from "./project.ts";
import type { RunOptions } from "./run.ts";
import type { ServeOptions } from "./serve.ts";
import type { SignOptions } from "./sign.ts";
import type { StatementOptions } from "./statements.ts";
import type { Terminal } from "./terminal.ts";
import type { VerifyOptions } from "./verify.ts";

/**
 * The tree of commands; the exit code of the one that was called is given to `onDone`. Only what
 * that one needs is loaded, when it is called: all of it takes a second.
 */
export function createProgram(
  terminal: Terminal,
  language: Language,
  onDone: (code: ExitCode) => void,
): Command {
  const said = (name: TextName): string => COMMAND_TEXTS[name][language];
  const program = prepared(new Command("jointfund"), terminal, said);
  program.description(said("program")).addOption(languageOption(said("lang")));
  const addLeaf = leafAdder(terminal, said, onDone);
  const group = (name: string, text: TextName): Command =>
    prepared(program.command(name), terminal, said).description(said(text));

  addRunning(program, addLeaf, said);
  addPolicy(program, addLeaf, said);
  addCharter(group("charter", "charter"), addLeaf, said);
  addActs(group("act", "act"), addLeaf, said);
  addLog(group("log", "log"), addLeaf);
  addLeaf(program, {
    name: "status",
    text: "status",
    options: ["data", "json"],
    run: async (invocation) => (await import("./status.ts")).showStatus(invocation),
  });
  addLeaf<DatabaseOptions>(program, {
    name: "check",
    text: "check",
    arguments: [["[name]", "checkName"]],
    options: ["data", databaseOption(said), "json"],
    run: async (invocation, [name], options) =>
      (await import("./check.ts")).checkFund(invocation, name, options),
  });
  addStatements(program, addLeaf, said);
  addBank(group("bank", "bank"), addLeaf, said);
  addDatabase(group("database", "database"), addLeaf, said);
  addLeaf<CommonOptions & VerifyOptions>(program, {
    name: "verify",
    text: "verify",
    arguments: [["<directory>", "directory"]],
    options: [
      new Option("--against <file>", said("against")),
      new Option("--founding <hash>", said("founding")),
      "json",
    ],
    run: async (invocation, [directory], options) =>
      (await import("./verify.ts")).verifyRecord(invocation, directory!, options),
  });
  addLeaf<SignOptions>(program, {
    name: "sign",
    text: "sign",
    arguments: [["<file>", "requestFile"]],
    options: [
      new Option("--key <file>", said("keyFile")),
      new Option("--out <file>", said("signatureOut")),
      "json",
    ],
    run: async (invocation, [file], options) =>
      (await import("./sign.ts")).signRequest(invocation, file!, options),
  });
  addExport(group("export", "export"), addLeaf, said);
  addProjection(program, addLeaf, said);
  addLeaf<BenchOptions>(program, {
    name: "bench",
    text: "bench",
    arguments: [["[name]", "benchName"]],
    options: [new Option("--entries <number>", said("benchEntries")), "json"],
    run: async (invocation, [name], options) =>
      (await import("./bench.ts")).bench(invocation, name, options),
  });
  return program;
}

function addRunning(parent: Command, addLeaf: AddLeaf, said: Said): void {
  addLeaf<RunOptions>(parent, {
    name: "run",
    text: "run",
    arguments: [["<scenario>", "scenario"]],
    options: [
      "data",
      new Option("--fresh", said("fresh")),
      repeated(new Option("--set <path=value>", said("set"))),
      new Option("--serve", said("runServe")),
      new Option("--port <number>", said("port")),
      "json",
    ],
    run: async (invocation, [path], options) =>
      (await import("./run.ts")).runScenario(invocation, path!, options),
  });
  addLeaf<ServeOptions>(parent, {
    name: "serve",
    text: "serve",
    options: [
      "data",
      new Option("--port <number>", said("port")).default(DEFAULT_PORT),
      new Option("--host <address>", said("host")).default(DEFAULT_HOST),
      new Option("--address <url>", said("publicAddress")),
      new Option("--office <file>", said("officeFile")),
      new Option("--found", said("serveFound")),
    ],
    run: async (invocation, _args, options) =>
      (await import("./serve.ts")).serveFund(invocation, options),
  });
}

function addProjection(parent: Command, addLeaf: AddLeaf, said: Said): void {
  addLeaf<ProjectOptions>(parent, {
    ...{ name: "project", text: "project", arguments: [["<charter>", "charterFile"]] },
    options: [...projectOptions(said), "json"],
    run: async (invocation, [charter], options) =>
      (await import("./project.ts")).projectCharter(invocation, charter!, options),
  });
}

function addPolicy(parent: Command, addLeaf: AddLeaf, said: Said): void {
  addLeaf<PolicyOptions>(parent, {
    ...{ name: "policy", text: "policy", arguments: [["<file>", "policyFile"]] },
    options: [
      ...policyOptions(said),
      repeated(new Option("--set <path=value>", said("policySet"))),
      "json",
    ],
    run: async (invocation, [path], options) =>
      (await import("./policy.ts")).comparePolicyFile(invocation, path!, options),
  });
}

function addCharter(parent: Command, addLeaf: AddLeaf, said: Said): void {
  addLeaf(parent, {
    name: "lint",
    text: "charterLint",
    arguments: [["<file>", "charterFile"]],
    options: ["json"],
    run: async (invocation, [path]) =>
      (await import("./charter.ts")).lintCharter(invocation, path!),
  });
  addLeaf<CommonOptions & { readonly side?: string }>(parent, {
    name: "explain",
    text: "charterExplain",
    arguments: [["<file>", "charterFile"]],
    options: [new Option("--side <party>", said("side"))],
    run: async (invocation, [path], options) =>
      (await import("./charter.ts")).explainCharter(invocation, path!, options),
  });
  addLeaf<CommonOptions & NewCharterOptions>(parent, {
    name: "new",
    text: "charterNew",
    options: [
      new Option("--template <charter>", said("template")),
      new Option("--out <file>", said("out")),
      new Option("--set <name=value...>", said("setAnswer")),
    ],
    run: async (invocation, _args, options) =>
      (await import("./charter-new.ts")).newCharter(invocation, options),
  });
  addLeaf<CompareOptions>(parent, {
    name: "compare",
    text: "charterCompare",
    arguments: [
      ["<first>", "charterFile"],
      ["[second]", "otherCharterFile"],
    ],
    options: [...priceOptions(said), "json"],
    run: async (invocation, [first, second], options) =>
      (await import("./charter.ts")).compareCharterFiles(invocation, first!, second, options),
  });
  addLeaf<CommonOptions & { readonly side?: string }>(parent, {
    name: "powers",
    text: "charterPowers",
    arguments: [["<file>", "charterFile"]],
    options: [new Option("--side <party>", said("side")), "json"],
    run: async (invocation, [path], options) =>
      (await import("./charter.ts")).showPowers(invocation, path!, options),
  });
  addLeaf(parent, {
    name: "diff",
    text: "charterDiff",
    arguments: [
      ["<old>", "charterFile"],
      ["<new>", "charterFile"],
    ],
    options: ["json"],
    run: async (invocation, [old, next]) =>
      (await import("./charter.ts")).diffCharters(invocation, old!, next!),
  });
}

function addStatements(parent: Command, addLeaf: AddLeaf, said: Said): void {
  addLeaf<StatementOptions>(parent, {
    name: "statements",
    text: "statements",
    arguments: [["[name]", "statementName"]],
    options: [
      new Option("--format <format>", said("statementFormat")).choices(STATEMENT_FORMATS),
      new Option("--out <file>", said("out")),
      new Option("--vehicle <id>", said("vehicle")),
      new Option("--as-of <date>", said("asOf")).conflicts("to"),
      new Option("--from <date>", said("fromDate")),
      new Option("--to <date>", said("toDate")),
      new Option("--year <year>", said("year")),
      new Option("--line <id>", said("line")),
      new Option("--in <currency>", said("inCurrency")),
      new Option("--funding-rate <party=rate...>", said("fundingRate")),
      new Option("--exchange-rate <pair=rate...>", said("exchangeRate")),
      ...(["data", "json"] as const),
    ],
    run: async (invocation, [name], options) =>
      (await import("./statements.ts")).showStatement(invocation, name, options),
  });
}

function addBank(parent: Command, addLeaf: AddLeaf, said: Said): void {
  addLeaf<ImportOptions>(parent, {
    name: "import",
    text: "bankImport",
    arguments: [["<file>", "bankFile"]],
    options: [
      new Option("--vehicle <id>", said("bankVehicle")).makeOptionMandatory(),
      new Option("--account <id>", said("bankAccount")),
      new Option("--statement <number>", said("bankStatement")),
    ],
    run: async (invocation, [path], options) =>
      (await import("./bank.ts")).importStatement(invocation, path!, options),
  });
  addLeaf(parent, {
    name: "breaks",
    text: "bankBreaks",
    options: ["data", "json"],
    run: async (invocation) => (await import("./bank.ts")).showBreaks(invocation),
  });
}

function addDatabase(parent: Command, addLeaf: AddLeaf, said: Said): void {
  const options = ["data", databaseOption(said), "json"] as const;
  addLeaf<DatabaseOptions>(parent, {
    ...{ name: "update", text: "databaseUpdate", options },
    run: async (invocation, _args, of) =>
      (await import("./database.ts")).updateTables(invocation, of),
  });
  addLeaf<DatabaseOptions>(parent, {
    ...{ name: "rebuild", text: "databaseRebuild", options },
    run: async (invocation, _args, of) =>
      (await import("./database.ts")).rebuildTables(invocation, of),
  });
  addLeaf<DatabaseOptions>(parent, {
    ...{ name: "status", text: "databaseStatus", options },
    run: async (invocation, _args, of) =>
      (await import("./database.ts")).showTables(invocation, of),
  });
  addLeaf<DatabaseOptions>(parent, {
    ...{ name: "query", text: "databaseQuery", options },
    arguments: [["<sql>", "sql"]],
    run: async (invocation, [sql], of) =>
      (await import("./database.ts")).queryTables(invocation, sql!, of),
  });
}

function addExport(parent: Command, addLeaf: AddLeaf, said: Said): void {
  addLeaf(parent, {
    name: "hledger",
    text: "exportHledger",
    options: ["data"],
    run: async (invocation) => (await import("./export.ts")).exportHledger(invocation),
  });
  addLeaf<CommonOptions & { readonly out?: string }>(parent, {
    name: "csv",
    text: "exportCsv",
    options: [new Option("--out <file>", said("out")), "data"],
    run: async (invocation, _args, { out }) =>
      (await import("./export.ts")).exportCsv(invocation, out),
  });
}

function addActs(parent: Command, addLeaf: AddLeaf, said: Said): void {
  addLeaf(parent, {
    name: "show",
    text: "actShow",
    arguments: [["<id>", "actId"]],
    options: ["data", "json"],
    run: async (invocation, [id]) => (await import("./act-show.ts")).showAct(invocation, id!),
  });
  addLeaf<WhyOptions>(parent, {
    name: "why",
    text: "actWhy",
    arguments: [["[figure]", "figure"]],
    options: ["data", new Option("--all", said("whyAll")), "json"],
    run: async (invocation, [what], options) =>
      (await import("./act-why.ts")).explainWhy(invocation, what, options),
  });
}

function addLog(parent: Command, addLeaf: AddLeaf): void {
  addLeaf(parent, {
    name: "vkey",
    text: "logVkey",
    options: ["data", "json"],
    run: async (invocation) => (await import("./log.ts")).showKeys(invocation),
  });
  addLeaf(parent, {
    name: "show",
    text: "logShow",
    arguments: [["[entries]", "entries"]],
    options: ["data", "json"],
    run: async (invocation, [which]) => (await import("./log.ts")).showEntries(invocation, which),
  });
  addLeaf(parent, {
    name: "proof",
    text: "logProof",
    arguments: [["<entry>", "entry"]],
    options: ["data", "json"],
    run: async (invocation, [which]) => (await import("./log.ts")).printProof(invocation, which!),
  });
}
