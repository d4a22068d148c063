import { Ratio } from "@jointfund/core/base/ratio.ts";
import { MICRO_UNITS_PER_UNIT } from "@jointfund/core/capital/state.ts";
import type { PostedEntry, RecordedAct } from "@jointfund/core/fund/chronicle.ts";
import type { ActRecord } from "@jointfund/core/governance/state.ts";
import {
  explainAccount,
  explainFigure,
  figureNames,
  type ExplainedFigure,
} from "@jointfund/core/statements/figure-parts.ts";
import { pageBook } from "@jointfund/core/statements/page-books.ts";
import { sharingOf, sidesOf } from "@jointfund/core/statements/sides.ts";
import { dateText, shortId } from "../languages/figures.ts";
import { localized, type Language, type Text } from "../languages/language.ts";
import { FIGURE_NAMES, LABELS } from "../languages/labels.ts";
import { message } from "../languages/messages.ts";
import { clauseText } from "../languages/rejections.ts";
import { wordFor } from "../languages/words.ts";
import { decimal } from "../page/figures.ts";
import { padEnd, padStart } from "../page/layout.ts";
import { indent, postingLines, signedAmount } from "./effects-text.ts";
import { EXIT, refusedBy, type ExitCode } from "./failure.ts";
import { actsWithPrefix, findAct } from "./find-act.ts";
import { actName, filled, partyName, type Invocation } from "./invocation.ts";
import { replayProgress } from "./progress.ts";
import { openRecord, type OpenRecord } from "./record.ts";

/** What a question is about, and the postings that answer it. */
type Subject = {
  readonly name: Text;
  /** The sum of the parts; absent where the question is about single postings. */
  readonly figure?: ExplainedFigure;
  /** Where the figure is a share of what the postings make. */
  readonly share?: Share;
  readonly posted: readonly PostedEntry[];
  /** An act that posted nothing is explained all the same. */
  readonly acts: readonly RecordedAct[];
};

type Share = {
  readonly minor: bigint;
  /** By what units it is shared, if it is. */
  readonly units?: { readonly microUnits: bigint; readonly allMicroUnits: bigint };
};

/** `jointfund act why`: from a figure to its postings, acts, approvals and clauses. */
export function explainWhy(invocation: Invocation, what: string | undefined): ExitCode {
  const record = openRecord(invocation.data, replayProgress(invocation));
  if (what === undefined) return listFigures(record, invocation);
  const subject =
    figureSubject(record, what) ??
    shareSubject(record, what) ??
    accountSubject(record, what) ??
    postingSubject(record, what) ??
    actSubject(record, what);
  if (subject === undefined) {
    throw refusedBy(message("figureUnknown", what, allFigureNames(record).join(", ")));
  }
  if (invocation.options.json === true) invocation.json(subjectJson(record, subject));
  else printSubject(record, subject, invocation);
  return EXIT.done;
}

function allFigureNames({ state: { charter } }: OpenRecord): readonly string[] {
  const owns = Object.keys(charter.capital.shares).map((party) => `owns.${party}`);
  return [...figureNames(charter), ...owns];
}

const NAME_COLUMN = 18;
const LIST_AMOUNT_COLUMN = 24;

/** Without a name: every figure that can be asked for, with its amount. */
function listFigures(record: OpenRecord, invocation: Invocation): ExitCode {
  const figures = allFigureNames(record).flatMap((name) => {
    const subject = figureSubject(record, name) ?? shareSubject(record, name);
    if (subject?.figure === undefined) return [];
    const { currency, minor } = subject.figure;
    return [{ name, label: subject.name, currency, minor: subject.share?.minor ?? minor }];
  });
  if (invocation.options.json === true) {
    invocation.json({ figures });
    return EXIT.done;
  }
  invocation.line(invocation.say(LABELS.figureNames));
  for (const { name, label, currency, minor } of figures) {
    const amount = `${signedAmount(minor, currency).replace("+", "")} ${currency}`;
    const named = `  ${padEnd(name, NAME_COLUMN)}${padStart(amount, LIST_AMOUNT_COLUMN)}`;
    invocation.line(`${named}  ${invocation.say(label)}`);
  }
  return EXIT.done;
}

function figureSubject(record: OpenRecord, what: string): Subject | undefined {
  const { state, chronicle } = record;
  const figure = explainFigure(state, chronicle, what);
  if (figure === undefined) return undefined;
  const [base = "", party] = what.split(".");
  const name = wordFor(FIGURE_NAMES, base);
  const of = party === undefined ? undefined : partyName(state.charter, party);
  const full =
    of === undefined ? name : { en: `${name.en}, ${of.en}`, ja: `${name.ja}（${of.ja}）` };
  return { name: full, figure, posted: figure.parts.map(({ posted }) => posted), acts: [] };
}

/** "owns.US": a side's part of the net assets, and the postings that make those. */
function shareSubject(record: OpenRecord, what: string): Subject | undefined {
  const { state, chronicle } = record;
  const sides = sidesOf(record, pageBook(record));
  const side = sides.find(({ party }) => what === `owns.${party}`);
  const figure = explainFigure(state, chronicle, "net-assets");
  if (side === undefined || figure === undefined) return undefined;
  const { en, ja } = wordFor(FIGURE_NAMES, "owns");
  const of = partyName(state.charter, side.party);
  const { microUnits } = side;
  const allMicroUnits = sides.reduce((sum, of) => sum + of.microUnits, 0n);
  const isByUnits = sharingOf(state.charter) === "units";
  return {
    name: { en: `${en}, ${of.en}`, ja: `${ja}（${of.ja}）` },
    figure,
    share: { minor: side.ownsNow, ...(isByUnits ? { units: { microUnits, allMicroUnits } } : {}) },
    posted: figure.parts.map(({ posted }) => posted),
    acts: [],
  };
}

