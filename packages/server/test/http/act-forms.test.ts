/** The forms that acts are proposed by: one for each type, whole in both languages. */
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Json } from "@jointfund/core/base/canonical.ts";
import { decode, toJsonSchema } from "@jointfund/core/base/schema.ts";
import { catalogue } from "@jointfund/core/fund/catalogue.ts";
import { CHOICE_WORDS } from "../../src/languages/act-forms/choice-words.ts";
import { FIELD_LABELS } from "../../src/languages/act-forms/field-labels.ts";
import { CHOICE_LISTS } from "../../src/http/desk/choice-lists.ts";
import { serveScenario, type ServedOffice } from "../../../../tests/support/served-office.ts";

let served: ServedOffice;

before(async () => {
  const person = { subject: "test#1", name: "T", role: "officer", party: "US" } as const;
  const whoAsks = () => Promise.resolve({ ...person, officer: "us-treasury-1" });
  served = await serveScenario("first-year", { whoAsks });
});

after(() => served.close());

type Text = { readonly en: string; readonly ja: string };
type Field = { readonly [keyword: string]: Json };
type ActType = {
  readonly type: { readonly name: Text; readonly description: Text; readonly isUsed: boolean };
  readonly schema: Field;
  readonly choices: { readonly [list: string]: readonly { value: string; label: Text }[] };
  readonly openedBy: { readonly [list: string]: { readonly type: string; readonly name: Text } };
  readonly rule: readonly { readonly text: Text }[];
  readonly bookCurrency: string;
};

async function formOf(type: string): Promise<ActType> {
  const response = await served.app.request(`/api/v1/act-types/${type}`);
  assert.equal(response.status, 200, type);
  return (await response.json()) as ActType;
}

const isField = (json: Json | undefined): json is Field =>
  typeof json === "object" && json !== null && !Array.isArray(json);

/** Every field of a form with its name, those within others too. */
function fieldsIn(schema: Field): readonly (readonly [string, Field])[] {
  const { properties, items, oneOf } = schema;
  const variants = Array.isArray(oneOf) ? (oneOf as readonly Json[]).filter(isField) : [];
  const own = isField(properties) ? Object.entries(properties) : [];
  return [
    ...own.flatMap(([name, field]) =>
      isField(field) ? [[name, field] as const, ...fieldsIn(field)] : [],
    ),
    ...(isField(items) ? fieldsIn(items) : []),
    ...variants.flatMap(fieldsIn),
  ];
}

/** The form without what it has besides the schema. */
function plain(json: Json): Json {
  if (Array.isArray(json)) return (json as readonly Json[]).map(plain);
  if (!isField(json)) return json;
  const kept = Object.entries(json).filter(
    ([name]) => !["x-label", "x-form", "x-choices", "x-words", "x-currency"].includes(name),
  );
  return Object.fromEntries(kept.map(([name, field]) => [name, plain(field)]));
}

const isText = (json: Json | undefined): boolean =>
  isField(json) &&
  typeof json["en"] === "string" &&
  /[ぁ-んァ-ヶ一-龠]/.test(JSON.stringify(json["ja"]));

/** Hashes that name content of a party's own: nobody could list them. */
const OF_CONTENT = new Set(["charter", "document"]);

/** Lists whose entries come by acts of many types. */
const BY_MANY = new Set(["acts", "endedActs", "payments"]);

