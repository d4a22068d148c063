/** Sessions: whose they are, how long they last, and that no other site can use them. */
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { createApp } from "../../src/http/app.ts";
import { SignIn } from "../../src/sign-in/sign-in.ts";
import { copyPlayed } from "../../../../tests/support/copy-played.ts";
import { serveData, type ServedOffice } from "../../../../tests/support/served-office.ts";
import { browse, CookieJar, signInAs } from "../../../../tests/support/signed-in.ts";

const MINUTE = 60_000;

let data: string;
let served: ServedOffice;
let now = Date.parse("2026-11-28T09:00:00Z");
const signIn = { now: () => now };

before(async () => {
  data = mkdtempSync(join(tmpdir(), "jointfund-sessions-"));
  await copyPlayed("first-year", data);
  served = await serveData(data, { signIn });
});

after(async () => {
  await served.close();
  rmSync(data, { recursive: true });
});

type Answer = {
  readonly person?: { readonly name: string; readonly kind?: string };
  readonly endsAt?: string;
};

async function session(jar: CookieJar, of: ServedOffice = served): Promise<Answer> {
  return (await (await browse(of, jar, "/api/v1/session")).json()) as Answer;
}

const end = (jar: CookieJar, headers: Readonly<Record<string, string>>): Promise<Response> =>
  browse(served, jar, "/api/v1/session/end", { method: "POST", headers });

const cookieLines = async (address: string): Promise<readonly string[]> => {
  const at = { address: new URL(address) };
  const state = () => served.office.record.view.state;
  const other = mkdtempSync(join(tmpdir(), "jointfund-cookies-"));
  const ofOther = new SignIn({
    ...{ data: other, address: () => at.address, state, isDemonstration: true },
  });
  const app = createApp({ ...served.office, signIn: ofOther });
  const lines: string[] = [];
  class Watched extends CookieJar {
    override take(response: Response): void {
      lines.push(...response.headers.getSetCookie());
      super.take(response);
    }
  }
  await signInAs({ app, at }, "us-board-1", new Watched());
  ofOther.close();
  rmSync(other, { recursive: true });
  return lines.filter((line) => /^(?:__Host-)?jointfund/.test(line) && !line.includes("Max-Age=0"));
};

describe("a session", () => {
  test("[H41] is a cookie that no script sees and no other site's request carries", async () => {
    const secure = await cookieLines("https://fund.example");
    assert.equal(secure.length, 2);
    for (const line of secure) {
      assert.match(line, /^__Host-jointfund[^;]*; Path=\/; HttpOnly; SameSite=Lax; Secure/);
      assert.doesNotMatch(line, /Domain=/i);
    }
    for (const line of await cookieLines("http://127.0.0.1:8081")) {
      assert.match(line, /^jointfund(?:-sign-in)?-8081=[^;]*; Path=\/; HttpOnly; SameSite=Lax/);
      assert.doesNotMatch(line, /Secure/);
    }
  });

  test("[H41] has a new id at each sign-in, and the one before counts no more", async () => {
    const jar = await signInAs(served, "us-board-1");
    const before = jar.copy();
    await signInAs(served, "auditor-1", jar);
    assert.notEqual(before.header, jar.header);
    const { person } = await session(jar);
    assert.deepEqual([person?.name, person?.kind], ["auditor-1", "auditor"]);
    assert.equal((await session(before)).person, undefined);
  });

  test("[H41] is nobody's under an id that somebody else chose or changed", async () => {
    const jar = await signInAs(served, "us-board-1");
    const pair = jar.header.split("; ").find((each) => each.startsWith("jointfund-80="))!;
    const [name = "", value = ""] = pair.split("=");
    const [id = "", code = ""] = value.split(".");
    const flipped = `${id.startsWith("A") ? "B" : "A"}${id.slice(1)}.${code}`;
    for (const wrong of [id, `${id}.`, `.${code}`, flipped, `${id}.${code.slice(1)}`, "", "x.y"]) {
      const headers = { Cookie: `${name}=${wrong}` };
      const response = await served.app.request("/api/v1/session", { headers });
      assert.equal(((await response.json()) as Answer).person, undefined, wrong);
    }
    const twice = { Cookie: `${pair}; ${pair}` };
    const response = await served.app.request("/api/v1/session", { headers: twice });
    assert.equal(((await response.json()) as Answer).person, undefined);
    // An id that was planted before is not the one that is signed in.
    const planted = new CookieJar();
    planted.take(new Response(null, { headers: { "Set-Cookie": `${name}=planted.${code}` } }));
    await signInAs(served, "us-board-1", planted);
    assert.doesNotMatch(planted.header, /planted/);
  });

  test("[H41] ends after half an hour without a request, and after ten hours", async () => {
    const jar = await signInAs(served, "us-board-1");
    now += 29 * MINUTE;
    assert.equal((await browse(served, jar, "/api/v1/fund")).status, 200);
    now += 29 * MINUTE;
    // Asking who one is keeps nobody signed in: an open page does that by itself.
    assert.equal((await session(jar)).person?.name, "us-board-1");
    now += 2 * MINUTE;
    assert.equal((await session(jar)).person, undefined);
    const busy = await signInAs(served, "us-board-1");
    for (let minutes = 0; minutes < 595; minutes += 5) {
      now += 5 * MINUTE;
      await browse(served, busy, "/api/v1/fund");
    }
    assert.equal((await session(busy)).person?.name, "us-board-1");
    now += 5 * MINUTE;
    assert.equal((await session(busy)).person, undefined);
  });

  test("[H41] outlives the server, and its table betrays no id", async () => {
    const jar = await signInAs(served, "us-board-1");
    await served.close();
    served = await serveData(data, { signIn });
    assert.equal((await session(jar)).person?.name, "us-board-1");
    const id = /jointfund-80=([^.]*)/.exec(jar.header)![1]!;
    for (const file of ["sessions", "sessions-wal"]) {
      const path = join(data, "office", file);
      assert.ok(!readFileSync(path).includes(id));
      assert.equal(statSync(path).mode & 0o077, 0);
    }
    assert.equal(statSync(join(data, "office", "session-key")).mode & 0o777, 0o600);
  });

  test("[H41] ends with the key: whoever deletes that signs everybody out", async () => {
    const jar = await signInAs(served, "us-board-1");
    await served.close();
    rmSync(join(data, "office", "session-key"));
    served = await serveData(data, { signIn });
    assert.equal((await session(jar)).person, undefined);
  });

  test("[H41] is begun anew where key or table are damaged, and the office opens", async () => {
    for (const file of ["session-key", "sessions"]) {
      const jar = await signInAs(served, "us-board-1");
      await served.close();
      writeFileSync(join(data, "office", file), "damaged".repeat(500));
      served = await serveData(data, { signIn });
      assert.equal((await session(jar)).person, undefined);
      await signInAs(served, "us-board-1", jar);
      assert.equal((await session(jar)).person?.name, "us-board-1");
    }
  });

  test("[H41] ends when somebody signs out", async () => {
    const jar = await signInAs(served, "us-board-1");
    const copy = jar.copy();
    const response = await end(jar, { "Sec-Fetch-Site": "same-origin" });
    assert.deepEqual([response.status, await response.json()], [200, { ended: true }]);
    assert.ok(!jar.names.includes("jointfund-80"));
    assert.equal((await session(copy)).person, undefined);
  });

  test("[H45] is not to be used by another site's page", async () => {
    const jar = await signInAs(served, "us-board-1");
    const hostile = [
      {},
      { "Sec-Fetch-Site": "cross-site" },
      { "Sec-Fetch-Site": "same-site", Origin: "http://localhost" },
      { "Sec-Fetch-Site": "none" },
      { Origin: "https://evil.example" },
      { Origin: "http://localhost.evil.example" },
      { Origin: "null" },
      { Origin: "https://evil.example", "Sec-Fetch-Site": "cross-site" },
    ] as readonly Readonly<Record<string, string>>[];
    for (const headers of hostile) {
      const response = await end(jar, headers);
      assert.equal(response.status, 403, JSON.stringify(headers));
      const problem = (await response.json()) as { readonly code: string };
      assert.equal(problem.code, "cross_site");
    }
    assert.equal((await session(jar)).person?.name, "us-board-1");
    assert.equal((await end(jar, { Origin: "http://localhost" })).status, 200);
  });
});

