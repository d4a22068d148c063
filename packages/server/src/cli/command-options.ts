import { Option } from "commander";
import { MODEL_KINDS } from "@jointfund/projection/assumptions/market-models.ts";
import { FILE_FORMATS } from "../export/file-formats.ts";
import { repeated, type Said } from "./command-parts.ts";

/** How statements are written; text is for a screen, the others are files. */
export const STATEMENT_FORMATS = ["text", ...FILE_FORMATS] as const;

export const DEFAULT_PORT = "8080";
export const DEFAULT_HOST = "127.0.0.1";

/** Futures that policies are compared over, and their seed. */
export const POLICY_PATHS = "10000";
export const POLICY_SEED = "1";

/** Options of `jointfund project`, in the words of its help. */
export const projectOptions = (said: Said): readonly Option[] => [
  new Option("--assumptions <file>", said("assumptionsOf")),
  new Option("--paths <number>", said("paths")).default("100000"),
  new Option("--years <number>", said("years")).default("30"),
  new Option("--seed <text>", said("seed")).default("1"),
  new Option("--model <name>", said("marketModel")).choices(MODEL_KINDS),
  repeated(new Option("--stress <id>", said("stress"))),
  repeated(new Option("--set <path=value>", said("projectSet"))),
  new Option("--side <party>", said("side")),
  new Option("--out <directory>", said("projectOut")),
  new Option("--sample <number>", said("sample")).default("100"),
  new Option("--all-paths", said("allPaths")),
  new Option("--path <number>", said("pathInFull")).conflicts(["out"]),
  new Option("--replay", said("replayPath")),
  new Option("--sensitivity", said("sensitivity")).conflicts(["path"]),
  new Option("--frontier", said("frontier")).conflicts(["path"]),
  new Option("--bearable", said("bearable")).conflicts(["path"]),
  new Option("--fall-at <step>", said("fallAt")),
  new Option("--workers <number>", said("workers")),
];

/** Those of `jointfund charter compare`. */
export const priceOptions = (said: Said): readonly Option[] => [
  new Option("--price", said("price")),
  new Option("--assumptions <file>", said("assumptionsOf")),
  new Option("--paths <number>", said("paths")).default("20000"),
  new Option("--years <number>", said("years")).default("30"),
  new Option("--seed <text>", said("seed")).default("1"),
  new Option("--workers <number>", said("workers")),
];

/** Those of `jointfund policy`. */
export const policyOptions = (said: Said): readonly Option[] => [
  new Option("--record <directory>", said("policyRecord")),
  new Option("--paths <number>", said("policyPaths")).default(POLICY_PATHS),
  new Option("--seed <text>", said("seed")).default(POLICY_SEED),
  new Option("--format <format>", said("statementFormat")).choices(STATEMENT_FORMATS),
  new Option("--out <file>", said("out")),
  new Option("--workers <number>", said("workers")),
];
