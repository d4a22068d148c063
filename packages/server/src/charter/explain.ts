import { principalSeats } from "@jointfund/core/charter/approval-reach.ts";
import type {
  ActRule,
  ApprovalRule,
  ApprovalTier,
  Charter,
} from "@jointfund/core/charter/charter.ts";
import { PART_NAMES } from "../languages/charter-explanation.ts";
import type { Heading } from "../languages/charter-explanation/phrases.ts";
import { languagesOf, type LanguageChoice } from "../languages/language.ts";
import { wordFor } from "../languages/words.ts";
import { findingsText, readBytes, type CommandResult } from "./charter-file.ts";
import { readReading, type Unreadable } from "./charter-reading.ts";
import { deadlock, exit, oversight, windUp } from "./explain-oversight.ts";
import { CharterSpeaker } from "./explanation-text.ts";
import { charges } from "./explain-charges.ts";
import { currencies } from "./explain-currencies.ts";
import { capital } from "./explain-capital.ts";
import { dealing, structure } from "./explain-dealing.ts";
import { mandate, valuation } from "./explain-investments.ts";
import { leverage } from "./explain-leverage.ts";
import { distribution } from "./explain-waterfalls.ts";
import { powersTable } from "./powers-table.ts";

export type ExplainOptions = {
  readonly language: LanguageChoice;
  /** Of a draft with open brackets: the side whose reading is explained. */
  readonly side?: string;
};

/**
 * Explains a charter file in plain language. A file with errors is not explained but reported, with
 * exit code 1; one that cannot be read gives exit code 2.
 */
export function explainCharterFile(path: string, options: ExplainOptions): CommandResult {
  const bytes = readBytes(path);
  if (typeof bytes === "string") return { text: `${path}: ${bytes}\n`, exitCode: 2 };
  const reading = readReading(path, bytes, options.side);
  if (!reading.ok) return unreadable(reading.error, options.language);
  return { text: explainCharter(reading.value.charter, options.language), exitCode: 0 };
}

/** All that is wrong with a file; of a draft whose readings there are, to choose one. */
export function unreadable({ file, sides }: Unreadable, choice: LanguageChoice): CommandResult {
  const options = sides.map((side) => `--side ${side}`);
  const lines = {
    en: `This is a draft. One side's reading is taken with ${options.join(" or ")}.`,
    ja: `未合意の草案です。${options.join("又は")}により、一方の案を対象とします。`,
  };
  const which = sides.length === 0 ? [] : languagesOf(choice).map((each) => `${lines[each]}\n`);
  return { text: findingsText(file, choice) + which.join(""), exitCode: 1 };
}

/** A charter in plain language: in one, or section by section in both. */
export function explainCharter(charter: Charter, choice: LanguageChoice): string {
  const speakers = languagesOf(choice).map((language) => new CharterSpeaker(charter, language));
  const lines = speakers.flatMap((speaker) => [...title(speaker), ""]);
  const [first] = speakers;
  // A charter that says nothing of a subject has no section on it.
  const sections = SECTIONS.filter(([, write]) => first !== undefined && write(first).length > 0);
  for (const [index, [heading, write]] of sections.entries()) {
    for (const speaker of speakers) {
      lines.push(`## ${index + 1} ${speaker.phrases.headings[heading]}`, "");
      lines.push(...write(speaker), "");
    }
  }
  return `${lines.join("\n").trimEnd()}\n`;
}

type Section = (speaker: CharterSpeaker) => readonly string[];

const SECTIONS: readonly (readonly [Heading, Section])[] = [
  ["purpose", purpose],
  ["parties", parties],
  ["bodies", bodies],
  ["structure", structure],
  ["capital", capital],
  ["mandate", mandate],
  ["decisions", decisions],
  ["powers", powersTable],
  ["limits", limits],
  ["valuation", valuation],
  ["leverage", leverage],
  ["currencies", currencies],
  ["charges", charges],
  ["distribution", distribution],
  ["dealing", dealing],
  ["freeze", freeze],
  ["finality", finality],
  ["passkeys", passkeys],
  ["oversight", oversight],
  ["deadlock", deadlock],
  ["exit", exit],
  ["windUp", windUp],
  ["amendment", amendment],
];

function title(speaker: CharterSpeaker): readonly string[] {
  const { charter, phrases } = speaker;
  return [
    `# ${speaker.text(charter.title)}`,
    "",
    `> ${speaker.text(charter.notice)}`,
    "",
    phrases.version(charter.id, charter.version),
  ];
}

function purpose(speaker: CharterSpeaker): readonly string[] {
  const { clause, text } = speaker.charter.purpose;
  return [`${speaker.text(text)}${speaker.phrases.clause(clause)}`];
}

