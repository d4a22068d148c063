import { base64Encode } from "@jointfund/core/base/bytes.ts";
import { assert } from "@jointfund/core/base/assert.ts";
import type { Json } from "@jointfund/core/base/canonical.ts";
import type { Charter } from "@jointfund/core/charter/charter.ts";
import {
  formatVerifierKey,
  SIGNATURE_TYPES,
  verifierKey,
  type SignatureType,
} from "@jointfund/core/log/verifier-key.ts";
import { demonstrationKey } from "../application/demonstration-keys.ts";
import type { Operator } from "../application/operator.ts";
import type { Signer } from "../ports.ts";
import type { Scenario } from "./scenario.ts";

/**
 * Keys of a demonstration fund. Everybody can derive them: they protect nothing, and make the same
 * record on every machine.
 */
export function officerSigner(charter: Charter, officer: string): Signer {
  return demonstrationKey(`${charter.id} officer ${officer}`);
}

export function logSigner(charter: Charter): Signer {
  return demonstrationKey(`${charter.id} log`);
}

export function mirrorSigner(charter: Charter, party: string): Signer {
  return demonstrationKey(`${charter.id} mirror ${party}`);
}

/** Name under which a party's mirror cosigns. */
export function mirrorName(charter: Charter, party: string): string {
  return `${party.toLowerCase()}.${charter.origin}/mirror`;
}

function vkeyOf(name: string, type: SignatureType, { publicKey }: Signer): string {
  const key = verifierKey(name, type, publicKey);
  assert(key.ok, "an adopted charter's origin is a key name");
  return formatVerifierKey(key.value);
}

/** Who holds which keys of a fund from its founding on. */
type Staff = Pick<Scenario, "officers">;

/** The operator's officer: the first that a party of that kind has. */
export function demonstrationOperator(charter: Charter, { officers }: Staff): Operator | undefined {
  const parties = charter.parties.filter(({ kind }) => kind === "operator").map(({ id }) => id);
  const officer = officers.find(({ party }) => parties.includes(party))?.id;
  if (officer === undefined) return undefined;
  return {
    officer,
    signer: officerSigner(charter, officer),
    log: { name: charter.origin, signer: logSigner(charter) },
  };
}

/** The body of the founding: the charter's hash, and every key by its public half. */
export function foundingBody(
  charter: Charter,
  hash: string,
  { officers }: Staff,
): { readonly [field: string]: Json } {
  return {
    charter: hash,
    logKey: vkeyOf(charter.origin, SIGNATURE_TYPES.ed25519, logSigner(charter)),
    mirrors: charter.finality.mirrors.map((party) => ({
      party,
      vkey: vkeyOf(
        mirrorName(charter, party),
        SIGNATURE_TYPES.cosignature,
        mirrorSigner(charter, party),
      ),
    })),
    witnesses: [],
    officers: officers.map(({ id, party, seats }) => ({
      id,
      party,
      publicKey: base64Encode(officerSigner(charter, id).publicKey),
      seats,
    })),
  };
}