function accountSubject({ state, chronicle }: OpenRecord, what: string): Subject | undefined {
  const [code = "", ...rest] = what.split("/");
  const account = state.charter.accounts.find((of) => of.code === code);
  if (account === undefined) return undefined;
  const subject = rest.length === 0 ? undefined : rest.join("/");
  const figure = explainAccount(state, chronicle, code, subject);
  const { en, ja } = localized(account.name);
  const of = subject === undefined ? "" : ` / ${subject}`;
  const name = { en: `${code} ${en}${of}`, ja: `${code} ${ja}${of}` };
  return { name, figure, posted: figure.parts.map(({ posted }) => posted), acts: [] };
}

function postingSubject(record: OpenRecord, what: string): Subject | undefined {
  const [, prefix, n] = /^([0-9a-f]{4,64})\/([0-9]+)$/i.exec(what) ?? [];
  if (prefix === undefined || n === undefined) return undefined;
  const { id } = findAct(record, prefix);
  const posted = record.chronicle.postings.filter(({ journal }) => journal.id === `${id}/${n}`);
  if (posted.length === 0) return undefined;
  const name = shortId(`${id}/${n}`);
  return { name: { en: name, ja: name }, posted, acts: [] };
}

function actSubject(record: OpenRecord, what: string): Subject | undefined {
  if (!/^[0-9a-f]{4,64}$/i.test(what) || actsWithPrefix(record, what).length === 0) {
    return undefined;
  }
  const act = findAct(record, what);
  const posted = postingsOf(record, act.id);
  const name = actName(record.state.charter, act.act.type);
  return { name, posted, acts: posted.length === 0 ? [act] : [] };
}

const postingsOf = ({ chronicle }: OpenRecord, id: string): readonly PostedEntry[] =>
  chronicle.postings.filter(({ journal }) => journal.id.startsWith(`${id}/`));

const actIdOf = ({ journal }: PostedEntry): string =>
  journal.id.slice(0, journal.id.lastIndexOf("/"));

function subjectJson(record: OpenRecord, { name, figure, share, posted, acts }: Subject) {
  const ids = [...new Set([...posted.map(actIdOf), ...acts.map(({ id }) => id)])];
  return {
    name,
    ...(figure === undefined ? {} : { currency: figure.currency, minor: figure.minor }),
    ...(share === undefined ? {} : { share }),
    postings: posted.map(({ entry, journal }, index) => ({
      entry,
      ...(figure === undefined ? {} : { minor: figure.parts[index]?.minor }),
      ...journal,
    })),
    acts: ids.map((id) => ({
      ...record.chronicle.acts.get(id),
      decision: record.state.acts.get(id),
    })),
  };
}

function sharedText({ units }: Share, whole: string): Text {
  if (units === undefined) return filled(LABELS.byLiquidation, whole);
  const { microUnits, allMicroUnits } = units;
  return filled(LABELS.byUnits, unitsText(microUnits), unitsText(allMicroUnits), whole);
}

function printSubject(record: OpenRecord, subject: Subject, invocation: Invocation): void {
  const { charter } = record.state;
  const { name, figure, share, posted, acts } = subject;
  const title = invocation.paint("bold", invocation.say(name));
  if (figure === undefined) invocation.line(title);
  else {
    const amount = (minor: bigint): string =>
      `${figure.currency} ${signedAmount(minor, figure.currency).replace("+", "")}`;
    const count = invocation.say(filled(LABELS.sumOf, figure.parts.length));
    if (share !== undefined) {
      const by = sharedText(share, amount(figure.minor));
      invocation.line(`${title}  ${amount(share.minor)}  (${invocation.say(by)})`);
    }
    const of = share === undefined ? title : invocation.say(wordFor(FIGURE_NAMES, "net-assets"));
    invocation.line(`${of}  ${amount(figure.minor)}  (${count})`);
  }
  const language = invocation.choice === "ja" ? "ja" : "en";
  for (const [index, of] of posted.entries()) {
    const minor = figure?.parts[index]?.minor;
    const amount =
      minor === undefined ? "" : padStart(signedAmount(minor, figure!.currency), AMOUNT_COLUMN);
    invocation.line(`${of.journal.effectiveDate}${amount}  ${shortId(of.journal.id)}`);
    const act = record.chronicle.acts.get(actIdOf(of));
    if (act !== undefined) printChain(record, act, invocation);
    if (figure !== undefined) continue;
    for (const line of indent(postingLines(charter, of.journal, language), 4)) {
      invocation.line(line);
    }
  }
  for (const act of acts) printChain(record, act, invocation);
}

const AMOUNT_COLUMN = 22;

/** Millionths of units as units: whole ones without decimals. */
function unitsText(microUnits: bigint): string {
  const text = decimal(Ratio.make(microUnits, MICRO_UNITS_PER_UNIT), 6);
  return text.replace(/\.?0+$/, "");
}

/** Which act, under which clause, by whom, and who agreed; and for a payment, what it pays. */
function printChain(record: OpenRecord, recorded: RecordedAct, invocation: Invocation): void {
  for (const line of invocation.each((language) => chainText(record, recorded, language))) {
    invocation.line(`    ${line}`);
  }
  const { payment } = recorded.act.body;
  const instructed = typeof payment === "string" ? record.state.payments.get(payment) : undefined;
  if (instructed === undefined) return;
  const cause = record.chronicle.acts.get(instructed.id.split("/")[0] ?? "");
  if (cause === undefined) return;
  for (const line of invocation.each((language) => causeText(record, cause, language))) {
    invocation.line(`    ${line}`);
  }
  for (const line of invocation.each((language) => chainText(record, cause, language))) {
    invocation.line(`      ${line}`);
  }
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
