import assert from "node:assert/strict";
import { test } from "node:test";
import { unfundedOf } from "@jointfund/core/capital/commitment.ts";
import { runChecks } from "@jointfund/core/fund/checks/check-outcome.ts";
import type { RecordedAct } from "@jointfund/core/fund/chronicle.ts";
import type { FundState } from "@jointfund/core/fund/state.ts";
import { NAMED_CHECKS } from "@jointfund/core/statements/page-checks.ts";
import { admitted, promise } from "../support/capital-drafts.ts";
import { chronicleOf, finalise } from "../support/chronicles.ts";
import type { DemonstrationFund } from "../support/demonstration-fund.ts";
import { plausibleActs } from "../support/plausible-acts.ts";
import { Chance } from "../support/random-json.ts";
import { live, passDays, quickFund } from "../support/random-history.ts";

const SEEDS_MIN = 3;
const SEEDS_MAX = 12;
const STEPS = 80;

/** Acts without which lives would show little. */
const SHOWING = [
  ...["capital.excuse", "capital.defer", "capital.return", "capital.fundShortfall"],
  ...["capital.trueUp", "commitment.release", "capital.receive"],
] as const;

/** What moves calls on: most of what a life here is made of. */
const LEADING = /^(capital\.(call|receive|excuse|fundShortfall|trueUp)|nav\.strike|distribution\.)/;

/** Two founders who have paid a call, a partner who has paid one, and another who came later. */
function beginning(): DemonstrationFund {
  const fund = quickFund();
  const all = (type: string): void => {
    for (const draft of plausibleActs(fund.state, "1000000007")) {
      if (draft.type === type) live(fund, draft);
    }
  };
  for (const type of ["commitment.accept", "capital.call", "capital.receive"]) all(type);
  live(fund, { type: "class.open", by: "m-1", body: { class: "partners" } });
  all("nav.strike");
  promise(admitted(fund, "PAR"), "PAR", "100000000000");
  passDays(fund, 1);
  for (const type of ["capital.call", "capital.receive"]) all(type);
  promise(admitted(fund, "LATE"), "LATE", "50000000000");
  return fund;
}

let begun: DemonstrationFund | undefined;

/** From there on anything is asked of calls at random. */
function capitalLife(seed: number): DemonstrationFund {
  const chance = new Chance(seed);
  begun ??= beginning();
  const fund = begun.fork();
  for (let step = 0; step < STEPS; step++) {
    if (chance.oneIn(4)) passDays(fund, 1 + chance.below(30));
    if (chance.oneIn(8)) finalise(fund);
    const amount = String(chance.pick(["7", "1234567", "100000001", "1000000007"]));
    const drafts = plausibleActs(fund.state, amount);
    const ours = drafts.filter(({ type }) => /^(capital|commitment|nav|distribution)\./.test(type));
    const types = [...new Set(ours.map(({ type }) => type))];
    const leading = types.filter((type) => LEADING.test(type));
    const type = chance.pick([...types, ...leading, ...leading]);
    live(fund, chance.pick(ours.filter((draft) => draft.type === type)));
  }
  return fund;
}

/** Promised, less what was called and not let off, more what came back and can be called again. */
function unfundedByHand({ capital }: FundState, party: string): bigint {
  let sum = 0n;
  for (const commitment of capital.commitments.values()) {
    if (commitment.party !== party) continue;
    sum += commitment.minor + commitment.restored;
  }
  for (const { items } of capital.calls.values()) {
    for (const item of items) if (item.party === party) sum -= item.minor - item.cancelled;
  }
  for (const trueUp of capital.trueUps.values()) {
    if (trueUp.party !== party || trueUp.lapsedOn !== undefined) continue;
    for (const { minor } of trueUp.parts) sum -= minor;
  }
  return sum;
}

const typesOf = (acts: ReadonlyMap<string, RecordedAct>, state: FundState): readonly string[] =>
  [...acts.values()]
    .filter(({ id, kind }) => kind === "fact" || state.acts.get(id)?.executed !== undefined)
    .map(({ act }) => act.type);

test("[CP2] [CP52] whatever is asked on calls, every check holds and promises add up", () => {
  const missing = new Set<string>(SHOWING);
  for (let seed = 1; seed <= SEEDS_MAX && (seed <= SEEDS_MIN || missing.size > 0); seed++) {
    const input = chronicleOf(capitalLife(seed));
    const { state, chronicle } = input;
    for (const type of typesOf(chronicle.acts, state)) missing.delete(type);
    for (const { name, breaches } of runChecks(NAMED_CHECKS, input)) {
      assert.deepEqual(breaches, [], `${name} with seed ${seed}`);
    }
    for (const party of ["US", "JP", "PAR", "LATE"]) {
      const own = [...state.capital.commitments.values()].filter((each) => each.party === party);
      const unfunded = own.reduce((sum, commitment) => sum + unfundedOf(commitment), 0n);
      assert.equal(unfunded, unfundedByHand(state, party), `${party} with seed ${seed}`);
      const memo = ["9010", "9020"].map((code) => state.ledger.get(`fund/${code}/USD/${party}`));
      assert.equal((memo[0] ?? 0n) + (memo[1] ?? 0n), unfunded, `${party} with seed ${seed}`);
    }
  }
  assert.deepEqual([...missing], [], "what no life came to");
});
