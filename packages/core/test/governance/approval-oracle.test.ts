import assert from "node:assert/strict";
import { test } from "node:test";
import type { ApprovalRule, Charter } from "../../src/charter/charter.ts";
import { evaluateApproval } from "../../src/governance/approval.ts";
import type { ActRecord, GovernanceState } from "../../src/governance/state.ts";
import {
  actOf,
  body,
  charterOf,
  DAY,
  decision,
  officerOf,
  party,
  PARTIES,
  rule,
  stateOf,
} from "./fixture.ts";
import { naiveOutcome, type SeatState } from "./naive-approval.ts";

/** One shape of rule on one charter: every state of every seat that it touches is tried. */
type Shape = {
  readonly name: string;
  readonly charter: Charter;
  readonly rule: ApprovalRule;
  /** The seats that are varied; all others stay silent. */
  readonly varied: readonly string[];
  readonly states: readonly SeatState[];
  readonly makerChecker?: boolean;
};

const PLAIN: readonly SeatState[] = ["approve", "reject", "silent", "recused", "vacant"];
const RATIFYING: readonly SeatState[] = [...PLAIN, "approveWithEvidence"];

const words = (text: string): string[] => text.split(" ");

/** A charter with one body, given by its seats and quorum. */
function withBody(own: string, quorumSeats: number, eachSovereign: number): Charter {
  return charterOf({ bodies: [body("b", own, quorumSeats, eachSovereign)] });
}

function bodyShapes(): Shape[] {
  const rules: readonly ApprovalRule[] = [
    { majorityOf: "b", includingEachSovereign: true },
    { majorityOf: "b", includingEachSovereign: false },
    { seatsOf: "b", atLeast: 1 },
    { seatsOf: "b", atLeast: 3 },
    { unanimous: "b" },
  ];
  const bodies: readonly (readonly [seats: string, seatsQuorum: number, each: number])[] = [
    ["US-1 US-2 JP-1 JP-2", 1, 0],
    ["US-1 US-2 JP-1 JP-2", 3, 1],
    ["US-1 US-2 JP-1 JP-2", 4, 2],
    ["US-1>US-1A US-2 JP-1 US-1A", 2, 1],
    ["US-1>US-1A US-2>US-1A JP-1 US-1A", 3, 1],
    ["US-1 US-2 US-3 VA-2", 2, 0],
    ["US-1 VA-2 VA-3", 2, 1],
    ["VA-2 VA-3 VA-4", 2, 0],
  ];
  return bodies.flatMap(([own, quorumSeats, each]) =>
    rules.map((shape) => ({
      name: `${JSON.stringify(shape)} on ${own}, quorum ${quorumSeats}/${each}`,
      charter: withBody(own, quorumSeats, each),
      rule: shape,
      varied: words(own.replaceAll(/>[^ ]*/g, "")),
      states: PLAIN,
    })),
  );
}

function partyShapes(): Shape[] {
  const shapes: Shape[] = [];
  for (const own of ["US-T1 US-T2 US-T3", "US-T1>US-T3 US-T2 US-T3"]) {
    for (const threshold of [1, 2, 3]) {
      const charter = charterOf({
        parties: [party("US", own, { threshold }), ...PARTIES.filter(({ id }) => id !== "US")],
      });
      const rules: readonly ApprovalRule[] = [
        { party: "US" },
        { ratifiedBy: "US" },
        { unilateral: ["US", "JP"] },
        { unilateral: ["JP"] },
      ];
      for (const shape of rules) {
        const name = `${JSON.stringify(shape)}, threshold ${threshold} of ${own}`;
        const varied = ["US-T1", "US-T2", "US-T3"];
        shapes.push({ name, charter, rule: shape, varied, states: RATIFYING });
      }
    }
  }
  return shapes;
}

function compoundShapes(): Shape[] {
  const charter = charterOf();
  const us: ApprovalRule = { party: "US" };
  const jp: ApprovalRule = { party: "JP" };
  const valuer: ApprovalRule = { independent: "valuer" };
  const rules: readonly ApprovalRule[] = [
    { all: [us, jp] },
    { any: [us, jp] },
    { atLeast: 2, of: [us, jp, valuer] },
    { all: [] },
    { any: [] },
    { all: [{ any: [us, valuer] }, { any: [jp, valuer] }] },
    { any: [{ all: [us, jp] }, { unilateral: ["US", "JP"] }] },
  ];
  const varied = ["US-T1", "US-T2", "JP-T1", "JP-T2", "VA-1"];
  return rules.flatMap((shape) =>
    [false, true].map((makerChecker) => ({
      name: `${JSON.stringify(shape)}${makerChecker ? " under maker and checker" : ""}`,
      ...{ charter, rule: shape, varied, states: PLAIN, makerChecker },
    })),
  );
}

