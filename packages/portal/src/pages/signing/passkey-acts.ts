import { keyProofBytes } from "@jointfund/core/governance/acts/keys.ts";
import { localDate } from "@jointfund/core/calendar/date.ts";
import type { Act } from "@jointfund/core/governance/statement.ts";
import { textIn } from "../../language/text.ts";
import { makePasskey, type NewPasskey } from "../../signing/new-passkey.ts";
import type { SigningRequest } from "../../signing/signer.ts";
import { assertionOver } from "../../signing/signers.ts";
import type { SigningAnswer, SigningKey } from "../../signing/signing-key.ts";
import { proposal } from "../../signing/statements.ts";
import { words } from "./words.ts";

/** A passkey that the charter excludes, because devices may copy it. */
export class PasskeyIsSynced extends Error {
  override readonly name = "PasskeyIsSynced";
}

type Proposed = { readonly type: string; readonly body: Act["body"]; readonly reason: string };

function proposed(
  { fund, officer }: SigningKey,
  { charterVersion, now }: SigningAnswer,
  { type, body, reason }: Proposed,
) {
  return proposal(fund, {
    ...{ type, body, charterVersion, reason, proposer: officer },
    ...{ effectiveDate: localDate(now.slice(0, 10)), basis: "commercial", evidence: [] },
  });
}

async function allowedPasskey(officer: string, answer: SigningAnswer): Promise<NewPasskey> {
  const made = await makePasskey(officer);
  if (made.synced && answer.passkeys?.synced === false) throw new PasskeyIsSynced();
  return made;
}

/** Makes a passkey, proves that it is held, and proposes it in place of the key in force (G66). */
export async function rotationRequest(
  key: SigningKey,
  answer: SigningAnswer,
  reason: string,
): Promise<SigningRequest> {
  const { fund, officer } = key;
  const { passkey } = await allowedPasskey(officer, answer);
  const proof = await assertionOver(keyProofBytes(fund, officer, { passkey }), passkey);
  const body = { officer, passkey, proof };
  return {
    statement: proposed(key, answer, { type: "key.rotate", body, reason }),
    summary: summaryOf(words.rotationSummary, officer),
  };
}

/** Makes a passkey for somebody new, and proposes them as an officer of the same party (G61). */
export async function enrolmentRequest(
  key: SigningKey,
  answer: SigningAnswer,
  { officer, reason }: { readonly officer: string; readonly reason: string },
): Promise<SigningRequest> {
  const { passkey } = await allowedPasskey(officer, answer);
  const body = { officer, party: key.party, passkey };
  return {
    statement: proposed(key, answer, { type: "key.enrol", body, reason }),
    summary: summaryOf(words.enrolmentSummary, officer, key.party),
  };
}

function summaryOf(
  text: { readonly en: string; readonly ja: string },
  ...values: readonly string[]
): SigningRequest["summary"] {
  return { en: textIn("en", text, ...values), ja: textIn("ja", text, ...values) };
}
