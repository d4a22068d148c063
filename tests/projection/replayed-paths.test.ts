import assert from "node:assert/strict";
import { test } from "node:test";
import { actsMissing, actsNotSigned } from "@jointfund/server/conformance/acts-missing.ts";
import { replayPath } from "@jointfund/server/conformance/replay-path.ts";
import { exampleCharter } from "../support/charters.ts";
import { exampleAssumptions } from "../support/projections.ts";
import {
  fourProjects,
  type Case,
  pathUnder,
  shipped,
  usJapan,
  usJapanPath,
} from "./replayed-cases.ts";

/** Projects that are sold at their ends. */
const ENDING: Case = {
  target: "40%",
  distributions: { everyMonths: 6, first: 5 },
  events: [],
  income: "12%",
  life: 7,
};

/** Rungs of the first covenant: 3 is the sweep, 4 the cure, 5 the sale. */
const rungs = (path: ReturnType<typeof usJapanPath>): readonly number[] =>
  path.steps.map(({ after }) => Math.max(...after.rungs.values()));

test("[PJ108] three years of the US-Japan charter as shipped agree with the engine", async () => {
  const path = usJapanPath(shipped(), { steps: 12, path: 0 });
  // Sixteen projects, their own debt among them; the line and bonds are drawn again and again.
  assert.ok(path.steps.filter(({ bondsIssued }) => bondsIssued > 0).length >= 8);
  assert.ok(path.steps.some(({ refused }) => [...refused.values()].some((why) => why > 0)));
  const agreement = await replayPath(usJapan, path);
  assert.deepEqual(agreement.broken, undefined);
  assert.equal(agreement.steps, 12);
  assert.ok(agreement.largest < 1_000, `${agreement.largest} minor units`);
});

test("[PJ106] a path down the ladder to forced sales and back agrees step by step", async () => {
  const assumptions = fourProjects({
    target: "45%",
    distributions: { everyMonths: 3, first: 3 },
    events: [
      { kind: "stops", step: 4, party: "US" },
      { kind: "stops", step: 4, party: "JP" },
      { kind: "market", step: 6, change: "-45%" },
    ],
  });
  const path = usJapanPath(assumptions, { steps: 11, path: 8, stresses: ["case"] });
  assert.ok(path.steps.some(({ sales }) => sales.sold.repaid > 0));
  assert.deepEqual([Math.max(...rungs(path)), rungs(path).at(-1)], [4, 0]);
  const agreement = await replayPath(usJapan, path);
  assert.deepEqual(agreement.broken, undefined);
  assert.equal(agreement.steps, 11);
});

test("[PJ109] a party that stops paying agrees beyond its second unpaid call", async () => {
  const assumptions = fourProjects({
    target: "25%",
    distributions: { everyMonths: 3, first: 5 },
    events: [{ kind: "stops", step: 3, party: "JP" }],
    income: "16%",
  });
  const path = usJapanPath(assumptions, { steps: 13, path: 0, stresses: ["case"] });
  assert.ok(path.steps.filter(({ diverted }) => diverted > 0).length >= 2);
  const agreement = await replayPath(usJapan, path);
  assert.deepEqual(agreement.broken, undefined);
  assert.equal(agreement.steps, 13);
});

test("[PJ96] partners who are called at struck prices, and bear their fee, agree", async () => {
  const assumptions = {
    ...fourProjects({
      target: "25%",
      distributions: { everyMonths: 3, first: 5 },
      events: [],
      income: "12%",
    }),
    classes: [
      {
        ...({ kind: "commitments", id: "partners", opens: 2, commitment: "1/15" } as const),
        calls: [
          { after: 1, share: "50%" },
          { after: 3, share: "30%" },
        ],
      },
    ],
  };
  const path = usJapanPath(assumptions, { steps: 9, path: 0 });
  const paid = path.steps.map(({ classPaid }) => classPaid.get("partners")!);
  assert.equal(paid.filter((amount) => amount > 0).length, 2);
  // Founders pay struck prices after them, and the fee is paid quarter by quarter.
  assert.ok(path.steps.slice(4).some(({ called }) => called.projects + called.charges > 0));
  assert.ok(path.steps.some(({ fees }) => fees.get("partners-administration")!.paid > 0));
  assert.ok(path.steps.some(({ distribution }) => distribution > 0));
  const agreement = await replayPath(usJapan, path);
  assert.deepEqual(agreement.broken, undefined);
  assert.equal(agreement.steps, 9);
  assert.ok(agreement.largest < 1_000, `${agreement.largest} minor units`);
});

