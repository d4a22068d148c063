import { Ratio } from "@jointfund/core/base/ratio.ts";
import type { LocalDate } from "@jointfund/core/calendar/date.ts";
import { itemOf, openOf, interestOwed } from "@jointfund/core/capital/call.ts";
import type { Charter } from "@jointfund/core/charter/charter.ts";
import type { Environment, Unavailable } from "@jointfund/core/expression/evaluate.ts";
import {
  BOOLEAN,
  moneyType,
  RATIO,
  TEXT,
  type NameType,
} from "@jointfund/core/expression/types.ts";
import type { Value } from "@jointfund/core/expression/value.ts";
import { principalDue, undrawnOf } from "@jointfund/core/facilities/amounts-due.ts";
import { stepOf } from "@jointfund/core/facilities/covenants.ts";
import { isLocked } from "@jointfund/core/facilities/covenant-ladder.ts";
import { fundEnvironment, noAct } from "@jointfund/core/fund/environment.ts";
import { vehicleOf } from "@jointfund/core/fund/figures.ts";
import type { FundState } from "@jointfund/core/fund/state.ts";
import { ACCOUNTS } from "@jointfund/core/ledger/accounts.ts";
import { balanceOf } from "@jointfund/core/ledger/journal.ts";
import { undrawnOf as promisedTo } from "@jointfund/core/investments/state.ts";
import { lastStrike } from "@jointfund/core/dealing/nav-strike.ts";
import { currencyCode, exponentOf } from "@jointfund/core/money/currency.ts";
import type { Names } from "./act-body.ts";
import type { Series } from "./scenario.ts";

type Words = { readonly en: string; readonly ja: string };

/** What an amount of a scenario may be made of besides the figures that charters use. */
const FUNCTIONS: readonly (readonly [string, readonly string[], Words])[] = [
  ["principalOf", ["facility"], { en: "what is borrowed on {facility}", ja: "{facility}の元本" }],
  [
    "principalDue",
    ["facility"],
    { en: "principal of {facility} that has fallen due", ja: "{facility}の弁済期到来元本" },
  ],
  ["interestDue", ["facility"], { en: "interest owed on {facility}", ja: "{facility}の未払利息" }],
  ["feesDue", ["facility"], { en: "fees owed on {facility}", ja: "{facility}の未払手数料" }],
  ["undrawn", ["facility"], { en: "what is undrawn of {facility}", ja: "{facility}の未使用枠" }],
  ["costOf", ["investment"], { en: "the cost of {investment}", ja: "{investment}の取得原価" }],
  ["valueOf", ["investment"], { en: "the value of {investment}", ja: "{investment}の公正価値" }],
  [
    "promisedTo",
    ["investment"],
    { en: "what is promised to {investment} and unpaid", ja: "{investment}への未払約束額" },
  ],
  ["feeOwed", ["fee"], { en: "what is owed of the fee {fee}", ja: "報酬{fee}の未払額" }],
  ["determined", ["act"], { en: "the sum that {act} determined", ja: "{act}が算定した額" }],
  [
    "unpaid",
    ["call", "party"],
    {
      en: "what {party} has still to pay on {call}, with interest",
      ja: "{call}に係る{party}の未払額（利息を含む。）",
    },
  ],
];

/** Names that every expression of a scenario may use, on the book of one vehicle. */
export function scenarioNames(
  charter: Charter,
  vehicle: string,
  series: Iterable<string>,
): readonly (readonly [string, NameType])[] {
  const money = moneyType(vehicleOf(charter, vehicle).currency);
  const locked: Words = {
    en: "a covenant of the vehicle is locked",
    ja: "財務制限条項による停止中である",
  };
  return [
    ["locked", { kind: "variable", type: BOOLEAN, description: locked }],
    [
      "priceOf",
      {
        kind: "function",
        parameters: [{ name: "class", type: TEXT }],
        result: RATIO,
        description: {
          en: "the price last struck of a unit of {class}",
          ja: "{class}の直近の基準価額",
        },
      },
    ],
    [
      "paymentOf",
      {
        kind: "function",
        parameters: [{ name: "payment", type: TEXT }],
        result: RATIO,
        description: {
          en: "main units of what {payment} pays, by number or payee",
          ja: "{payment}（番号又は受取人）の支払額（主単位）",
        },
      },
    ],
    [
      "sumOf",
      {
        kind: "function",
        parameters: [{ name: "act", type: TEXT }],
        result: RATIO,
        description: {
          en: "main units of the sum that {act} determined",
          ja: "{act}が算定した額（主単位）",
        },
      },
    ],
    ...FUNCTIONS.map(([name, parameters, description]): [string, NameType] => [
      name,
      {
        kind: "function",
        parameters: parameters.map((parameter) => ({ name: parameter, type: TEXT })),
        result: money,
        description,
      },
    ]),
    ...[...series].map((name): [string, NameType] => [
      name,
      { kind: "variable", type: RATIO, description: { en: name, ja: name } },
    ]),
  ];
}

/** Where the names of a scenario's expressions get their values when a step's turn comes. */
export type Moment = {
  readonly state: FundState;
  readonly on: LocalDate;
  readonly series: ReadonlyMap<string, Series>;
  readonly names: Names;
};

const none = (detail: string): Unavailable => ({ kind: "unavailable", detail });

