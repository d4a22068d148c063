import assert from "node:assert/strict";
import { test } from "node:test";
import { runChecks } from "@jointfund/core/fund/checks/check-outcome.ts";
import { NAMED_CHECKS } from "@jointfund/core/statements/page-checks.ts";
import { chronicleOf } from "../support/chronicles.ts";
import type { ActDraft, DemonstrationFund } from "../support/demonstration-fund.ts";
import {
  dealtOnce,
  enact,
  fixing,
  pricing,
  redemption,
  releaseAll,
  strike,
  subscription,
  withPublicClasses,
} from "../support/feeders.ts";
import { drafts } from "../support/stages.ts";

const balance = (
  fund: DemonstrationFund,
  vehicle: string,
  account: string,
  subject: string,
): bigint => {
  const currency = vehicle === "feeder-jp" ? "JPY" : "USD";
  return fund.state.ledger.get(`${vehicle}/${account}/${currency}/${subject}`) ?? 0n;
};

const units = (fund: DemonstrationFund, key: string): bigint =>
  fund.state.capital.units.get(key) ?? 0n;

function assertSound(fund: DemonstrationFund): void {
  for (const { name, breaches } of runChecks(NAMED_CHECKS, chronicleOf(fund))) {
    assert.deepEqual(breaches, [], name);
  }
}

const refusalOf = (fund: DemonstrationFund, draft: ActDraft): string => {
  const isFact = draft.type === "order.place" || draft.type === "order.cancel";
  const decided = fund.decide(isFact ? fund.fact(draft) : fund.proposal(draft));
  return decided.ok ? "accepted" : decided.error.code;
};

test("[DL10] an order takes part in the first dealing day that it is in time for", () => {
  const fund = withPublicClasses();
  const dayOf = (receivedAt: string, unitClass = "citizens-us"): string | undefined => {
    const on = fund.fork();
    on.at("2026-04-10T09:00:00Z");
    const placed = { holder: "h-1", class: unitClass, receivedAt };
    const id = on.report(subscription(placed, "10000000"));
    return on.state.orders.orders.get(id)?.dealingDay;
  };
  // Ten joint business days before 31 March 2026 (20 March is a holiday in Japan) is the 16th.
  assert.equal(dayOf("2026-03-16T20:59:59Z"), "2026-03-31");
  assert.equal(dayOf("2026-03-16T21:00:00Z"), "2026-06-30");
  assert.equal(dayOf("2026-03-16T06:00:00Z", "citizens-jp"), "2026-06-30");
  assert.equal(dayOf("2026-03-16T05:59:59Z", "citizens-jp"), "2026-03-31");
});

test("[DL10] an order that is reported after the strike waits for the next one", () => {
  const fund = dealtOnce();
  fund.until("2026-04-01");
  enact(fund, { ...strike("feeder-us"), effectiveDate: "2026-03-31" });
  const id = fund.report(subscription({ holder: "h-3" }, "10000"));
  assert.equal(fund.state.orders.orders.get(id)?.dealingDay, "2026-06-30");
});

test("[DL11] what is paid in is owed until it is dealt, and a cancelled order is paid back", () => {
  const fund = withPublicClasses();
  const id = fund.report(subscription({ holder: "h-1" }, "100000000"));
  assert.equal(balance(fund, "feeder-us", "1010", "bank"), 100_000_000n);
  assert.equal(balance(fund, "feeder-us", "2130", "h-1"), -100_000_000n);
  const cancelling = (receivedAt: string): ActDraft => ({
    type: "order.cancel",
    by: "du-1",
    body: { order: id, receivedAt },
  });
  fund.until("2026-03-20");
  assert.equal(refusalOf(fund, cancelling("2026-03-17T00:00:00Z")), "order_past_cut_off");
  const cancelled = fund.report(cancelling("2026-03-16T00:00:00Z"));
  releaseAll(fund, "feeder-us");
  assert.equal(fund.state.payments.get(`${cancelled}/1`)?.payee, "DUS");
  assert.equal(balance(fund, "feeder-us", "1010", "bank"), 0n);
  assert.equal(balance(fund, "feeder-us", "2130", "h-1"), 0n);
  assert.equal(refusalOf(fund, cancelling("2026-03-16T00:00:01Z")), "order_not_waiting");
  assertSound(fund);
});

