/** The thread that reads: the same answers, of the newest record, while others are answered. */
import assert from "node:assert/strict";
import { dirname } from "node:path";
import { after, before, describe, test } from "node:test";
import { setTimeout } from "node:timers/promises";
import { encodeSigned } from "@jointfund/core/fund/entry.ts";
import type { Act } from "@jointfund/core/governance/statement.ts";
import { signStatement } from "../../src/application/operator.ts";
import { AnswerCache, type Fresh } from "../../src/http/answer-cache.ts";
import { createApp } from "../../src/http/app.ts";
import type { Person } from "../../src/http/person.ts";
import { ReadingThread } from "../../src/http/reading/reading-thread.ts";
import { officerSigner } from "../../src/scenario/demonstration.ts";
import {
  serveScenario,
  type App,
  type ServedOffice,
} from "../../../../tests/support/served-office.ts";

const FREELY = { burst: 1e9, perSecond: 1e9 };
const people: ReadonlyMap<string, Person> = new Map(
  (["auditor", "partner"] as const).map((role) => [
    role,
    { subject: `test#${role}`, name: role, role },
  ]),
);
const NEWEST = { headers: { "Cache-Control": "no-cache" } };

describe("the thread that reads", () => {
  let served: ServedOffice;
  let reader: ReadingThread;
  let app: App;
  const failures: unknown[] = [];

  before(async () => {
    served = await serveScenario("first-year");
    const { office } = served;
    const data = dirname(office.logDirectory);
    const ofReader = { data, assumptions: {}, isDemonstration: true };
    reader = new ReadingThread(ofReader, (failure) => failures.push(failure)).follow(office.fund);
    app = createApp(office, {
      ...{ rates: { reads: FREELY, statements: FREELY }, reader },
      whoAsks: ({ headers }) => Promise.resolve(people.get(headers.get("X-As") ?? "")),
    });
    while (!reader.isReading) await setTimeout(5);
  });

  after(async () => {
    await reader.close();
    await served.close();
  });

  let facts = 0;
  const post = async (): Promise<{ readonly index: number }> => {
    const { charter, officers, today } = served.office.record.view.state;
    const officer = [...officers.values()].find(({ party }) => party === "US")!;
    const act: Act = {
      type: "conflict.declare",
      body: { holder: officer.id, concern: `example-${facts++}`, nature: "shares" },
      ...{ charterVersion: charter.version, effectiveDate: today, proposer: officer.id },
      ...{ basis: "commercial", reason: "For the test", evidence: [] },
    };
    const statement = { kind: "fact", fund: charter.id, act } as const;
    const response = await app.request("/api/v1/statements", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: encodeSigned(signStatement(statement, officerSigner(charter, officer.id))) as never,
    });
    return (await response.json()) as { readonly index: number };
  };

  const half = (): number => Math.floor(served.office.record.size / 2);

  test("[H28] answers as the thread that writes would", async () => {
    const page = (await (await app.request("/api/v1/page", NEWEST)).json()) as {
      readonly cells: readonly { readonly id: string }[];
    };
    for (const path of [
      ...["page", "covenants", "history?figure=net-assets", "statements/operations"],
      ...[
        `page?knownAt=${half()}`,
        `acts?knownAt=${half()}&limit=9`,
        `fund`,
        "charter/explanation",
      ],
      ...page.cells.slice(0, 5).map(({ id }) => `why/${encodeURIComponent(id)}`),
    ]) {
      const [there, here] = await Promise.all(
        [app, served.app].map(async (each) => each.request(`/api/v1/${path}`, NEWEST)),
      );
      assert.equal(there?.status, 200, path);
      assert.equal(await there.text(), await here?.text(), path);
      assert.equal(there.headers.get("ETag"), here?.headers.get("ETag"), path);
    }
  });

  test("[H28] makes the files that the thread that writes would", async () => {
    const writing = createApp(served.office, {
      rates: { reads: FREELY, statements: FREELY },
      whoAsks: () => Promise.resolve(people.get("auditor")),
    });
    for (const format of ["csv", "xlsx", "pdf"]) {
      const path = `/api/v1/statements/trial-balance/file?format=${format}&lang=ja`;
      const asked = { headers: { "X-As": "auditor" } };
      const [file, own] = [await app.request(path, asked), await writing.request(path)];
      assert.equal(file.status, 200, path);
      for (const name of ["content-type", "content-disposition", "cache-control"]) {
        assert.equal(file.headers.get(name), own.headers.get(name), name);
      }
      const [bytes, ownBytes] = [await file.arrayBuffer(), await own.arrayBuffer()];
      assert.ok(bytes.byteLength > 100, path);
      if (format === "csv") assert.deepEqual(bytes, ownBytes);
    }
  });

  test("[H28] has seen the statement that was just answered", async () => {
    for (let n = 0; n < 5; n++) {
      const { index } = await post();
      const response = await app.request("/api/v1/page", NEWEST);
      const { size } = (await response.json()) as { readonly size: number };
      assert.ok(size > index);
      assert.ok(response.headers.get("ETag")?.startsWith(`W/"${size}.`));
      const then = await app.request(`/api/v1/page?knownAt=${index - 1}`);
      assert.equal(((await then.json()) as { readonly size: number }).size, index);
    }
  });

  test("[H28] tells of problems as the thread that writes does", async () => {
    const { size } = served.office.record;
    for (const path of [
      "why/no-such-number",
      `page?knownAt=${size + 5}`,
      "statements/operations?year=x",
    ]) {
      const [there, here] = await Promise.all(
        [app, served.app].map(async (each) =>
          each.request(`/api/v1/${path}`, { headers: { "Accept-Language": "ja" } }),
        ),
      );
      assert.ok((there?.status ?? 0) >= 400, path);
      assert.deepEqual(await there?.json(), await here?.json());
    }
    assert.deepEqual(failures, []);
  });

  test("[H20] [H47] keeps what is the same for all of some roles, for them alone", async () => {
    const checks = "/api/v1/checks";
    const asAuditor = { headers: { "X-As": "auditor" } };
    const make = reader.make.bind(reader);
    let made = 0;
    reader.make = (job) => {
      if (job.route === "runChecks") made++;
      return make(job);
    };
    const before = await app.request(checks, asAuditor);
    const { size } = (await before.json()) as { readonly size: number };
    assert.equal(before.headers.get("ETag"), null);
    assert.equal(before.headers.get("Cache-Control"), "no-store");
    for (let n = 0; n < 5; n++) await app.request(checks, asAuditor);
    assert.equal(made, 1);
    reader.make = make;
    await post();
    const headers = { ...asAuditor.headers, ...NEWEST.headers };
    const newest = await app.request(checks, { headers });
    assert.equal(((await newest.json()) as { readonly size: number }).size, size + 1);
    assert.equal((await app.request(checks)).status, 401);
    assert.equal((await app.request(checks, { headers: { "X-As": "partner" } })).status, 403);
  });

  test("[H28] is done without once it has ended", async () => {
    await reader.close();
    await post();
    const response = await app.request("/api/v1/page", NEWEST);
    assert.equal(response.status, 200);
    assert.deepEqual(failures, []);
  });
});

