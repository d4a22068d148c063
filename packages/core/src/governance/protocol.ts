import { decodeCanonical } from "../base/canonical.ts";
import { MAX_CHARTER_BYTES } from "../charter/decode-charter.ts";
import type { Context } from "./act-definition.ts";
import type { GovernanceState } from "./state.ts";
import type { Statement } from "./statement.ts";

/** The numbers of the rules of replay that this code speaks (R13). */
export const PROTOCOLS = [1, 2] as const;
export type Protocol = (typeof PROTOCOLS)[number];

/**
 * The rules that a fund goes by: 2 from the first charter in force that has terms for passkeys, 1
 * before (R13). They never go back, also where a later charter drops the terms.
 */
export function protocolInForce(state: GovernanceState | undefined): Protocol {
  if (state === undefined) return 1;
  if (state.charter.passkeys !== undefined) return 2;
  for (const charter of state.charters.values()) {
    if (charter.passkeys !== undefined) return 2;
  }
  return 1;
}

/**
 * The number of the entry that holds a statement: that of the rules in force, and 2 already for
 * what brings a charter with terms for passkeys, which the rules of 1 cannot read.
 */
export function protocolOf(
  state: GovernanceState | undefined,
  statement: Statement,
  blob: Context["blob"],
): Protocol {
  if (protocolInForce(state) === 2) return 2;
  const act: unknown = "act" in statement ? statement.act : refusedAct(statement);
  const hash = charterNamedBy(act);
  return hash !== undefined && hasPasskeyTerms(blob(hash)) ? 2 : 1;
}

/**
 * Whether an entry has the number that it must have. A refused amendment may have either, as long
 * as 1 is in force: whether its charter was at hand when it was refused, nobody can tell later. And
 * where a charter is not at hand now, that is what the decision says.
 */
export function isProtocolOf(
  protocol: number,
  state: GovernanceState | undefined,
  statement: Statement,
  blob: Context["blob"],
): boolean {
  const needed = protocolOf(state, statement, blob);
  if (protocol === needed || protocolInForce(state) === 2) return protocol === needed;
  if (charterNamedBy(refusedAct(statement)) !== undefined) return true;
  const hash = "act" in statement ? charterNamedBy(statement.act) : undefined;
  return hash !== undefined && blob(hash) === undefined;
}

function refusedAct(statement: Statement): unknown {
  if (statement.kind !== "refusal") return undefined;
  return member(statement.refused.statement, "act");
}

function member(value: unknown, name: string): unknown {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, name)) return undefined;
  return (value as { readonly [name: string]: unknown })[name];
}

/** The hash of the charter that an act adopts or amends to. */
function charterNamedBy(act: unknown): string | undefined {
  const type = member(act, "type");
  if (type !== "charter.adopt" && type !== "charter.amend") return undefined;
  const hash = member(member(act, "body"), "charter");
  return typeof hash === "string" ? hash : undefined;
}

function hasPasskeyTerms(bytes: Uint8Array | undefined): boolean {
  if (bytes === undefined) return false;
  const json = decodeCanonical(bytes, { maxBytes: MAX_CHARTER_BYTES });
  return json.ok && member(json.value, "passkeys") !== undefined;
}
