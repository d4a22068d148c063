import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { base64Encode } from "@jointfund/core/base/bytes.ts";
import type { Json } from "@jointfund/core/base/canonical.ts";
import { dateOf, instant } from "@jointfund/core/calendar/date.ts";
import { charterHash, encodeCharter } from "@jointfund/core/charter/decode-charter.ts";
import { encodeSigned } from "@jointfund/core/fund/entry.ts";
import { keyProofBytes } from "@jointfund/core/governance/acts/keys.ts";
import { actIdOf, keyIdOf, signingBytes } from "@jointfund/core/governance/identity.ts";
import type { Act, Statement } from "@jointfund/core/governance/statement.ts";
import {
  formatVerifierKey,
  SIGNATURE_TYPES,
  verifierKey,
  type SignatureType,
} from "@jointfund/core/log/verifier-key.ts";
import { DemonstrationMirror } from "../../packages/server/src/application/demonstration-mirror.ts";
import type { Fund } from "../../packages/server/src/application/fund.ts";
import { logVerifierKey, openFund } from "../../packages/server/src/application/open-fund.ts";
import type { Operator } from "../../packages/server/src/application/operator.ts";
import { SimulatedClock } from "../../packages/server/src/application/simulated-clock.ts";
import { systemDisk } from "../../packages/server/src/storage/system-disk.ts";
import { exampleCharter } from "../support/charters.ts";
import { demonstrationKey, type DemonstrationKey } from "../support/demonstration-fund.ts";

/** The files of a fund, by their paths below its data directory. */
export type DataFiles = ReadonlyMap<string, Uint8Array>;

const charter = exampleCharter("us-japan");
const MIRRORS = ["US", "JP"];
const OFFICERS = [
  { id: "us-t1", party: "US", seats: ["US-T1", "US-1"] },
  { id: "jp-t1", party: "JP", seats: ["JP-T1", "JP-1"] },
  { id: "op-1", party: "OPR", seats: ["OP-1"] },
];

export const FUND = charter.id;
export const ORIGIN = charter.origin;
/** The officer who signs the operator's own statements. */
export const OPERATOR = "op-1";
export const logKey = demonstrationKey("log");
export const mirrorName = (party: string): string => `${party.toLowerCase()}.${ORIGIN}`;

const newKey = demonstrationKey("us-t1, the second key");
const keys = new Map(OFFICERS.map(({ id }) => [id, demonstrationKey(id)]));

function vkey(name: string, type: SignatureType, { publicKey }: DemonstrationKey): string {
  const key = verifierKey(name, type, publicKey);
  if (!key.ok) throw new Error(key.error.code);
  return formatVerifierKey(key.value);
}

function foundingBody(): Act["body"] {
  return {
    charter: charterHash(charter),
    logKey: vkey(ORIGIN, SIGNATURE_TYPES.ed25519, logKey),
    mirrors: MIRRORS.map((party) => ({
      party,
      vkey: vkey(
        mirrorName(party),
        SIGNATURE_TYPES.cosignature,
        demonstrationKey(`mirror ${party}`),
      ),
    })),
    witnesses: [],
    officers: OFFICERS.map(({ id, party, seats }) => ({
      ...{ id, party, seats },
      publicKey: base64Encode(keys.get(id)!.publicKey),
    })),
  };
}

/** Signs with the keys of this fund, by the officers that hold them. */
export function signedBy(
  statement: Statement,
  signers: readonly DemonstrationKey[],
): { statement: Statement; signatures: { key: string; signature: string }[] } {
  const message = signingBytes(statement);
  const signatures = signers.map(({ publicKey, sign }) => ({
    key: keyIdOf(publicKey),
    signature: base64Encode(sign(message)),
  }));
  return { statement, signatures };
}

/** Submits statements to a fund as its officers would. */
class Officers {
  readonly #fund: Fund;
  readonly #clock: SimulatedClock;

  constructor(fund: Fund, clock: SimulatedClock) {
    this.#fund = fund;
    this.#clock = clock;
  }

