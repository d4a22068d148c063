import { Schema, type Infer } from "@jointfund/core/base/schema.ts";

const { array, integer, literal, object, oneOf, optional, string, taggedUnion } = Schema;

/** An address under https, or on this machine, where nobody listens in between. */
const issuerFormat = {
  name: "issuer",
  pattern: "^https?://[^?#]+$",
  accepts(text: string): boolean {
    const url = URL.parse(text);
    if (url === null || url.search !== "" || url.hash !== "" || url.username !== "") return false;
    return url.protocol === "https:" || (url.protocol === "http:" && isLoopback(url.hostname));
  },
};

/** Whether a host name is this machine's own. */
export const isLoopback = (hostname: string): boolean =>
  hostname === "localhost" || hostname === "[::1]" || /^127(?:\.[0-9]{1,3}){3}$/.test(hostname);

const text = string({ minLength: 1, maxLength: 200 });
const identifier = string({ format: "identifier" });
const bothLanguages = object({ en: text, ja: text });

/** Where a secret stands: it is never in the office file itself. */
const secret = taggedUnion("from", [
  object({ from: literal("environment"), name: text }),
  object({ from: literal("file"), path: text }),
]);

const authentication = taggedUnion("method", [
  object({ method: literal("client_secret_basic"), secret }),
  object({ method: literal("client_secret_post"), secret }),
  object({
    method: literal("private_key_jwt"),
    key: secret,
    algorithm: oneOf(["ES256", "RS256", "PS256"]),
    keyId: optional(text),
  }),
  object({ method: literal("none") }),
]);

const ofParty = {
  subject: text,
  name: text,
  party: identifier,
  officer: optional(identifier),
};

const person = taggedUnion("role", [
  object({ role: literal("officer"), ...ofParty }),
  object({ role: literal("auditor"), ...ofParty }),
  object({ role: literal("partner"), ...ofParty }),
  object({
    role: literal("citizen"),
    subject: text,
    name: text,
    holding: object({ feeder: identifier, holder: identifier }),
  }),
]);

/** The demonstration provider's own id, which no other may have. */
export const DEMONSTRATION = "demonstration";

const providerId = string({
  format: {
    name: "provider id",
    pattern: "^[a-z0-9]+(?:-[a-z0-9]+)*$",
    maxLength: 40,
    accepts: (id) =>
      /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id) && id.length <= 40 && id !== DEMONSTRATION,
  },
});

const provider = object({
  id: providerId,
  name: bothLanguages,
  issuer: string({ maxLength: 500, format: issuerFormat }),
  client: object({ id: text, authentication }),
  /** Levels of assurance (`acr`) of which the provider has to vouch for one. */
  assurance: optional(array(text, { min: 1, max: 10 })),
  people: array(person, { min: 1, max: 100_000, unique: ["subject"] }),
});

/** `office.yaml`: who signs in with whom, and who they are to the fund. */
export const officeSchema = object({
  format: literal("jointfund/office/v1"),
  sessions: optional(
    object({
      idleMinutes: integer({ min: 1, max: 1_440 }),
      absoluteMinutes: integer({ min: 1, max: 10_080 }),
    }),
  ),
  providers: array(provider, { max: 100, unique: ["id"] }),
});

export type OfficeFile = Infer<typeof officeSchema>;
export type ProviderEntry = OfficeFile["providers"][number];
export type PersonEntry = ProviderEntry["people"][number];
export type SecretPlace = Infer<typeof secret>;
