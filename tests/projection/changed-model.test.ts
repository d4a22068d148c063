import assert from "node:assert/strict";
import { test } from "node:test";
import { isDeepStrictEqual } from "node:util";
import type { Assumptions } from "@jointfund/projection/assumptions/assumptions.ts";
import { changedModel } from "@jointfund/projection/charter/changed-model.ts";
import { compileFund } from "@jointfund/projection/charter/compile-fund.ts";
import { exampleCharter } from "../support/charters.ts";
import { exampleAssumptions } from "../support/projections.ts";

const charter = exampleCharter("us-japan");
const assumed = exampleAssumptions("us-japan", charter);
const options = { steps: 20, key: [1, 2] as const };

test("[PJ95] a model with moved figures is the one that is compiled from them", () => {
  const base = compileFund(charter, assumed, { ...options, stresses: [] });
  assert(base.ok);
  const capital = { ...charter.capital, shares: { US: "2/3", JP: "1/3" } };
  const split = { ...charter, capital };
  const { market, exchange, shortRate, borrowing, treasuries } = assumed;
  const moved: Assumptions = {
    ...assumed,
    market: { ...market, expectedReturn: "5%", model: { kind: "lognormal", volatility: "25%" } },
    exchange: { JPY: { ...exchange["JPY"]!, drift: "1%", volatility: "14%" } },
    shortRate: { ...shortRate, mean: "4.5%" },
    borrowing: { ...borrowing, target: "40%", lineSpread: "3%", bondSpread: "2%" },
    treasuries: { ...treasuries, JP: { ...treasuries["JP"]!, fundingRate: "3%", stops: "2%" } },
    pace: "150%",
    projects: assumed.projects.map((project) => ({ ...project, income: "4%", beta: "1.1" })),
  };
  const stresses = ["crisis-2008", "japan-stops"];
  const compiled = compileFund(split, moved, { ...options, stresses });
  assert(compiled.ok);
  assert.deepEqual(changedModel(base.value, split, moved, stresses), compiled.value);
});

test("[PJ95] more years are another run of the same program", () => {
  // Every class has opened by then: one into which no money comes in time is left out.
  const [short, long] = [40, 60].map((steps) => {
    const model = compileFund(charter, assumed, { ...options, steps, stresses: [] });
    assert(model.ok);
    return model.value.program;
  });
  assert.ok(isDeepStrictEqual(short, long));
});