/** The figures of a vehicle on a day, with the market's and the scenario's own. */
export function scenarioEnvironment(moment: Moment, vehicle: string): Environment {
  const { state, series, on } = moment;
  const fund = fundEnvironment(state, { ...noAct(state), effectiveDate: on }, vehicle);
  return {
    variable(name) {
      if (name === "locked") return { kind: "boolean", value: isAnyLocked(state, vehicle) };
      const dated = series.get(name);
      return dated === undefined ? fund.variable(name) : valueOn(dated, on);
    },
    call(name, values) {
      if (name === "priceOf") return priceOf(state, values[0]);
      if (name === "paymentOf") return paymentOf(moment, values[0]);
      if (name === "sumOf") return sumOf(moment, values[0]);
      if (!FUNCTIONS.some(([known]) => known === name)) return fund.call(name, values);
      const texts = values.map((value) => (value?.kind === "text" ? value.value : ""));
      const found = amountOf(moment, name, texts);
      if (found === undefined) return none("nothing_of_that_name");
      if (found.currency !== vehicleOf(state.charter, vehicle).currency) {
        return none("amount_in_other_currency");
      }
      const amount = Ratio.make(found.minor, 1n);
      return { kind: "money", currency: found.currency, amount };
    },
  };
}

/** Main units of the class's currency for one unit. */
function priceOf({ charter, strikes }: FundState, of: Value | undefined): Value | Unavailable {
  const unitClass = charter.classes.find(({ id }) => of?.kind === "text" && id === of.value);
  if (unitClass === undefined) return none("nothing_of_that_name");
  const struck = lastStrike(strikes, { vehicle: unitClass.vehicle, unitClass: unitClass.id });
  const price = Ratio.fromDecimal(struck?.price ?? unitClass.founderPrice);
  return price.ok ? { kind: "ratio", value: price.value } : none("nothing_of_that_name");
}

/**
 * Main units, so that what one currency pays can be bought with another: of one payment of an act
 * by its number, or of all that the act pays to somebody.
 */
function paymentOf({ state, names }: Moment, of: Value | undefined): Value | Unavailable {
  const [name = "", which = ""] = of?.kind === "text" ? of.value.split("/", 2) : [];
  const all = [...state.payments.range(`${idOf(names, name)}/`)].map(([, payment]) => payment);
  const isNumber = /^\d+$/.test(which);
  const paid = all.filter(({ id, payee }) =>
    isNumber ? id.endsWith(`/${which}`) : payee === which,
  );
  const [first] = paid;
  if (first === undefined) return none("nothing_of_that_name");
  const minor = paid.reduce((sum, payment) => sum + payment.minor, 0n);
  return inMainUnits({ currency: first.currency, minor });
}

/** What a distribution was determined at, so that it can be declared in any vehicle's currency. */
function sumOf({ state, names }: Moment, of: Value | undefined): Value | Unavailable {
  const name = of?.kind === "text" ? of.value : "";
  const determined = state.distributions.get(idOf(names, name));
  return determined === undefined ? none("nothing_of_that_name") : inMainUnits(determined);
}

function inMainUnits({ currency, minor }: Amount): Value {
  const scale = 10n ** BigInt(exponentOf(currencyCode(currency)));
  return { kind: "ratio", value: Ratio.make(minor, scale) };
}

function isAnyLocked({ charter, covenants }: FundState, vehicle: string): boolean {
  const all = charter.leverage?.covenants ?? [];
  return all.some((each) => each.vehicle === vehicle && isLocked(stepOf(covenants, each.id)));
}

/** The value of a series that is good on a day: the last one of that day or before it. */
function valueOn(series: Series, on: LocalDate): Value | Unavailable {
  const last = series.findLast(([date]) => date <= on);
  if (last === undefined) return none("series_not_begun");
  const ratio = Ratio.fromDecimal(last[1]);
  return ratio.ok ? { kind: "ratio", value: ratio.value } : none("series_not_decimal");
}

type Amount = { readonly currency: string; readonly minor: bigint };

function amountOf(
  { state, names, on }: Moment,
  name: string,
  [first = "", party = ""]: readonly string[],
): Amount | undefined {
  if (name === "determined") return state.distributions.get(idOf(names, first));
  if (name === "unpaid") {
    const call = state.capital.calls.get(idOf(names, first));
    const item = call && itemOf(call, party);
    if (call === undefined || item === undefined) return undefined;
    return { currency: call.currency, minor: openOf(item) + interestOwed(item) };
  }
  if (name === "feeOwed") {
    const fee = state.charter.fees?.find(({ id }) => id === first);
    if (fee === undefined) return undefined;
    const { currency } = vehicleOf(state.charter, fee.vehicle);
    const of = { vehicle: fee.vehicle, account: ACCOUNTS.feesPayable, currency, subject: fee.id };
    return { currency, minor: -balanceOf(state.ledger, of) };
  }
  const facility = state.facilities.get(first);
  if (facility !== undefined) {
    const { currency } = facility;
    if (name === "principalOf") return { currency, minor: facility.principal };
    if (name === "principalDue") return { currency, minor: principalDue(facility, on) };
    if (name === "interestDue") return { currency, minor: facility.interestPayable };
    if (name === "feesDue") return { currency, minor: facility.feesPayable };
    if (name === "undrawn") return { currency, minor: undrawnOf(facility) };
  }
  const investment = state.investments.get(first);
  if (investment === undefined) return undefined;
  const { vehicle, currency, id: subject } = investment;
  if (name === "costOf") return { currency, minor: investment.cost };
  if (name === "promisedTo") return { currency, minor: promisedTo(investment) };
  if (name !== "valueOf") return undefined;
  const accounts = [ACCOUNTS.investmentsAtCost, ACCOUNTS.unrealisedOnInvestments];
  const minor = accounts.reduce(
    (sum, account) => sum + balanceOf(state.ledger, { vehicle, account, currency, subject }),
    0n,
  );
  return { currency, minor };
}

const idOf = (names: Names, reference: string): string =>
  names.get(reference.replace(/^\$/, "")) ?? "";
