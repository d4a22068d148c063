import { Schema, toJsonSchema, type JsonObject } from "../base/schema.ts";
import type { LocalDate } from "../calendar/date.ts";
import { calendarTerms } from "./calendar-terms.ts";
import { capitalTerms } from "./capital-terms.ts";
import {
  ACCOUNT_KINDS,
  PARTY_KINDS,
  VEHICLE_KINDS,
  type ActRule,
  type ApprovalRule,
  type Charter,
  type Party,
  type Term,
} from "./charter.ts";
import { dealingTerms, legalRegime } from "./dealing-terms.ts";
import {
  carryTerms,
  distributionTerms,
  expenseTerms,
  feeTerms,
  recoupmentTerms,
  reserveTerms,
  waterfallTerms,
} from "./distribution-terms.ts";
import { fixingTerms, mandateTerms, valuationTerms } from "./investment-terms.ts";
import { keyedUnion } from "./keyed-union.ts";
import { leverageTerms } from "./leverage-terms.ts";
import { passkeyTerms } from "./passkey-terms.ts";
import { deadlockTerms, exitTerms, oversightTerms, windUpTerms } from "./oversight-terms.ts";
import {
  amount,
  clause,
  currency,
  days,
  expression,
  format,
  id,
  ids,
  items,
  LANGUAGE,
  localizedText,
  MAX_DAYS,
  MAX_ITEMS,
  ratio,
} from "./term-schemas.ts";

const ACCOUNT_CODE = format("account", "^[1-9][0-9]{3}$");
const ACT_TYPE = format("act-type", "^[a-z][A-Za-z]{0,31}\\.[a-z][A-Za-z]{0,31}$");
const TERM_NAME = format("term-name", "^[a-z][A-Za-z0-9]{0,63}$");
const CHARTER_PATH = format("charter-path", "^(?:/[^/~]{1,128}){1,8}$");
const ORIGIN = format(
  "origin",
  "^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?(?:\\.[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?)+" +
    "(?:/[A-Za-z0-9._-]{1,64})*$",
);

const MAX_PARTIES = 64;
const MAX_BODIES = 16;
const MAX_SEATS = 64;
const MAX_TIERS = 8;
const MAX_PARTS = 16;

const seat = Schema.object({ id: id(), party: id(), alternate: Schema.optional(id()) });

const party: Schema<Party> = Schema.object({
  id: id(),
  clause: clause(),
  kind: Schema.oneOf(PARTY_KINDS),
  name: localizedText,
  short: localizedText,
  seats: items(seat, 1, MAX_SEATS),
  threshold: Schema.integer({ min: 1, max: MAX_ITEMS }),
  currency: Schema.optional(currency()),
  fiscalYear: Schema.optional(id()),
  affiliates: Schema.optional(ids()),
});

const body = Schema.object({
  id: id(),
  clause: clause(),
  name: localizedText,
  seats: items(seat, 1, MAX_SEATS),
  quorum: Schema.object({
    seats: Schema.integer({ min: 1, max: MAX_ITEMS }),
    eachSovereign: Schema.integer({ min: 0, max: MAX_ITEMS }),
  }),
});

const vehicle = Schema.object({
  id: id(),
  clause: clause(),
  kind: Schema.oneOf(VEHICLE_KINDS),
  name: localizedText,
  currency: currency(),
  owners: Schema.optional(items(Schema.object({ vehicle: id() }))),
  feeds: Schema.optional(id()),
});

const unitClass = Schema.object({
  id: id(),
  clause: clause(),
  vehicle: id(),
  name: localizedText,
  eligible: items(Schema.oneOf(PARTY_KINDS), 1),
  founderPrice: amount(),
  opens: Schema.oneOf(["adoption", "byAct"]),
  regime: Schema.optional(legalRegime),
});

const account = Schema.object({
  code: Schema.string({ format: ACCOUNT_CODE }),
  kind: Schema.oneOf(ACCOUNT_KINDS),
  name: localizedText,
});

const term: Schema<Term> = Schema.object({
  id: Schema.string({ format: TERM_NAME, description: "Name by which expressions use it." }),
  clause: clause(),
  name: localizedText,
  value: Schema.taggedUnion("kind", [
    Schema.object({ kind: Schema.literal("money"), currency: currency(), amount: amount() }),
    Schema.object({ kind: Schema.literal("ratio"), ratio: ratio() }),
    Schema.object({ kind: Schema.literal("integer"), integer: Schema.integer() }),
    Schema.object({
      kind: Schema.literal("date"),
      date: Schema.string<LocalDate>({ format: "date" }),
    }),
  ]),
});

