import { Command, Option } from "commander";
import { COMMAND_TEXTS } from "../languages/command-texts.ts";
import type { Language } from "../languages/language.ts";
import { showAct } from "./act-show.ts";
import { explainWhy, type WhyOptions } from "./act-why.ts";
import { importStatement, showBreaks, type ImportOptions } from "./bank.ts";
import { bench, type BenchOptions } from "./bench.ts";
import {
  compareCharterFiles,
  diffCharters,
  explainCharter,
  lintCharter,
  showPowers,
} from "./charter.ts";
import { newCharter, type NewCharterOptions } from "./charter-new.ts";
import { checkFund } from "./check.ts";
import {
  queryTables,
  rebuildTables,
  showTables,
  updateTables,
  type DatabaseOptions,
} from "./database.ts";
import { exportCsv, exportHledger } from "./export.ts";
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
import type { CommonOptions } from "./invocation.ts";
import type { ExitCode } from "./failure.ts";
import { printProof, showEntries, showKeys } from "./log.ts";
import { comparePolicyFile, policyOptions, type PolicyOptions } from "./policy.ts";
import { priceOptions, type CompareOptions } from "./price.ts";
import { projectCharter, projectOptions, type ProjectOptions } from "./project.ts";
import { runScenario, type RunOptions } from "./run.ts";
import { DEFAULT_HOST, DEFAULT_PORT, serveFund, type ServeOptions } from "./serve.ts";
import { STATEMENT_FORMATS } from "./statement-file.ts";
import { signRequest, type SignOptions } from "./sign.ts";
import { showStatement, type StatementOptions } from "./statements.ts";
import { showStatus } from "./status.ts";
import type { Terminal } from "./terminal.ts";
import { verifyRecord, type VerifyOptions } from "./verify.ts";

/** The tree of commands; the exit code of the one that was called is given to `onDone`. */
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
    run: (invocation) => showStatus(invocation),
  });
  addLeaf<DatabaseOptions>(program, {
    name: "check",
    text: "check",
    arguments: [["[name]", "checkName"]],
    options: ["data", databaseOption(said), "json"],
    run: (invocation, [name], options) => checkFund(invocation, name, options),
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
    run: (invocation, [directory], options) => verifyRecord(invocation, directory!, options),
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
    run: (invocation, [file], options) => signRequest(invocation, file!, options),
  });
  addExport(group("export", "export"), addLeaf, said);
  addProjection(program, addLeaf, said);
  addLeaf<BenchOptions>(program, {
    name: "bench",
    text: "bench",
    arguments: [["[name]", "benchName"]],
    options: [new Option("--entries <number>", said("benchEntries")), "json"],
    run: (invocation, [name], options) => bench(invocation, name, options),
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
    run: (invocation, [path], options) => runScenario(invocation, path!, options),
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
    run: (invocation, _args, options) => serveFund(invocation, options),
  });
}

function addProjection(parent: Command, addLeaf: AddLeaf, said: Said): void {
  addLeaf<ProjectOptions>(parent, {
    ...{ name: "project", text: "project", arguments: [["<charter>", "charterFile"]] },
    options: [...projectOptions(said), "json"],
    run: (invocation, [charter], options) => projectCharter(invocation, charter!, options),
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
    run: (invocation, [path], options) => comparePolicyFile(invocation, path!, options),
  });
}

