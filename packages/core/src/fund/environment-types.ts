import type { Charter, LocalizedText, Term } from "../charter/charter.ts";
import {
  BOOLEAN,
  DATE,
  environmentTypes,
  INTEGER,
  moneyType,
  RATIO,
  TEXT,
  type EnvironmentTypes,
  type NameType,
  type TextChoice,
  type TextType,
  type Type,
} from "../expression/types.ts";
import { vehicleOf } from "./figures.ts";

type Words = { readonly en: string; readonly ja: string };

/** Figures of a vehicle's books that expressions may use, as money of its currency. */
const FIGURES = {
  cash: { en: "cash", ja: "現金" },
  investmentsAtCost: { en: "investments at cost", ja: "投資（取得原価）" },
  investmentsFairValue: { en: "investments at fair value", ja: "投資（公正価値）" },
  investmentsLevel3: {
    en: "investments valued by inputs that nobody can observe (level 3)",
    ja: "観察不能な入力値により評価した投資（レベル3）",
  },
  staleValuations: { en: "investments whose value is out of date", ja: "評価額が期限切れの投資" },
  contestedValuations: { en: "investments whose value is contested", ja: "評価額が係争中の投資" },
  totalAssets: { en: "total assets", ja: "資産合計" },
  netAssets: { en: "net assets", ja: "純資産総額" },
  payables: { en: "liabilities", ja: "負債合計" },
  unpaidCalls: { en: "called and unpaid capital", ja: "未払込の拠出請求額" },
  unfundedCommitments: { en: "unfunded commitments", ja: "未払込出資約束金額" },
  investmentCommitments: { en: "unpaid commitments to investments", ja: "投資約束額" },
  distributableIncome: { en: "income not yet distributed", ja: "未分配の受取収益" },
  debt: { en: "debt", ja: "借入金" },
  lookThroughDebt: {
    en: "debt with that of the vehicles held, by the share held",
    ja: "借入金（保有先の投資ビークルの借入金を持分割合により含む。）",
  },
  lookThroughAssets: {
    en: "total assets before that debt of the vehicles held",
    ja: "資産合計（保有先の投資ビークルの借入金を持分割合により加算した額）",
  },
  otherLiabilities: { en: "liabilities other than debt", ja: "借入金以外の負債" },
  interestPayable: { en: "interest owed", ja: "未払利息" },
  guarantees: { en: "guarantees given to lenders", ja: "貸し手に対する保証額" },
  undrawnFacilities: { en: "undrawn facilities", ja: "未使用の融資枠" },
  undistributedIncome: {
    en: "income less expenses, not yet distributed",
    ja: "費用控除後の未分配収益",
  },
  distributed: { en: "distributions to date", ja: "分配累計額" },
  undistributedGains: { en: "realised gains not yet distributed", ja: "未分配の実現益" },
  recoupmentOutstanding: { en: "what is not recouped yet", ja: "未回収額" },
  preferredOutstanding: { en: "the preferred return not paid yet", ja: "優先リターン未払額" },
} as const satisfies { readonly [name: string]: Words };

export type FigureName = keyof typeof FIGURES;

/** What a figure that formulas name is called, by its name. */
export const FIGURE_WORDS: ReadonlyMap<string, Words> = new Map(Object.entries(FIGURES));

/** What the act in hand brings, and the day; `money` stands for the vehicle's currency. */
const VARIABLES: readonly (readonly [string, Type | "money", Words])[] = [
  ["initialCapital", "money", { en: "the initial capital", ja: "当初資本" }],
  ["amount", "money", { en: "the amount of the act", ja: "当該行為の金額" }],
  [
    "concernCost",
    "money",
    {
      en: "the sum of the investment's cost and unpaid commitment",
      ja: "当該投資の取得原価及び投資約束額の合計",
    },
  ],
  [
    "ownershipShare",
    RATIO,
    {
      en: "the share of the investment's equity that its vehicle holds",
      ja: "当該投資の持分のうち投資ビークルの保有割合",
    },
  ],
  ["sector", TEXT, { en: "the sector of the investment", ja: "投資分野" }],
  ["geography", TEXT, { en: "the place of the investment", ja: "投資地域" }],
  ["entrenched", BOOLEAN, { en: "an entrenched clause is changed", ja: "硬性条項を変更する" }],
  [
    "covenantsChanged",
    BOOLEAN,
    { en: "the terms of borrowing are changed", ja: "借入れの定めを変更する" },
  ],
  ["windingUp", BOOLEAN, { en: "the fund is being wound up", ja: "ファンドが清算中である" }],
  ["effectiveDate", DATE, { en: "the effective date", ja: "効力発生日" }],
  ["today", DATE, { en: "the day that is open", ja: "当日" }],
];

