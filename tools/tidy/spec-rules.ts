import { type Finding, isTestFile, type Repository } from "./repository.ts";
import { isNode, lineOf, type SourceFile, type SyntaxNode, textOf, walk } from "./source-file.ts";

const SPEC = /^docs\/spec\/[^/]+\.md$/;
const DEFINITION = /\*\*\[([A-Z]{1,3}\d+)\]\*\*/g;
const CITATION = /\[([A-Z]{1,3}\d+)\]/g;

/** Where each numbered rule of docs/spec is written down. */
function rulesOf({ texts }: Repository): Map<string, Finding[]> {
  const rules = new Map<string, Finding[]>();
  for (const [path, text] of texts) {
    if (!SPEC.test(path)) continue;
    for (const match of text.matchAll(DEFINITION)) {
      const id = match[1] ?? "";
      const place = { path, line: lineOf(text, match.index), message: `[${id}]` };
      rules.set(id, [...(rules.get(id) ?? []), place]);
    }
  }
  return rules;
}

/** A rule has one number, and a test that carries a number means a rule that exists. */
export function checkRuleNumbers(repository: Repository): Finding[] {
  const rules = rulesOf(repository);
  const twice = [...rules.values()].flatMap(([, ...others]) =>
    others.map((place) => ({ ...place, message: `${place.message} is defined twice` })),
  );
  const tests = [...repository.sources.values()].filter(({ path }) => isTestFile(path));
  const unknown = tests.flatMap((source) =>
    testNames(source).flatMap(({ name, line }) =>
      [...name.matchAll(CITATION)]
        .filter((match) => !rules.has(match[1] ?? ""))
        .map((match) => ({ path: source.path, line, message: `no rule ${match[0]} in docs/spec` })),
    ),
  );
  return [...twice, ...unknown];
}

/** Every rule is carried by a test: in its name, or in a table that its name is made from. */
export function checkRulesAreTested(repository: Repository): Finding[] {
  const carried = new Set<string>();
  for (const source of repository.sources.values()) {
    if (!isTestFile(source.path)) continue;
    walk(source.program, (node) => {
      for (const match of textOf(node).matchAll(CITATION)) carried.add(match[1] ?? "");
    });
  }
  return [...rulesOf(repository)].flatMap(([id, places]) =>
    carried.has(id)
      ? []
      : places.map((place) => ({ ...place, message: `no test carries [${id}]` })),
  );
}

function testNames({ program, text }: SourceFile): { name: string; line: number }[] {
  const names: { name: string; line: number }[] = [];
  walk(program, (node) => {
    if (node.type !== "CallExpression") return;
    const callee = node.callee;
    const called = isNode(callee) ? (callee.name ?? nameOfProperty(callee)) : undefined;
    if (!/^(test|it|describe|suite)$/.test(String(called))) return;
    const [first] = Array.isArray(node.arguments) ? (node.arguments as unknown[]) : [];
    if (!isNode(first)) return;
    let name = "";
    walk(first, (part) => {
      name += textOf(part);
    });
    names.push({ name, line: lineOf(text, node.start) });
  });
  return names;
}

function nameOfProperty(callee: SyntaxNode): unknown {
  const property = callee.property;
  return isNode(property) ? property.name : undefined;
}
