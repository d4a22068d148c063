import { type Finding, isTestFile, type Repository, resolveImport } from "./repository.ts";
import { isNode, lineOf, type SourceFile, type SyntaxNode, textOf, walk } from "./source-file.ts";

const SPEC = /^docs\/spec\/[^/]+\.md$/;
const DEFINITION = /\*\*\[([A-Z]{1,3}\d+)\]\*\*/g;
const CITATION = /\[([A-Z]{1,3}\d+)\]/g;
/** An entry of a table that test names are made from: it begins with its rules. */
const TABLE_ENTRY = /^ *((\[[A-Z]{1,3}\d+\] ?)+)/;
const VECTORS = /^vectors\/([^/]+)\/([^/]+)\.json$/;
/** A test's name, as written, that begins with the rule of the vector it plays. */
const NAMED_BY_VECTOR = /^`\[\$\{(\w+\.)?rule\}\]/;
const VECTOR_RULE = /"rule": ?"([A-Z]{1,3}\d+)"/g;

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
  const unknown = [...namedRules(repository), ...vectorRules(repository)].flatMap(
    ({ id, path, line }) =>
      rules.has(id) ? [] : [{ path, line, message: `no rule [${id}] in docs/spec` }],
  );
  return [...twice, ...unknown];
}

/** Every rule is carried by a test: in its name, or in a table that its name is made from. */
export function checkRulesAreTested(repository: Repository): Finding[] {
  const played = playedVectors(repository);
  const citations = [
    ...namedRules(repository),
    ...tableRules(repository),
    ...vectorRules(repository).filter(({ path }) => played.has(path)),
  ];
  const carried = new Set(citations.map(({ id }) => id));
  return [...rulesOf(repository)].flatMap(([id, places]) =>
    carried.has(id)
      ? []
      : places.map((place) => ({ ...place, message: `no test carries [${id}]` })),
  );
}

type Citation = { readonly id: string; readonly path: string; readonly line: number };

const testsOf = ({ sources }: Repository): SourceFile[] =>
  [...sources.values()].filter(({ path }) => isTestFile(path));

function namedRules(repository: Repository): Citation[] {
  return testsOf(repository).flatMap((source) =>
    testNames(source).flatMap(({ name, line }) =>
      [...name.matchAll(CITATION)].map((match) => ({
        ...{ id: match[1] ?? "", path: source.path, line },
      })),
    ),
  );
}

/** Tables stand beside the tests of the fund; the tests of tools/ hold texts about rules. */
function tableRules(repository: Repository): Citation[] {
  const citations: Citation[] = [];
  for (const { path, program, text } of testsOf(repository)) {
    if (path.startsWith("tools/")) continue;
    walk(program, (node) => {
      const rules = TABLE_ENTRY.exec(textOf(node))?.[1] ?? "";
      for (const match of rules.matchAll(CITATION)) {
        citations.push({ id: match[1] ?? "", path, line: lineOf(text, node.start) });
      }
    });
  }
  return citations;
}

/** The rules that the vectors say they prove, a vector each. */
function vectorRules({ texts }: Repository): Citation[] {
  return [...texts].flatMap(([path, text]) =>
    VECTORS.test(path)
      ? [...text.matchAll(VECTOR_RULE)].map((match) => ({
          ...{ id: match[1] ?? "", path, line: lineOf(text, match.index) },
        }))
      : [],
  );
}

/**
 * Files of vectors that some test reads, itself or through its support, and is named by: `[rule]`.
 */
function playedVectors(repository: Repository): Set<string> {
  const played = new Set<string>();
  for (const source of testsOf(repository)) {
    if (!testNames(source).some(({ written }) => NAMED_BY_VECTOR.test(written))) continue;
    const support = source.imports.flatMap(({ specifier }) => {
      const imported = repository.sources.get(resolveImport(source.path, specifier) ?? "");
      return imported !== undefined && isTestFile(imported.path) ? [imported] : [];
    });
    const own = stringsOf(source);
    const all = [source, ...support].flatMap(stringsOf);
    for (const path of repository.texts.keys()) {
      const [, folder, file] = VECTORS.exec(path) ?? [];
      if (file === undefined) continue;
      const namesFile = own.some((text) => text === file || text === `${file}.json`);
      if (namesFile && all.some((text) => text.includes(`vectors/${folder}/`))) played.add(path);
    }
  }
  return played;
}

function stringsOf({ program }: SourceFile): string[] {
  const strings: string[] = [];
  walk(program, (node) => {
    strings.push(textOf(node));
  });
  return strings.filter((text) => text !== "");
}

type TestName = { readonly name: string; readonly written: string; readonly line: number };

/** What tests are called, so far as their text says it, and how that is written. */
function testNames({ program, text }: SourceFile): TestName[] {
  const names: TestName[] = [];
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
    const written = text.slice(first.start, first.end);
    names.push({ name, written, line: lineOf(text, node.start) });
  });
  return names;
}

function nameOfProperty(callee: SyntaxNode): unknown {
  const property = callee.property;
  return isNode(property) ? property.name : undefined;
}
