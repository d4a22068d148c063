import assert from "node:assert/strict";
import { test } from "node:test";
import { base64Encode } from "@jointfund/core/base/bytes.ts";
import type { Charter } from "@jointfund/core/charter/charter.ts";
import { charterHash, encodeCharter } from "@jointfund/core/charter/decode-charter.ts";
import { decodeEntry } from "@jointfund/core/fund/entry.ts";
import { signingBytes } from "@jointfund/core/governance/identity.ts";
import type { SignedStatement, Statement } from "@jointfund/core/governance/statement.ts";
import { exampleCharter } from "../support/charters.ts";
import { chronicleOf } from "../support/chronicles.ts";
import { DemonstrationFund, type ActDraft } from "../support/demonstration-fund.ts";
import { SoftwareAuthenticator } from "../support/software-authenticator.ts";
import { amended } from "../support/variants.ts";

const SITE = "fund.example";
const ORIGIN = "https://fund.example";
const passkeys = { clause: "14.5", synced: false, sites: [{ id: SITE, origins: [ORIGIN] }] };
const authenticator = new SoftwareAuthenticator({ site: SITE, origin: ORIGIN });

/** A fund whose charter has no terms for passkeys, with nothing on record but its founding. */
function fundWithout(): DemonstrationFund {
  const { passkeys: _, ...charter } = exampleCharter("us-japan");
  return new DemonstrationFund(charter).found();
}

const protocols = (fund: DemonstrationFund): readonly number[] =>
  fund.leaves.map((leaf) => {
    const entry = decodeEntry(leaf);
    assert.ok(entry.ok);
    return entry.value.protocol;
  });

const enrolment = (by: string, more: object = {}): ActDraft => ({
  ...{ type: "key.enrol", by },
  body: { officer: "us-new", party: "US", passkey: authenticator.passkey, ...more },
});

const byPasskey = (statement: Statement): SignedStatement => {
  const assertion = authenticator.assert(signingBytes(statement));
  return { statement, signatures: [{ key: authenticator.keyId, ...assertion }] };
};

test("[R13] without terms for passkeys a record is of protocol 1, and knows none", () => {
  const fund = fundWithout();
  assert.deepEqual([...new Set(protocols(fund))], [1]);
  const refused = fund.submit(fund.proposal(enrolment("us-t1")));
  assert.ok(!refused.ok);
  assert.equal(refused.error.code, "body_malformed");
  const codes = (refused.error.facts["findings"] as readonly { code: string }[]).map(
    ({ code }) => code,
  );
  assert.deepEqual(codes, ["missing_field", "unknown_field"]);
});

/** Amends the charter so that it has terms for passkeys, and gives the entry of the proposal. */
function amendWith(fund: DemonstrationFund, charter: Charter): number {
  fund.blobs.set(charterHash(charter), encodeCharter(charter));
  const at = fund.leaves.length;
  const body = { charter: charterHash(charter) };
  const id = fund.propose({ type: "charter.amend", by: "us-t1", body });
  fund.approve(id, "us-t1", "jp-t1");
  fund.until("2025-07-02").execute(id);
  return at;
}

test("[R13] [G60] [G61] [G62] an amendment brings passkeys, and protocol 2 from then on", () => {
  const fund = fundWithout();
  const at = amendWith(fund, amended(fund.charter, { passkeys }));
  const numbers = protocols(fund);
  assert.deepEqual([...new Set(numbers.slice(0, at))], [1]);
  assert.equal(numbers[at], 2, "what protocol 1 cannot read is of protocol 2");
  const id = fund.propose(enrolment("us-t1"));
  fund.approve(id, "us-t1", "jp-t1");
  fund.execute(id, "us-t1");
  const key = fund.state.keys.get(authenticator.keyId);
  assert.equal(key?.officer, "us-new");
  const conflict = fund.act({
    ...{ type: "conflict.declare", by: "us-new" },
    body: { holder: "us-new", concern: "a-company", nature: "Shares" },
  });
  const fact: Statement = { kind: "fact", fund: fund.charter.id, act: conflict };
  const said = fund.submit(byPasskey(fact));
  assert.ok(said.ok, JSON.stringify(said));
  const last = protocols(fund).slice(-4);
  assert.deepEqual([...new Set(last)], [2]);
  assert.equal(chronicleOf(fund).state.keys.get(authenticator.keyId)?.status, "active");
});

/** A founding in which us-t1 has a passkey; who signs it, and how, is for the test to say. */
function foundingByPasskey(fund: DemonstrationFund): Statement {
  const officers = fund.officers.map(({ id, party, seats }) => ({
    ...{ id, party, seats: [...seats] },
    ...(id === "us-t1"
      ? { passkey: authenticator.passkey }
      : { publicKey: base64Encode(fund.keyOf(id).publicKey) }),
  }));
  return fund.foundingStatement({ officers }).statement;
}

test("[R7] [G61] a founding enrols officers by passkey, who sign it so", () => {
  const fund = new DemonstrationFund({ ...exampleCharter("us-japan"), passkeys });
  const statement = foundingByPasskey(fund);
  const others = fund.officers.map(({ id }) => id).filter((id) => id !== "us-t1");
  const { signatures } = fund.signed(statement, ...others);
  const complete = [...signatures, ...byPasskey(statement).signatures];
  const [, ...tooFew] = complete;
  const byKey = [...signatures, ...fund.signed(statement, "us-t1").signatures];
  const assertion = authenticator.assert(signingBytes(statement), { origin: "https://a.example" });
  const elsewhere = [...signatures, { key: authenticator.keyId, ...assertion }];
  for (const [code, given] of [
    ["founding_incomplete", tooFew],
    ["unknown_key", byKey],
    ["origin_not_allowed", elsewhere],
  ] as const) {
    const refused = fund.submit({ statement, signatures: given });
    assert.equal(refused.ok ? undefined : refused.error.code, code);
  }
  assert.ok(fund.submit({ statement, signatures: complete }).ok);
  assert.deepEqual(protocols(fund), [2]);
  assert.equal(fund.state.keys.get(authenticator.keyId)?.passkey?.site, SITE);
});
