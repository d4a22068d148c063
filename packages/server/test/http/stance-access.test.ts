/** Who may say what of an act that was proposed: every type on record, officer and stance. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { dateOf, instant } from "@jointfund/core/calendar/date.ts";
import type { ApprovalRule, Charter } from "@jointfund/core/charter/charter.ts";
import { decideTentatively } from "@jointfund/core/fund/decide.ts";
import type { FundState } from "@jointfund/core/fund/state.ts";
import type { ActRecord, Officer } from "@jointfund/core/governance/state.ts";
import type { Founding, Statement } from "@jointfund/core/governance/statement.ts";
import { signatureChecks } from "../../src/application/signature-checks.ts";
import { replayRecord } from "../../src/cli/record.ts";
import { copyPlayed } from "../../../../tests/support/copy-played.ts";
import { temporaryDirectory } from "../../../../tests/support/played-data.ts";

/** Everything that a rule names: parties, seats, bodies and kinds of party. */
function namedIn(part: unknown): readonly string[] {
  if (typeof part === "string") return [part];
  if (typeof part !== "object" || part === null) return [];
  return Object.values(part).flatMap(namedIn);
}

/** Bodies in which the officer has a seat of their own or may stand in, and those seats. */
function placesOf({ charter, seats }: FundState, officer: string): readonly string[] {
  const held = [...seats].filter(([, holder]) => holder === officer).map(([seat]) => seat);
  const bodies = charter.bodies.filter((body) =>
    body.seats.some(({ id, alternate = "" }) => held.includes(id) || held.includes(alternate)),
  );
  return [...held, ...bodies.map(({ id }) => id)];
}

const kindOf = ({ parties }: Charter, party: string): string =>
  parties.find(({ id }) => id === party)?.kind ?? "";

/** Whether anything in a rule of approval can be about the officer. */
function isNamed(state: FundState, rule: ApprovalRule, of: Officer, proposer: string): boolean {
  const named = namedIn(rule);
  const own = [of.party, kindOf(state.charter, of.party), ...placesOf(state, of.id)];
  const isOwnAct = JSON.stringify(rule).includes('"unilateral"') && of.party === proposer;
  return isOwnAct || own.some((each) => named.includes(each));
}

/** Parties that an approval waits for an objection of. */
function awaitedIn(rule: ApprovalRule): readonly string[] {
  if ("noObjection" in rule) return rule.noObjection.by;
  if ("all" in rule) return rule.all.flatMap(awaitedIn);
  if ("any" in rule) return rule.any.flatMap(awaitedIn);
  return "of" in rule ? rule.of.flatMap(awaitedIn) : [];
}

/** What the officer may do by the charter's letter, if nothing else stands against it. */
function mayOf(state: FundState, record: ActRecord, officer: Officer) {
  const rule = state.charter.acts[record.act.type]!;
  const proposer = state.officers.get(record.act.proposer)?.party ?? "";
  const approval = rule.approve[record.tier]!.rule;
  const places = placesOf(state, officer.id);
  return {
    approval: isNamed(state, approval, officer, proposer),
    recusal: places.length > 0,
    veto: (rule.veto?.by ?? []).includes(officer.party),
    objection: [...(rule.objection?.by ?? []), ...awaitedIn(approval)].includes(officer.party),
    consultation: (rule.consult ?? []).some(({ body }) => places.includes(body)),
  };
}

type Spoken = Exclude<Statement, Founding>;
type Stance = keyof ReturnType<typeof mayOf>;

function codeOf(
  state: FundState,
  record: ActRecord,
  { officer, stance, index }: { officer: string; stance: Stance; index: number },
): string | undefined {
  const { recordedAt, charter } = state;
  const of = { fund: charter.id, actId: record.id, officer };
  const [body = ""] = (charter.acts[record.act.type]!.consult ?? []).map((each) => each.body);
  const statements: Readonly<Record<Stance, Spoken>> = {
    approval: {
      ...{ kind: "approval", ...of, decision: "approve", boundsDigest: record.boundsDigest },
      ...{ logSize: index, notAfter: instant(`${dateOf(recordedAt)}T23:59:59Z`), evidence: [] },
    },
    recusal: { kind: "recusal", ...of, reason: "An interest" },
    veto: { kind: "objection", ...of, power: "veto", reason: "Against the charter" },
    objection: { kind: "objection", ...of, power: "objection", reason: "Against the charter" },
    consultation: { kind: "consultation", ...of, body, opinion: "noted", text: "Noted" },
  };
  const blob = (): undefined => undefined;
  const context = { ...signatureChecks, recordedAt, index, blob, rootAt: blob };
  const decided = decideTentatively(state, statements[stance], context);
  return decided.ok ? undefined : decided.error.code;
}

/** Said only to those whom the charter does not name. */
const UNNAMED: ReadonlySet<string> = new Set([
  ...["no_veto_right", "no_objection_right", "body_not_consulted"],
]);

test("[G16] every decision, officer and stance: only whom the charter names is heard", async () => {
  const seen = new Set<string>();
  const heard = new Map<Stance, number>();
  const refused = new Map<Stance, number>();
  const data = temporaryDirectory();
  await copyPlayed("us-japan", data);
  for (const { index: entry, entry: recorded, after: state } of replayRecord(data).entries) {
    const { statement } = recorded;
    if (statement.kind !== "proposal" || seen.has(statement.act.type)) continue;
    const { act } = statement;
    const record = [...state.acts.values()].find((each) => each.entry === entry);
    if (record === undefined || record.executed !== undefined) continue;
    seen.add(act.type);
    for (const officer of state.officers.values()) {
      const may = mayOf(state, record, officer);
      for (const stance of Object.keys(may) as Stance[]) {
        const code = codeOf(state, record, { officer: officer.id, stance, index: entry + 1 });
        const said = `${act.type}: ${stance} by ${officer.id} of ${officer.party}: ${code}`;
        if (code === undefined) {
          assert.ok(may[stance], said);
          heard.set(stance, (heard.get(stance) ?? 0) + 1);
        } else if (!may[stance]) {
          refused.set(stance, (refused.get(stance) ?? 0) + 1);
        } else {
          // Who is named may still have no voice: the seat is an alternate's, or the act is owed.
          assert.ok(!UNNAMED.has(code), said);
        }
      }
    }
  }
  assert.ok(seen.size >= 30, `${seen.size} types`);
  for (const stance of ["approval", "recusal", "veto", "objection", "consultation"] as const) {
    assert.ok((heard.get(stance) ?? 0) > 0, `somebody is heard: ${stance}`);
    assert.ok((refused.get(stance) ?? 0) > 0, `somebody is not: ${stance}`);
  }
});
