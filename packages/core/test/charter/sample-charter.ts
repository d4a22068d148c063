import type { Json } from "../../src/base/json.ts";
import { encode } from "../../src/base/schema.ts";
import { charterSchema } from "../../src/charter/charter-schema.ts";
import type { ActRule, Charter, Days, LocalizedText } from "../../src/charter/charter.ts";
import { charterKnowledge } from "../../src/fund/charter-knowledge.ts";

/** JSON that a test may change. */
export type Mutable = null | boolean | number | string | Mutable[] | { [key: string]: Mutable };
export type MutableObject = { [key: string]: Mutable };

const text = (en: string): LocalizedText => ({ en, ja: `${en}の名称` });

/** A rule that both sovereigns decide, or that its reporter does for a fact. */
function ruleFor(type: string, nature: "decision" | "fact", index: number): ActRule {
  const base = { clause: `20.${index + 1}`, name: text(type), nature };
  const propose = type === "conflict.declare" ? ["any"] : ["CUS"];
  if (nature === "fact") return { ...base, propose, approve: [] };
  const both = { all: [{ party: "AA" }, { party: "BB" }] };
  return { ...base, propose: ["AA", "BB"], approve: [{ rule: both }] };
}

const party = (id: string, kind: Charter["parties"][number]["kind"], clause: string) => ({
  id,
  clause,
  kind,
  name: text(id),
  short: text(id),
  seats: [
    { id: `${id}-T1`, party: id },
    { id: `${id}-T2`, party: id },
  ],
  threshold: 1,
});

/** A rule for every act type, three of them with something to break. */
function sampleActs(): { [type: string]: ActRule } {
  const acts = Object.fromEntries(
    [...charterKnowledge.actTypes].map(([type, nature], index) => [
      type,
      ruleFor(type, nature, index),
    ]),
  );
  const ratified = { all: [{ ratifiedBy: "AA" }, { ratifiedBy: "BB" }] };
  const amend = acts["charter.amend"]!;
  acts["charter.amend"] = {
    ...amend,
    approve: [{ when: "entrenched", rule: ratified }, ...amend.approve],
  };
  acts["investment.select"] = {
    ...acts["investment.select"]!,
    limits: ["small"],
    approve: [
      { when: "amount <= large", rule: { majorityOf: "board", includingEachSovereign: true } },
      { rule: { all: [{ party: "AA" }, { party: "BB" }] } },
    ],
    veto: { by: ["AA", "BB"] },
    frozen: true,
  };
  return acts;
}

const PARTIES: Charter["parties"] = [
  party("AA", "sovereign", "2.1"),
  { ...party("BB", "sovereign", "2.2"), fiscalYear: "fund", currency: "JPY" },
  party("CUS", "custodian", "2.3"),
  party("OPR", "operator", "2.4"),
];

const BOARD: Charter["bodies"][number] = {
  id: "board",
  clause: "3.1",
  name: text("Board"),
  seats: [
    { id: "AA-1", party: "AA", alternate: "AA-1A" },
    { id: "AA-2", party: "AA" },
    { id: "BB-1", party: "BB" },
    { id: "BB-2", party: "BB" },
    { id: "AA-1A", party: "AA" },
  ],
  quorum: { seats: 3, eachSovereign: 1 },
};

/** What is promised, and every section that acts on calls go by. */
function sampleCapital(): Charter["capital"] {
  return {
    clause: "5.1",
    vehicle: "fund",
    currency: "USD",
    initial: "1000.00",
    shares: { AA: "1/3", BB: "2/3" },
    callNotice: { days: 10, calendar: "joint" },
    late: {
      ...{
        clause: "5.2",
        grace: { days: 3, calendar: "joint" },
        rate: "4%",
        dayCount: "ACT/360",
      },
      ladder: [{ step: "publish", after: { days: 9, calendar: "joint" } }],
    },
    deferral: {
      ...{ clause: "5.3", by: ["AA"], longest: { days: 30, calendar: "calendar" } },
      ground: text("Storm"),
    },
    optOut: {
      ...{ clause: "5.4", by: ["AA"], consequence: text("Tariffs"), othersMayFund: true },
    },
    admission: {
      ...{ clause: "5.5", classes: ["founders"], trueUpRate: "5%", dayCount: "ACT/360" },
    },
  };
}