const rule: Schema<ApprovalRule> = Schema.lazy("ApprovalRule", () => {
  const parts = items(rule, 1, MAX_PARTS);
  const count = Schema.integer({ min: 1, max: MAX_ITEMS });
  return keyedUnion<ApprovalRule>({
    all: Schema.object({ all: parts }),
    any: Schema.object({ any: parts }),
    of: Schema.object({ atLeast: count, of: parts }),
    party: Schema.object({ party: id() }),
    ratifiedBy: Schema.object({ ratifiedBy: id() }),
    unilateral: Schema.object({ unilateral: ids(1) }),
    seat: Schema.object({ seat: id() }),
    majorityOf: Schema.object({ majorityOf: id(), includingEachSovereign: Schema.boolean() }),
    seatsOf: Schema.object({ seatsOf: id(), atLeast: count }),
    unanimous: Schema.object({ unanimous: id() }),
    soleDecider: Schema.object({ soleDecider: id(), alternate: id() }),
    independent: Schema.object({ independent: Schema.oneOf(PARTY_KINDS) }),
    noObjection: Schema.object({ noObjection: Schema.object({ by: ids(), window: days }) }),
  });
});

const act: Schema<ActRule> = Schema.lazy("ActRule", () =>
  Schema.object({
    clause: clause(),
    name: localizedText,
    propose: ids(1),
    nature: Schema.oneOf(["decision", "fact"]),
    consult: Schema.optional(
      items(
        Schema.object({ body: id(), window: days, silence: Schema.oneOf(["deemed", "blocks"]) }),
      ),
    ),
    limits: Schema.optional(ids()),
    approve: items(Schema.object({ when: Schema.optional(expression()), rule }), 0, MAX_TIERS),
    makerChecker: Schema.optional(Schema.boolean()),
    objection: Schema.optional(Schema.object({ by: ids(1), window: days })),
    veto: Schema.optional(Schema.object({ by: ids(1) })),
    timelock: Schema.optional(days),
    expiry: Schema.optional(days),
    carvedOut: Schema.optional(Schema.boolean()),
    frozen: Schema.optional(Schema.boolean()),
  }),
);

const currencies = Schema.object({
  clause: clause(),
  base: currency(),
  contribution: Schema.array(currency(), { min: 1, max: MAX_ITEMS, unique: true }),
  display: Schema.array(currency(), { max: MAX_ITEMS, unique: true }),
});

const rounding = Schema.object({
  clause: clause(),
  money: Schema.oneOf(["floor", "halfEven", "halfUp"]),
  priceDecimals: Schema.integer({ min: 0, max: 12 }),
  tieBreak: ids(1),
});

const limit = Schema.object({
  id: id(),
  clause: clause(),
  name: localizedText,
  holds: expression(),
});

/** The charter as its parties write and adopt it (docs/spec/charter.md). */
export const charterSchema: Schema<Charter> = Schema.object({
  format: Schema.literal("jointfund/charter/v1"),
  id: id(),
  version: Schema.integer({ min: 1 }),
  origin: Schema.string({ format: ORIGIN }),
  languages: Schema.array(Schema.string({ format: LANGUAGE }), { min: 1, max: 16, unique: true }),
  authoritative: Schema.array(Schema.string({ format: LANGUAGE }), {
    min: 1,
    max: 16,
    unique: true,
  }),
  title: localizedText,
  notice: localizedText,
  purpose: Schema.object({ clause: clause(), text: localizedText }),
  currencies,
  calendars: calendarTerms,
  rounding,
  parties: items(party, 1, MAX_PARTIES),
  bodies: items(body, 0, MAX_BODIES),
  vehicles: items(vehicle, 1),
  classes: items(unitClass),
  accounts: items(account),
  capital: capitalTerms,
  mandate: mandateTerms,
  conflicts: Schema.object({ clause: clause(), proposerExcluded: Schema.boolean() }),
  terms: items(term),
  limits: items(limit),
  leverage: Schema.optional(leverageTerms),
  valuation: Schema.optional(valuationTerms),
  fixing: Schema.optional(fixingTerms),
  dealing: Schema.optional(items(dealingTerms)),
  fees: Schema.optional(items(feeTerms)),
  expenses: Schema.optional(expenseTerms),
  reserves: Schema.optional(items(reserveTerms)),
  waterfalls: items(waterfallTerms, 1, 16),
  distributions: items(distributionTerms, 1, 16),
  recoupment: Schema.optional(recoupmentTerms),
  carry: Schema.optional(carryTerms),
  freeze: Schema.optional(Schema.object({ clause: clause(), days, coolingOff: days })),
  passkeys: Schema.optional(passkeyTerms),
  finality: Schema.object({
    clause: clause(),
    mirrors: ids(1),
    mandatoryAfterHours: Schema.integer({ min: 1, max: 24 * MAX_DAYS }),
  }),
  oversight: Schema.optional(oversightTerms),
  deadlock: Schema.optional(deadlockTerms),
  exit: Schema.optional(exitTerms),
  windUp: Schema.optional(windUpTerms),
  amendment: Schema.object({
    clause: clause(),
    entrenched: Schema.array(Schema.string({ format: CHARTER_PATH }), {
      max: MAX_ITEMS,
      unique: true,
    }),
  }),
  acts: Schema.record(Schema.string({ format: ACT_TYPE }), act, { max: MAX_ITEMS }),
  unusedActs: Schema.array(Schema.string({ format: ACT_TYPE }), { max: MAX_ITEMS, unique: true }),
});

/** The form of a charter as JSON Schema, for editors: charters/charter.schema.json. */
export function charterJsonSchema(): JsonObject {
  return { title: "Charter of a joint fund", ...toJsonSchema(charterSchema) };
}
