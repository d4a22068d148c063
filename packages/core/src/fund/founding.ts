import { base64Encode } from "../base/bytes.ts";
import type { Json } from "../base/canonical.ts";
import { err, ok, type Result } from "../base/result.ts";
import { decode } from "../base/schema.ts";
import { dateOf } from "../calendar/date.ts";
import type { Charter } from "../charter/charter.ts";
import type { Context } from "../governance/act-definition.ts";
import { withSigner } from "../governance/authenticate.ts";
import { actIdOf, signingBytes } from "../governance/identity.ts";
import type { SignatureChecks } from "../governance/assertion.ts";
import { activeKey, checkSignature, idOfNamed } from "../governance/officer-key.ts";
import { rejection, type Rejection } from "../governance/rejection.ts";
import type { Founding, SignedStatement } from "../governance/statement.ts";
import { parseVerifierKey, SIGNATURE_TYPES } from "../log/verifier-key.ts";
import { readCharter } from "./adoption.ts";
import { foundingSchema, type FoundingBody } from "./bodies/founding.ts";
import type { Effects, FundEvent } from "./effects.ts";
import { sovereignsOf } from "./terms.ts";

const COSIGNATURE = SIGNATURE_TYPES.cosignature;

/** Parties, seats and keys of the founding agree with the charter, or the first that does not. */
function checkOfficers(charter: Charter, body: FoundingBody): Rejection | undefined {
  const seats = new Map(
    [...charter.parties, ...charter.bodies]
      .flatMap((owner) => owner.seats)
      .map((seat) => [seat.id, seat.party]),
  );
  const taken = new Set<string>();
  for (const officer of body.officers) {
    if (!charter.parties.some(({ id }) => id === officer.party)) {
      return rejection("party_unknown", "R7", { officer: officer.id, actual: officer.party });
    }
    if (charter.parties.some(({ id }) => id === officer.id)) {
      return rejection("officer_named_as_party", "G4", { actual: officer.id });
    }
    for (const seat of officer.seats) {
      if (!seats.has(seat)) return rejection("seat_unknown", "R7", { actual: seat });
      if (seats.get(seat) !== officer.party) {
        return rejection("officer_of_other_party", "G2", {
          officer: officer.id,
          actual: officer.party,
          required: seats.get(seat)!,
        });
      }
      if (taken.has(seat)) return rejection("seat_taken", "G2", { actual: seat });
      taken.add(seat);
    }
  }
  const distinct = (values: readonly string[]): boolean => new Set(values).size === values.length;
  const ids = body.officers.map(({ id }) => id);
  const keys = body.officers.map(idOfNamed);
  if (!distinct(ids) || !distinct(keys)) {
    return rejection("founding_incomplete", "R7", { missing: "distinct officers and keys" });
  }
  const operators = charter.parties.filter(({ kind }) => kind === "operator").map(({ id }) => id);
  for (const party of [...sovereignsOf(charter), ...operators]) {
    if (!body.officers.some((officer) => officer.party === party)) {
      return rejection("founding_incomplete", "R7", { missing: party });
    }
  }
  return undefined;
}

/** The log's key is named after the log, and every mirror that the charter asks for has a key. */
function checkTrust(charter: Charter, body: FoundingBody): Rejection | undefined {
  const named = [
    { who: "log", vkey: body.logKey, type: SIGNATURE_TYPES.ed25519 },
    ...body.mirrors.map(({ party, vkey }) => ({ who: party, vkey, type: COSIGNATURE })),
    ...body.witnesses.map(({ name, vkey }) => ({ who: name, vkey, type: COSIGNATURE })),
  ];
  const names = new Set<string>();
  const keys = new Set<string>();
  for (const { who, vkey, type } of named) {
    const key = parseVerifierKey(vkey, type);
    if (!key.ok) return rejection("verifier_key_unusable", "R7", { who, actual: key.error.code });
    // One key for one name: a cosignature does not say whose it is but by the name of its line.
    if (names.has(key.value.name) || (who === "log" && key.value.name !== charter.origin)) {
      return rejection("verifier_key_unusable", "R7", { who, actual: key.value.name });
    }
    names.add(key.value.name);
    // One name for one key: whoever holds it would otherwise stand for two that should agree.
    const raw = base64Encode(key.value.publicKey);
    if (keys.has(raw)) return rejection("verifier_key_unusable", "R7", { who, actual: raw });
    keys.add(raw);
  }
  const missing = charter.finality.mirrors.filter(
    (party) => !body.mirrors.some((mirror) => mirror.party === party),
  );
  return missing.length === 0
    ? undefined
    : rejection("founding_incomplete", "R7", { missing: `mirror of ${missing[0]}` });
}

