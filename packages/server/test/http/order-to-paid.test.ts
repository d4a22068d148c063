/** The whole way of a citizen's money: asked, ordered, dealt at the strike, given back, paid. */
import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import type { Json } from "@jointfund/core/base/canonical.ts";
import { addSeconds, instant, type Instant } from "@jointfund/core/calendar/date.ts";
import { encodeSigned } from "@jointfund/core/fund/entry.ts";
import { actIdOf } from "@jointfund/core/governance/identity.ts";
import type { Act, Statement } from "@jointfund/core/governance/statement.ts";
import type { Fund } from "../../src/application/fund.ts";
import { signStatement } from "../../src/application/operator.ts";
import type { Person } from "../../src/http/person.ts";
import { officerSigner } from "../../src/scenario/demonstration.ts";
import { copyPlayed } from "../../../../tests/support/copy-played.ts";
import { recount } from "../../../../tests/support/recount.ts";
import { serveData, type ServedOffice } from "../../../../tests/support/served-office.ts";

const TREASURIES = ["us-treasury-1", "jp-treasury-1"];

const citizen = (holder: string): Person => ({
  ...{ subject: `test#${holder}`, name: holder, role: "citizen" },
  holding: { feeder: "feeder-us", holder },
});
const DISTRIBUTOR: Person = {
  ...{ subject: "test#desk", name: "desk", role: "officer" },
  ...{ party: "DUS", officer: "us-distributor-1" },
};

type Payment = { readonly releasedOn?: string; readonly releasedBy?: number };
type Holding = {
  readonly microUnits: string;
  readonly paidIn: string;
  readonly owed: string;
  readonly redeemed: string;
  readonly orders: readonly { readonly standing: string; readonly dealingDay: string }[];
  readonly payments: readonly { readonly net: string; readonly payment: Payment }[];
};

