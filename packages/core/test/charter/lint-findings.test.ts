import assert from "node:assert/strict";
import { test } from "node:test";
import type { Json } from "../../src/base/json.ts";
import {
  CHARTER_FINDING_CODES,
  type CharterFinding,
  type LintCode,
} from "../../src/charter/finding.ts";
import { lintCharter, lintDocument } from "../../src/charter/lint.ts";
import { charterKnowledge } from "../../src/fund/charter-knowledge.ts";
import { part, sampleCharter, sampleJson, type MutableObject } from "./sample-charter.ts";

type Case = {
  readonly code: (typeof CHARTER_FINDING_CODES)[number];
  /** Breaks the sample in one place. */
  readonly breaks: (json: MutableObject) => void;
  /** Where the finding must stand. */
  readonly at: string;
  readonly facts?: { readonly [fact: string]: Json };
  readonly clause?: string;
  readonly severity?: "warning";
};

const named = (name: string) => ({ en: name, ja: name });

/** What fees, expenses, reserves and dealing name. */
function chargeCases(): readonly Case[] {
  const fee = {
    ...{ id: "fee", clause: "90.1", name: named("Fee"), vehicle: "fund", payee: "AA" },
    ...{ base: "netAssets", rate: "1%", dayCount: "ACT/360" },
  };
  const reserve = {
    ...{ id: "spare", clause: "90.2", name: named("Spare"), vehicle: "fund", target: "cash" },
  };
  const expenses = {
    ...{ clause: "90.3", internalCap: "1.00", currency: "USD", fiscalYear: "fund" },
    paidWithin: { days: 9, calendar: "joint" },
  };
  const dealing = {
    ...{ clause: "90.4", unitClass: "other", distributors: ["AA"], every: "month", gate: "5%" },
    ...{ cutOff: { days: 9, calendar: "joint" }, cutOffTime: "06:00", deferred: "equal" },
    ...{ least: "1.00", payWithin: { days: 9, calendar: "joint" } },
  };
  const unknown = (at: string, breaks: Case["breaks"]): Case => ({
    ...{ code: "reference_unknown", at, breaks },
  });
  return [
    unknown("/fees/0/payee", (json) => (json["fees"] = [{ ...fee, payee: "CC" }])),
    unknown("/fees/0/vehicle", (json) => (json["fees"] = [{ ...fee, vehicle: "fond" }])),
    unknown("/fees/0/unitClass", (json) => (json["fees"] = [{ ...fee, unitClass: "other" }])),
    unknown(
      "/reserves/0/vehicle",
      (json) => (json["reserves"] = [{ ...reserve, vehicle: "fond" }]),
    ),
    unknown("/dealing/0/unitClass", (json) => (json["dealing"] = [dealing])),
    unknown(
      "/expenses/fiscalYear",
      (json) => (json["expenses"] = { ...expenses, fiscalYear: "moon" }),
    ),
    unknown("/expenses/currency", (json) => (json["expenses"] = { ...expenses, currency: "EUR" })),
    {
      code: "amount_too_precise",
      breaks: (json) => (json["expenses"] = { ...expenses, internalCap: "1.001" }),
      at: "/expenses/internalCap",
      facts: { actual: 3, required: 2, currency: "USD" },
    },
    {
      code: "id_duplicate",
      breaks: (json) => (json["fees"] = [fee, { ...fee, clause: "90.5" }]),
      at: "/fees/1/id",
      facts: { kind: "fee", actual: "fee" },
    },
  ];
}

/** Currencies and calendars of terms that few charters have. */
function rareNameCases(): readonly Case[] {
  const unknown = (at: string, breaks: Case["breaks"]): Case => ({
    ...{ code: "reference_unknown", at, breaks },
  });
  const leverage = { clause: "91.1", indices: [], facilities: [], covenants: [] };
  const guarantee = { clause: "91.2", party: "AA", currency: "QQQ", cap: "1" };
  const hedging = { clause: "91.3", currencies: ["QQQ"], most: "cash" };
  const cap = { currency: "QQQ", amount: "1" };
  const indemnity = { clause: "91.4", by: "AA", to: "BB", text: named("Damage"), cap };
  const moon = { days: 9, calendar: "moon" };
  const late = { clause: "91.5", grace: moon, rate: "8%", dayCount: "ACT/360", ladder: [] };
  const grounds = [{ id: "none", name: named("None") }];
  const dealing = {
    ...{ clause: "91.6", unitClass: "founders", distributors: ["AA"], every: "month", gate: "5%" },
    ...{ cutOff: { days: 9, calendar: "joint" }, cutOffTime: "06:00", deferred: "equal" },
    ...{ least: "1.00", payWithin: { days: 9, calendar: "joint" } },
    suspension: { clause: "91.7", grounds, longest: moon },
  };
  return [
    unknown("/leverage/guarantees/0/currency", (json) => {
      json["leverage"] = { ...leverage, guarantees: [guarantee] };
    }),
    unknown("/leverage/hedging/currencies/0", (json) => {
      json["leverage"] = { ...leverage, hedging };
    }),
    unknown("/oversight/indemnities/0/cap/currency", (json) => {
      json["oversight"] = { clause: "91.8", indemnities: [indemnity] };
    }),
    unknown("/capital/late/grace/calendar", (json) => {
      json["capital"] = { ...part(json, "capital"), late };
    }),
    unknown("/dealing/0/suspension/longest/calendar", (json) => (json["dealing"] = [dealing])),
  ];
}

