import type { Json } from "@jointfund/core/base/canonical.ts";
import { addDays } from "@jointfund/core/calendar/date.ts";
import { PARTY_GROUPS } from "@jointfund/core/charter/charter.ts";
import { actTypes } from "@jointfund/core/fund/act-types.ts";
import type { FundState } from "@jointfund/core/fund/state.ts";
import { EVIDENCE } from "../act-test.ts";
import { finalise } from "../chronicles.ts";
import type { ActDraft, DemonstrationFund } from "../demonstration-fund.ts";
import { plausibleActs } from "../plausible-acts.ts";
import { plausibleCharges } from "../plausible-charges.ts";
import { plausibleDealing } from "../plausible-dealing.ts";
import type { Choice } from "./choice.ts";
import { drafts } from "./drafts.ts";

/** Lives of funds under made charters, at random. */

/** What a life leads up to, and chance alone would seldom reach among all that could come. */
const LEADING: ReadonlySet<string> = new Set([
  ...["commitment.accept", "capital.call", "capital.receive", "facility.draw", "facility.receive"],
  ...["investment.recommend", "investment.select", "milestone.certify", "investment.close"],
  ...["investment.income", "valuation.submit", "distribution.determine", "distribution.declare"],
  ...["payment.release", "fee.pay", "carry.pay", "nav.strike", "facility.enter"],
  ...["class.open", "order.place", "order.price", "sideletter.grant"],
]);

/** Officers of the example charter, whom plausible acts name, by whom a made one has for them. */
const ROLES: readonly (readonly [RegExp, string])[] = [
  [/^us-/, "AA"],
  [/^jp-/, "BB"],
  [/^cu-/, "CUS"],
  [/^va-/, "VAL"],
  [/^ca-/, "CAL"],
  [/^au-/, "AUD"],
  [/^en-/, "ENG"],
  [/^le-/, "LEN"],
  [/^d[uj]-/, "DIS"],
];

/** For how many days an act that has to wait is tried again. */
const TRIES = 6;

/** A fund under a made charter, and how its life goes on. */
export class MadeLife {
  readonly fund: DemonstrationFund;
  readonly choice: Choice;
  /** Acts that were approved, or wait for it, and have not been executed yet. */
  #pending: { readonly id: string; readonly tries: number }[] = [];
  /** Sees the fund before and after whatever was accepted. */
  onStep: (before: FundState, after: FundState, draft: ActDraft) => void = () => {};
  readonly effective = new Map<string, number>();
  readonly refused = new Map<string, number>();

  constructor(fund: DemonstrationFund, choice: Choice) {
    this.fund = fund;
    this.choice = choice;
  }

  /** What most funds begin with: everybody promises, is called, and pays in all or a part. */
  begin(): void {
    const { choice, fund } = this;
    const of = (type: string): readonly ActDraft[] =>
      drafts(fund.state, choice, "1").filter((draft) => draft.type === type);
    for (const draft of of("commitment.accept")) this.attempt(draft);
    this.#pass(4);
    const [call] = of("capital.call");
    if (call === undefined) return;
    this.attempt(call);
    this.#pass(12);
    for (let n = 0; n < 12; n++) {
      const receipts = of("capital.receive");
      if (receipts.length > 0) this.attempt(choice.pick(receipts));
    }
  }

  /** One step: now and then time passes, and otherwise something happens that could. */
  step(): void {
    const { choice, fund } = this;
    if (choice.oneIn(5)) this.#pass(1 + choice.below(25));
    if (choice.oneIn(8)) finalise(fund);
    const possible = this.#possible();
    const types = [...new Set(possible.map(({ type }) => type))];
    const leading = types.filter((type) => LEADING.has(type));
    const type = choice.pick(choice.oneIn(3) || leading.length === 0 ? types : leading);
    this.attempt(choice.pick(possible.filter((draft) => draft.type === type)));
  }