function parties(speaker: CharterSpeaker): readonly string[] {
  const { charter, phrases } = speaker;
  return charter.parties.map((party) => {
    const seats = principalSeats(party.seats).map(({ id }) => id);
    const interests = party.affiliates === undefined ? [] : [phrases.interests(party.affiliates)];
    const parts = [
      phrases.kinds[party.kind],
      phrases.seatsOfParty({ seats, threshold: party.threshold }),
      ...interests,
    ];
    const said = speaker.language === "ja" ? `${parts.join("。")}。` : `${parts.join("; ")}.`;
    const colon = speaker.language === "ja" ? ":" : ": ";
    const name = `${speaker.text(party.name)} (${party.id})`;
    return `- ${name}${colon}${said}${phrases.clause(party.clause)}`;
  });
}

function bodies(speaker: CharterSpeaker): readonly string[] {
  const { charter, phrases } = speaker;
  return charter.bodies.flatMap((body) => {
    const principal = principalSeats(body.seats);
    const ids = [...new Set(principal.map(({ party }) => party))];
    const byParty = ids.map((id) => ({
      party: speaker.party(id),
      seats: principal.filter(({ party }) => party === id).length,
    }));
    const name = `${speaker.text(body.name)}${phrases.clause(body.clause)}`;
    const alternates = body.seats.flatMap(({ id, alternate }) =>
      alternate === undefined ? [] : [`  - ${phrases.alternate(alternate, id)}`],
    );
    return [
      `- ${name}`,
      `  - ${phrases.seatsOfBody({ total: principal.length, byParty })}`,
      `  - ${phrases.quorum(body.quorum)}`,
      ...alternates,
    ];
  });
}

/** A part of an explanation that an amendment may change: a section, or the rule of one act. */
export type ExplanationBlock = {
  /** First steps of the path of the part that it says, as "/capital" or "/acts/capital.call". */
  readonly id: string;
  readonly title: string;
  readonly lines: readonly string[];
};

/** The whole explanation, block by block. */
export function explanationBlocks(speaker: CharterSpeaker): readonly ExplanationBlock[] {
  return SECTIONS.flatMap(([heading, write]) => {
    if (heading === "decisions") return actBlocks(speaker);
    return [{ id: `/${heading}`, title: speaker.phrases.headings[heading], lines: write(speaker) }];
  });
}

/** The charter's rule for an act in words: a Markdown list, parts of a rule indented below it. */
export function actRuleLines(speaker: CharterSpeaker, act: ActRule): readonly string[] {
  return act.nature === "fact" ? factLines(speaker, act) : decisionLines(speaker, act);
}

function actBlocks(speaker: CharterSpeaker): readonly ExplanationBlock[] {
  return Object.entries(speaker.charter.acts).map(([type, act]) => ({
    id: `/acts/${type}`,
    title: `${act.clause} ${speaker.text(act.name)} (${type})`,
    lines: actRuleLines(speaker, act),
  }));
}

function decisions(speaker: CharterSpeaker): readonly string[] {
  const blocks = actBlocks(speaker).map(({ title, lines }) => [`### ${title}`, "", ...lines, ""]);
  return blocks.flat().slice(0, -1);
}

function proposers(speaker: CharterSpeaker, act: ActRule): string {
  const { phrases } = speaker;
  return act.propose.includes("any") ? phrases.anyOfficer : speaker.anyOf(act.propose);
}

function factLines(speaker: CharterSpeaker, act: ActRule): readonly string[] {
  return [`- ${speaker.phrases.recordedBy(proposers(speaker, act))}`];
}

function decisionLines(speaker: CharterSpeaker, act: ActRule): readonly string[] {
  const { charter, phrases } = speaker;
  const lines = [phrases.proposedBy(proposers(speaker, act))];
  for (const { body, window, silence } of act.consult ?? []) {
    const period = speaker.period(window);
    lines.push(
      phrases.consulted({ body: speaker.body(body), period, deemed: silence === "deemed" }),
    );
  }
  const clauses = (act.limits ?? []).map(
    (id) => charter.limits.find((limit) => limit.id === id)?.clause ?? id,
  );
  if (clauses.length > 0) lines.push(phrases.limits(clauses));
  const approval = tierLines(speaker, act);
  const after: string[] = [];
  if (act.makerChecker === true) after.push(phrases.makerChecker);
  if (act.objection !== undefined) {
    const { by, window } = act.objection;
    after.push(phrases.objection(speaker.anyOf(by), speaker.period(window)));
  }
  if (act.veto !== undefined) after.push(phrases.veto(speaker.anyOf(act.veto.by)));
  if (act.timelock !== undefined) after.push(phrases.timelock(speaker.period(act.timelock)));
  if (act.expiry !== undefined) after.push(phrases.expiry(speaker.period(act.expiry)));
  if (act.carvedOut === true) after.push(phrases.carvedOut);
  if (act.frozen === true) after.push(phrases.frozen);
  const bullet = (line: string): string => `- ${line}`;
  return [...lines.map(bullet), ...approval, ...after.map(bullet)];
}

