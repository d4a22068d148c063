import assert from "node:assert/strict";
import { test } from "node:test";
import { toJsonSchema } from "@jointfund/core/base/schema.ts";
import { catalogue } from "@jointfund/core/fund/catalogue.ts";
import type { ActDraft, DemonstrationFund } from "../support/demonstration-fund.ts";
import { Chance, RandomJson, type Pools } from "../support/random-json.ts";
import { carried, MEMORANDUM, paidInUnder, pastLongStop } from "../support/waterfall-funds.ts";

/** Bodies at random, with values that the fund knows: the rules answer, whatever they are. */

const TYPES = [
  "distribution.determine",
  "distribution.declare",
  "recoupment.interpret",
  "recoupment.renegotiate",
  "carry.pay",
  "carry.clawback",
  "carry.return",
] as const;

function randomBody(fund: DemonstrationFund, chance: Chance, type: string): ActDraft["body"] {
  const pools: Pools = {
    vehicle: ["fund", "fund", "fund", "other"],
    amount: ["1", "42000000000", `1${"0".repeat(30)}`],
    currency: ["USD", "USD", "JPY"],
    distribution: [...fund.state.distributions.keys(), "0".repeat(64)],
    investment: ["abilene", "other"],
    shares: [
      { deemed: { US: "1/2", JP: "1/2" } },
      { deemed: { US: "0", JP: "1" } },
      { deemed: { JP: "1" }, after: { US: "1/3", JP: "2/3" } },
      { constructor: { toString: "1" } },
    ],
  };
  const schema = toJsonSchema(catalogue.get(type)!.schema);
  return new RandomJson(chance, pools).of(schema) as ActDraft["body"];
}

/** The codes of the refusals, and "accepted". */
function answers(fund: DemonstrationFund, chance: Chance): ReadonlySet<string> {
  const codes = new Set<string>();
  for (let n = 0; n < 40; n++) {
    const type = chance.pick(TYPES);
    const by =
      type === "carry.return" ? "cu-1" : type === "distribution.determine" ? "ca-1" : "us-t1";
    const draft = { type, by, body: randomBody(fund, chance, type), reason: `Try ${n}` };
    const signed = type === "carry.return" ? fund.fact(draft) : fund.proposal(draft);
    const outcome = fund.submit(signed);
    codes.add(outcome.ok ? "accepted" : outcome.error.code);
    const [first] = outcome.ok ? outcome.value : [];
    if (first?.kind !== "actProposed") continue;
    fund.approve(first.id, ...(type === "distribution.determine" ? ["ca-2"] : ["us-t1", "jp-t1"]));
    const executed = fund.submit(fund.execution(first.id, "us-t1"));
    codes.add(executed.ok ? "executed" : executed.error.code);
  }
  return codes;
}

for (const [name, fundOf] of [
  ["a recoupment", () => paidInUnder(MEMORANDUM)],
  ["a long stop", pastLongStop],
  ["a carry", () => carried()],
] as const) {
  test(`[WF8] with ${name}, whatever an officer signs is accepted or refused with a code`, () => {
    const codes = new Set<string>();
    for (let seed = 1; seed <= 3; seed++) {
      for (const code of answers(fundOf(), new Chance(seed))) codes.add(code);
    }
    for (const code of ["accepted", "executed", "vehicle_unknown"]) {
      assert.ok(codes.has(code), `${code} is not among ${[...codes].join(", ")}`);
    }
  });
}
