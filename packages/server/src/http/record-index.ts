import type {
  Contested,
  PostedEntry,
  Recorded,
  RecordedAct,
} from "@jointfund/core/fund/chronicle.ts";
import type { Effects } from "@jointfund/core/fund/effects.ts";
import type { FundState } from "@jointfund/core/fund/state.ts";
import { HolderIndex } from "@jointfund/core/statements/holder-index.ts";
import { NoticeIndex } from "@jointfund/core/statements/notice-index.ts";
import { actBehind } from "../page/act-effects.ts";

export type Refused = Extract<Contested, { readonly kind: "refused" }>;
type Stepped = Extract<Contested, { readonly kind: "covenantStepped" }>;

/** What acts can be looked for by; each is one of their lists. */
export type ActQuery = {
  readonly type?: string;
  readonly investment?: string;
  readonly status?: string;
  readonly nature?: "decision" | "fact";
  readonly party?: string;
  readonly year?: number;
  /** The types whose rule stands under the clause that is asked for. */
  readonly types?: readonly string[];
};

type Entered = { readonly entry: number };

/** Lists by a name, each in the order of the record. */
class Lists<T extends Entered> {
  readonly #lists = new Map<string, T[]>();

  of(name: string): readonly T[] {
    return this.#lists.get(name) ?? [];
  }

  add(name: string, item: T): void {
    const list = this.#lists.get(name);
    if (list === undefined) this.#lists.set(name, [item]);
    else list.push(item);
  }

