import { decodeJson, type Json } from "../base/json.ts";

/** What a browser says of a ceremony (WebAuthn section 5.8.1). It is signed, but not believed. */
export type ClientData = {
  readonly type: string;
  /** Base64url without padding. */
  readonly challenge: string;
  readonly origin: string;
  readonly crossOrigin: boolean;
};

/**
 * Reads client data: one JSON object whose four members have their types. Browsers may add others,
 * and some do so to keep readers honest; only `topOrigin` says that a page of another origin was
 * around, whatever `crossOrigin` says.
 */
export function readClientData(bytes: Uint8Array): ClientData | undefined {
  const json = decodeJson(bytes);
  if (!json.ok) return undefined;
  const { value } = json;
  if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
  const member = (name: string): Json | undefined =>
    Object.hasOwn(value, name) ? (value as { readonly [name: string]: Json })[name] : undefined;
  const [type, challenge, origin] = [member("type"), member("challenge"), member("origin")];
  const crossOrigin = member("crossOrigin");
  if (typeof type !== "string" || typeof challenge !== "string" || typeof origin !== "string") {
    return undefined;
  }
  if (crossOrigin !== undefined && typeof crossOrigin !== "boolean") return undefined;
  const isFramed = crossOrigin === true || member("topOrigin") !== undefined;
  return { type, challenge, origin, crossOrigin: isFramed };
}
