import assert from "node:assert/strict";
import { test } from "node:test";
import { replayPath } from "@jointfund/server/conformance/replay-path.ts";
import { compileFund } from "@jointfund/projection/charter/compile-fund.ts";
import { pathOf } from "@jointfund/server/conformance/path-steps.ts";
import { pathValues } from "@jointfund/server/conformance/path-values.ts";
import { fourProjects, usJapan } from "./replayed-cases.ts";

const STEPS = 12;

test("[PJ109] several unpaid calls at several prices are one debt, to the end", async () => {
  const base = fourProjects({
    target: "25%",
    distributions: { everyMonths: 3, first: 5 },
    events: [{ kind: "stops", step: 3, party: "JP" }],
    income: "16%",
  });
  const partners = { kind: "commitments", id: "partners", opens: 1, commitment: "1/15" } as const;
  const classes = [{ ...partners, calls: [{ after: 1, share: "50%" }] }];
  const assumptions = { ...base, classes };
  const options = { steps: STEPS, key: [1, 2], stresses: ["case"], tellsAll: true } as const;
  const model = compileFund(usJapan, assumptions, options);
  assert.ok(model.ok);
  const values = pathValues(model.value, 1);
  const told = (name: string): readonly number[] =>
    Array.from({ length: STEPS }, (_, step) => values.value(name, step)!);
  const missed = told("missed:JP").filter((amount) => amount > 0);
  assert.ok(missed.length >= 2, `${missed.length} calls are not paid`);
  const diverted = told("diverted:JP").reduce((sum, amount) => sum + amount, 0);
  // Oldest first, the first of them would be paid whole, and the second in part.
  assert.ok(diverted > missed[0]!, `${diverted} of ${missed.join(", ")}`);
  const path = pathOf({ charter: usJapan, assumptions, model: model.value }, values);
  const agreement = await replayPath(usJapan, path);
  assert.deepEqual(agreement.broken, undefined);
  assert.equal(agreement.steps, STEPS);
  assert.ok(agreement.largest < 1_000, `${agreement.largest} minor units`);
});
