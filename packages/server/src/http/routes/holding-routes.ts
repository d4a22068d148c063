import { Schema, type Infer } from "@jointfund/core/base/schema.ts";
import { isOpen, wasOpened } from "@jointfund/core/dealing/class-register.ts";
import { cutOffFor, dealingDayFor } from "@jointfund/core/dealing/dealing-days.ts";
import { lastStrike } from "@jointfund/core/dealing/nav-strike.ts";
import { suspensionOn } from "@jointfund/core/dealing/suspensions.ts";
import { mainVehicle, VehicleFigures, vehicleOf } from "@jointfund/core/fund/figures.ts";
import { minorOf } from "@jointfund/core/fund/terms.ts";
import { holderAccount } from "@jointfund/core/statements/holder-account.ts";
import { localized } from "../../languages/language.ts";
import { RISK_IDS, risksOf } from "../../languages/risk-texts.ts";
import { dealingsOf, holdingSchema, partyText } from "../holders/holding-schema.ts";
import { holderStatement } from "../holders/holder-statement.ts";
import { distributorOf, ownHolding, type OwnHolding } from "../holders/own-holding.ts";
import type { Office } from "../office.ts";
import { reading } from "../route.ts";
import { fileQuery, filing } from "../statement-files.ts";
import {
  currency,
  date,
  hash,
  identifier,
  instant,
  minor,
  nothing,
  string,
  text,
} from "../wire-schemas.ts";

const { array, boolean, integer, object, oneOf, optional } = Schema;

export const CITIZENS = ["citizen"] as const;

export const holdingRoute = reading({
  id: "getMyHolding",
  path: "/api/v1/my/holding",
  text: {
    en: "A citizen's own slice: units, worth, what was put in and got, orders and payments",
    ja: "国民本人の保有（口数、評価額、購入額、受取額、申込み及び支払）",
  },
  access: CITIZENS,
  scope: "holding",
  pathSchema: nothing,
  querySchema: nothing,
  answer: holdingSchema,
  problems: ["not_yours", "unknown_id"],
  handle({ office, person }) {
    const { view } = office.record;
    const { state } = view;
    const own = ownHolding(view, person);
    const { unitClass, holder } = own;
    const account = holderAccount({ ...view, holders: view.index.holders }, own);
    const { vehicle, leaving, worth, orders: _orders, payments: _payments, ...sums } = account;
    const feeder = vehicleOf(state.charter, vehicle);
    return {
      value: {
        ...sums,
        ...{ feeder: vehicle, feederName: localized(feeder.name), unitClass: unitClass.id },
        ...{ className: localized(unitClass.name), holder, today: state.today },
        leavingMicroUnits: leaving,
        ...(worth === undefined ? {} : { worth: { ...worth.strike, minor: worth.minor } }),
        ...dealingsOf(view, account),
      },
    };
  },
});

export const holdingFileRoute = filing({
  id: "getMyStatement",
  path: "/api/v1/my/statement",
  text: {
    en: "The statement of a citizen's own slice as a file",
    ja: "国民本人の残高及び取引の報告書のファイル",
  },
  access: CITIZENS,
  scope: "holding",
  pathSchema: nothing,
  querySchema: object(fileQuery),
  problems: ["not_yours", "unknown_id"],
  handle({ office, person }) {
    const { view } = office.record;
    const own = ownHolding(view, person);
    const called = `statement-${own.holder}-${view.state.today}`;
    return { view, statements: [holderStatement(view, own)], called };
  },
});

const riskSchema = object({ id: oneOf(RISK_IDS), title: text, text });

const orderTermsSchema = object({
  unitClass: identifier,
  currency,
  now: instant,
  clause: string(),
  every: oneOf(["month", "quarter"]),
  /** The dealing day that an order of now would take part in, and until when it can come. */
  next: optional(object({ dealingDay: date, cutOff: optional(instant) })),
  cutOffDays: integer({ min: 0 }),
  payWithinDays: integer({ min: 0 }),
  gate: string({ description: "Share of all units, an exact ratio or percentage." }),
  deferred: oneOf(["equal", "first"]),
  least: minor,
  mayBuy: boolean(),
  maySell: boolean(),
  suspended: optional(object({ ground: text, from: date, review: date, until: date })),
  distributors: array(object({ id: identifier, name: text })),
  distributor: optional(identifier),
  /** What the fund owes beside its net assets, both now; minor units of its own currency. */
  leverage: object({ currency, debt: minor, netAssets: minor }),
  risks: array(riskSchema),
  risksDigest: hash,
});

/** On which terms an order of now would be dealt, and what can go wrong. */
export function orderTermsOf(office: Office, own: OwnHolding): Infer<typeof orderTermsSchema> {
  const { view } = office.record;
  const { state } = view;
  const { charter } = state;
  const { terms, unitClass } = own;
  const { id, vehicle } = unitClass;
  const now = office.clock.now();
  const pricedOn = lastStrike(state.strikes, { vehicle, unitClass: id })?.on;
  const day = dealingDayFor(charter, terms, { receivedAt: now, ...(pricedOn && { pricedOn }) });
  const cutOff = day.ok ? cutOffFor(charter, terms, day.value) : undefined;
  const suspended = suspensionOn(state.suspensions, id, state.today);
  const ground = terms.suspension?.grounds.find((each) => each.id === suspended?.ground);
  const distributor = distributorOf(view, own);
  const main = mainVehicle(charter);
  const figures = new VehicleFigures(state, main.id);
  const { risks, digest } = risksOf(charter, own);
  const { currency: of } = vehicleOf(charter, vehicle);
  return {
    ...{ unitClass: id, currency: of, now, clause: terms.clause, every: terms.every },
    ...(day.ok ? { next: { dealingDay: day.value, ...(cutOff && { cutOff }) } } : {}),
    ...{ cutOffDays: terms.cutOff.days, payWithinDays: terms.payWithin.days },
    ...{ gate: terms.gate, deferred: terms.deferred, least: minorOf(of, terms.least) },
    ...{ mayBuy: isOpen(state.classes, unitClass), maySell: wasOpened(state.classes, unitClass) },
    ...(suspended === undefined
      ? {}
      : {
          suspended: {
            ground:
              ground === undefined
                ? { en: suspended.ground, ja: suspended.ground }
                : localized(ground.name),
            ...{ from: suspended.from, review: suspended.review, until: suspended.until },
          },
        }),
    distributors: terms.distributors.map((each) => ({ id: each, name: partyText(view, each) })),
    ...(distributor === undefined ? {} : { distributor }),
    leverage: { currency: main.currency, debt: figures.debt, netAssets: figures.netAssets },
    ...{ risks, risksDigest: digest },
  };
}

export const orderTermsRoute = reading({
  id: "getMyOrderTerms",
  path: "/api/v1/my/order-terms",
  text: {
    en: "When and how a citizen's order would be dealt, and the risks to read before",
    ja: "申込みの条件（取引日、締切等）及び申込み前に読むべきリスク",
  },
  access: CITIZENS,
  scope: "holding",
  pathSchema: nothing,
  querySchema: nothing,
  answer: orderTermsSchema,
  problems: ["not_yours", "unknown_id"],
  handle: ({ office, person }) => ({
    value: orderTermsOf(office, ownHolding(office.record.view, person)),
  }),
});
