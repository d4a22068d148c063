import type { Json, JsonPath } from "../base/json.ts";
import { calendarFindings } from "../calendar/business-days.ts";
import { findCurrency } from "../money/currency.ts";
import { businessCalendarOf } from "./calendar-terms.ts";
import { PARTY_GROUPS, type ApprovalRule, type LocalizedText } from "./charter.ts";
import { isJsonList, isJsonObject } from "./charter-path.ts";
import { TERMS_OF_KINDS } from "./distribution-terms.ts";
import { allPeriods, allRules, EVERY_DAY, type LintContext } from "./lint-context.ts";

/** Names are given once, clauses are used once, and what is named exists [CH30]–[CH32]. */
export function lintNames(context: LintContext): void {
  distinctNames(context);
  distinctClauses(context);
  referToCurrencies(context);
  referToCalendars(context);
  referToParties(context);
  for (const [type] of Object.entries(context.charter.acts)) referFromAct(context, type);
  for (const { rule, path } of allRules(context.charter)) referFromRule(context, rule, path);
}

const idsOf = (
  list: readonly { readonly id: string }[],
  path: JsonPath,
): readonly (readonly [string, JsonPath])[] =>
  list.map(({ id }, index) => [id, [...path, index, "id"]] as const);

function distinctNames(context: LintContext): void {
  const { charter } = context;
  const { parties, bodies } = charter;
  const reserved = ["any", ...PARTY_GROUPS.keys()].map((name) => [name, ["parties"]] as const);
  context.distinct("party", [...reserved, ...idsOf(parties, ["parties"])]);
  context.distinct("body", idsOf(bodies, ["bodies"]));
  const ofKinds = [...TERMS_OF_KINDS.values()];
  context.distinct("vehicle", [
    ...ofKinds.map((name): [string, JsonPath] => [name, ["vehicles"]]),
    ...idsOf(charter.vehicles, ["vehicles"]),
  ]);
  context.distinct("waterfall", idsOf(charter.waterfalls, ["waterfalls"]));
  context.distinct("class", idsOf(charter.classes, ["classes"]));
  context.distinct("term", idsOf(charter.terms, ["terms"]));
  context.distinct("limit", idsOf(charter.limits, ["limits"]));
  context.distinct("sector", idsOf(charter.mandate.sectors, ["mandate", "sectors"]));
  const calendars = Object.keys(charter.calendars.business).map(
    (name) => [name, ["calendars", "business", name]] as const,
  );
  context.distinct("calendar", [[EVERY_DAY, ["calendars"]], ...calendars]);
  const programs = [...context.knowledge.calendars].map((name) => [name, ["calendars"]] as const);
  const own = charter.calendars.own ?? [];
  context.distinct("calendarData", [...programs, ...idsOf(own, ["calendars", "own"])]);
  for (const [index, calendar] of own.entries()) {
    for (const finding of calendarFindings(businessCalendarOf(calendar))) {
      context.error("calendar_unusable", ["calendars", "own", index], { reason: finding.code });
    }
  }
  const codes = charter.accounts.map(
    ({ code }, index) => [code, ["accounts", index, "code"]] as const,
  );
  context.distinct("account", codes);
  context.distinct("seat", [
    ...parties.flatMap(({ seats }, index) => idsOf(seats, ["parties", index, "seats"])),
    ...bodies.flatMap(({ seats }, index) => idsOf(seats, ["bodies", index, "seats"])),
  ]);
}

/** A clause number leads to one part of the charter only [CH32]. */
function distinctClauses(context: LintContext): void {
  const firstPath = new Map<string, JsonPath>();
  const visit = (value: Json, path: JsonPath): void => {
    if (isJsonList(value)) {
      for (const [index, item] of value.entries()) visit(item, [...path, index]);
    }
    if (!isJsonObject(value)) return;
    for (const [key, member] of Object.entries(value)) {
      const at = [...path, key];
      if (key !== "clause" || typeof member !== "string") {
        visit(member, at);
        continue;
      }
      const first = firstPath.get(member);
      if (first === undefined) firstPath.set(member, path);
      else context.error("clause_duplicate", at, { actual: member, first: `/${first.join("/")}` });
    }
  };
  visit(context.json, []);
}