  #possible(): readonly ActDraft[] {
    const { choice, fund } = this;
    const { state } = fund;
    const initial = BigInt(state.charter.capital.initial.split(".")[0]!);
    const amount = choice.pick([7n, initial / 3n, initial * 10n, 1n + initial / 1_000n]).toString();
    const borrowed = [
      ...plausibleActs(state, amount),
      ...plausibleDealing(state, amount),
      ...plausibleCharges(state, choice.pick(["159.475", "160", "160.8125"])),
    ];
    const all = [...drafts(state, choice, amount), ...borrowed.map((act) => this.#translated(act))];
    // A bank that says at random what it holds differs from the books, as the checks would tell.
    return all.filter(
      ({ type }) => type !== "bank.statement" && Object.hasOwn(state.charter.acts, type),
    );
  }

  /** An act that could come in the example's life, in the names of this charter. */
  #translated(act: ActDraft): ActDraft {
    const { charter } = this.fund.state;
    const { currency } = charter.capital;
    const other = charter.currencies.display.find((each) => each !== currency) ?? currency;
    const names: Readonly<Record<string, string>> = {
      ...{ fund: "main", USD: currency, JPY: other, US: "AA", JP: "BB", "citizens-us": "citizens" },
      ...{ "citizens-jp": "citizens", "feeder-us": "feeder", "feeder-jp": "feeder" },
      ...{ "federal-reserve": "bank-one", "bank-of-japan": "bank-two", "usd-term": "term-rate" },
    };
    const said = (json: Json): Json => {
      if (typeof json === "string") return Object.hasOwn(names, json) ? names[json]! : json;
      if (Array.isArray(json)) return json.map(said);
      if (typeof json !== "object" || json === null) return json;
      return Object.fromEntries(
        Object.entries(json).map(([key, value]) => [
          key,
          key === "name" ? this.#named() : said(value),
        ]),
      );
    };
    const party = ROLES.find(([pattern]) => pattern.test(act.by))?.[1] ?? "MGR";
    const body = said(act.body) as ActDraft["body"];
    const feeder = charter.vehicles.find(({ id }) => id === "feeder")?.currency;
    const inFeeder = act.type === "order.place" && body["currency"] !== undefined && feeder;
    return {
      ...act,
      by: party,
      body: inFeeder ? { ...body, currency: inFeeder } : body,
    };
  }

  #named(): Json {
    const { languages } = this.fund.state.charter;
    return Object.fromEntries(languages.map((language) => [language, "Site"]));
  }

  /** An officer of the party that is wanted, or of one that may propose the act. */
  #officer(type: string, wanted: string): string {
    const { charter } = this.fund.state;
    const { propose } = charter.acts[type]!;
    const may = (id: string, kind: string): boolean =>
      propose.some((name) => name === "any" || name === id || PARTY_GROUPS.get(name) === kind);
    const parties = charter.parties.filter(({ id, kind }) => may(id, kind)).map(({ id }) => id);
    const party = parties.includes(wanted) ? wanted : (parties[0] ?? wanted);
    return this.fund.officers.find((officer) => officer.party === party)?.id ?? "mgr-1";
  }

  /** Has an act reported, or proposed, approved and executed, as far as the rules let it be. */
  attempt(wanted: ActDraft): void {
    const { fund } = this;
    const draft = { ...wanted, by: this.#officer(wanted.type, wanted.by) };
    const before = fund.state;
    if (actTypes.get(draft.type) === "fact") {
      const reported = fund.submit(fund.fact(draft));
      this.#count(draft.type, reported);
      if (reported.ok) this.onStep(before, fund.state, draft);
      return;
    }
    const proposed = fund.submit(fund.proposal(draft));
    if (!proposed.ok) {
      this.#count(draft.type, proposed);
      return;
    }
    const id = fund.idOf(fund.act(draft));
    this.#consult(id);
    this.#approve(id);
    this.#execute(id, draft, 0);
  }

  #consult(actId: string): void {
    const { fund } = this;
    const { acts, bodies } = fund.state.charter;
    const type = fund.state.acts.get(actId)!.act.type;
    for (const { body } of acts[type]?.consult ?? []) {
      const seats = bodies.find(({ id }) => id === body)!.seats;
      for (const { id } of seats) {
        const officer = id.toLowerCase();
        const text = "Noted";
        const said = {
          fund: fund.charter.id,
          actId,
          officer,
          body,
          opinion: "noted",
          text,
        } as const;
        fund.submit(fund.signed({ kind: "consultation", ...said }, officer));
      }
    }
  }

  #approve(actId: string): void {
    const { fund } = this;
    for (const { id: officer } of fund.officers) {
      const record = fund.state.acts.get(actId);
      if (record?.approvedOn !== undefined || record?.ended !== undefined) return;
      fund.submit(fund.approval(actId, officer, "approve", [EVIDENCE]));
    }
  }

  #execute(id: string, draft: ActDraft, tries: number): void {
    const { fund } = this;
    const before = fund.state;
    const executed = fund.submit(fund.execution(id, fund.operator));
    this.#count(draft.type, executed);
    if (executed.ok) this.onStep(before, fund.state, draft);
    else if (fund.state.openActs.has(id) && tries < TRIES) {
      this.#pending.push({ id, tries: tries + 1 });
    }
  }

  #count(type: string, outcome: ReturnType<DemonstrationFund["submit"]>): void {
    const [counts, key] = outcome.ok
      ? [this.effective, type]
      : [this.refused, `${type}: ${outcome.error.code}`];
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }

  /** Days open, one after the other; what had to wait is tried again. */
  #pass(days: number): void {
    const { fund } = this;
    for (let day = 0; day < days; day++) {
      const next = addDays(fund.state.today, 1);
      if (!next.ok) return;
      fund.until(next.value);
      for (const { id, tries } of this.#pending.splice(0)) {
        const record = fund.state.acts.get(id);
        if (record === undefined || !fund.state.openActs.has(id)) continue;
        if (record.approvedOn === undefined) this.#approve(id);
        const { type, body } = record.act;
        this.#execute(id, { type, body, by: "" }, tries);
      }
    }
  }
}
