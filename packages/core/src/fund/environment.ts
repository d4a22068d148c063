import { Ratio } from "../base/ratio.ts";
import type { Charter, LocalizedText, Term } from "../charter/charter.ts";
import type { Environment, Unavailable } from "../expression/evaluate.ts";
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
  type Type,
} from "../expression/types.ts";
import type { Value } from "../expression/value.ts";
import type { LocalDate } from "../calendar/date.ts";

import { ACCOUNTS, exposureTo, figuresOf, mainVehicle, type Figures } from "./figures.ts";
import type { FundState } from "./state.ts";
import { charterRatio, minorOf } from "./terms.ts";

/** What an act brings to the expressions that judge it. */
export type ActFigures = {
  readonly type: string;
  /** Minor units of the main vehicle's currency; absent for an act without an amount. */
  readonly amount?: bigint;
  readonly investment?: string;
  readonly sector?: string;
  readonly geography?: string;
  readonly concerns: readonly string[];
  readonly effectiveDate: LocalDate;
  /** Whether an amendment touches an entrenched part of the charter. */
  readonly entrenched: boolean;
};

const FIGURES: { readonly [K in keyof Figures]?: { readonly en: string; readonly ja: string } } = {
  cash: { en: "cash", ja: "現金" },
  investmentsAtCost: { en: "investments at cost", ja: "投資(取得原価)" },
  investmentsFairValue: { en: "investments at fair value", ja: "投資(公正価値)" },
  totalAssets: { en: "total assets", ja: "資産合計" },
  netAssets: { en: "net assets", ja: "純資産総額" },
  payables: { en: "liabilities", ja: "負債合計" },
  unpaidCalls: { en: "called and unpaid capital", ja: "未払込の拠出請求額" },
  unfundedCommitments: { en: "unfunded commitments", ja: "未払込出資約束金額" },
  investmentCommitments: { en: "undrawn commitments to investments", ja: "投資未実行約束額" },
  distributableIncome: { en: "income not yet distributed", ja: "未分配の受取収益" },
  distributed: { en: "distributions to date", ja: "分配累計額" },
};

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

/** The names that a charter's expressions may use: the fund's books, the act in hand, the terms. */
export function fundEnvironmentTypes(charter: Charter): EnvironmentTypes {
  const money = moneyType(mainVehicle(charter).currency);
  const variable = (type: Type, en: string, ja: string): NameType => ({
    kind: "variable",
    type,
    description: { en, ja },
  });
  const party = { name: "party", type: TEXT };
  return environmentTypes([
    ...Object.entries(FIGURES).map(([name, { en, ja }]): [string, NameType] => [
      name,
      variable(money, en, ja),
    ]),
    ["initialCapital", variable(money, "the initial capital", "当初資本")],
    ["amount", variable(money, "the amount of the act", "当該行為の金額")],
    [
      "concernCost",
      variable(
        money,
        "cost and undrawn commitment of the investment",
        "当該投資の取得原価と未実行約束額",
      ),
    ],
    ["sector", variable(TEXT, "the sector of the investment", "投資分野")],
    ["geography", variable(TEXT, "the place of the investment", "投資地域")],
    ["entrenched", variable(BOOLEAN, "an entrenched clause is changed", "硬性条項を変更する")],
    ["effectiveDate", variable(DATE, "the effective date", "効力発生日")],
    ["today", variable(DATE, "the day that is open", "当日")],
    [
      "committed",
      {
        kind: "function",
        parameters: [party],
        result: money,
        description: { en: "what {party} has committed", ja: "{party}の出資約束金額" },
      },
    ],
    [
      "contributed",
      {
        kind: "function",
        parameters: [party],
        result: money,
        description: { en: "what {party} has paid in", ja: "{party}の払込額" },
      },
    ],
    [
      "balance",
      {
        kind: "function",
        parameters: [{ name: "account", type: TEXT }],
        result: money,
        description: { en: "the balance of account {account}", ja: "勘定{account}の残高" },
      },
    ],
    [
      "concernsAffiliateOf",
      {
        kind: "function",
        parameters: [party],
        result: BOOLEAN,
        description: {
          en: "the act concerns an affiliate of {party}",
          ja: "{party}の関係会社が関わる",
        },
      },
    ],
    ...charter.terms.map((term): [string, NameType] => [
      term.id,
      { kind: "variable", type: typeOfTerm(term), description: described(term.name) },
    ]),
  ]);
}

