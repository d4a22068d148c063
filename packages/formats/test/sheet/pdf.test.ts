import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { characterTest } from "@jointfund/formats/sheet/font-coverage.ts";
import { reportPdf } from "@jointfund/formats/sheet/pdf.ts";
import { harmlessText, type Report, type Words } from "@jointfund/formats/sheet/sheet.ts";
import { requireTool } from "../../../../tests/support/require-tool.ts";
import { HOSTILE, moneyCell, reports } from "./plausible-reports.ts";

const FONTS = ["400Regular/BIZUDPGothic_400Regular", "700Bold/BIZUDPGothic_700Bold"].map((name) =>
  readFileSync(fileURLToPath(import.meta.resolve(`@expo-google-fonts/biz-udpgothic/${name}.ttf`))),
);

const said = (text: string): Words => [{ language: "en", text }];

/** One line of one figure under names. */
function named(name: string, heading = name): Report {
  const [report] = fc.sample(reports, { seed: 1, numRuns: 1 });
  const [sheet] = report!.sheets;
  const table = {
    ...{ id: "table", caption: said(name) },
    columns: [{ id: "amount", heading: said(heading) }],
    rows: [
      {
        ...{ id: "line", label: said(name), rank: "line" as const },
        cells: [moneyCell("USD", 123_456_789n)],
      },
    ],
  };
  return {
    ...report!,
    ...{ languages: ["en"], title: said(name), notice: said("Demonstration. 実演用です。") },
    sheets: [{ ...sheet!, title: said(name), subtitles: [said(name)], tables: [table] }],
  };
}

function poppler(program: string, pdf: Uint8Array, ...args: readonly string[]): string {
  const done = spawnSync(program, args, { input: pdf, encoding: "utf8", timeout: 60_000 });
  assert.equal(done.status, 0, done.stderr);
  return done.stdout;
}

test("[F36] the same report gives the same bytes, and names a PDF/A of level 2a", () => {
  const report = named("Cash 現金預金");
  const pdf = reportPdf(report, FONTS);
  assert.deepEqual(reportPdf(report, FONTS), pdf);
  const text = Buffer.from(pdf).toString("latin1");
  for (const said of ["%PDF-1.7", "pdfaid:part>2<", "pdfaid:conformance>A<"]) {
    assert.ok(text.includes(said), said);
  }
});

test("[F36] Japanese and figures are read back, and the notice is on every page", (context) => {
  if (!requireTool(context, ["pdftotext"])) return;
  const [report] = [named("Cash 現金預金")];
  const [sheet] = report.sheets;
  const [table] = sheet!.tables;
  const rows = Array.from({ length: 120 }, (_, n) => ({ ...table!.rows[0]!, id: String(n) }));
  const long = { ...report, sheets: [{ ...sheet!, tables: [{ ...table!, rows }] }] };
  const pages = poppler("pdftotext", reportPdf(long, FONTS), "-layout", "-", "-").split("\f");
  pages.pop();
  assert.ok(pages.length > 1);
  for (const [n, page] of pages.entries()) {
    assert.match(page, /Demonstration\. 実演用です。/);
    assert.match(page, new RegExp(`Page ${n + 1} of ${pages.length}`));
    assert.match(page, /Cash 現金預金 +1,234,567\.89/);
  }
});

test("[F36] every typeface is embedded and can be read back", (context) => {
  if (!requireTool(context, ["pdffonts"])) return;
  const listed = poppler("pdffonts", reportPdf(named("Cash 現金預金"), FONTS), "-");
  const fonts = listed.trim().split("\n").slice(2);
  assert.ok(fonts.length >= 2);
  // Embedded, subset, with a map back to Unicode; and no other face than the one given.
  for (const font of fonts) assert.match(font, /\+BIZUDPGothic-\S+ .* yes +yes +yes /);
});

test("[F36] hostile names are set as text, and what has no glyph as a geta", (context) => {
  if (!requireTool(context, ["pdftotext"])) return;
  const has = characterTest(FONTS[0]!);
  for (const hostile of HOSTILE) {
    const name = harmlessText(hostile);
    const text = poppler("pdftotext", reportPdf(named(name, "Amount"), FONTS), "-raw", "-", "-");
    assert.match(text, /1,234,567\.89/);
    // What is read back is composed anew and breaks its lines; letters and signs stay.
    const compact = (of: string): string => of.normalize("NFKC").replaceAll(/[\s\u{200b}]+/gu, "");
    const expected = [...name.normalize("NFC")]
      .map((one) => (has(one.codePointAt(0)!) ? one : "〓"))
      .join("");
    assert.ok(compact(text).includes(compact(expected).slice(0, 60)), hostile.slice(0, 60));
  }
});

test("[F36] any report is set", () => {
  fc.assert(
    fc.property(reports, (report) => {
      assert.ok(reportPdf(report, FONTS).length > 1000);
    }),
    { numRuns: 15 },
  );
});

test("the typeface's characters are told from others", () => {
  for (const font of FONTS) {
    const has = characterTest(font);
    for (const one of "Aaz0–…あア漢〓，．円") assert.ok(has(one.codePointAt(0)!), one);
    for (const one of ["\u{fffd}", "ไ", "\u{10ffff}", "\u{1f600}"]) {
      assert.equal(has(one.codePointAt(0)!), false, one);
    }
  }
});