/** Functions of one text. */
const FUNCTIONS: readonly (readonly [string, string, Type | "money", Words])[] = [
  [
    "committed",
    "party",
    "money",
    { en: "what {party} has committed", ja: "{party}の出資約束金額" },
  ],
  ["contributed", "party", "money", { en: "what {party} has paid in", ja: "{party}の払込額" }],
  [
    "balance",
    "account",
    "money",
    { en: "the balance of account {account}", ja: "勘定{account}の残高" },
  ],
  ["reserve", "reserve", "money", { en: "what {reserve} holds", ja: "{reserve}の残高" }],
  [
    "sponsorShare",
    "company",
    RATIO,
    {
      en: "the share of the investment's equity that {company} holds",
      ja: "当該投資の持分のうち{company}の保有割合",
    },
  ],
  [
    "concernsAffiliateOf",
    "party",
    BOOLEAN,
    {
      en: "the act concerns {party} or what it has an interest in",
      ja: "{party}又はその利害関係先が関わる",
    },
  ],
];

function typeOfTerm({ value }: Term): Type {
  switch (value.kind) {
    case "money":
      return moneyType(value.currency);
    case "ratio":
      return RATIO;
    case "integer":
      return INTEGER;
    case "date":
      return DATE;
  }
}

const described = (text: LocalizedText): { en: string; ja: string } => ({
  ...text,
  en: text["en"] ?? "",
  ja: text["ja"] ?? text["en"] ?? "",
});

const choice = (value: string, name: LocalizedText): TextChoice => ({
  value,
  description: described(name),
});

/** What the texts of a charter can be: a misspelt sector, party or account is a finding. */
function textTypes(charter: Charter): ReadonlyMap<string, TextType> {
  const { sectors, geographies } = charter.mandate;
  const choices: readonly (readonly [string, readonly TextChoice[]])[] = [
    ["sector", sectors.map(({ id, name }) => choice(id, name))],
    ["geography", geographies.map((value) => ({ value }))],
    ["party", charter.parties.map(({ id, short }) => choice(id, short))],
    ["reserve", (charter.reserves ?? []).map(({ id, name }) => choice(id, name))],
    ["account", charter.accounts.map(({ code, name }) => choice(code, name))],
  ];
  return new Map(choices.map(([name, values]) => [name, { kind: "text", values }]));
}

/** The names that a charter's expressions may use: the fund's books, the act in hand, the terms. */
export function fundEnvironmentTypes(
  charter: Charter,
  vehicle: string = charter.capital.vehicle,
): EnvironmentTypes {
  const money = moneyType(vehicleOf(charter, vehicle).currency);
  const texts = textTypes(charter);
  const typeOf = (type: Type | "money"): Type => (type === "money" ? money : type);
  const variable = (name: string, type: Type, description: Words): [string, NameType] => [
    name,
    { kind: "variable", type, description },
  ];
  return environmentTypes([
    ...Object.entries(FIGURES).map(([name, words]) => variable(name, money, words)),
    ...VARIABLES.map(([name, type, words]) =>
      variable(name, texts.get(name) ?? typeOf(type), words),
    ),
    ...FUNCTIONS.map(([name, parameter, type, description]): [string, NameType] => [
      name,
      {
        kind: "function",
        parameters: [{ name: parameter, type: texts.get(parameter) ?? TEXT }],
        result: typeOf(type),
        description,
      },
    ]),
    ...charter.terms.map((term) => variable(term.id, typeOfTerm(term), described(term.name))),
  ]);
}