function singleSeatShapes(): Shape[] {
  const charter = charterOf();
  return [
    {
      name: "a seat with an alternate",
      ...{ charter, rule: { seat: "US-2" }, varied: ["US-2", "US-2A"], states: PLAIN },
    },
    {
      name: "a seat without an alternate",
      ...{ charter, rule: { seat: "US-1" }, varied: ["US-1", "US-2A"], states: PLAIN },
    },
    {
      name: "a sole decider",
      charter,
      rule: { soleDecider: "US-1", alternate: "US-2" },
      varied: ["US-1", "US-2"],
      states: PLAIN,
    },
    {
      name: "a body under maker and checker",
      charter: charterOf({ bodies: [body("b", "US-1 JP-1 JP-2 VA-2", 2, 0)] }),
      rule: { seatsOf: "b", atLeast: 1 },
      varied: ["US-1", "JP-1", "JP-2", "VA-2"],
      states: PLAIN,
      makerChecker: true,
    },
  ];
}

/** The state and record in which the seats stand as asked: vacated, recused, decided. */
function arranged(
  base: GovernanceState,
  states: ReadonlyMap<string, SeatState>,
): { readonly state: GovernanceState; readonly record: ActRecord } {
  let { seats } = base;
  const decisions: ActRecord["decisions"][number][] = [];
  const recusals: ActRecord["recusals"][number][] = [];
  for (const [seat, state] of states) {
    const officer = officerOf(seat);
    if (state === "vacant") seats = seats.delete(seat);
    if (state === "recused") recusals.push({ officer, reason: "A test.", entry: 11 });
    if (state === "reject") decisions.push(decision(officer, [seat], "reject"));
    if (state === "approve") decisions.push(decision(officer, [seat]));
    if (state === "approveWithEvidence") decisions.push(decision(officer, [seat], "approve", true));
  }
  const record: ActRecord = {
    id: "a".repeat(64),
    act: actOf("test.act", "us-t1"),
    entry: 10,
    proposedOn: DAY,
    tier: 0,
    concerns: [],
    boundsDigest: "b".repeat(64),
    decisions,
    recusals,
    objections: [],
    consultations: [],
    consultedOn: DAY,
  };
  return { state: { ...base, seats }, record };
}

/** Every assignment of states to seats. */
function* assignments(
  varied: readonly string[],
  states: readonly SeatState[],
): Generator<ReadonlyMap<string, SeatState>> {
  for (let choice = 0; choice < states.length ** varied.length; choice++) {
    const assigned = new Map<string, SeatState>();
    let left = choice;
    for (const seat of varied) {
      assigned.set(seat, states[left % states.length]!);
      left = Math.floor(left / states.length);
    }
    yield assigned;
  }
}

function tryAll(shape: Shape): Map<string, number> {
  const { varied, states, makerChecker = false } = shape;
  const acts = { "test.act": rule({ approve: [{ rule: shape.rule }], makerChecker }) };
  const charter: Charter = { ...shape.charter, acts };
  const base = stateOf(charter);
  const owners = [...charter.parties, ...charter.bodies].flatMap(({ seats }) => seats);
  // Seats that no rule of the shape counts are out of the naive completions, to keep them few.
  const others = owners.filter(({ id }) => !varied.includes(id)).map(({ id }) => id);
  const seen = new Map<string, number>();
  for (const assigned of assignments(varied, states)) {
    const { state, record } = arranged(base, assigned);
    const given = new Map<string, SeatState>([
      ...others.map((id): [string, SeatState] => [id, "recused"]),
      ...assigned,
    ]);
    const expected = naiveOutcome(
      { charter, proposerParty: "US", makerChecker },
      shape.rule,
      given,
    );
    const actual = evaluateApproval(state, record);
    if (actual !== expected) {
      assert.equal(actual, expected, `${shape.name}: ${JSON.stringify([...assigned])}`);
    }
    seen.set(actual, (seen.get(actual) ?? 0) + 1);
  }
  return seen;
}

const groups: readonly (readonly [name: string, shapes: readonly Shape[]])[] = [
  ["[G24] [G25] [G32] [G33] bodies", bodyShapes()],
  ["[G3] [G21] [G31] parties", partyShapes()],
  ["[G14] [G30] [G35] rules of rules", compoundShapes()],
  ["[G33] [G34] single seats", singleSeatShapes()],
];

for (const [name, shapes] of groups) {
  test(`${name}: every state of every seat, against a naive evaluator`, () => {
    const total = new Map<string, number>();
    for (const shape of shapes) {
      for (const [outcome, count] of tryAll(shape)) {
        total.set(outcome, (total.get(outcome) ?? 0) + count);
      }
    }
    for (const outcome of ["met", "open", "impossible"]) {
      assert.ok((total.get(outcome) ?? 0) > 5, `${outcome}: only ${total.get(outcome) ?? 0}`);
    }
  });
}
