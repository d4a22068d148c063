import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Person } from "@jointfund/server/http/person.ts";
import { RegistrationDesk } from "@jointfund/server/passkeys/registration-desk.ts";
import type { RegistrationResponseJSON } from "@simplewebauthn/server";
import { serveScenario, type ServedOffice } from "../../../../tests/support/served-office.ts";
import { SoftwareAuthenticator } from "../../../../tests/support/software-authenticator.ts";

const ORIGIN = "http://localhost:8080";
const SITE = "localhost";

let who: Person | undefined;
let served: ServedOffice;

const officer: Person = {
  ...{ subject: "t#us-board-1", name: "US board 1", role: "officer" },
  ...{ party: "US", officer: "us-board-1" },
};

before(async () => {
  served = await serveScenario("first-year", { whoAsks: () => Promise.resolve(who) });
});
after(() => served.close());

type Answer = { readonly [name: string]: unknown };

async function ask(path: string, body?: unknown): Promise<{ status: number; answer: Answer }> {
  const init: RequestInit =
    body === undefined
      ? {}
      : {
          method: "POST",
          headers: { "Content-Type": "application/json", Origin: ORIGIN },
          body: JSON.stringify(body),
        };
  const response = await served.app.request(path, init);
  return { status: response.status, answer: (await response.json()) as Answer };
}

const newAuthenticator = (): SoftwareAuthenticator =>
  new SoftwareAuthenticator({ site: SITE, origin: ORIGIN });

async function challengeFor(id: string): Promise<string> {
  const { status, answer } = await ask("/api/v1/passkeys/options", { officer: id });
  assert.equal(status, 200);
  const { challenge, rp } = answer["publicKey"] as { challenge: string; rp: { id: string } };
  assert.equal(rp.id, SITE);
  return challenge;
}

test("[H90] an officer is told with which key they sign, and where passkeys count", async () => {
  who = officer;
  const { answer } = await ask("/api/v1/signing");
  assert.equal(answer["officer"], "us-board-1");
  assert.match((answer["key"] as { id: string }).id, /^[0-9a-f]{32}$/);
  assert.deepEqual(answer["passkeys"], {
    synced: false,
    sites: [{ id: SITE, origins: [ORIGIN] }],
  });
  who = { subject: "t#new", name: "New", role: "officer", party: "US" };
  assert.equal((await ask("/api/v1/signing")).answer["officer"], undefined);
  who = undefined;
  assert.equal((await ask("/api/v1/signing")).status, 401);
});

test("[H91] what a browser makes becomes what an act enrols", async () => {
  who = officer;
  for (const algorithm of ["ES256", "EdDSA"] as const) {
    const authenticator = new SoftwareAuthenticator({ site: SITE, origin: ORIGIN, algorithm });
    const made = authenticator.register(await challengeFor("us-board-1"));
    const { status, answer } = await ask("/api/v1/passkeys", made);
    assert.equal(status, 200, JSON.stringify(answer));
    assert.deepEqual(answer, { passkey: authenticator.passkey, synced: false });
  }
  const synced = new SoftwareAuthenticator({ site: SITE, origin: ORIGIN, synced: true });
  const made = synced.register(await challengeFor("us-board-1"));
  assert.equal((await ask("/api/v1/passkeys", made)).answer["synced"], true);
});

test("[H91] what was not asked for, asked of another or answered elsewhere", async () => {
  who = officer;
  const codeOf = async (body: unknown): Promise<unknown> =>
    (await ask("/api/v1/passkeys", body)).answer["code"];
  assert.equal(await codeOf(newAuthenticator().register("AAAA")), "registration_not_asked");
  const challenge = await challengeFor("us-board-1");
  assert.equal(await codeOf(newAuthenticator().register("AAAA")), "registration_wrong");
  const late = newAuthenticator().register(challenge);
  assert.equal(await codeOf(late), "registration_not_asked", "one try");
  const elsewhere = newAuthenticator().register(await challengeFor("us-board-1"), {
    origin: "http://evil.example",
  });
  assert.equal(await codeOf(elsewhere), "registration_wrong");
  const challenged = await challengeFor("us-board-1");
  const unverified = newAuthenticator().register(challenged, { flags: 0x41 });
  assert.equal(await codeOf(unverified), "registration_wrong");
  const ofOther = newAuthenticator().register(await challengeFor("us-board-1"));
  who = { ...officer, subject: "t#jp-board-1", party: "JP", officer: "jp-board-1" };
  assert.equal(await codeOf(ofOther), "registration_not_asked");
  assert.equal(await codeOf({}), "body_wrong");
});

test("[H91] a passkey is asked for only on a page that the charter names", async () => {
  who = officer;
  const response = await served.app.request("/api/v1/passkeys/options", {
    method: "POST",
    headers: { "Content-Type": "application/json", Origin: "https://evil.example" },
    body: JSON.stringify({ officer: "us-board-1" }),
  });
  const { code } = (await response.json()) as { code: string };
  assert.equal(code, "passkey_page_wrong");
});

test("[H91] who takes too long begins again", async () => {
  let now = 0;
  const desk = new RegistrationDesk(() => now);
  const terms = { clause: "1.1", synced: false, sites: [{ id: SITE, origins: [ORIGIN] }] };
  const { challenge } = await desk.ask("a", "us-1", { terms, origin: ORIGIN, title: "Fund" });
  now = 10 * 60_000;
  const answer: RegistrationResponseJSON = newAuthenticator().register(challenge);
  await assert.rejects(desk.take("a", answer), { code: "registration_not_asked" });
});
