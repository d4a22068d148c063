/** Sign-in with a provider of somebody else's: what is vouched for counts, and nothing else. */
import assert from "node:assert/strict";
import { generateKeyPairSync, type KeyObject } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, describe, test } from "node:test";
import type { FailureReason } from "../../src/sign-in/sign-in.ts";
import { proofOf } from "../../src/sign-in/proofs.ts";
import type { ClientProof } from "../../src/sign-in/relying-party.ts";
import type { ProviderEntry } from "../../src/sign-in/office-schema.ts";
import { createApp } from "../../src/http/app.ts";
import {
  FOREIGN_CLIENT,
  KEY_CLIENT,
  openForeignProvider,
  type ForeignProvider,
} from "./foreign-provider.ts";
import { serveScenario, type ServedOffice } from "../../../../tests/support/served-office.ts";
import { browse, CookieJar, sentTo } from "../../../../tests/support/signed-in.ts";

let foreign: ForeignProvider;
let served: ServedOffice;
let troubles: (readonly [string, FailureReason])[] = [];

before(async () => {
  foreign = await openForeignProvider("http://localhost/session/return");
  const secret = { from: "environment", name: "unused" } as const;
  const authentication = { method: "client_secret_basic", secret } as const;
  const entry: ProviderEntry = {
    id: "treasury",
    name: { en: "US Treasury", ja: "米国財務省" },
    issuer: foreign.issuer,
    client: { id: FOREIGN_CLIENT.id, authentication },
    people: [
      { subject: "7-a", name: "A. Officer", role: "officer", party: "US", officer: "us-board-1" },
      { subject: "7-b", name: "B. Reader", role: "auditor", party: "AUD" },
      { subject: "7-c", name: "C. Former", role: "officer", party: "JP", officer: "us-board-1" },
    ],
  };
  const proof = { method: "client_secret_basic", secret: FOREIGN_CLIENT.secret } as const;
  const strict = { ...entry, id: "strict", assurance: ["strong"] };
  const unreachable = { ...entry, id: "unreachable", issuer: "http://127.0.0.1:9" };
  const wrongSecret = { ...entry, id: "wrong-secret" };
  const byKey = { ...entry, id: "by-key", client: { ...entry.client, id: KEY_CLIENT.id } };
  const wrongKey = { ...byKey, id: "wrong-key" };
  const another = generateKeyPairSync("ec", { namedCurve: "P-256" });
  served = await serveScenario("first-year", {
    signIn: {
      providers: [
        ...[entry, strict, unreachable].map((each) => ({ entry: each, proof })),
        { entry: byKey, proof: await keyProof(KEY_CLIENT.keys.privateKey) },
        { entry: wrongKey, proof: await keyProof(another.privateKey) },
        { entry: wrongSecret, proof: { method: "client_secret_basic", secret: "another" } },
      ],
      onTrouble: (provider, reason) => troubles.push([provider, reason]),
    },
  });
});

after(async () => {
  await served.close();
  await foreign.close();
});

/** The proof of a client by its key, read as the office file has it. */
async function keyProof(key: KeyObject): Promise<ClientProof> {
  const file = join(mkdtempSync(join(tmpdir(), "jointfund-key-")), "key.pem");
  writeFileSync(file, key.export({ type: "pkcs8", format: "pem" }), { mode: 0o600 });
  const proof = await proofOf(
    {
      method: "private_key_jwt",
      key: { from: "file", path: file },
      algorithm: "ES256",
      keyId: "k1",
    },
    { officeFile: "office.yaml", environment: {} },
  );
  rmSync(dirname(file), { recursive: true });
  assert.ok(proof.ok);
  return proof.value;
}

type Changed = (address: URL) => void;

