import type { ReactNode } from "react";
import { PageLink } from "../../../elements/page-link.tsx";
import { Said } from "../../../elements/said.tsx";
import { useText } from "../../../language/language-context.tsx";
import { words } from "./words.ts";

/** How many acts there are under a clause and its parts. */
export type CountUnder = (clause: string) => number;

/** A line of the explanation: an item of a list, a row of a table, or a paragraph. */
type Line =
  | { readonly kind: "item"; readonly depth: number; readonly text: string }
  | { readonly kind: "row"; readonly cells: readonly string[] }
  | { readonly kind: "paragraph"; readonly text: string };

function lineOf(line: string): Line | undefined {
  if (line.trim() === "" || /^\|[\s|:-]+\|$/.test(line)) return undefined;
  const [, indent = "", text] = /^( *)- (.*)$/.exec(line) ?? [];
  if (text !== undefined) return { kind: "item", depth: indent.length / 2, text };
  if (line.startsWith("|")) {
    return {
      kind: "row",
      cells: line
        .split("|")
        .slice(1, -1)
        .map((cell) => cell.trim()),
    };
  }
  return { kind: "paragraph", text: line };
}

/** The explanation's lines (a little Markdown), with every clause that it cites as a link. */
export function ExplainedText({
  lines,
  countUnder,
  clause,
}: {
  readonly lines: readonly string[];
  readonly countUnder: CountUnder;
  /** The clause that a reader came for: its lines are marked. */
  readonly clause: string;
}): ReactNode {
  const read = lines.flatMap((line) => lineOf(line) ?? []);
  const rows = read.flatMap((line) => (line.kind === "row" ? [line.cells] : []));
  return (
    <>
      {read.map((line, n) => {
        if (line.kind === "row") return null;
        const isAsked = clause !== "" && line.text.includes(`[${clause}]`);
        const depth = line.kind === "item" ? line.depth + 1 : 0;
        return (
          <p
            key={n}
            className={`explained explained-${depth}`}
            {...(isAsked ? { "data-asked": "true" } : {})}
          >
            <Cited text={line.text} countUnder={countUnder} />
          </p>
        );
      })}
      {rows.length > 0 && <PowersTable rows={rows} />}
    </>
  );
}

/** A text with its citations, `[5.4]`, as links to the acts under each. */
function Cited({
  text,
  countUnder,
}: {
  readonly text: string;
  readonly countUnder: CountUnder;
}): ReactNode {
  const parts = text.split(/(\[[0-9]+(?:\.[0-9]+)*\])/);
  return parts.map((part, n) => {
    const clause = /^\[([0-9.]+)\]$/.exec(part)?.[1];
    if (clause === undefined) return <Said key={n} text={part} />;
    return <Citation key={n} clause={clause} count={countUnder(clause)} />;
  });
}

export function Citation({
  clause,
  count,
}: {
  readonly clause: string;
  readonly count: number;
}): ReactNode {
  const t = useText();
  if (count === 0) return <span className="citation">{clause}</span>;
  return (
    <PageLink className="citation" to={`/acts?nature=all&clause=${clause}`}>
      {clause}
      <span className="only-read">{t(words.actsUnder, String(count), clause)}</span>
    </PageLink>
  );
}

function PowersTable({ rows }: { readonly rows: readonly (readonly string[])[] }): ReactNode {
  const t = useText();
  const [head = [], ...body] = rows;
  return (
    <div className="table-frame" tabIndex={0} role="group" aria-label={t(words.acts)}>
      <table>
        <thead>
          <tr>
            {head.map((cell) => (
              <th key={cell} scope="col">
                {cell}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {body.map(([first = "", ...rest]) => (
            <tr key={first}>
              <th scope="row">{first}</th>
              {rest.map((cell, n) => (
                <td key={n}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
