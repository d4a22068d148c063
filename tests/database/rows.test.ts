import assert from "node:assert/strict";
import { test } from "node:test";
import { compareDatabase } from "../../packages/server/src/database/compare.ts";
import { fillDatabase } from "../../packages/server/src/database/fill.ts";
import { exampleCharter } from "../support/charters.ts";
import { DemonstrationFund } from "../support/demonstration-fund.ts";
import { embeddedDatabase, replayOf } from "../support/databases.ts";

// What no scenario has: a charter by which others are asked before a decision.
test("[DB1] answers in consultation are rows, with what was said", async (t) => {
  const fund = new DemonstrationFund(exampleCharter("us-japan-2025"));
  fund.now = "2026-01-16T09:00:00Z" as typeof fund.now;
  fund.found();
  const act = fund.propose({
    ...{ type: "vehicle.create", by: "ac-1" },
    body: {
      ...{ vehicle: "ohio-gas", kind: "project", currency: "USD", owner: "programme" },
      name: { en: "Ohio gas plant", ja: "オハイオ州ガス火力発電所" },
    },
  });
  fund.approve(act, "ac-2").execute(act);
  const actId = fund.propose({
    ...{ type: "investment.recommend", by: "ac-1" },
    body: {
      investment: "ohio-gas-plant",
      name: { en: "Ohio gas plant", ja: "オハイオ州ガス火力発電所" },
      ...{ vehicle: "ohio-gas", sector: "energy", geography: "US", currency: "USD" },
      parties: [{ company: "plant-operator", role: "operator" }],
      milestones: [{ id: "start", due: "2026-04-23", amount: "3300000000000" }],
    },
  });
  const [consulted] = fund.charter.acts["investment.recommend"]!.consult!;
  const { seats } = fund.charter.bodies.find(({ id }) => id === consulted!.body)!;
  const officer = fund.state.seats.get(seats[0]!.id)!;
  const text = "Mind the water rights.\tSee \\annex\\ 2.";
  const said = { actId, officer, body: consulted!.body, opinion: "concern", text } as const;
  fund.must(fund.signed({ kind: "consultation", fund: fund.charter.id, ...said }, officer));

  const database = await embeddedDatabase(t);
  await fillDatabase(database, replayOf(fund));
  const { rows } = await database.query(
    "SELECT act, officer, body, opinion, opinion_text FROM consultations",
  );
  assert.deepEqual(rows, [[actId, officer, consulted!.body, "concern", text]]);
  const compared = await compareDatabase(database, replayOf(fund));
  assert.deepEqual(compared?.outcome.breaches, []);
});
