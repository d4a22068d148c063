import type { PostedEntry, RecordedAct } from "@jointfund/core/fund/chronicle.ts";
import type { ActRecord } from "@jointfund/core/governance/state.ts";
import type { FigurePart } from "@jointfund/core/statements/page-cell.ts";
import { dateText, shortId } from "../languages/figures.ts";
import { LABELS } from "../languages/labels.ts";
import type { Language, Text } from "../languages/language.ts";
import { clauseText } from "../languages/rejections.ts";
import { WHY_TEXTS } from "../languages/why-texts.ts";
import { actBehind } from "../page/act-effects.ts";
import { padStart } from "../page/layout.ts";
import { indent, postingLines, signedAmount } from "./effects-text.ts";
import { actName, filled, partyName, type Invocation } from "./invocation.ts";
import type { OpenRecord } from "./record.ts";

/** Parts that are all told one by one; of more, the largest are, and all are grouped. */
const TOLD_MAX = 12;
const LARGEST = 5;
const GROUPS_MAX = 15;
export const AMOUNT_COLUMN = 24;

/** What an explanation is told with. */
export type Telling = {
  readonly record: OpenRecord;
  readonly invocation: Invocation;
  /** Whether everything is told, however much it is. */
  readonly all: boolean;
};

const sizeOf = ({ minor }: { readonly minor: bigint }): bigint => (minor < 0n ? -minor : minor);

const bySize = <Part extends { readonly minor: bigint }>(parts: readonly Part[]): readonly Part[] =>
  parts.toSorted((a, b) => (sizeOf(a) > sizeOf(b) ? -1 : sizeOf(a) < sizeOf(b) ? 1 : 0));

/** Parts of a figure, each with its act; of many the largest, and all by act and year. */
export function tellParts(telling: Telling, parts: readonly FigurePart[], currency: string): void {
  const { invocation, all } = telling;
  if (all || parts.length <= TOLD_MAX) {
    for (const part of parts) tellPart(telling, part, currency);
    return;
  }
  invocation.line(invocation.say(WHY_TEXTS.byKind));
  tellGroups(telling, parts, currency);
  invocation.line(invocation.say(WHY_TEXTS.largest));
  const largest = bySize(parts).slice(0, LARGEST);
  for (const part of largest) tellPart(telling, part, currency);
  const rest = parts.filter((part) => !largest.includes(part));
  const minor = rest.reduce((sum, part) => sum + part.minor, 0n);
  const amount = `${currency} ${plainAmount(minor, currency)}`;
  invocation.line(invocation.say(filled(WHY_TEXTS.more, rest.length, amount)));
}

/** An amount without a plus. */
export const plainAmount = (minor: bigint, currency: string): string =>
  signedAmount(minor, currency).replace("+", "");

type Group = { readonly name: Text; readonly year: string; minor: bigint; count: number };

function tellGroups(
  { record, invocation }: Telling,
  parts: readonly FigurePart[],
  currency: string,
): void {
  const groups = new Map<string, Group>();
  for (const { posted, minor } of parts) {
    const act = record.chronicle.acts.get(actBehind(posted));
    const year = posted.journal.effectiveDate.slice(0, 4);
    const key = `${act?.act.type ?? ""}/${year}`;
    const name =
      act === undefined ? WHY_TEXTS.dayOpened : actName(record.state.charter, act.act.type);
    const group = groups.get(key) ?? { name, year, minor: 0n, count: 0 };
    groups.set(key, { ...group, minor: group.minor + minor, count: group.count + 1 });
  }
  const ordered = bySize([...groups.values()]);
  for (const { name, year, minor, count } of ordered.slice(0, GROUPS_MAX)) {
    const amount = padStart(signedAmount(minor, currency), AMOUNT_COLUMN);
    invocation.line(`${year}${amount}  ${invocation.say(name)} ×${count}`);
  }
  const more = ordered.length - GROUPS_MAX;
  if (more > 0) invocation.line(invocation.say(filled(WHY_TEXTS.moreLines, more)));
}

