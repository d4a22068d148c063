import assert from "node:assert/strict";
import { generateKeyPairSync, sign } from "node:crypto";
import { test } from "node:test";
import { instant } from "@jointfund/core/calendar/date.ts";
import { keyIdOf, signingBytes } from "@jointfund/core/governance/identity.ts";
import { ApiProblem, Unreachable } from "@jointfund/portal/api/client.ts";
import { signatureIn } from "@jointfund/portal/signing/bytes.ts";
import { demonstrationKey } from "@jointfund/portal/signing/demonstration-key.ts";
import { handIn } from "@jointfund/portal/signing/hand-in.ts";
import { SigningFailure } from "@jointfund/portal/signing/signer.ts";
import { broughtBack, demonstrationSigner, signerOf } from "@jointfund/portal/signing/signers.ts";
import {
  signingKeyOf,
  type SigningAnswer,
  type SigningKey,
} from "@jointfund/portal/signing/signing-key.ts";
import { approval } from "@jointfund/portal/signing/statements.ts";

const statement = approval({
  ...{ fund: "us-japan", actId: "a".repeat(64), officer: "jp-1", decision: "approve" },
  ...{ boundsDigest: "b".repeat(64), logSize: 12, now: "2026-07-01T14:00:00Z" },
});

test("an approval counts for a week from the office's time", () => {
  assert.equal(statement.notAfter, instant("2026-07-08T14:00:00Z"));
});

const pair = generateKeyPairSync("ed25519");
const raw = new Uint8Array(pair.publicKey.export({ format: "der", type: "spki" }).subarray(-32));
const key: SigningKey = {
  ...{ fund: "us-japan", officer: "jp-1", party: "JP" },
  ...{ id: keyIdOf(raw), publicKey: Buffer.from(raw).toString("base64") },
};
const made = sign(null, signingBytes(statement), pair.privateKey);

test("a signature is read as bytes, base64 or hexadecimal, and nothing else", () => {
  const forms = [
    made,
    Buffer.from(made.toString("base64")),
    Buffer.from(
      `\n ${made
        .toString("base64")
        .match(/.{1,40}/g)!
        .join("\n")} \n`,
    ),
    Buffer.from(made.toString("hex")),
    Buffer.from(made.toString("hex").toUpperCase()),
  ];
  for (const form of forms) {
    assert.deepEqual(Buffer.from(signatureIn(new Uint8Array(form))!), made);
  }
  for (const wrong of ["", "abc", made.toString("base64url"), made.toString("hex").slice(2)]) {
    assert.equal(signatureIn(new Uint8Array(Buffer.from(wrong))), undefined, wrong);
  }
});

test("[R42] what was signed elsewhere has to be by the officer's key over this", async () => {
  const signed = await broughtBack(key, statement, new Uint8Array(made));
  assert.deepEqual(signed.signatures, [{ key: key.id, signature: made.toString("base64") }]);
  const other = { ...statement, decision: "reject" } as const;
  for (const [of, content] of [
    [other, made],
    [statement, Buffer.from("no signature")],
    [statement, Buffer.alloc(64)],
  ] as const) {
    const refused = broughtBack(key, of, new Uint8Array(content));
    await assert.rejects(refused, { name: "SigningFailure", code: "signature_wrong" });
  }
});

test("an officer signs by what the key in force is: derived, passkey, elsewhere", async () => {
  const never = (): Promise<never> => Promise.reject(new SigningFailure("cancelled"));
  assert.equal((await signerOf(key, never)).kind, "elsewhere");
  const derived = await demonstrationKey("us-japan", "jp-1");
  const known = { ...key, id: keyIdOf(derived.publicKey) };
  const signer = await demonstrationSigner(known);
  assert.equal(signer?.kind, "demonstration");
  const { signatures } = await signer.sign(statement);
  assert.equal(signatures[0]?.key, known.id);
  const passkey = { credentialId: "AAAA", site: "localhost" };
  assert.equal((await signerOf({ ...key, passkey }, never)).kind, "passkey");
});

test("whoever has no key in force is told so", () => {
  const answer = { fund: "us-japan", charterVersion: 1, now: "2026-07-01T14:00:00Z", logSize: 1 };
  assert.equal(signingKeyOf(answer as SigningAnswer), "no_officer");
  const officer = { ...answer, officer: "jp-1", party: "JP" };
  assert.equal(signingKeyOf(officer as SigningAnswer), "no_key");
});

const signed = {
  statement,
  signatures: [{ key: key.id, signature: made.toString("base64") }],
};
const receipt = { status: "accepted", index: 7 } as const;

/** An office that answers one thing after the other, or nothing. */
function officeOf(...answers: readonly (Response | "silence")[]) {
  const asked: { key: string | null; body: string }[] = [];
  const fetch = (_to: unknown, init: RequestInit = {}): Promise<Response> => {
    const body = Buffer.from(init.body as Uint8Array).toString();
    asked.push({ key: new Headers(init.headers).get("Idempotency-Key"), body });
    const answer = answers[Math.min(asked.length, answers.length) - 1]!;
    return answer === "silence" ? Promise.reject(new TypeError("away")) : Promise.resolve(answer);
  };
  return { asked, options: { fetch: fetch as typeof globalThis.fetch, pause: async () => {} } };
}

test("[H25] what no answer comes to is sent again under the same key", async () => {
  const busy = new Response("{}", { status: 503 });
  const { asked, options } = officeOf("silence", busy, Response.json(receipt));
  assert.deepEqual(await handIn(signed, options), receipt);
  assert.equal(asked.length, 3);
  assert.equal(new Set(asked.map((each) => JSON.stringify(each))).size, 1);
  assert.match(asked[0]!.key ?? "", /^[0-9a-f]{64}$/);
  const keys = asked[0]!.body.indexOf('"signatures"') < asked[0]!.body.indexOf('"statement"');
  assert.ok(keys, "canonical bytes");
});

test("[H11] what the rules refuse is not sent again", async () => {
  const problem = { code: "act_not_open", texts: { en: "No", ja: "否" }, title: "No", status: 422 };
  const refusal = Response.json(problem, { status: 422 });
  const { asked, options } = officeOf(refusal);
  await assert.rejects(handIn(signed, options), ApiProblem);
  assert.equal(asked.length, 1);
});

test("an office that stays away is said to be unreachable after some tries", async () => {
  const { asked, options } = officeOf("silence");
  await assert.rejects(handIn(signed, options), Unreachable);
  assert.equal(asked.length, 4);
});
