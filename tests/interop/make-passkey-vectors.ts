/**
 * Writes vectors/passkeys/assertions.json: what a software authenticator gives of a message, right
 * and wrong in one thing each, and what the rules say of it. Keys and ECDSA are new each time.
 *
 *   node tests/interop/make-passkey-vectors.ts
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { SoftwareAuthenticator, type AssertionChanges } from "../support/software-authenticator.ts";

const FOLDER = new URL("../../vectors/passkeys/", import.meta.url);
const MESSAGE = Buffer.from("jointfund/statement/v1\n{}");
const SITE = "fund.example";
const ORIGIN = "https://us.fund.example";

const [PRESENT, VERIFIED, ELIGIBLE, BACKED_UP, ATTESTED] = [0x01, 0x04, 0x08, 0x10, 0x40];

const CASES: readonly (readonly [expected: string, changes: AssertionChanges])[] = [
  ["holds", {}],
  ["holds", { crossOrigin: undefined }],
  ["holds", { more: { other_keys_can_be_added_here: "by any browser" } }],
  ["challenge_differs", { challenge: Buffer.alloc(32).toString("base64url") }],
  ["assertion_not_for_signing", { type: "webauthn.create" }],
  ["origin_not_allowed", { origin: "https://evil.example" }],
  ["origin_not_allowed", { origin: "https://us.fund.example:444" }],
  ["signed_in_foreign_page", { crossOrigin: true }],
  ["signed_in_foreign_page", { more: { topOrigin: "https://evil.example" } }],
  ["assertion_malformed", { clientData: "{}" }],
  ["assertion_malformed", { flags: PRESENT | VERIFIED | ATTESTED }],
  ["assertion_malformed", { flags: PRESENT | VERIFIED | BACKED_UP }],
  ["assertion_malformed", { extensions: Buffer.of(0xa0) }],
  ["assertion_of_other_site", { site: "other.example" }],
  ["user_not_verified", { flags: PRESENT }],
  ["user_not_verified", { flags: VERIFIED }],
  ["passkey_is_synced", { flags: PRESENT | VERIFIED | ELIGIBLE }],
];

const vectors = (["ES256", "EdDSA"] as const).flatMap((algorithm) => {
  const authenticator = new SoftwareAuthenticator({ site: SITE, origin: ORIGIN, algorithm });
  const { passkey } = authenticator;
  const made = CASES.map(([expected, changes]) => ({
    ...{ expected, passkey, ...authenticator.assert(MESSAGE, changes) },
  }));
  const other = new SoftwareAuthenticator({ site: SITE, origin: ORIGIN, algorithm });
  return [...made, { expected: "bad_signature", passkey, ...other.assert(MESSAGE) }];
});

mkdirSync(FOLDER, { recursive: true });
const document = {
  description:
    "Assertions over a message, by the rules G60 to G65. Bytes are base64. Written by a software " +
    "authenticator from WebAuthn Level 2, and held against another library.",
  message: MESSAGE.toString("base64"),
  terms: { clause: "14.5", synced: false, sites: [{ id: SITE, origins: [ORIGIN] }] },
  vectors,
};
writeFileSync(new URL("assertions.json", FOLDER), `${JSON.stringify(document, null, 2)}\n`);
