import assert from "node:assert/strict";
import { test } from "node:test";
import { base64Encode } from "@jointfund/core/base/bytes.ts";
import { encodingFault, type Json } from "@jointfund/core/base/canonical.ts";
import { toJsonSchema, type JsonObject } from "@jointfund/core/base/schema.ts";
import { addSeconds, dateOf, type Instant } from "@jointfund/core/calendar/date.ts";
import { actTypes } from "@jointfund/core/fund/act-types.ts";
import { catalogue } from "@jointfund/core/fund/catalogue.ts";
import type { ActRule, Charter } from "@jointfund/core/charter/charter.ts";
import { charterHash, encodeCharter } from "@jointfund/core/charter/decode-charter.ts";
import { decide } from "@jointfund/core/fund/decide.ts";
import { toJson } from "@jointfund/core/fund/effects.ts";
import { decodeEntry, decodeSignedJson, encodeEntry } from "@jointfund/core/fund/entry.ts";
import { evolve } from "@jointfund/core/fund/evolve.ts";
import { entryOf } from "@jointfund/core/fund/replay.ts";
import { stateHash } from "@jointfund/core/fund/state-hash.ts";
import type { FundState } from "@jointfund/core/fund/state.ts";
import type { Context } from "@jointfund/core/governance/act-definition.ts";
import { speakerOf } from "@jointfund/core/governance/authenticate.ts";
import type { SignedStatement, Statement } from "@jointfund/core/governance/statement.ts";
import { statementSchema } from "@jointfund/core/governance/statement-schema.ts";
import type { DemonstrationFund } from "../support/demonstration-fund.ts";
import { plausibleActs } from "../support/plausible-acts.ts";
import { Chance, RandomJson, type Pools } from "../support/random-json.ts";
import { fundAt, type StageName } from "../support/stages.ts";
import { amended, variant } from "../support/variants.ts";

/**
 * Well-formed statements at random, with values that the fund knows: whatever an officer signs, the
 * rules accept it or refuse it with a code. A thrown error would stop the fund for everybody.
 */
/**
 * Funds that are attacked, each from its own seed: the same ones on a slow machine and a fast one.
 */
const SEEDS = 32;
const STATEMENTS_PER_FUND = 400;

const ROOT = new Uint8Array(32);
const SIGNATURE = `${"A".repeat(86)}==`;
const STATEMENTS = (toJsonSchema(statementSchema)["oneOf"] ?? []) as readonly JsonObject[];
const BODIES = new Map(
  [...catalogue].map(([type, { schema }]) => [type, toJsonSchema(schema)] as const),
);

/** Text as it is; anything else as nothing. */
const textOf = (json: Json | undefined): string => (typeof json === "string" ? json : "");

const kindOf = (schema: JsonObject): string =>
  textOf(((schema["properties"] as JsonObject)["kind"] as JsonObject)["const"]);

const hasAct = (schema: JsonObject): boolean => ["proposal", "fact"].includes(kindOf(schema));

/** A fund under attack: its state, its clock and the entries that it has taken. */
class Target {
  readonly #chance: Chance;
  readonly #fund: DemonstrationFund;
  #checkpoint: { readonly text: string; readonly size: number } | undefined;
  state: FundState;
  now: Instant;
  size: number;
  accepted = 0;
  /** Types of acts that took effect. */
  readonly effective = new Set<string>();
  readonly refused = new Set<string>();

  constructor(fund: DemonstrationFund, chance: Chance) {
    this.#chance = chance;
    this.#fund = fund;
    this.state = fund.state;
    this.now = fund.now;
    this.size = fund.leaves.length;
  }

  /** Decides a statement, records what the rules accept, and the refusal of what they refuse. */
  take(statement: Statement): void {
    const context = this.#context();
    const signed = this.#signed(statement);
    const decided = decide(this.state, signed, context);
    if (decided.ok) {
      this.#record(signed, decided.value);
      return;
    }
    const { error } = decided;
    this.refused.add(error.code);
    if (error.code === "already_recorded" || error.code === "blob_missing") return;
    const refusal: Statement = {
      kind: "refusal",
      fund: this.state.charter.id,
      officer: this.operator,
      refused: { statement, signatures: signed.signatures },
      rejection: toJson(error),
    };
    assert.equal(encodingFault(refusal), undefined, "a rejection can be written");
    const outcome = decide(this.state, this.#signed(refusal), context);
    assert.ok(outcome.ok, `a refusal is reproduced: ${JSON.stringify(error)}`);
  }

  #record(signed: SignedStatement, effects: Parameters<typeof evolve>[1]): void {
    const entry = entryOf(signed, effects, this.now, 2);
    const decoded = decodeEntry(encodeEntry(entry));
    assert.deepEqual(decoded, { ok: true, value: entry });
    this.state = evolve(this.state, effects, this.now);
    this.size++;
    this.accepted++;
    for (const event of effects) {
      if (event.kind === "factRecorded") this.effective.add(event.act.type);
      if (event.kind !== "actExecuted") continue;
      this.effective.add(this.state.acts.get(event.id)!.act.type);
    }
  }

