import { canonicalText } from "@jointfund/core/base/canonical.ts";
import type { Json } from "@jointfund/core/base/json.ts";
import { encode } from "@jointfund/core/base/schema.ts";
import { changedEntrenchedPaths, changedPaths } from "@jointfund/core/charter/amendment.ts";
import { sovereignsOf } from "@jointfund/core/charter/approval-reach.ts";
import { clauseAt, partAt, resolvePath } from "@jointfund/core/charter/charter-path.ts";
import { charterSchema } from "@jointfund/core/charter/charter-schema.ts";
import type { Charter } from "@jointfund/core/charter/charter.ts";
import { AMENDMENT_PHRASES } from "../languages/amendment-phrases.ts";
import { languagesOf, type Language, type LanguageChoice } from "../languages/language.ts";
import { findingsText, readBytes, readCharterFile, type CommandResult } from "./charter-file.ts";
import { explanationBlocks, type ExplanationBlock } from "./explain.ts";
import { CharterSpeaker } from "./explanation-text.ts";

/** A line of an explanation that only one of two charters has. */
type ChangedLine = { readonly was: boolean; readonly text: string };

/** What differs between two charters. */
export type CharterDiff = {
  readonly paths: readonly string[];
  readonly entrenched: readonly string[];
};

export type DiffOptions = { readonly language: LanguageChoice; readonly json?: boolean };

/**
 * Says two charter files' differences in words, as an amendment from the first to the second would
 * make them. A file with errors is reported, with exit code 1.
 */
export function diffCharterFiles(
  oldPath: string,
  newPath: string,
  options: DiffOptions,
): CommandResult {
  const charters: Charter[] = [];
  for (const path of [oldPath, newPath]) {
    const bytes = readBytes(path);
    if (typeof bytes === "string") return { text: `${path}: ${bytes}\n`, exitCode: 2 };
    const file = readCharterFile(path, bytes);
    const hasError = file.findings.some(({ severity }) => severity === "error");
    if (hasError || file.charter === undefined) {
      return { text: findingsText(file, options.language), exitCode: 1 };
    }
    charters.push(file.charter);
  }
  const [old, next] = charters as [Charter, Charter];
  if (options.json === true) {
    return { text: `${JSON.stringify(diffOf(old, next), null, 2)}\n`, exitCode: 0 };
  }
  return { text: diffText(old, next, options.language), exitCode: 0 };
}

function diffOf(old: Charter, next: Charter): CharterDiff {
  return { paths: changedPaths(old, next), entrenched: changedEntrenchedPaths(old, next) };
}

/** The differences in words, in one language or in one after the other [CH84]. */
export function diffText(old: Charter, next: Charter, choice: LanguageChoice): string {
  const diff = diffOf(old, next);
  const texts = languagesOf(choice).map((language) => {
    const lines = [...headLines(old, next, diff, language), ...blockLines(old, next, language)];
    return [...lines, ...otherLines(old, next, diff, language)].join("\n").trimEnd();
  });
  return `${texts.join("\n\n")}\n`;
}

/** How the amendment is decided: by ratification where it touches what is entrenched. */
function headLines(
  old: Charter,
  next: Charter,
  { paths, entrenched }: CharterDiff,
  language: Language,
): readonly string[] {
  const phrases = AMENDMENT_PHRASES[language];
  const speaker = new CharterSpeaker(old, language);
  const title = `# ${phrases.title(`${old.id} ${old.version}`, `${next.id} ${next.version}`)}`;
  if (paths.length === 0) return [title, "", phrases.nothing];
  const rule = old.acts["charter.amend"]?.clause ?? old.amendment.clause;
  if (entrenched.length === 0) return [title, "", phrases.ordinary(rule), ""];
  const sides = speaker.phrases.and(sovereignsOf(old).map((id) => speaker.party(id)));
  const listed = entrenched.map((path) => `- ${path}`);
  return [title, "", phrases.ratification(sides, rule), "", ...listed, ""];
}

/** Block by block, what the explanation says differently. */
function blockLines(old: Charter, next: Charter, language: Language): readonly string[] {
  const phrases = AMENDMENT_PHRASES[language];
  return changedBlocks(old, next, language).flatMap(({ title, lines }) => [
    `## ${title}`,
    "",
    ...lines.map(({ was, text }) => `${was ? phrases.was : phrases.now} ${text}`),
    "",
  ]);
}

