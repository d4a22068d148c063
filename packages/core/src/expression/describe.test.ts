import assert from "node:assert/strict";
import { test } from "node:test";
import { readVectors, vectorEnvironment, vectorTypes } from "../../test/expression-environment.ts";
import { check } from "./check.ts";
import { describe } from "./describe.ts";
import { ENGLISH } from "./english.ts";
import { explainEvaluation, type Trace } from "./explain.ts";
import { formatTrace } from "./format-trace.ts";
import type { Language } from "./language.ts";
import { LANGUAGES } from "./languages.ts";
import { namesUsed } from "./names.ts";
import { parse } from "./parser.ts";
import type { TypedExpression } from "./typed.ts";
import type { ExpectedType } from "./types.ts";

type Case = {
  readonly text: string;
  readonly en: string;
  readonly ja: string;
  readonly enFigures: string;
  readonly jaFigures: string;
};
const { cases } = readVectors<{ readonly cases: readonly Case[] }>("describe.json");

const KINDS = ["anyMoney", "integer", "ratio", "boolean", "date", "duration", "text", "list"];

function checked(text: string): TypedExpression {
  const parsed = parse(text);
  assert.ok(parsed.ok, text);
  for (const kind of KINDS) {
    const result = check(parsed.value, vectorTypes, { kind } as ExpectedType);
    if (result.ok) return result.value;
  }
  return assert.fail(text);
}

for (const { text, ...said } of cases) {
  test(`[X71] [X73] ${text}`, () => {
    const expression = checked(text);
    const trace = explainEvaluation(expression, vectorEnvironment);
    const found: Record<string, string> = {};
    for (const language of LANGUAGES.values()) {
      found[language.code] = describe(expression, language, vectorTypes);
      found[`${language.code}Figures`] = formatTrace(trace, language);
    }
    assert.deepEqual(found, said);
  });
}

/** The same language with each template replaced by its key and its parts. */
function naming(templates: Readonly<Record<string, string>>): Record<string, string> {
  const parts = "{0}{1}{2}";
  return Object.fromEntries(Object.keys(templates).map((key) => [key, `<${key}>${parts}`]));
}

test("[X71] every phrase of the table is said by some text of the vectors", () => {
  const probe: Language = {
    ...ENGLISH,
    comparisons: naming(ENGLISH.comparisons) as Language["comparisons"],
    phrases: naming(ENGLISH.phrases) as Language["phrases"],
    roundings: naming(ENGLISH.roundings) as Language["roundings"],
  };
  const said = cases.map(({ text }) => describe(checked(text), probe, vectorTypes)).join("\n");
  const keys = [probe.comparisons, probe.phrases, probe.roundings].flatMap((table) =>
    Object.keys(table),
  );
  const unsaid = keys.filter((key) => !said.includes(`<${key}>`));
  assert.deepEqual(unsaid, []);
});

test("[X71] all languages have the parts of each template in common", () => {
  const placesOf = (template: string): string =>
    [...new Set(template.match(/\{[0-9]\}/g))].toSorted((a, b) => (a < b ? -1 : 1)).join("");
  for (const language of LANGUAGES.values()) {
    for (const table of ["comparisons", "phrases"] as const) {
      const english: Readonly<Record<string, string>> = ENGLISH[table];
      for (const [key, template] of Object.entries(language[table])) {
        assert.equal(placesOf(template), placesOf(english[key]!), `${language.code} ${key}`);
      }
    }
  }
});

test("[X71] a language without its own description of a name falls back to English", () => {
  const french: Language = { ...ENGLISH, code: "fr", capitalises: false };
  const said = describe(checked("fundDebt > amount"), french, vectorTypes);
  assert.equal(said, "the fund's debt is more than the amount of the act.");
  const inherited: Language = { ...french, code: "constructor" };
  assert.equal(describe(checked("fundDebt > amount"), inherited, vectorTypes), said);
});

test("[X72] the names that an expression uses, each with its arguments, once", () => {
  const text =
    'balance("1010") + balance("1020") - fundDebt + balance( "1010" ) > ' +
    "min(fundDebt, round(amount, halfEven)) and share(sponsor:who) <= halfEven";
  const parsed = parse(text);
  assert.ok(parsed.ok);
  const uses = namesUsed(parsed.value);
  const told = uses.map((use) => [
    use.kind,
    use.name,
    use.text,
    text.slice(use.at.start, use.at.end),
  ]);
  assert.deepEqual(told, [
    ["function", "balance", 'balance("1010")', 'balance("1010")'],
    ["function", "balance", 'balance("1020")', 'balance("1020")'],
    ["variable", "fundDebt", "fundDebt", "fundDebt"],
    ["variable", "amount", "amount", "amount"],
    ["function", "share", "share(sponsor: who)", "share(sponsor:who)"],
    ["variable", "who", "who", "who"],
    ["variable", "halfEven", "halfEven", "halfEven"],
  ]);
  assert.equal(uses[2]?.at.start, text.indexOf("fundDebt"));
});

const statesOf = ({ node, outcome, operands }: Trace): readonly string[] => [
  `${node.syntax.at.start} ${node.kind} ${outcome.state}`,
  ...operands.flatMap(statesOf),
];

test("[X73] a trace shows every node, and which branch was not taken", () => {
  const text = "if windingUp then fundDebt / noDebt else coverage";
  const trace = explainEvaluation(checked(text), vectorEnvironment);
  assert.deepEqual(statesOf(trace), [
    "0 conditional value",
    "3 variable value",
    "18 divide notTaken",
    "18 variable notTaken",
    "29 variable notTaken",
    "41 variable value",
  ]);
});

test("[X73] both sides of a decided condition are shown, undefined ones with their reason", () => {
  const trace = explainEvaluation(
    checked("noDebt = 0 USD or fundDebt / noDebt <= 45%"),
    vectorEnvironment,
  );
  assert.equal(trace.outcome.state, "value");
  const [, second] = trace.operands;
  assert.ok(second?.outcome.state === "undefined");
  assert.equal(second.outcome.undefined.reason, "division_by_zero");
  const neither = explainEvaluation(checked("if lockHolds then 1 else 2"), vectorEnvironment);
  const states = neither.operands.map(({ outcome }) => outcome.state);
  assert.deepEqual(states, ["undefined", "notTaken", "notTaken"]);
});
