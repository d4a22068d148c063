import assert from "node:assert/strict";
import { testAct } from "../support/act-test.ts";
import { dealtOnce, pricing, subscription, withPublicClasses } from "../support/feeders.ts";

testAct({
  type: "order.place",
  fund: withPublicClasses,
  draft: () => subscription({ holder: "h-1" }, "100000"),
  posts: { "feeder-us/1010/bank": 100_000n, "feeder-us/2130/h-1": -100_000n },
  effect(after) {
    const [order] = [...after.orders.orders.values()];
    assert.deepEqual([order?.distributor, order?.dealingDay], ["DUS", "2026-03-31"]);
  },
  touches: ["ledger", "orders"],
});

testAct({
  type: "order.cancel",
  fund() {
    const fund = withPublicClasses();
    fund.report(subscription({ holder: "h-1" }, "100000"));
    return fund;
  },
  draft: (fund) => ({
    type: "order.cancel",
    by: "du-1",
    body: {
      order: [...fund.state.orders.orders.keys()][0]!,
      receivedAt: "2025-12-24T08:30:00Z",
    },
  }),
  posts: {},
  effect(after) {
    const [order] = [...after.orders.orders.values()];
    assert.equal(order?.cancelledOn, "2025-12-24");
  },
  touches: ["orders", "payments"],
});

testAct({
  type: "order.price",
  fund() {
    const fund = dealtOnce();
    fund.until("2026-04-02");
    fund.report(subscription({ holder: "h-3", receivedAt: "2026-04-01T00:00:00Z" }, "10000000"));
    fund.until("2026-06-30");
    fund.enact({ type: "nav.strike", by: "ca-1", body: { vehicle: "fund" } }, "us-t1", "jp-t1");
    fund.enact(
      { type: "nav.strike", by: "ca-1", body: { vehicle: "feeder-us" } },
      ...["us-t1", "jp-t1"],
    );
    return fund;
  },
  draft: () => pricing("citizens-us"),
  posts: {
    "feeder-us/2130/h-3": 10_000_000n,
    "feeder-us/3010/h-3": -10_000_000n,
    "feeder-us/1050/fund": 10_000_000n,
    "feeder-us/2010/fund": -10_000_000n,
    "1065/feeder-us": 10_000_000n,
    "3010/feeder-us": -10_000_000n,
  },
  effect(after, before) {
    // 1,500,000.00 dollars bought units that are worth a cent less at the strike: 0.99999999 each.
    const units = (state: typeof after, key: string) => state.capital.units.get(key) ?? 0n;
    assert.equal(units(after, "citizens-us/h-3"), 100_000_001_000n);
    const bought = units(after, "public/feeder-us") - units(before, "public/feeder-us");
    // 100,000.00 dollars at 1.01666666.
    assert.equal(bought, 98_360_656_382n);
  },
  touches: ["ledger", "orders", "payments", "capital"],
});

testAct({
  type: "dealing.suspend",
  fund: withPublicClasses,
  draft: () => ({
    type: "dealing.suspend",
    by: "m-1",
    body: { class: "citizens-us", ground: "market", review: "2026-01-15" },
  }),
  posts: {},
  effect(after) {
    // Sixty days on which banks of both countries are open.
    assert.equal(after.suspensions.get("citizens-us")?.until, "2026-04-01");
  },
  touches: ["suspensions"],
});

testAct({
  type: "dealing.resume",
  fund() {
    const fund = withPublicClasses();
    const body = { class: "citizens-us", ground: "law", review: "2026-01-15" };
    fund.enact({ type: "dealing.suspend", by: "m-1", body }, "us-t1", "jp-t1");
    return fund;
  },
  draft: () => ({ type: "dealing.resume", by: "m-1", body: { class: "citizens-us" } }),
  posts: {},
  effect(after) {
    assert.equal(after.suspensions.get("citizens-us")?.resumedOn, "2025-12-24");
  },
  touches: ["suspensions"],
});
