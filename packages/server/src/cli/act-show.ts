import { toldIn } from "@jointfund/core/base/told-text.ts";
import type { RecordedAct } from "@jointfund/core/fund/chronicle.ts";
import type { FundEvent } from "@jointfund/core/fund/effects.ts";
import type { ActRecord } from "@jointfund/core/governance/state.ts";
import { statusOf } from "@jointfund/core/governance/status.ts";
import type { Act } from "@jointfund/core/governance/statement.ts";
import { tallyOf, type RuleTally, type TallyNode } from "@jointfund/core/statements/act-tally.ts";
import { amountText, dateText, shortId } from "../languages/figures.ts";
import type { Language, Text } from "../languages/language.ts";
import { LABELS } from "../languages/labels.ts";
import { rejectionWithClause } from "../languages/rejections.ts";
import { BASIS_WORDS, STATUS_WORDS, wordFor } from "../languages/words.ts";
import { postingsOfAct, previewOf, type Preview } from "../page/act-effects.ts";
import { padEnd } from "../page/layout.ts";
import { contentLines } from "./content-lines.ts";
import { effectLines, indent } from "./effects-text.ts";
import { EXIT, type ExitCode } from "./failure.ts";
import { findAct } from "./find-act.ts";
import { actName, filled, filledWith, partyName, type Invocation } from "./invocation.ts";
import { replayProgress } from "./progress.ts";
import { openRecord, type OpenRecord } from "./record.ts";
import { ruleText } from "./rule-text.ts";
import { harmless } from "./terminal.ts";

/** `jointfund act show`: everything that the record says of one act. */
export function showAct(invocation: Invocation, prefix: string): ExitCode {
  const record = openRecord(invocation.data, replayProgress(invocation));
  const recorded = findAct(record, prefix);
  const decision = record.state.acts.get(recorded.id);
  if (invocation.options.json === true) {
    invocation.json(describeAct(record, recorded, decision));
    return EXIT.done;
  }
  const { charter } = record.state;
  const { act, id } = recorded;
  const name = invocation.say(actName(charter, act.type));
  const clause = charter.acts[act.type]?.clause ?? "";
  invocation.line(`${shortId(id)}  ${invocation.paint("bold", name)}  (${act.type}, ${clause})`);
  const show = (label: Text, lines: readonly string[]): void => {
    for (const [index, line] of lines.entries()) {
      invocation.line(`${padEnd(index === 0 ? invocation.say(label) : "", LABEL_COLUMN)}${line}`);
    }
  };
  showSource(record, recorded, show, invocation);
  if (decision !== undefined) showDecision(record, decision, show, invocation);
  showEffects(record, recorded, decision, show, invocation);
  return EXIT.done;
}

const LABEL_COLUMN = 28;

type Show = (label: Text, lines: readonly string[]) => void;

function describeAct(record: OpenRecord, recorded: RecordedAct, decision: ActRecord | undefined) {
  const { state } = record;
  const postings = journalOf(record, recorded.id);
  if (decision === undefined) return { ...recorded, postings };
  return {
    ...recorded,
    ...{ status: statusOf(state, decision), decision, tally: tallyOf(state, decision) },
    ...{ postings, preview: preview(record, decision) },
  };
}

function showSource(
  { state }: OpenRecord,
  { act, entry, kind }: RecordedAct,
  show: Show,
  invocation: Invocation,
): void {
  const { charter } = state;
  const said = { founding: LABELS.foundedBy, proposal: LABELS.proposed, fact: LABELS.reported };
  const party = state.officers.get(act.proposer)?.party ?? "";
  show(
    said[kind],
    invocation.each((language) => {
      const who = `${act.proposer} (${partyName(charter, party)[language]})`;
      const on = dateText(dayOf(state, entry, act), language);
      return filled(LABELS.byOn, who, on, entry)[language];
    }),
  );
  show(
    LABELS.reason,
    invocation.each((language) => harmless(toldIn(act.reason, language).text)),
  );
  show(
    LABELS.effective,
    invocation.each((language) => dateText(act.effectiveDate, language)),
  );
  const basis = wordFor(BASIS_WORDS, act.basis);
  const version = { en: `${act.charterVersion}`, ja: `${act.charterVersion}` };
  show(LABELS.version, [invocation.say(filledWith(LABELS.versionIs, version, basis))]);
  const language = invocation.choice === "ja" ? "ja" : "en";
  show(LABELS.content, contentLines(act.body, language));
}

const dayOf = (state: OpenRecord["state"], entry: number, act: Act): string => {
  for (const record of state.acts.values()) if (record.entry === entry) return record.proposedOn;
  return act.effectiveDate;
};