/** The rule of docs/spec/charter.md that each code belongs to. */
const RULES: Readonly<Record<LintCode, string>> = {
  bracket_open: "[CH72]",
  bracket_nested: "[CH70]",
  bracket_empty: "[CH70]",
  bracket_side_unknown: "[CH70]",
  bracket_side_missing: "[CH70]",
  bracket_unpriced: "[CH74]",
  indemnity_uncapped: "[CH92]",
  reference_unknown: "[CH30]",
  id_duplicate: "[CH31]",
  clause_duplicate: "[CH32]",
  term_name_taken: "[CH34]",
  calendar_unusable: "[CH35]",
  text_missing: "[CH33]",
  text_language_unknown: "[CH33]",
  sovereign_missing: "[CH40]",
  operator_missing: "[CH40]",
  seat_of_other_party: "[CH40]",
  threshold_unreachable: "[CH40]",
  quorum_unreachable: "[CH41]",
  alternate_of_other_party: "[CH42]",
  alternate_shared: "[CH42]",
  alternate_chained: "[CH42]",
  alternate_cyclic: "[CH42]",
  amount_too_precise: "[CH44]",
  amount_not_positive: "[CH44]",
  capital_currency_differs: "[CH44]",
  shares_not_one: "[CH45]",
  share_not_positive: "[CH45]",
  share_missing: "[CH45]",
  tie_break_incomplete: "[CH46]",
  account_missing: "[CH47]",
  account_kind_wrong: "[CH47]",
  distribution_missing: "[WF26]",
  tier_end_missing: "[WF21]",
  tier_end_on_last: "[WF21]",
  tier_end_without_terms: "[WF22]",
  tier_never_full: "[WF24]",
  last_tier_owed: "[WF23]",
  last_tier_without_weights: "[WF23]",
  instalments_missing: "[WF25]",
  share_beyond_one: "[WF25]",
  waterfall_unused: "[WF26]",
  partner_limits_reversed: "[CH120]",
  default_ladder_unordered: "[CH121]",
  default_step_share: "[CH121]",
  ownership_cyclic: "[CH48]",
  covenant_steps_unordered: "[CH96]",
  covenant_thresholds_unordered: "[CH96]",
  covenant_share_missing: "[CH97]",
  covenant_share_too_large: "[CH97]",
  covenant_period_missing: "[CH97]",
  covenant_incurrence_beyond_lock: "[CH98]",
  act_rule_missing: "[CH50]",
  act_unused_with_rule: "[CH50]",
  act_indispensable: "[CH50]",
  act_type_unknown: "[CH50]",
  act_nature_wrong: "[CH50]",
  section_missing: "[CH59]",
  overrun_weight_too_small: "[CH112]",
  milestones_uncertifiable: "[CH112]",
  stage_party_wrong: "[CH110]",
  stage_out_of_place: "[CH110]",
  claims_order_incomplete: "[CH111]",
  tier_missing: "[CH52]",
  tier_condition_missing: "[CH52]",
  tier_condition_on_last: "[CH52]",
  fact_with_approval: "[CH51]",
  fact_with_control: "[CH51]",
  approvals_too_complex: "[CH58]",
  rule_never_met: "[CH54]",
  rule_never_met_for_proposer: "[CH54]",
  rule_fails_after_recusal: "[CH55]",
  unilateral_not_shown: "[CH56]",
  carved_out_and_stoppable: "[CH53]",
  expiry_too_short: "[CH53]",
  expression_invalid: "[CH61]",
  expression_doubtful: "[CH60]",
  freeze_outlasts_cooling_off: "[CH63]",
  mirror_missing: "[CH64]",
  passkey_origin_foreign: "[CH130]",
  entrenched_path_unknown: "[CH65]",
  entrenchment_incomplete: "[CH65]",
  entrenchment_not_ratified: "[CH68]",
  limit_unused: "[CH62]",
  term_unused: "[CH62]",
};

const ruleOf = (code: string): string =>
  Object.hasOwn(RULES, code) ? RULES[code as LintCode] : "[CH1]";

const approve = (json: MutableObject, type: string): MutableObject[] =>
  part(json, "acts", type)["approve"] as MutableObject[];

const RECOUPMENT = {
  clause: "30.1",
  beneficiary: "BB",
  reading: "cumulative",
  rate: { spread: "1%", dayCount: "ACT/360" },
  compounding: false,
};

const CARRY = {
  clause: "30.2",
  holder: "AA",
  share: "1/5",
  hurdle: "8%",
  compounding: "simple",
  dayCount: "ACT/365F",
};

/** Vehicles that are made for projects have no units, and nobody commits to them. */
const PROJECTS = { clause: "30.3", vehicle: "projects", formula: "cash", waterfall: "by-units" };

/** The only tier shared by fixed shares. */
function sharing(json: MutableObject, shares: MutableObject): void {
  part(json, "waterfalls", 0, "tiers", 0)["to"] = { shares };
}

/** A tier before the only one, like it but for what is given. */
function tierBefore(json: MutableObject, change: MutableObject): void {
  const waterfall = part(json, "waterfalls", 0);
  const [last] = waterfall["tiers"] as MutableObject[];
  waterfall["tiers"] = [{ ...structuredClone(last!), id: "first", ...change }, last!];
}

/** Terms of late payment with steps after so many days. */
const late = (
  ...steps: readonly (readonly [step: string, days: number, share?: string])[]
): MutableObject => ({
  ...{ clause: "90.1", grace: { days: 3, calendar: "joint" }, rate: "5%", dayCount: "ACT/360" },
  ladder: steps.map(([step, days, share]) => ({
    ...{ step, after: { days, calendar: "calendar" } },
    ...(share === undefined ? {} : { share }),
  })),
});

const PAYMENT = "/acts/payment.release/approve/0/rule";

const ladder = (): MutableObject[] => [
  { step: "lock", at: "55%" },
  { step: "sweep", at: "60%", share: "50%" },
  { step: "cure", at: "65%", period: { days: 30, calendar: "joint" } },
  { step: "default", at: "80%" },
];

/** Lets the charter borrow, under one covenant with something changed. */
const withCovenant =
  (change: MutableObject): Case["breaks"] =>
  (json) => {
    const covenant: MutableObject = {
      ...{ id: "ltv", clause: "16.2", name: { en: "LTV", ja: "借入比率" }, vehicle: "fund" },
      ...{ ratio: "debt / totalAssets", must: "atMost", incurrence: "50%", ladder: ladder() },
      ...change,
    };
    const others = { clause: "16.1", indices: [], facilities: [] };
    json["leverage"] = { ...others, covenants: [covenant] };
  };

const withRung = (index: number, change: MutableObject): Case["breaks"] =>
  withCovenant({
    ladder: ladder().map((rung, n) => (n === index ? { ...rung, ...change } : rung)),
  });

