/** From a citizen's wish to an order on record: kept beside the log until a distributor signs. */
import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import type { Json } from "@jointfund/core/base/canonical.ts";
import { encodeSigned } from "@jointfund/core/fund/entry.ts";
import type { Act } from "@jointfund/core/governance/statement.ts";
import { signStatement } from "../../src/application/operator.ts";
import type { Person } from "../../src/http/person.ts";
import { OPEN_MAX, OrderRequests, RequestDamaged } from "../../src/order-desk/order-requests.ts";
import { systemDisk } from "../../src/storage/system-disk.ts";
import { officerSigner } from "../../src/scenario/demonstration.ts";
import { PublishedDescription } from "./description.ts";
import { copyPlayed } from "../../../../tests/support/copy-played.ts";
import { serveData, type ServedOffice } from "../../../../tests/support/served-office.ts";

const CITIZEN: Person = {
  ...{ subject: "test#citizen", name: "us-004", role: "citizen" },
  holding: { feeder: "feeder-us", holder: "us-004" },
};
const OTHER: Person = { ...CITIZEN, holding: { feeder: "feeder-us", holder: "us-006" } };
const desk = (party: string, officer: string): Person => ({
  ...{ subject: `test#${officer}`, name: officer, role: "officer", party, officer },
});
const DISTRIBUTOR = desk("DUS", "us-distributor-1");
const AUDITOR: Person = { ...desk("AUD", "auditor-1"), role: "auditor" };

const data = mkdtempSync(join(tmpdir(), "jointfund-orders-"));
let served: ServedOffice;
let description: PublishedDescription;
let who: Person | undefined;

type Wire = { readonly [field: string]: string } & {
  readonly order?: { readonly standing: string };
};
type Answer = { readonly status: number; readonly body: Wire };

async function send(as: Person | undefined, path: string, content?: Json): Promise<Answer> {
  who = as;
  const response = await served.app.request(
    `/api/v1/${path}`,
    content === undefined
      ? {}
      : {
          method: "POST",
          headers: { "Content-Type": "application/json" },
          body: JSON.stringify(content),
        },
  );
  const method = content === undefined ? "get" : "post";
  const route = `/api/v1/${path.replace(/[0-9a-f]{64}/, "{id}")}`;
  assert.equal(await description.faults(method, route, response.clone()), undefined, path);
  return { status: response.status, body: (await response.json()) as Wire };
}

const open = async (): Promise<void> => {
  served = await serveData(data, { whoAsks: () => Promise.resolve(who) });
  description = await PublishedDescription.of(served.app);
};

async function risks(): Promise<string> {
  return (await send(CITIZEN, "my/order-terms")).body["risksDigest"]!;
}

let keys = 0;
const wish = async (more: { readonly [field: string]: Json } = {}): Promise<Json> => ({
  ...{ kind: "subscription", minor: "20000", risks: await risks(), key: `attempt-${++keys}` },
  ...more,
});

const ask = async (more: { readonly [field: string]: Json } = {}): Promise<Answer> =>
  send(CITIZEN, "my/order-requests", await wish(more));

type Listed = {
  readonly items: readonly (Wire & { readonly request: Wire; readonly act: Json })[];
};
const listed = async (as: Person, path: string): Promise<Listed["items"]> =>
  ((await send(as, path)).body as unknown as Listed).items;

/** The distributor signs an act, with a request as its evidence. */
async function sign(act: Pick<Act, "type" | "body">, evidence: string): Promise<number> {
  const { charter, today } = served.office.record.view.state;
  const whole: Act = {
    ...{ ...act, charterVersion: charter.version, effectiveDate: today },
    ...{ proposer: "us-distributor-1", basis: "commercial", reason: "Asked by the holder" },
    evidence: [evidence],
  };
  const statement = { kind: "fact", fund: charter.id, act: whole } as const;
  const signed = signStatement(statement, officerSigner(charter, "us-distributor-1"));
  const response = await served.app.request("/api/v1/statements", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: encodeSigned(signed) as Uint8Array<ArrayBuffer>,
  });
  return response.status;
}

