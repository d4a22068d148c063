/** The officer's desk: what waits for whom, what they may do, and what would come of it. */
import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { instant } from "@jointfund/core/calendar/date.ts";
import { encodeSigned } from "@jointfund/core/fund/entry.ts";
import type { Statement } from "@jointfund/core/governance/statement.ts";
import { signStatement } from "../../src/application/operator.ts";
import type { Person } from "../../src/http/person.ts";
import { officerSigner } from "../../src/scenario/demonstration.ts";
import { playExample } from "../../../../tests/support/first-year.ts";
import { serveData, type ServedOffice } from "../../../../tests/support/served-office.ts";
import { PublishedDescription } from "./description.ts";

let served: ServedOffice;
let data: string;
let description: PublishedDescription;
let who: Person | undefined;

/** So many steps of the first year: the first call is paid, and the site is recommended. */
const STEPS = 12;

before(async () => {
  data = await mkdtemp(join(tmpdir(), "jointfund-desk-"));
  await playExample("first-year", data, { stopAfter: STEPS });
  served = await serveData(data, { machine: standing, whoAsks: () => Promise.resolve(who) });
  description = await PublishedDescription.of(served.app);
});

after(async () => {
  await served.close();
  await rm(data, { recursive: true });
});

/** A clock that is never later than the record: time stands still, as in a demonstration. */
const standing = { now: () => instant("2025-01-01T00:00:00Z") };

const officer = (id: string): Person => {
  const party = served.office.record.view.state.officers.get(id)?.party ?? "";
  const role = party === "AUD" ? "auditor" : "officer";
  return { subject: `test#${id}`, name: id, role, party, officer: id };
};

async function get<Answer>(path: string, by: string): Promise<Answer> {
  who = officer(by);
  const response = await served.app.request(path);
  const form = path.replace(/[0-9a-f]{64}/, "{id}").replace(/act-types\/.+/, "act-types/{type}");
  assert.equal(await description.faults("get", form, response.clone()), undefined);
  assert.equal(response.status, 200, path);
  return (await response.json()) as Answer;
}

type Draft = { readonly [field: string]: unknown };

type DraftAnswer = {
  readonly outcome: string;
  readonly act?: string;
  readonly statement?: Statement;
  readonly refusal?: { readonly code: string; readonly clause: string };
  readonly findings: readonly { readonly path: readonly unknown[]; readonly code: string }[];
  readonly effects?: Effects;
};

type Effects = {
  readonly refused?: { readonly code: string };
  readonly comparison?: {
    readonly vehicles: readonly {
      readonly vehicle: string;
      readonly figures: readonly { readonly figure: string; readonly after: string }[];
    }[];
  };
};

async function tryDraft(draft: unknown, by: string): Promise<DraftAnswer> {
  who = officer(by);
  const response = await served.app.request("/api/v1/drafts", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(draft),
  });
  assert.equal(response.status, 200);
  assert.equal(await description.faults("post", "/api/v1/drafts", response.clone()), undefined);
  return (await response.json()) as DraftAnswer;
}

async function submit(
  statement: Statement,
  by: string,
): Promise<{ status: number; code?: string }> {
  const { charter } = served.office.record.view.state;
  const body = encodeSigned(signStatement(statement, officerSigner(charter, by)));
  const response = await served.app.request("/api/v1/statements", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: body as unknown as string,
  });
  const { code } = (await response.json()) as { code?: string };
  return { status: response.status, ...(code === undefined ? {} : { code }) };
}

type Option = {
  readonly option: string;
  readonly body?: string;
  readonly statement?: Statement;
  readonly refusal?: { readonly code: string };
};
type DeskAct = {
  readonly options: readonly Option[];
  readonly isOpen: boolean;
  readonly effects?: Effects;
};
type Item = { readonly act: { readonly id: string }; readonly needs: readonly { kind: string }[] };
type Activity = { readonly act: string; readonly about: readonly unknown[]; amount?: unknown };
type Inbox = {
  readonly items: readonly Item[];
  readonly size: number;
  readonly activities: { readonly mine: readonly Activity[]; readonly others: readonly Activity[] };
};

