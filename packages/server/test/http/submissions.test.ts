/** Statements that come in over HTTP: taken once, refused with a reason, never half. */
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { encodeSigned } from "@jointfund/core/fund/entry.ts";
import type { Act, Statement } from "@jointfund/core/governance/statement.ts";
import { ENTRY_BYTES_MAX } from "@jointfund/core/log/tiles.ts";
import { signStatement } from "../../src/application/operator.ts";
import { demonstrationKey } from "../../src/application/demonstration-keys.ts";
import { officerSigner } from "../../src/scenario/demonstration.ts";
import { PublishedDescription } from "./description.ts";
import { serveScenario, type ServedOffice } from "../../../../tests/support/served-office.ts";

const PATH = "/api/v1/statements";

let served: ServedOffice;
let description: PublishedDescription;

before(async () => {
  served = await serveScenario("first-year");
  description = await PublishedDescription.of(served.app);
});

after(() => served.close());

/** A statement of an officer of the demonstration, in its canonical bytes. */
function signed(statement: Statement & { readonly officer?: string }, by: string): Uint8Array {
  const { charter } = served.office.record.view.state;
  return encodeSigned(signStatement(statement, officerSigner(charter, by)));
}

/** A fact that every officer may state: an interest of one's own. */
function proposal(reason: string, change: Partial<Act> = {}): Uint8Array {
  const { state } = served.office.record.view;
  const { charter, today } = state;
  const officer = [...state.officers.values()].find(({ party }) => party === "US")!;
  const act: Act = {
    ...{
      type: "conflict.declare",
      body: { holder: officer.id, concern: "example.co", nature: "shares" },
    },
    ...{ charterVersion: charter.version, effectiveDate: today, proposer: officer.id },
    ...{ basis: "commercial", reason, evidence: [], ...change },
  };
  return signed({ kind: "fact", fund: charter.id, act }, officer.id);
}

const post = (body: Uint8Array | string, headers: Readonly<Record<string, string>> = {}) =>
  served.app.request(PATH, {
    method: "POST",
    headers: { "Content-Type": "application/json", ...headers },
    body: body as string,
  });

type Receipt = { readonly status: string; readonly index: number; readonly act?: string };