  /** How many each list has before an entry, in the order of its first. */
  countsIn(size: number): ReadonlyMap<string, number> {
    const counts = [...this.#lists].map(([name, list]) => [name, countBefore(list, size)] as const);
    return new Map(counts.filter(([, count]) => count > 0));
  }

  /** Puts an item before those that were recorded later. */
  insert(name: string, item: T): void {
    const list = this.#lists.get(name) ?? [];
    list.splice(countBefore(list, item.entry), 0, item);
    this.#lists.set(name, list);
  }
}

/** Numbers of acts, all in all and by name; none that is nothing. */
export type ActCounts = {
  readonly decisions: number;
  readonly facts: number;
  readonly byType: ReadonlyMap<string, number>;
  readonly byBasis: ReadonlyMap<string, number>;
  readonly byProposer: ReadonlyMap<string, number>;
  readonly byYear: ReadonlyMap<string, number>;
  /** Acts that came to their end, by status. */
  readonly ended: ReadonlyMap<string, number>;
};

/** How many of a list in the order of the record came before an entry. */
export function countBefore(list: readonly Entered[], entry: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (list[middle]!.entry < entry) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** What stands in a list of a record of that size. */
function upTo<T extends Entered>(list: readonly T[], size: number): readonly T[] {
  const count = countBefore(list, size);
  return count === list.length ? list : list.slice(0, count);
}

/** What a view knows of its acts. */
type ActsOfView = { readonly state: FundState; readonly chronicle: Recorded };

/** Facts that a distributor reports of what a holder has asked for (H53). */
const ABOUT_ORDERS: ReadonlySet<string> = new Set(["order.place", "order.cancel"]);

/** Statuses that an act never leaves. */
const LAST: ReadonlySet<string> = new Set(["executed", "lapsed", "refused", "vetoed"]);

/**
 * Where things stand in the record, kept while it is replayed, so that no list has to look through
 * all of it. It serves earlier records too: they see what came before their size.
 */
export class RecordIndex {
  readonly #acts: RecordedAct[] = [];
  readonly #decisions: RecordedAct[] = [];
  readonly #facts: RecordedAct[] = [];
  readonly #byType = new Lists<RecordedAct>();
  readonly #byInvestment = new Lists<RecordedAct>();
  readonly #byEnd = new Lists<RecordedAct>();
  readonly #byBasis = new Lists<RecordedAct>();
  readonly #byProposer = new Lists<RecordedAct>();
  readonly #byParty = new Lists<RecordedAct>();
  readonly #byYear = new Lists<RecordedAct>();
  /** The entries in which acts ended, by how. */
  readonly #ends = new Lists<Entered>();
  readonly #postings = new Lists<PostedEntry>();
  readonly #refusals: Refused[] = [];
  readonly #steps = new Lists<Stepped>();
  /** These three are of the newest record alone. */
  readonly notices = new NoticeIndex();
  readonly holders = new HolderIndex();
  readonly #orderActs = new Map<string, RecordedAct>();
  #postingsSeen = 0;
  #contestedSeen = 0;

  /** Takes in what an entry did, once the chronicle has. */
  take(effects: Effects, chronicle: Recorded, state: FundState): void {
    const { acts, postings, contested, entries } = chronicle;
    this.holders.take(effects, state);
    this.notices.take(effects, { chronicle, state, entry: entries - 1 });
    for (const event of effects) {
      if (event.kind === "actProposed" || event.kind === "factRecorded") {
        this.#bringIn(acts.get(event.id)!, state);
      } else if (event.kind === "actExecuted" || event.kind === "actEnded") {
        const status = event.kind === "actEnded" ? event.status : "executed";
        this.#byEnd.insert(status, acts.get(event.id)!);
        this.#ends.add(status, { entry: entries - 1 });
      }
    }
    for (; this.#postingsSeen < postings.length; this.#postingsSeen++) {
      const posted = postings[this.#postingsSeen]!;
      this.#postings.add(actBehind(posted), posted);
    }
    for (; this.#contestedSeen < contested.length; this.#contestedSeen++) {
      const line = contested[this.#contestedSeen]!;
      if (line.kind === "refused") this.#refusals.push(line);
      else if (line.kind === "covenantStepped") this.#steps.add(line.covenant, line);
    }
  }

  #bringIn(recorded: RecordedAct, { officers }: FundState): void {
    const { act, kind } = recorded;
    this.#acts.push(recorded);
    (kind === "proposal" ? this.#decisions : this.#facts).push(recorded);
    this.#byType.add(act.type, recorded);
    this.#byBasis.add(act.basis, recorded);
    this.#byProposer.add(act.proposer, recorded);
    const party = officers.get(act.proposer)?.party;
    if (party !== undefined) this.#byParty.add(party, recorded);
    this.#byYear.add(act.effectiveDate.slice(0, 4), recorded);
    if (ABOUT_ORDERS.has(act.type)) {
      for (const hash of act.evidence) this.#orderActs.set(hash, recorded);
    }
    const { investment } = act.body;
    if (typeof investment === "string") this.#byInvestment.add(investment, recorded);
  }

  /** How many acts a record of that size has by what they say of themselves. */
  countsIn(size: number): ActCounts {
    return {
      decisions: countBefore(this.#decisions, size),
      facts: countBefore(this.#facts, size),
      byType: this.#byType.countsIn(size),
      byBasis: this.#byBasis.countsIn(size),
      byProposer: this.#byProposer.countsIn(size),
      byYear: this.#byYear.countsIn(size),
      ended: this.#ends.countsIn(size),
    };
  }

  /** Acts on orders by the requests that they cite as evidence. */
  get orderActs(): ReadonlyMap<string, RecordedAct> {
    return this.#orderActs;
  }

  /** Statements that were refused, in the order of the record. */
  get refusals(): readonly Refused[] {
    return this.#refusals;
  }

  /**
   * Lists that hold every act that is asked for, each once and in the order of the record, and as
   * few others as there are lists for; they may go on behind an earlier record.
   */
  actsFor(query: ActQuery, of: ActsOfView): readonly (readonly RecordedAct[])[] {
    const { type, types, investment, status, nature, party, year } = query;
    const choices: (readonly (readonly RecordedAct[])[])[] = [
      [nature === undefined ? this.#acts : nature === "fact" ? this.#facts : this.#decisions],
    ];
    if (type !== undefined) choices.push([this.#byType.of(type)]);
    if (types !== undefined) choices.push(types.map((each) => this.#byType.of(each)));
    if (investment !== undefined) choices.push([this.#byInvestment.of(investment)]);
    if (status !== undefined) choices.push([this.#withStatus(status, of)]);
    if (party !== undefined) choices.push([this.#byParty.of(party)]);
    if (year !== undefined) choices.push([this.#byYear.of(String(year))]);
    const length = (lists: readonly (readonly RecordedAct[])[]): number =>
      lists.reduce((sum, list) => sum + list.length, 0);
    return choices.reduce((least, lists) => (length(lists) < length(least) ? lists : least));
  }

  #withStatus(status: string, { state, chronicle }: ActsOfView): readonly RecordedAct[] {
    if (status === "recorded") return this.#facts;
    if (LAST.has(status)) return this.#byEnd.of(status);
    return [...state.openActs.keys()]
      .map((id) => chronicle.acts.get(id)!)
      .toSorted((a, b) => a.entry - b.entry);
  }

  /** Every act of the newest record. */
  get allActs(): readonly RecordedAct[] {
    return this.#acts;
  }

  /** The types of the acts in a record of that size. */
  typesIn(size: number): readonly string[] {
    return [...this.#byType.countsIn(size).keys()];
  }

  /** Those of a type, in a record of that size. */
  actsOfType(type: string, size: number): readonly RecordedAct[] {
    return upTo(this.#byType.of(type), size);
  }

  actsAbout(investment: string, size: number): readonly RecordedAct[] {
    return upTo(this.#byInvestment.of(investment), size);
  }

  postingsOf(act: string, size: number): readonly PostedEntry[] {
    return upTo(this.#postings.of(act), size);
  }

  stepsOf(covenant: string, size: number): readonly Stepped[] {
    return upTo(this.#steps.of(covenant), size);
  }
}
