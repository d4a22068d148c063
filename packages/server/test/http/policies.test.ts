/** Ways to raise the same revenue over HTTP: what is compared, and what its figures are called. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { serveScenario, type ServedOffice } from "../../../../tests/support/served-office.ts";
import { PublishedDescription } from "./description.ts";

let served: ServedOffice;
let description: PublishedDescription;

before(async () => {
  served = await serveScenario("first-year");
  description = await PublishedDescription.of(served.app);
});

after(() => served.close());

async function get(path: string, at = path) {
  const response = await served.app.request(path);
  assert.equal(await description.faults("get", at, response.clone()), undefined);
  return { status: response.status, json: (await response.json()) as Record<string, unknown> };
}

type Text = { readonly en: string; readonly ja: string };
type Answer = {
  readonly comparison: {
    readonly paths: number;
    readonly sides: readonly { readonly policies: readonly unknown[] }[];
    readonly assumptions: readonly { readonly path: string; readonly date: string }[];
    readonly withoutSkill: { readonly closedForm: number };
  };
  readonly notes: readonly Text[];
  readonly names: {
    readonly policies: readonly (readonly Text[])[];
    readonly figures: readonly { readonly path: string; readonly name: Text }[];
  };
};

const ROUTE = "/api/v1/policies/{id}/comparison";
const COMPARISON = "/api/v1/policies/us-japan/comparison?paths=50";

test("[H75] a shipped policy file is compared for every side, in both languages", async () => {
  const { json: list } = await get("/api/v1/policies");
  assert.deepEqual(
    (list["items"] as { id: string }[]).map(({ id }) => id),
    ["us-japan"],
  );
  const { status, json } = await get(COMPARISON, ROUTE);
  assert.equal(status, 200);
  const { comparison, names, notes } = json as unknown as Answer;
  assert.equal(comparison.paths, 50);
  assert.equal(comparison.sides.length, 4);
  assert.equal(comparison.withoutSkill.closedForm, 0);
  assert.ok(notes.some(({ en }) => en.includes("without skill and costs is USD 0.0 bn")));
  for (const [at, side] of comparison.sides.entries()) {
    assert.equal(names.policies[at]?.length, side.policies.length);
  }
  // Every figure of the file has a name that is no path.
  assert.ok(comparison.assumptions.length >= 40);
  for (const { path } of comparison.assumptions) {
    const name = names.figures.find((each) => each.path === path)?.name;
    assert.ok(name !== undefined && name.en !== path && name.ja !== path, path);
    assert.ok(!/\{\d\}/.test(name.en + name.ja), path);
  }
});

test("[H75] what was compared is kept, and what is unknown or too much is named", async () => {
  const [first, again] = [await get(COMPARISON, ROUTE), await get(COMPARISON, ROUTE)];
  assert.deepEqual(again.json, first.json);
  assert.equal((await get("/api/v1/policies/none/comparison", ROUTE)).status, 404);
  const many = await get("/api/v1/policies/us-japan/comparison?paths=1000000", ROUTE);
  assert.equal(many.status, 400);
});
