import { type Finding, type Repository } from "./repository.ts";
import { isNode, lineOf, type SourceFile, type SyntaxNode, walk } from "./source-file.ts";

const LEFTOVERS: readonly { readonly pattern: RegExp; readonly message: string }[] = [
  {
    pattern: /\b(?:TO(?:DO)|FIX(?:ME))\b|(?:\/\/|\*|#) ?XX(?:X)\b/g,
    message: "unfinished work belongs in an issue, not in the tree",
  },
  {
    pattern: /(?<![\w.\-/])\/(?:home\/\w|Users\/\w|root\/|work\/)|\b[A-Z]:\\Users\\/g,
    message: "a path of one machine",
  },
  { pattern: /^(?:<{7}|>{7}) /gm, message: "a conflict that was not resolved" },
];

/** Written by tools, for tools. */
const NOT_READ = new Set(["package-lock.json"]);

/** What is left behind by work in progress: reminders, paths of a machine, conflicts. */
export function checkLeftovers(repository: Repository): Finding[] {
  return [...repository.texts].flatMap(([path, text]) =>
    NOT_READ.has(path) || text.includes("\0")
      ? []
      : LEFTOVERS.flatMap(({ pattern, message }) =>
          [...text.matchAll(pattern)].map((match) => ({
            path,
            line: lineOf(text, match.index),
            message: `${message}: ${match[0].trim()}`,
          })),
        ),
  );
}

/** Modules parse, export by name, and no test is switched off or runs alone. */
export function checkModules(repository: Repository): Finding[] {
  return [...repository.sources.values()].flatMap((source) => [
    ...source.syntaxErrors.map((message) => ({ path: source.path, line: 1, message })),
    ...moduleFindings(source),
  ]);
}

function moduleFindings({ path, text, program }: SourceFile): Finding[] {
  const findings: Finding[] = [];
  walk(program, (node) => {
    const message = defaultExport(node) ?? switchedOffTest(node);
    if (message !== undefined) findings.push({ path, line: lineOf(text, node.start), message });
  });
  return findings;
}

function defaultExport(node: SyntaxNode): string | undefined {
  return node.type === "ExportDefaultDeclaration"
    ? "no default exports: a thing has one name everywhere"
    : undefined;
}

/**
 * A test that needs something of the machine says so through tests/support, or with an option that
 * tells the reason; what is switched off for good is deleted.
 */
function switchedOffTest(node: SyntaxNode): string | undefined {
  const message = "a test is switched off or runs alone";
  if (node.type === "CallExpression") {
    const callee = node.callee;
    if (!isNode(callee) || callee.type !== "MemberExpression") return undefined;
    const property = callee.property;
    const name = isNode(property) ? String(property.name) : "";
    const object = callee.object;
    const isTest =
      isNode(object) && /^(test|it|describe|suite|t|context)$/.test(String(object.name));
    return isTest && /^(skip|only|todo)$/.test(name) ? message : undefined;
  }
  if (node.type !== "Property") return undefined;
  const [key, value] = [node.key, node.value];
  const isSwitch = isNode(key) && /^(skip|only|todo)$/.test(String(key.name));
  return isSwitch && isNode(value) && value.value === true ? message : undefined;
}
