import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { Result } from "../../src/base/result.ts";
import { canonicalText } from "../../src/base/canonical.ts";
import { daysBetween } from "../../src/calendar/date.ts";
import { openDay } from "../../src/governance/clock.ts";
import {
  decideApproval,
  decideConsultation,
  decideObjection,
  decideRecusal,
} from "../../src/governance/decisions.ts";
import type { GovernanceEvent } from "../../src/governance/events.ts";
import { checkExecutable } from "../../src/governance/execution.ts";
import type { Rejection } from "../../src/governance/rejection.ts";
import type { GovernanceState } from "../../src/governance/state.ts";
import { statusOf } from "../../src/governance/status.ts";
import {
  approvalOf,
  at,
  body,
  charterOf,
  contextOf,
  DAY,
  daysLater,
  evolveAll,
  party,
  proposedAct,
  stateOf,
} from "./fixture.ts";
import { NaiveGovernance, type NaiveAct } from "./naive-governance.ts";
import { assertFacts } from "./rejection-facts.ts";
import { RULES } from "./rules.ts";

/** Few seats and short windows, so that random statements meet often. */
const charter = charterOf({
  parties: [
    party("US", "US-T1 US-T2>US-T3 US-T3"),
    party("JP", "JP-T1 JP-T2", { threshold: 2 }),
    party("OP", "OP-1", { kind: "operator" }),
    party("VA", "VA-1 VA-2", { kind: "valuer", affiliates: ["c2"] }),
  ],
  bodies: [body("board", "US-1 US-2>US-2A JP-1 US-2A", 2, 1)],
  acts: Object.fromEntries(Object.entries(RULES).filter(([type]) => type !== "banked")),
});
const TYPES = Object.keys(charter.acts);
const SEATS = [...charter.parties, ...charter.bodies].flatMap(({ seats }) => seats);
const OFFICERS = SEATS.map(({ id }) => id.toLowerCase());
const CONCERNS = ["c1", "c2", "c3"];
const FLAWS = ["approval_expired", "bounds_digest_mismatch", "log_size_implausible"];

type Step =
  | { readonly do: "propose"; readonly type: string; readonly by: string; readonly about: string }
  | {
      readonly do: "decide";
      readonly act: number;
      readonly by: string;
      readonly reject: boolean;
      readonly evidence: boolean;
      readonly flaw: string | undefined;
    }
  | { readonly do: "recuse" | "execute"; readonly act: number; readonly by: string }
  | {
      readonly do: "object";
      readonly act: number;
      readonly by: string;
      readonly power: "objection" | "veto";
    }
  | {
      readonly do: "answer";
      readonly act: number;
      readonly by: string;
      readonly opinion: "support" | "concern";
      readonly body: string;
    }
  | { readonly do: "seat"; readonly seat: string; readonly by: string | undefined }
  | { readonly do: "conflict"; readonly holder: string; readonly about: string }
  | { readonly do: "revoke"; readonly by: string }
  | { readonly do: "day"; readonly days: number };

const act = fc.nat(3);
const by = fc.constantFrom(...OFFICERS);
const seat = fc.constantFrom(...SEATS.map(({ id }) => id));

const stepWith = <const Kind extends string, Rest extends object>(
  kind: Kind,
  rest: { [K in keyof Rest]: fc.Arbitrary<Rest[K]> },
): fc.Arbitrary<{ do: Kind } & Rest> =>
  fc.record({ do: fc.constant(kind), ...rest }) as unknown as fc.Arbitrary<{ do: Kind } & Rest>;

const flaw = fc.oneof(
  { weight: 20, arbitrary: fc.constant(undefined) },
  { weight: 1, arbitrary: fc.constantFrom(...FLAWS) },
);

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: stepWith("propose", {
      type: fc.constantFrom(...TYPES),
      by,
      about: fc.constantFrom(...CONCERNS),
    }),
  },
  {
    weight: 40,
    arbitrary: stepWith("decide", {
      ...{ act, by, flaw },
      reject: fc.constantFrom(false, false, false, true),
      evidence: fc.boolean(),
    }),
  },
  { weight: 3, arbitrary: stepWith("recuse", { act, by }) },
  { weight: 3, arbitrary: stepWith("execute", { act, by }) },
  {
    weight: 10,
    arbitrary: stepWith("object", {
      ...{ act, by },
      power: fc.constantFrom<"objection" | "veto">("objection", "veto"),
    }),
  },
  {
    weight: 16,
    arbitrary: stepWith("answer", {
      ...{ act, by },
      opinion: fc.constantFrom<"support" | "concern">("support", "support", "concern"),
      body: fc.constantFrom("board", "board", "board", "board", "panel"),
    }),
  },
  {
    weight: 2,
    arbitrary: stepWith("seat", { seat, by: fc.option(by, { nil: undefined, freq: 6 }) }),
  },
  {
    weight: 1,
    arbitrary: stepWith("conflict", {
      holder: fc.constantFrom(...OFFICERS, "US", "VA"),
      about: fc.constantFrom(...CONCERNS),
    }),
  },
  { weight: 1, arbitrary: stepWith("revoke", { by }) },
  { weight: 4, arbitrary: stepWith("day", { days: fc.integer({ min: 1, max: 4 }) }) },
);