  #signed(statement: Statement): SignedStatement {
    const officer = this.state.officers.get(speakerOf(statement));
    const key = officer?.key ?? "0".repeat(32);
    return { statement, signatures: [{ key, signature: SIGNATURE }] };
  }

  #context(): Context {
    return {
      recordedAt: this.now,
      index: this.size,
      verify: () => true,
      verifyP256: () => true,
      blob: (hash) => this.#fund.blobs.get(hash),
      rootAt: () => ROOT,
    };
  }

  /** An officer of the operator who can sign, or who could if none can any more. */
  get operator(): string {
    const officers = ["op-1", "op-2"];
    return officers.find((id) => this.state.officers.get(id)?.key !== undefined) ?? "op-1";
  }

  /** A checkpoint of all that there was not long ago, cosigned. */
  get checkpoint(): string {
    const isRecent = this.#checkpoint !== undefined && this.size < this.#checkpoint.size + 20;
    if (!isRecent) {
      this.#fund.now = this.now;
      const text = this.#fund.checkpoint(this.size, ROOT, ["US", "JP"]);
      this.#checkpoint = { text, size: this.size };
    }
    return this.#checkpoint!.text;
  }

  /** Time goes on: by some minutes, or to a later day, which the operator then opens. */
  pass(): void {
    const seconds = this.#chance.oneIn(12) ? 86_400 * (1 + this.#chance.below(20)) : 60;
    const later = addSeconds(this.now, seconds);
    if (!later.ok) return;
    this.now = later.value;
    const date = dateOf(this.now);
    if (date === this.state.today) return;
    this.take({ kind: "day.open", fund: this.state.charter.id, officer: this.operator, date });
  }
}

/** What the fund knows, by the names of the fields in which statements say it. */
function poolsOf(target: Target, blobs: readonly string[]): Pools {
  const { state, now, size } = target;
  const { charter, capital, investments, payments, acts, distributions } = state;
  const { today } = state;
  const officers = [...state.officers.keys()];
  const parties = charter.parties.map(({ id }) => id);
  const soon = addSeconds(now, 86_400 * 200);
  const amounts = [
    ...[...payments.values()].map(({ minor }) => minor),
    ...[...distributions.values()].map(({ minor }) => minor),
    ...[...capital.calls.values()].flatMap(({ items }) => items.map(({ minor }) => minor)),
    ...[1n, 100n, 10n ** 12n, 10n ** 30n],
  ].map(String);
  return {
    fund: [charter.id],
    type: [...catalogue.keys()],
    charterVersion: [charter.version],
    effectiveDate: [today, today, today, "2025-09-10", "2026-06-01", "1900-01-01"],
    proposer: officers,
    officer: [...officers, "newcomer"],
    holder: [...officers, ...parties],
    concern: ["crusoe", "adviser-group", "US"],
    party: parties,
    payee: ["US", "JP", "crusoe", "oracle"],
    seat: charter.bodies.flatMap(({ seats }) => seats.map(({ id }) => id)),
    body: charter.bodies.map(({ id }) => id),
    actId: [...acts.keys()].slice(-40),
    freeze: state.freezes.map(({ actId }) => actId),
    distribution: [...distributions.keys()],
    call: [...capital.calls.keys()],
    commitment: [...capital.commitments.keys()],
    payment: [...payments.keys()],
    charter: blobs,
    investment: [...investments.keys(), "other", "third"],
    milestone: ["step-1", "step-2"],
    class: charter.classes.map(({ id }) => id),
    vehicle: charter.vehicles.map(({ id }) => id),
    sector: charter.mandate.sectors.map(({ id }) => id),
    geography: charter.mandate.geographies,
    currency: [charter.capital.currency, charter.capital.currency, "EUR"],
    dueDate: ["2025-09-10", "2026-06-01"],
    amount: amounts,
    minor: ["0", ...amounts],
    price: ["1.00", ...[...state.strikes.values()].map(({ price }) => price)],
    publicKey: officers.slice(0, 4).map((_, n) => base64Encode(new Uint8Array(32).fill(n + size))),
    notAfter: soon.ok ? [soon.value] : [],
    date: [today],
    size: [size],
    logSize: [size],
    evidence: ["ab".repeat(32)],
    checkpoint: [target.checkpoint],
  };
}

