import type { Doubt, Facts, Fault } from "./fault.ts";
import type { CheckpointSummary, TrustRoot, VerifyReport } from "./report.ts";
import {
  DOUBT_TEXTS,
  FAULT_TEXTS,
  LABELS,
  OUTCOME_TEXTS,
  SOURCE_TEXTS,
  type Language,
  type Text,
} from "./report-texts.ts";

const LABEL_COLUMNS = 20;
/** Kanji, kana and full-width signs take two columns of a terminal. */
const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60]/u;

function columnsOf(text: string): number {
  return [...text].reduce((sum, character) => sum + (WIDE.test(character) ? 2 : 1), 0);
}

/** A text with its facts; a part in `[[ ]]` stands only where its fact is there. */
function fill(text: string, facts: Facts): string {
  const has = (name: string): boolean => Object.hasOwn(facts, name);
  const kept = text.replaceAll(/\[\[(.*?\{(\w+)\}.*?)\]\]/g, (_part, inner: string, name: string) =>
    has(name) ? inner : "",
  );
  return kept.replaceAll(/\{(\w+)\}/g, (_place, name: string) => {
    const fact = has(name) ? facts[name] : "?";
    return typeof fact === "string" ? fact : JSON.stringify(fact);
  });
}

/** Lines of a report: a label, and what stands beside it. */
class Page {
  readonly #language: Language;
  readonly #lines: string[] = [];

  constructor(language: Language) {
    this.#language = language;
  }

  say(text: Text, facts: Facts = {}): string {
    return fill(text[this.#language], facts);
  }

  line(text: string): void {
    this.#lines.push(text);
  }

  row(label: Text, value: string, facts: Facts = {}): void {
    const name = this.say(label, facts);
    const padding = " ".repeat(Math.max(2, LABEL_COLUMNS - columnsOf(name)));
    this.line(`  ${name}${padding}${value}`);
  }

  text(): string {
    return `${this.#lines.join("\n")}\n`;
  }
}

function placeOf(
  page: Page,
  { index, last }: Fault | (Doubt & { last?: number }),
): string | undefined {
  if (index === undefined) return undefined;
  if (last === undefined) return page.say(LABELS.entryPlace, { index });
  return page.say(LABELS.rangePlace, { index, last });
}

function checkpointText(page: Page, { size, root, cosigners }: CheckpointSummary): string {
  const text = page.say(LABELS.checkpointValue, { size, root });
  if (cosigners.length === 0) return text;
  return `${text}${page.say(LABELS.cosigners, { cosigners: cosigners.join(", ") })}`;
}

/** What a fault or doubt says, in one line. */
export function textOfFinding(finding: Fault | Doubt, language: Language): string {
  const texts: Readonly<Record<string, Text>> = { ...FAULT_TEXTS, ...DOUBT_TEXTS };
  const text = texts[finding.code];
  return text === undefined ? finding.code : fill(text[language], finding.facts);
}

function writeFault(page: Page, fault: Fault): void {
  const place = placeOf(page, fault);
  if (place !== undefined) page.row(LABELS.place, place);
  page.row(LABELS.reason, page.say(FAULT_TEXTS[fault.code], fault.facts));
  page.row(LABELS.code, fault.code);
  page.row(LABELS.facts, JSON.stringify(fault.facts));
}

function writeDoubt(page: Page, doubt: Doubt): void {
  const place = placeOf(page, doubt);
  if (place !== undefined) page.row(LABELS.stoppedAt, place);
  page.row(LABELS.reason, page.say(DOUBT_TEXTS[doubt.code], doubt.facts));
  page.row(LABELS.code, doubt.code);
}

function writeCounts(page: Page, report: VerifyReport): void {
  const { entries, source, published, held, recordedAt, signatures, confirmed, blobs } = report;
  if (source !== undefined) {
    const from = page.say(SOURCE_TEXTS[source]);
    page.row(LABELS.entries, page.say(LABELS.entriesValue, { entries, source: from }));
  }
  if (recordedAt !== undefined) page.row(LABELS.lastEntry, recordedAt);
  if (signatures > 0) {
    page.row(LABELS.signatures, page.say(LABELS.signaturesValue, { signatures }));
  }
  if (blobs > 0) page.row(LABELS.documents, page.say(LABELS.documentsValue, { blobs }));
  if (published !== undefined) {
    page.row(LABELS.checkpoint, checkpointText(page, published));
    const count = entries - published.size;
    if (count > 0) page.row(LABELS.unpublished, page.say(LABELS.unpublishedValue, { count }));
  }
  if (confirmed > 0) page.row(LABELS.confirmed, page.say(LABELS.confirmedValue, { confirmed }));
  if (held !== undefined) page.row(LABELS.held, checkpointText(page, held));
  const { tornAt } = report;
  if (tornAt !== undefined) page.row(LABELS.torn, page.say(LABELS.tornValue, { tornAt }));
}

function writeTrust(page: Page, trust: TrustRoot): void {
  const { fund, origin, charter, charterVersion: version, founding, logKey, keys } = trust;
  page.line(`\n${page.say(LABELS.compare)}`);
  page.row(LABELS.fund, `${fund} (${origin})`);
  page.row(LABELS.charter, page.say(LABELS.charterValue, { version, charter }));
  page.row(LABELS.founding, founding);
  page.row(LABELS.logKey, logKey);
  for (const { party, officer, fingerprint } of keys) {
    page.row(LABELS.key, `${fingerprint}  ${officer}`, { party });
  }
}

/** A report for people. */
export function formatReport(report: VerifyReport, language: Language): string {
  const page = new Page(language);
  const { outcome, directory, fault, doubt, others = [], trust, evidence } = report;
  page.line(page.say(OUTCOME_TEXTS[outcome]));
  page.row(LABELS.directory, directory);
  if (fault !== undefined) writeFault(page, fault);
  if (doubt !== undefined) writeDoubt(page, doubt);
  for (const other of others) {
    const place = placeOf(page, other);
    const text = page.say(FAULT_TEXTS[other.code], other.facts);
    page.row(LABELS.others, place === undefined ? text : `${place}: ${text}`);
  }
  writeCounts(page, report);
  if (trust !== undefined) writeTrust(page, trust);
  if (evidence !== undefined) page.line(`\n${page.say(LABELS.evidence)}\n\n${evidence.trimEnd()}`);
  return page.text();
}