function tellPart(telling: Telling, { posted, minor }: FigurePart, currency: string): void {
  const { record, invocation } = telling;
  const amount = padStart(signedAmount(minor, currency), AMOUNT_COLUMN);
  invocation.line(`${posted.journal.effectiveDate}${amount}  ${shortId(posted.journal.id)}`);
  const act = record.chronicle.acts.get(actBehind(posted));
  if (act !== undefined) tellAct(telling, act);
}

/** A journal entry with all of its postings, and the act that made it. */
export function tellJournal(telling: Telling, posted: PostedEntry): void {
  const { record, invocation } = telling;
  const { journal } = posted;
  invocation.line(`${journal.effectiveDate}  ${shortId(journal.id)}`);
  const act = record.chronicle.acts.get(actBehind(posted));
  if (act !== undefined) tellAct(telling, act);
  const language = invocation.choice === "ja" ? "ja" : "en";
  for (const line of indent(postingLines(record.state.charter, journal, language), 4)) {
    invocation.line(line);
  }
}

/** Which act, under which clause, by whom, and who agreed; and for a payment, what it pays. */
export function tellAct({ record, invocation }: Telling, recorded: RecordedAct): void {
  const tell = (text: (language: Language) => string, by: number): void => {
    for (const line of invocation.each(text)) invocation.line(" ".repeat(by) + line);
  };
  tell((language) => chainText(record, recorded, language), 4);
  const { payment } = recorded.act.body;
  const instructed = typeof payment === "string" ? record.state.payments.get(payment) : undefined;
  if (instructed === undefined) return;
  const cause = record.chronicle.acts.get(instructed.id.split("/")[0] ?? "");
  if (cause === undefined) return;
  tell((language) => causeText(record, cause, language), 4);
  tell((language) => chainText(record, cause, language), 6);
}

function causeText({ state }: OpenRecord, { id, act }: RecordedAct, language: Language): string {
  const { charter } = state;
  const clause = clauseText(charter.acts[act.type]?.clause ?? "", language);
  return filled(LABELS.instructed, actName(charter, act.type)[language], shortId(id), clause)[
    language
  ];
}

function chainText(record: OpenRecord, recorded: RecordedAct, language: Language): string {
  const { state } = record;
  const { charter } = state;
  const { act, entry, kind, id } = recorded;
  const separator = language === "ja" ? "、" : ", ";
  const decision = state.acts.get(id);
  const who = `${act.proposer} (${partyName(charter, partyOf(record, act.proposer))[language]})`;
  const said = { founding: LABELS.foundedBy, proposal: LABELS.proposed, fact: LABELS.reported };
  const on = dateText(decision?.proposedOn ?? act.effectiveDate, language);
  const clause = charter.acts[act.type]?.clause;
  return [
    actName(charter, act.type)[language],
    ...(clause === undefined ? [] : [clauseText(clause, language)]),
    `${said[kind][language]} ${filled(LABELS.byOn, who, on, entry)[language]}`,
    ...(decision === undefined ? [] : decisionTexts(decision, language)),
  ].join(separator);
}

const partyOf = ({ state }: OpenRecord, officer: string): string =>
  state.officers.get(officer)?.party ?? "";

function decisionTexts({ decisions, executed }: ActRecord, language: Language): readonly string[] {
  const approving = decisions.filter(({ decision }) => decision === "approve");
  const names = approving.map(({ officer, seats }) => `${officer} (${seats.join(" ")})`);
  const separator = language === "ja" ? "・" : " + ";
  return [
    ...(names.length === 0 ? [] : [filled(LABELS.approvedBy, names.join(separator))[language]]),
    ...(executed === undefined ? [] : [filled(LABELS.executedBy, executed.entry)[language]]),
  ];
}

/** The act that an entry of the log proposed, reported or executed. */
export function actAt({ chronicle, state }: OpenRecord, entry: number): RecordedAct | undefined {
  for (const act of chronicle.acts.values()) if (act.entry === entry) return act;
  for (const { id, executed } of state.acts.values()) {
    if (executed?.entry === entry) return chronicle.acts.get(id);
  }
  return undefined;
}