const CASES: readonly Case[] = [
  // Form
  {
    code: "unknown_field",
    breaks: (json) => (part(json, "capital")["colour"] = "red"),
    at: "/capital/colour",
    clause: "5.1",
  },
  {
    code: "missing_field",
    breaks: (json) => delete part(json, "finality")["mirrors"],
    at: "/finality/mirrors",
    clause: "12.1",
  },
  {
    code: "missing_field",
    breaks: (json) => (approve(json, "nav.strike")[0]!["rule"] = {}),
    at: "/acts/nav.strike/approve/0/rule",
  },
  {
    code: "unknown_field",
    breaks: (json) => (approve(json, "nav.strike")[0]!["rule"] = { party: "AA", seat: "AA-1" }),
    at: "/acts/nav.strike/approve/0/rule/seat",
  },
  {
    code: "wrong_type",
    breaks: (json) => (part(json, "capital")["initial"] = 300),
    at: "/capital/initial",
    facts: { expected: "amount", actual: "number" },
  },
  {
    code: "wrong_type",
    breaks: (json) => (approve(json, "nav.strike")[0]!["rule"] = "AA"),
    at: "/acts/nav.strike/approve/0/rule",
  },
  {
    code: "out_of_range",
    breaks: (json) => (part(json, "freeze", "days")["days"] = 0),
    at: "/freeze/days/days",
  },
  {
    code: "bad_format",
    breaks: (json) => (part(json, "capital")["clause"] = "5.1a"),
    at: "/capital/clause",
  },
  {
    code: "not_one_of",
    breaks: (json) => (part(json, "parties", 0)["kind"] = "king"),
    at: "/parties/0/kind",
  },
  {
    code: "too_long",
    breaks: (json) => (part(json, "title")["en"] = "x".repeat(4001)),
    at: "/title/en",
  },
  { code: "too_short", breaks: (json) => (part(json, "title")["en"] = ""), at: "/title/en" },
  {
    code: "duplicate_item",
    breaks: (json) => (json["languages"] = ["en", "ja", "en"]),
    at: "/languages/2",
  },
  {
    code: "too_many",
    breaks: (json) =>
      (part(json, "mandate")["geographies"] = Array.from({ length: 257 }, () => "US")),
    at: "/mandate/geographies",
  },
  // Brackets
  {
    code: "bracket_open",
    breaks: (json) => (part(json, "freeze")["days"] = bracket()),
    at: "/freeze/days",
    clause: "11.1",
    severity: "warning",
  },
  {
    code: "bracket_nested",
    breaks: (json) =>
      (part(json, "freeze")["days"] = { brackets: { AA: bracket(), BB: bracket() } }),
    at: "/freeze/days/brackets/AA",
  },
  {
    code: "bracket_empty",
    breaks: (json) => (part(json, "freeze")["days"] = { brackets: {} }),
    at: "/freeze/days",
  },
  {
    code: "bracket_side_unknown",
    breaks: (json) => (part(json, "freeze")["days"] = { brackets: { AA: 1, BB: 2, CC: 3 } }),
    at: "/freeze/days",
    facts: { actual: "CC", required: ["AA", "BB"] },
  },
  {
    code: "bracket_side_missing",
    breaks: (json) => (part(json, "freeze")["days"] = { brackets: { AA: 1 } }),
    at: "/freeze/days",
    facts: { side: "BB", sides: ["AA"] },
  },
  {
    code: "bracket_unpriced",
    breaks: (json) => (part(json, "freeze")["days"] = bracket()),
    at: "/freeze/days",
    facts: { part: "freeze" },
    severity: "warning",
  },
  // Names and clauses
  ...references(),
  {
    code: "id_duplicate",
    breaks: (json) => (part(json, "parties", 1)["id"] = "AA"),
    at: "/parties/1/id",
    facts: { kind: "party", actual: "AA" },
  },
  {
    code: "id_duplicate",
    breaks: (json) => (part(json, "parties", 0, "seats", 0)["id"] = "AA-1"),
    at: "/bodies/0/seats/0/id",
    facts: { kind: "seat", actual: "AA-1" },
  },
  {
    code: "id_duplicate",
    breaks: (json) => (part(json, "calendars", "business")["calendar"] = ["japan-banks"]),
    at: "/calendars/business/calendar",
    facts: { kind: "calendar", actual: "calendar" },
  },
  {
    code: "clause_duplicate",
    breaks: (json) => (part(json, "mandate")["clause"] = "5.1"),
    at: "/mandate/clause",
    facts: { actual: "5.1", first: "/capital" },
  },
  {
    code: "term_name_taken",
    breaks: (json) => (part(json, "terms", 1)["id"] = "cash"),
    at: "/terms/1/id",
  },
  {
    code: "term_name_taken",
    breaks: (json) => (part(json, "terms", 1)["id"] = "if"),
    at: "/terms/1/id",
  },
  // Languages
  {
    code: "text_missing",
    breaks: (json) => delete part(json, "acts", "nav.strike", "name")["ja"],
    at: "/acts/nav.strike/name",
    facts: { language: "ja" },
  },
  {
    code: "text_language_unknown",
    breaks: (json) => (part(json, "title")["fr"] = "Exemple"),
    at: "/title/fr",
  },
  // Parties and bodies
  {
    code: "sovereign_missing",
    breaks: (json) => {
      for (const index of [0, 1]) part(json, "parties", index)["kind"] = "auditor";
    },
    at: "/parties",
  },
  {
    code: "operator_missing",
    breaks: (json) => (part(json, "parties", 3)["kind"] = "auditor"),
    at: "/parties",
  },
  {
    code: "seat_of_other_party",
    breaks: (json) => (part(json, "parties", 0, "seats", 1)["party"] = "BB"),
    at: "/parties/0/seats/1/party",
    facts: { actual: "BB", required: "AA" },
  },
  {
    code: "threshold_unreachable",
    breaks: (json) => (part(json, "parties", 0)["threshold"] = 3),
    at: "/parties/0/threshold",
    facts: { actual: 3, required: 2 },
  },
  {
    code: "quorum_unreachable",
    breaks: (json) => (part(json, "bodies", 0, "quorum")["seats"] = 5),
    at: "/bodies/0/quorum/seats",
    facts: { actual: 5, required: 4 },
  },
  {
    code: "quorum_unreachable",
    breaks: (json) => (part(json, "bodies", 0, "quorum")["eachSovereign"] = 3),
    at: "/bodies/0/quorum/eachSovereign",
    facts: { actual: 3, required: 2, party: "AA" },
  },
  {
    code: "alternate_of_other_party",
    breaks: (json) => (part(json, "bodies", 0, "seats", 4)["party"] = "BB"),
    at: "/bodies/0/seats/0/alternate",
  },
  {
    code: "alternate_shared",
    breaks: (json) => (part(json, "bodies", 0, "seats", 1)["alternate"] = "AA-1A"),
    at: "/bodies/0/seats/1/alternate",
    facts: { seat: "AA-1A", first: "AA-1" },
  },
  {
    code: "alternate_chained",
    breaks: (json) => (part(json, "bodies", 0, "seats", 4)["alternate"] = "AA-2"),
    at: "/bodies/0/seats/0/alternate",
    facts: { seat: "AA-1A", alternate: "AA-2" },
  },
  {
    code: "alternate_cyclic",
    breaks: (json) => (part(json, "bodies", 0, "seats", 4)["alternate"] = "AA-1"),
    at: "/bodies/0/seats/0/alternate",
    facts: { seats: ["AA-1", "AA-1A"] },
  },
  // Money
  {
    code: "amount_too_precise",
    breaks: (json) => (part(json, "capital")["initial"] = "1000.001"),
    at: "/capital/initial",
    facts: { actual: 3, required: 2, currency: "USD" },
  },
  {
    code: "amount_not_positive",
    breaks: (json) => (part(json, "classes", 0)["founderPrice"] = "0.00"),
    at: "/classes/0/founderPrice",
  },
  {
    code: "capital_currency_differs",
    breaks: (json) => {
      part(json, "currencies")["contribution"] = ["JPY"];
      part(json, "capital")["currency"] = "JPY";
    },
    at: "/capital/currency",
    facts: { actual: "JPY", required: "USD" },
  },
  {
    code: "shares_not_one",
    breaks: (json) => (part(json, "capital", "shares")["AA"] = "33.33%"),
    at: "/capital/shares",
    facts: { actual: "29999/30000", required: "1" },
  },
  {
    code: "share_not_positive",
    breaks: (json) => (part(json, "capital", "shares")["AA"] = "0"),
    at: "/capital/shares/AA",
  },
  {
    code: "share_missing",
    breaks: (json) => (part(json, "capital")["shares"] = { BB: "1" }),
    at: "/capital/shares",
    facts: { party: "AA" },
    severity: "warning",
  },
  {
    code: "tie_break_incomplete",
    breaks: (json) => (part(json, "rounding")["tieBreak"] = ["AA"]),
    at: "/rounding/tieBreak",
    facts: { party: "BB" },
  },
  {
    code: "passkey_origin_foreign",
    breaks: (json) =>
      (json["passkeys"] = {
        ...{ clause: "30.4", synced: false },
        sites: [
          {
            id: "fund.example",
            origins: ["https://fund.example", "https://us.fund.example", "https://badfund.example"],
          },
        ],
      }),
    at: "/passkeys/sites/0/origins/2",
    facts: { actual: "https://badfund.example", required: "fund.example" },
  },
  {
    code: "account_missing",
    breaks: (json) => (json["accounts"] = (json["accounts"] as MutableObject[]).slice(1)),
    at: "/accounts",
    facts: { account: "1010", required: "asset" },
  },
  {
    code: "account_kind_wrong",
    breaks: (json) => (part(json, "accounts", 0)["kind"] = "liability"),
    at: "/accounts/0/kind",
  },
  {
    code: "shares_not_one",
    breaks: (json) => sharing(json, { AA: "50%", BB: "0.49" }),
    at: "/waterfalls/0/tiers/0/to/shares",
    facts: { actual: "99/100", required: "1" },
    clause: "10.2",
  },
  {
    code: "share_not_positive",
    breaks: (json) => sharing(json, { AA: "1", BB: "0" }),
    at: "/waterfalls/0/tiers/0/to/shares/BB",
  },
  {
    code: "reference_unknown",
    breaks: (json) => sharing(json, { AA: "1/2", CC: "1/2" }),
    at: "/waterfalls/0/tiers/0/to/shares/CC",
    facts: { kind: "party", actual: "CC" },
  },
  {
    code: "distribution_missing",
    breaks: (json) => (part(json, "distributions", 0)["vehicle"] = "projects"),
    at: "/distributions",
    facts: { vehicle: "fund" },
  },
  {
    code: "tier_end_missing",
    breaks: (json) => tierBefore(json, { to: { proportionalTo: "units" } }),
    at: "/waterfalls/0/tiers/0",
  },
  {
    code: "tier_end_on_last",
    breaks: (json) => (part(json, "waterfalls", 0, "tiers", 0)["until"] = { kind: "returned" }),
    at: "/waterfalls/0/tiers/0/until",
  },
  {
    code: "tier_end_without_terms",
    breaks: (json) => tierBefore(json, { until: { kind: "preferred" } }),
    at: "/waterfalls/0/tiers/0/until",
    facts: { actual: "preferred", required: "carry" },
  },
  {
    code: "tier_end_without_terms",
    breaks: (json) => tierBefore(json, { until: { kind: "recouped" } }),
    at: "/waterfalls/0/tiers/0/until",
    facts: { actual: "recouped", required: "recoupment" },
  },
  {
    // Whoever takes part in a catch-up only with the share that it is due never catches up.
    code: "tier_never_full",
    breaks(json) {
      json["carry"] = structuredClone(CARRY);
      const to = { shares: { AA: "20%", BB: "80%" } };
      tierBefore(json, { to, until: { kind: "caughtUp" } });
    },
    at: "/waterfalls/0/tiers/0",
    facts: { party: "AA", actual: "20%", required: "1/5" },
  },
  {
    code: "tier_never_full",
    breaks(json) {
      json["recoupment"] = structuredClone(RECOUPMENT);
      tierBefore(json, { to: { shares: { AA: "1" } }, until: { kind: "recouped" } });
    },
    at: "/waterfalls/0/tiers/0",
    facts: { party: "BB", actual: "0", required: "0" },
  },
  {
    code: "last_tier_owed",
    breaks: (json) => (part(json, "waterfalls", 0, "tiers", 0, "to")["proportionalTo"] = "owed"),
    at: "/waterfalls/0/tiers/0/to",
  },
  {
    code: "last_tier_without_weights",
    breaks: (json) => (json["distributions"] = [part(json, "distributions", 0), PROJECTS]),
    at: "/distributions/1",
    facts: { vehicle: "projects", actual: "units" },
    clause: "30.3",
  },
  {
    code: "last_tier_without_weights",
    breaks(json) {
      part(json, "waterfalls", 0, "tiers", 0, "to")["proportionalTo"] = "commitments";
      json["distributions"] = [part(json, "distributions", 0), PROJECTS];
    },
    at: "/distributions/1",
    facts: { actual: "commitments" },
  },
  {
    code: "instalments_missing",
    breaks: (json) =>
      (json["recoupment"] = { ...structuredClone(RECOUPMENT), reading: "scheduled" }),
    at: "/recoupment/reading",
    clause: "30.1",
  },
  {
    code: "reference_unknown",
    breaks(json) {
      const rate = { index: "sofr", spread: "1%", dayCount: "ACT/360" };
      json["recoupment"] = { ...structuredClone(RECOUPMENT), rate };
    },
    at: "/recoupment/rate/index",
    facts: { kind: "index", actual: "sofr" },
  },
  {
    code: "share_beyond_one",
    breaks: (json) => (json["carry"] = { ...structuredClone(CARRY), share: "101%" }),
    at: "/carry/share",
    facts: { actual: "101%", required: "1" },
  },
  {
    code: "waterfall_unused",
    breaks(json) {
      const known = part(json, "waterfalls", 0);
      json["waterfalls"] = [known, { ...structuredClone(known), id: "other", clause: "10.3" }];
    },
    at: "/waterfalls/1",
    facts: { actual: "other" },
    severity: "warning",
  },
  {
    code: "id_duplicate",
    breaks: (json) => tierBefore(json, { id: "all", until: { kind: "returned" } }),
    at: "/waterfalls/0/tiers/1/id",
    facts: { kind: "tier", actual: "all" },
  },
  {
    code: "entrenchment_incomplete",
    breaks: (json) => (json["carry"] = structuredClone(CARRY)),
    at: "/amendment/entrenched",
    facts: { required: "/carry" },
  },
  {
    code: "partner_limits_reversed",
    breaks: (json) =>
      (part(json, "capital")["partners"] = { clause: "90.1", least: "10.00", most: "9.99" }),
    at: "/capital/partners/least",
    clause: "90.1",
  },
  {
    code: "amount_not_positive",
    breaks: (json) =>
      (part(json, "capital")["yearlyCap"] = { clause: "90.1", amount: "0", fiscalYear: "fund" }),
    at: "/capital/yearlyCap/amount",
    clause: "90.1",
  },
  {
    code: "reference_unknown",
    breaks: (json) =>
      (part(json, "capital")["yearlyCap"] = { clause: "90.1", amount: "1.00", fiscalYear: "moon" }),
    at: "/capital/yearlyCap/fiscalYear",
  },
  {
    code: "reference_unknown",
    breaks: (json) =>
      (part(json, "capital")["deferral"] = {
        ...{ clause: "90.1", by: ["CC"], longest: { days: 9, calendar: "joint" } },
        ground: { en: "Storm", ja: "嵐" },
      }),
    at: "/capital/deferral/by/0",
  },
  {
    code: "reference_unknown",
    breaks: (json) =>
      (part(json, "capital")["admission"] = {
        ...{ clause: "90.1", classes: ["other"], trueUpRate: "5%", dayCount: "ACT/360" },
      }),
    at: "/capital/admission/classes/0",
  },
  ...chargeCases(),
  ...rareNameCases(),
  {
    code: "default_ladder_unordered",
    breaks: (json) => (part(json, "capital")["late"] = late(["divert", 5], ["publish", 9])),
    at: "/capital/late/ladder/1/step",
    clause: "90.1",
  },
  {
    code: "default_ladder_unordered",
    breaks: (json) => (part(json, "capital")["late"] = late(["publish", 9], ["divert", 9])),
    at: "/capital/late/ladder/1/step",
  },
  {
    code: "default_step_share",
    breaks: (json) => (part(json, "capital")["late"] = late(["dilute", 9])),
    at: "/capital/late/ladder/0/share",
  },
  {
    code: "default_step_share",
    breaks: (json) => (part(json, "capital")["late"] = late(["forfeit", 9, "1"])),
    at: "/capital/late/ladder/0/share",
  },
  {
    code: "default_step_share",
    breaks: (json) => (part(json, "capital")["late"] = late(["publish", 9, "1/2"])),
    at: "/capital/late/ladder/0/share",
  },
  {
    code: "ownership_cyclic",
    breaks: (json) => {
      const fund = part(json, "vehicles", 0);
      json["vehicles"] = [
        { ...fund, owners: [{ vehicle: "middle" }] },
        { ...fund, id: "middle", clause: "4.8", owners: [{ vehicle: "top" }] },
        { ...fund, id: "top", clause: "4.9", owners: [{ vehicle: "fund" }] },
      ];
    },
    at: "/vehicles/0/owners",
    facts: { vehicles: ["fund", "middle", "top"] },
  },
  // Covenants
  ...covenantCases(),
  {
    code: "calendar_unusable",
    breaks: (json) =>
      (part(json, "calendars")["own"] = [
        {
          id: "norway",
          name: { en: "Norway", ja: "ノルウェー" },
          ...{ first: "2025-01-01", last: "2024-12-31", weekend: [6, 7], holidays: [] },
        },
      ]),
    at: "/calendars/own/0",
    facts: { reason: "calendar_horizon_reversed" },
  },
  {
    code: "indemnity_uncapped",
    breaks: (json) =>
      (json["oversight"] = {
        clause: "31.1",
        indemnities: [{ clause: "31.2", by: "AA", to: "BB", text: { en: "Losses", ja: "損失" } }],
      }),
    at: "/oversight/indemnities/0",
    severity: "warning",
  },
  // Acts
  {
    code: "act_rule_missing",
    breaks: (json) => delete part(json, "acts")["capital.call"],
    at: "/acts",
    facts: { type: "capital.call" },
  },
  {
    code: "act_unused_with_rule",
    breaks: (json) => (json["unusedActs"] = ["capital.call"]),
    at: "/unusedActs/0",
    facts: { type: "capital.call" },
  },
  {
    code: "act_indispensable",
    breaks(json) {
      delete part(json, "acts")["key.revoke"];
      json["unusedActs"] = ["key.revoke"];
    },
    at: "/unusedActs/0",
    facts: { type: "key.revoke" },
  },
  {
    code: "act_type_unknown",
    breaks: (json) =>
      (part(json, "acts")["capital.cal"] = {
        ...part(json, "acts", "capital.call"),
        clause: "30.1",
      }),
    at: "/acts/capital.cal",
    facts: { actual: "capital.cal", required: [], suggestion: "capital.call" },
  },
  {
    code: "stage_party_wrong",
    breaks: (json) => delete part(json, "deadlock", "ladder", 1)["party"],
    at: "/deadlock/ladder/1",
    facts: { remedy: "casting", party: null },
  },
  {
    code: "stage_party_wrong",
    breaks: (json) => (part(json, "deadlock", "ladder", 0)["party"] = "AA"),
    at: "/deadlock/ladder/0",
    facts: { remedy: "chairs", party: "AA" },
  },
  {
    code: "stage_out_of_place",
    breaks: (json) => (part(json, "deadlock", "ladder", 0)["remedy"] = "windUp"),
    at: "/deadlock/ladder/0",
    facts: { remedy: "windUp" },
  },
  {
    code: "claims_order_incomplete",
    breaks: (json) => (part(json, "windUp")["order"] = ["owners", "creditors", "lenders", "fees"]),
    at: "/windUp/order",
  },
  {
    code: "overrun_weight_too_small",
    breaks: (json) => (part(json, "mandate", "overrun")["weight"] = "99%"),
    at: "/mandate/overrun/weight",
    facts: { actual: "99%", required: "1" },
  },
  {
    code: "milestones_uncertifiable",
    breaks: (json) => (part(json, "mandate")["milestonesCertified"] = true),
    at: "/mandate/milestonesCertified",
    facts: { engineers: [] },
  },
  {
    code: "section_missing",
    breaks: (json) => delete part(json, "capital")["admission"],
    at: "/acts/capital.trueUp",
    facts: { type: "capital.trueUp", section: "capital.admission" },
  },
  {
    code: "section_missing",
    breaks: (json) => delete part(json, "mandate")["overrun"],
    at: "/acts/investment.overrun",
    facts: { type: "investment.overrun", section: "mandate.overrun" },
  },
  {
    code: "section_missing",
    breaks: (json) => delete part(json, "valuation")["challenge"],
    at: "/acts/valuation.challenge",
    facts: { type: "valuation.challenge", section: "valuation.challenge" },
  },
  {
    code: "reference_unknown",
    breaks: (json) => (part(json, "mandate", "obligations", 0)["owedBy"] = "CC"),
    at: "/mandate/obligations/0/owedBy",
  },
  {
    code: "section_missing",
    breaks: (json) => delete part(json, "oversight")["disputes"],
    at: "/acts/dispute.open",
    facts: { type: "dispute.open", section: "oversight.disputes" },
  },
  {
    code: "act_nature_wrong",
    breaks: (json) => (part(json, "acts", "capital.receive")["nature"] = "decision"),
    at: "/acts/capital.receive/nature",
    facts: { actual: "decision", required: "fact" },
  },
  {
    code: "tier_missing",
    breaks: (json) => (part(json, "acts", "nav.strike")["approve"] = []),
    at: "/acts/nav.strike/approve",
  },
  {
    code: "tier_condition_missing",
    breaks: (json) => delete approve(json, "investment.select")[0]!["when"],
    at: "/acts/investment.select/approve/0",
  },
  {
    code: "tier_condition_on_last",
    breaks: (json) => (approve(json, "investment.select")[1]!["when"] = "amount > large"),
    at: "/acts/investment.select/approve/1/when",
  },
  {
    code: "fact_with_approval",
    breaks: (json) =>
      (part(json, "acts", "capital.receive")["approve"] = [{ rule: { party: "AA" } }]),
    at: "/acts/capital.receive/approve",
  },
  {
    code: "fact_with_control",
    breaks: (json) => (part(json, "acts", "capital.receive")["limits"] = ["small"]),
    at: "/acts/capital.receive/limits",
  },
  {
    code: "approvals_too_complex",
    breaks: (json) => {
      json["parties"] = Array.from({ length: 64 }, (_, index) => ({
        ...part(json, "parties", Math.min(index, 2)),
        id: `P${index}`,
        clause: `2.${index + 1}`,
        seats: Array.from({ length: 64 }, (__, seat) => ({
          id: `P${index}-${seat}`,
          party: `P${index}`,
        })),
      }));
      const some = { any: Array.from({ length: 16 }, () => ({ party: "P0" })) };
      part(json, "acts", "nav.strike")["propose"] = ["any"];
      approve(json, "nav.strike")[0]!["rule"] = { any: Array.from({ length: 16 }, () => some) };
    },
    at: "/acts",
    facts: { required: 1_000_000 },
  },
  {
    code: "rule_never_met",
    breaks: (json) => (approve(json, "nav.strike")[0]!["rule"] = { seatsOf: "board", atLeast: 5 }),
    at: "/acts/nav.strike/approve/0/rule",
  },
  {
    code: "rule_never_met",
    breaks: (json) => {
      part(json, "acts", "nav.strike")["propose"] = ["AA"];
      part(json, "acts", "nav.strike")["makerChecker"] = true;
      approve(json, "nav.strike")[0]!["rule"] = { party: "AA" };
    },
    at: "/acts/nav.strike/approve/0/rule",
  },
  {
    code: "rule_never_met",
    breaks: (json) => {
      part(json, "acts", "nav.strike")["makerChecker"] = true;
      approve(json, "nav.strike")[0]!["rule"] = { party: "CUS" };
    },
    at: "/acts/nav.strike/approve/0/rule",
  },
  {
    code: "rule_never_met_for_proposer",
    breaks: (json) => (approve(json, "nav.strike")[0]!["rule"] = { unilateral: ["AA"] }),
    at: "/acts/nav.strike/approve/0/rule",
    facts: { party: "BB" },
  },
  {
    code: "rule_fails_after_recusal",
    breaks: (json) => (approve(json, "nav.strike")[0]!["rule"] = { seat: "AA-2" }),
    at: "/acts/nav.strike/approve/0/rule",
    facts: { seat: "AA-2" },
  },
  {
    code: "unilateral_not_shown",
    breaks: (json) => (approve(json, "payment.release")[0]!["rule"] = { party: "BB" }),
    at: PAYMENT,
    facts: { party: "BB" },
  },
  {
    code: "unilateral_not_shown",
    breaks: (json) => {
      const seats = ["AA-3", "AA-4", "AA-5"].map((id) => ({ id, party: "AA" }));
      (part(json, "bodies", 0)["seats"] as MutableObject[]).push(...seats);
      approve(json, "payment.release")[0]!["rule"] = {
        majorityOf: "board",
        includingEachSovereign: false,
      };
    },
    at: PAYMENT,
    facts: { party: "AA" },
  },
  {
    code: "carved_out_and_stoppable",
    breaks: (json) => (part(json, "acts", "investment.select")["carvedOut"] = true),
    at: "/acts/investment.select/veto",
  },
  {
    code: "expiry_too_short",
    breaks: (json) => {
      const act = part(json, "acts", "nav.strike");
      act["timelock"] = { days: 5, calendar: "joint" };
      act["consult"] = [
        { body: "board", window: { days: 5, calendar: "joint" }, silence: "deemed" },
      ];
      act["expiry"] = { days: 14, calendar: "calendar" };
    },
    at: "/acts/nav.strike/expiry",
    facts: { actual: 14, required: 15 },
    severity: "warning",
  },
  // Expressions
  {
    code: "expression_invalid",
    breaks: (json) => (part(json, "limits", 0)["holds"] = "amount < chas"),
    at: "/limits/0/holds",
  },
  {
    code: "expression_invalid",
    breaks: (json) => (part(json, "distributions", 0)["formula"] = "payout > 1"),
    at: "/distributions/0/formula",
  },
  {
    code: "expression_doubtful",
    breaks: (json) => (part(json, "limits", 0)["holds"] = "amount < cash and 1 < 2"),
    at: "/limits/0/holds",
    severity: "warning",
  },
  {
    code: "limit_unused",
    breaks: (json) => delete part(json, "acts", "investment.select")["limits"],
    at: "/limits/0",
    severity: "warning",
  },
  {
    code: "term_unused",
    breaks: (json) => (part(json, "distributions", 0)["formula"] = "distributableIncome"),
    at: "/terms/1",
    severity: "warning",
  },
  // Freeze, finality, amendment
  {
    code: "freeze_outlasts_cooling_off",
    breaks: (json) => (part(json, "freeze", "coolingOff")["days"] = 7),
    at: "/freeze/coolingOff",
    severity: "warning",
  },
  {
    code: "mirror_missing",
    breaks: (json) => (part(json, "finality")["mirrors"] = ["AA"]),
    at: "/finality/mirrors",
    facts: { party: "BB" },
  },
  {
    code: "entrenched_path_unknown",
    breaks: (json) =>
      (part(json, "amendment", "entrenched") as unknown as string[]).push("/capitol"),
    at: "/amendment/entrenched/7",
  },
  {
    code: "entrenchment_incomplete",
    breaks: (json) => (part(json, "amendment")["entrenched"] = ["/parties", "/capital/shares"]),
    at: "/amendment/entrenched",
    facts: { required: "/capital" },
  },
  {
    code: "entrenchment_not_ratified",
    breaks: (json) =>
      (approve(json, "charter.amend")[0]!["rule"] = {
        all: [{ ratifiedBy: "AA" }, { party: "BB" }],
      }),
    at: "/acts/charter.amend/approve/0/rule",
    facts: { party: "BB" },
  },
  {
    code: "entrenchment_not_ratified",
    breaks: (json) => approve(json, "charter.amend").shift(),
    at: "/acts/charter.amend/approve/0/rule",
    facts: { party: "AA" },
  },
];

