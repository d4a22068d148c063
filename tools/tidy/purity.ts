import { type Finding, isTestFile, type Repository } from "./repository.ts";
import { isNode, lineOf, type SourceFile, type SyntaxNode, walk } from "./source-file.ts";

/** Globals that bring in the clock, the locale, the machine or another order of events. */
const BANNED_GLOBALS: Readonly<Record<string, string>> = {
  Atomics: "core runs in one thread",
  Date: "time comes in as an argument: recordedAt, or a date of calendar/",
  FinalizationRegistry: "garbage collection is not reproducible",
  Function: "core runs no text as code",
  Intl: "its data changes between versions of Node; format at the edge",
  Promise: "core is synchronous",
  Temporal: "its time zone data changes; use calendar/",
  WeakRef: "garbage collection is not reproducible",
  clearInterval: "core has no timers",
  clearTimeout: "core has no timers",
  console: "core prints nothing; return a value",
  crypto: "randomness and keys come in as arguments",
  eval: "core runs no text as code",
  fetch: "core does no input or output",
  globalThis: "it hides which global is used",
  parseFloat: "money and rates are exact; parse a ratio",
  performance: "core has no clock",
  process: "core does not know the machine",
  queueMicrotask: "core is synchronous",
  require: "core imports only itself",
  setInterval: "core has no timers",
  setTimeout: "core has no timers",
};

/** Of these globals only some members are banned. */
const BANNED_MEMBERS: Readonly<Record<string, { members: RegExp; because: string }>> = {
  Math: {
    members:
      /^(random|pow|exp|expm1|log|log10|log1p|log2|sqrt|cbrt|hypot|a?(sin|cos|tan)h?|atan2)$/,
    because: "chance, or a last bit that engines may give differently",
  },
  JSON: { members: /^(parse|stringify)$/, because: "use the canonical encoding of base/" },
};

/** The one place that may use JSON, because it is what the others are told to use. */
const JSON_HOME = "packages/core/src/base/canonical.ts";

const LOCALE_METHODS = /^(localeCompare|toLocale[A-Z]\w*)$/;

/** Folders of the core where a number with a fraction can only be a mistake. */
const EXACT_FOLDERS = /^packages\/core\/src\/(money|ledger)\//;

/**
 * The core gives the same result everywhere and every time. Most of what would break that does not
 * compile there; this finds the rest, which is part of the language itself.
 */
export function checkPurity(repository: Repository): Finding[] {
  return [...repository.sources.values()]
    .filter(({ path }) => path.startsWith("packages/core/src/") && !isTestFile(path))
    .flatMap(checkSource);
}

function checkSource(source: SourceFile): Finding[] {
  // By place and message, because `{ Date }` is one mention but two nodes.
  const findings = new Map<string, Finding>();
  const declared = declaredNames(source.program);
  walk(source.program, (node, ancestors) => {
    const parent = ancestors.at(-1);
    const message =
      globalUse(node, parent, declared) ??
      memberUse(source.path, node) ??
      impureSyntax(source.path, node);
    if (message === undefined) return;
    const line = lineOf(source.text, node.start);
    findings.set(`${node.start} ${message}`, { path: source.path, line, message });
  });
  return [...findings.values()];
}

function globalUse(
  node: SyntaxNode,
  parent: SyntaxNode | undefined,
  declared: ReadonlySet<string>,
): string | undefined {
  if (node.type !== "Identifier" || isFieldName(node, parent)) return undefined;
  const name = String(node.name);
  const because = Object.hasOwn(BANNED_GLOBALS, name) ? BANNED_GLOBALS[name] : undefined;
  return because === undefined || declared.has(name)
    ? undefined
    : `core must not use ${name}: ${because}`;
}

function memberUse(path: string, node: SyntaxNode): string | undefined {
  if (node.type === "CallExpression") return comparatorMissing(node);
  if (node.type !== "MemberExpression") return undefined;
  const name = memberName(node);
  if (LOCALE_METHODS.test(name)) return `core must not use ${name}: it depends on the locale`;
  const object = node.object;
  if (!isNode(object) || object.type !== "Identifier") return undefined;
  const global = String(object.name);
  if (global === "JSON" && path === JSON_HOME) return undefined;
  const banned = Object.hasOwn(BANNED_MEMBERS, global) ? BANNED_MEMBERS[global] : undefined;
  // A computed member could be any of them.
  if (banned === undefined || !(banned.members.test(name) || node.computed === true)) {
    return undefined;
  }
  return `core must not use ${global}.${name}: ${banned.because}`;
}

function comparatorMissing(call: SyntaxNode): string | undefined {
  const callee = call.callee;
  if (!isNode(callee) || callee.type !== "MemberExpression") return undefined;
  const name = memberName(callee);
  const hasArguments = Array.isArray(call.arguments) && call.arguments.length > 0;
  if (hasArguments || !/^(sort|toSorted)$/.test(name)) return undefined;
  return `core must not call ${name} without a comparator: state the order`;
}

function impureSyntax(path: string, node: SyntaxNode): string | undefined {
  if (node.async === true || node.type === "AwaitExpression" || node.await === true) {
    return "core is synchronous: no async, no await";
  }
  const isFraction =
    node.type === "Literal" && typeof node.value === "number" && !Number.isInteger(node.value);
  if (isFraction && EXACT_FOLDERS.test(path)) {
    return `no number with a fraction in money or ledger: ${String(node.raw)}`;
  }
  return undefined;
}

function memberName(node: SyntaxNode): string {
  const property = node.property;
  if (!isNode(property)) return "";
  const name = node.computed === true ? property.value : property.name;
  return typeof name === "string" ? name : "[…]";
}

/** True for the `x` of `a.x`, `{ x: 1 }` and the like, which only looks like a global. */
function isFieldName(node: SyntaxNode, parent: SyntaxNode | undefined): boolean {
  if (parent === undefined || parent.computed === true) return false;
  if (parent.shorthand === true) return false;
  return ["key", "property", "imported", "exported", "label"].some(
    (field) => parent[field] === node,
  );
}

/** Names that a module gives to something of its own. */
function declaredNames(program: SyntaxNode): Set<string> {
  const names = new Set<string>();
  walk(program, (node, ancestors) => {
    if (node.type !== "Identifier") return;
    const parent = ancestors.at(-1);
    if (parent === undefined) return;
    const params = parent.params;
    const isShorthandPattern =
      parent.shorthand === true && ancestors.at(-2)?.type === "ObjectPattern";
    const isDeclaration =
      parent.id === node ||
      parent.local === node ||
      isShorthandPattern ||
      (Array.isArray(params) && params.includes(node));
    if (isDeclaration) names.add(String(node.name));
  });
  return names;
}
