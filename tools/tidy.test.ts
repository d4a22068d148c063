/**
 * The house rules of this repository, held against it. Each check also gets planted violations
 * that it has to find, and a text that it has to leave alone: a check that cannot fail is worse
 * than none.
 */
import assert from "node:assert/strict";
import { posix } from "node:path";
import { test } from "node:test";
import { ROOT } from "./test-files.ts";
import { checkDocuments } from "./tidy/documents.ts";
import { checkLayers } from "./tidy/layers.ts";
import { checkLeftovers, checkModules } from "./tidy/leftovers.ts";
import { checkLimits, checkNames } from "./tidy/limits.ts";
import { checkPurity } from "./tidy/purity.ts";
import { checkRejectionCodes } from "./tidy/rejection-codes.ts";
import {
  createRepository,
  type Finding,
  readRepository,
  type Repository,
} from "./tidy/repository.ts";
import { checkRuleNumbers, checkRulesAreTested } from "./tidy/spec-rules.ts";

type Files = Readonly<Record<string, string>>;

type Check = {
  readonly name: string;
  readonly run: (repository: Repository) => Finding[];
  /** Each of these holds exactly one violation; its message contains the key. */
  readonly violations: Readonly<Record<string, readonly Files[]>>;
  /** What looks close to a violation and is none. */
  readonly allowed: Files;
};

const manifest = JSON.stringify({ dependencies: { yaml: "1" } });
const lines = (count: number, line = "f();") => `${line}\n`.repeat(count);
// Split, so that this file does not hold what it plants.
const reminder = ["TO", "DO"].join("");

const VECTORS_OF_E2: Files = { "vectors/a/b.json": '{"cases": [{"rule": "E2", "input": "20"}]}' };
/** A test that reads vectors through its support, and is named by a field of each. */
const playing = (vectors: string, field: string): Files => {
  const [folder, file] = [posix.dirname(vectors), posix.basename(vectors)];
  return {
    "packages/core/test/vectors.ts": `export const read = (a) => open(\`../${folder}/\${a}\`);`,
    "packages/core/src/a.test.ts": `import { read } from "../test/vectors.ts";
      for (const one of read("${file}.json")) test(\`[\${one.${field}}] x\`, () => {});`,
  };
};

