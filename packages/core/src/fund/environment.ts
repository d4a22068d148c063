import { Ratio } from "../base/ratio.ts";
import type { Term } from "../charter/charter.ts";
import type { Environment, Unavailable } from "../expression/evaluate.ts";
import type { Value } from "../expression/value.ts";
import type { LocalDate } from "../calendar/date.ts";
import { ACCOUNTS } from "../ledger/accounts.ts";
import { indexOf } from "../governance/charter-index.ts";
import { officerHasInterest, partyHasInterest } from "../governance/interest.ts";
import { equityShareOf } from "../investments/cap-table.ts";
import type { Investment } from "../investments/state.ts";
import { exposureTo, vehicleOf, VehicleFigures } from "./figures.ts";
import type { FigureName } from "./environment-types.ts";
import type { FundState } from "./state.ts";
import type { ActAmount } from "../governance/act-definition.ts";
import { charterRatio, minorOf } from "./terms.ts";

/** What an act brings to the expressions that judge it. */
export type ActFigures = {
  readonly type: string;
  /** Minor units; absent for an act without an amount. */
  readonly amount?: ActAmount;
  readonly investment?: string;
  readonly sector?: string;
  readonly geography?: string;
  readonly concerns: readonly string[];
  readonly effectiveDate: LocalDate;
  /** Whether an amendment touches an entrenched part of the charter. */
  readonly entrenched: boolean;
  /** Whether an amendment changes what may be borrowed and under which covenants. */
  readonly covenantsChanged?: boolean;
};

/** Nothing in hand: for rules that look at the books alone. */
export const noAct = ({ today }: FundState): ActFigures => ({
  ...{ type: "", concerns: [], effectiveDate: today, entrenched: false },
});

/** What a term of the charter's own is worth. */
export function valueOfTerm({ value }: Term): Value {
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

/**
 * A holder's share of the equity of the investment that the act is about, on the day that is open.
 */
function equityShareIn(
  { investments, today }: FundState,
  act: ActFigures,
  holderIn: (investment: Investment) => string,
): Value | Unavailable {
  const investment = investments.get(act.investment ?? "");
  if (investment === undefined) return unavailable("act_without_investment");
  const share = equityShareOf(investment.capTable, holderIn(investment), today);
  return { kind: "ratio", value: share };
}

/**
 * Whether an act concerns a party: itself, a company that the charter lists as its affiliate, or
 * one in which it has declared an interest. What an officer of a sovereign declares is not its own
 * (G20).
 */
function concernsParty(state: FundState, id: string, concerns: readonly string[]): boolean {
  const index = indexOf(state.charter);
  if (concerns.includes(id)) return true;
  if (partyHasInterest(state.conflicts, index, id, concerns)) return true;
  if (index.parties.get(id)?.kind === "sovereign") return false;
  for (const officer of state.officers.values()) {
    if (officer.party !== id) continue;
    if (officerHasInterest(state.conflicts, index, officer, concerns)) return true;
  }
  return false;
}

/** What the act in hand says, or undefined for a name that is not the act's. */
function valueOfAct(
  state: FundState,
  act: ActFigures,
  currency: string,
  name: string,
): Value | Unavailable | undefined {
  // Nobody has said at which rate another currency would be compared with the book's.
  const inBook = (of: string, minor: bigint): Value | Unavailable =>
    of === currency ? moneyValue(currency, minor) : unavailable("amount_in_other_currency");
  switch (name) {
    case "amount":
      if (act.amount === undefined) return unavailable("act_without_amount");
      return inBook(act.amount.currency, act.amount.minor);
    case "concernCost": {
      const investment = state.investments.get(act.investment ?? "");
      if (investment === undefined) return unavailable("act_without_investment");
      return inBook(investment.currency, exposureTo(investment));
    }
    case "ownershipShare":
      return equityShareIn(state, act, (investment) => investment.vehicle);
    case "sector":
    case "geography": {
      const text = act[name] ?? state.investments.get(act.investment ?? "")?.[name];
      if (text !== undefined) return { kind: "text", value: text };
      return unavailable("act_without_investment");
    }
    case "entrenched":
      return { kind: "boolean", value: act.entrenched };
    case "covenantsChanged":
      return { kind: "boolean", value: act.covenantsChanged === true };
    case "windingUp":
      return { kind: "boolean", value: state.oversight.windUp !== undefined };
    case "effectiveDate":
      return { kind: "date", value: act.effectiveDate };
    case "today":
      return { kind: "date", value: state.today };
    default:
      return undefined;
  }
}

/**
 * The values of those names in a state, for one act and the figures of one vehicle: the main one
 * unless another is named. Money is in minor units.
 */
export function fundEnvironment(
  state: FundState,
  act: ActFigures,
  vehicle: string = state.charter.capital.vehicle,
): Environment {
  const { charter } = state;
  const { currency } = vehicleOf(charter, vehicle);
  const figures = new VehicleFigures(state, vehicle);
  const money = (minor: bigint): Value => moneyValue(currency, minor);

  return {
    variable(name) {
      const fromAct = valueOfAct(state, act, currency, name);
      if (fromAct !== undefined) return fromAct;
      if (name === "initialCapital") {
        return money(minorOf(charter.capital.currency, charter.capital.initial));
      }
      const term = charter.terms.find(({ id }) => id === name);
      if (term !== undefined) return valueOfTerm(term);
      return money(figures[name as FigureName]);
    },
    call(name, values) {
      const [first] = values;
      const text = first?.kind === "text" ? first.value : "";
      return callFunction(state, act, { vehicle, currency }, { name, text });
    },
  };
}

function callFunction(
  state: FundState,
  act: ActFigures,
  { vehicle, currency }: { readonly vehicle: string; readonly currency: string },
  { name, text }: { readonly name: string; readonly text: string },
): Value | Unavailable {
  if (name === "concernsAffiliateOf") {
    return { kind: "boolean", value: concernsParty(state, text, act.concerns) };
  }
  if (name === "sponsorShare") return equityShareIn(state, act, () => text);
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
    case "reserve":
      return moneyValue(currency, -sum(ACCOUNTS.reserves, text));
    case "balance":
      return moneyValue(currency, sum(text));
    default:
      return unavailable("function_unknown");
  }
}
