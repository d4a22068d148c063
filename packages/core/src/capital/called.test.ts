import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { PersistentMap } from "../base/persistent-map.ts";
import { localDate } from "../calendar/date.ts";
import { newItem, type CallItem, type CapitalCall } from "./call.ts";
import { openCalls, overdueFrom, paidInFrom } from "./called.ts";

const PARTIES = ["JP", "US"] as const;
const VEHICLES = ["feeder", "fund"] as const;

const anItem = fc
  .record({
    party: fc.constantFrom(...PARTIES),
    minor: fc.bigInt(0n, 1_000n),
    paid: fc.nat(100),
    back: fc.nat(100),
    moved: fc.bigInt(-50n, 50n),
    dueDate: fc.constantFrom(...["2027-01-04", "2027-02-01", "2028-02-29"].map(localDate)),
  })
  .map(({ party, minor, paid, back, moved, dueDate }): CallItem => {
    const received = (minor * BigInt(paid)) / 100n;
    const returned = (received * BigInt(back)) / 100n;
    const item = newItem({ party, commitment: `of ${party}`, minor, microUnits: 0n, dueDate });
    return { ...item, received, returned, moved };
  });

const changes = fc.array(
  fc.record({
    id: fc.nat(60).map((n) => `call-${n}`),
    vehicle: fc.constantFrom(...VEHICLES),
    // A party may have two promises that one call draws on.
    items: fc.array(anItem, { maxLength: 3 }),
  }),
  { maxLength: 120 },
);

test("what parties paid and owe is that of all calls, whatever was changed before", () => {
  fc.assert(
    fc.property(changes, (made) => {
      let calls: PersistentMap<CapitalCall> = PersistentMap.empty;
      const today = localDate("2027-02-01");
      for (const [n, { id, vehicle, items }] of made.entries()) {
        const of = { currency: "USD", dueDate: today, purpose: "general", shortfall: 0n } as const;
        calls = calls.set(id, { id, vehicle, items, ...of });
        if (n % 7 !== 0 && n !== made.length - 1) continue;
        const all = [...calls.values()].flatMap((call) =>
          call.items.map((item) => ({ ...item, vehicle: call.vehicle })),
        );
        for (const party of PARTIES) {
          const own = all.filter((item) => item.party === party);
          for (const book of VEHICLES) {
            let paid = 0n;
            for (const item of own) {
              if (item.vehicle === book) paid += item.received - item.returned + item.moved;
            }
            assert.equal(paidInFrom(calls, { party, vehicle: book }), paid);
          }
          let overdue = 0n;
          for (const item of own) {
            if (item.dueDate < today) overdue += item.minor - item.cancelled - item.received;
          }
          assert.equal(overdueFrom(calls, { party, today }), overdue);
        }
        assert.deepEqual(
          [...openCalls(calls)],
          [...calls.values()].filter((call) =>
            call.items.some((item) => item.minor > item.cancelled + item.received),
          ),
        );
      }
    }),
    { numRuns: 40 },
  );
});
