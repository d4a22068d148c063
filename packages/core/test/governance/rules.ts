import type { ActRule } from "../../src/charter/charter.ts";
import { charterOf, rule, stateOf } from "./fixture.ts";
import type { GovernanceState } from "../../src/governance/state.ts";

const days = (count: number): { readonly days: number; readonly calendar: string } => ({
  days: count,
  calendar: "calendar",
});

/** One rule for each thing that a rule of the charter can ask. JP speaks with two of two seats. */
export const RULES: { readonly [type: string]: ActRule } = {
  board: rule({ approve: [{ rule: { majorityOf: "board", includingEachSovereign: true } }] }),
  both: rule({ approve: [{ rule: { all: [{ party: "US" }, { party: "JP" }] } }] }),
  ours: rule({ approve: [{ rule: { unilateral: ["US", "JP"] } }] }),
  checked: rule({
    approve: [{ rule: { any: [{ party: "US" }, { party: "JP" }, { party: "VA" }] } }],
    makerChecker: true,
  }),
  checkedAndHeard: rule({
    consult: [{ body: "board", window: days(5), silence: "deemed" }],
    approve: [{ rule: { any: [{ party: "US" }, { party: "JP" }] } }],
    veto: { by: ["US", "JP"] },
    makerChecker: true,
  }),
  ratified: rule({ approve: [{ rule: { ratifiedBy: "US" } }] }),
  valued: rule({ approve: [{ rule: { independent: "valuer" } }] }),
  bySovereign: rule({ approve: [{ rule: { independent: "sovereign" } }] }),
  consulted: rule({
    consult: [{ body: "board", window: days(5), silence: "deemed" }],
    approve: [{ rule: { party: "US" } }],
    expiry: days(30),
  }),
  blocked: rule({
    consult: [{ body: "board", window: days(5), silence: "blocks" }],
    approve: [{ rule: { party: "US" } }],
  }),
  standing: rule({
    approve: [{ rule: { party: "US" } }],
    timelock: days(2),
    objection: { by: ["JP"], window: days(4) },
    veto: { by: ["US", "JP"] },
    expiry: days(30),
    frozen: true,
  }),
  silent: rule({
    approve: [{ rule: { noObjection: { by: ["US", "JP"], window: days(4) } } }],
    veto: { by: ["US", "JP"] },
    expiry: days(30),
  }),
  heard: rule({
    consult: [{ body: "board", window: days(5), silence: "deemed" }],
    approve: [{ rule: { noObjection: { by: ["US", "JP"], window: days(4) } } }],
  }),
  owed: rule({
    approve: [{ rule: { party: "US" } }],
    objection: { by: ["JP"], window: days(4) },
    veto: { by: ["JP"] },
    carvedOut: true,
    frozen: true,
  }),
  sovereignsOnly: rule({ propose: ["US", "JP"], approve: [{ rule: { party: "US" } }] }),
  banked: rule({ approve: [{ rule: { party: "US" } }], timelock: { days: 3, calendar: "joint" } }),
};

/** A fund with these rules and an officer on every seat. */
export function ruledState(
  more: { readonly [type: string]: ActRule } = {},
  today?: GovernanceState["today"],
): GovernanceState {
  return stateOf(charterOf({ acts: { ...RULES, ...more } }), today);
}
