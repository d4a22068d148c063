import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../test-files.ts";
import { isNode, parseSourceFile, textOf, walk, type SyntaxNode } from "../tidy/source-file.ts";

/** One place of the core's source that refuses: the code, what it cites, and its facts. */
export type Refusal = {
  readonly code: string;
  readonly place: string;
  /** The rule of the specification, or nothing where a clause of the charter is cited. */
  readonly rule: string | undefined;
  readonly facts: readonly string[];
  /** Whether facts come from elsewhere as well: a variable, or a spread. */
  readonly isOpen: boolean;
};

/** Functions that make a rejection; `found` has the value before the code. */
const REFUSING: ReadonlyMap<string, number> = new Map([
  ["rejection", 0],
  ["refuse", 0],
  ["rejected", 0],
  ["found", 1],
]);

/** Every place in a folder of the core that refuses, tests apart. */
export function refusalsIn(folder: string): readonly Refusal[] {
  const root = join(ROOT, "packages/core/src", folder);
  return readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"))
    .toSorted((a, b) => (a < b ? -1 : 1))
    .flatMap((file) => refusalsOf(join(root, file), `${folder}/${file}`));
}

function refusalsOf(path: string, name: string): readonly Refusal[] {
  const { program } = parseSourceFile(path, readFileSync(path, "utf8"));
  const refusals: Refusal[] = [];
  walk(program, (node) => {
    if (node.type !== "CallExpression" || !isNode(node.callee)) return;
    const at = REFUSING.get(String(node.callee.name));
    if (at === undefined) return;
    const args = (node.arguments as unknown[]).filter(isNode);
    const code = args[at] === undefined ? "" : textOf(args[at]);
    if (code === "") return;
    const cited = args[at + 1] === undefined ? "" : textOf(args[at + 1]!);
    const facts = at === 1 ? { facts: ["actual"], isOpen: false } : factsOf(args.at(-1));
    const rule = cited === "" ? undefined : cited;
    refusals.push({ code, place: `${name}: ${code}`, rule, ...facts });
  });
  return refusals;
}

function factsOf(node: SyntaxNode | undefined): Pick<Refusal, "facts" | "isOpen"> {
  if (node === undefined || node.type === "Literal") return { facts: [], isOpen: false };
  if (node.type !== "ObjectExpression") return { facts: [], isOpen: true };
  const properties = (node.properties as unknown[]).filter(isNode);
  const facts = properties.flatMap(({ type, key }) =>
    type === "Property" && isNode(key) ? [String(key.name ?? key.value)] : [],
  );
  return { facts, isOpen: properties.some(({ type }) => type !== "Property") };
}
