import assert from "node:assert/strict";
import { test } from "node:test";
import { localDate } from "@jointfund/core/calendar/date.ts";
import { readMarketData, type MarketColumns } from "../src/market-data.ts";

const read = (text: string, columns: MarketColumns = {}) => readMarketData(text, columns);
const codes = (text: string, columns: MarketColumns = {}) =>
  read(text, columns).findings.map(({ code, line, actual }) => [code, line, actual]);

test("[F20] reads a series of FRED, in which a holiday is a point", () => {
  const { values, findings } = read(
    "observation_date,DEXJPUS\n2025-09-25,149.71\n2025-09-26,.\n2025-09-29,148.60\n",
  );
  assert.deepEqual(findings, []);
  assert.deepEqual(values, [
    ["2025-09-25", "149.71"],
    ["2025-09-29", "148.60"],
  ]);
});

test("[F20] reads a release of the Federal Reserve, with lines above its heading", () => {
  const text =
    '"Series Description","SPOT EXCHANGE RATE, JAPAN "\r\n"Unit:","Currency:_Per_USD"\r\n' +
    '"Time Period","RXI_N.B.JA"\r\n2025-09-26,149.52\r\n2025-10-13,ND\r\n';
  assert.deepEqual(read(text, { column: "RXI_N.B.JA" }).values, [["2025-09-26", "149.52"]]);
});

test("[F20] reads the yields of Japan's Ministry of Finance, with days by era", () => {
  const rows = ["国債金利情報", "基準日,1年,10年", "S49.9.24,10.327,-", "H1.1.9,4.5,4.9"];
  const text = [...rows, "R8.6.30,1.165,2.69", ""].join("\r\n");
  assert.deepEqual(read(text, { dates: "基準日", column: "10年" }).values, [
    ["1989-01-09", "4.9"],
    ["2026-06-30", "2.69"],
  ]);
});

test("[F20] reads months, years first with slashes, and American days, in any order", () => {
  assert.deepEqual(read("date,x\n2026-06,2\n2026-05,1\n").values, [
    ["2026-05-01", "1"],
    ["2026-06-01", "2"],
  ]);
  assert.deepEqual(read("date,x\n2026/6/5,1\n").values, [["2026-06-05", "1"]]);
  assert.deepEqual(read("date,x\n6/30/2026,1\n").values, [["2026-06-30", "1"]]);
});

test("[F20] tells of everything that is wrong, with its line", () => {
  assert.deepEqual(codes("date,x\n2026-01-05,1\n2026-01-32,2\n2026-01-05,3\n2026-01-06,1e3\n"), [
    ["data_date_malformed", 3, "2026-01-32"],
    ["data_date_repeated", 4, "2026-01-05"],
    ["data_value_malformed", 5, "1e3"],
  ]);
  assert.deepEqual(codes("date,x\n2026-01-05,1\n", { column: "y" }), [
    ["data_column_unknown", 1, "y"],
  ]);
  assert.deepEqual(codes("nothing\nat,all\n"), [["data_without_dates", 1, ""]]);
  assert.deepEqual(codes('date,x\n2026-01-05,"1\n'), [["data_malformed", 2, '"1\n']]);
});

test("[F20] a history that begins before the calendar is read from the day asked for on", () => {
  const text = "date,x\n1871-01-01,4.4\n1899-12-01,6\n1900-01-01,6.1\n";
  const from = localDate("1900-01-01");
  assert.deepEqual(read(text, { from }), { values: [["1900-01-01", "6.1"]], findings: [] });
  assert.deepEqual(codes(text), [
    ["data_date_malformed", 2, "1871-01-01"],
    ["data_date_malformed", 3, "1899-12-01"],
  ]);
  assert.deepEqual(codes(text, { column: "y", from }), [["data_column_unknown", 1, "y"]]);
});

test("[F20] a mean written with all digits of a double is read as it stands", () => {
  const { values } = read("date,x\n2023-03-01,3968.5591304347827\n");
  assert.deepEqual(values, [["2023-03-01", "3968.5591304347827"]]);
});
