/** Comparisons, powers and experiments over HTTP, also of texts that people mean no good with. */
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { readFileSync } from "node:fs";
import { setTimeout as later } from "node:timers/promises";
import { Experiments } from "../../src/analysis/experiments.ts";
import { scenarioFile } from "../../src/analysis/known-charters.ts";
import { startWork, WorkEnded } from "../../src/analysis/working-thread.ts";
import { RequestProblem } from "../../src/http/problem.ts";
import { serveScenario, type ServedOffice } from "../../../../tests/support/served-office.ts";
import { PublishedDescription } from "./description.ts";

let served: ServedOffice;
let description: PublishedDescription;

before(async () => {
  served = await serveScenario("first-year");
  description = await PublishedDescription.of(served.app);
});

after(() => served.close());

type Fields = { readonly [name: string]: unknown };

/** Sends a body, holds the answer against the description, and gives it. */
async function post(path: string, body: unknown, at = path) {
  const response = await served.app.request(path, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
  assert.equal(await description.faults("post", at, response.clone()), undefined);
  return { status: response.status, json: (await response.json()) as Fields };
}

const COMPARISON = "/api/v1/charters/comparison";
const usJapan = readFileSync(
  new URL("../../../../charters/us-japan.yaml", import.meta.url),
  "utf8",
);

type Compared = {
  readonly counts: { readonly [standing: string]: number };
  readonly sections: readonly {
    readonly parts: readonly { readonly path: string; readonly terms: readonly Fields[] }[];
  }[];
};

const differing = ({ sections }: Compared) =>
  sections.flatMap(({ parts }) => parts.filter(({ terms }) => terms.length > 0));

describe("comparisons", () => {
  test("[H71] the fund's charter beside the example it was founded by: no difference", async () => {
    const body = { first: { charter: "fund.1" }, second: { charter: "example.us-japan" } };
    const { status, json } = await post(COMPARISON, body);
    assert.equal(status, 200);
    assert.deepEqual(differing(json as Compared), []);
  });

  test("[H71] two readings of a draft that is sent differ in what they differ in", async () => {
    const initial = /initial: ("300000000000\.00")/;
    const draft = usJapan.replace(
      initial,
      'initial: { brackets: { US: $1, JP: "200000000000.00" } }',
    );
    const [first, second] = ["US", "JP"].map((side) => ({ text: draft, side }));
    const { json } = await post(COMPARISON, { first, second });
    const [part, ...others] = differing(json as Compared);
    assert.deepEqual(others, []);
    assert.equal(part?.path, "/capital");
    const [term] = part.terms;
    assert.deepEqual(term?.["first"], { en: "USD 300 billion", ja: "3,000億米ドル" });
    assert.deepEqual(term["second"], { en: "USD 200 billion", ja: "2,000億米ドル" });
    const without = await post(COMPARISON, { first: { text: draft }, second });
    assert.equal(without.json["code"], "charter_side_needed");
    assert.deepEqual((without.json["facts"] as Fields)["sides"], ["US", "JP"]);
  });

  test("[H71] what is wrong with a text is told with its line in both languages", async () => {
    const wrong = usJapan.replace("callNotice:", "callNotise:");
    const { status, json } = await post(COMPARISON, {
      first: { charter: "fund.1" },
      second: { text: wrong },
    });
    assert.equal(status, 422);
    const facts = json["facts"] as Fields;
    assert.equal(facts["which"], "second");
    const findings = facts["findings"] as readonly Fields[];
    const line = wrong.split("\n").findIndex((each) => each.includes("callNotise")) + 1;
    const found = findings.find((each) => each["line"] === line);
    assert.ok(found !== undefined);
    const { en, ja } = found["texts"] as { readonly en: string; readonly ja: string };
    assert.ok(en.length > 0 && /[\u3040-\u30ff\u4e00-\u9fff]/.test(ja));
  });

  test("[H71] no text, name or body brings the server down", async () => {
    const deep = `${"[".repeat(50_000)}${"]".repeat(50_000)}`;
    const bombs = `a: &a [x, x]\n${"b: *a\n".repeat(1_000)}`;
    const sources = [
      ...[{ text: deep }, { text: bombs }, { text: "\u0000" }, { text: "__proto__: {}" }],
      ...[{ text: "x".repeat(1_048_577) }, { charter: "example.../../etc/passwd" }, {}],
      ...[{ charter: "fund.__proto__" }, { charter: "fund.1", text: "a" }, { charter: "fund.99" }],
      ...[{ text: usJapan, side: "__proto__" }, { text: `${usJapan}\n---\na: 1\n` }],
    ];
    for (const source of sources) {
      const { status } = await post(COMPARISON, { first: source, second: { charter: "fund.1" } });
      assert.ok(status >= 400 && status < 500, `${JSON.stringify(source).slice(0, 80)}: ${status}`);
    }
    for (const body of ["", "{", "[]", '"a"', "null", '{"first":1}', "[".repeat(1_000_000)]) {
      const { status } = await post(COMPARISON, body);
      assert.ok(status >= 400 && status < 500, body.slice(0, 20));
    }
  });
});

describe("powers", () => {
  test("[H71] of the charter in force, and of the same charter sent as text", async () => {
    const response = await served.app.request("/api/v1/charter/powers");
    const inForce = (await response.json()) as Fields;
    const { json } = await post("/api/v1/charters/powers", { text: usJapan });
    assert.deepEqual(json["acts"], inForce["acts"]);
  });
});

describe("experiments", () => {
  const ask = (settings: unknown, scenario = "first-year") =>
    post("/api/v1/experiments", { scenario, settings });

  async function ended(id: unknown): Promise<Fields> {
    for (;;) {
      const response = await served.app.request(`/api/v1/experiments/${String(id)}`);
      const path = "/api/v1/experiments/{id}";
      assert.equal(await description.faults("get", path, response.clone()), undefined);
      const json = (await response.json()) as Fields;
      if (json["status"] !== "queued" && json["status"] !== "running") return json;
      await later(100);
    }
  }

  type Run = {
    readonly cells: readonly { readonly id: string; readonly value: Fields }[];
    readonly stopped?: { readonly en: string; readonly ja: string };
  };
  type Runs = { readonly first: Run; readonly changed: Run };

  const minorOf = ({ cells }: Run, cell: string): bigint =>
    BigInt(String(cells.find(({ id }) => id === cell)?.value["minor"]));

  test("[H73] a run with twice the cash of a plant stands beside the run as it is", async () => {
    const { size } = served.office.record;
    const settings = [{ path: "parameters.plantCash", value: "22%" }];
    const { json } = await ask(settings, "us-japan-2025");
    const { status, result } = await ended(json["id"]);
    assert.equal(status, "done");
    const { first, changed } = result as Runs;
    const [was, is] = [first, changed].map((run) => minorOf(run, "sides.JP.received"));
    assert.ok(is! > was! && was! > 0n);
    assert.equal(minorOf(first, "sides.JP.promised"), minorOf(changed, "sides.JP.promised"));
    assert.equal(served.office.record.size, size);
    const again = await ask(settings, "us-japan-2025");
    assert.equal(again.json["status"], "done");
  });

  test("[H73] a run that stops halfway says where and why", async () => {
    const { json } = await ask([{ path: "capital", value: "150000000000.00" }]);
    const { status, result } = await ended(json["id"]);
    assert.equal(status, "done");
    const { first, changed } = result as Runs;
    assert.equal(first.stopped, undefined);
    assert.match(changed.stopped?.en ?? "", /^steps\..*\d{4}-\d{2}-\d{2}: /);
    assert.notEqual(changed.stopped?.en, changed.stopped?.ja);
  });

  test("[H73] terms that cannot be played are told; others are not taken at all", async () => {
    const { json } = await ask([{ path: "charter.capital.shares.US", value: "40%" }]);
    const { status, facts } = await ended(json["id"]);
    assert.equal(status, "refused");
    const [text] = (facts as { readonly texts: readonly { readonly en: string }[] }).texts;
    assert.match(text?.en ?? "", /The shares sum to 9\/10, not to 1/);
    for (const path of ["steps.0.on", "__proto__.x", "charter", "capital.x", "charter..x", ""]) {
      assert.equal((await ask([{ path, value: "1" }])).status, 422, path);
    }
    assert.equal((await ask([])).status, 422);
    assert.equal((await ask([{ path: "capital", value: "1" }], "../first-year")).status, 404);
  });

  test("[H73] one at a time for each client, and it ends when nobody waits any more", () => {
    const experiments = new Experiments();
    const asked = (value: string) => ({
      ...{ scenario: "us-japan", file: scenarioFile("us-japan")! },
      settings: [{ path: "capital", value }],
    });
    const one = experiments.ask(asked("200000000000.00"), "a");
    assert.equal(experiments.ask(asked("200000000000.00"), "b"), one);
    const isRefused = (code: string) => (failure: unknown) =>
      failure instanceof RequestProblem && failure.code === code;
    const other = asked("100000000000.00");
    assert.throws(() => experiments.ask(other, "a"), isRefused("experiment_running"));
    for (const client of ["c", "d", "e", "f", "g", "h"]) {
      experiments.ask(asked(`${client.codePointAt(0)}000000001.00`), client);
    }
    assert.throws(() => experiments.ask(other, "z"), isRefused("analysis_busy"));
    experiments.cancel(one, "a");
    assert.equal(one.status, "running");
    experiments.cancel(one, "b");
    assert.equal(one.status, "cancelled");
    for (const client of ["c", "d", "e", "f", "g", "h"]) {
      const queued = experiments.get(
        experiments.ask(asked(`${client.codePointAt(0)}000000001.00`), client).id,
      )!;
      experiments.cancel(queued, client);
      assert.equal(queued.status, "cancelled");
    }
  });

  test("[H72] work ends within its bounds", async () => {
    const work = { kind: "run", scenario: scenarioFile("us-japan")!, settings: [] } as const;
    const ended = (failure: unknown): boolean =>
      failure instanceof WorkEnded && failure.why === "time";
    await assert.rejects(startWork(work, { processorMs: 300, memoryMb: 256 }).outcome, ended);
  });
});