describe("a citizen's money", () => {
  const data = mkdtempSync(join(tmpdir(), "jointfund-to-paid-"));
  let served: ServedOffice;
  let who: Person;
  let now: Instant = instant("2026-04-10T10:00:00Z");

  before(async () => {
    await copyPlayed("citizens", data);
    served = await serveData(data, {
      machine: { now: () => now },
      whoAsks: () => Promise.resolve(who),
    });
  });

  after(async () => {
    await served.close();
    rmSync(data, { recursive: true });
  });

  /** What the operator's clock does by itself where nobody moves it. */
  const operator = (): Fund => served.office.fund as Fund;

  async function ask<T>(as: Person, path: string, content?: Json): Promise<T> {
    who = as;
    const headers = { "Content-Type": "application/json" };
    const post = { method: "POST", headers, body: JSON.stringify(content) };
    const response = await served.app.request(`/api/v1/${path}`, content === undefined ? {} : post);
    const text = await response.text();
    assert.equal(response.status, 200, `${path}: ${text}`);
    return JSON.parse(text) as T;
  }

  async function hand(statement: Statement, by: string): Promise<void> {
    const { charter } = served.office.record.view.state;
    const signed = signStatement(statement, officerSigner(charter, by));
    const response = await served.app.request("/api/v1/statements", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: encodeSigned(signed) as Uint8Array<ArrayBuffer>,
    });
    assert.equal(response.status, 200, await response.text());
  }

  function actOf(type: string, by: string, body: Act["body"], evidence: readonly string[]): Act {
    const { charter, today: effectiveDate } = served.office.record.view.state;
    return {
      ...{ type, body, charterVersion: charter.version, effectiveDate, proposer: by },
      ...{ basis: "commercial", reason: "For the dealing day", evidence },
    };
  }

  const report = (type: string, by: string, body: Act["body"], evidence: string[] = []) => {
    const fund = served.office.record.view.state.charter.id;
    return hand({ kind: "fact", fund, act: actOf(type, by, body, evidence) }, by);
  };

  /** A decision, from its proposal to its execution. */
  async function decide(
    type: string,
    of: { readonly by: string; readonly approve: readonly string[] },
    body: Act["body"],
  ): Promise<string> {
    const fund = served.office.record.view.state.charter.id;
    const act = actOf(type, of.by, body, []);
    const actId = actIdOf(fund, act);
    await hand({ kind: "proposal", fund, act }, of.by);
    for (const officer of of.approve) {
      const { boundsDigest } = served.office.record.view.state.acts.get(actId)!;
      const notAfter = addSeconds(now, 86_400);
      assert.ok(notAfter.ok);
      const said = { fund, actId, officer, boundsDigest, notAfter: notAfter.value };
      const logSize = served.office.record.size;
      await hand(
        { kind: "approval", ...said, decision: "approve", logSize, evidence: [] },
        officer,
      );
    }
    await hand({ kind: "execution", fund, actId, officer: of.by }, of.by);
    return actId;
  }

  const release = async (id: string): Promise<void> => {
    const payment = served.office.record.view.state.payments.get(id)!;
    const { payee, currency, minor } = payment;
    const [us = "", jp = ""] = TREASURIES;
    const body = { payment: id, payee, currency, amount: minor.toString() };
    await decide("payment.release", { by: us, approve: [jp] }, body);
  };

  test("[H53] [ST92] goes the whole way from a wish to units, and back to money", async () => {
    const buyer = citizen("us-004");
    const seller = citizen("us-003");
    const before = await ask<Holding>(buyer, "my/holding");
    const { risksDigest: risks } = await ask<{ risksDigest: string }>(buyer, "my/order-terms");
    const wish = { kind: "subscription", minor: "500000", risks, key: "the-way-of-money" };
    const { id } = await ask<{ id: string }>(buyer, "my/order-requests", wish);
    type Items = { items: { request: { id: string }; act: Pick<Act, "type" | "body"> }[] };
    const { items } = await ask<Items>(DISTRIBUTOR, "order-requests");
    const draft = items.find(({ request }) => request.id === id)!.act;
    await report(draft.type, "us-distributor-1", draft.body, [id]);
    const waiting = await ask<Holding>(buyer, "my/holding");
    assert.equal(waiting.orders[0]!.standing, "waiting");
    assert.equal(waiting.orders[0]!.dealingDay, "2026-06-30");

    now = instant("2026-06-30T14:00:00Z");
    await operator().openDay();
    await served.office.record.caughtUp();
    const quotes = [
      { source: "federal-reserve", rate: "151.00" },
      { source: "bank-of-japan", rate: "151.00" },
    ];
    await report("fx.fix", "calculation-1", { base: "USD", quote: "JPY", quotes });
    const struck = { by: "calculation-1", approve: TREASURIES };
    await decide("nav.strike", struck, { vehicle: "fund" });
    await decide("nav.strike", struck, { vehicle: "feeder-us" });
    const approve = ["calculation-1", ...TREASURIES];
    const priced = await decide("order.price", { ...struck, approve }, { class: "citizens-us" });
    const dealt = await ask<Holding>(buyer, "my/holding");
    assert.equal(dealt.orders[0]!.standing, "dealt");
    assert.equal(BigInt(dealt.paidIn) - BigInt(before.paidIn), 500_000n);
    assert.ok(BigInt(dealt.microUnits) > BigInt(before.microUnits));

    await operator().finalise();
    await served.office.record.caughtUp();
    now = instant("2026-07-01T14:00:00Z");
    await operator().openDay();
    await served.office.record.caughtUp();
    const owed = await ask<Holding>(seller, "my/holding");
    const { payments } = served.office.record.view.state;
    const due = [...payments.values()].filter(
      ({ vehicle, subject, releasedOn }) =>
        vehicle === "feeder-us" && subject === "us-003" && releasedOn === undefined,
    );
    assert.ok(due.some((payment) => payment.id.startsWith(priced)));
    assert.equal(
      BigInt(owed.owed),
      due.reduce((sum, { minor }) => sum + minor, 0n),
    );
    // What the fund owes the feeder for its units comes first: the feeder pays out of it.
    const first = [...payments.values()].filter(
      ({ payee, releasedOn }) => payee === "feeder-us" && releasedOn === undefined,
    );
    for (const payment of [...first, ...due]) await release(payment.id);
    const paid = await ask<Holding>(seller, "my/holding");
    assert.equal(paid.owed, "0");
    for (const { payment } of paid.payments) {
      assert.equal(payment.releasedOn, "2026-07-01");
      assert.ok(payment.releasedBy! > 0);
    }
    const { chronicle } = served.office.record.view;
    const given = recount(chronicle, {
      ...{ vehicle: "feeder-us", subject: "us-003", accounts: ["3020"] },
    });
    assert.equal(BigInt(paid.redeemed), given);
    assert.equal(
      paid.payments.reduce((sum, { net }) => sum + BigInt(net), 0n),
      given,
    );
  });
});