type Decided = Result<readonly GovernanceEvent[], Rejection>;
const accepted = (...events: GovernanceEvent[]): Decided => ({ ok: true, value: events });

/** The engine and the model side by side. */
class Pair {
  state: GovernanceState = stateOf(charter);
  readonly model = new NaiveGovernance(charter);
  readonly seen: Map<string, number>;
  skipped = 0;

  constructor(seen: Map<string, number>) {
    this.seen = seen;
  }

  /** Takes one step in both, and compares the answers and all acts. */
  take(next: Step): void {
    const before = canonicalText(summary(this.state));
    const decided = this.decide(next);
    if (decided === undefined) return;
    const [actual, expected] = decided;
    const code = actual.ok ? undefined : actual.error.code;
    assert.equal(code, expected, JSON.stringify(next));
    this.count(`${next.do}: ${code ?? "accepted"}`);
    if (actual.ok) {
      this.state = evolveAll(this.state, actual.value);
      for (const { kind } of actual.value) this.count(kind);
    } else {
      assertFacts(actual.error);
      assert.equal(canonicalText(summary(this.state)), before, "a refusal changed something");
    }
    for (const each of this.model.acts) this.compare(each);
  }

  count(what: string): void {
    this.seen.set(what, (this.seen.get(what) ?? 0) + 1);
  }

  compare(expected: NaiveAct): void {
    const actual = this.state.acts.get(expected.id)!;
    const day = (date: string | undefined): number | undefined =>
      date === undefined ? undefined : daysBetween(DAY, date as typeof DAY);
    assert.deepEqual(
      {
        consultedOn: day(actual.consultedOn),
        approvedOn: day(actual.approvedOn),
        ended: actual.ended?.status,
        executed: actual.executed !== undefined,
        status: statusOf(this.state, actual).status,
        isOpen: this.state.openActs.has(expected.id),
      },
      {
        consultedOn: expected.consultedOn,
        approvedOn: expected.approvedOn,
        ended: expected.ended,
        executed: expected.executed,
        status: this.model.status(expected),
        isOpen: !expected.executed && expected.ended === undefined,
      },
    );
  }

  /** What the engine answers and what the model does; undefined for a step that makes no sense. */
  decide(next: Step): readonly [Decided, string | undefined] | undefined {
    const { model, state } = this;
    switch (next.do) {
      case "propose":
        return this.propose(next);
      case "seat":
        return this.appoint(next);
      case "conflict": {
        const { holder, about: concern } = next;
        model.conflicts.push({ holder, concern });
        const conflict = { holder, concern, declaredOn: state.today, actId: "d".repeat(64) };
        return [accepted({ kind: "conflictDeclared", conflict }), undefined];
      }
      case "revoke": {
        const key = state.officers.get(next.by)?.key;
        if (key === undefined) return undefined;
        model.keyless.add(next.by);
        return [accepted({ kind: "keyRevoked", officer: next.by, key }), undefined];
      }
      case "day": {
        const day = model.today + next.days;
        model.openDay(day);
        return [{ ok: true, value: openDay(state, daysLater(day)) }, undefined];
      }
      default:
        return this.speak(next);
    }
  }

  propose(next: Extract<Step, { do: "propose" }>): readonly [Decided, undefined] | undefined {
    const { model, state } = this;
    if (model.acts.length === 4 || model.keyless.has(next.by)) return undefined;
    const id = String(model.acts.length).repeat(64);
    const concerns = [next.about];
    model.propose(id, next.type, next.by, concerns);
    this.state = proposedAct(state, { type: next.type, proposer: next.by, id, concerns }).state;
    return [accepted(), undefined];
  }

  appoint(next: Extract<Step, { do: "seat" }>): readonly [Decided, undefined] | undefined {
    const { model } = this;
    const { seat: id, by: officer } = next;
    if (officer === undefined) {
      model.seats.delete(id);
      return [accepted({ kind: "seatVacated", seat: id }), undefined];
    }
    const { party: owner } = SEATS.find((each) => each.id === id)!;
    if (model.parties.get(officer) !== owner || model.keyless.has(officer)) return undefined;
    model.seats.set(id, officer);
    return [accepted({ kind: "seatFilled", seat: id, officer }), undefined];
  }

