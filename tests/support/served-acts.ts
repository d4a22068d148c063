import assert from "node:assert/strict";
import { base64Encode } from "@jointfund/core/base/bytes.ts";
import type { Json } from "@jointfund/core/base/canonical.ts";
import { encodeSigned } from "@jointfund/core/fund/entry.ts";
import { actOptions, type ActOptionName } from "@jointfund/core/fund/act-options.ts";
import { actIdOf } from "@jointfund/core/governance/identity.ts";
import type { Act, Founding, Statement } from "@jointfund/core/governance/statement.ts";
import { signStatement } from "@jointfund/server/application/operator.ts";
import { presentOf } from "@jointfund/server/http/desk/present.ts";
import { officerSigner } from "@jointfund/server/scenario/demonstration.ts";
import type { ServedOffice } from "./served-office.ts";

type Spoken = Exclude<Statement, Founding>;

async function submit({ office }: ServedOffice, statement: Spoken, by: string): Promise<void> {
  const signer = officerSigner(office.record.view.state.charter, by);
  const receipt = await office.fund.submit(encodeSigned(signStatement(statement, signer)));
  assert.equal(receipt.status, "accepted", JSON.stringify(receipt));
  await office.record.caughtUp();
}

/** An officer of a served demonstration says of an act what the desk would let them say. */
export async function say(
  served: ServedOffice,
  act: string,
  by: string,
  option: ActOptionName,
): Promise<void> {
  const { view, context, notAfter } = presentOf(served.office);
  const record = view.state.acts.get(act);
  assert(record !== undefined, act);
  const options = actOptions(view.state, record, { officer: by, notAfter }, context);
  const offer = options.find((each) => each.option === option);
  assert.ok(offer?.refusal === undefined, `${by} ${option}: ${JSON.stringify(offer?.refusal)}`);
  await submit(served, offer!.statement, by);
}

export type Proposed = {
  readonly type: string;
  readonly by: string;
  readonly body: { readonly [field: string]: Json };
  /** Who approves it; it is executed then, by the first of them. */
  readonly approve?: readonly string[];
};

/** Puts an act on record in a served demonstration: proposed, approved and executed. */
export async function propose(
  served: ServedOffice,
  { type, by, body, approve = [] }: Proposed,
): Promise<string> {
  const { state } = presentOf(served.office).view;
  const { id: fund, version } = state.charter;
  const act: Act = {
    ...{ type, body, charterVersion: version, effectiveDate: state.today, proposer: by },
    ...{ basis: "commercial", reason: `For a test: ${type}`, evidence: [] },
  };
  const kind = state.charter.acts[type]?.nature === "fact" ? "fact" : "proposal";
  await submit(served, { kind, fund, act }, by);
  const id = actIdOf(fund, act);
  for (const voter of approve) await say(served, id, voter, "approve");
  if (approve.length > 0) await say(served, id, approve[0]!, "execute");
  return id;
}

const TREASURIES = ["us-treasury-1", "jp-treasury-1"];

/** Admits a partner to the fund of the first year, with an officer `<party>-officer`. */
export async function admitPartner(served: ServedOffice, party: string): Promise<void> {
  const [seat, officer] = [`${party}-S1`, `${party}-officer`];
  const name = { en: `Partner ${party}`, ja: `出資者${party}` };
  const decided = (type: string, body: Proposed["body"]): Promise<string> =>
    propose(served, { type, by: TREASURIES[0]!, body, approve: TREASURIES });
  await decided("party.admit", {
    ...{ party, kind: "partner", seats: [seat], threshold: 1, name, short: name },
  });
  const key = officerSigner(served.office.record.view.state.charter, officer);
  await decided("key.enrol", { officer, party, publicKey: base64Encode(key.publicKey) });
  await decided("appointment.seat", { seat, officer });
}

/** A partner promises money, and both treasuries accept it; the id of the commitment. */
export const acceptCommitment = (
  served: ServedOffice,
  party: string,
  amount: string,
): Promise<string> =>
  propose(served, {
    type: "commitment.accept",
    by: `${party}-officer`,
    body: { party, currency: "USD", amount },
    approve: TREASURIES,
  });
