import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { Json } from "@jointfund/core/base/json.ts";
import { encode } from "@jointfund/core/base/schema.ts";
import { exampleCharter } from "../../../../tests/support/charters.ts";
import { madeCharter } from "../../../../tests/support/made-charters/charter.ts";
import { choiceOf } from "../../../../tests/support/made-charters/choice.ts";
import { assumptionsSchema } from "./assumptions-schema.ts";
import { ASSUMPTION_CODES } from "./assumption-finding.ts";
import { defaultAssumptions } from "./default-assumptions.ts";
import { MODEL_KINDS, withModel } from "./market-models.ts";
import { readAssumptions } from "./read-assumptions.ts";

const CHARTER = exampleCharter("us-japan");

function goodJson(): Json {
  const made = defaultAssumptions(CHARTER);
  assert.ok(made.ok);
  return encode(assumptionsSchema, made.value);
}

/** The good document with values at places, as "market/model/volatility". */
function changed(changes: { readonly [place: string]: unknown }): Json {
  const document = structuredClone(goodJson()) as { [key: string]: unknown };
  for (const [place, value] of Object.entries(changes)) {
    const keys = place.split("/");
    const last = keys.pop()!;
    let part = document;
    for (const key of keys) part = part[key] as { [key: string]: unknown };
    if (value === undefined) delete part[last];
    else part[last] = value;
  }
  return document as Json;
}

/** Findings as "code path: fact=value". */
function found(changes: { readonly [place: string]: unknown }): readonly string[] {
  const read = readAssumptions(changed(changes), CHARTER);
  if (read.ok) return [];
  return read.error.map(({ code, path, facts }) => {
    const shown = JSON.stringify(facts["actual"])?.replaceAll('"', "");
    const actual = shown === undefined ? "" : `: ${shown}`;
    return `${code} ${path.join("/")}${actual}`;
  });
}

const GARCH = { kind: "garch", volatility: "16%", alpha: "5%", beta: "60%", gamma: "15%" };
const ROWS = { kind: "bootstrap", meanBlock: 2, recentred: true, returns: ["1%", "-2%", "3%"] };
const REGIME = { mean: "1%", deviation: "4%", leave: "0%" };
const at = (step: number) => ({ kind: "market", step, change: "-10%" });

const LOAN = { cover: "1.3", years: 20, rate: "6%" };