function bracket(): MutableObject {
  const days = (count: number): MutableObject => ({ days: count, calendar: "joint" });
  return { brackets: { AA: days(5), BB: days(8) } };
}

/** One dangling reference of every kind. */
function references(): readonly Case[] {
  const dangling = (kind: string, at: string, set: (json: MutableObject) => void): Case => ({
    code: "reference_unknown",
    breaks: set,
    at,
    facts: { kind },
  });
  return [
    dangling("party", "/rounding/tieBreak/2", (json) =>
      (part(json, "rounding", "tieBreak") as unknown as string[]).push("ZZ"),
    ),
    dangling("party", "/bodies/0/seats/1/party", (json) => {
      part(json, "bodies", 0, "seats", 1)["party"] = "ZZ";
    }),
    dangling("party", "/acts/nav.strike/propose/0", (json) => {
      part(json, "acts", "nav.strike")["propose"] = ["ZZ"];
    }),
    dangling("party", "/acts/investment.select/veto/by/0", (json) => {
      part(json, "acts", "investment.select", "veto")["by"] = ["ZZ"];
    }),
    dangling("party", "/capital/shares/ZZ", (json) => {
      part(json, "capital", "shares")["ZZ"] = "0";
    }),
    dangling("body", "/acts/nav.strike/approve/0/rule/unanimous", (json) => {
      approve(json, "nav.strike")[0]!["rule"] = { unanimous: "bord" };
    }),
    dangling("seat", "/acts/nav.strike/approve/0/rule/alternate", (json) => {
      approve(json, "nav.strike")[0]!["rule"] = { soleDecider: "AA-2", alternate: "AA-9" };
    }),
    dangling("seat", "/bodies/0/seats/0/alternate", (json) => {
      part(json, "bodies", 0, "seats", 0)["alternate"] = "AA-9";
    }),
    dangling("calendar", "/freeze/days/calendar", (json) => {
      part(json, "freeze", "days")["calendar"] = "joints";
    }),
    dangling("calendarData", "/calendars/business/joint/0", (json) => {
      part(json, "calendars", "business")["joint"] = ["us-fed"];
    }),
    dangling("fiscalYear", "/parties/1/fiscalYear", (json) => {
      part(json, "parties", 1)["fiscalYear"] = "found";
    }),
    dangling("currency", "/currencies/base", (json) => {
      part(json, "currencies")["base"] = "USX";
    }),
    dangling("currency", "/capital/currency", (json) => {
      part(json, "capital")["currency"] = "JPY";
    }),
    dangling("vehicle", "/distributions/0/vehicle", (json) => {
      part(json, "distributions", 0)["vehicle"] = "fond";
    }),
    dangling("limit", "/acts/investment.select/limits/0", (json) => {
      part(json, "acts", "investment.select")["limits"] = ["smal"];
    }),
    dangling("language", "/authoritative/0", (json) => {
      json["authoritative"] = ["fr"];
    }),
  ];
}