/** What a browser does, with what comes in between changed by somebody who means no good. */
async function walk(
  jar: CookieJar,
  {
    provider = "treasury",
    query = "",
    asked = () => undefined,
    answered = () => undefined,
  }: {
    readonly provider?: string;
    readonly query?: string;
    readonly asked?: Changed;
    readonly answered?: Changed;
  } = {},
): Promise<{ readonly returned: URL; readonly response: Response }> {
  const start = await browse(served, jar, `/session/start/${provider}${query}`);
  let address = sentTo(start, served.at.address)!;
  if (address.origin === served.at.address.origin) return { returned: address, response: start };
  asked(address);
  const cookies = new CookieJar();
  while (address.origin === new URL(foreign.issuer).origin) {
    const response = await fetch(address, {
      redirect: "manual",
      headers: { Cookie: cookies.header },
    });
    cookies.take(response);
    address = sentTo(response, address)!;
    await response.body?.cancel();
  }
  answered(address);
  return { returned: address, response: await browse(served, jar, address.href) };
}

async function personOf(jar: CookieJar): Promise<{ readonly name: string } | undefined> {
  const response = await browse(served, jar, "/api/v1/session");
  return ((await response.json()) as { readonly person?: { readonly name: string } }).person;
}

/** The reason with which somebody came back to the sign-in page. */
const failureOf = (response: Response): string | null =>
  sentTo(response, served.at.address)!.searchParams.get("failed");

async function assertRefused(
  reason: FailureReason,
  how: Parameters<typeof walk>[1],
): Promise<void> {
  troubles = [];
  const jar = new CookieJar();
  const { response } = await walk(jar, how);
  assert.equal(failureOf(response), reason);
  assert.equal(await personOf(jar), undefined);
  assert.deepEqual(troubles, [[how?.provider ?? "treasury", reason]]);
}

