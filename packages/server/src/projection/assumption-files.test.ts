import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test, type TestContext } from "node:test";
import { ASSUMPTION_CODES } from "@jointfund/projection/assumptions/assumption-finding.ts";
import { rate } from "@jointfund/projection/assumptions/rate-text.ts";
import { MARKET_DATA_FINDING_CODES } from "@jointfund/formats/market-data.ts";
import { exampleCharter } from "../../../../tests/support/charters.ts";
import { requireData } from "../../../../tests/support/require-data.ts";
import { ASSUMPTION_FINDING_TEXTS } from "../languages/assumption-findings.ts";
import { assumptionFindingLine, assumptionFindingText } from "./assumption-finding-text.ts";
import { readAssumptionFile, RETURNS_FILE_CODES } from "./assumption-files.ts";

const SHIPPED = new URL("../../../../assumptions/", import.meta.url);
const CHARTER = exampleCharter("us-japan");
const TEXT = readFileSync(new URL("us-japan.yaml", SHIPPED), "utf8").replace(
  "/market/model/volatility:",
  "/market/model:",
);
const MODEL = 'model: { kind: lognormal, volatility: "16%" }';

/** The shipped file with another model, beside CSV files. */
function read(
  t: TestContext,
  model: string,
  files: { readonly [name: string]: string } = {},
  stepMonths = 3,
) {
  const directory = mkdtempSync(join(tmpdir(), "assumptions-"));
  t.after(() => rmSync(directory, { recursive: true }));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(directory, name), text);
  const file = join(directory, "a.yaml");
  assert.ok(TEXT.includes(MODEL));
  writeFileSync(
    file,
    TEXT.replace(MODEL, `model: ${model}`).replace("stepMonths: 3", `stepMonths: ${stepMonths}`),
  );
  return readAssumptionFile(file, CHARTER);
}

const bootstrap = (returns: string, exchange = ""): string =>
  `{ kind: bootstrap, meanBlock: 1, recentred: false, returns: ${returns}${exchange} }`;

test("every shipped file of assumptions is good for the charter of its name", () => {
  const names = readdirSync(SHIPPED).filter((name) => name.endsWith(".yaml"));
  assert.ok(names.length >= 2);
  for (const name of names) {
    const charter = exampleCharter(name.replace(/\.yaml$/, ""));
    const { assumptions, findings } = readAssumptionFile(new URL(name, SHIPPED).pathname, charter);
    assert.deepEqual(findings, []);
    assert.ok(assumptions !== undefined);
  }
});

test("[PJ24] columns of CSV files give log returns, matched by day", (t) => {
  const named = bootstrap(
    "{ file: index.csv, column: close, holds: levels }",
    ", exchange: { JPY: { file: yen.csv, dates: day, column: change, holds: returns } }",
  );
  const { assumptions, findings } = read(t, named, {
    "index.csv": "date,open,close\n2024-03-31,1,100\n2024-06-30,1,110\n2024-09-30,1,99\n",
    "yen.csv": "change,day\n0.01,2024-03-31\n-0.05,2024-06-30\n0.02,2024-09-30\n0.5,2024-12-31\n",
  });
  assert.deepEqual(findings, []);
  const model = assumptions?.market.model;
  assert.ok(model?.kind === "bootstrap");
  const near = (rows: readonly string[] | undefined, changes: readonly number[]): void => {
    assert.equal(rows?.length, changes.length);
    for (const [index, change] of changes.entries()) {
      assert.ok(Math.abs(rate(rows[index]!) - Math.log(1 + change)) < 1e-12);
    }
  };
  near(model.returns, [0.1, -0.1]);
  near(model.exchange?.["JPY"], [-0.05, 0.02]);
});

test("[PJ24] levels, returns and log returns of the same prices are the same rows", (t) => {
  const log = (growth: number): string => Math.log(growth).toFixed(12);
  const files = {
    "levels.csv": "date,x\n2024-03-31,100\n2024-06-30,110\n2024-09-30,99\n",
    "returns.csv": "date,x\n2024-06-30,0.1\n2024-09-30,-0.1\n",
    "logs.csv": `date,x\n2024-06-30,${log(1.1)}\n2024-09-30,${log(0.9)}\n`,
  };
  for (const [name, holds] of [
    ["levels", "levels"],
    ["returns", "returns"],
    ["logs", "logReturns"],
  ]) {
    const { assumptions, findings } = read(
      t,
      bootstrap(`{ file: ${name}.csv, holds: ${holds} }`),
      files,
    );
    assert.deepEqual(findings, []);
    const model = assumptions?.market.model;
    assert.ok(model?.kind === "bootstrap");
    const [up, down] = model.returns.map(rate);
    assert.ok(Math.abs(up! - Math.log(1.1)) < 1e-12 && Math.abs(down! - Math.log(0.9)) < 1e-12);
  }
});

