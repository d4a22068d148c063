import assert from "node:assert/strict";
import { test } from "node:test";
import type { Charter } from "@jointfund/core/charter/charter.ts";
import { compileFund } from "@jointfund/projection/charter/compile-fund.ts";
import { shipped, usJapan } from "./replayed-cases.ts";

const citizens = { kind: "dealing", opens: 3, subscriptions: "1%", redemptions: "5%" } as const;

function compiled(ids: readonly string[], charter: Charter = usJapan, stepMonths: 1 | 3 = 3) {
  const classes = ids.map((id) => ({ ...citizens, id }));
  const assumptions = { ...shipped(), classes, stepMonths };
  return compileFund(charter, assumptions, { steps: 10, key: [1, 2], stresses: [] });
}

test("[PJ80] steps end on dealing days from the step after a dealt class's opening on", () => {
  const dealt = compiled(["citizens-us", "citizens-jp"]);
  assert.ok(dealt.ok);
  assert.deepEqual(dealt.value.dates, [
    ...["2025-12-31", "2026-03-31", "2026-06-30", "2026-09-30", "2026-12-30", "2027-03-31"],
    ...["2027-06-30", "2027-09-30", "2027-12-30", "2028-03-31"],
  ]);
  const closed = compiled([]);
  assert.ok(closed.ok);
  assert.equal(closed.value.dates[4], "2026-12-31");
});

test("[PJ80] a step without a dealing day ends with its month", () => {
  const monthly = compiled(["citizens-us"], usJapan, 1);
  assert.ok(monthly.ok);
  // Quarterly dealing from step 4 on: January, February and April are no dealing months.
  assert.deepEqual(monthly.value.dates.slice(3, 8), [
    ...["2026-01-31", "2026-02-28", "2026-03-31", "2026-04-30", "2026-05-31"],
  ]);
});

test("[PJ98] two classes that are dealt in on different days of a step are refused", () => {
  const dealing = (usJapan.dealing ?? []).map((terms) =>
    terms.unitClass === "citizens-us"
      ? { ...terms, cutOff: { ...terms.cutOff, calendar: "us" } }
      : terms,
  );
  const apart = compiled(["citizens-us", "citizens-jp"], { ...usJapan, dealing });
  assert.ok(!apart.ok);
  const { code, clause, name } = apart.error[0]!;
  assert.deepEqual([code, clause, name], ["feeder_beyond_projection", "31.9", "citizens-jp"]);
  assert.ok(compiled(["citizens-us"], { ...usJapan, dealing }).ok);
});
