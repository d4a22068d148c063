import { base64Decode, concatBytes, utf8Encode } from "../../base/bytes.ts";
import { canonicalBytes } from "../../base/canonical.ts";
import { assert } from "../../base/assert.ts";
import { ok } from "../../base/result.ts";
import { Schema } from "../../base/schema.ts";
import type { Context } from "../act-definition.ts";
import { indexOf } from "../charter-index.ts";
import { keyIdOf } from "../identity.ts";
import { publicKeyText, signatureText } from "../key-text.ts";
import { rejection, type Rejection } from "../rejection.ts";
import type { GovernanceState, OfficerKey } from "../state.ts";
import { checkOwnParty, governanceAct, identifier, reason } from "./governance-act.ts";

function rawKey(text: string): Uint8Array {
  const raw = base64Decode(text);
  assert(raw !== undefined && raw.length === 32, "the schema has read a public key of 32 bytes");
  return raw;
}

function activeKey(officer: string, text: string): OfficerKey {
  return { id: keyIdOf(rawKey(text)), officer, publicKey: text, status: "active" };
}

/** A key is enrolled once, for one officer; it never comes back after its time (G1). */
function checkNewKey(state: GovernanceState, text: string, clause: string): Rejection | undefined {
  const key = keyIdOf(rawKey(text));
  const known = state.keys.get(key);
  if (known === undefined) return undefined;
  const { officer, status } = known;
  return rejection("key_already_enrolled", clause, { key, officer, status });
}

/** `key.enrol`: an officer and the key that signs for him; also one whose key was revoked (G4). */
export const keyEnrol = governanceAct({
  type: "key.enrol",
  nature: "decision",
  schema: Schema.object({ officer: identifier, party: identifier, publicKey: publicKeyText }),
  check(state, inHand) {
    const { body, clause } = inHand;
    const { parties } = indexOf(state.charter);
    if (!parties.has(body.party) || state.schedules.withdrawn.includes(body.party)) {
      return rejection("party_unknown", clause, { actual: body.party });
    }
    // Conflicts name officers and parties alike, so that no officer may be named as a party.
    if (parties.has(body.officer)) {
      return rejection("officer_named_as_party", clause, { actual: body.officer });
    }
    const known = state.officers.get(body.officer);
    if (known !== undefined && known.party !== body.party) {
      const facts = { officer: known.id, actual: body.party, required: known.party };
      return rejection("officer_of_other_party", clause, facts);
    }
    if (known?.key !== undefined) {
      return rejection("officer_already_enrolled", clause, { officer: known.id, key: known.key });
    }
    return checkNewKey(state, body.publicKey, clause) ?? checkOwnParty(state, inHand, body.party);
  },
  effects(_state, { body }) {
    const key = activeKey(body.officer, body.publicKey);
    const officer = { id: body.officer, party: body.party, key: key.id };
    return ok([{ kind: "officerEnrolled", officer, key }]);
  },
});

const KEY_PROOF_TAG = utf8Encode("jointfund/key-proof/v1\n");

/** What a new key signs to show that the officer holds it: the fund, the officer, the key (G5). */
export function keyProofBytes(fund: string, officer: string, publicKey: string): Uint8Array {
  return concatBytes(KEY_PROOF_TAG, canonicalBytes({ fund, officer, publicKey }));
}

function checkProof(
  state: GovernanceState,
  body: { readonly officer: string; readonly publicKey: string; readonly proof: string },
  clause: string,
  { verify }: Context,
): Rejection | undefined {
  const message = keyProofBytes(state.charter.id, body.officer, body.publicKey);
  const proof = base64Decode(body.proof);
  const key = rawKey(body.publicKey);
  if (proof !== undefined && verify(key, message, proof)) return undefined;
  return rejection("key_proof_invalid", clause, { officer: body.officer, key: keyIdOf(key) });
}

/** `key.rotate`: a new key in place of an officer's key in force (G5). */
export const keyRotate = governanceAct({
  type: "key.rotate",
  nature: "decision",
  schema: Schema.object({ officer: identifier, publicKey: publicKeyText, proof: signatureText }),
  check(state, inHand, context) {
    const { body, clause } = inHand;
    const officer = state.officers.get(body.officer);
    if (officer === undefined) {
      return rejection("officer_unknown", clause, { officer: body.officer });
    }
    if (officer.key === undefined) {
      return rejection("officer_without_key", clause, { officer: officer.id });
    }
    return (
      checkNewKey(state, body.publicKey, clause) ??
      checkProof(state, body, clause, context) ??
      checkOwnParty(state, inHand, officer.party)
    );
  },
  effects(state, { body }) {
    const retired = state.officers.get(body.officer)?.key;
    assert(retired !== undefined, "the officer has a key in force");
    const key = activeKey(body.officer, body.publicKey);
    return ok([{ kind: "keyRotated", officer: body.officer, retired, key }]);
  },
});

/** `key.revoke`: an officer's key signs nothing any more, and his seats stand empty (G6, G22). */
export const keyRevoke = governanceAct({
  type: "key.revoke",
  nature: "decision",
  schema: Schema.object({ officer: identifier, reason }),
  check(state, inHand) {
    const { body, clause } = inHand;
    const officer = state.officers.get(body.officer);
    if (officer === undefined) {
      return rejection("officer_unknown", clause, { officer: body.officer });
    }
    if (officer.key === undefined) {
      return rejection("officer_without_key", clause, { officer: officer.id });
    }
    return checkOwnParty(state, inHand, officer.party);
  },
  effects(state, { body }) {
    const key = state.officers.get(body.officer)?.key;
    assert(key !== undefined, "the officer has a key in force");
    return ok([{ kind: "keyRevoked", officer: body.officer, key }]);
  },
});
