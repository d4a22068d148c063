import type { RegistrationResponseJSON } from "@simplewebauthn/server";
import { Schema, type Infer } from "@jointfund/core/base/schema.ts";
import { PASSKEY_ALGORITHMS, passkeySchema } from "@jointfund/core/governance/passkey.ts";
import type { Role } from "../person.ts";
import { RegistrationDesk } from "../../passkeys/registration-desk.ts";
import { decodeBody } from "../body.ts";
import type { Office } from "../office.ts";
import { RequestProblem } from "../problem.ts";
import { reading, type Asked, type Route } from "../route.ts";
import { count, identifier, instant, nothing } from "../wire-schemas.ts";

const { array, boolean, integer, json, literal, object, oneOf, optional, string } = Schema;

/** Whoever acts for a party may be an officer with a key. */
const SIGNERS: readonly Role[] = ["officer", "auditor", "partner"];

const keySchema = object({
  id: string({ format: "hex16" }),
  publicKey: string({ format: "base64", description: "Ed25519, or a passkey's SPKI." }),
  passkey: optional(
    object({
      algorithm: oneOf(PASSKEY_ALGORITHMS),
      credentialId: string({ format: "base64" }),
      site: string(),
    }),
  ),
});

const passkeyTermsSchema = object({
  synced: boolean({ description: "Whether a passkey may be one that devices copy." }),
  sites: array(object({ id: string(), origins: array(string()) })),
});

const signingSchema = object({
  fund: identifier,
  charterVersion: integer({ min: 1 }),
  now: instant,
  logSize: count,
  officer: optional(identifier),
  party: optional(identifier),
  key: optional(keySchema),
  passkeys: optional(passkeyTermsSchema),
});

function describe({ office, person }: Asked<unknown, unknown>): Infer<typeof signingSchema> {
  const { state } = office.record.view;
  const { charter } = state;
  const officer = person?.officer;
  const known = officer === undefined ? undefined : state.officers.get(officer);
  const key = known?.key === undefined ? undefined : state.keys.get(known.key);
  return {
    ...{ fund: charter.id, charterVersion: charter.version },
    ...{ now: office.clock.now(), logSize: office.record.size },
    ...(known === undefined ? {} : { officer: known.id, party: known.party }),
    ...(key === undefined
      ? {}
      : {
          key: {
            id: key.id,
            publicKey: key.publicKey,
            ...(key.passkey === undefined ? {} : { passkey: key.passkey }),
          },
        }),
    ...(charter.passkeys === undefined
      ? {}
      : { passkeys: { synced: charter.passkeys.synced, sites: charter.passkeys.sites } }),
  };
}

/** How the person who has signed in signs: with which key, and what a statement needs besides. */
export const signingRoute: Route = {
  ...reading({
    id: "getSigning",
    path: "/api/v1/signing",
    text: {
      en: "With which key the officer who has signed in signs",
      ja: "サインイン中の職員の署名鍵",
    },
    access: SIGNERS,
    pathSchema: nothing,
    querySchema: nothing,
    answer: signingSchema,
    handle: (asked) => ({ value: describe(asked) }),
  }),
};

const desks = new WeakMap<Office, RegistrationDesk>();

function deskOf(office: Office): RegistrationDesk {
  let desk = desks.get(office);
  if (desk === undefined) desks.set(office, (desk = new RegistrationDesk()));
  return desk;
}

const SHARED = {
  method: "post",
  access: SIGNERS,
  pathSchema: nothing,
  querySchema: nothing,
  ofRecord: false,
} as const;

const askBody = object({ officer: identifier });

const creationSchema = object({
  publicKey: json({ description: "For `navigator.credentials.create`, in its JSON form." }),
});

/** What the browser is asked to make; it has to come from a page that the charter names. */
export const passkeyOptionsRoute: Route = {
  ...SHARED,
  id: "askForPasskey",
  path: "/api/v1/passkeys/options",
  text: {
    en: "What a browser is asked in order to make a passkey for an officer",
    ja: "職員のパスキー作成のためにブラウザに求める内容",
  },
  body: askBody,
  answer: { kind: "json", schema: creationSchema, status: 200 },
  problems: [
    ...(["cross_site", "body_too_large", "body_not_json", "body_wrong"] as const),
    ...(["passkeys_not_agreed", "passkey_page_wrong"] as const),
  ],
  async handle({ office, person, request, language }) {
    const { officer } = await decodeBody(request, askBody);
    const { charter } = office.record.view.state;
    const terms = charter.passkeys;
    if (terms === undefined) throw new RequestProblem("passkeys_not_agreed");
    const origin = request.headers.get("Origin") ?? new URL(request.url).origin;
    const title = charter.title[language] ?? charter.id;
    const subject = person?.subject ?? "";
    const publicKey = await deskOf(office).ask(subject, officer, { terms, origin, title });
    return { value: { publicKey } };
  },
};

const answerBody = object({
  id: string({ maxLength: 2_048 }),
  rawId: string({ maxLength: 2_048 }),
  type: literal("public-key"),
  authenticatorAttachment: optional(oneOf(["platform", "cross-platform"])),
  clientExtensionResults: json(),
  response: object({
    clientDataJSON: string({ maxLength: 8_192 }),
    attestationObject: string({ maxLength: 49_152 }),
    transports: optional(array(string({ maxLength: 32 }), { max: 16 })),
    publicKey: optional(string({ maxLength: 8_192 })),
    publicKeyAlgorithm: optional(integer()),
    authenticatorData: optional(string({ maxLength: 8_192 })),
  }),
});

const registeredSchema = object({
  passkey: passkeySchema,
  synced: boolean({ description: "Whether its maker's devices may copy it." }),
});

/** Reads what the browser has made; an act of the officers' enrols it. */
export const passkeyRoute: Route = {
  ...SHARED,
  id: "readPasskey",
  path: "/api/v1/passkeys",
  text: {
    en: "The passkey that a browser has made, as an act enrols it",
    ja: "ブラウザが作成したパスキーの読取り（登録のための形式）",
  },
  body: answerBody,
  answer: { kind: "json", schema: registeredSchema, status: 200 },
  problems: [
    ...(["cross_site", "body_too_large", "body_not_json", "body_wrong"] as const),
    ...(["registration_not_asked", "registration_wrong"] as const),
  ],
  async handle({ office, person, request }) {
    const answer = await decodeBody(request, answerBody);
    // The library reads the rest of it, and refuses what is not as it should be.
    const registration = answer as unknown as RegistrationResponseJSON;
    return { value: await deskOf(office).take(person?.subject ?? "", registration) };
  },
};