/** A line without the marks of its list, or the cells of a table's row without their padding. */
function plain(line: string): string {
  const cells = line.split("|").map((cell) => cell.trim());
  if (cells.length < 3) return line.trim().replace(/^- /, "");
  if (cells.every((cell) => /^-*$/.test(cell))) return "";
  return cells.filter((cell) => cell !== "").join(" · ");
}

function changedBlocks(old: Charter, next: Charter, language: Language) {
  const blocks = (charter: Charter): ReadonlyMap<string, ExplanationBlock> =>
    new Map(
      explanationBlocks(new CharterSpeaker(charter, language)).map((block) => [block.id, block]),
    );
  const [before, after] = [blocks(old), blocks(next)];
  const ids = [...new Set([...before.keys(), ...after.keys()])];
  return ids.flatMap((id) => {
    const [a, b] = [before.get(id), after.get(id)];
    const lines = changedLines((a?.lines ?? []).map(plain), (b?.lines ?? []).map(plain));
    return lines.length === 0 ? [] : [{ id, title: (b ?? a)!.title, lines }];
  });
}

/** Lines of which one list has more than the other, in the order of a longest common part. */
function changedLines(old: readonly string[], next: readonly string[]): readonly ChangedLine[] {
  const common = commonLengths(old, next);
  const changed: ChangedLine[] = [];
  let [i, j] = [0, 0];
  while (i < old.length || j < next.length) {
    if (i < old.length && j < next.length && old[i] === next[j]) {
      i++;
      j++;
    } else if (j === next.length || (i < old.length && common[i + 1]![j]! >= common[i]![j + 1]!)) {
      changed.push({ was: true, text: old[i++]! });
    } else changed.push({ was: false, text: next[j++]! });
  }
  return changed.filter(({ text }) => text.trim() !== "");
}

/** Lengths of the longest common part of what follows each pair of places. */
function commonLengths(old: readonly string[], next: readonly string[]): readonly number[][] {
  const lengths = old.map(() => next.map(() => 0).concat(0)).concat([next.map(() => 0).concat(0)]);
  for (let i = old.length - 1; i >= 0; i--) {
    for (let j = next.length - 1; j >= 0; j--) {
      lengths[i]![j] =
        old[i] === next[j]
          ? lengths[i + 1]![j + 1]! + 1
          : Math.max(lengths[i + 1]![j]!, lengths[i]![j + 1]!);
    }
  }
  return lengths;
}

/** Changes that the explanation does not put in words, such as a chart of accounts. */
function otherLines(
  old: Charter,
  next: Charter,
  { paths }: CharterDiff,
  language: Language,
): readonly string[] {
  const phrases = AMENDMENT_PHRASES[language];
  const said = changedBlocks(old, next, language).flatMap(({ id }) => COVERED.get(id) ?? [id]);
  const others = paths.filter(
    (path) => path !== "/version" && !said.some((id) => path === id || path.startsWith(`${id}/`)),
  );
  if (others.length === 0) return [];
  const lines = others.map((path) => {
    const [was, now] = [valueAt(old, path), valueAt(next, path)];
    return `- ${path}${clauseOf(next, path) ?? clauseOf(old, path) ?? ""}: ${was} → ${now}`;
  });
  return [`## ${phrases.others}`, "", ...lines, ""];
}

/** Sections of a charter that a block of another name says. */
const COVERED: ReadonlyMap<string, readonly string[]> = new Map([
  ["/structure", ["/vehicles", "/classes"]],
  ["/currencies", ["/currencies", "/fixing", "/leverage/hedging"]],
  ["/charges", ["/fees", "/expenses", "/reserves"]],
  ["/distribution", ["/distributions", "/waterfalls", "/recoupment", "/carry"]],
]);

const SHOWN_VALUE = 120;

function valueAt(charter: Charter, path: string): string {
  const json: Json = encode(charterSchema, charter);
  const at = resolvePath(json, path);
  const value = at === undefined ? undefined : partAt(json, at);
  if (value === undefined) return "–";
  const text = typeof value === "string" ? value : canonicalText(value);
  return text.length > SHOWN_VALUE ? `${text.slice(0, SHOWN_VALUE)}…` : text;
}

function clauseOf(charter: Charter, path: string): string | undefined {
  const json: Json = encode(charterSchema, charter);
  const at = resolvePath(json, path);
  const clause = at === undefined ? undefined : clauseAt(json, at);
  return clause === undefined ? undefined : ` [${clause}]`;
}
