import { schemaText } from "../../packages/server/src/database/schema.ts";
import { code, page, table } from "./markdown.ts";

type Relation = {
  readonly kind: "TABLE" | "VIEW" | "FUNCTION";
  readonly name: string;
  readonly text: string;
  readonly columns: [name: string, text: string][];
};

const COMMENT =
  /^COMMENT ON (TABLE|VIEW|FUNCTION|COLUMN) ([a-z_.]+) IS\s+((?:'(?:[^']|'')*'\s*)+);/gm;
/** What a function takes and gives, between its name and its language. */
const FUNCTION = /^CREATE FUNCTION ([a-z_]+)(\([^$]*?)\n?LANGUAGE/gm;

/** The text of string constants one behind the other, as SQL joins them. */
const joined = (constants: string): string =>
  [...constants.matchAll(/'((?:[^']|'')*)'/g)]
    .map(([, text]) => text!.replaceAll("''", "'"))
    .join("");

function relations(sql: string): readonly Relation[] {
  const all = new Map<string, Relation>();
  for (const [, kind, name = "", constants = ""] of sql.matchAll(COMMENT)) {
    const text = joined(constants);
    if (kind !== "COLUMN") {
      all.set(name, { kind: kind as Relation["kind"], name, text, columns: [] });
      continue;
    }
    const [of = "", column = ""] = name.split(".");
    all.get(of)!.columns.push([column, text]);
  }
  return [...all.values()];
}

function section({ name, text, columns }: Relation): readonly string[] {
  const rows = columns.map(([column, of]) => [code(column), of]);
  return [
    `### ${code(name)}`,
    text,
    ...(rows.length === 0 ? [] : [table(["Column", "What it holds"], rows)]),
  ];
}

/** docs/reference/database.md */
export function databasePage(): string {
  const sql = schemaText();
  const all = relations(sql);
  const of = (kind: Relation["kind"]): readonly string[] =>
    all.filter((relation) => relation.kind === kind).flatMap(section);
  const signatures = new Map(
    [...sql.matchAll(FUNCTION)].map(([, name = "", text = ""]) => [name, text.trim()]),
  );
  const functions = all
    .filter(({ kind, name }) => kind === "FUNCTION" && name !== "refuse_change")
    .flatMap(({ name, text }) => [
      `### ${code(name)}`,
      text,
      `\`\`\`sql\n${name}${signatures.get(name)}\n\`\`\``,
    ]);
  return page(
    "Tables",
    `What the schema \`jointfund\` holds, as it says itself (\`\\d+\` in psql shows it too).
Rules: [database](../spec/database.md). Questions with their answers:
[ask the record in SQL](../guides/query-with-sql.md).

Every table of history begins with \`entry\` (index in the log), \`place\` (among the rows of
the same table and entry), \`effective_date\` (when it counts) and \`recorded_at\` (when it
came into the log). Amounts are whole minor units of the currency beside them.`,
    "## Views",
    ...of("VIEW"),
    "## Functions",
    ...functions,
    "## Tables of history",
    ...of("TABLE"),
  );
}
