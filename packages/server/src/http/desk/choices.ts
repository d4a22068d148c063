import { Schema, type Infer } from "@jointfund/core/base/schema.ts";
import { openOf, type CapitalCall } from "@jointfund/core/capital/call.ts";
import { openCalls } from "@jointfund/core/capital/called.ts";
import type { LocalizedText } from "@jointfund/core/charter/charter.ts";
import type { RecordedAct } from "@jointfund/core/fund/chronicle.ts";
import { currencyCode } from "@jointfund/core/money/currency.ts";
import { formatMinor } from "@jointfund/core/money/money.ts";
import type { FundState } from "@jointfund/core/fund/state.ts";
import { amountText, dateText, shortId } from "../../languages/figures.ts";
import { countryName } from "../../languages/countries.ts";
import { companyText } from "../company-text.ts";
import {
  LANGUAGES,
  localized,
  namedOr,
  type Language,
  type Text,
} from "../../languages/language.ts";
import type { RecordView } from "../record-replay.ts";
import { string, text } from "../wire-schemas.ts";
import { ACTS_REFERRED_TO, type ChoiceList } from "./choice-lists.ts";
import { waitingPayments } from "@jointfund/core/ledger/payment.ts";

const { object, optional, record } = Schema;

export const choiceSchema = Schema.lazy("Choice", () =>
  object({
    value: string(),
    label: text,
    fills: optional(
      record(string(), string(), {
        description: "What the fields beside it are then, by their names; also what it depends on.",
      }),
    ),
  }),
);

export type Choice = Infer<typeof choiceSchema>;

type Fills = { readonly [field: string]: string };

/** Most choices of a list: beyond that a form asks for the value itself. */
const CHOICES_MAX = 400;

const named = (value: string, name: LocalizedText | Text | string, fills?: Fills): Choice => {
  const said = typeof name === "string" ? { en: name, ja: name } : localized(name);
  const label =
    said.en === value ? said : { en: `${said.en} (${value})`, ja: `${said.ja}（${value}）` };
  return { value, label, ...(fills === undefined ? {} : { fills }) };
};

/** A text made of parts in either language. */
function joined(parts: (language: Language) => readonly string[]): Text {
  const [en, ja] = LANGUAGES.map((language) => {
    const all = parts(language).filter((part) => part !== "");
    return all.join(language === "ja" ? "、" : ", ");
  });
  return { en: en ?? "", ja: ja ?? "" };
}

function partyText({ charter }: FundState, id: string): Text {
  const party = charter.parties.find((each) => each.id === id);
  return party === undefined ? { en: id, ja: id } : localized(party.short);
}

/** An act as a choice: its day, what it is about, its amount, its short id. */
function actChoice({ state }: RecordView, { id, act, entry }: RecordedAct): Choice {
  const { body } = act;
  const amount = (language: Language): string => {
    const { amount: minor, currency } = body;
    const isAmount = typeof minor === "string" && typeof currency === "string";
    return isAmount ? amountText(BigInt(minor), currency, language) : "";
  };
  const about = ["investment", "party", "facility", "vehicle", "class"].map((field) => body[field]);
  const name = localized(state.charter.acts[act.type]?.name ?? { en: act.type });
  const label = joined((language) => [
    name[language],
    dateText(act.effectiveDate, language),
    ...about.filter((each) => typeof each === "string"),
    amount(language),
    `${shortId(id)} #${entry}`,
  ]);
  const fills = ["currency", "facility", "vehicle", "investment", "class"].flatMap((field) => {
    const value = body[field];
    return typeof value === "string" ? [[field, value] as const] : [];
  });
  return { value: id, label, ...(fills.length === 0 ? {} : { fills: Object.fromEntries(fills) }) };
}

/** The newest acts of a list that are wanted, as choices; it is looked through from its end. */
function newest(
  view: RecordView,
  acts: readonly RecordedAct[],
  isWanted: (recorded: RecordedAct) => boolean,
): readonly Choice[] {
  const found: Choice[] = [];
  for (let place = acts.length - 1; place >= 0 && found.length < CHOICES_MAX; place--) {
    const recorded = acts[place]!;
    if (isWanted(recorded)) found.push(actChoice(view, recorded));
  }
  return found;
}

/** Acts on record, the newest first, as far as they have taken effect. */
function actsOfType(view: RecordView, type: string): readonly Choice[] {
  return newest(view, view.index.actsOfType(type, view.size), ({ id }) => {
    const decision = view.state.acts.get(id);
    return decision === undefined || decision.executed !== undefined;
  });
}