describe("the demonstration provider", () => {
  test("[H46] says in both languages on each page that it is one", async () => {
    const jar = new CookieJar();
    const pages = ["/demonstration-provider/person/none", "/demonstration-provider/auth"];
    const start = await browse(served, jar, "/session/start/demonstration?lang=ja");
    const auth = await browse(served, jar, start.headers.get("Location")!);
    pages.push(auth.headers.get("Location")!);
    for (const path of pages) {
      const response = await browse(served, jar, path);
      const html = await response.text();
      assert.match(html, /Anybody may sign in here as anybody/, path);
      assert.match(html, /パスワードなし/, path);
      assert.match(response.headers.get("Content-Security-Policy")!, /default-src 'none'/, path);
    }
    const people = await (await browse(served, jar, pages[2]!)).text();
    assert.match(people, /利用者の選択/);
  });

  test("[H46] has every officer on record, whatever the charter", async () => {
    const { state } = served.office.record.view;
    for (const { id, party } of state.officers.values()) {
      const jar = await signInAs(served, id);
      const { person } = (await session(jar)) as { readonly person?: Record<string, unknown> };
      assert.deepEqual([person?.["officer"], person?.["party"]], [id, party]);
    }
  });

  test("[H46] lets nobody be somebody whom it does not know", async () => {
    await assert.rejects(signInAs(served, "us-board-99"), /nobody is called/);
    await assert.rejects(signInAs(served, "x".repeat(9_000)), /nobody is called/);
  });

  test("[H46] is not there where the fund is no demonstration", async () => {
    const other = mkdtempSync(join(tmpdir(), "jointfund-real-"));
    const at = { address: new URL("http://localhost") };
    const ofReal = new SignIn({
      ...{ data: other, address: () => at.address, isDemonstration: false },
      state: () => served.office.record.view.state,
    });
    const app = createApp({ ...served.office, isDemonstration: false, signIn: ofReal });
    for (const path of [
      ...["/demonstration-provider/", "/demonstration-provider/.well-known/openid-configuration"],
      "/session/start/demonstration",
    ]) {
      assert.equal((await app.request(path)).status, 404, path);
    }
    const answer = (await (await app.request("/api/v1/session")).json()) as object;
    assert.deepEqual(answer, { demonstration: false, providers: [] });
    ofReal.close();
    rmSync(other, { recursive: true });
  });
});
