/** The auditor's lists beside an independent count over the raw entries, samples and evidence. */
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { base64Decode } from "@jointfund/core/base/bytes.ts";
import { leafHash } from "@jointfund/core/log/merkle.ts";
import { verifyInclusion } from "@jointfund/core/log/merkle-proof.ts";
import type { Person } from "@jointfund/server/http/person.ts";
import { nativeSha256 } from "@jointfund/server/storage/sha256.ts";
import { serveScenario, type ServedOffice } from "../../../../tests/support/served-office.ts";

/** An entry as its bytes have it, read by nothing of ours. */
type Raw = {
  readonly index: number;
  readonly recordedAt: string;
  readonly statement: {
    readonly kind: string;
    readonly act?: RawAct;
    readonly actId?: string;
    readonly officer?: string;
    readonly decision?: string;
    readonly opinion?: string;
    readonly rejection?: { readonly code: string };
  };
};

type RawAct = {
  readonly type: string;
  readonly proposer: string;
  readonly effectiveDate: string;
  readonly body: { readonly [field: string]: unknown };
};

type Counted = {
  readonly total: number;
  readonly kinds: readonly { readonly kind: string; readonly count: number }[];
  readonly years: readonly { readonly year: string; readonly count: number }[];
};

type Item = {
  readonly entry: number;
  readonly on: string;
  readonly act?: string;
  readonly parties: readonly string[];
  readonly facts: { readonly [fact: string]: unknown };
  readonly text: { readonly en: string; readonly ja: string };
  readonly evidence: readonly number[];
};

const auditor: Person = { subject: "test#au", name: "Auditor", role: "auditor", party: "AUD" };
const whoAsks = (): Promise<Person> => Promise.resolve(auditor);

async function get<T>({ app }: ServedOffice, path: string): Promise<T> {
  const response = await app.request(path);
  assert.equal(response.status, 200, path);
  return (await response.json()) as T;
}

async function rawEntries({ office: { fund } }: ServedOffice): Promise<readonly Raw[]> {
  const leaves = await fund.entries(0, fund.size);
  return leaves.map((leaf, index) => ({
    ...(JSON.parse(new TextDecoder().decode(leaf)) as Omit<Raw, "index">),
    index,
  }));
}

/** Items of a list, all of its parts. */
async function itemsOf(served: ServedOffice, name: string): Promise<readonly Item[]> {
  const items: Item[] = [];
  let cursor = "";
  do {
    type Part = { readonly items: readonly Item[]; readonly next?: string };
    const part: Part = await get(served, `/api/v1/audit/lists/${name}?limit=37${cursor}`);
    items.push(...part.items);
    cursor = part.next === undefined ? "" : `&cursor=${part.next}`;
  } while (cursor !== "");
  return items;
}

/** What stands in raw entries alone, by list: the entries that make an item. */
class RawCount {
  readonly #entries: readonly Raw[];
  readonly #proposals = new Map<string, RawAct>();
  readonly #party = new Map<string, string>();

  constructor(entries: readonly Raw[], idOf: (index: number) => string | undefined) {
    this.#entries = entries;
    for (const { index, statement } of entries) {
      const id = idOf(index);
      const { act } = statement;
      if (statement.kind === "proposal" && act !== undefined && id !== undefined) {
        this.#proposals.set(id, act);
      }
      const officers = act?.type === "charter.adopt" ? act.body["officers"] : undefined;
      for (const { id: officer, party } of (officers ?? []) as { id: string; party: string }[]) {
        this.#party.set(officer, party);
      }
      if (act?.type === "key.enrol") {
        this.#party.set(String(act.body["officer"]), String(act.body["party"]));
      }
    }
  }

