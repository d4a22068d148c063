/** Ways to raise the same revenue over HTTP: what is compared, and what its figures are called. */
import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import { after, before, test } from "node:test";
import { serveScenario, type ServedOffice } from "../../../../tests/support/served-office.ts";
import { comparedPolicy } from "@jointfund/server/policy/compared-policy.ts";
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
    readonly assumptions: readonly { readonly path: string; readonly value: number }[];
    readonly regimes: readonly {
      readonly id: string;
      readonly name: Text;
      readonly rate: number;
    }[];
    readonly offset: { readonly use: string };
    readonly withoutSkill: { readonly closedForm: number };
  };
  readonly notes: readonly Text[];
  readonly names: {
    readonly policies: readonly (readonly Text[])[];
    readonly figures: readonly { readonly path: string; readonly name: Text }[];
  };
};

const FILE = fileURLToPath(new URL("../../../../policies/us-japan.yaml", import.meta.url));
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

async function post(figures: object, at = "/api/v1/policies/us-japan/comparison") {
  const response = await served.app.request(at, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ paths: 50, figures }),
  });
  assert.equal(await description.faults("post", ROUTE, response.clone()), undefined);
  return { status: response.status, json: (await response.json()) as Record<string, unknown> };
}

test("[H75] [PO31] with figures moved it is what the file with these figures gives", async () => {
  const figures = {
    "incentive.caused": "20%",
    "tariff.elasticity": "-1.2",
    "host.treasury.fundingRate": "0.045",
    "regimes.baseline.rate": "15%",
    "tariff.offset.use": "jcx-2-23",
  };
  const { status, json } = await post(figures);
  assert.equal(status, 200);
  const { comparison } = json as unknown as Answer;
  // A parameter that is moved is known.
  const set = Object.entries(figures).flatMap(([path, value]) => {
    const isPlain = path.startsWith("regimes") || path.endsWith("use");
    const paths = ["value", "low", "high"].map((name) => `${path}.${name}`);
    return (isPlain ? [path] : paths).map((each) => ({ path: each, value }));
  });
  const expected = await comparedPolicy({ file: FILE, settings: set, paths: 50, seed: "1" });
  assert.ok(expected.ok);
  // But for what the regime is called, whose rate is not that of its name any more.
  assert.deepEqual(comparison.sides, expected.value.sides);
  assert.deepEqual(comparison.assumptions, expected.value.assumptions);
  const { name, rate } = comparison.regimes.find(({ id }) => id === "baseline")!;
  assert.deepEqual([rate, name.en], [0.15, "10% that lasts, moved to 15.0%"]);
  assert.equal(comparison.offset.use, "jcx-2-23");
});

test("[PO31] what is no figure or beyond its range is told by its path, all at once", async () => {
  const { status, json } = await post({
    "incentive.caused": "99%",
    "tariff.elasticity": "NaN",
    "tariff.offset.use": "jct-1917",
    "regimes.baseline.rate": "-1",
  });
  assert.equal(status, 422);
  assert.deepEqual(
    (json["findings"] as { path: string[]; code: string; expected: string }[]).map((each) => [
      each.path.join("/"),
      each.code,
    ]),
    [
      ["figures/incentive.caused", "out_of_range"],
      ["figures/tariff.elasticity", "bad_format"],
      ["figures/tariff.offset.use", "not_one_of"],
      ["figures/regimes.baseline.rate", "out_of_range"],
    ],
  );
  // Nothing else of the file can be set, least of all the files that it names.
  for (const path of ["charter", "assumptions", "years.count", "sources.jct-2023.en"]) {
    assert.equal((await post({ [path]: "1" })).status, 404, path);
  }
  assert.equal((await post({}, "/api/v1/policies/none/comparison")).status, 404);
});