/** Every officer that the founding enrols has signed it, and nobody else. */
function checkSignatures(
  charter: Charter,
  { statement, signatures }: SignedStatement,
  body: FoundingBody,
  checks: SignatureChecks,
): Rejection | undefined {
  const message = signingBytes(statement);
  const terms = charter.passkeys;
  const keys = new Map(
    body.officers.map((officer) => {
      const key = activeKey(officer.id, officer);
      return [key.id, key];
    }),
  );
  if (signatures.length !== keys.size) {
    return rejection("founding_incomplete", "R7", {
      actual: signatures.length,
      required: keys.size,
    });
  }
  for (const signature of signatures) {
    const { key: id } = signature;
    const key = keys.get(id);
    if (key === undefined) return rejection("unknown_key", "R3", { key: id });
    keys.delete(id);
    const unsigned = checkSignature(key, signature, message, { terms, checks });
    if (unsigned !== undefined) return withSigner(unsigned, key);
  }
  return undefined;
}

/** The first entry: the charter, the officers and the keys of the log (R7). */
export function decideFounding(
  signed: SignedStatement & { readonly statement: Founding },
  context: Context,
): Result<Effects, Rejection> {
  const { fund, act } = signed.statement;
  if (act.type !== "charter.adopt") {
    return err(rejection("not_founded", "R7", { actual: act.type }));
  }
  const decoded = decode(foundingSchema, act.body);
  if (!decoded.ok) {
    return err(rejection("body_malformed", "R1", { findings: decoded.error as unknown as Json }));
  }
  const body = decoded.value;
  const charter = readCharter(body.charter, context);
  if (!charter.ok) return charter;
  if (charter.value.id !== fund || charter.value.version !== act.charterVersion) {
    return err(
      rejection("wrong_fund", "R2", {
        actual: `${fund} ${act.charterVersion}`,
        required: `${charter.value.id} ${charter.value.version}`,
      }),
    );
  }
  const refusal =
    checkOfficers(charter.value, body) ??
    checkTrust(charter.value, body) ??
    checkSignatures(charter.value, signed, body, context);
  if (refusal !== undefined) return err(refusal);
  return ok(foundingEffects(charter.value, body, signed.statement, context));
}

function foundingEffects(
  charter: Charter,
  body: FoundingBody,
  { fund, act }: Founding,
  context: Context,
): Effects {
  const today = dateOf(context.recordedAt);
  const { logKey, mirrors, witnesses } = body;
  const events: FundEvent[] = [
    { kind: "founded", trust: { logKey, mirrors, witnesses, finalSize: 0, witnessedSize: 0 } },
    { kind: "charterInForce", version: charter.version, hash: body.charter, charter },
    { kind: "dayOpened", date: today },
  ];
  for (const officer of body.officers) {
    const { id, party, seats } = officer;
    const key = activeKey(id, officer);
    events.push({ kind: "officerEnrolled", officer: { id, party, key: key.id }, key });
    for (const seat of seats) events.push({ kind: "seatFilled", seat, officer: id });
  }
  events.push({ kind: "factRecorded", id: actIdOf(fund, act), act, entry: context.index });
  return events;
}
