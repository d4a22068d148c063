import { assert } from "../base/assert.ts";
import { err, ok, type Result } from "../base/result.ts";
import type { Context } from "./act-definition.ts";
import { indexOf } from "./charter-index.ts";
import { signingBytes } from "./identity.ts";
import { checkSignature } from "./officer-key.ts";
import { rejection, type Rejection } from "./rejection.ts";
import type { GovernanceState, Officer, OfficerKey } from "./state.ts";
import type { SignedStatement, Statement, StatementKind } from "./statement.ts";

/** What only the operator says (R4). */
export const OPERATOR_KINDS: ReadonlySet<StatementKind> = new Set<StatementKind>([
  "refusal",
  "day.open",
  "seal",
  "finality.record",
]);

/** The officer who says a statement: the proposer of its act, or the one it names. */
export function speakerOf(statement: Statement): string {
  return "act" in statement ? statement.act.proposer : statement.officer;
}

/** Says of a signature that is refused whose it should have been. */
export function withSigner(unsigned: Rejection, { id, officer }: OfficerKey): Rejection {
  return { ...unsigned, facts: { ...unsigned.facts, key: id, officer } };
}

/**
 * Who has signed a statement (R2, R3): exactly one officer, the one whom it names, with a key in
 * force, over this very statement for this very fund. Every kind but the founding.
 */
export function authenticate(
  state: GovernanceState,
  { statement, signatures }: SignedStatement,
  context: Pick<Context, "verify" | "verifyP256">,
): Result<Officer, Rejection> {
  const { charter } = state;
  if (statement.fund !== charter.id) {
    return err(rejection("wrong_fund", "R2", { actual: statement.fund, required: charter.id }));
  }
  const [signature, ...others] = signatures;
  if (signature === undefined || others.length > 0) {
    const facts = { actual: signatures.length, required: 1 };
    return err(rejection("unexpected_signature", "R3", facts));
  }
  const key = state.keys.get(signature.key);
  if (key === undefined) return err(rejection("unknown_key", "R3", { key: signature.key }));
  if (key.status !== "active") {
    return err(rejection("key_not_in_force", "R3", { key: key.id, actual: key.status }));
  }
  const named = speakerOf(statement);
  if (key.officer !== named) {
    const facts = { key: key.id, actual: key.officer, required: named };
    return err(rejection("key_of_other_officer", "R3", facts));
  }
  const judged = { terms: charter.passkeys, checks: context };
  const unsigned = checkSignature(key, signature, signingBytes(statement), judged);
  if (unsigned !== undefined) return err(withSigner(unsigned, key));
  const officer = state.officers.get(named);
  assert(officer !== undefined, "a key in force has an officer");
  if (OPERATOR_KINDS.has(statement.kind)) {
    const kind = indexOf(charter).parties.get(officer.party)?.kind;
    if (kind !== "operator") {
      const facts = { officer: named, actual: officer.party, required: "operator" };
      return err(rejection("not_the_operator", "R4", facts));
    }
  }
  return ok(officer);
}
