import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from "node:crypto";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { canonicalBytes, decodeCanonical, type Json } from "@jointfund/core/base/canonical.ts";

const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * The office's own secret, from which the keys of its cookies are made. Whoever deletes the file
 * signs everybody out.
 */
export class SessionKey {
  readonly #mac: Buffer;
  readonly #seal: Buffer;

  constructor(secret: Uint8Array) {
    const derived = (use: string): Buffer =>
      Buffer.from(hkdfSync("sha256", secret, "", `jointfund ${use}`, KEY_BYTES));
    this.#mac = derived("session");
    this.#seal = derived("sign-in");
  }

  /**
   * Reads the key of a directory. Where there is none, or it is damaged, it makes one that nobody
   * else may read: whoever was signed in has to sign in again, and nothing else depends on it.
   */
  static open(directory: string): SessionKey {
    mkdirSync(directory, { recursive: true, mode: 0o700 });
    const file = join(directory, "session-key");
    if (!existsSync(file) || statSync(file).size !== KEY_BYTES) {
      rmSync(file, { force: true });
      writeFileSync(file, randomBytes(KEY_BYTES), { mode: 0o600, flag: "wx" });
    }
    // A copy that came back from elsewhere may have been opened to others.
    chmodSync(file, 0o600);
    return new SessionKey(readFileSync(file));
  }

  /** The text with a code that only this key makes. */
  sign(text: string): string {
    return `${text}.${this.#codeOf(text).toString("base64url")}`;
  }

  /** The text that was signed, or nothing where the code is not this key's. */
  verified(signed: string): string | undefined {
    const dot = signed.lastIndexOf(".");
    if (dot < 1) return undefined;
    const text = signed.slice(0, dot);
    const code = Buffer.from(signed.slice(dot + 1), "base64url");
    const required = this.#codeOf(text);
    return code.length === required.length && timingSafeEqual(code, required) ? text : undefined;
  }

  /** Encrypts a value (AES-256-GCM), so that whoever carries it can neither read nor change it. */
  seal(value: Json): string {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv("aes-256-gcm", this.#seal, nonce);
    const bytes = Buffer.concat([cipher.update(canonicalBytes(value)), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), bytes]).toString("base64url");
  }

  /** What was sealed, or nothing where this key did not seal it. */
  unsealed(text: string): Json | undefined {
    const bytes = Buffer.from(text, "base64url");
    if (bytes.length < NONCE_BYTES + TAG_BYTES) return undefined;
    const nonce = bytes.subarray(0, NONCE_BYTES);
    const decipher = createDecipheriv("aes-256-gcm", this.#seal, nonce, {
      authTagLength: TAG_BYTES,
    });
    decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
    try {
      const rest = decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES));
      const json = decodeCanonical(Buffer.concat([rest, decipher.final()]));
      return json.ok ? json.value : undefined;
    } catch {
      return undefined;
    }
  }

  #codeOf(text: string): Buffer {
    return createHmac("sha256", this.#mac).update(text).digest();
  }
}