  act(type: string, proposer: string, body: { readonly [field: string]: Json }): Act {
    return {
      ...{ type, body, proposer, charterVersion: charter.version, basis: "commercial" },
      effectiveDate: dateOf(this.#clock.now()),
      ...{ reason: "For the test", evidence: [] },
    };
  }

  async submit(status: string, statement: Statement, ...signers: DemonstrationKey[]) {
    const receipt = await this.#fund.submit(encodeSigned(signedBy(statement, signers)));
    if (receipt.status !== status) throw new Error(JSON.stringify(receipt));
  }

  async propose(act: Act): Promise<string> {
    const statement: Statement = { kind: "proposal", fund: FUND, act };
    await this.submit("accepted", statement, keys.get(act.proposer)!);
    return actIdOf(FUND, act);
  }

  approval(actId: string, officer: string): Statement {
    const { boundsDigest } = this.#fund.state!.acts.get(actId)!;
    return {
      ...{ kind: "approval", fund: FUND, actId, officer, decision: "approve", boundsDigest },
      ...{ logSize: this.#fund.size, notAfter: instant("2025-12-31T00:00:00Z"), evidence: [] },
    };
  }

  async enact(act: Act): Promise<void> {
    const actId = await this.propose(act);
    for (const officer of ["us-t1", "jp-t1"]) {
      await this.submit("accepted", this.approval(actId, officer), keys.get(officer)!);
    }
    const { proposer: officer } = act;
    const execution: Statement = { kind: "execution", fund: FUND, actId, officer };
    await this.submit("accepted", execution, keys.get(officer)!);
  }
}

function rotation(): Act["body"] {
  const publicKey = base64Encode(newKey.publicKey);
  const proof = base64Encode(newKey.sign(keyProofBytes(FUND, "us-t1", { publicKey })));
  return { officer: "us-t1", publicKey, proof };
}

/** What happens in the small fund; the numbers are those of the entries. */
async function play(fund: Fund, clock: SimulatedClock): Promise<void> {
  const officers = new Officers(fund, clock);
  const next = (): void => clock.advance(60);
  await fund.putBlob(encodeCharter(charter));
  const founding = officers.act("charter.adopt", "us-t1", foundingBody());
  const founders = OFFICERS.map(({ id }) => keys.get(id)!);
  await officers.submit("accepted", { kind: "founding", fund: FUND, act: founding }, ...founders);
  next();
  const authority = { law: "Joint Fund Act", fiscalYear: "2025" };
  const amount = "15000000000000";
  const commitment = officers.act("commitment.accept", "us-t1", {
    ...{ party: "US", currency: "USD", amount },
    authority: { ...authority, amount, expires: "2030-09-30" },
  });
  // 1 to 4: proposed, approved by both, executed.
  await officers.enact(commitment);
  next();
  // 5: refused, because nobody has proposed such an act.
  const unknown = { actId: "0".repeat(64), officer: "jp-t1" };
  const execution: Statement = { kind: "execution", fund: FUND, ...unknown };
  await officers.submit("refused", execution, keys.get("jp-t1")!);
  // 6: both mirrors have cosigned entries 0 to 5.
  await fund.finalise();
  // 7: a new day. 8 to 11: an officer changes his key.
  clock.set(instant("2025-06-17T09:00:00Z"));
  await officers.enact(officers.act("key.rotate", "us-t1", rotation()));
  next();
  // 12: a fact. 13: an approval with the key that is no longer in force.
  const declared = { holder: "jp-t1", concern: "crusoe", nature: "Shares" };
  const fact = officers.act("conflict.declare", "jp-t1", declared);
  await officers.submit("accepted", { kind: "fact", fund: FUND, act: fact }, keys.get("jp-t1")!);
  next();
  const late = officers.approval(actIdOf(FUND, commitment), "us-t1");
  await officers.submit("refused", late, keys.get("us-t1")!);
  // 14: the operator states the hash of the whole state.
  await fund.seal();
}

/** A fund that the server's own write path has made, as the files that it left. */
export async function makeSmallFund(): Promise<DataFiles> {
  const data = mkdtempSync(join(tmpdir(), "jointfund-small-"));
  try {
    const clock = new SimulatedClock(instant("2025-06-16T09:00:00Z"));
    const log = { name: ORIGIN, signer: logKey };
    const operator: Operator = { officer: OPERATOR, signer: keys.get(OPERATOR)!, log };
    const mirrors = await Promise.all(
      MIRRORS.map((party) =>
        DemonstrationMirror.open({
          ...{ party, clock, disk: systemDisk, name: mirrorName(party) },
          signer: demonstrationKey(`mirror ${party}`),
          log: logVerifierKey(log),
          markFile: join(data, "mirrors", party),
        }),
      ),
    );
    const fund = await openFund({ data, operator, clock, mirrors });
    await play(fund, clock);
    await fund.publish();
    await fund.close();
    return readAll(data);
  } finally {
    rmSync(data, { recursive: true });
  }
}

/** Every file below a directory. */
export function readAll(data: string): DataFiles {
  const files = new Map<string, Uint8Array>();
  for (const file of readdirSync(data, { recursive: true, withFileTypes: true })) {
    if (!file.isFile()) continue;
    const path = join(file.parentPath, file.name);
    files.set(relative(data, path), new Uint8Array(readFileSync(path)));
  }
  return files;
}

/** An officer's first key. */
export const keyOf = (officer: string): DemonstrationKey => keys.get(officer)!;
