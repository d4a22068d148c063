/** Hostile values in every field of every act's form, and in what one has to sign in for. */
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Json } from "@jointfund/core/base/canonical.ts";
import { catalogue } from "@jointfund/core/fund/catalogue.ts";
import type { Person } from "../../src/http/person.ts";
import type { Route } from "../../src/http/route.ts";
import { ROUTES } from "../../src/http/routes/index.ts";
import { serveScenario, type ServedOffice } from "../../../../tests/support/served-office.ts";
import { assertClear } from "./clear-problem.ts";

let served: ServedOffice;
let who: Person | undefined;
const faults: unknown[] = [];

before(async () => {
  served = await serveScenario("citizens", {
    onFault: (fault) => faults.push(fault),
    whoAsks: () => Promise.resolve(who),
  });
});

after(() => served.close());

const PERSONS: { readonly [role in Person["role"]]: Person } = {
  officer: {
    ...{ subject: "test#1", name: "A", role: "officer", party: "US", officer: "us-treasury-1" },
  },
  auditor: { subject: "test#2", name: "B", role: "auditor", party: "AUD", officer: "auditor-1" },
  partner: { subject: "test#3", name: "C", role: "partner", party: "US", officer: "us-board-1" },
  citizen: {
    ...{ subject: "test#4", name: "D", role: "citizen" },
    holding: { feeder: "feeder-us", holder: "us-004" },
  },
};

/** No field takes so many characters. */
const TOO_LONG = "x".repeat(2_100);

/** What people who mean no good write. */
const HOSTILE: readonly Json[] = [
  ...["", " ", "\u0000", "\u202egnirts\u2066", "\ud800", '"><script>alert(1)</script>'],
  ...["=1+1", "\u001b[2J", "__proto__", "constructor", "-1", "1e9", "9".repeat(400), "2025-02-30"],
  ...["../../etc/passwd", TOO_LONG, 1e308, -0, null, true, [], {}, [[[]]]],
  JSON.parse('{"__proto__":{"toString":1},"constructor":{}}') as Json,
];

type Shape = { readonly [keyword: string]: unknown };

/** A value of a schema's form with the same text, or whatever else, wherever somebody writes. */
function filledIn(schema: Shape, value: Json): Json {
  const {
    properties,
    items,
    oneOf,
    const: only,
  } = schema as {
    readonly properties?: { readonly [name: string]: Shape };
    readonly items?: Shape;
    readonly oneOf?: readonly Shape[];
    readonly const?: Json;
  };
  if (only !== undefined) return only;
  if (items !== undefined) return [filledIn(items, value)];
  if (properties === undefined) {
    return oneOf?.[0] === undefined ? value : filledIn(oneOf[0], value);
  }
  return Object.fromEntries(
    Object.entries(properties).map(([name, field]) => [name, filledIn(field, value)]),
  );
}

type Finding = { readonly path: readonly unknown[]; readonly text: { readonly ja: string } };

async function tryDraft(type: string, body: Json, around: object = {}) {
  const response = await served.app.request("/api/v1/drafts", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({
      ...{ type, body, effectiveDate: "2026-01-01", basis: "commercial", reason: "For the test" },
      ...around,
    }),
  });
  if (response.status !== 200) {
    await assertClear(response, type);
    return undefined;
  }
  return (await response.json()) as { outcome: string; findings: readonly Finding[] };
}

/** Sends hostile values, and a text that is too long for all, in every field of an act's form. */
async function fillForm(type: string, schema: Shape): Promise<void> {
  for (const value of HOSTILE) {
    const body = filledIn(schema, value);
    const answer = await tryDraft(type, body);
    if (answer === undefined) continue;
    for (const { text } of answer.findings) assert.match(text.ja, /[ぁ-んァ-ヶ一-龠]/u, type);
    if (value !== TOO_LONG) continue;
    const found = new Set(answer.findings.map(({ path }) => path.slice(0, 2).join(".")));
    for (const [name, field] of Object.entries(schema["properties"] ?? {})) {
      const isText = (field as Shape)["type"] === "string" && !("const" in (field as Shape));
      if (isText) assert.ok(found.has(`body.${name}`), `${type}: ${name} says that it is too long`);
    }
  }
}

describe("hostile input of people who have signed in", () => {
  test("[H83] in every field of every act's form is told at the field", async () => {
    who = PERSONS.officer;
    const { size } = served.office.record;
    for (const [type, { schema }] of catalogue) await fillForm(type, schema.jsonSchema(new Map()));
    assert.deepEqual(faults, []);
    assert.equal(served.office.record.size, size);
  });

  test("[H83] around an act's body is told at the field", async () => {
    who = PERSONS.officer;
    const names = ["type", "effectiveDate", "basis", "reason", "evidence", "bounds", "proposer"];
    for (const name of names) {
      for (const value of HOSTILE) await tryDraft("expense.book", {}, { [name]: value });
      const answer = await tryDraft("expense.book", {}, { [name]: TOO_LONG });
      const isTold = answer?.findings.some(({ path }) => path[0] === name) ?? true;
      assert.ok(isTold || name === "proposer", name);
    }
    assert.deepEqual(faults, []);
  });

  test("[H3] in every parameter of what is not for anyone is refused or answered", async () => {
    for (const route of ROUTES) {
      const [role] = Array.isArray(route.access) ? (route.access as readonly Person["role"][]) : [];
      if (role === undefined || route.method !== "get") continue;
      who = PERSONS[role];
      await fillAddress(route);
    }
    assert.deepEqual(faults, []);
  });

  test("[H3] in the body of every request that takes one is refused in words", async () => {
    for (const route of ROUTES) {
      if (route.method !== "post" || route.body === undefined) continue;
      const [role] = Array.isArray(route.access) ? (route.access as readonly Person["role"][]) : [];
      who = role === undefined ? undefined : PERSONS[role];
      const schema = route.body.jsonSchema(new Map());
      for (const value of HOSTILE) await post(route, filledIn(schema, value));
    }
    assert.deepEqual(faults, []);
  });
});

async function post({ path }: Route, body: Json): Promise<void> {
  const response = await served.app.request(path.replace(/\{[a-zA-Z]+\}/, "0"), {
    method: "POST",
    headers: { "Content-Type": "application/json", "Sec-Fetch-Site": "same-origin" },
    body: JSON.stringify(body),
  });
  if (response.status >= 400) await assertClear(response, path);
  else await response.body?.cancel();
}

async function fillAddress({ path, querySchema }: Route): Promise<void> {
  for (const value of HOSTILE) {
    if (typeof value !== "string") continue;
    const text = encodeURIComponent(value.toWellFormed());
    const names = Object.keys(querySchema.fields);
    const places = names.map((name) => `${path.replace(/\{[a-zA-Z]+\}/, "0")}?${name}=${text}`);
    if (path.includes("{")) places.push(path.replace(/\{[a-zA-Z]+\}/, text || "%20"));
    for (const place of places) {
      const response = await served.app.request(place);
      assert.ok(!(response.headers.get("Content-Type") ?? "").includes("html"), place);
      if (response.status >= 400) await assertClear(response, place);
      else await response.body?.cancel();
    }
  }
}