function tierLines(speaker: CharterSpeaker, act: ActRule): readonly string[] {
  const { approval } = speaker.phrases;
  const colon = speaker.language === "ja" ? ":" : ": ";
  const [only] = act.approve;
  if (act.approve.length === 1 && only !== undefined) {
    return ruleLines(speaker, only.rule, { indent: "", lead: `${approval}${colon}` });
  }
  const tiers = approvalLines(speaker, act.approve).map((line) => `  ${line}`);
  return [`- ${approval}${colon.trimEnd()}`, ...tiers];
}

/** The tiers of an approval in words, as a list of Markdown. */
export function approvalLines(
  speaker: CharterSpeaker,
  approve: readonly ApprovalTier[],
): readonly string[] {
  const { otherwise, tier } = speaker.phrases;
  const colon = speaker.language === "ja" ? ":" : ": ";
  const isOne = approve.length === 1;
  return approve.flatMap(({ when, rule }) => {
    const condition = when === undefined ? otherwise : tier(speaker.clause(when, "condition"));
    const lead = isOne && when === undefined ? "" : `${condition}${colon}`;
    return ruleLines(speaker, rule, { indent: "", lead });
  });
}

function ruleLines(
  speaker: CharterSpeaker,
  rule: ApprovalRule,
  place: { readonly indent: string; readonly lead: string },
): readonly string[] {
  const { head, parts } = speaker.rule(rule);
  const { indent, lead } = place;
  if (parts.length === 0) return [`${indent}- ${lead}${head}`];
  const below = parts.flatMap((part) =>
    ruleLines(speaker, part, { indent: `${indent}  `, lead: "" }),
  );
  return [`${indent}- ${lead}${head}:`, ...below];
}

function limits(speaker: CharterSpeaker): readonly string[] {
  return speaker.charter.limits.map(({ clause, name, holds }) => {
    const colon = speaker.language === "ja" ? ":" : ": ";
    const stop = speaker.language === "ja" ? "。" : ".";
    const said = `${speaker.expression(holds, "condition")}${stop}`;
    return `- ${speaker.text(name)}${colon}${said}${speaker.phrases.clause(clause)}`;
  });
}

function freeze(speaker: CharterSpeaker): readonly string[] {
  const { charter, phrases } = speaker;
  if (charter.freeze === undefined) return [];
  const { clause, days, coolingOff } = charter.freeze;
  const said = phrases.freeze(speaker.period(days), speaker.period(coolingOff));
  return [`- ${said}${phrases.clause(clause)}`];
}

function finality(speaker: CharterSpeaker): readonly string[] {
  const { clause, mirrors, mandatoryAfterHours } = speaker.charter.finality;
  const { phrases } = speaker;
  const names = phrases.and(mirrors.map((id) => speaker.party(id)));
  return [
    `- ${phrases.mirrors(names)}${phrases.clause(clause)}`,
    `- ${phrases.mandatory(mandatoryAfterHours)}${phrases.clause(clause)}`,
  ];
}

function passkeys(speaker: CharterSpeaker): readonly string[] {
  const { charter, phrases } = speaker;
  if (charter.passkeys === undefined) return [];
  const { clause, synced, sites } = charter.passkeys;
  return [
    ...sites.map(({ id, origins }) => {
      return `- ${phrases.passkeys(id, phrases.or(origins))}${phrases.clause(clause)}`;
    }),
    `- ${synced ? phrases.syncedPasskeys : phrases.devicePasskeys}${phrases.clause(clause)}`,
  ];
}

function amendment(speaker: CharterSpeaker): readonly string[] {
  const { charter, phrases } = speaker;
  const { clause, entrenched } = charter.amendment;
  const parts = entrenched.map((path) => {
    const [, first = "", second] = path.split("/");
    const act = first === "acts" && second !== undefined ? charter.acts[second] : undefined;
    const name =
      act === undefined ? wordFor(PART_NAMES, first)[speaker.language] : speaker.text(act.name);
    return `  - ${name} (${path})`;
  });
  const amend = charter.acts["charter.amend"];
  const ordinary =
    amend === undefined ? [] : [`- ${phrases.ordinary}${phrases.clause(amend.clause)}`];
  const stop = speaker.language === "ja" ? "" : ".";
  return [
    `- ${phrases.entrenched}${phrases.clause(clause)}`,
    ...parts,
    ...ordinary.map((line) => `${line}${stop}`),
  ];
}