/** What the fund owns, owes and may do with it. */
function sampleMoney() {
  return {
    vehicles: [{ id: "fund", clause: "4.1", kind: "fund", name: text("Fund"), currency: "USD" }],
    classes: [
      {
        id: "founders",
        clause: "4.2",
        vehicle: "fund",
        name: text("Founders"),
        eligible: ["sovereign"],
        founderPrice: "1.00",
        opens: "adoption",
      },
    ],
    accounts: [...charterKnowledge.accounts].map(([code, kind]) => ({
      code,
      kind,
      name: text(code),
    })),
    capital: sampleCapital(),
    terms: [
      {
        id: "large",
        clause: "8.1",
        name: text("Large"),
        value: { kind: "money", currency: "USD", amount: "100.00" },
      },
      { id: "payout", clause: "8.2", name: text("Payout"), value: { kind: "ratio", ratio: "50%" } },
    ],
    limits: [{ id: "small", clause: "9.1", name: text("Small"), holds: "amount < cash" }],
    waterfalls: [
      {
        id: "by-units",
        clause: "10.2",
        name: text("By units"),
        scope: "fund",
        tiers: [{ id: "all", name: text("All"), to: { proportionalTo: "units" } }],
      },
      {
        id: "by-capital",
        clause: "97.4",
        name: text("Capital"),
        scope: "fund",
        tiers: [{ id: "all-capital", name: text("All"), to: { proportionalTo: "paidIn" } }],
      },
    ],
    distributions: [
      {
        clause: "10.1",
        vehicle: "fund",
        formula: "payout * distributableIncome",
        waterfall: "by-units",
      },
      {
        clause: "97.3",
        vehicle: "projects",
        formula: "distributableIncome",
        waterfall: "by-capital",
      },
    ],
    unusedActs: [],
  } satisfies Partial<Charter>;
}

const days = (count: number): Days => ({ days: count, calendar: "joint" });

/** Sections that acts on trouble need. */
function sampleOversight() {
  return {
    oversight: {
      clause: "14.1",
      disputes: {
        clause: "14.2",
        ladder: [{ id: "court", name: text("Court"), within: days(20) }],
        escrow: true,
      },
      audit: { clause: "14.3", answerWithin: days(20) },
      sideLetters: { clause: "14.4", mostFavoured: ["partners"], electWithin: days(20) },
    },
    deadlock: {
      clause: "15.1",
      rounds: 2,
      ladder: [
        { remedy: "chairs", within: days(10) },
        { remedy: "casting", within: days(10), party: "AA" },
        { remedy: "windUp", within: days(10) },
      ],
    },
    exit: { clause: "17.1", noticePeriod: days(90), callDiscount: "5%", offerWindow: days(30) },
    windUp: { clause: "16.1", order: ["creditors", "lenders", "fees", "owners"] },
  } satisfies Partial<Charter>;
}

/** Sections that acts on currencies need. */
function sampleCurrencies() {
  return {
    fixing: {
      clause: "95.1",
      sources: 2,
      from: ["first", "second"],
      tolerance: "1%",
      staleAfter: days(5),
    },
    leverage: {
      clause: "95.2",
      indices: [],
      facilities: [],
      covenants: [],
      hedging: { clause: "95.3", currencies: ["JPY"], most: "100.00 USD" },
    },
  } satisfies Partial<Charter>;
}

/** A small charter without a single finding: what each test then breaks in one place. */
export function sampleCharter(): Charter {
  return {
    format: "jointfund/charter/v1",
    id: "sample",
    version: 1,
    origin: "sample.example",
    languages: ["en", "ja"],
    authoritative: ["en"],
    title: text("Sample"),
    notice: text("A test"),
    purpose: { clause: "1.1", text: text("Testing") },
    currencies: { clause: "1.2", base: "USD", contribution: ["USD"], display: ["JPY"] },
    calendars: {
      clause: "1.3",
      business: { joint: ["us-federal-reserve", "japan-banks"] },
      fiscal: { fund: { start: "01-01", namedBy: "start" } },
    },
    rounding: { clause: "1.4", money: "floor", priceDecimals: 8, tieBreak: ["AA", "BB"] },
    parties: PARTIES,
    bodies: [BOARD],
    ...sampleMoney(),
    ...sampleCurrencies(),
    mandate: {
      clause: "6.1",
      sectors: [{ id: "power", name: text("Power") }],
      geographies: ["US"],
      overrun: { clause: "6.2", weight: "3/2", window: days(20) },
      obligations: [{ clause: "6.3", kind: "power", owedBy: "AA", text: text("A line") }],
    },
    valuation: {
      clause: "97.1",
      staleAfter: days(90),
      challenge: { clause: "97.2", by: ["AA", "BB"], window: days(10) },
    },
    conflicts: { clause: "7.1", proposerExcluded: true },
    freeze: {
      clause: "11.1",
      days: { days: 5, calendar: "joint" },
      coolingOff: { days: 30, calendar: "calendar" },
    },
    ...sampleOversight(),
    finality: { clause: "12.1", mirrors: ["AA", "BB"], mandatoryAfterHours: 72 },
    amendment: {
      clause: "13.1",
      entrenched: [
        "/parties",
        "/capital",
        "/waterfalls",
        "/distributions",
        "/finality",
        "/amendment",
        "/acts/charter.amend",
      ],
    },
    acts: sampleActs(),
  };
}

/** The same as JSON that a test may change. */
export function sampleJson(): MutableObject {
  return structuredClone(encode(charterSchema, sampleCharter())) as MutableObject;
}

/** The part of a document at a path of keys and indices: what must be there for the test to run. */
export function part(json: Mutable, ...path: (string | number)[]): MutableObject {
  let at: Json | Mutable = json;
  for (const key of path) at = (at as { [key: string]: Mutable })[key]!;
  return at as MutableObject;
}