type Fields = { readonly [field: string]: Json };

/** An object at random, with no fields where chance would have it otherwise. */
const fieldsOf = (random: RandomJson, schema: JsonObject): Fields => ({
  ...(random.of(schema) as Fields | null),
});

/** An act of any type at random, with a body as its type asks. */
function randomAct(random: RandomJson, chance: Chance, schema: JsonObject): Fields {
  const type = chance.pick([...BODIES.keys()]);
  return { ...fieldsOf(random, schema), type, body: random.of(BODIES.get(type)!) };
}

/** An act that could come next, with one field of its body taken from anywhere now and then. */
function plausibleAct(target: Target, chance: Chance, schema: JsonObject): Fields {
  const { state } = target;
  const pools = poolsOf(target, []);
  const amount = String(chance.pick(["1", "100", "1000000000000", `1${"0".repeat(30)}`]));
  const { type, by, body, effectiveDate, evidence } = chance.pick(plausibleActs(state, amount));
  const fields: { [field: string]: Json } = { ...body };
  if (chance.oneIn(4)) {
    const field = chance.pick(Object.keys(fields));
    const properties = BODIES.get(type)!["properties"] as JsonObject;
    fields[field] = new RandomJson(chance, pools).of(properties[field] as JsonObject, field);
  }
  const act = fieldsOf(new RandomJson(chance, pools), schema);
  const { bounds: _bounds, idempotencyKey: _key, ...rest } = act;
  return {
    ...(chance.oneIn(4) ? act : rest),
    ...{ type, body: fields, charterVersion: state.charter.version, proposer: by },
    effectiveDate: effectiveDate ?? state.today,
    ...(evidence === undefined ? {} : { evidence }),
  };
}

/** A statement at random, half of them proposals and facts; most decisions are of what was seen. */
function randomStatement(target: Target, chance: Chance, blobs: readonly string[]): Json {
  const random = new RandomJson(chance, poolsOf(target, blobs));
  const schema = chance.pick(STATEMENTS.filter((each) => chance.oneIn(2) || hasAct(each)));
  const statement = fieldsOf(random, schema);
  const properties = schema["properties"] as JsonObject;
  if (hasAct(schema)) {
    const actSchema = properties["act"] as JsonObject;
    const act = chance.oneIn(3)
      ? randomAct(random, chance, actSchema)
      : plausibleAct(target, chance, actSchema);
    const kind = actTypes.get(textOf(act["type"])) === "fact" ? "fact" : "proposal";
    return { ...statement, ...(chance.oneIn(10) ? {} : { kind }), act };
  }
  const record = target.state.acts.get(textOf(statement["actId"]));
  if (kindOf(schema) !== "approval" || record === undefined) return statement;
  const decision = chance.oneIn(8) ? "reject" : "approve";
  return { ...statement, decision, boundsDigest: record.boundsDigest };
}

/** Carries an act on as far as it goes: everybody who may approve does, and somebody executes. */
function carryOn(target: Target, chance: Chance): void {
  const open = [...target.state.openActs.keys()];
  if (open.length === 0) return;
  const actId = chance.pick(open);
  const fund = target.state.charter.id;
  const notAfter = addSeconds(target.now, 86_400);
  for (const officer of target.state.officers.keys()) {
    const record = target.state.acts.get(actId)!;
    if (record.approvedOn !== undefined || record.ended !== undefined || !notAfter.ok) break;
    target.take({
      ...{ kind: "approval", fund, actId, officer, decision: "approve" },
      ...{ boundsDigest: record.boundsDigest, logSize: target.size, notAfter: notAfter.value },
      evidence: ["ab".repeat(32)],
    });
  }
  target.take({ kind: "execution", fund, actId, officer: target.operator });
}

const TREASURIES: ActRule["approve"] = [{ rule: { all: [{ party: "US" }, { party: "JP" }] } }];

