import { posix } from "node:path";
import { type Finding, type Repository } from "./repository.ts";

type Document = {
  readonly path: string;
  /** The lines, with code blocks and code spans blanked out. */
  readonly lines: readonly string[];
};

/** Markdown: one title in a file, and no relative link that leads nowhere. */
export function checkDocuments(repository: Repository): Finding[] {
  const documents = [...repository.texts]
    .filter(([path]) => path.endsWith(".md"))
    .map(([path, text]): Document => ({ path, lines: withoutCode(text) }));
  const anchors = new Map(documents.map((document) => [document.path, anchorsOf(document)]));
  return documents.flatMap((document) => [
    ...titleFindings(document),
    ...linkFindings(document, repository, anchors),
  ]);
}

function withoutCode(text: string): string[] {
  let fence: string | undefined;
  return text.split("\n").map((line) => {
    const mark = /^\s*(```+|~~~+)/.exec(line)?.[1];
    if (fence !== undefined) {
      if (mark?.startsWith(fence)) fence = undefined;
      return "";
    }
    fence = mark;
    return mark === undefined ? line.replaceAll(/`[^`]*`/g, (span) => " ".repeat(span.length)) : "";
  });
}

function titleFindings({ path, lines }: Document): Finding[] {
  const titles = lines.flatMap((line, index) => (line.startsWith("# ") ? [index + 1] : []));
  if (titles.length === 1) return [];
  const message = `${titles.length} titles with one “#”, there should be one`;
  return [{ path, line: titles[1] ?? 1, message }];
}

function linkFindings(
  { path, lines }: Document,
  { texts }: Repository,
  anchors: ReadonlyMap<string, ReadonlySet<string>>,
): Finding[] {
  const paths = [...texts.keys()];
  return lines.flatMap((line, index) =>
    linkTargets(line).flatMap((target) => {
      const [file = "", anchor] = target.split("#", 2);
      const resolved = file === "" ? path : posix.join(posix.dirname(path), decodeURI(file));
      const folder = resolved.endsWith("/") ? resolved : `${resolved}/`;
      const exists = texts.has(resolved) || paths.some((other) => other.startsWith(folder));
      const hasAnchor = anchor === undefined || (anchors.get(resolved)?.has(anchor) ?? true);
      return exists && hasAnchor
        ? []
        : [{ path, line: index + 1, message: `dead link: ${target}` }];
    }),
  );
}

/** Relative targets of `[text](target)` and `[label]: target`. */
function linkTargets(line: string): string[] {
  const matches = line.matchAll(/\]\(<?([^)\s>]+)>?[^)]*\)|^\s*\[[^\]]+\]:\s+(\S+)/g);
  return [...matches]
    .map((match) => match[1] ?? match[2] ?? "")
    .filter((target) => target !== "" && !/^([a-z][a-z0-9+.-]*:|\/\/)/i.test(target));
}

/** The anchors that a Git host makes from headings, and those that are set by hand. */
function anchorsOf({ lines }: Document): Set<string> {
  const anchors = new Set<string>();
  for (const line of lines) {
    const heading = /^#{1,6} +(.*?) *$/.exec(line)?.[1];
    if (heading !== undefined) {
      const words = heading.toLowerCase().replaceAll(/[^\p{L}\p{N}\p{M} _-]/gu, "");
      anchors.add(words.replaceAll(" ", "-"));
    }
    for (const match of line.matchAll(/<a (?:id|name)="([^"]+)"/g)) anchors.add(match[1] ?? "");
  }
  return anchors;
}
