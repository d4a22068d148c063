import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import {
  charterHash,
  decodeCharterBytes,
  encodeCharter,
} from "@jointfund/core/charter/decode-charter.ts";
import fc from "fast-check";
import { isMap, isScalar, isSeq, parseDocument, type Node } from "yaml";
import {
  CHARTER_FINDING_TEXTS,
  type CharterFileFindingCode,
} from "../languages/charter-findings.ts";
import { EXPRESSION_FINDING_TEXTS } from "../languages/expression-findings.ts";
import { factsUsed } from "../languages/template.ts";
import { findingsText, lintCharterFile, readCharterFile } from "./charter-file.ts";
import { findingText } from "./finding-text.ts";

const PATH = fileURLToPath(new URL("../../../../charters/us-japan.yaml", import.meta.url));
const TEXT = readFileSync(PATH, "utf8");
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Changes the first occurrence of a text of the charter, which must be there. */
function changed(from: string, to: string): string {
  assert.ok(TEXT.includes(from), from);
  return TEXT.replace(from, () => to);
}

/** The findings on a charter's text, each as "line:column code". */
function findingsOf(text: string): readonly string[] {
  return readCharterFile("x.yaml", utf8(text)).findings.map(
    ({ position, code }) => `${position.line}:${position.column} ${code}`,
  );
}

/** "line:column" of a text within the charter's text. */
function placeOf(text: string, part: string): string {
  const before = text.slice(0, text.indexOf(part)).split("\n");
  return `${before.length}:${[...before.at(-1)!].length + 1}`;
}

test("[CH20] the US-Japan charter has no finding, and keeps its name when it is encoded", () => {
  const { findings, charter } = readCharterFile("us-japan.yaml", utf8(TEXT));
  assert.deepEqual(findings, []);
  assert.ok(charter !== undefined);
  const again = decodeCharterBytes(encodeCharter(charter));
  assert.ok(again.ok);
  assert.equal(charterHash(again.value), charterHash(charter));
});

test("[CH12] a finding names the line and column of what is wrong", () => {
  const text = changed("eachSovereign: 2", "eachSovereign: 5");
  const at = placeOf(text, "eachSovereign: 5").replace(/[0-9]+$/, (column) =>
    String(Number(column) + "eachSovereign: ".length),
  );
  assert.deepEqual(findingsOf(text), [`${at} quorum_unreachable`, `${at} quorum_unreachable`]);
});

test("[CH12] an unknown field is pointed at by its name, a missing one by what lacks it", () => {
  const misspelt = changed("callNotice:", "callNotise:");
  assert.deepEqual(findingsOf(misspelt), [
    `${placeOf(misspelt, "capital:\n")} missing_field`,
    `${placeOf(misspelt, "callNotise:")} unknown_field`,
  ]);
});

test("[CH60] a fault within a folded expression is pointed at where it stands", () => {
  const text = changed('      sector in ["ai-compute"', '      sektor in ["ai-compute"');
  assert.deepEqual(findingsOf(text), [`${placeOf(text, "sektor")} expression_invalid`]);
});

test("[CH12] a report shows the line and marks the place, aligned by character widths", () => {
  const text = changed("ja: 前受拠出金 } }", "ja: 前受拠出金, fr: x } }");
  const file = readCharterFile("x.yaml", utf8(text));
  const lines = findingsText(file, "en").split("\n");
  const { line } = file.findings[0]!.position;
  assert.match(lines[0]!, new RegExp(`^x\\.yaml:${line}:[0-9]+: error text_language_unknown$`));
  const shown = lines.findIndex((each) => each.includes("前受拠出金"));
  // Each of the five characters before the mark takes two columns.
  const column = lines[shown]!.indexOf("fr: x") + 5;
  assert.equal(lines[shown + 1]!.indexOf("^"), column);
});

