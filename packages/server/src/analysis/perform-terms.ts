import { readFileSync } from "node:fs";
import { assert } from "@jointfund/core/base/assert.ts";
import type { Json } from "@jointfund/core/base/json.ts";
import { encode } from "@jointfund/core/base/schema.ts";
import {
  clauseAt,
  isJsonList,
  isJsonObject,
  itemName,
  partAt,
  resolvePath,
} from "@jointfund/core/charter/charter-path.ts";
import { charterSchema } from "@jointfund/core/charter/charter-schema.ts";
import type { Charter } from "@jointfund/core/charter/charter.ts";
import { TermTexts } from "../charter/term-text.ts";
import { readYaml } from "../charter/yaml-document.ts";
import { termsSchema, type ScenarioTerms } from "../http/run-schema.ts";
import { FIELD_WORDS } from "../languages/charter-fields.ts";
import { localized, type Text } from "../languages/language.ts";
import { wordFor } from "../languages/words.ts";
import { readScenario } from "../scenario/scenario-file.ts";
import { done } from "./done.ts";
import type { Outcome } from "./work.ts";

type Term = ScenarioTerms["terms"][number];

/** Sections of a charter whose numbers change what a run comes to. */
const SECTIONS = [
  ...["terms", "capital", "leverage", "fees", "expenses", "reserves", "waterfalls"],
  ...["recoupment", "carry", "dealing", "valuation", "fixing", "finality", "freeze"],
];
const NUMBER = /^-?[0-9]+(?:\.[0-9]+)?%?$|^[0-9]+\/[0-9]+$/;
/** Fields that only look like numbers. */
const NO_TERMS: ReadonlySet<string> = new Set(["clause", "id", "cutOffTime"]);

/** The terms of a shipped scenario and of its charter that a run may change. */
export function performTerms(path: string): Outcome {
  const file = readScenario(path);
  assert(file.ok, "a scenario that is shipped can be played");
  const { charter, scenario } = file.value;
  const terms = [...sizeOf(charter), ...parametersOf(path), ...charterTerms(charter)];
  return done(termsSchema, {
    ...{ scenario: "", title: localized(scenario.title), charter: localized(charter.title) },
    terms,
  });
}

const SIZE: Text = { en: "the whole fund", ja: "ファンド全体" };
const PARAMETERS: Text = { en: "the scenario", ja: "シナリオ" };

/** The setting with which every amount of the charter moves. */
function sizeOf({ capital }: Charter): readonly Term[] {
  const label: Text = {
    en: `initial capital, with every amount in proportion (${capital.currency})`,
    ja: `当初資本（すべての金額を比例して変更。${capital.currency}）`,
  };
  return [{ path: "capital", group: SIZE, label, value: capital.initial, clause: capital.clause }];
}

function parametersOf(path: string): readonly Term[] {
  const { json } = readYaml(readFileSync(path));
  const parameters = isJsonObject(json) ? json["parameters"] : undefined;
  if (!isJsonObject(parameters)) return [];
  return Object.entries(parameters).flatMap(([name, value]) =>
    typeof value === "string" || typeof value === "number"
      ? [
          {
            ...{ path: `parameters.${name}`, group: PARAMETERS, value: String(value) },
            label: { en: name, ja: name },
          },
        ]
      : [],
  );
}

function charterTerms(charter: Charter): readonly Term[] {
  const texts = new TermTexts(charter);
  const json = encode(charterSchema, charter);
  const found: Term[] = [];
  const walk = (value: Json, path: string): void => {
    if (isJsonList(value)) {
      for (const [index, item] of value.entries()) walk(item, `${path}/${itemName(item, index)}`);
    } else if (isJsonObject(value)) {
      for (const [key, member] of Object.entries(value)) walk(member, `${path}/${key}`);
    } else if (isTerm(path, value)) {
      const [, section = ""] = path.split("/");
      const clause = clauseAt(json, resolvePath(json, path) ?? []);
      found.push({
        ...{ path: `charter${path.replaceAll("/", ".")}`, value: String(value) },
        ...{ group: wordFor(FIELD_WORDS, section), label: texts.label(path, `/${section}`) },
        ...(clause === undefined ? {} : { clause }),
      });
    }
  };
  for (const section of SECTIONS) {
    const part = partAt(json, [section]);
    if (part !== undefined) walk(part, `/${section}`);
  }
  return found;
}

function isTerm(path: string, value: Json): boolean {
  const field = path.slice(path.lastIndexOf("/") + 1);
  if (NO_TERMS.has(field) || path.includes(" ")) return false;
  // A setting's path is written with dots: a name that has one cannot be reached.
  if (path.includes(".")) return false;
  return typeof value === "number" || (typeof value === "string" && NUMBER.test(value));
}