function expenseDraft(change: Draft = {}): Draft {
  const { today } = served.office.record.view.state;
  return {
    type: "expense.book",
    body: {
      ...{ vehicle: "fund", category: "legal", payee: "counsel", charge: "external" },
      ...{ currency: "USD", amount: "123456", for: "Advice on the site" },
    },
    ...{ effectiveDate: today, basis: "commercial", reason: "Advice was taken" },
    ...change,
  };
}

describe("the desk", () => {
  test("[H80] is for who has a party: others sign in first, or are refused", async () => {
    const forPartners = ["desk/inbox", "act-types"];
    const paths = [...forPartners, "desk/cash", "desk/alarms", "act-types/capital.call"];
    for (const path of paths) {
      who = undefined;
      assert.equal((await served.app.request(`/api/v1/${path}`)).status, 401);
      for (const role of ["partner", "citizen"] as const) {
        who = { subject: "test#x", name: "x", role };
        const isFor = role === "partner" && forPartners.includes(path);
        assert.equal((await served.app.request(`/api/v1/${path}`)).status, isFor ? 200 : 403);
      }
      await get(`/api/v1/${path}`, "auditor-1");
    }
  });

  test("[H81] says of each officer and each statement what really comes of it", async () => {
    const draft = await tryDraft(expenseDraft(), "office-1");
    assert.equal(draft.outcome, "accepted", JSON.stringify(draft));
    assert.equal((await submit(draft.statement!, "office-1")).status, 200);
    const id = draft.act!;
    const { officers } = served.office.record.view.state;
    let [possible, refused] = [0, 0];
    for (const by of officers.keys()) {
      const { options } = await get<DeskAct>(`/api/v1/desk/acts/${id}`, by);
      for (const { option, refusal } of options) {
        if (option !== "execute" && option !== "veto" && refusal !== undefined) {
          const statement = refusedStatement(option, id, by);
          if (statement === undefined) continue;
          const answer = await submit(statement, by);
          assert.deepEqual([answer.status, answer.code], [422, refusal.code], `${by} ${option}`);
          refused++;
        }
      }
    }
    for (const by of officers.keys()) {
      const { options, isOpen } = await get<DeskAct>(`/api/v1/desk/acts/${id}`, by);
      const approve = options.find(({ option }) => option === "approve");
      if (!isOpen || approve?.statement === undefined) continue;
      assert.equal((await submit(approve.statement, by)).status, 200, by);
      possible++;
    }
    assert.ok(possible > 0 && refused > 10, `${possible} ${refused}`);
  });

  test("[H81] has an act in the inbox of those alone whose vote it waits for", async () => {
    const reason = "Advice was taken again";
    const draft = await tryDraft(expenseDraft({ reason }), "office-1");
    await submit(draft.statement!, "office-1");
    const { officers } = served.office.record.view.state;
    const waitsFor = new Set<string>();
    for (const by of officers.keys()) {
      const { items } = await get<Inbox>("/api/v1/desk/inbox", by);
      const item = items.find(({ act }) => act.id === draft.act);
      const wantsVote = item?.needs.some(({ kind }) => kind === "vote") === true;
      const { options } = await get<DeskAct>(`/api/v1/desk/acts/${draft.act}`, by);
      const may = options.some((each) => each.option === "approve" && each.refusal === undefined);
      assert.equal(wantsVote, may, by);
      if (may) waitsFor.add(by);
    }
    assert.ok(waitsFor.size > 0 && waitsFor.size < officers.size);
  });

  test("[H81] what was done lately says what it is about, as the act does", async () => {
    const { activities } = await get<Inbox>("/api/v1/desk/inbox", "us-1");
    let [named, valued] = [0, 0];
    for (const { act, about, amount } of [...activities.mine, ...activities.others]) {
      const response = await served.app.request(`/api/v1/acts/${act}`);
      const { summary } = (await response.json()) as { summary: Activity };
      assert.deepEqual([about, amount], [summary.about, summary.amount], act);
      if (about.length > 0) named++;
      if (amount !== undefined) valued++;
    }
    assert.ok(named > 3 && valued > 3, `${named} ${valued}`);
  });
});