test("[PJ98] citizens' orders, the gate and the feeders' distributions agree", async () => {
  const base = fourProjects({
    target: "25%",
    distributions: { everyMonths: 3, first: 2 },
    events: [],
    income: "40%",
  });
  const partners = { kind: "commitments", id: "partners", opens: 0, commitment: "1/15" } as const;
  const citizens = { kind: "dealing", opens: 0, subscriptions: "2%", redemptions: "60%" } as const;
  const assumptions = {
    ...base,
    projects: base.projects.map((project) => ({ ...project, construction: 0 })),
    classes: [
      { ...partners, calls: [{ after: 1, share: "50%" }] },
      { ...citizens, id: "citizens-us" },
      { ...citizens, id: "citizens-jp" },
    ],
  };
  const path = usJapanPath(assumptions, { steps: 5, path: 1 });
  const of = (name: "bought" | "redeemed" | "feederPaid"): readonly number[] =>
    path.steps.map((step) => step[name].get("citizens-jp")!);
  assert.equal(of("bought").filter((amount) => amount > 0).length, 4);
  assert.ok(of("redeemed")[2]! > 0 && of("feederPaid")[3]! > 0);
  const agreement = await replayPath(usJapan, path);
  assert.deepEqual(agreement.broken, undefined);
  // Banks in Japan are closed on the last day of the year: orders are dealt the day before.
  assert.deepEqual([agreement.steps, path.steps.at(-1)!.on], [5, "2026-12-30"]);
});

test("[PJ100] projects sold at their ends, and what is paid out of them, agree", async () => {
  const path = usJapanPath(fourProjects(ENDING), { steps: 10, path: 0 });
  assert.ok(path.steps.filter(({ distribution }) => distribution > 0).length >= 2);
  assert.ok(path.steps.some(({ sales }) => sales.ended.repaid > 0));
  const agreement = await replayPath(usJapan, path);
  assert.deepEqual(agreement.broken, undefined);
  assert.equal(agreement.steps, 10);
});

test("[PJ100] a charter without loans, units or reserves is replayed by its acts", async () => {
  const memorandum = exampleCharter("us-japan-2025");
  const assumptions = exampleAssumptions("us-japan-2025", memorandum);
  const path = pathUnder(memorandum, assumptions, { steps: 16, path: 0 });
  assert.ok(path.steps.filter(({ distribution }) => distribution > 0).length >= 4);
  const agreement = await replayPath(memorandum, path);
  assert.deepEqual(agreement.broken, undefined);
  assert.equal(agreement.steps, 16);
  assert.ok(agreement.largest < 1_000, `${agreement.largest} minor units`);
});

test("[PJ91] [PJ102] what is paid out is income, gains and capital in both", async () => {
  const memorandum = exampleCharter("us-japan-2025");
  const base = exampleAssumptions("us-japan-2025", memorandum);
  // Three projects are sold at their ends; the memorandum pays out all cash that is not owed.
  const projects = base.projects.slice(0, 3).map((project, place) => ({
    ...project,
    ...{ construction: 1, selected: place, life: 5 + 2 * place, income: "8%" },
  }));
  const path = pathUnder(memorandum, { ...base, projects }, { steps: 10, path: 2 });
  const { income, gains, distributed } = path.steps.at(-1)!.after;
  for (const party of ["US", "JP"]) {
    const [ofIncome, ofGains] = [income.get(party)!, gains.get(party)!];
    const ofCapital = distributed.get(party)! - ofIncome - ofGains;
    for (const part of [ofIncome, ofGains, ofCapital]) assert.ok(part > 100_000_000_00);
  }
  const agreement = await replayPath(memorandum, path);
  assert.deepEqual(agreement.broken, undefined);
  assert.equal(agreement.steps, 10);
  assert.ok(agreement.largest < 1_000, `${agreement.largest} minor units`);
});

test("[PJ100] what a path does and its charter has no act for is named", () => {
  const { "investment.dispose": _, "facility.prepay": __, ...acts } = usJapan.acts;
  const path = usJapanPath(fourProjects(ENDING), { steps: 10, path: 0 });
  assert.deepEqual(actsMissing({ ...usJapan, acts }, path), [
    "investment.dispose",
    "facility.prepay",
  ]);
  assert.deepEqual(actsMissing(usJapan, path), []);
  assert.deepEqual(actsNotSigned(usJapan, path), []);
  const strike = usJapan.acts["nav.strike"]!;
  const silent = { noObjection: { by: [], window: { days: 3, calendar: "joint" } } };
  const waiting = { ...strike, approve: [{ rule: silent }] };
  const without = { ...usJapan, acts: { ...usJapan.acts, "nav.strike": waiting } };
  assert.deepEqual(actsNotSigned(without, path), ["nav.strike"]);
});