function showDecision(
  record: OpenRecord,
  decision: ActRecord,
  show: Show,
  invocation: Invocation,
): void {
  const { state } = record;
  const { charter } = state;
  const { status, since, until } = statusOf(state, decision);
  const word = wordFor(STATUS_WORDS, status);
  show(
    LABELS.status,
    invocation.each((language) =>
      [
        word[language],
        filled(LABELS.since, dateText(since, language))[language],
        ...(until === undefined ? [] : [filled(LABELS.until, dateText(until, language))[language]]),
      ].join(language === "ja" ? "、" : ", "),
    ),
  );
  if (decision.concerns.length > 0) show(LABELS.concerns, [decision.concerns.join(", ")]);
  show(
    LABELS.decisions,
    decision.decisions.map(({ officer, decision: said, seats, on, entry }) => {
      const text = invocation.say(wordFor(STATUS_WORDS, said));
      return `${text}  ${officer} (${seats.join(", ")})  ${on}  #${entry}`;
    }),
  );
  const reasons = (items: readonly { officer: string; reason: string; entry: number }[]) =>
    items.map(({ officer, reason, entry }) => {
      const told = invocation.each((language) => harmless(toldIn(reason, language).text));
      return `${officer}: ${told.join("  ")}  #${entry}`;
    });
  show(LABELS.recusals, reasons(decision.recusals));
  show(LABELS.objections, reasons(decision.objections));
  show(
    LABELS.opinions,
    decision.consultations.map(({ officer, body, opinion, entry }) => {
      const text = invocation.say(wordFor(STATUS_WORDS, opinion));
      return `${text}  ${officer} (${body})  #${entry}`;
    }),
  );
  const tally = tallyOf(state, decision);
  show(LABELS.outcome, [invocation.say(LABELS[tally.outcome])]);
  show(LABELS.rule, nodeLines(record, tally.root, invocation));
  showBounds(decision.act, show, invocation);
  const clause = charter.acts[decision.act.type]?.clause;
  if (clause !== undefined) show(LABELS.clause, [clause]);
}

const STANDINGS = [
  ["approving", LABELS.approving],
  ["rejecting", LABELS.rejecting],
  ["silent", LABELS.silent],
  ["recused", LABELS.recusedSeat],
  ["empty", LABELS.empty],
] as const;

/** A rule, or how many of which rules it takes. */
function nodeLines(record: OpenRecord, node: TallyNode, invocation: Invocation): readonly string[] {
  if (!("parts" in node)) return tallyLines(record, node, invocation);
  const { needed, parts } = node;
  const text = needed === parts.length ? LABELS.allOf : filled(LABELS.someOf, needed);
  return [
    `${invocation.say(text)}:`,
    ...indent(parts.flatMap((part) => nodeLines(record, part, invocation))),
  ];
}

/** A rule with its count, then who stands where; an alternate is shown behind the seat. */
function tallyLines(
  { state }: OpenRecord,
  { rule, required, places, approving, counted }: RuleTally,
  invocation: Invocation,
): readonly string[] {
  const text = invocation.say(ruleText(state.charter, rule));
  const count = filled(LABELS.needs, required ?? 0, counted, approving);
  const needs = required === undefined || counted === 0 ? "" : `: ${invocation.say(count)}`;
  const lines = STANDINGS.flatMap(([standing, label]) => {
    const here = places.filter((place) => place.standing === standing);
    if (here.length === 0) return [];
    const seats = here.map(({ seat, speaker, officer }) => {
      const name = speaker === seat ? seat : `${seat}→${speaker}`;
      return officer === undefined ? name : `${name} ${officer}`;
    });
    return [`${invocation.say(label)}: ${seats.join(", ")}`];
  });
  return [`${text}${needs}`, ...indent(lines)];
}

function showBounds({ bounds }: Act, show: Show, invocation: Invocation): void {
  if (bounds === undefined) return;
  const { mostCash, price } = bounds;
  const lines = invocation.each((language) =>
    [
      ...(mostCash === undefined ? [] : [cashText(mostCash, language)]),
      ...(price === undefined
        ? []
        : [filled(LABELS.priceRange, price.least, price.most)[language]]),
    ].join("; "),
  );
  show(LABELS.bounds, lines);
}

const cashText = (
  { currency, minor }: { readonly currency: string; readonly minor: string },
  language: Language,
): string => filled(LABELS.mostCash, amountText(BigInt(minor), currency, language))[language];

function journalOf({ chronicle }: OpenRecord, id: string): readonly FundEvent[] {
  return postingsOfAct(chronicle, id).map(({ journal }): FundEvent => ({
    kind: "posted",
    entry: journal,
  }));
}

function preview(record: OpenRecord, decision: ActRecord): Preview | undefined {
  const { state, entries, tree, blob } = record;
  const rootAt = (size: number): Uint8Array | undefined => tree.rootAt(size);
  return previewOf(state, decision, { index: entries.length, blob, rootAt });
}

function showEffects(
  record: OpenRecord,
  { id }: RecordedAct,
  decision: ActRecord | undefined,
  show: Show,
  invocation: Invocation,
): void {
  const { charter } = record.state;
  const previewed = decision === undefined ? undefined : preview(record, decision);
  if (previewed?.kind === "refused") {
    const lines = invocation.each((language) => {
      const text = rejectionWithClause(previewed.rejection, language, charter);
      return filled(LABELS.wouldBeRefused, text)[language];
    });
    show(LABELS.preview, lines);
    return;
  }
  const effects = previewed === undefined ? journalOf(record, id) : previewed.effects;
  const language = invocation.choice === "ja" ? "ja" : "en";
  const lines = effectLines(charter, effects, language);
  const label = previewed === undefined ? LABELS.effects : LABELS.preview;
  show(label, lines.length > 0 ? lines : [invocation.say(LABELS.noEffects)]);
}