/** Each breaks one covenant of a charter that borrows. */
function covenantCases(): Case[] {
  const at = "/leverage/covenants/0";
  return [
    {
      code: "covenant_steps_unordered",
      breaks: withRung(1, { step: "watch" }),
      at: `${at}/ladder/1/step`,
      facts: { actual: "watch", required: "lock" },
    },
    {
      code: "covenant_thresholds_unordered",
      breaks: withRung(2, { at: "60%" }),
      at: `${at}/ladder/2/at`,
      clause: "16.2",
    },
    {
      code: "covenant_thresholds_unordered",
      breaks: withCovenant({ must: "atLeast", incurrence: "90%" }),
      at: `${at}/ladder/1/at`,
    },
    {
      code: "covenant_share_missing",
      breaks: withCovenant({ ladder: [{ step: "sweep", at: "60%" }] }),
      at: `${at}/ladder/0`,
    },
    {
      code: "covenant_share_too_large",
      breaks: withRung(1, { share: "101%" }),
      at: `${at}/ladder/1/share`,
    },
    {
      code: "covenant_period_missing",
      breaks: (json) => {
        withRung(2, {})(json);
        delete part(json, "leverage", "covenants", 0, "ladder", 2)["period"];
      },
      at: `${at}/ladder/2`,
    },
    {
      code: "covenant_incurrence_beyond_lock",
      breaks: withCovenant({ incurrence: "56%" }),
      at: `${at}/incurrence`,
      facts: { required: "55%" },
    },
    { code: "reference_unknown", breaks: withCovenant({ vehicle: "fond" }), at: `${at}/vehicle` },
  ];
}