test("[DL13] [DL14] first orders buy at the charter's price, feeders at the fund's strike", () => {
  const fund = dealtOnce();
  assert.equal(units(fund, "citizens-us/h-1"), 1_000_000_000_000n);
  assert.equal(units(fund, "citizens-us/h-2"), 500_000_000_000n);
  assert.equal(units(fund, "citizens-jp/h-9"), 15_000_000_000_000n);
  // 1,500,000.00 dollars at 1.01666666: 1,475,409.84574… units; 100,000.00: 98,360.656382….
  assert.equal(units(fund, "public/feeder-us"), 1_475_409_845_740n);
  assert.equal(units(fund, "public/feeder-jp"), 98_360_656_382n);
  assert.equal(balance(fund, "feeder-us", "2130", "h-1"), 0n);
  assert.equal(balance(fund, "feeder-us", "1050", "fund"), 150_000_000n);
  assert.equal(balance(fund, "fund", "1065", "feeder-us"), 150_000_000n);
  // 15,000,000 yen are 100,000.00 dollars, owed in dollars.
  assert.equal(balance(fund, "feeder-jp", "1050", "fund"), 15_000_000n);
  assert.equal(fund.state.ledger.get("feeder-jp/2010/USD/fund"), -10_000_000n);
  assertSound(fund);
});

test("[DL3] what the feeders bring moves no price of the fund", () => {
  const fund = dealtOnce();
  fund.until("2026-04-01");
  enact(fund, strike("fund"));
  const prices = [...fund.state.strikes.values()]
    .filter(({ vehicle, on }) => vehicle === "fund" && on === "2026-04-01")
    .map(({ unitClass, price }) => [unitClass, price]);
  assert.deepEqual(prices, [
    ["founders", "1.01666666"],
    ["public", "1.01666666"],
  ]);
});

test("[DL14] the money leaves by release, in the fund's currency", () => {
  const fund = dealtOnce();
  enact(fund, {
    type: "fx.convert",
    by: "m-1",
    body: {
      ...{ vehicle: "feeder-jp", counterparty: "bank" },
      from: { currency: "JPY", amount: "15000000" },
      to: { currency: "USD", amount: "10000000" },
    },
  });
  const before = balance(fund, "fund", "1010", "bank");
  releaseAll(fund, "feeder-us");
  releaseAll(fund, "feeder-jp");
  assert.equal(balance(fund, "fund", "1010", "bank") - before, 160_000_000n);
  for (const feeder of ["feeder-us", "feeder-jp"]) {
    assert.equal(balance(fund, "fund", "1065", feeder), 0n);
    assert.equal(balance(fund, feeder, "1010", "bank"), 0n);
  }
  assert.equal(fund.state.ledger.get("feeder-jp/1090/USD/USD"), undefined);
  assertSound(fund);
});

/** The next dealing day: the investment is worth 10 billion dollars more, and a dollar 160 yen. */
function nextQuarter(fund: DemonstrationFund): DemonstrationFund {
  fund.report(drafts.valuation("1100000000000"));
  fund.report({ ...fixing("160"), reason: "At the end of June" });
  enact(fund, strike("fund"));
  return fund;
}

test("[DL7] a feeder is struck after what it holds, at its price and the fixed rate", () => {
  const fund = dealtOnce().until("2026-06-30");
  assert.equal(refusalOf(fund, strike("feeder-jp")), "underlying_not_struck");
  nextQuarter(fund);
  enact(fund, strike("feeder-us"));
  enact(fund, strike("feeder-jp"));
  const struck = (unitClass: string): string | undefined =>
    [...fund.state.strikes.values()].find(
      (each) => each.unitClass === unitClass && each.on === "2026-06-30",
    )?.price;
  // 1,610,160,000,001 cents over 6,001,573,770.502122 units.
  assert.equal(struck("public"), "2.68289628");
  // 1,475,409.84574 units at it are 3,958,371.58 dollars, over 1,500,000 units.
  assert.equal(struck("citizens-us"), "2.63891438");
  // 98,360.656382 units are 263,891.43 dollars, 42,222,629 yen at 160; the 15,000,000 yen that are
  // still in cash go against 10,000,000 cents owed, now 16,000,000 yen.
  assert.equal(struck("citizens-jp"), "2.74817526");
  assertSound(fund);
});

test("[DL12] [DL14] redemptions go through the gate, and the feeder gives back as much", () => {
  const fund = dealtOnce();
  releaseAll(fund, "feeder-us");
  fund.until("2026-04-02");
  const at = { receivedAt: "2026-04-01T00:00:00Z" };
  const first = fund.report(redemption({ holder: "h-1", ...at }, 90_000_000_000n));
  const second = fund.report(redemption({ holder: "h-2", ...at }, 60_000_000_000n));
  fund.until("2026-06-30");
  nextQuarter(fund);
  enact(fund, strike("feeder-us"));
  const held = units(fund, "public/feeder-us");
  const priced = enact(fund, pricing("citizens-us"));
  // 5% of 1,500,000 units are 75,000, of which 45,000 and 30,000 go through at 2.63891438.
  assert.equal(units(fund, "citizens-us/h-1"), 955_000_000_000n);
  assert.equal(units(fund, "citizens-us/h-2"), 470_000_000_000n);
  const dealt = [first, second].map((id) => fund.state.orders.orders.get(id)!.dealt[0]!.minor);
  assert.deepEqual(dealt, [11_875_114n, 7_916_743n]);
  // 197,918.57 dollars at 2.68289628 are 73,770.48880…: rounded up, so that they bring that much.
  const given = held - units(fund, "public/feeder-us");
  const proceeds = fund.state.payments.get(`${priced}/3`)!;
  assert.deepEqual([proceeds.payee, proceeds.minor], ["feeder-us", 19_791_857n]);
  assert.ok(given * 268_289_628n >= 19_791_857n * 10n ** 12n);
  assert.ok((given - 1n) * 268_289_628n < 19_791_857n * 10n ** 12n);
  releaseAll(fund, "fund");
  releaseAll(fund, "feeder-us");
  assert.equal(balance(fund, "feeder-us", "1070", "fund"), 0n);
  assert.equal(balance(fund, "feeder-us", "2020", "h-1"), 0n);
  assertSound(fund);
  // What the gate held back waits for the next quarter, and cannot be asked for twice.
  assert.equal(
    refusalOf(fund, redemption({ holder: "h-1", ...at }, 910_000_000_001n)),
    "units_not_held",
  );
});