function lastActs(
  view: RecordView,
  isWanted: (recorded: RecordedAct) => boolean = () => true,
): readonly Choice[] {
  return newest(view, view.index.allActs, isWanted);
}

type Maker = (state: FundState, view: RecordView) => readonly Choice[];

const commitments: Maker = (state) =>
  [...state.capital.commitments.values()].map(({ id, party, currency, minor, called }) => ({
    value: id,
    label: joined((language) => [
      partyText(state, party)[language],
      amountText(minor, currency, language),
      { en: "still callable ", ja: "未請求額" }[language] +
        amountText(minor - called, currency, language),
      shortId(id),
    ]),
    fills: { party, currency },
  }));

/** Every call, or where there are too many of them those first of which something is unpaid. */
function callsOffered({ capital: { calls: all } }: FundState): readonly CapitalCall[] {
  if (all.size <= CHOICES_MAX) return [...all.values()].toReversed();
  const some = new Set(openCalls(all));
  for (const call of all.values()) {
    if (some.size >= CHOICES_MAX) break;
    some.add(call);
  }
  return [...some];
}

const calls: Maker = (state) => callChoices(callsOffered(state));

/** Calls with what is unpaid of them: by all who were asked, or by the party that is named. */
export const callChoices = (of: readonly CapitalCall[], party?: string): readonly Choice[] =>
  of.map(({ id, currency, dueDate, items }) => {
    const asked = items.filter((item) => party === undefined || item.party === party);
    const open = asked.reduce((sum, item) => sum + openOf(item), 0n);
    return {
      value: id,
      label: joined((language) => [
        dateText(dueDate, language),
        { en: "unpaid ", ja: "未払込額" }[language] + amountText(open, currency, language),
        shortId(id),
      ]),
      fills: { currency },
    };
  });

/** An amount as a form has it: in main units, exactly. */
const mainUnits = (minor: bigint, currency: string): string =>
  formatMinor({ currency: currencyCode(currency), minor });

/** What was determined and is not declared yet. */
const distributions: Maker = (state) =>
  [...state.distributions.values()]
    .filter(({ declaredOn }) => declaredOn === undefined)
    .map(({ id, vehicle, determinedOn, currency, minor }) => ({
      value: id,
      label: joined((language) => [
        dateText(determinedOn, language),
        vehicle,
        amountText(minor, currency, language),
        shortId(id),
      ]),
      fills: { currency, amount: mainUnits(minor, currency) },
    }));

const payments: Maker = (state) =>
  [...waitingPayments(state.payments)].map(({ id, payee, currency, minor }) => ({
    value: id,
    label: joined((language) => [
      partyText(state, payee)[language],
      amountText(minor, currency, language),
      shortId(id),
    ]),
    fills: { payee, currency, amount: mainUnits(minor, currency) },
  }));

const concerns: Maker = ({ charter, investments }) => {
  const companies = new Set([
    ...charter.parties.flatMap(({ affiliates = [] }) => affiliates),
    ...[...investments.values()].flatMap(({ parties }) => parties.map(({ company }) => company)),
  ]);
  const all = [...companies].map((id) => named(id, companyText({ investments }, id)));
  return [...all, ...partyChoices(charter)];
};

const partyChoices = ({ parties }: FundState["charter"]): readonly Choice[] =>
  parties.map(({ id, short }) => named(id, short));

const vehicleChoices = ({ vehicles }: FundState["charter"]): readonly Choice[] =>
  vehicles
    .filter(({ dissolvedOn }) => dissolvedOn === undefined)
    .map(({ id, name, currency }) => named(id, name, { currency }));

const currencies: Maker = ({ charter }) => {
  const { base, contribution, display } = charter.currencies;
  const codes = [base, ...contribution, ...display, ...charter.vehicles.map((of) => of.currency)];
  return [...new Set(codes)].map((code) => named(code, code));
};

