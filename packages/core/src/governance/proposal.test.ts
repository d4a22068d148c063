import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import { actOf, charterOf, evolveAll, stateOf } from "../../test/governance/fixture.ts";
import { assertFacts } from "../../test/governance/rejection-facts.ts";
import { ruledState, RULES } from "../../test/governance/rules.ts";
import { localDate } from "../calendar/date.ts";
import { actIdOf } from "./identity.ts";
import { boundsDigestOf, checkProposer } from "./proposal.ts";
import type { GovernanceState } from "./state.ts";
import type { Act } from "./statement.ts";

function refusal(
  state: GovernanceState,
  act: Act,
  concerns: readonly string[] = [],
): string | undefined {
  const refused = checkProposer(state, act, state.charter.acts[act.type]!, concerns);
  if (refused !== undefined) assertFacts(refused);
  return refused?.code;
}

test("[G10] only officers of the parties that the rule names propose", () => {
  const state = ruledState();
  assert.equal(refusal(state, actOf("sovereignsOnly", "jp-1")), undefined);
  assert.equal(refusal(state, actOf("sovereignsOnly", "va-1")), "not_entitled_to_propose");
  assert.equal(refusal(state, actOf("board", "op-1")), undefined);
});

test("[G10] an act names the version of the charter that is in force", () => {
  const act = actOf("board", "us-1", { charterVersion: 2 });
  assert.equal(refusal(ruledState(), act), "charter_version_not_in_force");
});

test("[G11] who has an interest does not propose, where the charter excludes it", () => {
  const declared = evolveAll(ruledState(), [
    {
      kind: "conflictDeclared",
      conflict: { holder: "jp-1", concern: "acme", declaredOn: localDate("2027-03-01"), actId: "" },
    },
    {
      kind: "conflictDeclared",
      conflict: { holder: "US", concern: "emca", declaredOn: localDate("2027-03-01"), actId: "" },
    },
  ]);
  assert.equal(refusal(declared, actOf("board", "jp-1"), ["acme"]), "proposer_conflicted");
  assert.equal(refusal(declared, actOf("board", "jp-2"), ["acme"]), undefined);
  assert.equal(refusal(declared, actOf("board", "us-1"), ["emca"]), "proposer_conflicted");
  const affiliate = ["other", "acme-affiliate"];
  assert.equal(refusal(declared, actOf("board", "va-1"), affiliate), "proposer_conflicted");
  assert.equal(refusal(declared, actOf("board", "us-1"), affiliate), undefined);
  const lenient = stateOf(charterOf({ acts: RULES, proposerExcluded: false }));
  assert.equal(refusal(lenient, actOf("board", "va-1"), affiliate), undefined);
});

test("[R6] an idempotency key belongs to its proposer and to one act", () => {
  const act = actOf("board", "us-1", { idempotencyKey: "k" });
  const id = actIdOf("test-fund", act);
  const on = localDate("2027-03-01");
  const recorded = evolveAll(ruledState(), [{ kind: "factRecorded", id, act, entry: 11 }]);
  const proposed = evolveAll(ruledState(), [
    { kind: "actProposed", id, act, entry: 11, on, tier: 0, concerns: [], boundsDigest: "" },
  ]);
  const other = actOf("board", "us-1", { idempotencyKey: "k", reason: "Another." });
  for (const state of [recorded, proposed]) {
    assert.equal(refusal(state, other), "idempotency_key_reused");
    assert.equal(refusal(state, { ...other, proposer: "us-2" }), undefined);
    assert.equal(refusal(state, { ...other, idempotencyKey: "l" }), undefined);
  }
});

test("[G41] a proposal is refused when a window that it opens ends beyond the calendar", () => {
  const window = { days: 3, calendar: "joint" };
  const base = RULES["board"]!;
  const lastDay = localDate("2060-12-30");
  const rules = {
    expiring: { ...base, expiry: window },
    consulting: { ...base, consult: [{ body: "board", window, silence: "deemed" as const }] },
    quiet: { ...base, approve: [{ rule: { noObjection: { by: ["US"], window } } }] },
    later: { ...base, timelock: window },
    heard: {
      ...base,
      consult: [
        { body: "board", window: { days: 3, calendar: "calendar" }, silence: "deemed" as const },
      ],
      approve: [{ rule: { noObjection: { by: ["US"], window } } }],
    },
  };
  const state = ruledState(rules, lastDay);
  for (const type of ["expiring", "consulting", "quiet"]) {
    assert.equal(refusal(state, actOf(type, "us-1")), "calendar_horizon_exceeded", type);
  }
  for (const type of ["later", "heard"]) {
    assert.equal(refusal(state, actOf(type, "us-1")), undefined, `${type}: it opens later`);
  }
  assert.equal(refusal(ruledState(rules), actOf("expiring", "us-1")), undefined);
});

test("[G13] the bounds digest covers the act, what it fixes and what bounds it", () => {
  const id = "a".repeat(64);
  const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");
  const fixed = { minor: "5" };
  assert.equal(
    boundsDigestOf(id, fixed, undefined),
    sha256(`jointfund/bounds/v1\n{"actId":"${id}","fixed":{"minor":"5"}}`),
  );
  const bounds = { mostCash: { currency: "USD", minor: "7" } };
  assert.equal(
    boundsDigestOf(id, fixed, bounds),
    sha256(
      `jointfund/bounds/v1\n{"actId":"${id}",` +
        '"bounds":{"mostCash":{"currency":"USD","minor":"7"}},"fixed":{"minor":"5"}}',
    ),
  );
});
