import { basename } from "node:path";
import { type Finding, isTestFile, type Repository } from "./repository.ts";
import { isNode, lineOf, type SourceFile, type SyntaxNode, walk } from "./source-file.ts";

const LINE_LENGTH_MAX = 100;
const FUNCTION_LINES_MAX = 70;
const FILE_LINES_MAX = 400;

/** Tables, written by hand or by a tool: their length is that of the facts in them. */
const DATA_MODULES: readonly RegExp[] = [/\/generated\//];

/** Words that say nothing about what a file holds, so everything ends up in it. */
const EMPTY_WORDS = new Set([
  "utils",
  "util",
  "helpers",
  "helper",
  "common",
  "misc",
  "manager",
  "service",
]);

const FILE_NAME = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z]+)*\.(tsx?|mjs)$/;

/** Lines, functions and files are short enough to be read at one sitting. */
export function checkLimits(repository: Repository): Finding[] {
  return [...repository.sources.values()]
    .filter(({ path }) => !DATA_MODULES.some((pattern) => pattern.test(path)))
    .flatMap((source) => [
      ...longLines(source),
      ...longFunctions(source),
      ...(isTestFile(source.path) ? [] : longFile(source)),
    ]);
}

function longLines({ path, text }: SourceFile): Finding[] {
  return text.split("\n").flatMap((content, index) => {
    const length = Array.from(content).length;
    if (length <= LINE_LENGTH_MAX) return [];
    const message = `line of ${length} characters, ${LINE_LENGTH_MAX} at most`;
    return [{ path, line: index + 1, message }];
  });
}

function longFunctions({ path, text, program }: SourceFile): Finding[] {
  const findings: Finding[] = [];
  walk(program, (node, ancestors) => {
    const isFunction = /^(FunctionDeclaration|FunctionExpression|ArrowFunctionExpression)$/;
    if (!isFunction.test(node.type) || isGroupOfTests(ancestors.at(-1))) return;
    const line = lineOf(text, node.start);
    const lines = lineOf(text, node.end) - line + 1;
    if (lines <= FUNCTION_LINES_MAX) return;
    findings.push({
      path,
      line,
      message: `function of ${lines} lines, ${FUNCTION_LINES_MAX} at most`,
    });
  });
  return findings;
}

/** `describe("…", () => { … })` only groups; the tests in it are measured one by one. */
function isGroupOfTests(call: SyntaxNode | undefined): boolean {
  const callee = call?.["callee"];
  return isNode(callee) && /^(describe|describePortal|suite)$/.test(String(callee.name));
}

function longFile({ path, text }: SourceFile): Finding[] {
  const lines = text.trimEnd().split("\n").length;
  if (lines <= FILE_LINES_MAX) return [];
  return [{ path, line: FILE_LINES_MAX, message: `${lines} lines, ${FILE_LINES_MAX} at most` }];
}

/** Files and folders are named for what they hold, in kebab case. */
export function checkNames(repository: Repository): Finding[] {
  return [...repository.sources.keys()].flatMap((path) => {
    const empty = path.split(/[/.-]/).find((word) => EMPTY_WORDS.has(word));
    if (empty !== undefined) return [{ path, line: 1, message: `“${empty}” names nothing` }];
    if (FILE_NAME.test(basename(path))) return [];
    return [{ path, line: 1, message: "file names are kebab-case" }];
  });
}
