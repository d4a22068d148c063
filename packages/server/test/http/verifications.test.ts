/** Verifications that an auditor starts from the page: of what holds, was altered, or forked. */
import assert from "node:assert/strict";
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { base64Encode } from "@jointfund/core/base/bytes.ts";
import type { Verification } from "@jointfund/server/http/audit/verifications.ts";
import type { Person } from "@jointfund/server/http/person.ts";
import { copyPlayed } from "../../../../tests/support/copy-played.ts";
import { playExample } from "../../../../tests/support/first-year.ts";
import { serveData, type ServedOffice } from "../../../../tests/support/served-office.ts";

type Shown = Omit<Verification, "failed"> & { readonly state: "running" | "ended" | "failed" };

const auditor: Person = { subject: "test#au", name: "Auditor", role: "auditor", party: "AUD" };
const whoAsks = (): Promise<Person> => Promise.resolve(auditor);
const ADDRESS = "/api/v1/verifications";

/** The first bundle of entries, whatever part of it is filled. */
async function firstBundle(data: string): Promise<string> {
  const folder = join(data, "log/tile/entries/000.p");
  const [name = ""] = (await readdir(folder)).toSorted((a, b) => Number(b) - Number(a));
  return join(folder, name);
}

const post = ({ app }: ServedOffice, body: object): Promise<Response> =>
  Promise.resolve(
    app.request(ADDRESS, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
    }),
  );

/** Starts one and waits for its end. */
async function verified(served: ServedOffice, body: object = {}): Promise<Shown> {
  const started = await post(served, body);
  assert.equal(started.status, 201);
  const { id } = (await started.json()) as Shown;
  for (;;) {
    const response = await served.app.request(`${ADDRESS}/${id}`);
    const shown = (await response.json()) as Shown;
    if (shown.state !== "running") return shown;
    await sleep(50);
  }
}

describe("a verification from the page", () => {
  let data: string;
  let served: ServedOffice;

  before(async () => {
    data = await mkdtemp(join(tmpdir(), "jointfund-verified-"));
    await copyPlayed("first-year", data);
    served = await serveData(data, { whoAsks });
  });

  after(async () => {
    await served.close();
    await rm(data, { recursive: true });
  });

  /** Serves a copy of the fund, altered first, and gives the verification of it. */
  async function ofAltered(alter: (copy: string) => Promise<void>): Promise<Shown> {
    const copy = await mkdtemp(join(tmpdir(), "jointfund-altered-"));
    await cp(data, copy, { recursive: true });
    const of = await serveData(copy, { whoAsks });
    // What was altered is on the disk of whoever serves: the served fund itself is as it was.
    await alter(copy);
    const shown = await verified(of);
    await of.close();
    await rm(copy, { recursive: true });
    return shown;
  }

  test("[AU41] holds, with how far it came and what it confirmed", async () => {
    const { state, report, startedBy, withCheckpoint } = await verified(served);
    assert.deepEqual([state, startedBy, withCheckpoint], ["ended", "AUD", false]);
    assert.equal(report?.outcome, "holds");
    const { size, root } = report.published!;
    assert.equal(report.entries, size);
    assert.equal(root, base64Encode(served.office.fund.rootAt(size)!));
    assert.ok(report.signatures > report.entries);
    assert.equal(report.finding, undefined);
  });

  test("[AU41] holds beside a checkpoint that was kept", async () => {
    const checkpoint = await readFile(join(data, "log/checkpoint"), "utf8");
    const { report } = await verified(served, { checkpoint });
    assert.equal(report?.outcome, "holds");
    assert.equal(report?.held?.size, report?.published?.size);
  });

  test("[AU41] is broken by an altered bundle, and names the entry", async () => {
    const { report } = await ofAltered(async (copy) => {
      const bundle = await firstBundle(copy);
      const bytes = await readFile(bundle);
      const at = bytes.indexOf("investment.recommend");
      assert.ok(at > 0);
      bytes[at] = "I".charCodeAt(0);
      await writeFile(bundle, bytes);
    });
    assert.equal(report?.outcome, "broken");
    const index = report?.finding?.index;
    assert.ok(index !== undefined);
    const { notes, chronicle } = served.office.record.view;
    const act = chronicle.acts.get(notes[index]?.act ?? "");
    assert.equal(act?.act.type ?? notes[index]?.kind, act ? "investment.recommend" : "refusal");
    assert.match(report?.finding?.text.ja ?? "", /[ぁ-ん]/);
  });

  test("[AU41] is broken by an altered tile of hashes", async () => {
    const { report } = await ofAltered(async (copy) => {
      const tile = (await firstBundle(copy)).replace("entries", "0");
      const bytes = await readFile(tile);
      bytes[40]! ^= 1;
      await writeFile(tile, bytes);
    });
    assert.deepEqual([report?.outcome, report?.finding?.code], ["broken", "tile_differs"]);
  });

  test("[AU41] is broken beside a signed checkpoint of another history", async () => {
    const other = await mkdtemp(join(tmpdir(), "jointfund-forked-"));
    // The same founding, and later an act for another reason: the demonstration's keys sign both.
    const settings = [{ path: "steps.8.reason", value: "Another history" }];
    const { outcome } = await playExample("first-year", other, { settings });
    assert.ok(outcome.ok);
    const checkpoint = await readFile(join(other, "log/checkpoint"), "utf8");
    await rm(other, { recursive: true });
    const { report } = await verified(served, { checkpoint });
    assert.deepEqual([report?.outcome, report?.finding?.code], ["broken", "split_view"]);
    assert.ok((report?.evidence ?? "").length > 0);
    assert.match(report?.finding?.text.ja ?? "", /[ぁ-ん]/);
  });

  test("[AU41] cannot tell beside what is no checkpoint of this log", async () => {
    const { report } = await verified(served, { checkpoint: "not a checkpoint\n" });
    assert.equal(report?.outcome, "unknown");
    assert.equal(report?.finding?.code, "held_checkpoint_unusable");
  });

  test("[AU41] goes on one at a time, while the office answers", async () => {
    const first = await post(served, {});
    const second = await post(served, {});
    assert.deepEqual([first.status, second.status], [201, 409]);
    const { id } = (await first.json()) as Shown;
    const response = await served.app.request("/api/v1/fund");
    assert.equal(response.status, 200);
    await served.office.verifications?.settled();
    const list = await served.app.request(ADDRESS);
    const { items } = (await list.json()) as { readonly items: readonly Shown[] };
    assert.deepEqual([items[0]?.id, items[0]?.state], [id, "ended"]);
  });

  test("[AU41] refuses what is no request for one, and is not for everybody", async () => {
    const wrong = await post(served, { checkpoint: 7 });
    assert.equal(wrong.status, 422);
    const unknown = await served.app.request(`${ADDRESS}/nothing`);
    assert.equal(unknown.status, 404);
    const long = await post(served, { checkpoint: "x".repeat(70_000) });
    assert.equal(long.status, 413);
  });
});