function referToCurrencies(context: LintContext): void {
  const { charter } = context;
  const { currencies } = charter;
  const named: (readonly [string, JsonPath])[] = [
    [currencies.base, ["currencies", "base"]],
    ...(["contribution", "display"] as const).flatMap((key) =>
      currencies[key].map((code, index) => [code, ["currencies", key, index]] as const),
    ),
    ...charter.vehicles.map(
      ({ currency }, index) => [currency, ["vehicles", index, "currency"]] as const,
    ),
  ];
  for (const [index, { currency }] of charter.parties.entries()) {
    if (currency !== undefined) named.push([currency, ["parties", index, "currency"]]);
  }
  for (const [index, { value }] of charter.terms.entries()) {
    if (value.kind !== "money") continue;
    named.push([value.currency, ["terms", index, "value", "currency"]]);
  }
  const { leverage, oversight } = charter;
  for (const [index, { currency }] of (leverage?.guarantees ?? []).entries()) {
    named.push([currency, ["leverage", "guarantees", index, "currency"]]);
  }
  for (const [index, code] of (leverage?.hedging?.currencies ?? []).entries()) {
    named.push([code, ["leverage", "hedging", "currencies", index]]);
  }
  for (const [index, { cap }] of (oversight?.indemnities ?? []).entries()) {
    if (cap === undefined) continue;
    named.push([cap.currency, ["oversight", "indemnities", index, "cap", "currency"]]);
  }
  for (const [code, path] of named) {
    if (!findCurrency(code).ok) {
      context.error("reference_unknown", path, { kind: "currency", actual: code, required: [] });
    }
  }
  const { currency } = charter.capital;
  const contribution = new Set(currencies.contribution);
  context.refer("currency", currency, contribution, ["capital", "currency"]);
}

function referToCalendars(context: LintContext): void {
  const { charter, knowledge } = context;
  const { business, fiscal } = charter.calendars;
  const own = charter.calendars.own ?? [];
  const known = new Set([...knowledge.calendars, ...own.map(({ id }) => id)]);
  for (const [name, members] of Object.entries(business)) {
    for (const [index, member] of members.entries()) {
      const path = ["calendars", "business", name, index];
      context.refer("calendarData", member, known, path);
    }
  }
  const names = new Set([...Object.keys(business), EVERY_DAY]);
  for (const { period, path } of allPeriods(charter)) {
    context.refer("calendar", period.calendar, names, [...path, "calendar"]);
  }
  for (const [index, { fiscalYear }] of charter.parties.entries()) {
    const path = ["parties", index, "fiscalYear"];
    if (fiscalYear === undefined) continue;
    context.refer("fiscalYear", fiscalYear, new Set(Object.keys(fiscal)), path);
  }
}

function referToParties(context: LintContext): void {
  const { charter } = context;
  const { parties, vehicles } = context.names;
  context.referEach("party", charter.rounding.tieBreak, parties, ["rounding", "tieBreak"]);
  context.referEach("party", charter.finality.mirrors, parties, ["finality", "mirrors"]);
  for (const id of Object.keys(charter.capital.shares)) {
    context.refer("party", id, parties, ["capital", "shares", id]);
  }
  for (const [body, { seats }] of charter.bodies.entries()) {
    for (const [seat, { party }] of seats.entries()) {
      context.refer("party", party, parties, ["bodies", body, "seats", seat, "party"]);
    }
  }
  for (const [index, { vehicle }] of charter.classes.entries()) {
    context.refer("vehicle", vehicle, vehicles, ["classes", index, "vehicle"]);
  }
  for (const [index, { owners = [] }] of charter.vehicles.entries()) {
    for (const [owner, { vehicle }] of owners.entries()) {
      context.refer("vehicle", vehicle, vehicles, ["vehicles", index, "owners", owner, "vehicle"]);
    }
  }
  context.refer("vehicle", charter.capital.vehicle, vehicles, ["capital", "vehicle"]);
  const waterfalls = new Set(charter.waterfalls.map(({ id }) => id));
  for (const [index, { vehicle, waterfall }] of charter.distributions.entries()) {
    const path = ["distributions", index];
    context.refer("vehicle", vehicle, new Set([...TERMS_OF_KINDS.values(), ...vehicles]), [
      ...path,
      "vehicle",
    ]);
    context.refer("waterfall", waterfall, waterfalls, [...path, "waterfall"]);
  }
  const classes = new Set(charter.classes.map(({ id }) => id));
  for (const [index, { feeds }] of charter.vehicles.entries()) {
    if (feeds !== undefined) context.refer("class", feeds, classes, ["vehicles", index, "feeds"]);
  }
  for (const [index, { regime }] of charter.classes.entries()) {
    if (regime === undefined) continue;
    const path = ["classes", index, "regime", "limit"];
    context.refer("limit", regime.limit, context.names.limits, path);
  }
  const languages = new Set(charter.languages);
  context.referEach("language", charter.authoritative, languages, ["authoritative"]);
}

