import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import fc from "fast-check";
import { XmlDocument, XmlValidateError, XsdValidator } from "libxml2-wasm";
import { requireData } from "../../../tests/support/require-data.ts";
import { readCamt053, type StatementsRead } from "../src/camt-053.ts";
import { camtXml, type TestEntry, type TestStatement } from "./camt-file.ts";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = (statement: TestStatement): StatementsRead => readCamt053(bytes(camtXml(statement)));

const told = ({ findings }: StatementsRead): readonly string[] =>
  findings.map(({ code, severity, field, actual }) => `${severity} ${code} ${field} ${actual}`);

const credit: TestEntry = { amount: "8.85", side: "CRDT" };

for (const version of ["02", "04", "08", "12"] as const) {
  test(`[F1] version ${version} gives the same statement`, () => {
    const debit = { amount: "1000000000000.01", side: "DBIT", booked: "2026-04-01T23:59:59-05:00" };
    const both = read({
      version,
      opening: "-18.15",
      closing: "-1000000000009.31",
      entries: [credit, debit],
    });
    assert.deepEqual(both.findings, []);
    const line = { reference: "", counterparty: "", description: "" };
    const days = { bookedOn: "2026-04-01", valueOn: "2026-04-02" };
    assert.deepEqual(both.statements, [
      {
        id: "2026-04",
        account: "000123456789",
        currency: "USD",
        opening: { on: "2026-04-01", minor: -1815n },
        closing: { on: "2026-04-01", minor: -100_000_000_000_931n },
        lines: [
          { ...days, minor: 885n, ...line },
          { ...days, minor: -100_000_000_000_001n, ...line },
        ],
      },
    ]);
  });
}

test("[F2] the side says whether money came in, whatever was reversed", () => {
  const reversed = { ...credit, reversal: true };
  const { statements } = read({ closing: "8.85", entries: [reversed] });
  assert.equal(statements[0]?.lines[0]?.minor, 885n);
});

test("[F2] amounts are exact: zeros too many pass, digits too many do not", () => {
  const amountOf = (amount: string, currency = "USD"): bigint | undefined =>
    read({ currency, entries: [{ amount, side: "CRDT" }] }).statements[0]?.lines[0]?.minor;
  assert.equal(amountOf("8.85000"), 885n);
  assert.equal(amountOf("+008.85"), 885n);
  assert.equal(amountOf(".5"), 50n);
  assert.equal(amountOf("2700.00", "JPY"), 2700n);
  assert.equal(amountOf("123456789012345678.91"), 12_345_678_901_234_567_891n);
  assert.equal(amountOf("8.855"), undefined);
  assert.equal(amountOf("2700.50", "JPY"), undefined);
});

test("[F2] every amount of a schema's decimals is read as it is written", () => {
  fc.assert(
    fc.property(fc.bigInt(1n, 10n ** 18n), fc.integer({ min: 0, max: 3 }), (minor, zeros) => {
      const digits = minor.toString().padStart(3, "0");
      const amount = `${digits.slice(0, -2)}.${digits.slice(-2)}${"0".repeat(zeros)}`;
      const { statements } = read({ entries: [{ amount, side: "DBIT" }] });
      assert.equal(statements[0]?.lines[0]?.minor, -minor);
    }),
    { numRuns: 50 },
  );
});

test("[F3] all that is wrong is told at once, and no such statement is given", () => {
  const broken = read({
    entries: [
      { amount: "1,00", side: "CRDT" },
      { amount: "-1.00", side: "CRDT" },
      { amount: "1.00", side: "PLUS" },
      { amount: "1.00", side: "CRDT", currency: "EUR" },
      { amount: "1.00", side: "CRDT", booked: "2026-02-30" },
      { amount: "1.00", side: "CRDT", booked: "", value: "" },
    ],
  });
  assert.deepEqual(broken.statements, []);
  assert.deepEqual(told(broken), [
    "error amount_malformed Ntry/Amt 1,00",
    "error amount_negative Ntry/Amt -1.00",
    "error side_unknown Ntry/CdtDbtInd PLUS",
    "error currency_differs Ntry/Amt EUR",
    "error date_malformed Ntry/BookgDt 2026-02-30",
    "error field_missing Ntry/ValDt ",
  ]);
  // Each entry stands on a line of its own.
  const lines = broken.findings.map(({ line }) => line - broken.findings[0]!.line);
  assert.deepEqual(lines, [0, 1, 2, 3, 4, 5]);
});

test("[F3] what can be read with a reservation is read, and the reservation told", () => {
  const odd = read({
    closing: "8.85",
    entries: [
      { ...credit, value: "" },
      { ...credit, status: "PDNG" },
      { amount: "0", side: "CRDT" },
    ],
  });
  assert.deepEqual(told(odd), [
    "warning date_assumed Ntry/ValDt ",
    "warning entry_not_booked Ntry PDNG",
    "warning entry_of_nothing Ntry 0",
  ]);
  assert.deepEqual(
    odd.statements[0]?.lines.map(({ bookedOn, valueOn }) => [bookedOn, valueOn]),
    [["2026-04-01", "2026-04-01"]],
  );
});

test("[F3] a statement that does not add up is given with the difference", () => {
  const gap = read({ opening: "1.00", closing: "10.00", entries: [credit] });
  assert.deepEqual(told(gap), ["warning statement_difference Stmt USD 15"]);
  assert.equal(gap.statements.length, 1);
});

