import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { before, test } from "node:test";
import { readXlsx } from "hucre/xlsx";
import { STATEMENT_NAMES } from "@jointfund/core/statements/catalogue.ts";
import { FIRST_YEAR, run, temporaryDirectory } from "./captured-terminal.ts";
import { recordsOf } from "../../../../tests/support/read-csv.ts";

const folder = temporaryDirectory();
const data = join(folder, "data");

before(async () => {
  const { code, err } = await run(["run", FIRST_YEAR, "--data", data, "--json"]);
  assert.equal(code, 0, err);
});

const ask = (...args: readonly string[]) => run([...args, "--data", data]);

type JsonReport = {
  readonly statements: readonly {
    readonly id: string;
    readonly tables: readonly {
      readonly lines: readonly {
        readonly id: string;
        readonly sum?: { readonly plus: readonly string[]; readonly minus: readonly string[] };
        readonly cells: readonly { readonly kind: string; readonly value?: string }[];
      }[];
    }[];
  }[];
};

test("[F32] CSV and JSON say the figures that the text says, in both languages", async () => {
  const csv = await ask("statements", "operations", "--format", "csv", "--lang", "both");
  const line = recordsOf(csv.out).find((record) => record["line"] === "account.4010");
  assert.equal(line?.["value"], "239414240.00");
  assert.equal(line?.["unit"], "USD");
  assert.equal(line?.["line_en"], "Dividends");
  assert.equal(line?.["line_ja"], "受取配当金");
  const json = await ask("statements", "operations", "--format", "json", "--lang", "ja");
  const report = JSON.parse(json.out) as JsonReport;
  const same = report.statements[0]?.tables[0]?.lines.find(({ id }) => id === "account.4010");
  assert.equal(same?.cells[0]?.value, "239414240.00");
});

test("all statements stand in one file", async () => {
  const { code, out } = await ask("statements", "all", "--format", "json");
  assert.equal(code, 0);
  const report = JSON.parse(out) as JsonReport;
  assert.deepEqual(
    report.statements.map(({ id }) => id),
    STATEMENT_NAMES,
  );
});

test("--as-of is the last day, also of a fiscal year", async () => {
  const asOf = await ask("statements", "operations", "--as-of", "2026-03-31", "--lang", "en");
  assert.match(asOf.out, /2025-06-16\/2026-03-31 \(since inception\)/);
  const year = ["--year", "FY2026", "--as-of", "2026-03-31"];
  const toDate = await ask("statements", "operations", ...year, "--lang", "en");
  assert.match(toDate.out, /2026-01-01\/2026-03-31 \(FY2026 to date\)/);
  const both = await ask("statements", "operations", "--as-of", "2026-03-31", "--to", "2026-03-31");
  assert.equal(both.code, 2);
  assert.match(both.err, /^jointfund: .*--as-of.*\n$/);
});

test("what stands in an evening is of the evening asked for, or is not said", async () => {
  const asOf = (...args: readonly string[]) => ask("statements", ...args, "--lang", "en");
  const then = await asOf("cash-forecast", "--as-of", "2025-12-31");
  // The last day of that year on which anything was recorded.
  assert.match(then.out, /Week from: 2025-12-26/);
  const now = await asOf("cash-forecast");
  assert.match(now.out, /Week from: 2026-07-01/);
  const unkept = await asOf("cash-forecast", "--as-of", "2025-12-30");
  assert.equal(unkept.code, 2);
  assert.match(unkept.err, /^jointfund: cash-forecast is known for ends of months.*\n$/);
  const all = await asOf("all", "--as-of", "2025-12-30", "--format", "json");
  assert.equal(all.code, 0);
  assert.match(all.err, /cash-forecast[^]*leverage/);
  const report = JSON.parse(all.out) as JsonReport;
  assert.equal(report.statements.length, STATEMENT_NAMES.length - 2);
});

test("[F35] every sum of every statement is a formula in the workbook of all", async () => {
  const out = join(folder, "all.xlsx");
  const { code } = await ask(
    "statements",
    "all",
    "--format",
    "xlsx",
    "--lang",
    "both",
    "--out",
    out,
  );
  assert.equal(code, 0);
  const { sheets } = await readXlsx(readFileSync(out));
  const json = await ask("statements", "all", "--format", "json");
  const report = JSON.parse(json.out) as JsonReport;
  const tables = report.statements.flatMap((statement) => statement.tables);
  assert.equal(sheets.length, tables.length + 1);
  let sums = 0;
  for (const [at, { lines }] of tables.entries()) {
    const ids = lines.map(({ id }) => id);
    for (const [row, { sum, cells, id }] of lines.entries()) {
      if (sum === undefined) continue;
      const isOfRows = [...sum.plus, ...sum.minus].some((part) => ids.includes(part));
      for (const [column, cell] of cells.entries()) {
        if (cell.kind !== "money") continue;
        const written = sheets[at + 1]?.cells?.get(`${4 + row},${2 + column}`);
        assert.equal(written?.formula !== undefined, isOfRows, id);
        if (isOfRows) sums++;
      }
    }
  }
  assert.ok(sums > 40, String(sums));
});