const MEANINGS: readonly (readonly [{ readonly [place: string]: unknown }, ...string[]])[] = [
  [{ opens: "2025-09-29" }, "opening_not_month_end opens: 2025-09-29"],
  [
    { stepMonths: 3, "distributions/everyMonths": 1 },
    "months_not_multiple distributions/everyMonths: 1",
  ],
  [{ "title/ja": undefined }, "text_missing title"],
  [
    { sources: { "/market/luck": { en: "x", ja: "x" } } },
    "reference_unknown sources//market/luck: /market/luck",
  ],
  [{ exchange: {} }, "exchange_missing exchange: JPY"],
  [{ "exchange/USD": { ...exchangeTerms(), rate: "1" } }, "exchange_of_base exchange/USD: USD"],
  [{ "exchange/EUR": exchangeTerms() }, "reference_unknown exchange/EUR: EUR"],
  [{ "treasuries/US": undefined }, "treasury_missing treasuries: US"],
  [{ "treasuries/XX": { fundingRate: "1%", stops: "0" } }, "reference_unknown treasuries/XX: XX"],
  [{ "projects/0/sector": "tulips" }, "reference_unknown projects/0/sector: tulips"],
  [{ "projects/0/geography": "FR" }, "reference_unknown projects/0/geography: FR"],
  [
    { "projects/0/projectDebt": "50%", "projects/0/sculpted": LOAN },
    "project_debt_twice projects/0/projectDebt: 50%",
  ],
  [
    { "projects/0/returned": { years: 12, bow: "2.5", yield: "0%" }, "projects/0/income": "5%" },
    "returned_twice projects/0/income: 5%",
  ],
  [{ "projects/0/concerns": ["US", "XX"] }, "reference_unknown projects/0/concerns/1: XX"],
  [
    { "projects/1/id": "power-1", "projects/2/id": "power-1" },
    "id_duplicate projects/2/id: power-1",
  ],
  [
    { "projects/0/drawn": milestones([0, "1/2"], [3, "1/4"], [3, "1/4"]) },
    "milestones_unordered projects/0/drawn/parts/2/after: 3",
  ],
  [
    { "projects/0/drawn": milestones([0, "1/3"], [2, "1/3"]) },
    "milestones_not_whole projects/0/drawn/parts: 2/3",
  ],
  [
    { "market/model": { ...GARCH, beta: "88%", degreesOfFreedom: 6 } },
    "persistence_too_high market/model: 1.005",
  ],
  [
    { "market/model": { ...GARCH, degreesOfFreedom: 5 } },
    "degrees_not_even market/model/degreesOfFreedom: 5",
  ],
  [
    { "market/model": { ...GARCH, gamma: "-6%", degreesOfFreedom: 6 } },
    "out_of_range market/model/gamma: -0.01",
  ],
  [
    {
      "market/model": { kind: "regimeSwitching", recentred: true, calm: REGIME, turbulent: REGIME },
    },
    "regimes_never_left market/model",
  ],
  [
    { "market/model": { ...ROWS, exchange: { JPY: ["1%", "2%"] } } },
    "rows_differ market/model/exchange/JPY: 2",
  ],
  [{ "market/model": { ...ROWS, meanBlock: 4 } }, "block_too_long market/model/meanBlock: 4"],
  [
    { "market/model": { ...ROWS, exchange: { EUR: ["1%", "2%", "1%"] } } },
    "reference_unknown market/model/exchange/EUR: EUR",
  ],
  [
    {
      "exchange/JPY/correlation": "0.9",
      "shortRate/correlation": "0.9",
      correlations: [pair("0.5")],
    },
    "correlations_impossible correlations",
  ],
  [
    { correlations: [{ between: ["JPY", "EUR"], correlation: "0" }] },
    "reference_unknown correlations/0/between/1: EUR",
  ],
  [{ correlations: [pair("0"), pair("0.1")] }, "id_duplicate correlations/1: JPY, shortRate"],
  [{ "stresses/0/events": [at(3), at(2)] }, "events_unordered stresses/0/events/1/step: 2"],
  [{ "stresses/0/events": [at(3), at(3)] }, "id_duplicate stresses/0/events/1: 3 market"],
  [
    { "stresses/0/events": [{ kind: "rates", step: 4, until: 3, change: "3%" }] },
    "end_before_start stresses/0/events/0/until: 3",
  ],
  [
    { "stresses/0/events": [{ kind: "stops", step: 4, party: "MGR" }] },
    "reference_unknown stresses/0/events/0/party: MGR",
  ],
  [
    { "stresses/0/events": [{ kind: "exchange", step: 4, currency: "USD", rate: "1" }] },
    "reference_unknown stresses/0/events/0/currency: USD",
  ],
];

/** The same of classes that open. */
const CLASSES: typeof MEANINGS = [
  [
    { classes: [opened({ id: "golden" }), opened({}), opened({})] },
    "id_duplicate classes/2/id: partners",
    "reference_unknown classes/0/id: golden",
  ],
  [{ classes: [opened({ id: "founders" })] }, "class_not_by_commitments classes/0/id: founders"],
  [{ classes: [opened({ id: "public" })] }, "class_not_by_commitments classes/0/id: public"],
  [
    { classes: [dealt("public"), dealt("partners"), dealt("citizens-us")] },
    "class_not_dealt_in classes/0/id: public",
    "class_not_dealt_in classes/1/id: partners",
  ],
  [
    { classes: [opened({ calls: [call(2, "50%"), call(2, "25%")] })] },
    "calls_unordered classes/0/calls/1/after: 2",
  ],
  [
    { classes: [opened({ calls: [call(2, "50%"), call(3, "2/3")] })] },
    "calls_beyond_commitment classes/0/calls: 7/6",
  ],
  [
    { classes: [opened({ commitment: "0.01%" })] },
    "commitment_outside_limits classes/0/commitment: 30000000",
  ],
  [
    { classes: [opened({ commitment: "50%" })] },
    "commitment_outside_limits classes/0/commitment: 150000000000",
  ],
];