test("[F3] currency, balances and version are asked for", () => {
  assert.deepEqual(told(read({ currency: "XXX" })), ["error currency_unknown Acct/Ccy XXX"]);
  const none = camtXml({}).replaceAll(/<Bal>.*<\/Bal>/g, "");
  assert.deepEqual(told(readCamt053(bytes(none))), [
    "error field_missing Bal OPBD ",
    "error field_missing Bal CLBD ",
  ]);
  const newer = camtXml({}).replace("camt.053.001.08", "camt.053.001.13");
  assert.deepEqual(told(readCamt053(bytes(newer))), ["warning version_untested BkToCstmrStmt 13"]);
  const other = camtXml({}).replaceAll("camt.053.001.08", "camt.052.001.08");
  assert.match(told(readCamt053(bytes(other)))[0]!, /^error not_camt_053/);
});

test("[F4] references, counterparty and description come from the detail", () => {
  const detail = (reference: string): string =>
    "<NtryDtls><TxDtls><Refs><AcctSvcrRef>B-7</AcctSvcrRef>" +
    `<EndToEndId>${reference}</EndToEndId></Refs><RltdPties><Dbtr><Pty><Nm>Treasury  of\nJapan` +
    "</Nm></Pty></Dbtr></RltdPties><RmtInf><Ustrd>first call</Ustrd></RmtInf></TxDtls></NtryDtls>";
  const lineOf = (reference: string): unknown =>
    read({ entries: [{ ...credit, rest: detail(reference) }] }).statements[0]?.lines[0];
  assert.deepEqual(lineOf("call-1"), {
    bookedOn: "2026-04-01",
    valueOn: "2026-04-02",
    minor: 885n,
    reference: "call-1",
    counterparty: "Treasury of Japan",
    description: "first call",
  });
  assert.match(JSON.stringify({ ...(lineOf("NOTPROVIDED") as object), minor: 0 }), /"B-7"/);
});

test("[F4] a batch is divided where its transactions sum to it, else it stays one line", () => {
  const transaction = (amount: string, reference: string): string =>
    `<TxDtls><Refs><EndToEndId>${reference}</EndToEndId></Refs><Amt Ccy="USD">${amount}</Amt>` +
    "<CdtDbtInd>DBIT</CdtDbtInd></TxDtls>";
  const batch = (second: string): readonly unknown[] =>
    read({
      entries: [
        {
          amount: "10.00",
          side: "DBIT",
          rest: `<NtryDtls>${transaction("4.00", "p1")}${transaction(second, "p2")}</NtryDtls>`,
        },
      ],
    }).statements[0]!.lines.map(({ minor, reference }) => [minor, reference]);
  assert.deepEqual(batch("6.00"), [
    [-400n, "p1"],
    [-600n, "p2"],
  ]);
  assert.deepEqual(batch("6.01"), [[-1000n, "p1"]]);
});

const SAMPLES = [
  "camt053.v2.all-balance-types.xml",
  "camt053.v2.minimal.ultimate.xml",
  "camt053.v2.minimal.xml",
  "camt053.v2.with-account-name.xml",
  "camt053.v2.with-party-ids.xml",
  "camt053.v8.xml",
] as const;

/** An opening and a closing balance of one currency, which most of the samples lack. */
const inEuro = (xml: string): string => xml.replaceAll('Ccy="SEK">27', 'Ccy="EUR">27');

test("[F1] samples of a bank library are read: what they say, and what they lack", (context) => {
  const folder = requireData(context, "iso20022");
  if (folder === undefined) return;
  const results = SAMPLES.map((name) => {
    const xml = inEuro(readFileSync(join(folder, "samples", name), "utf8"));
    const { statements, findings } = readCamt053(bytes(xml));
    const balances = statements.map(({ opening, closing }) => [opening.minor, closing.minor]);
    const lines = statements.flatMap((it) => it.lines.map((line) => [line.minor, line.reference]));
    return [name, balances.flat(), lines.flat(), findings.map(({ code }) => code)];
  });
  const usual = [[1815n, -2700n], [885n, "4654654654654654"], ["statement_difference"]];
  assert.deepEqual(results, [
    [SAMPLES[0], [101n, 404n], [885n, "000000001"], ["statement_difference"]],
    [SAMPLES[1], ...usual],
    [SAMPLES[2], ...usual],
    // It has the available balance only, and its entry no value date.
    [SAMPLES[3], [], [], ["field_missing", "field_missing", "currency_unknown"]],
    [SAMPLES[4], ...usual],
    [SAMPLES[5], [1815n, -2700n], [885n, "MUELL/FINP/RA12345"], ["statement_difference"]],
  ]);
});

test("[F1] samples, and what these tests write, are valid by ISO's schemas", (context) => {
  const folder = requireData(context, "iso20022");
  if (folder === undefined) return;
  const validator = (version: string): XsdValidator => {
    const xsd = readFileSync(join(folder, "xsd", `camt.053.001.${version}.xsd`), "utf8");
    return XsdValidator.fromDoc(XmlDocument.fromString(xsd));
  };
  for (const version of ["02", "08"] as const) {
    const schema = validator(version);
    const names = SAMPLES.filter((name) => name.includes(`.v${Number(version)}.`));
    const samples = names.map((name) => readFileSync(join(folder, "samples", name), "utf8"));
    const debit = { amount: "1.00", side: "DBIT", reversal: true };
    const own = camtXml({ version, opening: "-1.00", entries: [credit, debit] });
    for (const xml of [...samples, own]) {
      const document = XmlDocument.fromString(xml);
      schema.validate(document);
      document.dispose();
    }
    const broken = XmlDocument.fromString(own.replace("<CdtDbtInd>DBIT", "<CdtDbtInd>PLUS"));
    assert.throws(() => schema.validate(broken), XmlValidateError);
    broken.dispose();
    schema.dispose();
  }
});