test("each format of a statement is a file of its kind", async () => {
  const kinds = { html: "<!DOCTYPE html>", xlsx: "PK", pdf: "%PDF-1.7" };
  for (const [format, begins] of Object.entries(kinds)) {
    const out = join(folder, `cash-flows.${format}`);
    const { code, err } = await ask("statements", "cash-flows", "--format", format, "--out", out);
    assert.equal(code, 0, err);
    assert.ok(readFileSync(out).toString("latin1").startsWith(begins), format);
  }
  const unknown = await ask("statements", "cash-flows", "--format", "docx");
  assert.equal(unknown.code, 2);
});

test("what no terminal shows goes to a file of a told name, and replaces none", async () => {
  const elsewhere = temporaryDirectory();
  const here = process.cwd();
  process.chdir(elsewhere);
  try {
    const written = await ask("statements", "operations", "--format", "xlsx");
    assert.equal(written.code, 0);
    assert.deepEqual(readdirSync(elsewhere), ["operations-fund-2026-07-01.xlsx"]);
    assert.match(written.err, /operations-fund-2026-07-01\.xlsx/);
    const again = await ask("statements", "operations", "--format", "xlsx");
    assert.equal(again.code, 1);
    assert.match(again.err, /^jointfund: .*exists already.*\n--out names a file\.\n$/);
  } finally {
    process.chdir(here);
  }
});

test("a file is written whole, and marks CSV as UTF-8 for spreadsheets", async () => {
  const out = join(folder, "operations.csv");
  const options = ["statements", "operations", "--format", "csv", "--lang", "ja"];
  const { code, err } = await ask(...options, "--out", out);
  assert.equal(code, 0);
  assert.match(err, /operations\.csv/);
  const piped = await ask(...options);
  assert.equal(readFileSync(out, "utf8"), `\u{feff}${piped.out}`);
  assert.deepEqual(
    readdirSync(folder).filter((name) => name.includes("partial")),
    [],
  );
  const missing = await ask(...options, "--out", join(folder, "nowhere", "x.csv"));
  assert.equal(missing.code, 1);
  assert.match(missing.err, /^jointfund: .+\n$/);
  assert.ok(!existsSync(join(folder, "nowhere")));
});

test("an existing file is replaced only where it was named", async () => {
  const out = join(folder, "named.json");
  writeFileSync(out, "before");
  const { code } = await ask("statements", "operations", "--format", "json", "--out", out);
  assert.equal(code, 0);
  assert.match(readFileSync(out, "utf8"), /^\{/);
});

test("[F40] every posting is exported once, and every journal sums to nothing", async () => {
  const { code, out } = await ask("export", "csv");
  assert.equal(code, 0);
  const records = recordsOf(out);
  const sums = new Map<string, bigint>();
  const minor = (text: string): bigint => BigInt(text.replace(".", ""));
  for (const record of records) {
    const { journal = "", currency = "", amount = "", debit = "", credit = "" } = record;
    const key = `${journal} ${currency}`;
    sums.set(key, (sums.get(key) ?? 0n) + minor(amount));
    assert.equal(
      minor(debit === "" ? "0" : debit) - minor(credit === "" ? "0" : credit),
      minor(amount),
    );
    assert.match(record["recorded_at"] ?? "", /^\d{4}-\d\d-\d\dT/);
    assert.notEqual(record["account_name_ja"], "");
  }
  assert.ok(sums.size > 10);
  assert.deepEqual([...new Set(sums.values())], [0n]);
  // The trial balance at the end, added up from the export alone.
  const trial = await ask("statements", "trial-balance", "--format", "csv");
  for (const { line = "", column, value, unit } of recordsOf(trial.out)) {
    if (column !== "closing" || line === "total") continue;
    const own = records.filter(
      ({ account, subject, vehicle, currency }) =>
        [account, subject].filter((part) => part !== "").join("/") === line &&
        vehicle === "fund" &&
        currency === unit,
    );
    const sum = own.reduce((total, { amount = "" }) => total + minor(amount), 0n);
    assert.equal(sum, minor(value ?? ""), line);
  }
});