test("[PJ24] a century of prices and fifty years of a quote make rows of the span of both", (t) => {
  const [prices, quotes] = [requireData(t, "shiller"), requireData(t, "fx")];
  if (prices === undefined || quotes === undefined) return;
  const file = `${prices}/shiller_monthly_1871_2023-06.csv`;
  const market = `{ file: ${file}, column: SP500, holds: levels, from: 1973-03-01 }`;
  const yen = `, exchange: { JPY: { file: ${quotes}/usdjpy_monthly.csv, holds: levels } }`;
  const { assumptions, findings } = read(t, bootstrap(market, yen), {}, 1);
  assert.deepEqual(findings, []);
  const model = assumptions?.market.model;
  assert.ok(model?.kind === "bootstrap");
  // March 1973 to June 2023.
  assert.equal(model.returns.length, 604);
  assert.equal(model.exchange?.["JPY"]?.length, 604);
  // October 2008, by the averages of its month and of the one before: 968.8 and 1216.95.
  const october2008 = (2008 - 1973) * 12 + 10 - 3;
  assert.ok(Math.abs(rate(model.returns[october2008]!) - Math.log(968.8 / 1216.95)) < 1e-4);
});

const FAULTS: readonly (readonly [string, string, string])[] = [
  ["no file", "{ file: none.csv, holds: levels }", "returns_file_missing"],
  ["no column", "{ file: x.csv, column: y, holds: levels }", "data_column_unknown"],
  ["a level that is not above 0", "{ file: zero.csv, holds: levels }", "returns_without_logarithm"],
  [
    "a loss of more than all",
    "{ file: zero.csv, holds: returns, column: y }",
    "returns_without_logarithm",
  ],
  ["no such kind", "{ file: x.csv, holds: prices }", "not_one_of"],
  ["no number", "{ file: word.csv, holds: levels }", "data_value_malformed"],
];

for (const [name, returns, code] of FAULTS) {
  test(`[PJ24] ${name}: ${code}, with its place`, (t) => {
    const { findings } = read(t, bootstrap(returns), {
      "x.csv": "date,x\n2024-03-31,1\n2024-06-30,2\n",
      "zero.csv": "date,x,y\n2024-03-31,1,-1.5\n2024-06-30,0,2\n",
      "word.csv": "date,x\n2024-03-31,one\n2024-06-30,2\n",
    });
    assert.deepEqual(
      findings.map((finding) => finding.code),
      [code],
    );
    assert.ok(findings[0]!.line >= 1);
  });
}

test("[PJ24] a day that another column lacks is named", (t) => {
  const model = bootstrap(
    "{ file: x.csv, holds: logReturns }",
    ", exchange: { JPY: { file: y.csv, holds: logReturns } }",
  );
  const { findings } = read(t, model, {
    "x.csv": "date,x\n2024-03-31,0.1\n2024-06-30,0.2\n",
    "y.csv": "date,x\n2024-03-31,0.1\n",
  });
  assert.deepEqual(
    findings.map(({ facts }) => facts),
    [{ actual: "2024-06-30" }],
  );
});

test("[PJ24] rows of months for steps of quarters are refused, and the other way round", (t) => {
  const months = "date,x\n2024-01-31,1\n2024-02-29,2\n2024-03-31,1\n";
  const quarters = "date,x\n2024-03-31,1\n2024-06-30,2\n2024-09-30,1\n";
  const refused = (file: string, stepMonths: number) =>
    read(t, bootstrap("{ file: x.csv, holds: logReturns }"), { "x.csv": file }, stepMonths)
      .findings.filter(({ code }) => code === "returns_not_of_step")
      .map(({ facts }) => facts);
  assert.deepEqual(refused(months, 1), []);
  assert.deepEqual(refused(quarters, 3), []);
  assert.deepEqual(refused(months, 3), [{ actual: 31, required: 3 }]);
  assert.deepEqual(refused(quarters, 1), [{ actual: 92, required: 1 }]);
});

test("findings on assumptions are said in both languages, with their line", (t) => {
  const { findings } = read(t, '{ kind: lognormal, volatility: "-16%" }');
  const [finding] = findings;
  assert.ok(finding !== undefined);
  const line = TEXT.split("\n").findIndex((each) => each.includes(MODEL)) + 1;
  assert.match(
    assumptionFindingLine(finding, "en"),
    new RegExp(
      `:${line}:.*market.model.volatility: This must be a rate .* \\(0% to 200%\\); it is -16%`,
    ),
  );
  assert.match(assumptionFindingText(finding, "ja"), /0%以上200%以下/);
  const own = [...ASSUMPTION_CODES, ...RETURNS_FILE_CODES, ...MARKET_DATA_FINDING_CODES];
  assert.deepEqual(new Set(Object.keys(ASSUMPTION_FINDING_TEXTS)), new Set<string>(own));
  for (const code of own) {
    const facts = { actual: "2024-06-30", required: 2, expected: "x", day: "2024-06-30" };
    assert.match(assumptionFindingText({ code, path: [], facts }, "en"), /^["A-Z0-9].*\.$/, code);
    assert.match(assumptionFindingText({ code, path: [], facts }, "ja"), /。$/, code);
  }
});
