/** A partner's officer at the desk: their own party's matters, and nothing of anybody else's. */
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Statement } from "@jointfund/core/governance/statement.ts";
import type { Person } from "../../src/http/person.ts";
import { acceptCommitment, admitPartner, propose } from "../../../../tests/support/served-acts.ts";
import { serveScenario, type ServedOffice } from "../../../../tests/support/served-office.ts";

let served: ServedOffice;
let who: Person | undefined;
const ids: { own?: string; other?: string; letter?: string; release?: string } = {};

before(async () => {
  served = await serveScenario("first-year", { whoAsks: () => Promise.resolve(who) });
  await admitPartner(served, "PFA");
  await admitPartner(served, "PFB");
  ids.own = await acceptCommitment(served, "PFA", "400000000000");
  ids.other = await acceptCommitment(served, "PFB", "700000000000");
  ids.letter = await propose(served, {
    ...{ type: "sideletter.grant", by: "us-treasury-1" },
    body: { party: "PFB", terms: [{ code: "reporting", value: "Monthly figures" }] },
    approve: ["us-treasury-1", "jp-treasury-1"],
  });
  ids.release = await propose(served, {
    ...{ type: "commitment.release", by: "PFB-officer" },
    body: { commitment: ids.other, currency: "USD", amount: "100000000000" },
  });
});

after(() => served.close());

const partner = (party: string): Person => {
  const officer = `${party}-officer`;
  return { subject: `test#${officer}`, name: officer, role: "partner", party, officer };
};

type Answer = { readonly status: number; readonly text: string };

async function ask(by: Person, path: string, body?: unknown): Promise<Answer> {
  who = by;
  const init =
    body === undefined
      ? {}
      : {
          method: "POST",
          headers: { "Content-Type": "application/json" },
          body: JSON.stringify(body),
        };
  const response = await served.app.request(`/api/v1/${path}`, init);
  return { status: response.status, text: await response.text() };
}

async function told<Told>(by: Person, path: string, body?: unknown): Promise<Told> {
  const { status, text } = await ask(by, path, body);
  assert.equal(status, 200, `${path}: ${text}`);
  return JSON.parse(text) as Told;
}

const codeOf = async (by: Person, path: string, body?: unknown): Promise<string> =>
  (JSON.parse((await ask(by, path, body)).text) as { readonly code: string }).code;

const draftOf = (type: string, body: object): object => ({
  ...{ type, body, basis: "commercial", reason: "Asked by the partner" },
  effectiveDate: served.office.record.view.state.today,
});

type Drafted = {
  readonly outcome: string;
  readonly statement: Statement;
  readonly effects?: {
    readonly comparison?: {
      readonly sides: readonly { readonly party: string }[];
      readonly limits: readonly object[];
    };
  };
};

type Inbox = {
  readonly items: readonly { readonly act: { readonly id: string } }[];
  readonly activities: {
    readonly mine: readonly { readonly party: string }[];
    readonly others: readonly { readonly act: string }[];
  };
};

describe("[H87] a partner at the desk", () => {
  test("may draft what the charter lets its party propose, and nothing else", async () => {
    const { charter } = served.office.record.view.state;
    const { items } = await told<{
      readonly items: readonly { readonly type: string; readonly isMine: boolean }[];
    }>(partner("PFA"), "act-types");
    const mine = items.filter(({ isMine }) => isMine).map(({ type }) => type);
    for (const type of ["sideletter.elect", "commitment.release", "party.withdraw"]) {
      assert.ok(mine.includes(type), type);
    }
    for (const { type } of items.filter((each) => Object.hasOwn(charter.acts, each.type))) {
      const { status, text } = await ask(partner("PFA"), `act-types/${type}`);
      assert.equal(status, mine.includes(type) ? 200 : 403, `${type}: ${text}`);
      const code = await codeOf(partner("PFA"), "drafts", draftOf(type, {}));
      assert.equal(code === "not_yours", !mine.includes(type), type);
    }
  });

  test("sees and drafts on its own commitment, and is refused another partner's", async () => {
    const form = await ask(partner("PFA"), "act-types/commitment.release");
    assert.ok(form.text.includes(ids.own!) && !form.text.includes(ids.other!));
    const amount = "100000000";
    const own = draftOf("commitment.release", { commitment: ids.own, currency: "USD", amount });
    const { outcome, effects } = await told<Drafted>(partner("PFA"), "drafts", own);
    assert.equal(outcome, "accepted");
    assert.deepEqual(
      effects?.comparison?.sides.map(({ party }) => party),
      ["PFA"],
    );
    assert.deepEqual(effects?.comparison?.limits, []);
    const other = draftOf("commitment.release", { commitment: ids.other, currency: "USD", amount });
    assert.equal(await codeOf(partner("PFA"), "drafts", other), "not_yours");
    const named = draftOf("party.withdraw", { party: "PFB" });
    assert.equal(await codeOf(partner("PFA"), "drafts", named), "not_yours");
  });

  test("reports its own choice of another's side letter", async () => {
    const draft = draftOf("sideletter.elect", { letter: ids.letter });
    const { outcome } = await told<Drafted>(partner("PFA"), "drafts", draft);
    assert.equal(outcome, "accepted");
    await propose(served, {
      ...{ type: "sideletter.elect", by: "PFA-officer", body: { letter: ids.letter! } },
    });
    const { oversight } = served.office.record.view.state;
    assert.deepEqual(
      oversight.sideLetters.get(ids.letter!)?.elected.map(({ party }) => party),
      ["PFA"],
    );
  });

  test("has its own matters in its inbox, and no act of another partner anywhere", async () => {
    await propose(served, {
      ...{ type: "commitment.release", by: "PFA-officer" },
      body: { commitment: ids.own!, currency: "USD", amount: "20000000000" },
    });
    const [own, other] = await Promise.all(
      ["PFA", "PFB"].map((party) => told<Inbox>(partner(party), "desk/inbox")),
    );
    assert.ok(own!.activities.mine.every(({ party }) => party === "PFA"));
    assert.ok(own!.activities.mine.length > 0 && other!.activities.mine.length > 0);
    const { chronicle } = served.office.record.view;
    for (const { act } of own!.activities.others) {
      assert.match(JSON.stringify(chronicle.acts.get(act)), /PFA/);
    }
    const { text } = await ask(partner("PFA"), "desk/inbox");
    for (const id of [ids.release!, ids.other!]) assert.ok(!text.includes(id));
    assert.equal(await codeOf(partner("PFA"), `desk/acts/${ids.release}`), "not_yours");
    assert.equal((await ask(partner("PFB"), `desk/acts/${ids.release}`)).status, 200);
  });

  test("is refused what those who run the fund have for themselves", async () => {
    for (const path of ["desk/cash", "desk/alarms", "order-requests", "audit/lists", "checks"]) {
      assert.equal(await codeOf(partner("PFA"), path), "not_allowed", path);
    }
  });
});
