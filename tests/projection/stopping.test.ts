import assert from "node:assert/strict";
import { test } from "node:test";
import { compileFund } from "@jointfund/projection/charter/compile-fund.ts";
import { exampleCharter } from "../support/charters.ts";
import { exampleAssumptions } from "../support/projections.ts";

const charter = exampleCharter("us-japan");
const shipped = exampleAssumptions("us-japan", charter);

test("[PJ90] who stops with a chance a year does so with that chance in a year of steps", () => {
  for (const stepMonths of [1, 3] as const) {
    for (const [stops, chance] of [
      ["0.5%", 0.005],
      ["40%", 0.4],
      ["0%", 0],
      ["100%", 1],
    ] as const) {
      const treasuries = {
        US: { fundingRate: "4%", stops: "0.1%" },
        JP: { fundingRate: "2%", stops },
      };
      const compiled = compileFund(
        charter,
        { ...shipped, stepMonths, treasuries },
        { steps: 1, key: [1, 2], stresses: [] },
      );
      assert.ok(compiled.ok);
      const { program, inputs } = compiled.value;
      const index = program.parameters.indexOf("stops:JP");
      const inStep = index === -1 ? 0 : inputs.parameters[index]!;
      assert.ok(Math.abs((1 - inStep) ** (12 / stepMonths) - (1 - chance)) < 1e-12, `${inStep}`);
    }
  }
});
