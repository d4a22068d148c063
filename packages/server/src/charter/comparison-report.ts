import type { Json } from "@jointfund/core/base/json.ts";
import { changedEntrenchedPaths } from "@jointfund/core/charter/amendment.ts";
import {
  compareCharters,
  type ComparedPart,
  type ComparedTerm,
  type Standing,
} from "@jointfund/core/charter/comparison.ts";
import type { Charter } from "@jointfund/core/charter/charter.ts";
import { GENERAL, FIELD_WORDS } from "../languages/charter-fields.ts";
import { localized, type Text } from "../languages/language.ts";
import { wordFor } from "../languages/words.ts";
import { byClause } from "./clause-order.ts";
import { TermTexts } from "./term-text.ts";

/** A term that differs, with what it is called and says in both languages. */
export type TermReport = {
  readonly path: string;
  readonly label: Text;
  readonly standing: ComparedTerm["standing"];
  readonly first?: Text;
  readonly second?: Text;
};

export type PartReport = {
  readonly path: string;
  readonly title: Text;
  readonly clause: { readonly first?: string; readonly second?: string };
  readonly standing: Standing;
  readonly entrenched: boolean;
  readonly terms: readonly TermReport[];
};

export type SectionReport = {
  readonly id: string;
  readonly title: Text;
  readonly parts: readonly PartReport[];
};

/** One of two compared charters: whose it is, and whose reading where it is a draft. */
export type ComparedCharter = {
  readonly id: string;
  readonly version: number;
  readonly title: Text;
  readonly side?: string;
};

export type ComparisonReport = {
  readonly first: ComparedCharter;
  readonly second: ComparedCharter;
  readonly counts: Readonly<Record<Standing, number>>;
  readonly sections: readonly SectionReport[];
};

/** A charter to be compared, and the side whose reading of a draft it is. */
export type Reading = { readonly charter: Charter; readonly side?: string };

/** Members that say what a charter is; each has no more than one term. */
const OF_ITSELF: ReadonlySet<string> = new Set([
  ...["format", "id", "version", "origin", "languages", "authoritative"],
  ...["title", "notice", "unusedActs"],
]);

/** Two charters clause by clause, in words of both languages [CH86]. */
export function comparisonReport(first: Reading, second: Reading): ComparisonReport {
  const [one, other] = [new TermTexts(first.charter), new TermTexts(second.charter)];
  const compared = compareCharters(first.charter, second.charter);
  const entrenched = changedEntrenchedPaths(first.charter, second.charter);
  const counts = { same: 0, renumbered: 0, changed: 0, onlyFirst: 0, onlySecond: 0 };
  const sections = new Map<string, PartReport[]>();
  for (const part of compared) {
    counts[part.standing]++;
    const section = OF_ITSELF.has(part.section) ? "general" : part.section;
    const parts = sections.get(section);
    const report = partReport(part, { one, other, entrenched });
    if (parts === undefined) sections.set(section, [report]);
    else parts.push(report);
  }
  return {
    ...{ first: headOf(first), second: headOf(second), counts },
    sections: [...sections].map(([id, parts]) => {
      const title = id === "general" ? GENERAL : wordFor(FIELD_WORDS, id);
      // The record keeps acts in the order of their types, a file in that of its clauses.
      return { id, title, parts: id === "acts" ? parts.toSorted(inOrder) : parts };
    }),
  };
}

const numberOf = ({ clause }: PartReport): string => clause.first ?? clause.second ?? "";

const inOrder = (a: PartReport, b: PartReport): number => byClause(numberOf(a), numberOf(b));

const headOf = ({ charter, side }: Reading): ComparedCharter => ({
  ...{ id: charter.id, version: charter.version, title: localized(charter.title) },
  ...(side === undefined ? {} : { side }),
});

type Both = {
  readonly one: TermTexts;
  readonly other: TermTexts;
  readonly entrenched: readonly string[];
};

function partReport(part: ComparedPart, both: Both): PartReport {
  const { path, clauses, standing, terms } = part;
  const texts = standing === "onlySecond" ? both.other : both.one;
  const isEntrenched = both.entrenched.some((each) => each === path || each.startsWith(`${path}/`));
  return {
    ...{ path, title: titleOf(texts, part), clause: clauses, standing },
    entrenched: isEntrenched,
    terms: terms.filter((term) => !isName(term)).map((term) => termReport(term, path, both)),
  };
}

/** Its name within the section; that of the section for what stands there directly. */
function titleOf(texts: TermTexts, { path, section }: ComparedPart): Text {
  return path === `/${section}` ? texts.label(path) : texts.label(path, `/${section}`);
}

/** Whether a term is the name by which its item was found: that is told with each of its terms. */
function isName({ path, first, second }: ComparedTerm): boolean {
  const item = path.split("/").at(-2);
  return item !== "" && (first === item || second === item);
}

function termReport(term: ComparedTerm, part: string, { one, other }: Both): TermReport {
  const { path, standing, first, second } = term;
  const texts = standing === "onlySecond" ? other : one;
  const said = (from: TermTexts, value: Json | undefined): Text | undefined =>
    value === undefined ? undefined : from.value(path, value);
  const [was, is] = [said(one, first), said(other, second)];
  return {
    ...{ path, standing, label: path === part ? texts.label(path) : texts.label(path, part) },
    ...(was === undefined ? {} : { first: was }),
    ...(is === undefined ? {} : { second: is }),
  };
}