test("[CH21] errors give exit code 1, warnings 0, an unreadable file 2", () => {
  const folder = mkdtempSync(join(tmpdir(), "charter-"));
  try {
    const write = (name: string, text: string): string => {
      const path = join(folder, name);
      writeFileSync(path, text);
      return path;
    };
    const wrong = write("wrong.yaml", changed("mirrors: [US, JP]", "mirrors: [US]"));
    const doubtful = write(
      "doubtful.yaml",
      changed("coolingOff: { days: 60", "coolingOff: { days: 6"),
    );
    assert.equal(lintCharterFile(wrong, { language: "en" }).exitCode, 1);
    const warned = lintCharterFile(doubtful, { language: "ja" });
    assert.equal(warned.exitCode, 0);
    assert.match(warned.text, /注意 freeze_outlasts_cooling_off/);
    assert.equal(lintCharterFile(join(folder, "none.yaml"), { language: "en" }).exitCode, 2);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("[CH21] of a wrong form the rest is said to be unchecked, and another format alone", () => {
  const folder = mkdtempSync(join(tmpdir(), "charter-"));
  try {
    const path = join(folder, "x.yaml");
    const lint = (text: string): string => {
      writeFileSync(path, text);
      return lintCharterFile(path, { language: "en" }).text;
    };
    const misshapen = changed("priceDecimals: 8", "priceDecimals: eight");
    assert.match(lint(misshapen), /the content is not checked yet/);
    assert.doesNotMatch(lint(changed("mirrors: [US, JP]", "mirrors: [US]")), /not checked yet/);
    const scenario = lint("format: jointfund/scenario/v1\nsteps: []\n");
    assert.match(scenario, /This must be jointfund\/charter\/v1; it is jointfund\/scenario\/v1/);
    assert.match(scenario, /1 error, 0 warnings/);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("[CH21] findings come as JSON with their places", () => {
  const folder = mkdtempSync(join(tmpdir(), "charter-"));
  try {
    const path = join(folder, "x.yaml");
    writeFileSync(path, changed("mirrors: [US, JP]", "mirrors: [US]"));
    const { text } = lintCharterFile(path, { language: "both", json: true });
    const [found] = JSON.parse(text) as { [key: string]: unknown }[];
    assert.equal(found!["file"], path);
    assert.equal(found!["code"], "mirror_missing");
    assert.deepEqual(found!["facts"], { party: "JP" });
    assert.equal(typeof found!["line"], "number");
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("[CH21] each finding says the same facts in both languages", () => {
  const texts = { ...CHARTER_FINDING_TEXTS, ...EXPRESSION_FINDING_TEXTS };
  // The parser speaks of syntax in English only, so in Japanese its code stands instead.
  const { yaml_syntax: _syntax, ...rest } = texts;
  const factsOf = (text: string): readonly string[] =>
    [...new Set(factsUsed(text).map(({ fact }) => fact))].sort((a, b) => (a < b ? -1 : 1));
  for (const [code, { en, ja }] of Object.entries(rest)) {
    const [english, japanese] = [factsOf(en), factsOf(ja)];
    const missing = english.filter((fact) => !japanese.includes(fact));
    assert.deepEqual(missing, [], `${code} in Japanese`);
    assert.match(ja, /[ぁ-んァ-ヶ一-龠]|^\{message\}$/, code);
  }
});

const DOCUMENT = parseDocument(TEXT);

type Change = { readonly at: number; readonly how: number };

const REPLACEMENTS = [null, 0, -1, 1.5, 2 ** 60, "", "x", "US", "1/2", "any", true, [], {}, ["US"]];

/** The charter with one node deleted, doubled or replaced. */
function mutated({ at, how }: Change): string {
  const document = DOCUMENT.clone();
  const paths: (string | number)[][] = [];
  const collect = (node: unknown, path: readonly (string | number)[]): void => {
    if (path.length > 0) paths.push([...path]);
    if (isMap(node)) {
      for (const { key, value } of node.items) {
        collect(value, [...path, isScalar(key) ? String(key.value) : String(key)]);
      }
    }
    if (isSeq(node))
      for (const [index, item] of node.items.entries()) collect(item, [...path, index]);
  };
  collect(document.contents, []);
  const path = paths[at % paths.length]!;
  if (how === 0) document.deleteIn(path);
  else if (how === 1) {
    const parent = document.getIn(path.slice(0, -1)) as Node;
    const last = path.at(-1);
    if (isSeq(parent)) parent.items.push(parent.items[Number(last)]);
    else if (isMap(parent))
      parent.items.push(parent.items.find(({ key }) => String(key) === last)!);
  } else document.setIn(path, REPLACEMENTS[(how - 2) % REPLACEMENTS.length]);
  return document.toString();
}

test("[CH20] a charter broken anywhere gives findings with a line, in both languages", () => {
  const reached = new Set<CharterFileFindingCode>();
  let found = 0;
  const runs = 60;
  fc.assert(
    fc.property(fc.nat(), fc.nat({ max: REPLACEMENTS.length + 1 }), (at, how) => {
      const text = mutated({ at, how });
      const file = readCharterFile("x.yaml", utf8(text));
      if (file.findings.length > 0) found++;
      const lines = text.split("\n").length;
      for (const finding of file.findings) {
        reached.add(finding.code);
        assert.ok(finding.position.line >= 1 && finding.position.line <= lines);
        assert.ok(finding.position.column >= 1);
        for (const language of ["en", "ja"] as const) {
          const said = findingText(finding, language).replaceAll(/Did you mean "[^"]*"\?/g, "");
          // A fact that a template misses would be shown as a question mark.
          assert.ok(!said.includes("?"), said);
        }
      }
      assert.equal(typeof findingsText(file, "both"), "string");
    }),
    { numRuns: runs },
  );
  assert.ok(found > runs / 2, `${found} of ${runs} changes were found`);
  assert.ok(reached.size > 5, [...reached].join(" "));
});