describe("an answer that is kept", () => {
  const bytes = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);
  const fresh = (revision: string): Fresh => ({
    revision,
    made: { status: 200, body: bytes(revision), isProblem: false },
  });
  const wanted = { url: "/x", restsMs: 1000 };

  test("[H28] is made once however many ask", async () => {
    const cache = new AnswerCache(() => 0);
    let made = 0;
    const make = async (): Promise<Fresh> => {
      made++;
      await setTimeout(5);
      return fresh("a");
    };
    await Promise.all(
      Array.from({ length: 20 }, () => cache.get({ ...wanted, revision: "a" }, make)),
    );
    assert.equal(made, 1);
  });

  test("[H20] is given for a second, and made anew before that is over", async () => {
    let now = 0;
    let made = 0;
    const cache = new AnswerCache(() => now);
    const get = async (revision: string, restsMs = 1000): Promise<string> =>
      (
        await cache.get({ ...wanted, restsMs, revision }, () => {
          made++;
          return Promise.resolve(fresh(revision));
        })
      ).revision;
    assert.equal(await get("a"), "a");
    now = 400;
    assert.equal(await get("b"), "a");
    assert.equal(made, 1);
    assert.equal(await get("b", 0), "b");
    now = 1000;
    assert.equal(await get("c"), "b");
    await setTimeout(1);
    assert.equal(await get("c"), "c");
    assert.equal(made, 3);
    now = 2001;
    assert.equal(await get("d"), "d");
  });

  test("[H20] is behind only since there is something that it does not tell", async () => {
    let now = 0;
    const cache = new AnswerCache(() => now);
    const get = async (revision: string): Promise<string> =>
      (await cache.get({ ...wanted, revision }, () => Promise.resolve(fresh(revision)))).revision;
    assert.equal(await get("a"), "a");
    now = 50_000;
    cache.changed();
    now = 50_900;
    assert.equal(await get("b"), "a");
    await setTimeout(1);
    assert.equal(await get("b"), "b");
    now = 60_000;
    cache.changed();
    now = 61_001;
    assert.equal(await get("c"), "c");
  });

  test("[H20] that takes long is given for four times as long, and asked for as long", async () => {
    let now = 0;
    let made = 0;
    const cache = new AnswerCache(() => now);
    const get = async (revision: string): Promise<string> => {
      const { revision: got } = await cache.get({ ...wanted, revision }, () => {
        made++;
        now += 3_000;
        return Promise.resolve(fresh(revision));
      });
      await setTimeout(1);
      return got;
    };
    assert.equal(await get("a"), "a");
    cache.changed();
    now = 14_000;
    assert.equal(await get("b"), "a");
    assert.equal(made, 2);
    now = 17_000;
    cache.changed();
    now += 12_001;
    assert.equal(await get("c"), "c");
  });

  test("[H20] and was asked for is made again unasked once it has changed", async () => {
    let now = 0;
    let revision = "a";
    const cache = new AnswerCache(() => now);
    const make = (): Promise<Fresh> => Promise.resolve(fresh(revision));
    await cache.get({ ...wanted, revision }, make);
    revision = "b";
    now = 10_000;
    cache.changed();
    cache.refresh();
    await setTimeout(1);
    now = 90_000;
    assert.equal((await cache.get({ ...wanted, revision }, make)).revision, "b");
    // Nobody has asked for it for more than a minute after that.
    revision = "c";
    now = 200_000;
    cache.changed();
    cache.refresh();
    await setTimeout(1);
    let isMade = false;
    await cache.get({ ...wanted, revision }, () => {
      isMade = true;
      return make();
    });
    assert.ok(isMade);
  });

  test("[H28] is no problem and no failure: those are made again", async () => {
    const cache = new AnswerCache(() => 0);
    const ask = { ...wanted, revision: "a" };
    const failing = cache.get(ask, () => Promise.reject(new Error("once")));
    await assert.rejects(failing, /once/);
    const problem = { revision: "a", made: { ...fresh("a").made, status: 404, isProblem: true } };
    assert.equal((await cache.get(ask, () => Promise.resolve(problem))).made.status, 404);
    assert.equal((await cache.get(ask, () => Promise.resolve(fresh("a")))).made.status, 200);
  });
});
