/** What the public pages read beside the page itself: histories, counts, versions, subjects. */
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { serveScenario, type ServedOffice } from "../../../../tests/support/served-office.ts";

let served: ServedOffice;

before(async () => {
  served = await serveScenario("us-japan");
});

after(() => served.close());

async function get<T>(path: string): Promise<T> {
  const response = await served.app.request(path);
  assert.equal(response.status, 200, `${path}: ${await response.clone().text()}`);
  return (await response.json()) as T;
}

type Act = {
  readonly id: string;
  readonly type: string;
  readonly clause: string;
  readonly kind: string;
  readonly status: string;
  readonly party: string;
  readonly effectiveDate: string;
  readonly about: readonly { readonly kind: string; readonly id: string }[];
};

/** Every act that a filter lets through, by all parts of the list. */
async function allActs(filter: string): Promise<readonly Act[]> {
  const acts: Act[] = [];
  let cursor = "";
  do {
    const part = await get<{ items: Act[]; next?: string }>(
      `/api/v1/acts?limit=500&${filter}${cursor}`,
    );
    acts.push(...part.items);
    cursor = part.next === undefined ? "" : `&cursor=${part.next}`;
  } while (cursor !== "");
  return acts;
}

type Point = Readonly<Record<"on" | "cost" | "fairValue" | "income" | "realised", string>>;
type Detail = {
  readonly id: string;
  readonly region?: string;
  readonly cost: string;
  readonly fairValue: string;
  readonly history: readonly Point[];
  readonly valuations: readonly { readonly minor: string; readonly on: string }[];
  readonly interests: readonly { readonly holder: string; readonly concern: string }[];
};

describe("the story of an investment", () => {
  test("[H60] ends where the books stand, and has earned what was reported", async () => {
    const { items } = await get<{ items: Detail[] }>("/api/v1/investments");
    assert.ok(items.length > 8);
    for (const { id } of items) {
      const { history, cost, fairValue } = await get<Detail>(`/api/v1/investments/${id}`);
      const last = history.at(-1);
      assert.equal(last?.cost ?? "0", cost, id);
      assert.equal(last?.fairValue ?? "0", fairValue, id);
      let reported = 0n;
      for (const { act } of served.office.record.view.chronicle.acts.values()) {
        const { investment, amount } = act.body;
        if (act.type !== "investment.income" || investment !== id) continue;
        if (typeof amount === "string") reported += BigInt(amount);
      }
      assert.equal(BigInt(last?.income ?? 0), reported, id);
    }
  });

  test("[H60] has every value that was given, and a sale as a realised gain", async () => {
    const port = await get<Detail>("/api/v1/investments/port");
    const submitted = await allActs("type=valuation.submit&investment=port");
    assert.equal(port.valuations.length, submitted.length);
    assert.equal(port.history.at(-1)?.cost, "0");
    assert.ok(BigInt(port.history.at(-1)?.realised ?? 0) > 0n);
  });

  test("[IN37] says in which state it is, and who has an interest in it", async () => {
    const abilene = await get<Detail>("/api/v1/investments/abilene");
    assert.equal(abilene.region, "US-TX");
    const holders = abilene.interests.map(({ holder, concern }) => `${holder} ${concern}`);
    assert.deepEqual(holders, ["ADV adviser-group", "jp-3 oracle"]);
  });
});

describe("a covenant over time", () => {
  type Standing = { readonly ratio?: string; readonly step: string };
  type History = {
    readonly points: readonly (Standing & { readonly on: string })[];
    readonly ladders: readonly { readonly from: string }[];
  };

  test("[H61] stood at the end of a month as the record had it then", async () => {
    const { points } = await get<History>("/api/v1/covenants/asset-coverage/history");
    const { notes } = served.office.record.view;
    for (const { on, ratio, step } of points.filter((_, n) => n % 25 === 11)) {
      const known = notes.findLastIndex(({ recordedAt }) => recordedAt.slice(0, 10) <= on);
      const { items } = await get<{ items: (Standing & { readonly id: string })[] }>(
        `/api/v1/covenants?knownAt=${known}`,
      );
      const then = items.find(({ id }) => id === "asset-coverage");
      assert.deepEqual([ratio, step], [then?.ratio, then?.step], on);
    }
  });

  test("[H61] shows the steps that it took, and its thresholds once", async () => {
    const { points, ladders } = await get<History>("/api/v1/covenants/asset-coverage/history");
    assert.ok(points.some(({ step }) => step === "lock"));
    assert.equal(ladders.length, 1);
    assert.equal((await served.app.request("/api/v1/covenants/none/history")).status, 404);
  });
});

describe("acts by what they are", () => {
  test("[H62] are as many as the counts say", async () => {
    const counts = await get<{
      decisions: number;
      facts: number;
      types: readonly { type: string; count: number }[];
      statuses: readonly { status: string; count: number }[];
      parties: readonly { party: string; count: number }[];
      years: readonly { year: number; count: number }[];
    }>("/api/v1/act-counts");
    const all = await allActs("");
    assert.equal(counts.decisions + counts.facts, all.length);
    assert.equal((await allActs("nature=decision")).length, counts.decisions);
    assert.equal((await allActs("nature=fact")).length, counts.facts);
    for (const { type, count } of counts.types) {
      assert.equal(all.filter((act) => act.type === type).length, count, type);
    }
    for (const { status, count } of counts.statuses) {
      assert.equal(all.filter((act) => act.status === status).length, count, status);
    }
    for (const { party, count } of counts.parties) {
      assert.equal((await allActs(`party=${party}`)).length, count, party);
    }
    for (const { year, count } of counts.years) {
      assert.equal((await allActs(`year=${year}`)).length, count, `${year}`);
    }
  });

  test("[H62] are found by the clause that rules them, and by the whole of it", async () => {
    const all = await allActs("");
    for (const clause of ["5", "10.1", "8.1", "10"]) {
      const under = all.filter(
        (act) => act.clause === clause || act.clause.startsWith(`${clause}.`),
      );
      assert.deepEqual(
        (await allActs(`clause=${clause}`)).map(({ id }) => id),
        under.map(({ id }) => id),
      );
      assert.ok(under.length > 0, clause);
    }
    assert.equal((await served.app.request("/api/v1/acts?clause=5.x")).status, 400);
  });

  test("[H62] say by name what they are about, the release of a payment too", async () => {
    const releases = await allActs("type=payment.release&year=2025");
    assert.ok(releases.length > 0);
    for (const { about } of releases) {
      assert.deepEqual(
        about.map(({ kind, id }) => (kind === "act" ? kind : id)),
        ["act", "abilene"],
      );
    }
  });
});

test("[H63] every version of the charter is there, with the act that adopted it", async () => {
  type Version = { version: number; hash: string; act: string; from: string; changed: string[] };
  const { items } = await get<{ items: Version[] }>("/api/v1/charter/versions");
  assert.deepEqual(
    items.map(({ version }) => version),
    [1, 2],
  );
  const [first, second] = items;
  assert.deepEqual(first?.changed, []);
  assert.deepEqual(second?.changed, ["/version", "/terms/concentrationCap/value/ratio"]);
  for (const { version, hash } of items) {
    const got = await get<{ hash: string; charter: { version: number } }>(
      `/api/v1/charter?version=${version}`,
    );
    assert.deepEqual([got.hash, got.charter.version], [hash, version]);
  }
  assert.equal((await served.app.request("/api/v1/charter?version=3")).status, 404);
});