  #executions(): readonly (Raw & { readonly proposed: RawAct; readonly id: string })[] {
    return this.#entries.flatMap((raw) => {
      const { kind, actId = "" } = raw.statement;
      const proposed = this.#proposals.get(actId);
      return kind === "execution" && proposed !== undefined
        ? [{ ...raw, proposed, id: actId }]
        : [];
    });
  }

  refusals(): readonly number[] {
    return this.#entries.filter(({ statement }) => statement.kind === "refusal").map(indexOf);
  }

  payments(): readonly number[] {
    return this.#executions()
      .filter(({ proposed }) => proposed.type === "payment.release")
      .map(indexOf);
  }

  selfExecuted(): readonly number[] {
    return this.#executions()
      .filter(({ proposed, statement }) => proposed.proposer === statement.officer)
      .map(indexOf);
  }

  backDated(): readonly number[] {
    return this.#entries
      .filter(({ recordedAt, statement: { kind, act } }) => {
        const isAct = ["founding", "proposal", "fact"].includes(kind);
        return isAct && act !== undefined && act.effectiveDate < recordedAt.slice(0, 10);
      })
      .map(indexOf);
  }

  #votes(id: string, decision: string): readonly Raw[] {
    return this.#entries.filter(
      ({ statement }) =>
        statement.kind === "approval" && statement.actId === id && statement.decision === decision,
    );
  }

  sameSide(sovereigns: readonly string[]): readonly number[] {
    return this.#executions()
      .filter(({ id, proposed }) => {
        const maker = this.#party.get(proposed.proposer) ?? "";
        const checkers = this.#votes(id, "approve").map(({ statement }) =>
          this.#party.get(statement.officer ?? ""),
        );
        return sovereigns.includes(maker) && checkers.every((party) => party === maker);
      })
      .map(indexOf);
  }

  /** Executed in spite of votes against it and concerns. */
  inSpite(): readonly number[] {
    return this.#executions().flatMap(({ id, index }) => {
      const concerns = this.#entries.filter(
        ({ statement }) => statement.actId === id && statement.opinion === "concern",
      );
      return [...this.#votes(id, "reject"), ...concerns].map(() => index);
    });
  }

  ofTypes(...types: readonly string[]): readonly number[] {
    const facts = this.#entries.filter(
      ({ statement: { kind, act } }) => kind === "fact" && types.includes(act?.type ?? ""),
    );
    const executed = this.#executions().filter(({ proposed }) => types.includes(proposed.type));
    return [...facts, ...executed].map(indexOf).toSorted((a, b) => a - b);
  }
}

const indexOf = ({ index }: { readonly index: number }): number => index;

const WAIVING = [
  "covenant.waive",
  "fee.waive",
  "capital.defer",
  "capital.excuse",
  "capital.optOut",
];
const TAKING_BACK = ["certificate.withdraw", "conflict.withdraw", "order.cancel"];