const written = ({ path }: CharterFinding): string => path.map((key) => `/${key}`).join("");

test("[CH20] a sound charter has no finding", () => {
  assert.deepEqual(lintCharter(sampleCharter(), charterKnowledge), []);
});

for (const { code, breaks, at, facts, clause, severity } of CASES) {
  test(`${ruleOf(code)} ${code} is found at ${at}`, () => {
    const json = sampleJson();
    breaks(json);
    const findings = lintDocument(json, charterKnowledge);
    const found = findings.find((each) => each.code === code && written(each) === at);
    assert.ok(found, `found only ${JSON.stringify(findings)}`);
    assert.equal(found.severity, severity ?? "error");
    for (const [fact, value] of Object.entries(facts ?? {})) {
      assert.deepEqual(found.facts[fact], value, fact);
    }
    if (clause !== undefined) assert.equal(found.clause, clause);
  });
}

test("[CH20] every code of the linter is reached by a case", () => {
  const reached = new Set<string>(CASES.map(({ code }) => code));
  const encoding = CHARTER_FINDING_CODES.indexOf("not_canonical");
  const missing = CHARTER_FINDING_CODES.slice(encoding + 1).filter((code) => !reached.has(code));
  assert.deepEqual(missing, []);
});

test("[CH20] findings of every part come at once", () => {
  const json = sampleJson();
  part(json, "rounding")["tieBreak"] = ["AA"];
  part(json, "freeze", "days")["calendar"] = "joints";
  part(json, "limits", 0)["holds"] = "amount <";
  part(json, "bodies", 0, "quorum")["seats"] = 9;
  const codes = lintDocument(json, charterKnowledge).map(({ code }) => code);
  for (const code of [
    "tie_break_incomplete",
    "reference_unknown",
    "expression_invalid",
    "quorum_unreachable",
  ] as const) {
    assert.ok(codes.includes(code), code);
  }
});