/** A charter that lets everything happen quickly, so that the attack gets far. */
function quick(charter: Charter): Partial<Charter> {
  const acts = Object.entries(charter.acts).map(([type, act]): [string, ActRule] => {
    const { clause, name, propose, nature, approve } = act;
    const rule = { clause, name, propose, nature };
    if (nature === "fact" || type.startsWith("charter.")) return [type, { ...rule, approve }];
    const limits = type === "investment.close" ? { limits: ["liquidity"] } : {};
    return [type, { ...rule, ...limits, approve: TREASURIES, expiry: act.expiry! }];
  });
  const terms = charter.terms.map((term): Charter["terms"][number] =>
    term.id === "minimumCash" ? { ...term, value: { kind: "ratio", ratio: "0%" } } : term,
  );
  const capital = { ...charter.capital, callNotice: { days: 1, calendar: "calendar" } };
  return { acts: Object.fromEntries(acts), terms, capital };
}

/** A unit of this price is never bought whole: contributions may give none at all. */
const dear = (charter: Charter): Partial<Charter> => ({
  ...quick(charter),
  classes: charter.classes.map((each) => ({ ...each, founderPrice: "99999999999999.00" })),
});

/** Charters that an amendment may name: lawful ones, others, and what is none. */
function addBlobs(fund: DemonstrationFund, chance: Chance): readonly string[] {
  const { charter } = fund.state;
  const dropOne = <T>(items: readonly T[]): readonly T[] => {
    const dropped = chance.below(items.length);
    return items.filter((_, index) => index !== dropped);
  };
  const changes: readonly Partial<Charter>[] = [
    { notice: { en: "Other", ja: "\u5225" } },
    { limits: dropOne(charter.limits) },
    { parties: dropOne(charter.parties) },
    { rounding: { ...charter.rounding, tieBreak: dropOne(charter.rounding.tieBreak) } },
    { capital: { ...charter.capital, shares: { US: "1" } }, rounding: charter.rounding },
    {
      capital: { ...charter.capital, shares: { US: "1" } },
      rounding: { ...charter.rounding, tieBreak: ["US"] },
    },
    { finality: { ...charter.finality, mirrors: ["US", "JP", "MGR"] } },
    { acts: dear(charter).acts! },
  ];
  const charters = changes.map((change) => amended(charter, change));
  for (const next of charters) fund.blobs.set(charterHash(next), encodeCharter(next));
  fund.blobs.set("00".repeat(32), new Uint8Array([0x7b, 0x7d]));
  return [...fund.blobs.keys(), "11".repeat(32)];
}

const STAGES: readonly StageName[] = ["founded", "called", "closed", "declared"];

/** The fund under its own charter at some stage, or under a quick one from the start. */
function fundToAttack(chance: Chance): DemonstrationFund {
  if (chance.oneIn(3)) return fundAt(chance.pick(STAGES));
  return variant(chance.oneIn(2) ? quick : dear).found();
}

test("[R20] whatever is signed, the rules accept it or refuse it, and never throw", () => {
  const effective = new Set<string>();
  const refused = new Set<string>();
  for (let seed = 1; seed <= SEEDS; seed++) {
    const chance = new Chance(seed);
    const fund = fundToAttack(chance);
    const blobs = addBlobs(fund, chance);
    const target = new Target(fund, chance);
    for (let n = 0; n < STATEMENTS_PER_FUND; n++) {
      target.pass();
      if (chance.oneIn(3)) carryOn(target, chance);
      // Without an officer of the operator nobody opens a day any more.
      if (target.state.officers.get(target.operator)?.key === undefined) break;
      const json = { statement: randomStatement(target, chance, blobs), signatures: [] };
      const signed = decodeSignedJson(json);
      try {
        if (signed.ok) target.take(signed.value.statement);
      } catch (failure) {
        const text = JSON.stringify(json).slice(0, 4_000);
        throw new Error(`seed ${seed}, statement ${n}: ${text}`, { cause: failure });
      }
    }
    stateHash(target.state);
    for (const type of target.effective) effective.add(type);
    for (const code of target.refused) refused.add(code);
  }
  // It would prove nothing if the fund had refused it all.
  assert.ok(effective.size > 8, `only ${[...effective].join(", ")} took effect`);
  assert.ok(refused.size > 30, `only ${[...refused].join(", ")} were reasons to refuse`);
});