for (const scenario of ["first-year", "us-japan", "us-japan-2025"]) {
  describe(`the lists of ${scenario}`, () => {
    let served: ServedOffice;
    let raw: RawCount;

    before(async () => {
      served = await serveScenario(scenario, { whoAsks });
      const { notes } = served.office.record.view;
      raw = new RawCount(await rawEntries(served), (index) => notes[index]?.act);
    });

    after(() => served.close());

    test("[AU1] have what a count over the raw entries has", async () => {
      const required: Readonly<Record<string, readonly number[]>> = {
        refusals: raw.refusals(),
        payments: raw.payments(),
        "self-executed": raw.selfExecuted(),
        "back-dated": raw.backDated(),
        "same-side": raw.sameSide(["US", "JP"]),
        overrides: raw.inSpite(),
        waivers: raw.ofTypes(...WAIVING),
        "side-letters": raw.ofTypes("sideletter.grant", "sideletter.elect"),
        corrections: raw.ofTypes("correction.post", "valuation.review", ...TAKING_BACK),
      };
      for (const [name, entries] of Object.entries(required)) {
        const items = await itemsOf(served, name);
        const found = items.map(({ entry }) => entry).toSorted((a, b) => a - b);
        assert.deepEqual(found, entries, name);
      }
    });

    test("[AU2] are counted on the desk as they are", async () => {
      type Desk = {
        readonly items: readonly { readonly name: string; readonly counts: Counted }[];
      };
      const { items } = await get<Desk>(served, "/api/v1/audit/lists");
      assert.equal(items.length, 15);
      for (const { name, counts } of items) {
        const all = await itemsOf(served, name);
        assert.equal(counts.total, all.length, name);
        for (const { year, count } of counts.years) {
          assert.equal(all.filter(({ on }) => on.startsWith(year)).length, count, name);
        }
        for (const { text } of all) {
          assert.doesNotMatch(text.en + text.ja, /\?|undefined|\{/, name);
          assert.match(text.ja, /[ぁ-んァ-ヶ一-龠]/, name);
        }
      }
    });
  });
}

describe("the auditor's desk", () => {
  let served: ServedOffice;
  before(async () => {
    served = await serveScenario("first-year", { whoAsks });
  });
  after(() => served.close());

  type Sample = {
    readonly record: { readonly size: number };
    readonly size: number;
    readonly population: { readonly count: number; readonly minor: string };
    readonly items: readonly {
      readonly journal: string;
      readonly entry: number;
      readonly minor: string;
      readonly hits: number;
    }[];
  };

  test("[AU30] draws the same sample again, also when the record has grown", async () => {
    const asked = "/api/v1/audit/samples?method=monetaryUnit&seed=2026&size=8&knownAt=100";
    const sample = await get<Sample>(served, asked);
    assert.deepEqual(await get<Sample>(served, asked), sample);
    assert.equal(sample.record.size, 101);
    const hits = sample.items.reduce((sum, item) => sum + item.hits, 0);
    assert.equal(hits, 8);
  });

  test("[AU30] draws from all lines of an account, and from what is behind a number", async () => {
    const asked = "/api/v1/audit/samples?method=attribute&seed=x&size=2000&account=1010";
    const { items, population } = await get<Sample>(served, asked);
    const lines = served.office.record.view.chronicle.postings.flatMap(({ journal }) =>
      journal.postings.filter(({ account, currency }) => account === "1010" && currency === "USD"),
    );
    assert.equal(population.count, lines.length);
    assert.deepEqual(
      items.map(({ minor }) => BigInt(minor)),
      lines.map(({ minor }) => minor),
    );
    type Page = {
      readonly cells: readonly { id: string; value: { kind: string; minor: string } }[];
    };
    const { cells } = await get<Page>(served, "/api/v1/page");
    let sampled = 0;
    for (const { id, value } of cells) {
      if (value.kind !== "money") continue;
      const path = `/api/v1/audit/samples?method=attribute&seed=x&size=2000&cell=${id}`;
      const response = await served.app.request(path);
      if (response.status === 422) continue;
      const sample = (await response.json()) as Sample;
      const sum = sample.items.reduce((all, { minor }) => all + BigInt(minor), 0n);
      assert.equal(sum, BigInt(value.minor), id);
      sampled++;
    }
    assert.ok(sampled > 10, String(sampled));
  });

  test("[AU32] refuses an aim that cannot be met, and says why", async () => {
    const base = "/api/v1/audit/samples?method=attribute&seed=x";
    for (const [query, code] of [
      ["&tolerableBps=100&expectedBps=100", "sample_wrong"],
      ["&tolerableBps=10&expectedBps=9&confidence=99", "sample_too_large"],
      ["&cell=no-such-number", "unknown_id"],
    ] as const) {
      const response = await served.app.request(base + query);
      assert.equal(((await response.json()) as { code: string }).code, code);
    }
  });

  type Evidence = {
    readonly act?: { readonly id: string };
    readonly steps: readonly {
      readonly entry: number;
      readonly kind: string;
      readonly said?: string;
      readonly signatures: readonly { readonly isValid: boolean }[];
      readonly leafHash: string;
      readonly proof?: { readonly size: number; readonly hashes: readonly string[] };
    }[];
  };

  test("[AU40] leads from a journal entry to signatures and proofs of inclusion", async () => {
    const { fund } = served.office;
    const sample = "/api/v1/audit/samples?method=monetaryUnit&seed=7&size=12";
    const { items } = await get<Sample>(served, sample);
    for (const { journal, entry } of items) {
      const id = encodeURIComponent(journal);
      const evidence = await get<Evidence>(served, `/api/v1/audit/evidence?of=journal&id=${id}`);
      assert.ok(evidence.steps.some((step) => step.entry === entry));
      for (const step of evidence.steps) {
        assert.deepEqual(
          step.signatures.filter(({ isValid }) => !isValid),
          [],
        );
        const [leaf] = await fund.entries(step.entry, step.entry + 1);
        const hash = base64Decode(step.leafHash)!;
        assert.deepEqual(hash, leafHash(leaf!, nativeSha256));
        const { proof } = step;
        if (proof === undefined) continue;
        const root = fund.rootAt(proof.size)!;
        const hashes = proof.hashes.map((each) => base64Decode(each)!);
        const claim = { index: step.entry, size: proof.size, leaf: hash, root };
        const checked = verifyInclusion(claim, hashes, nativeSha256);
        assert.ok(checked.ok);
      }
    }
  });

  test("[AU40] has the approvals of a decision, and what made it final", async () => {
    const { state } = served.office.record.view;
    const paid = [...state.acts.values()].find(
      ({ act, executed }) => act.type === "investment.close" && executed !== undefined,
    )!;
    const { steps } = await get<Evidence>(served, `/api/v1/audit/evidence?of=act&id=${paid.id}`);
    const kinds = steps.map(({ kind }) => kind);
    assert.equal(kinds[0], "proposal");
    assert.equal(kinds.at(-1), "finality.record");
    assert.equal(kinds.at(-2), "execution");
    assert.deepEqual(
      steps.filter(({ kind }) => kind === "approval").map(({ entry }) => entry),
      paid.decisions.map(({ entry }) => entry),
    );
  });

  test("lists are for auditors and officers, and for nobody else", async () => {
    for (const role of ["partner", "citizen"] as const) {
      const person: Person = { subject: `test#${role}`, name: role, role };
      const { app, close } = await serveScenario("paying-late", {
        whoAsks: () => Promise.resolve(person),
      });
      for (const path of ["lists", "lists/payments", "samples?method=attribute&seed=1"]) {
        assert.equal((await app.request(`/api/v1/audit/${path}`)).status, 403);
      }
      await close();
    }
  });
});
