import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { decode } from "@jointfund/core/base/schema.ts";
import type { Json } from "@jointfund/core/base/canonical.ts";
import { bankStatementSchema, statementOfBody } from "@jointfund/core/fund/bodies/bank.ts";
import { run, temporaryDirectory } from "./captured-terminal.ts";

const work = temporaryDirectory();
const data = join(work, "data");
const SCENARIO = fileURLToPath(
  new URL("../../../../scenarios/keeping-the-books.yaml", import.meta.url),
);

before(async () => {
  const { code, err } = await run(["run", SCENARIO, "--data", data]);
  assert.equal(code, 0, err);
});

const HEADER = "kind,date,valueDate,amount,currency,reference,counterparty,description";

function csvFile(name: string, ...rows: readonly string[]): string {
  const path = join(work, name);
  writeFileSync(path, [HEADER, ...rows].join("\n"));
  return path;
}

const APRIL = [
  "opening,2026-04-01,,100.00,USD,,,",
  "line,2026-04-02,2026-04-03,-9.50,USD,fee-4,Somebody by name,private",
  "closing,2026-04-30,,90.50,USD,,,",
];

test("every check holds of the books that the scenario keeps", async () => {
  const { code, out } = await run(["check", "--data", data]);
  assert.equal(code, 0, out);
});

test("bank breaks proves the bank's balance from the books, and ages what is open", async () => {
  const { out } = await run(["bank", "breaks", "--data", data, "--lang", "en"]);
  assert.match(out, /In the books +990,000,000\.00/);
  assert.match(out, /at the bank only +-25\.00/);
  assert.match(out, /At the bank +989,999,975\.00/);
  assert.match(out, /3 matched, 1 open/);
  // From 30 September to 3 October 2025, none of them a holiday.
  assert.match(out, /2025-09-30 +at the bank +-25\.00 +3 business days \(2–5\)/);
  const japanese = await run(["bank", "breaks", "--data", data, "--lang", "ja"]);
  assert.match(japanese.out, /照合済み3件、未照合1件/);
  const values = await run(["bank", "breaks", "--data", data, "--json"]);
  const [account] = JSON.parse(values.out) as readonly {
    readonly matched: number;
    readonly proof: { readonly [name: string]: string };
    readonly breaks: readonly { readonly ageDays: number }[];
  }[];
  assert.equal(account?.matched, 3);
  assert.deepEqual(account.proof, {
    ...{ currency: "USD", book: "99000000000", bookOnly: "0", bankOnly: "-2500" },
    ...{ offStatement: "0", bank: "98999997500" },
  });
  assert.deepEqual(
    account.breaks.map(({ ageDays }) => ageDays),
    [3],
  );
});

test("bank import gives the body of the fact, without names and descriptions", async () => {
  const path = csvFile("april.csv", ...APRIL);
  const how = ["--vehicle", "fund", "--statement", "2026-04"];
  const { code, out, err } = await run(["bank", "import", path, ...how]);
  assert.equal(code, 0, err);
  assert.doesNotMatch(out, /Somebody|private/);
  assert.match(err, /Hash of the file, for the fact's evidence: [0-9a-f]{64}\n/);
  const body = decode(bankStatementSchema, JSON.parse(out) as Json);
  assert.ok(body.ok);
  assert.deepEqual([body.value.vehicle, body.value.account], ["fund", "bank"]);
  assert.deepEqual(statementOfBody(body.value), {
    id: "2026-04",
    currency: "USD",
    opening: { on: "2026-04-01", minor: 10_000n },
    closing: { on: "2026-04-30", minor: 9_050n },
    lines: [{ bookedOn: "2026-04-02", valueOn: "2026-04-03", minor: -950n, reference: "fee-4" }],
  });
});

test("bank import divides a long statement into facts that follow on each other", async () => {
  const lines = Array.from({ length: 450 }, () => "line,2026-04-02,,1,JPY,,,");
  const rows = ["opening,2026-04-01,,0,JPY,,,", ...lines, "closing,2026-04-02,,450,JPY,,,"];
  const path = csvFile("long.csv", ...rows);
  const how = ["--vehicle", "fund", "--account", "yen", "--statement", "A"];
  const { out } = await run(["bank", "import", path, ...how]);
  const parts = out
    .trim()
    .split("\n")
    .map((line) => decode(bankStatementSchema, JSON.parse(line) as Json));
  assert.deepEqual(
    parts.map((part) =>
      part.ok ? [part.value.statement, part.value.opening.amount, part.value.closing.amount] : [],
    ),
    [
      ["A.1", 0n, 200n],
      ["A.2", 200n, 400n],
      ["A.3", 400n, 450n],
    ],
  );
});

test("bank import tells all that is wrong, and imports nothing", async () => {
  const wrong = ["line,2026-04-02,,1.5.0,USD,,,", "line,02/04/2026,,1,USD,,,"];
  const path = csvFile("wrong.csv", APRIL[0]!, ...wrong, APRIL[2]!);
  const how = ["--vehicle", "fund", "--statement", "A"];
  const { code, out, err } = await run(["bank", "import", path, ...how]);
  assert.deepEqual([code, out], [1, ""]);
  assert.match(err, /wrong\.csv:3: amount: this is no amount \(1\.5\.0\)\n/);
  assert.match(err, /wrong\.csv:4: date: this is no date \(02\/04\/2026\)\n/);
  const japanese = await run(["bank", "import", path, ...how, "--lang", "ja"]);
  assert.match(japanese.err, /wrong\.csv:3: amount: 金額として読み取れません（1\.5\.0）\n/);
});

test("bank import reads XML as camt.053, and refuses what is none", async () => {
  const path = join(work, "other.xml");
  writeFileSync(path, '<?xml version="1.0"?><Document xmlns="urn:other"/>');
  const { code, err } = await run(["bank", "import", path, "--vehicle", "fund"]);
  assert.equal(code, 1);
  assert.match(err, /other\.xml:1: Document: this is no bank-to-customer statement/);
});

test("the vehicle must be named", async () => {
  const { code, err } = await run(["bank", "import", "april.csv", "--lang", "ja"]);
  assert.equal(code, 2);
  assert.match(err, /オプション--vehicle <id>を指定してください/);
});

test("CSV without the number of its statement is refused in a line", async () => {
  const path = csvFile("unnamed.csv", ...APRIL);
  const { code, err } = await run(["bank", "import", path, "--vehicle", "fund"]);
  assert.equal(code, 2);
  assert.match(err, /--statement/);
});