test("[DL14] of all units given back neither cost nor mark is left", () => {
  const fund = dealtOnce();
  releaseAll(fund, "feeder-us");
  fund.until("2026-04-02");
  fund.change((state) => ({
    ...state,
    charter: {
      ...state.charter,
      dealing: state.charter.dealing!.map((terms) => ({ ...terms, gate: "100%" })),
    },
  }));
  const at = { receivedAt: "2026-04-01T00:00:00Z" };
  fund.report(redemption({ holder: "h-1", ...at }, 1_000_000_000_000n));
  fund.report(redemption({ holder: "h-2", ...at }, 500_000_000_000n));
  fund.until("2026-06-30");
  nextQuarter(fund);
  enact(fund, strike("feeder-us"));
  enact(fund, pricing("citizens-us"));
  assert.equal(units(fund, "citizens-us/h-1"), 0n);
  const left = units(fund, "public/feeder-us");
  // All but what rounding down to the price's decimals has left in the feeder.
  assert.ok(left < 10_000n, `${left}`);
  const carried = balance(fund, "feeder-us", "1050", "fund");
  assert.ok(carried <= 1n, `${carried}`);
});

test("[DL15] while dealing is suspended orders are recorded and none is priced", () => {
  const fund = dealtOnce().until("2026-06-24");
  const suspending = { class: "citizens-us", ground: "valuation", review: "2026-07-15" };
  enact(fund, { type: "dealing.suspend", by: "m-1", body: suspending });
  const at = { receivedAt: "2026-04-01T00:00:00Z" };
  const id = fund.report(subscription({ holder: "h-3", ...at }, "10000000"));
  fund.until("2026-06-30");
  nextQuarter(fund);
  enact(fund, strike("feeder-us"));
  assert.equal(refusalOf(fund, pricing("citizens-us")), "dealing_suspended");
  const resumed = fund.fork();
  enact(resumed, { type: "dealing.resume", by: "m-1", body: { class: "citizens-us" } });
  enact(resumed, pricing("citizens-us"));
  assert.equal(resumed.state.orders.orders.get(id)?.dealt.length, 1);
  // 60 joint business days from 24 June 2026 it ends by itself, and the order is dealt next time.
  fund.until("2026-09-30");
  enact(fund, strike("fund"));
  enact(fund, strike("feeder-us"));
  enact(fund, pricing("citizens-us"));
  assert.equal(fund.state.orders.orders.get(id)?.dealt[0]?.on, "2026-09-30");
});

test("[DL16] a feeder's distribution is one rate for all, and its residue stays apart", () => {
  const fund = dealtOnce();
  releaseAll(fund, "feeder-us");
  const declare = (vehicle: string): string => {
    const determination = enact(fund, { ...drafts.determination(), body: { vehicle } });
    const { minor, currency } = fund.state.distributions.get(determination)!;
    const body = { distribution: determination, amount: minor.toString(), currency };
    return enact(fund, { type: "distribution.declare", by: "m-1", body });
  };
  declare("fund");
  releaseAll(fund, "fund");
  // Its part of the fund's 8,000,000,000 cents, by 1,475,409.84574 of 6,001,573,770.502122 units.
  const income = -balance(fund, "feeder-us", "4010", "fund");
  assert.equal(income, 1_966_697n);
  const declaration = declare("feeder-us");
  const [distribution] = [...fund.state.distributions.values()].filter(
    ({ vehicle }) => vehicle === "feeder-us",
  );
  const shares = distribution!.shares!.map(({ party, minor }) => [party, minor]);
  // 19,666.97 dollars over 1,500,000 units are 0.01311131: 13,111.31 and 6,555.655 dollars.
  assert.deepEqual(shares, [
    ["feeder-us", 1n],
    ["h-1", 1_311_131n],
    ["h-2", 655_565n],
  ]);
  assert.equal(balance(fund, "feeder-us", "2140", "feeder-us"), -1n);
  assert.equal(fund.state.payments.get(`${declaration}/1`)?.payee, "h-1");
  assertSound(fund);
});