/** Partners of the charter's second step, but for what is changed. */
function opened(changes: object) {
  const calls = [call(1, "100%")];
  return { kind: "commitments", id: "partners", opens: 4, commitment: "5%", calls, ...changes };
}

function dealt(id: string) {
  return { kind: "dealing", id, opens: 4, subscriptions: "1%", redemptions: "5%" };
}

function call(after: number, share: string) {
  return { after, share };
}

function exchangeTerms() {
  return { rate: "2", drift: "0", volatility: "10%", reversion: "0", correlation: "0" };
}

function milestones(...parts: readonly (readonly [number, string])[]) {
  return { kind: "milestones", parts: parts.map(([after, share]) => ({ after, share })) };
}

function pair(correlation: string) {
  return { between: ["JPY", "shortRate"], correlation };
}

for (const [changes, ...expected] of MEANINGS) {
  test(`[PJ22] ${expected.join("; ")}`, () => {
    assert.deepEqual(found(changes), expected);
  });
}

for (const [changes, ...expected] of CLASSES) {
  test(`[PJ36] ${expected.join("; ")}`, () => {
    assert.deepEqual(found(changes), expected);
  });
}

test("[PJ22] every code that assumptions add has a case here", () => {
  const cases = [...MEANINGS, ...CLASSES].flatMap(([, ...expected]) =>
    expected.map((line) => line.split(" ")[0]),
  );
  assert.deepEqual(
    ASSUMPTION_CODES.filter((code) => !cases.includes(code)),
    [],
  );
});

test("[PJ21] what is no rate, or out of its range, is found with its path, all at once", () => {
  assert.deepEqual(
    found({
      "market/expectedReturn": "NaN",
      "market/model/volatility": "-16%",
      "exchange/JPY/correlation": "1.01",
      "exchange/JPY/rate": "Infinity",
      "shortRate/mean": 0.5,
      "treasuries/US/stops": "101%",
      "borrowing/target": "96%",
      "projects/0/luck": "1%",
    }),
    ["number_not_safe_integer shortRate/mean"],
  );
  assert.deepEqual(
    found({
      "market/expectedReturn": "NaN",
      "market/model/volatility": "-16%",
      "exchange/JPY/correlation": "1.01",
      "exchange/JPY/rate": "Infinity",
      "shortRate/mean": 5,
      "treasuries/US/stops": "101%",
      "borrowing/target": "96%",
      "projects/0/luck": "1%",
    }),
    [
      "bad_format market/expectedReturn: NaN",
      "out_of_range market/model/volatility: -16%",
      "bad_format exchange/JPY/rate: Infinity",
      "out_of_range exchange/JPY/correlation: 1.01",
      "wrong_type shortRate/mean: number",
      "unknown_field projects/0/luck: luck",
      "out_of_range borrowing/target: 96%",
      "out_of_range treasuries/US/stops: 101%",
    ],
  );
  for (const value of [Number.NaN, Number.POSITIVE_INFINITY]) {
    assert.deepEqual(found({ "market/model/volatility": value }), [
      "number_not_safe_integer market/model/volatility",
    ]);
  }
});

test("[PJ22] correlations of deficient rank are possible, beyond them nothing is", () => {
  const both = { "exchange/JPY/correlation": "1", "shortRate/correlation": "-1" };
  assert.deepEqual(found({ ...both, correlations: [pair("-1")] }), []);
  assert.deepEqual(found({ ...both, correlations: [pair("-0.999999999999999999")] }), [
    "correlations_impossible correlations",
  ]);
});

test("[PJ23] any charter has default assumptions that read back, with every model", () => {
  fc.assert(
    fc.property(fc.gen(), (generator) => {
      const charter = madeCharter(choiceOf(generator));
      const made = defaultAssumptions(charter);
      if (!made.ok) {
        const unknown = made.error.map(({ code, path }) => `${code} ${path.join("/")}`);
        assert.ok(unknown.every((line) => line === "exchange_missing exchange"));
        return;
      }
      for (const kind of MODEL_KINDS) {
        const json: Json = encode(assumptionsSchema, withModel(made.value, kind));
        assert.deepEqual(readAssumptions(json, charter), {
          ok: true,
          value: withModel(made.value, kind),
        });
      }
    }),
    { numRuns: 40, seed: 23 },
  );
});