describe("a statement that is handed in", () => {
  test("[H24] is answered once it is on record, and shown with the answer", async () => {
    const response = await post(proposal("Found out today"));
    const { size } = served.office.record;
    assert.equal(await description.faults("post", PATH, response.clone()), undefined);
    const receipt = (await response.json()) as Receipt;
    assert.deepEqual([response.status, receipt.status, receipt.index], [200, "accepted", size - 1]);
    const act = await served.app.request(`/api/v1/acts/${receipt.act}`);
    assert.equal(act.status, 200);
  });

  test("[H24] sent again is answered by the entry that has it, and adds nothing", async () => {
    const first = (await (await post(proposal("Twice"))).json()) as Receipt;
    const { size } = served.office.record;
    const again = (await (await post(proposal("Twice"))).json()) as Receipt;
    assert.deepEqual(again, { status: "already", index: first.index });
    assert.equal(served.office.record.size, size);
  });

  test("[H25] under one key is taken once, and gets the same answer each time", async () => {
    const key = { "Idempotency-Key": "conflict-1" };
    const both = await Promise.all([post(proposal("Key"), key), post(proposal("Key"), key)]);
    const [a, b] = (await Promise.all(both.map((each) => each.json()))) as [Receipt, Receipt];
    assert.deepEqual(a, b);
    assert.equal(a.status, "accepted");
    const other = await post(proposal("Other content"), key);
    assert.equal(other.status, 422);
    const problem = (await other.json()) as { readonly code: string };
    assert.equal(problem.code, "idempotency_key_reused");
    for (const wrong of ["a b", "x".repeat(129), "é"]) {
      assert.equal((await post(proposal("Key"), { "Idempotency-Key": wrong })).status, 400);
    }
  });

  test("[H24] with another at once is put in an order, and both are answered", async () => {
    const { size } = served.office.record;
    const responses = await Promise.all([post(proposal("One")), post(proposal("Other"))]);
    const receipts = (await Promise.all(responses.map((each) => each.json()))) as Receipt[];
    const indexes = receipts.map(({ index }) => index).toSorted((a, b) => a - b);
    assert.deepEqual(indexes, [size, size + 1]);
  });

  test("[H11] that the rules refuse is a problem with its clause, facts and entry", async () => {
    const response = await post(proposal("Of a former charter", { charterVersion: 99 }));
    assert.equal(response.status, 422);
    assert.equal(response.headers.get("Content-Type"), "application/problem+json");
    assert.equal(await description.faults("post", PATH, response.clone()), undefined);
    const problem = (await response.json()) as { readonly [field: string]: string | number };
    assert.equal(problem["type"], `/problems/${String(problem["code"])}`);
    assert.equal(typeof problem["index"], "number");
    const page = await served.app.request(String(problem["type"]));
    assert.equal(page.status, 200);
    const japanese = await served.app.request(PATH, {
      method: "POST",
      headers: { "Content-Type": "application/json", "Accept-Language": "ja,en;q=0.5" },
      body: proposal("Of a former charter", { charterVersion: 99 }) as unknown as string,
    });
    const { title, texts } = (await japanese.json()) as { title: string; texts: { ja: string } };
    assert.equal(title, texts.ja);
    assert.match(title, /[ぁ-ん]/);
  });

  test("[H11] that is no statement, or not canonical, is refused unrecorded", async () => {
    const { size } = served.office.record;
    const text = new TextDecoder().decode(proposal("Spaced"));
    const wrong = [
      "",
      "null",
      "{}",
      "[",
      text.replace("{", "{ "),
      `${text}\n`,
      "\u0000",
      "[".repeat(9e3),
    ];
    for (const body of wrong) {
      const response = await post(body);
      assert.equal(response.status, 422, body.slice(0, 40));
      assert.equal(await description.faults("post", PATH, response), undefined);
    }
    assert.equal(served.office.record.size, size);
  });

  test("[H4] that no key of the fund has signed is refused, and leaves no trace", async () => {
    const { state } = served.office.record.view;
    const { size } = served.office.record;
    const stranger = demonstrationKey("a stranger");
    const officer = "us-t1";
    const fund = state.charter.id;
    const statement: Statement = { kind: "execution", fund, officer, actId: "0".repeat(64) };
    const response = await post(encodeSigned(signStatement(statement, stranger)));
    assert.equal(response.status, 422);
    assert.equal(served.office.record.size, size);
  });

  test("[H24] that is too long is not read to its end", async () => {
    const long = "x".repeat(ENTRY_BYTES_MAX + 1);
    assert.equal((await post(long)).status, 413);
    assert.equal((await post(long, { "Content-Length": "12" })).status, 413);
    let pulled = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        pulled++;
        controller.enqueue(new Uint8Array(16_384).fill(32));
      },
    });
    const request = new Request(`http://localhost${PATH}`, {
      ...{ method: "POST", body: endless, duplex: "half" },
      headers: { "Content-Type": "application/json" },
    });
    assert.equal((await served.app.request(request)).status, 413);
    assert.ok(pulled < 10);
    const typed = await post("{}", { "Content-Type": "text/plain" });
    assert.equal(typed.status, 415);
  });
});

describe("what is answered", () => {
  test("[H20] has the same tag as long as the record is the same, and another after", async () => {
    const first = await served.app.request("/api/v1/fund");
    const tag = first.headers.get("ETag")!;
    const same = await served.app.request("/api/v1/fund", { headers: { "If-None-Match": tag } });
    assert.equal(same.status, 304);
    assert.equal(await same.text(), "");
    await post(proposal("Something new"));
    const page = await served.app.request("/api/v1/page");
    await post(proposal("Something newer"));
    const soon = await served.app.request("/api/v1/page");
    assert.equal(soon.headers.get("ETag"), page.headers.get("ETag"));
    const newest = await served.app.request("/api/v1/page", {
      headers: { "Cache-Control": "no-cache" },
    });
    assert.notEqual(newest.headers.get("ETag"), page.headers.get("ETag"));
    const next = await served.app.request("/api/v1/fund", { headers: { "If-None-Match": tag } });
    assert.equal(next.status, 200);
    assert.notEqual(next.headers.get("ETag"), tag);
  });

  test("[H23] in parts is whole, each thing once, while the record grows", async () => {
    type List = { readonly items: readonly { readonly id: string }[]; readonly next?: string };
    const ids: string[] = [];
    const expected = [...served.office.record.view.chronicle.acts.keys()].toReversed();
    let cursor = "";
    do {
      const response = await served.app.request(`/api/v1/acts?limit=7${cursor}`);
      const { items, next } = (await response.json()) as List;
      ids.push(...items.map(({ id }) => id));
      cursor = next === undefined ? "" : `&cursor=${next}`;
      if (ids.length === 7) await post(proposal("In between"));
    } while (cursor !== "");
    assert.deepEqual(ids, expected);
    const other = await served.app.request("/api/v1/refusals?cursor=YWN0czox");
    assert.equal(other.status, 400);
  });
});