function valueOfTerm({ value }: Term): Value {
  switch (value.kind) {
    case "money":
      return moneyValue(value.currency, minorOf(value.currency, value.amount));
    case "ratio":
      return { kind: "ratio", value: charterRatio(value.ratio) };
    case "integer":
      return { kind: "integer", value: BigInt(value.integer) };
    case "date":
      return { kind: "date", value: value.date };
  }
}

function moneyValue(currency: string, minor: bigint): Value {
  return { kind: "money", currency, amount: Ratio.make(minor, 1n) };
}

const unavailable = (detail: string): Unavailable => ({ kind: "unavailable", detail });

/** The values of those names in a state, for one act. Money is in minor units. */
export function fundEnvironment(state: FundState, act: ActFigures): Environment {
  const { charter } = state;
  const { id: vehicle, currency } = mainVehicle(charter);
  const figures = figuresOf(state, vehicle);
  const terms = new Map(charter.terms.map((term) => [term.id, term]));
  const money = (minor: bigint): Value => moneyValue(currency, minor);

  function actValue(name: string): Value | Unavailable | undefined {
    switch (name) {
      case "amount":
        return act.amount === undefined ? unavailable("act_without_amount") : money(act.amount);
      case "concernCost": {
        const investment = state.investments.get(act.investment ?? "");
        if (investment !== undefined) return money(exposureTo(investment));
        return unavailable("act_without_investment");
      }
      case "sector":
      case "geography": {
        const text = act[name] ?? state.investments.get(act.investment ?? "")?.[name];
        if (text !== undefined) return { kind: "text", value: text };
        return unavailable("act_without_investment");
      }
      case "entrenched":
        return { kind: "boolean", value: act.entrenched };
      case "effectiveDate":
        return { kind: "date", value: act.effectiveDate };
      case "today":
        return { kind: "date", value: state.today };
      default:
        return undefined;
    }
  }

  return {
    variable(name) {
      const fromAct = actValue(name);
      if (fromAct !== undefined) return fromAct;
      if (name === "initialCapital") {
        return money(minorOf(charter.capital.currency, charter.capital.initial));
      }
      const term = terms.get(name);
      return term === undefined ? money(figures[name as keyof Figures]) : valueOfTerm(term);
    },
    call(name, values) {
      const [first] = values;
      const text = first?.kind === "text" ? first.value : "";
      return callFunction(state, act, name, text);
    },
  };
}

function callFunction(
  state: FundState,
  act: ActFigures,
  name: string,
  text: string,
): Value | Unavailable {
  const { id: vehicle, currency } = mainVehicle(state.charter);
  if (name === "concernsAffiliateOf") {
    const party = state.charter.parties.find(({ id }) => id === text);
    const interests = new Set([text, ...(party?.affiliates ?? [])]);
    return { kind: "boolean", value: act.concerns.some((concern) => interests.has(concern)) };
  }
  const sum = (account: string, subject?: string): bigint => {
    let total = 0n;
    const prefix = `${vehicle}/${account}/${currency}/`;
    for (const [key, minor] of state.ledger.range(prefix)) {
      if (subject === undefined || key === prefix + subject) total += minor;
    }
    return total;
  };
  switch (name) {
    case "committed": {
      let total = 0n;
      for (const commitment of state.capital.commitments.values()) {
        if (commitment.party === text) total += commitment.minor;
      }
      return moneyValue(currency, total);
    }
    case "contributed": {
      const paid = -sum(ACCOUNTS.paidInCapital, text) - sum(ACCOUNTS.calledUnpaid, text);
      return moneyValue(currency, paid);
    }
    case "balance":
      return moneyValue(currency, sum(text));
    default:
      return unavailable("function_unknown");
  }
}
