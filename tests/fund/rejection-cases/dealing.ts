import type { ActDraft, DemonstrationFund } from "../../support/demonstration-fund.ts";
import {
  dealtOnce,
  enact,
  pricing,
  redemption,
  strike,
  subscription,
  withPublicClasses,
} from "../../support/feeders.ts";
import { drafts, fundAt } from "../../support/stages.ts";
import {
  type Case,
  at,
  call,
  onCallDay,
  proposing,
  reporting,
  TREASURIES,
} from "../../support/rejection-case.ts";

const cancelling = (order: string, receivedAt = "2025-12-24T08:00:00Z"): ActDraft => ({
  type: "order.cancel",
  by: "du-1",
  body: { order, receivedAt },
});

const suspending = (ground: string, review: string): ActDraft => ({
  type: "dealing.suspend",
  by: "m-1",
  body: { class: "citizens-us", ground, review },
});

const orderOf = (fund: DemonstrationFund, holder: string): string =>
  [...fund.state.orders.orders.values()].find((order) => order.holder === holder)!.id;

export const dealingCases: readonly Case[] = [
  {
    code: "no_units_outstanding",
    clause: "10.2",
    fund: at("called"),
    statement: proposing(() => drafts.strike()),
  },
  {
    code: "nav_already_struck",
    clause: "10.2",
    fund() {
      const fund = fundAt("earning");
      fund.enact(drafts.strike(), ...TREASURIES);
      return fund;
    },
    statement: proposing(() => ({ ...drafts.strike(), reason: "Once more" })),
  },
  {
    code: "class_already_opened",
    clause: "31.10",
    fund: at("committed"),
    statement: proposing(() => ({ type: "class.open", by: "m-1", body: { class: "founders" } })),
  },
  {
    code: "class_not_open",
    clause: "5.3",
    fund: onCallDay,
    statement: proposing(() => call({ class: "partners" })),
  },
  {
    code: "underlying_not_struck",
    clause: "10.2",
    fund: () => dealtOnce().until("2026-04-01"),
    statement: proposing(() => strike("feeder-us")),
  },
  {
    code: "dealing_not_in_charter",
    clause: "31.20",
    actual: "public",
    fund: withPublicClasses,
    statement: reporting(() => subscription({ holder: "h-1", class: "public" }, "100")),
  },
  {
    code: "distributor_not_named",
    clause: "31.7",
    actual: "DJP",
    fund: withPublicClasses,
    statement: reporting(() => ({ ...subscription({ holder: "h-1" }, "100000"), by: "dj-1" })),
  },
  {
    code: "order_from_future",
    clause: "31.20",
    fund: withPublicClasses,
    statement: reporting(() =>
      subscription({ holder: "h-1", receivedAt: "2025-12-25T08:00:00Z" }, "100000"),
    ),
  },
  {
    code: "order_below_least",
    clause: "31.9",
    actual: "9999",
    fund: withPublicClasses,
    statement: reporting(() => subscription({ holder: "h-1", class: "citizens-jp" }, "9999")),
  },
  {
    code: "units_not_held",
    clause: "31.20",
    actual: "1",
    fund: withPublicClasses,
    statement: reporting(() => redemption({ holder: "h-1" }, 1n)),
  },
  {
    code: "order_unknown",
    clause: "31.21",
    fund: withPublicClasses,
    statement: reporting(() => cancelling("0".repeat(64))),
  },
  {
    code: "order_not_waiting",
    clause: "31.21",
    fund: dealtOnce,
    statement: (fund) => fund.fact(cancelling(orderOf(fund, "h-1"))),
  },
  {
    code: "order_past_cut_off",
    clause: "31.7",
    actual: "2026-06-30",
    fund() {
      const fund = withPublicClasses();
      fund.report(subscription({ holder: "h-1" }, "100000"));
      return fund.until("2026-03-20");
    },
    statement: (fund) => fund.fact(cancelling(orderOf(fund, "h-1"), "2026-03-19T08:00:00Z")),
  },
  {
    code: "ground_unknown",
    clause: "31.8",
    actual: "weather",
    fund: withPublicClasses,
    statement: proposing(() => suspending("weather", "2026-01-15")),
  },
  {
    code: "review_date_outside",
    clause: "31.8",
    fund: withPublicClasses,
    statement: proposing(() => suspending("market", "2026-12-31")),
  },
  {
    code: "dealing_suspended",
    clause: "31.8",
    actual: "citizens-us",
    fund() {
      const fund = dealtOnce();
      enact(fund, suspending("market", "2026-04-15"));
      return fund;
    },
    statement: proposing(() => ({ ...pricing("citizens-us"), reason: "Once more" })),
  },
  {
    code: "dealing_not_suspended",
    clause: "31.24",
    fund: withPublicClasses,
    statement: proposing(() => ({
      type: "dealing.resume",
      by: "m-1",
      body: { class: "citizens-us" },
    })),
  },
  {
    code: "not_a_dealing_day",
    clause: "31.7",
    actual: "2026-04-01",
    fund: () => dealtOnce().until("2026-04-01"),
    statement: proposing(() => pricing("citizens-us")),
  },
  {
    code: "no_orders_waiting",
    clause: "31.22",
    fund: dealtOnce,
    statement: proposing(() => ({ ...pricing("citizens-us"), reason: "Once more" })),
  },
  {
    code: "price_not_positive",
    clause: "31.22",
    actual: "-0.50000000",
    fund() {
      const fund = dealtOnce().until("2026-04-02");
      const at = { receivedAt: "2026-04-01T00:00:00Z" };
      fund.report(redemption({ holder: "h-1", ...at }, 1_000_000n));
      fund.until("2026-06-30");
      enact(fund, strike("fund"));
      enact(fund, strike("feeder-us"));
      return fund.change((state) => {
        const key = "feeder-us/citizens-us/2026-06-30";
        const struck = state.strikes.get(key)!;
        return { ...state, strikes: state.strikes.set(key, { ...struck, price: "-0.50000000" }) };
      });
    },
    statement: proposing(() => pricing("citizens-us")),
  },
];