/** What an officer would sign who presses a button that should not be there. */
function refusedStatement(option: string, actId: string, by: string): Statement | undefined {
  const { view } = served.office.record;
  const record = view.state.acts.get(actId)!;
  const about = { fund: view.state.charter.id, actId, officer: by };
  const { boundsDigest } = record;
  const sighted = { boundsDigest, logSize: view.size, evidence: [] };
  if (option === "approve" || option === "reject") {
    const notAfter = instant("2199-01-01T00:00:00Z");
    return { kind: "approval", ...about, decision: option, ...sighted, notAfter };
  }
  if (option === "object") return { kind: "objection", ...about, power: "objection", reason: "No" };
  return option === "recuse" ? { kind: "recusal", ...about, reason: "Mine" } : undefined;
}

describe("a draft", () => {
  test("[H83] that is accepted is the act that is then proposed, and records nothing", async () => {
    const { size } = served.office.record;
    const draft = await tryDraft(expenseDraft({ reason: "A third time" }), "office-1");
    assert.equal(served.office.record.size, size);
    await submit(draft.statement!, "office-1");
    assert.ok(served.office.record.view.state.acts.get(draft.act!) !== undefined);
  });

  test("[H83] of a wrong form has a finding at each wrong field, in words", async () => {
    const draft = expenseDraft({ reason: "", effectiveDate: "soon", body: { amount: "1.5" } });
    const { outcome, findings } = await tryDraft(draft, "office-1");
    assert.equal(outcome, "malformed");
    const paths = findings.map(({ path }) => path.join("."));
    for (const path of ["reason", "effectiveDate", "body.amount", "body.vehicle", "body.for"]) {
      assert.ok(paths.includes(path), `${path} in ${paths.join(" ")}`);
    }
  });

  test("[H83] that the rules refuse is refused with the same clause as the real one", async () => {
    const commitment = "0".repeat(64);
    const draft = {
      ...expenseDraft({ type: "capital.call" }),
      body: {
        ...{ class: "founders", currency: "USD", dueDate: "2026-01-15", price: "1.00" },
        items: [{ party: "US", commitment, amount: "100" }],
      },
    };
    const { outcome, refusal, statement } = await tryDraft(draft, "office-1");
    assert.equal(outcome, "refused");
    const real = await submit(statement!, "office-1");
    assert.deepEqual([real.status, real.code], [422, refusal?.code]);
  });

  test("[H83] of who has no key is refused: nobody would sign it", async () => {
    who = { subject: "test#new", name: "New", role: "officer", party: "US" };
    const response = await served.app.request("/api/v1/drafts", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(expenseDraft()),
    });
    assert.equal(response.status, 403);
    assert.equal(((await response.json()) as { code: string }).code, "no_key");
  });

  test("[H3] of people who mean no good is answered without a fault", async () => {
    const evil = [
      "<script>",
      "\u202egnirts",
      "\ud800",
      "__proto__",
      "",
      "x".repeat(60_000),
      null,
      5,
    ];
    for (const value of [...evil, [], {}, [[[]]], { __proto__: 1 }]) {
      for (const field of ["type", "body", "reason", "effectiveDate", "evidence", "bounds", "zz"]) {
        const { outcome } = await tryDraft(expenseDraft({ [field]: value }), "office-1");
        assert.ok(outcome === "malformed" || outcome === "refused" || outcome === "accepted");
      }
      await tryDraft(value, "office-1");
    }
    for (const body of ["{", "[".repeat(30_000), `"${"x".repeat(10_000_000)}"`]) {
      who = officer("office-1");
      const response = await served.app.request("/api/v1/drafts", {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body,
      });
      assert.ok(response.status >= 400 && response.status < 500, String(response.status));
    }
  });
});