describe("the form of an act", () => {
  test("[H84] there is one for every type, in both languages, with its rule", async () => {
    for (const type of catalogue.keys()) {
      const { type: about, rule, bookCurrency } = await formOf(type);
      assert.ok(isText(about.description), `${type} has a description`);
      assert.match(bookCurrency, /^[A-Z]{3}$/);
      if (!about.isUsed) continue;
      assert.ok(isText(about.name), `${type} has a name`);
      assert.ok(rule.length > 0 && rule.every(({ text }) => isText(text)), `${type} has a rule`);
    }
  });

  test("[H84] it is the schema that decodes the body, and nothing else", async () => {
    for (const [type, { schema }] of catalogue) {
      const form = await formOf(type);
      const given = plain(form.schema);
      // Of a field that may have several forms a page asks for the first.
      if (type === "appointment.seat" || type === "key.rotate") continue;
      assert.deepEqual(given, plain(toJsonSchema(schema) as Json), type);
    }
  });

  test("[H84] every field has a label, a form and what that form asks for", async () => {
    for (const type of catalogue.keys()) {
      const { schema, choices } = await formOf(type);
      for (const [name, field] of fieldsIn(schema)) {
        const at = `${type} ${name}`;
        assert.ok(isText(field["x-label"]), `${at} has a label`);
        assert.equal(typeof field["x-form"], "string", at);
        const list = field["x-choices"];
        if (field["x-form"] === "money") {
          assert.ok(
            ["here", "top", "book"].some((each) => each === field["x-currency"]),
            at,
          );
        }
        if (field["x-form"] === "reference" && !OF_CONTENT.has(name) && name !== "entry") {
          assert.ok(typeof list === "string", `${at} has choices`);
        }
        if (typeof list === "string") {
          assert.ok(
            CHOICE_LISTS.some((each) => each === list),
            at,
          );
          assert.ok(choices[list] !== undefined, `${at} ${list}`);
        }
        if (field["x-form"] === "choice" && name !== "dayCount" && name !== "algorithm") {
          const values = Array.isArray(field["enum"]) ? field["enum"] : [field["const"]];
          const words = field["x-words"];
          for (const value of values) {
            assert.ok(isField(words) && isText(words[String(value)]), `${at} ${String(value)}`);
          }
        }
      }
    }
  });

  test("[H84] its choices are of the form that the field asks for", async () => {
    for (const [type, { schema }] of catalogue) {
      const form = await formOf(type);
      for (const [name, field] of fieldsIn(form.schema)) {
        const list = field["x-choices"];
        const of = isField(field["items"]) ? field["items"] : field;
        const pattern = of["pattern"];
        if (typeof list !== "string" || typeof pattern !== "string") continue;
        for (const { value, label } of form.choices[list] ?? []) {
          assert.match(value, new RegExp(pattern, "u"), `${type} ${name} ${value}`);
          assert.ok(label.en !== "" && label.ja !== "");
        }
      }
      assert.ok(!decode(schema, { "": 1 }).ok);
    }
  });

  test("[H84] what there is nothing to choose from says which act would come first", async () => {
    const told = new Set<string>();
    for (const type of catalogue.keys()) {
      const { schema, choices, openedBy } = await formOf(type);
      for (const [, field] of fieldsIn(schema)) {
        const list = field["x-choices"];
        if (typeof list !== "string") continue;
        const opener = openedBy[list];
        const isEmpty = choices[list]?.length === 0;
        assert.ok(opener === undefined || (isEmpty && catalogue.has(opener.type)), list);
        if (isEmpty && field["x-form"] === "reference" && !BY_MANY.has(list)) {
          assert.ok(isText(opener?.name), `${type} ${list}`);
          told.add(list);
        }
      }
    }
    assert.ok(told.size > 8, [...told].join(" "));
  });

  test("[H84] no label or word is there that no form uses", async () => {
    const [labels, words] = [new Set<string>(), new Set<string>()];
    for (const type of catalogue.keys()) {
      const { schema } = await formOf(type);
      for (const [, field] of fieldsIn(schema)) {
        labels.add(JSON.stringify(field["x-label"]));
        const own = field["x-words"];
        for (const word of isField(own) ? Object.values(own) : []) words.add(JSON.stringify(word));
      }
    }
    for (const [key, text] of Object.entries(FIELD_LABELS)) {
      assert.ok(labels.has(JSON.stringify(text)), `label ${key}`);
    }
    for (const [key, text] of Object.entries(CHOICE_WORDS)) {
      assert.ok(words.has(JSON.stringify(text)), `word ${key}`);
    }
  });
});
