import { type Finding, isTestFile, type Repository } from "./repository.ts";
import { isNode, lineOf, type SourceFile, type SyntaxNode, textOf, walk } from "./source-file.ts";

/** How the lists are named that hold every code which a part of core can refuse with. */
const LIST_NAME = /_REJECTION_CODES$/;

type Code = { readonly code: string; readonly path: string; readonly line: number };

/**
 * Every code of a list `…_REJECTION_CODES` is snake_case, stands in one list only, and is named by
 * a test: a refusal that nothing reaches is either dead or untried.
 */
export function checkRejectionCodes(repository: Repository): Finding[] {
  const sources = [...repository.sources.values()];
  const named = new Set<string>();
  for (const source of sources) {
    if (!isTestFile(source.path)) continue;
    walk(source.program, (node) => named.add(textOf(node)));
  }
  const seen = new Set<string>();
  return sources
    .filter(({ path }) => !isTestFile(path))
    .flatMap(codesOf)
    .flatMap((code) => {
      const messages = [
        ...(/^[a-z][a-z0-9]*(_[a-z0-9]+)*$/.test(code.code) ? [] : ["is not snake_case"]),
        ...(seen.has(code.code) ? ["stands in two lists"] : []),
        ...(named.has(code.code) ? [] : ["is named by no test"]),
      ];
      seen.add(code.code);
      return messages.map((message) => ({ ...code, message: `${code.code} ${message}` }));
    });
}

function codesOf({ path, text, program }: SourceFile): Code[] {
  const codes: Code[] = [];
  walk(program, (node) => {
    if (node.type !== "VariableDeclarator" || !isNode(node.id)) return;
    if (!LIST_NAME.test(String(node.id.name)) || !isNode(node.init)) return;
    walk(node.init, (element: SyntaxNode) => {
      const code = textOf(element);
      if (code !== "") codes.push({ code, path, line: lineOf(text, element.start) });
    });
  });
  return codes;
}
