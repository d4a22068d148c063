import type { Json } from "../base/canonical.ts";
import { err, ok, type Result } from "../base/result.ts";
import type { Context } from "../governance/act-definition.ts";
import type { SignedStatement } from "../governance/statement.ts";
import { decide } from "./decide.ts";
import { effectsHash, type Effects } from "./effects.ts";
import { isProtocolOf, type Protocol } from "../governance/protocol.ts";
import { decodeEntry, type Entry } from "./entry.ts";
import { evolve } from "./evolve.ts";
import type { FundState } from "./state.ts";

/** The first thing that is wrong with an entry, and where. */
export type ReplayFault = {
  readonly code: string;
  readonly index: number;
  readonly facts: { readonly [fact: string]: Json };
};

export type Replayed = {
  readonly state: FundState;
  readonly entry: Entry;
  readonly effects: Effects;
};

/** Decides an entry's statement again: the same effects must come of it (R12, R20). */
export function replayEntry(
  state: FundState | undefined,
  leaf: Uint8Array,
  context: Omit<Context, "recordedAt">,
): Result<Replayed, ReplayFault> {
  const { index } = context;
  const decoded = decodeEntry(leaf);
  if (!decoded.ok) return err({ ...decoded.error, index });
  const entry = decoded.value;
  const { recordedAt, protocol, statement } = entry;
  if (!isProtocolOf(protocol, state, statement, context.blob)) {
    return err({ code: "protocol_differs", index, facts: { actual: protocol } });
  }
  const decided = decide(state, signedOf(entry), { ...context, recordedAt });
  if (!decided.ok) {
    const { code, clause, facts } = decided.error;
    return err({ code: "entry_refused", index, facts: { rejection: code, clause, facts } });
  }
  const hash = effectsHash(decided.value);
  if (hash !== entry.effectsHash) {
    const facts = { actual: entry.effectsHash, required: hash };
    return err({ code: "effects_differ", index, facts });
  }
  const effects = decided.value;
  return ok({ state: evolve(state, effects, recordedAt), entry, effects });
}

const signedOf = ({ statement, signatures }: Entry): SignedStatement => ({ statement, signatures });

/** The entry that records a decided statement. */
export function entryOf(
  signed: SignedStatement,
  effects: Effects,
  recordedAt: Entry["recordedAt"],
  protocol: Protocol,
): Entry {
  return { protocol, recordedAt, ...signed, effectsHash: effectsHash(effects) };
}
