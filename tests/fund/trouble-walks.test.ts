import assert from "node:assert/strict";
import { test } from "node:test";
import type { DeadlockStage } from "@jointfund/core/charter/oversight-terms.ts";
import type { Charter } from "@jointfund/core/charter/charter.ts";
import { addSeconds } from "@jointfund/core/calendar/date.ts";
import type { DemonstrationFund } from "../support/demonstration-fund.ts";
import { contested, declaration, onlyDeadlock, opinion, withLadder } from "../support/deadlocks.ts";
import { leaving } from "../support/exits.ts";
import { onlyDispute, troubles } from "../support/oversight.ts";
import { Chance } from "../support/random-json.ts";
import { TREASURIES } from "../support/rejection-case.ts";
import { drafts, fundAt } from "../support/stages.ts";

/**
 * Random walks over the ladders of disputes and deadlocks, beside a model that counts days one by
 * one: it knows no dates, windows or calendars.
 */
class CountedLadder {
  readonly #within: readonly number[];
  readonly #lastEnds: boolean;
  stage = 0;
  age = 0;

  constructor(within: readonly number[], lastEnds: boolean) {
    this.#within = within;
    this.#lastEnds = lastEnds;
  }

  get isOver(): boolean {
    return this.stage >= this.#within.length;
  }

  /** A day goes by: the day on which a stage begins is not counted in it. */
  nextDay(): void {
    if (this.isOver) return;
    this.age++;
    if (this.age <= this.#within[this.stage]!) return;
    if (this.stage === this.#within.length - 1 && !this.#lastEnds) return;
    this.stage++;
    this.age = 0;
  }

  nextStage(): void {
    this.stage++;
    this.age = 0;
  }
}

const DAY = 86_400;

/** Lets some days go by, of which only the last is opened. */
function skip(fund: DemonstrationFund, model: CountedLadder, days: number): void {
  const later = addSeconds(fund.now, days * DAY);
  if (!later.ok) throw new Error("the calendar has ended");
  fund.at(later.value);
  for (let day = 0; day < days; day++) model.nextDay();
}

function withDisputeLadder(within: readonly number[]): DemonstrationFund {
  return fundAt("earning").change((state) => {
    const { oversight } = state.charter;
    const ladder = within.map((days, n) => ({
      ...{ id: `stage-${n}`, name: { en: "Stage", ja: "段階" } },
      within: { days, calendar: "calendar" },
    }));
    const disputes = { ...oversight!.disputes!, ladder };
    const charter: Charter = { ...state.charter, oversight: { ...oversight!, disputes } };
    return { ...state, charter };
  });
}

test("[OV11] [OV12] disputes walk up any ladder as days are counted", () => {
  const reached = new Set<string>();
  for (let seed = 1; seed <= 60; seed++) {
    const chance = new Chance(seed);
    const within = Array.from({ length: 1 + chance.below(5) }, () => 1 + chance.below(6));
    const fund = withDisputeLadder(within);
    const model = new CountedLadder(within, false);
    fund.report(troubles.dispute());
    const id = onlyDispute(fund);
    for (let step = 0; step < 14; step++) {
      if (chance.oneIn(4)) {
        const isLast = model.stage === within.length - 1;
        const draft = { ...troubles.escalation(id), reason: `Step ${step}` };
        assert.equal(fund.submit(fund.fact(draft)).ok, !isLast);
        if (!isLast) model.nextStage();
      } else skip(fund, model, 1 + chance.below(9));
      assert.equal(fund.state.oversight.disputes.get(id)?.stage, model.stage, `seed ${seed}`);
      reached.add(`${within.length - model.stage}`);
    }
    fund.enact(troubles.award(id), "ar-1", "ar-2");
    skip(fund, model, 30);
    assert.notEqual(fund.state.oversight.disputes.get(id)?.awarded, undefined);
  }
  assert.deepEqual(reached, new Set(["1", "2", "3", "4", "5"]));
});

type Remedy = DeadlockStage["remedy"];
const MIDDLE: readonly Remedy[] = ["chairs", "ministers", "expert", "casting", "putCall"];

/** A ladder at random, with an end in winding up or without. */
function ladderOf(chance: Chance): readonly (readonly [Remedy, number, string?])[] {
  const remedies = MIDDLE.filter(() => !chance.oneIn(3));
  if (remedies.length === 0 || chance.oneIn(2)) remedies.push("windUp");
  const parties: { readonly [remedy: string]: string } = { expert: "ARB", casting: "JP" };
  return remedies.map((remedy) => {
    const days = 1 + chance.below(5);
    const party = parties[remedy];
    return party === undefined ? [remedy, days] : [remedy, days, party];
  });
}

/** What each stage allows, tried: an opinion, a casting vote, an offer without notice. */
function allowed(fund: DemonstrationFund, step: number): readonly boolean[] {
  const advised = fund.fork();
  const opened = { ...opinion(onlyDeadlock(fund)), reason: `Step ${step}` };
  const offer = fund.fork();
  const cast = fund.fork();
  const id = cast.propose({ ...drafts.selection(), reason: `Step ${step}` });
  return [
    advised.submit(advised.fact(opened)).ok,
    cast.submit(cast.approval(id, "jp-t1")).ok,
    offer.submit(offer.proposal(leaving.offer({ buyer: "US" }, "us-t1"))).ok,
  ];
}

test("[DK4] [DK5] [DK6] [DK7] deadlocks walk up any ladder, and each stage allows its own", () => {
  const reached = new Set<string>();
  for (let seed = 1; seed <= 60; seed++) {
    const chance = new Chance(seed);
    const ladder = ladderOf(chance);
    const { fund, acts } = contested();
    fund.enact(drafts.strike(), ...TREASURIES);
    withLadder(fund, ladder);
    const model = new CountedLadder(
      ladder.map(([, days]) => days),
      true,
    );
    fund.report(declaration(acts));
    const id = onlyDeadlock(fund);
    for (let step = 0; step < 10; step++) {
      skip(fund, model, 1 + chance.below(4));
      const { stage, ended } = fund.state.deadlocks.get(id)!;
      if (model.isOver) {
        const end = ladder.at(-1)![0] === "windUp" ? "windUp" : "unresolved";
        assert.equal(ended?.how, end, `seed ${seed}`);
        assert.equal(fund.state.oversight.windUp !== undefined, end === "windUp");
        reached.add(end);
        break;
      }
      const [remedy] = ladder[model.stage]!;
      assert.deepEqual([stage, ended], [model.stage, undefined], `seed ${seed}`);
      reached.add(remedy);
      const expected = ["expert", "casting", "putCall"].map((each) => each === remedy);
      assert.deepEqual(allowed(fund, step), expected, `seed ${seed}: ${remedy}`);
    }
  }
  assert.deepEqual(reached, new Set([...MIDDLE, "unresolved", "windUp"]));
});