function referFromAct(context: LintContext, type: string): void {
  const { charter } = context;
  const act = charter.acts[type]!;
  const path = ["acts", type];
  const { parties, bodies, limits } = context.names;
  const proposers = new Set(["any", ...PARTY_GROUPS.keys(), ...parties]);
  context.referEach("party", act.propose, proposers, [...path, "propose"]);
  for (const [index, { body }] of (act.consult ?? []).entries()) {
    context.refer("body", body, bodies, [...path, "consult", index, "body"]);
  }
  context.referEach("limit", act.limits, limits, [...path, "limits"]);
  for (const key of ["objection", "veto"] as const) {
    context.referEach("party", act[key]?.by, parties, [...path, key, "by"]);
  }
}

function referFromRule(context: LintContext, rule: ApprovalRule, path: JsonPath): void {
  const { parties, bodies, seats } = context.names;
  const refer = (kind: string, name: string, known: ReadonlySet<string>, key: string): void =>
    context.refer(kind, name, known, [...path, key]);
  const referAll = (names: readonly string[], at: JsonPath): void =>
    context.referEach("party", names, parties, [...at]);
  if ("party" in rule) refer("party", rule.party, parties, "party");
  else if ("ratifiedBy" in rule) refer("party", rule.ratifiedBy, parties, "ratifiedBy");
  else if ("unilateral" in rule) {
    const known = new Set([...PARTY_GROUPS.keys(), ...parties]);
    context.referEach("party", rule.unilateral, known, [...path, "unilateral"]);
  } else if ("noObjection" in rule) referAll(rule.noObjection.by, [...path, "noObjection", "by"]);
  else if ("majorityOf" in rule) refer("body", rule.majorityOf, bodies, "majorityOf");
  else if ("seatsOf" in rule) refer("body", rule.seatsOf, bodies, "seatsOf");
  else if ("unanimous" in rule) refer("body", rule.unanimous, bodies, "unanimous");
  else if ("seat" in rule) refer("seat", rule.seat, seats, "seat");
  else if ("soleDecider" in rule) {
    refer("seat", rule.soleDecider, seats, "soleDecider");
    refer("seat", rule.alternate, seats, "alternate");
  }
}

/** Every text stands in every language of the charter, and in no other [CH33]. */
export function lintLanguages(context: LintContext): void {
  const { languages } = context.charter;
  for (const [text, path] of localizedTexts(context)) {
    for (const language of languages) {
      if (!Object.hasOwn(text, language)) context.error("text_missing", path, { language });
    }
    for (const language of Object.keys(text)) {
      if (languages.includes(language)) continue;
      context.error("text_language_unknown", [...path, language], {
        actual: language,
        required: languages,
      });
    }
  }
}

/** Fields whose value is the same text in each language, wherever they stand in a charter. */
export const TEXT_FIELDS: ReadonlySet<string> = new Set([
  "title",
  "notice",
  "text",
  "name",
  "short",
  "ground",
  "consequence",
]);

function localizedTexts({ json }: LintContext): readonly (readonly [LocalizedText, JsonPath])[] {
  const texts: (readonly [LocalizedText, JsonPath])[] = [];
  const visit = (value: Json, path: JsonPath): void => {
    if (isJsonList(value)) {
      for (const [index, item] of value.entries()) visit(item, [...path, index]);
    }
    if (!isJsonObject(value)) return;
    for (const [field, member] of Object.entries(value)) {
      const at = [...path, field];
      if (TEXT_FIELDS.has(field) && isJsonObject(member)) texts.push([member as LocalizedText, at]);
      else visit(member, at);
    }
  };
  visit(json, []);
  return texts;
}
