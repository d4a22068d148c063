import { concatBytes, utf8Encode } from "../../base/bytes.ts";
import { canonicalBytes, type Json } from "../../base/canonical.ts";
import { assert } from "../../base/assert.ts";
import { choiceByField } from "../../base/field-choice.ts";
import { ok } from "../../base/result.ts";
import { Schema, type Infer } from "../../base/schema.ts";
import type { Context } from "../act-definition.ts";
import { indexOf } from "../charter-index.ts";
import { siteNotAllowed } from "../assertion.ts";
import { publicKeyText, signatureText } from "../key-text.ts";
import { activeKey, idOfNamed, isProof, type KeyNamed } from "../officer-key.ts";
import { assertionSchema, passkeySchema, type Assertion } from "../passkey.ts";
import { rejection, type Rejection } from "../rejection.ts";
import type { GovernanceState } from "../state.ts";
import { checkOwnParty, governanceAct, identifier, reason } from "./governance-act.ts";

/**
 * A key is enrolled once, for one officer; it never comes back after its time (G1). A passkey is
 * made for a site of the charter's (G60).
 */
function checkNewKey(
  state: GovernanceState,
  named: KeyNamed,
  clause: string,
): Rejection | undefined {
  const key = idOfNamed(named);
  const known = state.keys.get(key);
  if (known !== undefined) {
    const { officer, status } = known;
    return rejection("key_already_enrolled", clause, { key, officer, status });
  }
  const terms = state.charter.passkeys;
  if (!("passkey" in named)) return undefined;
  const { site } = named.passkey;
  return terms?.sites.some(({ id }) => id === site) === true
    ? undefined
    : siteNotAllowed(site, terms);
}

const enrolled = { officer: identifier, party: identifier };
const enrolmentOfKey = Schema.object({ ...enrolled, publicKey: publicKeyText });
const enrolmentOfPasskey = Schema.object({ ...enrolled, passkey: passkeySchema });
type Enrolment = Infer<typeof enrolmentOfKey> | Infer<typeof enrolmentOfPasskey>;

/** `key.enrol`: an officer and the key that signs for him; also one whose key was revoked (G4). */
export const keyEnrol = governanceAct<Enrolment>({
  type: "key.enrol",
  nature: "decision",
  schema: choiceByField("passkey", { without: enrolmentOfKey, having: enrolmentOfPasskey }),
  schemaOfProtocol1: enrolmentOfKey,
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
    return checkNewKey(state, body, clause) ?? checkOwnParty(state, inHand, body.party);
  },
  effects(_state, { body }) {
    const key = activeKey(body.officer, body);
    const officer = { id: body.officer, party: body.party, key: key.id };
    return ok([{ kind: "officerEnrolled", officer, key }]);
  },
});

const KEY_PROOF_TAG = utf8Encode("jointfund/key-proof/v1\n");

/** What a new key signs to show that the officer holds it: the fund, the officer, the key (G5). */
export function keyProofBytes(fund: string, officer: string, named: KeyNamed): Uint8Array {
  const key: { readonly [form: string]: Json } =
    "passkey" in named ? { passkey: named.passkey } : { publicKey: named.publicKey };
  return concatBytes(KEY_PROOF_TAG, canonicalBytes({ fund, officer, ...key }));
}

const rotated = { officer: identifier };
const rotationToKey = Schema.object({
  ...rotated,
  publicKey: publicKeyText,
  proof: signatureText,
});
const rotationToPasskey = Schema.object({
  ...rotated,
  passkey: passkeySchema,
  proof: assertionSchema,
});
type Rotation = Infer<typeof rotationToKey> | Infer<typeof rotationToPasskey>;

function checkProof(
  state: GovernanceState,
  body: Rotation,
  clause: string,
  checks: Context,
): Rejection | undefined {
  const message = keyProofBytes(state.charter.id, body.officer, body);
  const proof: string | Assertion = body.proof;
  if (isProof(body, proof, message, { terms: state.charter.passkeys, checks })) return undefined;
  return rejection("key_proof_invalid", clause, { officer: body.officer, key: idOfNamed(body) });
}

/** `key.rotate`: a new key in place of an officer's key in force (G5). */
export const keyRotate = governanceAct<Rotation>({
  type: "key.rotate",
  nature: "decision",
  schema: choiceByField("passkey", { without: rotationToKey, having: rotationToPasskey }),
  schemaOfProtocol1: rotationToKey,
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
      checkNewKey(state, body, clause) ??
      checkProof(state, body, clause, context) ??
      checkOwnParty(state, inHand, officer.party)
    );
  },
  effects(state, { body }) {
    const retired = state.officers.get(body.officer)?.key;
    assert(retired !== undefined, "the officer has a key in force");
    const key = activeKey(body.officer, body);
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
