import { parseSync, visitorKeys } from "oxc-parser";

/** A node of the syntax tree, as ESTree with TypeScript has it. Offsets are UTF-16 indices. */
export type SyntaxNode = {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [field: string]: unknown;
};

export type Import = {
  /** What stands between the quotes. */
  readonly specifier: string;
  readonly start: number;
  /** False for `import()`, which nothing can see before the code runs. */
  readonly isStatic: boolean;
};

export type SourceFile = {
  readonly path: string;
  readonly text: string;
  readonly program: SyntaxNode;
  readonly imports: readonly Import[];
  /** What the parser did not understand: nothing is checked in such a file, so it is a finding. */
  readonly syntaxErrors: readonly string[];
};

/** Reads one module, TypeScript or JavaScript by the ending of its path. */
export function parseSourceFile(path: string, text: string): SourceFile {
  const { program, errors } = parseSync(path, text);
  const root = program as unknown as SyntaxNode;
  return {
    path,
    text,
    program: root,
    imports: collectImports(root),
    syntaxErrors: errors.map((error) => error.message),
  };
}

export function isNode(value: unknown): value is SyntaxNode {
  return (
    typeof value === "object" && value !== null && typeof Reflect.get(value, "type") === "string"
  );
}

/** The nodes below one, in the order of the source. */
export function childrenOf(node: SyntaxNode): SyntaxNode[] {
  return (visitorKeys[node.type] ?? []).flatMap((key) => {
    const value = node[key];
    return Array.isArray(value) ? value.filter(isNode) : isNode(value) ? [value] : [];
  });
}

/** Visits a node and all below it; `ancestors` has the nearest parent last. */
export function walk(
  node: SyntaxNode,
  visit: (node: SyntaxNode, ancestors: readonly SyntaxNode[]) => void,
  ancestors: SyntaxNode[] = [],
): void {
  visit(node, ancestors);
  ancestors.push(node);
  for (const child of childrenOf(node)) walk(child, visit, ancestors);
  ancestors.pop();
}

/** The line of an offset, counted from 1. */
export function lineOf(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf("\n"); at !== -1 && at < offset; at = text.indexOf("\n", at + 1))
    line++;
  return line;
}

/** The text of a string or of a part of a template; empty for other nodes. */
export function textOf(node: SyntaxNode): string {
  const value = node.value;
  if (node.type === "Literal") return typeof value === "string" ? value : "";
  if (node.type !== "TemplateElement") return "";
  const { cooked } = value as { cooked: string | null };
  return cooked ?? "";
}

function collectImports(program: SyntaxNode): Import[] {
  const imports: Import[] = [];
  walk(program, (node) => {
    // `import "x"`, `export … from "x"`, `import("x")` and the type `import("x").Name`.
    const isStatic = node.type !== "ImportExpression";
    if (
      !/^(Import|ExportAll|ExportNamed)Declaration$|^(ImportExpression|TSImportType)$/.test(
        node.type,
      )
    ) {
      return;
    }
    const { source } = node;
    if (!isNode(source)) return;
    const specifier = typeof source.value === "string" ? source.value : "";
    imports.push({ specifier, start: node.start, isStatic });
  });
  return imports;
}
