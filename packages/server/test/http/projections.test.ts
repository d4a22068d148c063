/** The future of the charter in force over HTTP: what can be moved, and what comes of it. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { setTimeout as later } from "node:timers/promises";
import type { Projection } from "@jointfund/projection/outcomes/projection.ts";
import {
  listen,
  serveScenario,
  type ServedOffice,
} from "../../../../tests/support/served-office.ts";
import { problemOf, RequestProblem } from "../../src/http/problem.ts";
import { DeskWork } from "../../src/projection/projection-desk-work.ts";
import { namedCharter } from "../../src/projection/named-charter.ts";
import { slidersOf } from "../../src/projection/sliders.ts";
import { assumptionsFor } from "../../src/projection/projection-terms.ts";
import { PublishedDescription } from "./description.ts";
import type { Json } from "@jointfund/core/base/json.ts";
import { decodeCharter } from "@jointfund/core/charter/decode-charter.ts";
import { charterJsonAt, exampleCharter } from "../../../../tests/support/charters.ts";

let served: ServedOffice;
let description: PublishedDescription;

before(async () => {
  served = await serveScenario("first-year");
  description = await PublishedDescription.of(served.app);
});

after(() => served.close());

const PATH = "/api/v1/projections";
const asked = { moved: {}, stresses: [], years: 5, paths: 1024, seed: "1" };

async function project(body: object, path = PATH) {
  const response = await served.app.request(path, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });
  assert.equal(await description.faults("post", path, response.clone()), undefined);
  return { status: response.status, json: (await response.json()) as Record<string, unknown> };
}

const told = async (body: object): Promise<Projection> => {
  const { status, json } = await project(body);
  assert.equal(status, 200, JSON.stringify(json));
  return json["projection"] as Projection;
};

test("[H74] what can be moved has a value within its bounds", async () => {
  const response = await served.app.request("/api/v1/projection-terms");
  const fault = await description.faults("get", "/api/v1/projection-terms", response.clone());
  assert.equal(fault, undefined);
  const terms = (await response.json()) as {
    readonly sliders: { id: string; value: number; least: number; most: number }[];
  };
  const ids = terms.sliders.map(({ id }) => id);
  for (const id of ["leverage", "expectedReturn", "volatility", "share", "pace"]) {
    assert.ok(ids.includes(id), id);
  }
  for (const { value, least, most } of terms.sliders) assert.ok(value >= least && value <= most);
});

test("[H74] less debt wanted is less owed; the same question, the same answer", async () => {
  const [first, again] = [await told(asked), await told(asked)];
  assert.deepEqual(again, first);
  const careful = await told({ ...asked, moved: { leverage: 0.1 } });
  const owed = ({ fund }: Projection): number => fund.debt.p50.at(-1) ?? 0;
  assert.ok(owed(careful) < owed(first) / 2);
  const split = await told({ ...asked, moved: { share: 0.75 } });
  const paid = ({ parties }: Projection, id: string): number =>
    parties.find((party) => party.id === id)!.fans.paidIn.mean.at(-1) ?? 0;
  // The slider is of the founder whose id comes first.
  assert.ok(paid(split, "JP") > paid(first, "JP") * 1.3);
});

test("[H74] what is not in the terms, or beyond them, is named", async () => {
  for (const [body, status] of [
    [{ ...asked, moved: { nothing: 1 } }, 404],
    [{ ...asked, moved: { leverage: 2 } }, 422],
    [{ ...asked, stresses: ["none"] }, 404],
    [{ ...asked, paths: 1_000_000 }, 422],
    [{ ...asked, years: 100 }, 422],
  ] as const) {
    const { status: actual, json } = await project(body);
    assert.equal(actual, status, JSON.stringify(json));
  }
});

test("[H74] a charter that is named is projected instead of the one in force", async () => {
  const charter = "example.us-japan-2025";
  const response = await served.app.request(`/api/v1/projection-terms?charter=${charter}`);
  const fault = await description.faults("get", "/api/v1/projection-terms", response.clone());
  assert.equal(fault, undefined);
  assert.equal(((await response.json()) as { charter: string }).charter, "us-japan-2025");
  const [here, there] = [await told(asked), await told({ ...asked, charter })];
  assert.notDeepEqual(there.fund, here.fund);
  assert.equal((await project({ ...asked, charter: "example.none" })).status, 404);
});

test("[H74] who leaves is not computed for, and is told nothing", async () => {
  const ending = new AbortController();
  const body = JSON.stringify({ ...asked, seed: "left", years: 30, paths: 10_000 });
  const headers = { "Content-Type": "application/json" };
  const request = new Request(`http://localhost${PATH}`, {
    ...{ method: "POST", headers, body, signal: ending.signal },
  });
  const answer = served.app.request(request);
  setTimeout(() => ending.abort(), 20);
  assert.equal((await answer).status, 499);
  // The desk is free for the next.
  assert.equal((await project(asked)).status, 200);
});

test("[H74] connections that close make room at once", async () => {
  const { address, close } = await listen(served.app);
  const post = (seed: string, signal?: AbortSignal): Promise<Response> =>
    fetch(address + PATH, {
      ...{ method: "POST", headers: { "Content-Type": "application/json" } },
      body: JSON.stringify({ ...asked, seed, years: 30, paths: 10_000 }),
      ...(signal === undefined ? {} : { signal }),
    });
  try {
    const ending = new AbortController();
    const seeds = Array.from({ length: 9 }, (_each, index) => `closed ${index}`);
    const left = Promise.allSettled(seeds.map((seed) => post(seed, ending.signal)));
    await later(100);
    ending.abort();
    // One that came when too many waited was told so at once; none was computed.
    for (const each of await left) {
      assert.ok(each.status === "rejected" || each.value.status === 503);
    }
    // With those that wait, this one would be told for seconds that too many do.
    const until = performance.now() + 2_000;
    let open = await post("open");
    while (open.status === 503 && performance.now() < until) {
      await later(50);
      open = await post("open");
    }
    assert.equal(open.status, 200);
  } finally {
    close();
  }
});

type PathTold = {
  readonly path: number;
  readonly steps: readonly { readonly fund: { readonly [name: string]: number } }[];
  readonly parties: readonly {
    readonly id: string;
    readonly steps: readonly { [name in "paidIn" | "distributed" | "worth"]: number }[];
  }[];
  readonly covenants: readonly { readonly rungs: readonly number[] }[];
};

test("[H76] the ranked paths end where they are said to end", async () => {
  const { status, json } = await project(asked, `${PATH}/ranked`);
  assert.equal(status, 200, JSON.stringify(json));
  const parties = json["parties"] as {
    readonly id: string;
    readonly ranked: readonly { share: number; path: number; gain: number }[];
  }[];
  const projection = await told(asked);
  const { paths: _paths, ...about } = asked;
  for (const { id, ranked } of parties) {
    const gains = ranked.map(({ gain }) => gain);
    assert.deepEqual(
      gains,
      gains.toSorted((a, b) => a - b),
    );
    const { terminal } = projection.parties.find((party) => party.id === id)!;
    const near = (actual: number, expected: number | null): void =>
      assert.ok(Math.abs(actual - expected!) <= Math.abs(expected!) / 64, `${actual} ${expected}`);
    near(gains[0]!, terminal.gain.least);
    near(gains[3]!, terminal.gain.p50);
    near(gains.at(-1)!, terminal.gain.most);
    const { path, gain } = ranked[1]!;
    const answer = await project({ ...about, path }, `${PATH}/path`);
    const story = answer.json as unknown as PathTold;
    assert.equal(story.path, path);
    assert.equal(story.steps.length, 20);
    const { steps } = story.parties.find((party) => party.id === id)!;
    const flows = steps.reduce((sum, each) => sum + each.distributed - each.paidIn, 0);
    const ended = flows + Math.max(0, steps.at(-1)!.worth);
    assert.ok(Math.abs(ended - gain) <= Math.abs(gain) * 1e-9, `${ended} ${gain}`);
    assert.ok(story.covenants.every(({ rungs }) => rungs.length === story.steps.length));
  }
});

test("[H76] a path beyond those of a projection is told, one below 0 is refused", async () => {
  const { paths: _paths, ...about } = asked;
  const far = await project({ ...about, path: 73_412 }, `${PATH}/path`);
  const { steps } = far.json as unknown as PathTold;
  for (const { fund } of steps) {
    const { netAssets, totalAssets, debt } = fund;
    assert.ok(netAssets! <= totalAssets! - debt! + 1, JSON.stringify(fund));
  }
  assert.equal((await project({ ...about, path: -1 }, `${PATH}/path`)).status, 422);
});

test("[H74] a slider that is not moved says what the assumptions say", () => {
  const charter = exampleCharter("us-japan");
  const projected = { charter, assumptions: assumptionsFor(charter) };
  for (const { id, read, move } of slidersOf(projected)) {
    const value = read(projected)!;
    assert.ok(Math.abs(read(move(projected, value))! - value) < 1e-6, id);
  }
});

for (const name of ["us-japan", "us-japan-2025"]) {
  test(`[H74] a slider of ${name} can show what is assumed`, () => {
    const charter = exampleCharter(name);
    const projected = { charter, assumptions: assumptionsFor(charter) };
    for (const { id, least, step, read } of slidersOf(projected)) {
      const steps = (read(projected)! - least) / step;
      assert.ok(Math.abs(steps - Math.round(steps)) < 1e-6, id);
    }
  });
}

test("[H74] a clause that cannot be projected is named", async () => {
  const limit = 'not concernsAffiliateOf("ADV") or concernCost <= affiliateCap of initialCapital';
  const file = new URL("../../../../charters/us-japan.yaml", import.meta.url);
  const text = JSON.stringify(charterJsonAt(file));
  assert.ok(text.includes(JSON.stringify(limit)));
  // The day a month from now is a date that a program cannot move.
  const odd = JSON.stringify('today + 1 month > date("2026-01-01")');
  const changed = JSON.parse(text.replace(JSON.stringify(limit), odd)) as Json;
  const charter = decodeCharter(changed);
  assert.ok(charter.ok);
  const { paths, ...rest } = asked;
  const of = { kind: "projection", paths } as const;
  const question = { ...rest, of, charter: namedCharter(charter.value) };
  const answer = await new DeskWork(1).answer(question);
  assert.ok(answer.kind === "wrong" && answer.code === "charter_not_projected");
  const problem = new RequestProblem(answer.code, answer.parts);
  assert.match(problemOf(problem, "en").title, /projected: \d[\d.]*\.$/);
  assert.match(problemOf(problem, "ja").title, /：\d[\d.]*$/);
});