function addCharter(parent: Command, addLeaf: AddLeaf, said: Said): void {
  addLeaf(parent, {
    name: "lint",
    text: "charterLint",
    arguments: [["<file>", "charterFile"]],
    options: ["json"],
    run: (invocation, [path]) => lintCharter(invocation, path!),
  });
  addLeaf<CommonOptions & { readonly side?: string }>(parent, {
    name: "explain",
    text: "charterExplain",
    arguments: [["<file>", "charterFile"]],
    options: [new Option("--side <party>", said("side"))],
    run: (invocation, [path], options) => explainCharter(invocation, path!, options),
  });
  addLeaf<CommonOptions & NewCharterOptions>(parent, {
    name: "new",
    text: "charterNew",
    options: [
      new Option("--template <charter>", said("template")),
      new Option("--out <file>", said("out")),
      new Option("--set <name=value...>", said("setAnswer")),
    ],
    run: (invocation, _args, options) => newCharter(invocation, options),
  });
  addLeaf<CompareOptions>(parent, {
    name: "compare",
    text: "charterCompare",
    arguments: [
      ["<first>", "charterFile"],
      ["[second]", "otherCharterFile"],
    ],
    options: [...priceOptions(said), "json"],
    run: (invocation, [first, second], options) =>
      compareCharterFiles(invocation, first!, second, options),
  });
  addLeaf<CommonOptions & { readonly side?: string }>(parent, {
    name: "powers",
    text: "charterPowers",
    arguments: [["<file>", "charterFile"]],
    options: [new Option("--side <party>", said("side")), "json"],
    run: (invocation, [path], options) => showPowers(invocation, path!, options),
  });
  addLeaf(parent, {
    name: "diff",
    text: "charterDiff",
    arguments: [
      ["<old>", "charterFile"],
      ["<new>", "charterFile"],
    ],
    options: ["json"],
    run: (invocation, [old, next]) => diffCharters(invocation, old!, next!),
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
    run: (invocation, [name], options) => showStatement(invocation, name, options),
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
    run: (invocation, [path], options) => importStatement(invocation, path!, options),
  });
  addLeaf(parent, {
    name: "breaks",
    text: "bankBreaks",
    options: ["data", "json"],
    run: (invocation) => showBreaks(invocation),
  });
}

function addDatabase(parent: Command, addLeaf: AddLeaf, said: Said): void {
  const options = ["data", databaseOption(said), "json"] as const;
  addLeaf<DatabaseOptions>(parent, {
    ...{ name: "update", text: "databaseUpdate", options },
    run: (invocation, _args, of) => updateTables(invocation, of),
  });
  addLeaf<DatabaseOptions>(parent, {
    ...{ name: "rebuild", text: "databaseRebuild", options },
    run: (invocation, _args, of) => rebuildTables(invocation, of),
  });
  addLeaf<DatabaseOptions>(parent, {
    ...{ name: "status", text: "databaseStatus", options },
    run: (invocation, _args, of) => showTables(invocation, of),
  });
  addLeaf<DatabaseOptions>(parent, {
    ...{ name: "query", text: "databaseQuery", options },
    arguments: [["<sql>", "sql"]],
    run: (invocation, [sql], of) => queryTables(invocation, sql!, of),
  });
}

function addExport(parent: Command, addLeaf: AddLeaf, said: Said): void {
  addLeaf(parent, {
    name: "hledger",
    text: "exportHledger",
    options: ["data"],
    run: (invocation) => exportHledger(invocation),
  });
  addLeaf<CommonOptions & { readonly out?: string }>(parent, {
    name: "csv",
    text: "exportCsv",
    options: [new Option("--out <file>", said("out")), "data"],
    run: (invocation, _args, { out }) => exportCsv(invocation, out),
  });
}

function addActs(parent: Command, addLeaf: AddLeaf, said: Said): void {
  addLeaf(parent, {
    name: "show",
    text: "actShow",
    arguments: [["<id>", "actId"]],
    options: ["data", "json"],
    run: (invocation, [id]) => showAct(invocation, id!),
  });
  addLeaf<WhyOptions>(parent, {
    name: "why",
    text: "actWhy",
    arguments: [["[figure]", "figure"]],
    options: ["data", new Option("--all", said("whyAll")), "json"],
    run: (invocation, [what], options) => explainWhy(invocation, what, options),
  });
}

function addLog(parent: Command, addLeaf: AddLeaf): void {
  addLeaf(parent, {
    name: "vkey",
    text: "logVkey",
    options: ["data", "json"],
    run: (invocation) => showKeys(invocation),
  });
  addLeaf(parent, {
    name: "show",
    text: "logShow",
    arguments: [["[entries]", "entries"]],
    options: ["data", "json"],
    run: (invocation, [which]) => showEntries(invocation, which),
  });
  addLeaf(parent, {
    name: "proof",
    text: "logProof",
    arguments: [["<entry>", "entry"]],
    options: ["data", "json"],
    run: (invocation, [which]) => printProof(invocation, which!),
  });
}