const CHECKS: readonly Check[] = [
  {
    name: "imports follow the layers",
    run: checkLayers,
    violations: {
      "core/calendar must not import core/ledger": [
        { "packages/core/src/calendar/a.ts": 'import { b } from "../ledger/b.ts";' },
        { "packages/core/src/calendar/a.ts": 'export * from "../ledger/b.ts";' },
        { "packages/core/src/calendar/a.ts": 'import type { B } from "../ledger/b.ts";' },
        { "packages/core/src/calendar/a.ts": 'type B = import("../ledger/b.ts").B;' },
      ],
      "core/money must not import core/log": [
        { "packages/core/src/money/a.ts": 'import { b } from "../log/b.ts";' },
      ],
      "core/misplaced is not in the table of layers": [
        { "packages/core/src/misplaced/a.ts": 'import { b } from "../base/b.ts";' },
      ],
      "must not import packages/core/src/index.ts": [
        { "packages/core/src/fund/a.ts": 'import { b } from "../index.ts";' },
        { "packages/core/src/fund/a.ts": 'import { b } from "@jointfund/core";' },
      ],
      "core must not import while it runs": [
        { "packages/core/src/fund/a.ts": 'const b = import("../base/b.ts");' },
      ],
      "known only when the code runs": [
        { "packages/core/src/fund/a.ts": "const b = import(name);" },
      ],
      "packages/core/src/ must not import node:fs": [
        { "packages/core/src/base/a.ts": 'import { readFileSync } from "node:fs";' },
      ],
      "must not import the npm package yaml": [
        { "packages/core/src/base/a.ts": 'import { parse } from "yaml";' },
        { "packages/verifier/src/a.ts": 'import { parse } from "yaml";' },
      ],
      "must not import @jointfund/server": [
        { "packages/core/src/base/a.ts": 'import { a } from "@jointfund/server";' },
        { "packages/verifier/src/a.ts": 'import { a } from "@jointfund/server";' },
      ],
      "must not import node:http": [
        { "packages/verifier/src/a.ts": 'import { get } from "node:http";' },
      ],
      "packages/server/src/ must not import @jointfund/verifier": [
        { "packages/server/src/application/a.ts": 'import { a } from "@jointfund/verifier";' },
      ],
      "does not declare hono as a dependency": [
        {
          "packages/server/package.json": manifest,
          "packages/server/src/a.ts": 'import { Hono } from "hono/tiny";',
        },
      ],
      "import another package by its name": [
        { "packages/server/src/a.ts": 'import { a } from "../../core/src/base/a.ts";' },
        { "packages/server/src/a.test.ts": 'import { a } from "../../core/src/base/a.ts";' },
        { "packages/server/src/a.ts": 'import { a } from "../../../tools/a.ts";' },
      ],
      "production code must not import a test": [
        { "packages/core/src/base/a.ts": 'import { a } from "./b.test.ts";' },
      ],
      "packages/unheard is not in the table of layers": [
        { "packages/unheard/src/a.ts": 'import { a } from "node:fs";' },
      ],
    },
    allowed: {
      "packages/core/src/index.ts": 'export * from "./statements/a.ts";',
      "packages/core/src/fund/a.ts": 'import { b } from "../base/b.ts"; import "./c.ts";',
      "packages/core/src/base/a.test.ts": 'import { b } from "../fund/b.ts"; import "fast-check";',
      "packages/core/src/base/b.test.ts": 'import { b } from "../../../../tests/support/b.ts";',
      "packages/core/src/base/c.ts":
        '// import { b } from "node:fs";\nconst s = `import "node:fs"`;',
      "packages/verifier/src/a.ts": 'import "node:crypto"; import { a } from "@jointfund/core";',
      "packages/server/package.json": manifest,
      "packages/server/src/a.ts": 'import { parse } from "yaml"; import "node:fs";',
      "packages/server/src/cli/a.ts": 'import { a } from "@jointfund/verifier";',
      "tools/a.ts": 'import { a } from "oxc-parser";',
    },
  },
  {
    name: "core is pure",
    run: checkPurity,
    violations: {
      "core must not use Date": [
        { "packages/core/src/a.ts": "export const now = () => Date.now();" },
        { "packages/core/src/a.ts": "export const now = { Date };" },
        { "packages/core/src/a.ts": "export function f(x: Date) {}" },
      ],
      "core must not use Math.random": [{ "packages/core/src/a.ts": "const a = Math.random();" }],
      "core must not use Math.pow": [{ "packages/core/src/a.ts": "const a = [2].map(Math.pow);" }],
      "core must not use Math.": [{ "packages/core/src/a.ts": "const a = Math[name](2);" }],
      "core must not use Intl": [{ "packages/core/src/a.ts": "new Intl.Collator();" }],
      "core must not use localeCompare": [
        { "packages/core/src/a.ts": "names.sort((a, b) => a.localeCompare(b));" },
      ],
      "core must not use toLocaleUpperCase": [
        { "packages/core/src/a.ts": "const a = name.toLocaleUpperCase();" },
      ],
      "no async, no await": [
        { "packages/core/src/a.ts": "async function f() {}" },
        { "packages/core/src/a.ts": "const f = async () => 1;" },
        { "packages/core/src/a.ts": "const a = await b;" },
      ],
      "core must not use Promise": [{ "packages/core/src/a.ts": "Promise.resolve(1);" }],
      "without a comparator": [
        { "packages/core/src/a.ts": "names.sort();" },
        { "packages/core/src/a.ts": "const a = names?.toSorted();" },
      ],
      "core must not use JSON.stringify": [{ "packages/core/src/a.ts": "JSON.stringify(a);" }],
      "core must not use JSON.parse": [{ "packages/core/src/a.ts": 'JSON["parse"](a);' }],
      "core must not use process": [{ "packages/core/src/a.ts": "process.exit();" }],
      "core must not use console": [{ "packages/core/src/a.ts": "console.log(1);" }],
      "core must not use setTimeout": [{ "packages/core/src/a.ts": "setTimeout(f, 1);" }],
      "core must not use performance": [{ "packages/core/src/a.ts": "performance.now();" }],
      "core must not use globalThis": [{ "packages/core/src/a.ts": "globalThis.x = 1;" }],
      "no number with a fraction": [
        { "packages/core/src/money/a.ts": "const rate = 0.1;" },
        { "packages/core/src/ledger/a.ts": "const rate = 1e-3;" },
      ],
    },
    allowed: {
      "packages/core/src/a.ts":
        "// Date.now()\nconst a = { Date: 1 }.process; names.sort(byName); Math.min(1, 2);",
      "packages/core/src/base/canonical.ts": "JSON.stringify(text);",
      "packages/core/src/b.ts": "export function score(performance: Ratio) { return performance; }",
      "packages/core/src/money/a.ts": "const a = 10n ** 2n; const b = 1e3;",
      "packages/core/src/a.test.ts": "const oracle = Math.random() + Date.now();",
      "packages/server/src/a.ts": "console.log(new Date());",
    },
  },
  {
    name: "lines, functions and files are short",
    run: checkLimits,
    violations: {
      "line of 101 characters": [{ "tools/a.ts": `// ${"a".repeat(98)}\n` }],
      "function of 71 lines": [
        { "tools/a.ts": `function f() {\n${lines(69)}}` },
        { "tools/a.ts": `const f = () => {\n${lines(69)}};` },
        { "tools/a.test.ts": `test("a", () => {\n${lines(69)}});` },
      ],
      "401 lines": [{ "tools/a.ts": lines(401) }],
    },
    allowed: {
      "tools/a.ts": `// ${"値".repeat(97)}\nfunction f() {\n${lines(68)}}\n${lines(329)}`,
      "tools/a.test.ts": `describe("a", () => {\n${lines(500)}});`,
      "packages/core/src/generated/a.ts": lines(500),
    },
  },
  {
    name: "files are named for what they hold",
    run: checkNames,
    violations: {
      "names nothing": [
        { "packages/core/src/utils.ts": "" },
        { "packages/core/src/helpers/a.ts": "" },
        { "packages/core/src/date-utils.ts": "" },
        { "packages/server/src/fund-manager.ts": "" },
      ],
      "kebab-case": [{ "packages/core/src/merkleTree.ts": "" }],
    },
    allowed: { "packages/core/src/merkle-tree.test.ts": "", "tools/launch.mjs": "" },
  },
  {
    name: "nothing is left behind",
    run: checkLeftovers,
    violations: {
      "belongs in an issue": [
        { "tools/a.ts": `// ${reminder}: later` },
        { "docs/a.md": `# A\n\n${reminder}` },
        { "tools/a.ts": `// ${"X".repeat(3)} odd` },
      ],
      "a path of one machine": [
        { "docs/a.md": `see ${"/ho"}me/ada/fund` },
        { "tools/a.ts": `const a = "${"/wo"}rk/main";` },
        { "tools/a.ts": `const a = "C:${"\\"}Users\\ada";` },
      ],
      "not resolved": [{ "tools/a.ts": `${"<".repeat(7)} HEAD` }],
    },
    allowed: {
      "tools/a.ts": 'const none = "XXX"; const url = "https://example.org/home/a"; // methods',
      "docs/a.md": "# A\n\nthe folder docs/work/ and a to-do",
    },
  },
  {
    name: "modules and tests are whole",
    run: checkModules,
    violations: {
      "no default exports": [
        { "tools/a.ts": "export default 1;" },
        { "tools/a.ts": "export default function f() {}" },
      ],
      "switched off or runs alone": [
        { "tools/a.test.ts": `test.${"skip"}("a", () => {});` },
        { "tools/a.test.ts": `describe.${"only"}("a", () => {});` },
        { "tools/a.test.ts": `test("a", (t) => { t.${"skip"}(); });` },
        { "tools/a.test.ts": 'test("a", { skip: true }, () => {});' },
      ],
      "Unexpected token": [{ "tools/a.ts": "const = 1;" }],
    },
    allowed: {
      "tools/a.ts": "export { a as b }; const skip = { skip: 3 }; iterator.skip(1);",
      "tools/a.test.ts": 'test("a", { skip: isMissing && "needs openssl" }, () => {});',
    },
  },
  {
    name: "documents have one title and living links",
    run: checkDocuments,
    violations: {
      "0 titles": [{ "docs/a.md": "text" }],
      "2 titles": [{ "docs/a.md": "# A\n\n# B" }],
      "dead link: b.md": [{ "docs/a.md": "# A\n\n[b](b.md)" }],
      "dead link: ../b/": [{ "docs/a.md": "# A\n\n[b](../b/)" }],
      "dead link: #nowhere": [{ "docs/a.md": "# A\n\n[b](#nowhere)" }],
      "dead link: a.md#c": [{ "docs/a.md": "# A\n\n## B\n\n[c]: a.md#c" }],
    },
    allowed: {
      "docs/a.md":
        "# A\n\n```sh\n# a\n[x](y)\n```\n\n`[x](y)` [b](b/c.md#の-d) [b](b) [w](https://a.b/c)",
      "docs/b/c.md": "# C\n\n## の D",
    },
  },
  {
    name: "numbers of rules are known and unique",
    run: checkRuleNumbers,
    violations: {
      "no rule [E9]": [
        { "tools/a.test.ts": 'test("[E9] keys are sorted", () => {});' },
        { "tools/a.test.ts": "for (const a of b) t.test(`[E9] ${a}`, () => {});" },
      ],
      "no rule [E8]": [{ "vectors/a/b.json": '{"cases": [{"rule": "E8", "input": "20"}]}' }],
      "[E1] is defined twice": [{ "docs/spec/a.md": "- **[E1]** x\n- **[E1]** y" }],
    },
    allowed: {
      "docs/spec/a.md": "# A\n\n- **[E1]** Keys are sorted.",
      "tools/a.test.ts": 'test("[E1] keys are sorted", () => { names["[E2]"]; });',
    },
  },
  {
    name: "every rule of the specification is carried by a test",
    run: checkRulesAreTested,
    violations: {
      "no test carries [E2]": [
        {
          "docs/spec/a.md": "- **[E1]** x\n- **[E2]** y",
          "tools/a.test.ts": 'test("[E1] x", () => {}); // [E2]',
          "tools/a.ts": 'const a = "[E2]";',
        },
        { "docs/spec/a.md": "- **[E2]** x", "tools/a.test.ts": 'const a = "[E2] y";' },
        { "docs/spec/a.md": "- **[E2]** x", "tests/a.test.ts": 'const a = "see [E2]";' },
        { "docs/spec/a.md": "- **[E2]** x", ...VECTORS_OF_E2 },
        { "docs/spec/a.md": "- **[E2]** x", ...VECTORS_OF_E2, ...playing("vectors/a/c", "rule") },
        { "docs/spec/a.md": "- **[E2]** x", ...VECTORS_OF_E2, ...playing("vectors/c/b", "rule") },
        { "docs/spec/a.md": "- **[E2]** x", ...VECTORS_OF_E2, ...playing("vectors/a/b", "name") },
      ],
    },
    allowed: {
      "docs/spec/a.md": "# A\n\n- **[E1]** x\n- **[E2]** y, see [E1]\n- **[E3]** z\n- **[E4]** z",
      "tests/a.test.ts": 'const names = ["[E1] [E3] x"]; test(`[E4] y`, () => {});',
      ...VECTORS_OF_E2,
      ...playing("vectors/a/b", "rule"),
    },
  },
  {
    name: "every rejection code is named by a test",
    run: checkRejectionCodes,
    violations: {
      "b_c is named by no test": [
        {
          "packages/core/src/log/a.ts": 'export const LOG_REJECTION_CODES = ["a", "b_c"] as const;',
          "packages/core/src/log/a.test.ts": 'assert.equal(code, "a"); // "b_c"',
        },
      ],
      "a stands in two lists": [
        {
          "packages/core/src/log/a.ts": 'const LOG_REJECTION_CODES = ["a"] as const;',
          "packages/core/src/fund/a.ts": 'const FUND_REJECTION_CODES = ["a"] as const;',
          "packages/core/src/log/a.test.ts": 'assert.equal(code, "a");',
        },
      ],
      "badName is not snake_case": [
        {
          "packages/core/src/log/a.ts": 'const LOG_REJECTION_CODES = ["badName"] as const;',
          "packages/core/src/log/a.test.ts": 'assert.equal(code, "badName");',
        },
      ],
    },
    allowed: {
      "packages/core/src/log/a.ts": 'const LOG_REJECTION_CODES = ["a", "b_c"] as const;',
      "packages/core/src/log/a.test.ts": 'const CASES = [{ code: "a" }, { code: `b_c` }];',
    },
  },
];

const REAL = readRepository(ROOT);

function show(findings: readonly Finding[]): string {
  return findings.map(({ path, line, message }) => `${path}:${line}: ${message}`).join("\n");
}

function findIn(check: Check, files: Files): Finding[] {
  return check.run(createRepository(new Map(Object.entries(files))));
}

function assertItCanFail(check: Check): void {
  for (const [message, plants] of Object.entries(check.violations)) {
    for (const files of plants) {
      const found = show(findIn(check, files));
      assert.ok(found.includes(message), `planted ${JSON.stringify(files)}, found “${found}”`);
      assert.equal(found.split("\n").length, 1, `one violation planted, found\n${found}`);
    }
  }
  assert.equal(show(findIn(check, check.allowed)), "");
}

for (const check of CHECKS) {
  test(`the repository holds: ${check.name}`, () => {
    const found = check.run(REAL);
    assert.ok(found.length === 0, `\n${show(found)}`);
  });

  test(`the check can fail: ${check.name}`, () => assertItCanFail(check));
}
