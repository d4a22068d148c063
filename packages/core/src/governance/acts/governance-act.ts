import type { Json } from "../../base/canonical.ts";
import { err } from "../../base/result.ts";
import { decode, encode, Schema } from "../../base/schema.ts";
import type { ActDefinition, ActInHand } from "../act-definition.ts";
import { isApprovedByEverySovereign } from "../approval.ts";
import type { GovernanceEvent } from "../events.ts";
import { rejection, type Rejection } from "../rejection.ts";
import type { GovernanceState } from "../state.ts";

/** An act type that needs nothing but the state of governance. */
export type GovernanceAct<Body> = ActDefinition<Body, GovernanceState, GovernanceEvent>;

type Parts<Body> = Pick<GovernanceAct<Body>, "type" | "nature" | "check" | "effects"> & {
  readonly schema: Schema<Body>;
  /** The form of its body before protocol 2, where it was another (R13). */
  readonly schemaOfProtocol1?: Schema<Body>;
  readonly concerns?: GovernanceAct<Body>["concerns"];
  readonly amount?: GovernanceAct<Body>["amount"];
};

/** An act type from its parts. Its body says all that it fixes. */
export function governanceAct<Body>(parts: Parts<Body>): GovernanceAct<Body> {
  const { type, nature, schema, check, effects } = parts;
  return {
    type,
    nature,
    schema,
    decode: (body, protocol = 2) => {
      const form = protocol === 1 ? (parts.schemaOfProtocol1 ?? schema) : schema;
      const decoded = decode(form, body);
      return decoded.ok ? decoded : err(decoded.error as unknown as readonly Json[]);
    },
    check,
    effects,
    concerns: parts.concerns ?? (() => []),
    amount: parts.amount ?? (() => undefined),
    fixed: (body) => encode(schema, body),
  };
}

export const identifier = Schema.string({ format: "identifier" });
export const hash = Schema.string({ format: "hex32" });
export const reason = Schema.string({ minLength: 1, maxLength: 2_000 });
/**
 * A party's officers, keys and seats are its own affair (G1): the act comes from the party itself,
 * or every sovereign has approved it. What was approved is known only when the act takes effect.
 */
export function checkOwnParty(
  state: GovernanceState,
  { id, act, clause }: ActInHand<unknown>,
  party: string,
): Rejection | undefined {
  const proposer = state.officers.get(act.proposer)?.party ?? null;
  if (proposer === party) return undefined;
  const record = state.acts.get(id);
  if (record === undefined || isApprovedByEverySovereign(state, record, false)) return undefined;
  return rejection("not_own_party", clause, { actual: proposer, required: party });
}