  /** A statement about an act, by an officer whose key is in force. */
  speak(next: Extract<Step, { act: number }>): readonly [Decided, string | undefined] | undefined {
    const { model, state } = this;
    const naive = model.acts[next.act];
    if (naive === undefined || model.keyless.has(next.by)) return undefined;
    if (!isNear(model, naive, next) && this.skipped++ % 5 > 0) return undefined;
    const { id: actId } = naive;
    const context = contextOf(state.today, 20);
    const said = { fund: "test-fund", actId, officer: next.by };
    switch (next.do) {
      case "decide":
        return this.approve(next, naive);
      case "recuse": {
        const statement = { kind: "recusal", ...said, reason: "Interest." } as const;
        return [decideRecusal(state, statement, context), model.recuse(naive, next.by)];
      }
      case "object": {
        const { power } = next;
        const statement = { kind: "objection", ...said, power, reason: "No." } as const;
        return [decideObjection(state, statement, context), model.object(naive, next.by, power)];
      }
      case "answer": {
        const { body: name, opinion } = next;
        const statement = { kind: "consultation", ...said, body: name, opinion, text: "" } as const;
        return [
          decideConsultation(state, statement, context),
          model.answer(naive, next.by, name, opinion),
        ];
      }
      case "execute": {
        const refused = checkExecutable(state, state.acts.get(actId)!);
        const isEffective = model.status(naive) === "effective";
        const expected = naive.executed ? "already_recorded" : "act_not_effective";
        if (!isEffective) {
          return [refused === undefined ? accepted() : { ok: false, error: refused }, expected];
        }
        naive.executed = true;
        const executed = { id: actId, entry: 20, on: state.today };
        return refused === undefined
          ? [accepted({ kind: "actExecuted", ...executed }), undefined]
          : [{ ok: false, error: refused }, undefined];
      }
    }
  }

  approve(
    next: Extract<Step, { do: "decide" }>,
    naive: NaiveAct,
  ): readonly [Decided, string | undefined] {
    const { model, state } = this;
    const decision = next.reject ? "reject" : "approve";
    const flaws = {
      approval_expired: { notAfter: at(state.today, "11:59:59") },
      bounds_digest_mismatch: { boundsDigest: "c".repeat(64) },
      log_size_implausible: { logSize: 10 },
    } as const;
    const change = next.flaw === undefined ? {} : flaws[next.flaw as keyof typeof flaws];
    const evidence = next.evidence ? ["e".repeat(64)] : [];
    const said = approvalOf(naive.id, next.by, { decision, evidence, ...change });
    const decided = decideApproval(state, said, contextOf(state.today, 20));
    return [decided, model.decide(naive, next.by, decision, next.evidence, next.flaw)];
  }
}

/** Whether the officer has something to do with the act; of the others only some are tried. */
function isNear(model: NaiveGovernance, naive: NaiveAct, next: Extract<Step, { act: number }>) {
  const rule = model.ruleOf(naive);
  const held = model.held(next.by);
  if (next.do === "decide" || next.do === "recuse") {
    const mentioned = model.mentioned(naive, model.approvalOf(naive));
    return held.some((id) => mentioned.has(id));
  }
  if (next.do === "answer") return rule.consult !== undefined;
  if (next.do === "execute") return true;
  const silence = model.approvalOf(naive);
  const by = [...(rule.veto?.by ?? []), ...(rule.objection?.by ?? [])];
  if ("noObjection" in silence) by.push(...silence.noObjection.by);
  return by.includes(model.parties.get(next.by)!);
}

/** Everything that a statement on an act could change, as JSON. */
function summary(state: GovernanceState): { [part: string]: string } {
  const text = (value: unknown): string => JSON.stringify(value);
  return {
    acts: text([...state.acts]),
    open: text([...state.openActs]),
    seats: text([...state.seats]),
    conflicts: text([...state.conflicts]),
  };
}

test("random statements are accepted, refused and settled as the naive model says", () => {
  const seen = new Map<string, number>();
  fc.assert(
    fc.property(fc.array(step, { minLength: 60, maxLength: 200, size: "max" }), (steps) => {
      const pair = new Pair(seen);
      for (const next of steps) pair.take(next);
    }),
    { numRuns: 250 },
  );
  const expected = [
    "decide: accepted",
    "recuse: accepted",
    "object: accepted",
    "answer: accepted",
    "execute: accepted",
    "actApproved",
    "actEnded",
    "consultationEnded",
    ...FLAWS.map((code) => `decide: ${code}`),
    "decide: already_recorded",
    "decide: already_decided",
    "decide: act_not_open",
    "decide: consultation_open",
    "decide: maker_may_not_check",
    "decide: seat_recused",
    "decide: no_seat_for_this_act",
    "recuse: already_decided",
    "object: no_veto_right",
    "object: no_objection_right",
    "object: objection_window_closed",
    "object: carved_out",
    "answer: body_not_consulted",
    "answer: consultation_closed",
    "execute: act_not_effective",
  ];
  for (const what of expected) {
    assert.ok((seen.get(what) ?? 0) >= 3, `${what}: ${seen.get(what) ?? 0}`);
  }
});
