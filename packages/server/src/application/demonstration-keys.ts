import { hash } from "node:crypto";
import type { Signer } from "../ports.ts";
import { ed25519Signer } from "./ed25519.ts";

/**
 * FOR DEMONSTRATIONS AND TESTS ONLY: a key that anyone can compute from its label, so it protects
 * nothing. Its seed is SHA-256 of "jointfund demonstration key", a line feed and the label.
 */
export function demonstrationKey(label: string): Signer {
  return ed25519Signer(hash("sha256", `jointfund demonstration key\n${label}`, "buffer"));
}