test("[CH30] a dangling name comes with the nearest that exists", () => {
  const json = sampleJson();
  part(json, "freeze", "days")["calendar"] = "joints";
  const [found] = lintDocument(json, charterKnowledge);
  assert.equal(found?.facts["suggestion"], "joint");
});

test("[CH60] an expression's findings have their line and column", () => {
  const json = sampleJson();
  part(json, "limits", 0)["holds"] = "amount <\n  casth";
  const [found] = lintDocument(json, charterKnowledge);
  assert.equal(found?.facts["finding"], "name_unknown");
  assert.deepEqual([found.facts["line"], found.facts["column"]], [2, 3]);
  assert.equal(found.facts["suggestion"], "cash");
});

test("[WF20] fixed shares of a tier are of parties, above zero and sum to one", () => {
  const codesOf = (shares: MutableObject): readonly string[] => {
    const json = sampleJson();
    sharing(json, shares);
    return lintDocument(json, charterKnowledge).map(({ code }) => code);
  };
  assert.deepEqual(codesOf({ AA: "1/3", BB: "2/3" }), []);
  assert.deepEqual(codesOf({ AA: "1/3", BB: "0.6666" }), ["shares_not_one"]);
  assert.deepEqual(codesOf({ AA: "1", BB: "0" }), ["share_not_positive"]);
  assert.deepEqual(codesOf({ AA: "1/3", CC: "2/3" }), ["reference_unknown"]);
});
