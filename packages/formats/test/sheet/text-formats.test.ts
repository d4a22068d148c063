import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { XmlDocument, XmlElement, type XmlNode } from "libxml2-wasm";
import { Ratio } from "@jointfund/core/base/ratio.ts";
import { currencyCode } from "@jointfund/core/money/currency.ts";
import { Money } from "@jointfund/core/money/money.ts";
import { reportCsv } from "@jointfund/formats/sheet/csv.ts";
import { reportHtml } from "@jointfund/formats/sheet/html.ts";
import { reportJson } from "@jointfund/formats/sheet/json.ts";
import { harmlessText, type SheetCell } from "@jointfund/formats/sheet/sheet.ts";
import { recordsOf } from "../../../../tests/support/read-csv.ts";
import { cellsOf, HOSTILE, reports } from "./plausible-reports.ts";

type Said = {
  readonly kind: string;
  readonly value?: string;
  readonly numerator?: string;
  readonly denominator?: string;
};

/** The value that was read, held against the exact one. */
function assertSame(
  { kind, value = "", numerator = "", denominator = "" }: Said,
  cell: SheetCell,
): void {
  assert.equal(kind, cell.kind);
  switch (cell.kind) {
    case "money": {
      const read = Money.parse(currencyCode(cell.currency), value);
      assert.ok(read.ok && read.value.minor === cell.minor, value);
      return;
    }
    case "number":
    case "percent": {
      const decimal = Ratio.fromDecimal(value);
      assert.ok(decimal.ok, value);
      const exact =
        numerator === "" ? decimal.value : Ratio.make(BigInt(numerator), BigInt(denominator));
      assert.ok(Ratio.equals(exact, cell.value), value);
      const off = Ratio.abs(Ratio.sub(decimal.value, cell.value));
      assert.ok(Ratio.compare(off, Ratio.make(1n, 2n * 10n ** 18n)) <= 0);
      return;
    }
    case "date":
      assert.equal(value, cell.on);
      return;
    case "text":
    case "none":
      assert.equal(value, "");
  }
}

test("[F30] what no reader sees is made seen, and nothing is endless", () => {
  assert.equal(
    harmlessText("a\u{202e}b\r\nc\u{0}d\u{d800}"),
    "a\u{fffd}b\u{fffd}\u{fffd}c\u{fffd}d\u{fffd}",
  );
  assert.equal([...harmlessText("長".repeat(5000))].length, 1000);
  assert.equal(harmlessText("日本 – US & 𠮷 葛\u{e0100}"), "日本 – US & 𠮷 葛\u{e0100}");
});

test("[F31] [F32] figures read back from CSV and JSON are the exact ones", () => {
  fc.assert(
    fc.property(reports, (report) => {
      const cells = cellsOf(report).map(({ cell }) => cell);
      const records = recordsOf(reportCsv(report));
      const filled = cells.filter(({ kind }) => kind !== "none");
      assert.equal(records.length, filled.length);
      for (const [at, record] of records.entries()) {
        assertSame({ kind: "", ...record }, filled[at]!);
      }
      const { statements } = JSON.parse(reportJson(report)) as {
        readonly statements: readonly {
          readonly tables: readonly {
            readonly lines: readonly { readonly cells: readonly Said[] }[];
          }[];
        }[];
      };
      const said = statements.flatMap(({ tables }) =>
        tables.flatMap(({ lines }) => lines.flatMap((line) => line.cells)),
      );
      assert.equal(said.length, cells.length);
      for (const [at, one] of said.entries()) assertSame(one, cells[at]!);
    }),
  );
});

test("[F33] no field of CSV begins as a formula does", () => {
  fc.assert(
    fc.property(reports, (report) => {
      for (const record of recordsOf(reportCsv(report))) {
        for (const value of Object.values(record)) {
          const isNumber = value !== "" && !Number.isNaN(Number(value.replaceAll(",", "")));
          assert.ok(isNumber || !/^[=+\-@\t\r＝＋－＠]/u.test(value), value);
        }
      }
    }),
  );
});

function elementsOf(node: XmlNode): readonly XmlElement[] {
  const own = node instanceof XmlElement ? [node] : [];
  const below: XmlElement[] = [];
  if (node instanceof XmlElement) {
    for (let child = node.firstChild; child !== null; child = child.next) {
      below.push(...elementsOf(child));
    }
  }
  return [...own, ...below];
}

const ELEMENTS = new Set(
  (
    "html head meta title style body header p nav h1 h2 ol li a main section div table caption " +
    "thead tbody tr th td bdi data time footer"
  ).split(" "),
);

test("[F34] HTML holds the elements that we wrote and no other, whatever a thing is called", () => {
  fc.assert(
    fc.property(reports, (report) => {
      const document = XmlDocument.fromString(reportHtml(report));
      try {
        const elements = elementsOf(document.root);
        for (const { name, attrs } of elements) {
          assert.ok(ELEMENTS.has(name), name);
          for (const attribute of attrs) {
            assert.doesNotMatch(attribute.name, /^on/);
            if (attribute.name === "href") assert.match(attribute.value, /^#statement-\d$/);
          }
        }
        const cells = cellsOf(report).map(({ cell }) => cell);
        const shown = elements.filter(({ name }) => name === "td");
        assert.equal(shown.length, cells.length);
        for (const [at, cell] of cells.entries()) {
          const [data] = elementsOf(shown[at]!).filter(({ name }) => name === "data");
          if (cell.kind !== "money") continue;
          assertSame({ kind: "money", value: data?.attr("value")?.value ?? "" }, cell);
        }
        for (const table of elements.filter(({ name }) => name === "table")) {
          const parts = elementsOf(table);
          assert.equal(parts.filter(({ name }) => name === "caption").length, 1);
          const headers = parts.filter(({ name }) => name === "th");
          assert.ok(
            headers.every((header) => /^(?:row|col)$/.test(header.attr("scope")?.value ?? "")),
          );
        }
      } finally {
        document.dispose();
      }
    }),
    { numRuns: 40 },
  );
});

test("[F34] hostile names stand in HTML as what they are", () => {
  fc.assert(
    fc.property(fc.constantFrom(...HOSTILE), reports, (hostile, report) => {
      const said = [{ language: "en", text: harmlessText(hostile) }];
      const document = XmlDocument.fromString(reportHtml({ ...report, notice: said }));
      try {
        const notice = elementsOf(document.root).find(
          (element) => element.attr("class")?.value === "notice",
        );
        assert.equal(notice?.content, harmlessText(hostile));
      } finally {
        document.dispose();
      }
    }),
    { numRuns: 40 },
  );
});
