import { base64Encode } from "@jointfund/core/base/bytes.ts";
import { decode } from "@jointfund/core/base/schema.ts";
import { decodeCharterBytes } from "@jointfund/core/charter/decode-charter.ts";
import type { Charter } from "@jointfund/core/charter/charter.ts";
import { decodeEntry } from "@jointfund/core/fund/entry.ts";
import { foundingSchema, type FoundingBody } from "@jointfund/core/fund/bodies/founding.ts";
import {
  formatVerifierKey,
  SIGNATURE_TYPES,
  verifierKey,
} from "@jointfund/core/log/verifier-key.ts";
import type { Fund } from "../application/fund.ts";
import { openFund, type FundOptions } from "../application/open-fund.ts";
import type { Operator } from "../application/operator.ts";
import { ServedClock } from "../application/served-clock.ts";
import type { Clock, Disk } from "../ports.ts";
import { demonstrationMirrors } from "./demonstration-mirrors.ts";
import { logSigner, officerSigner } from "./demonstration.ts";

/** The fund of a data directory, opened to be served, with its clock. */
export type Served = { readonly fund: Fund; readonly clock: ServedClock };

/** What is needed of a record to open it: its first entry and what that names. */
export type FirstEntry = {
  readonly leaf: Uint8Array;
  readonly blob: (hash: string) => Uint8Array | undefined;
};

type ServedHow = Pick<FundOptions, "onReplayed"> & {
  readonly machine: Clock;
  readonly disk: Disk;
};

/**
 * Opens the demonstration that a data directory holds: its keys are derived from the charter, and
 * are those that the founding names, or nothing is opened. FOR DEMONSTRATION, as
 * `openDemonstration` is.
 */
export async function openServed(
  first: FirstEntry,
  data: string,
  { machine, disk, ...how }: ServedHow,
): Promise<Served | undefined> {
  const founding = foundingOf(first);
  const operator = founding && demonstrationOperatorOf(founding);
  if (founding === undefined || operator === undefined) return undefined;
  const { charter } = founding;
  const clock = new ServedClock(machine);
  const mirrors = await demonstrationMirrors(charter, operator, { data, clock, disk });
  const fund = await openFund({ data, operator, clock, mirrors, disk, ...how });
  if (fund.state !== undefined) clock.reach(fund.state.recordedAt);
  return { fund, clock };
}

type FoundingOnRecord = { readonly charter: Charter; readonly body: FoundingBody };

function foundingOf({ leaf, blob }: FirstEntry): FoundingOnRecord | undefined {
  const entry = decodeEntry(leaf);
  if (!entry.ok || entry.value.statement.kind !== "founding") return undefined;
  const body = decode(foundingSchema, entry.value.statement.act.body);
  const charter = body.ok ? decodeCharterBytes(blob(body.value.charter) ?? new Uint8Array()) : body;
  return body.ok && charter.ok ? { charter: charter.value, body: body.value } : undefined;
}

/** The operator by demonstration keys, if it is these that the founding enrols. */
function demonstrationOperatorOf({ charter, body }: FoundingOnRecord): Operator | undefined {
  const signer = logSigner(charter);
  const logKey = verifierKey(charter.origin, SIGNATURE_TYPES.ed25519, signer.publicKey);
  if (!logKey.ok || formatVerifierKey(logKey.value) !== body.logKey) return undefined;
  const operators = charter.parties.filter(({ kind }) => kind === "operator").map(({ id }) => id);
  const officer = body.officers.find(({ party }) => operators.includes(party));
  if (officer === undefined) return undefined;
  const key = officerSigner(charter, officer.id);
  if (!("publicKey" in officer)) return undefined;
  if (base64Encode(key.publicKey) !== officer.publicKey) return undefined;
  return { officer: officer.id, signer: key, log: { name: charter.origin, signer } };
}