describe("sign-in with a provider of its own", () => {
  test("[H43] a person whom the office file knows is signed in, by subject alone", async () => {
    foreign.next.subject = "7-a";
    const jar = new CookieJar();
    let scope: string | null = null;
    const { response } = await walk(jar, {
      query: "?returnTo=/officer/inbox?a=1",
      asked: ({ searchParams }) => (scope = searchParams.get("scope")),
    });
    assert.equal(response.status, 303);
    assert.equal(response.headers.get("Location"), "/officer/inbox?a=1");
    assert.equal(scope, "openid");
    assert.deepEqual(await personOf(jar), {
      ...{ subject: "treasury#7-a", name: "A. Officer", role: "officer" },
      ...{ party: "US", kind: "sovereign", officer: "us-board-1" },
    });
  });

  test("[H43] PKCE, state and nonce are new each time and hard to guess", async () => {
    const seen = new Set<string>();
    for (let n = 0; n < 3; n++) {
      await walk(new CookieJar(), {
        asked({ searchParams }) {
          assert.equal(searchParams.get("code_challenge_method"), "S256");
          for (const name of ["state", "nonce", "code_challenge"]) {
            const value = searchParams.get(name) ?? "";
            assert.match(value, /^[\w-]{43}$/);
            seen.add(value);
          }
        },
      });
    }
    assert.equal(seen.size, 9);
  });

  test("[H43] an answer with another state, nonce, verifier or issuer is refused", async () => {
    foreign.next.subject = "7-a";
    const other = "x".repeat(43);
    await assertRefused("wrong_answer", { asked: (to) => to.searchParams.set("state", other) });
    await assertRefused("wrong_answer", { asked: (to) => to.searchParams.set("nonce", other) });
    await assertRefused("wrong_answer", { asked: (to) => to.searchParams.delete("nonce") });
    await assertRefused("wrong_answer", {
      asked: (to) => to.searchParams.set("code_challenge", other),
    });
    await assertRefused("wrong_answer", {
      answered: (to) => to.searchParams.set("iss", "https://elsewhere.example"),
    });
    await assertRefused("wrong_answer", { answered: (to) => to.searchParams.set("code", other) });
    await assertRefused("wrong_answer", { answered: (to) => to.searchParams.delete("code") });
    await assertRefused("wrong_answer", { provider: "wrong-secret" });
  });

  test("[H43] a code counts once, and only in the browser that began", async () => {
    foreign.next.subject = "7-a";
    const jar = new CookieJar();
    let begun = new CookieJar();
    const { returned } = await walk(jar, {
      // The cookies as they were when the browser left for the provider.
      asked: () => (begun = jar.copy()),
    });
    const replayed = await browse(served, begun, returned.href);
    assert.equal(failureOf(replayed), "wrong_answer");
    const elsewhere = new CookieJar();
    const { response } = await walk(new CookieJar(), {
      answered: (to) => to.searchParams.set("state", "x"),
    });
    assert.equal(failureOf(response), "wrong_answer");
    assert.equal(failureOf(await browse(served, elsewhere, returned.href)), "expired");
    assert.equal(await personOf(begun), undefined);
  });

  test("[H40] nobody is signed in whom office file or record do not bear out", async () => {
    foreign.next.subject = "7-z";
    await assertRefused("unknown_person", {});
    // The record says that the officer acts for another party than the file has.
    foreign.next.subject = "7-c";
    await assertRefused("unknown_person", {});
  });

  test("[H43] who refuses, and who is not reached, is told apart", async () => {
    await assertRefused("refused", {
      answered(to) {
        to.searchParams.delete("code");
        to.searchParams.set("error", "access_denied");
      },
    });
    await assertRefused("unreachable", { provider: "unreachable" });
  });

  test("[H43] the office proves itself by a key where a provider asks for that", async () => {
    foreign.next.subject = "7-a";
    const jar = new CookieJar();
    await walk(jar, { provider: "by-key" });
    assert.equal((await personOf(jar))?.name, "A. Officer");
    await assertRefused("wrong_answer", { provider: "wrong-key" });
  });

  test("[H43] a level of assurance that is asked for has to be vouched for", async () => {
    foreign.next.subject = "7-a";
    foreign.next.acr = "weak";
    await assertRefused("assurance", { provider: "strict" });
    foreign.next.acr = "strong";
    const jar = new CookieJar();
    let asked: string | null = null;
    await walk(jar, {
      provider: "strict",
      asked: ({ searchParams }) => (asked = searchParams.get("acr_values")),
    });
    assert.equal(asked, "strong");
    assert.equal((await personOf(jar))?.name, "A. Officer");
    delete foreign.next.acr;
  });

  test("[H42] nobody is sent to another site afterwards", async () => {
    foreign.next.subject = "7-a";
    const hostile = [
      ...["https://evil.example/", "//evil.example", "/\\evil.example", "\\\\evil.example"],
      ...["/\t/evil.example", "/%0d%0aSet-Cookie:x=1", "javascript:alert(1)", "/..//evil.example"],
      ...["http:evil.example", "/./\\evil.example", "", "x".repeat(2_000), "/\u0000", "evil"],
    ];
    for (const to of hostile) {
      const query = `?${new URLSearchParams({ returnTo: to }).toString()}`;
      const { response } = await walk(new CookieJar(), { query });
      const location = response.headers.get("Location")!;
      assert.match(location, /^\/(?![/\\])/, to);
      assert.equal(new URL(location, "http://office.test").host, "office.test", to);
      assert.equal(response.headers.getSetCookie().length, 2);
    }
  });

  test("[H31] signing in too often has to wait", async () => {
    const app = createApp(served.office, { rates: { signIn: { burst: 2, perSecond: 0.5 } } });
    const statuses: number[] = [];
    for (let n = 0; n < 4; n++) {
      statuses.push((await app.request("/session/start/treasury")).status);
    }
    assert.deepEqual(statuses, [303, 303, 429, 429]);
    assert.equal((await app.request("/api/v1/fund")).status, 200);
  });

  test("[H44] nothing about a person is in what is noted of troubles", () => {
    for (const trouble of troubles) assert.equal(trouble.length, 2);
  });
});
