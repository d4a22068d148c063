import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from "node:crypto";

/**
 * An authenticator and the browser before it, written from WebAuthn Level 2 with Node's crypto and
 * nothing of the code under test. Everything that it says can be made to differ.
 */

export type SoftwarePasskey = {
  readonly algorithm: "ES256" | "EdDSA";
  readonly spki: string;
  readonly credentialId: string;
  readonly site: string;
};

export type AssertionBytes = {
  readonly authenticatorData: string;
  readonly clientDataJSON: string;
  readonly signature: string;
};

/** What a test changes of an assertion; all else is as it should be. */
export type AssertionChanges = {
  readonly type?: string;
  readonly challenge?: string;
  readonly origin?: string;
  readonly crossOrigin?: unknown;
  readonly more?: { readonly [member: string]: unknown };
  /** In place of the whole of the client data. */
  readonly clientData?: string;
  readonly site?: string;
  readonly flags?: number;
  readonly extensions?: Buffer;
};

const FLAGS = { present: 0x01, verified: 0x04, eligible: 0x08, backedUp: 0x10, attested: 0x40 };

const sha256 = (bytes: string | Uint8Array): Buffer => createHash("sha256").update(bytes).digest();

/** Just enough CBOR (RFC 8949) for a credential's public key and an attestation of nothing. */
function cbor(value: number | string | Buffer | ReadonlyMap<number | string, unknown>): Buffer {
  const head = (major: number, length: number): Buffer => {
    if (length < 24) return Buffer.of((major << 5) | length);
    if (length < 256) return Buffer.of((major << 5) | 24, length);
    return Buffer.of((major << 5) | 25, length >> 8, length & 255);
  };
  if (typeof value === "number") return value < 0 ? head(1, -1 - value) : head(0, value);
  if (typeof value === "string") return Buffer.concat([head(3, value.length), Buffer.from(value)]);
  if (Buffer.isBuffer(value)) return Buffer.concat([head(2, value.length), value]);
  const members = [...value].flatMap(([name, item]) => [cbor(name), cbor(item as Buffer)]);
  return Buffer.concat([head(5, value.size), ...members]);
}

export class SoftwareAuthenticator {
  readonly passkey: SoftwarePasskey;
  readonly #origin: string;
  readonly #privateKey: KeyObject;
  readonly #publicKey: KeyObject;
  readonly #flags: number;
  #counter = 0;

  constructor(options: {
    readonly site: string;
    readonly origin: string;
    readonly algorithm?: "ES256" | "EdDSA";
    readonly synced?: boolean;
  }) {
    const { site, origin, algorithm = "ES256", synced = false } = options;
    const pair =
      algorithm === "ES256"
        ? generateKeyPairSync("ec", { namedCurve: "P-256" })
        : generateKeyPairSync("ed25519");
    this.#privateKey = pair.privateKey;
    this.#publicKey = pair.publicKey;
    this.#origin = origin;
    const eligible = synced ? FLAGS.eligible | FLAGS.backedUp : 0;
    this.#flags = FLAGS.present | FLAGS.verified | eligible;
    this.passkey = {
      algorithm,
      spki: pair.publicKey.export({ format: "der", type: "spki" }).toString("base64"),
      credentialId: randomBytes(32).toString("base64"),
      site,
    };
  }

  /** Id of the key, as the specification says it and not as the code does (R3). */
  get keyId(): string {
    return sha256(Buffer.from(this.passkey.spki, "base64")).toString("hex").slice(0, 32);
  }

  /** Signs what a page asks for: the hash of a message, or another challenge. */
  assert(message: Uint8Array, changes: AssertionChanges = {}): AssertionBytes {
    const challenge = changes.challenge ?? sha256(message).toString("base64url");
    const clientData = this.#clientData("webauthn.get", challenge, changes);
    const authenticatorData = this.#authenticatorData(changes);
    const signed = Buffer.concat([authenticatorData, sha256(clientData)]);
    const digest = this.passkey.algorithm === "ES256" ? "sha256" : null;
    return {
      authenticatorData: authenticatorData.toString("base64"),
      clientDataJSON: Buffer.from(clientData).toString("base64"),
      signature: sign(digest, signed, this.#privateKey).toString("base64"),
    };
  }

  /** Answers `navigator.credentials.create` as its `toJSON` does, without attestation. */
  register(challenge: string, changes: AssertionChanges = {}): RegistrationAnswer {
    const id = Buffer.from(this.passkey.credentialId, "base64");
    const clientData = this.#clientData("webauthn.create", challenge, changes);
    const authData = Buffer.concat([
      this.#authenticatorData({ flags: this.#flags | FLAGS.attested, ...changes }),
      Buffer.alloc(16),
      Buffer.of(id.length >> 8, id.length & 255),
      id,
      this.#coseKey(),
    ]);
    const attestation = cbor(
      new Map<string, unknown>([
        ["fmt", "none"],
        ["attStmt", new Map()],
        ["authData", authData],
      ]),
    );
    return {
      id: id.toString("base64url"),
      rawId: id.toString("base64url"),
      type: "public-key",
      clientExtensionResults: {},
      response: {
        clientDataJSON: Buffer.from(clientData).toString("base64url"),
        attestationObject: attestation.toString("base64url"),
        transports: ["internal"],
      },
    };
  }

  #clientData(type: string, challenge: string, changes: AssertionChanges): string {
    if (changes.clientData !== undefined) return changes.clientData;
    return JSON.stringify({
      type: changes.type ?? type,
      challenge,
      origin: changes.origin ?? this.#origin,
      crossOrigin: "crossOrigin" in changes ? changes.crossOrigin : false,
      ...changes.more,
    });
  }

  #authenticatorData({ site, flags, extensions }: AssertionChanges): Buffer {
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(++this.#counter);
    const head = [sha256(site ?? this.passkey.site), Buffer.of(flags ?? this.#flags), counter];
    return Buffer.concat([...head, extensions ?? Buffer.alloc(0)]);
  }

  #coseKey(): Buffer {
    const { x = "", y = "" } = this.#publicKey.export({ format: "jwk" });
    const [a, b] = [Buffer.from(x, "base64url"), Buffer.from(y, "base64url")];
    const members: readonly (readonly [number, unknown])[] =
      this.passkey.algorithm === "ES256"
        ? [
            [1, 2],
            [3, -7],
            [-1, 1],
            [-2, a],
            [-3, b],
          ]
        : [
            [1, 1],
            [3, -8],
            [-1, 6],
            [-2, a],
          ];
    return cbor(new Map(members));
  }
}

/** The JSON form of a registration (WebAuthn Level 3, section 5.1.8). */
export type RegistrationAnswer = {
  readonly id: string;
  readonly rawId: string;
  readonly type: "public-key";
  readonly clientExtensionResults: Record<string, never>;
  readonly response: {
    readonly clientDataJSON: string;
    readonly attestationObject: string;
    readonly transports: "internal"[];
  };
};