const OF_CHARTER = {
  accounts: ({ charter }) => charter.accounts.map(({ code, name }) => named(code, name)),
  actTypes: ({ charter }) =>
    Object.entries(charter.acts).map(([type, { name }]) => named(type, name)),
  classes: ({ charter }) =>
    charter.classes.map(({ id, name, vehicle }) => {
      const currency = charter.vehicles.find((of) => of.id === vehicle)?.currency;
      return named(id, name, currency === undefined ? undefined : { currency });
    }),
  covenants: ({ charter }) =>
    (charter.leverage?.covenants ?? []).map(({ id, name }) => named(id, name)),
  currencies,
  fees: ({ charter }) => (charter.fees ?? []).map(({ id, name }) => named(id, name)),
  fiscalYears: ({ charter }) => Object.keys(charter.calendars.fiscal).map((id) => named(id, id)),
  geographies: ({ charter }) =>
    charter.mandate.geographies.map((code) => named(code, countryName(code))),
  grounds: ({ charter }) =>
    (charter.dealing ?? []).flatMap(({ suspension }) =>
      (suspension?.grounds ?? []).map(({ id, name }) => named(id, name)),
    ),
  indexes: ({ charter }) =>
    (charter.leverage?.indices ?? []).map(({ id, name }) => named(id, name)),
  parties: ({ charter }) => partyChoices(charter),
  lenders: ({ charter }) =>
    charter.parties
      .filter(({ kind }) => kind === "lender")
      .map(({ id, short }) => named(id, short)),
  reserves: ({ charter }) => (charter.reserves ?? []).map(({ id, name }) => named(id, name)),
  seats: ({ charter }) =>
    [...charter.parties, ...charter.bodies].flatMap(({ id: of, seats }) =>
      seats.map(({ id }) => named(id, of)),
    ),
  sectors: ({ charter }) => charter.mandate.sectors.map(({ id, name }) => named(id, name)),
  sources: ({ charter }) => (charter.fixing?.from ?? []).map((id) => named(id, id)),
  vehicles: ({ charter }) => vehicleChoices(charter),
} as const satisfies Partial<Record<ChoiceList, Maker>>;

const OF_STATE = {
  calls,
  commitments,
  distributions,
  payments,
  concerns,
  acts: (_state, view) => lastActs(view),
  endedActs: (state, view) => lastActs(view, ({ id }) => state.acts.get(id)?.ended !== undefined),
  counterparties: (state) => [...partyChoices(state.charter)],
  facilities: ({ facilities }) =>
    [...facilities.values()].map(({ id, name, currency, lender }) =>
      named(id, name ?? lender, { currency }),
    ),
  hedges: ({ hedges }) =>
    [...hedges.values()].map(({ id, counterparty }) => named(id, counterparty)),
  holders: ({ charter }) => [...partyChoices(charter), ...vehicleChoices(charter)],
  investments: ({ investments }) =>
    [...investments.values()].map(({ id, name, currency, vehicle }) =>
      named(id, name, { currency, vehicle }),
    ),
  milestones: ({ investments }) =>
    [...investments.values()].flatMap(({ id, milestones, currency }) =>
      milestones.map((step) => ({
        value: step.id,
        label: joined((language) => [
          namedOr(step.name, step.id)[language],
          dateText(step.due, language),
          amountText(step.minor, currency, language),
        ]),
        fills: { investment: id, currency },
      })),
    ),
  obligations: ({ registers }) =>
    [...registers.obligations.values()]
      .filter(({ fulfilled }) => fulfilled === undefined)
      .map(({ id, text: said }) => named(id, said)),
  officers: ({ officers, charter }) => {
    const all = [...officers.values()].map(({ id, party }) => named(id, party, { party }));
    return [...all, ...partyChoices(charter)];
  },
  overruns: ({ investments }) =>
    [...investments.values()].flatMap(({ id, capTable, currency }) =>
      capTable.overruns.map((overrun) => named(overrun.id, id, { investment: id, currency })),
    ),
  payees: (state) => {
    const companies = new Set(
      [...state.investments.values()].flatMap(({ parties }) => parties.map((of) => of.company)),
    );
    const vehicles = vehicleChoices(state.charter).map(({ value, label }) => ({ value, label }));
    return [
      ...[...companies].map((id) => named(id, companyText(state, id))),
      ...partyChoices(state.charter),
      ...vehicles,
    ];
  },
} as const satisfies Partial<Record<ChoiceList, Maker>>;

const MAKERS: Readonly<Partial<Record<ChoiceList, Maker>>> = { ...OF_CHARTER, ...OF_STATE };

/** The choices that a list has now; each value once. */
export function choicesIn(view: RecordView, list: ChoiceList): readonly Choice[] {
  const type = ACTS_REFERRED_TO[list as keyof typeof ACTS_REFERRED_TO];
  const made =
    type === undefined ? (MAKERS[list]?.(view.state, view) ?? []) : actsOfType(view, type);
  return made.slice(0, CHOICES_MAX);
}