describe("a request for an order", () => {
  before(async () => {
    await copyPlayed("citizens", data);
    await open();
  });

  after(async () => {
    await served.close();
    rmSync(data, { recursive: true });
  });

  test("[H53] is kept beside the log, and seen by holder, distributor and auditor", async () => {
    const { size } = served.office.record;
    const { status, body } = await ask();
    assert.deepEqual([status, body["standing"], body["minor"]], [200, "asked", "20000"]);
    assert.equal(served.office.record.size, size);
    for (const as of [DISTRIBUTOR, AUDITOR]) {
      const items = await listed(as, "order-requests");
      assert.equal(items[0]?.request["id"], body["id"]);
    }
    assert.equal((await listed(CITIZEN, "my/order-requests"))[0]?.["id"], body["id"]);
    assert.deepEqual(await listed(OTHER, "my/order-requests"), []);
    assert.deepEqual(await listed(desk("DJP", "jp-distributor-1"), "order-requests"), []);
    for (const as of [desk("MGR", "office-1"), desk("US", "us-treasury-1")]) {
      assert.equal((await send(as, "order-requests")).body["code"], "not_yours");
    }
  });

  test("[H53] survives the office's end", async () => {
    const before = await listed(CITIZEN, "my/order-requests");
    await served.close();
    await open();
    assert.deepEqual(await listed(CITIZEN, "my/order-requests"), before);
  });

  test("[H54] is not taken without the risks of the day", async () => {
    const { status, body } = await ask({ risks: "0".repeat(64) });
    assert.deepEqual([status, body["code"]], [422, "risks_not_read"]);
  });

  test("[H54] is not taken where the rules would refuse the act", async () => {
    const refused = async (more: { readonly [field: string]: Json }): Promise<string> =>
      (await ask(more)).body["code"] ?? "";
    assert.equal(await refused({ minor: "9999" }), "order_below_least");
    const { minor: _none, ...rest } = (await wish()) as { readonly [field: string]: Json };
    const units = { ...rest, kind: "redemption", microUnits: "99000000000" };
    const tooMany = await send(CITIZEN, "my/order-requests", units);
    assert.equal(tooMany.body["code"], "units_not_held");
    assert.equal(await refused({ distributor: "DJP" }), "distributor_wrong");
    assert.equal(await refused({ minor: -5 }), "body_wrong");
  });

  test("[H55] with one key is one request, and with other content none", async () => {
    const once = await wish({ key: "the-same-key" });
    const both = await Promise.all([
      send(CITIZEN, "my/order-requests", once),
      send(CITIZEN, "my/order-requests", once),
    ]);
    assert.equal(both[0].body["id"], both[1].body["id"]);
    const other = await ask({ key: "the-same-key", minor: "30000" });
    assert.equal(other.body["code"], "idempotency_key_reused");
    const another = await send(OTHER, "my/order-requests", once);
    assert.notEqual(another.body["id"], both[0].body["id"]);
  });

  test("[H56] is withdrawn by its holder alone, once", async () => {
    const { body } = await ask();
    const path = `my/order-requests/${body["id"]}/withdrawal`;
    assert.equal((await send(OTHER, path, {})).status, 404);
    assert.equal((await send(DISTRIBUTOR, path, {})).status, 403);
    assert.equal((await send(CITIZEN, path, {})).body["standing"], "withdrawn");
    assert.equal((await send(CITIZEN, path, {})).body["code"], "request_ended");
  });

  test("[H56] is declined by its distributor alone, with a reason", async () => {
    const { body } = await ask();
    const path = `order-requests/${body["id"]}/refusal`;
    const reason = { reason: "The money has not come." };
    assert.equal((await send(desk("DJP", "jp-distributor-1"), path, reason)).status, 404);
    assert.equal((await send(DISTRIBUTOR, path, { reason: "" })).body["code"], "body_wrong");
    const declined = (await send(DISTRIBUTOR, path, reason)).body;
    assert.deepEqual([declined["standing"], declined["reason"]], ["declined", reason.reason]);
    assert.equal(declined["endedBy"], "us-distributor-1");
  });

  test("[H56] is placed once an act cites it, and cancelled the same way", async () => {
    const { body } = await ask();
    const id = body["id"]!;
    const items = await listed(DISTRIBUTOR, "order-requests");
    const draft = items.find(({ request }) => request["id"] === id)!;
    assert.equal(await sign(draft.act as unknown as Act, id), 200);
    const placed = (await listed(CITIZEN, "my/order-requests")).find((each) => each["id"] === id)!;
    assert.equal(placed["standing"], "placed");
    assert.equal(placed["differs"], undefined);
    assert.equal(placed.order?.standing, "waiting");
    const end = await send(CITIZEN, `my/order-requests/${id}/withdrawal`, {});
    assert.equal(end.body["code"], "request_ended");
    const back = { kind: "cancellation", order: placed["act"]!, key: "take-it-back" };
    const asked = (await send(CITIZEN, "my/order-requests", back)).body;
    assert.deepEqual([asked["standing"], asked["cancels"]], ["asked", placed["act"]]);
    const again = (await listed(DISTRIBUTOR, "order-requests"))[0]!;
    assert.equal(await sign(again.act as unknown as Act, asked["id"]!), 200);
    const now = (await listed(CITIZEN, "my/order-requests")).find((each) => each["id"] === id)!;
    assert.equal(now.order?.standing, "cancelled");
  });

  test("[H56] says where the act on record is another than was asked", async () => {
    const { body } = await ask();
    const id = body["id"]!;
    const draft = (await listed(DISTRIBUTOR, "order-requests"))[0]!.act as unknown as Act;
    const more = { ...draft, body: { ...draft.body, amount: "20001" } };
    assert.equal(await sign(more, id), 200);
    const [first] = await listed(CITIZEN, "my/order-requests");
    assert.deepEqual([first?.["id"], first?.["differs"]], [id, true]);
  });

  test("[H55] is not taken beyond a number that nobody needs", async () => {
    const codes: (string | undefined)[] = [];
    for (let n = 0; n <= OPEN_MAX; n++) codes.push((await ask()).body["code"]);
    assert.equal(codes.at(-1), "too_many_open");
    assert.equal(codes[0], undefined);
  });

  test("[H53] that the disk has changed keeps the office shut", async () => {
    await served.close();
    const directory = join(data, "order-requests");
    const [name = ""] = readdirSync(directory).filter((each) => /^[0-9a-f]{64}\.json$/.test(each));
    writeFileSync(join(directory, name), "{}");
    await assert.rejects(OrderRequests.open(systemDisk, directory), RequestDamaged);
    rmSync(join(directory, name));
    await open();
  });
});
