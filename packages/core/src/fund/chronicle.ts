import type { Contested } from "./contested/contested.ts";
import { contestedCapital } from "./contested/contested-capital.ts";
import { contestedValue } from "./contested/contested-values.ts";
import { contestedTrouble } from "./contested/contested-trouble.ts";
import type { Json } from "../base/canonical.ts";
import { ExtendedMap } from "../base/extended-map.ts";
import { FirstOfMap } from "../base/first-of-map.ts";
import { beginsAs } from "../base/followed.ts";
import { PersistentMap } from "../base/persistent-map.ts";
import { dateOf, endOfMonth, type LocalDate } from "../calendar/date.ts";
import { viewOf } from "../governance/act-view.ts";
import { speakerOf } from "../governance/authenticate.ts";
import { freezeTermsOf } from "../governance/execution.ts";
import type { Rejection } from "../governance/rejection.ts";
import type { ActRecord, GovernanceState } from "../governance/state.ts";
import type { Act, Refusal, StatementKind } from "../governance/statement.ts";
import type { Valuation } from "../investments/valuation.ts";
import type { Fixing } from "../ledger/exchange-rates.ts";
import type { JournalEntry } from "../ledger/journal.ts";
import { findCovenant } from "./debt/covenants.ts";
import type { Effects, FundEvent } from "./effects.ts";
import { decodeSignedJson } from "./entry.ts";
import type { Replayed } from "./replay.ts";
import type { FundState } from "./state.ts";

export type { Contested } from "./contested/contested.ts";

/** A set of postings and the entry of the log that made it. */
export type PostedEntry = { readonly entry: number; readonly journal: JournalEntry };

/** An act as it stands in the log; a decision's own record is in the state. */
export type RecordedAct = {
  readonly id: string;
  readonly act: Act;
  readonly entry: number;
  readonly kind: "founding" | "proposal" | "fact";
};

/** A payment that left, and the entry that released it. */
export type Release = { readonly entry: number; readonly payment: string };

/** Units that came to a holder, or with a minus left it, by the date of the act that moved them. */
export type UnitMovement = {
  readonly entry: number;
  readonly on: LocalDate;
  readonly unitClass: string;
  readonly holder: string;
  readonly microUnits: bigint;
};

/** A value that an investment was given; its own date says of when. */
export type RecordedValuation = {
  readonly entry: number;
  readonly investment: string;
  readonly valuation: Valuation;
};

/** How far the log was final, from an entry on. */
export type FinalFrom = { readonly entry: number; readonly finalSize: number };

/** How far a chronicle had come: with it, it can be had again as it was. */
export type ChronicleMark = {
  readonly postings: number;
  readonly acts: number;
  readonly contested: number;
  readonly releases: number;
  readonly finality: number;
  readonly unitMovements: number;
  readonly valuations: number;
  readonly fixings: number;
  readonly monthEnds: number;
  readonly kinds: ReadonlyMap<StatementKind, number>;
  readonly latest: FundState | undefined;
  readonly entries: number;
  readonly firstDay: LocalDate | undefined;
};

/**
 * What a replay shows besides the state that it ends in: every posting, act, dispute and release
 * with its entry. Derived, never stored; whoever replays the log gets the same.
 */
export class Chronicle {
  #postings: PostedEntry[] = [];
  #acts = new Map<string, RecordedAct>();
  /** Of a chronicle that is set out from another: the acts of that. */
  #earlierActs: ReadonlyMap<string, RecordedAct> = new Map();
  #allActs: ReadonlyMap<string, RecordedAct> | undefined;
  #contested: Contested[] = [];
  #releases: Release[] = [];
  #finality: FinalFrom[] = [];
  #unitMovements: UnitMovement[] = [];
  #valuations: RecordedValuation[] = [];
  #fixings: Fixing[] = [];
  #kinds = new Map<StatementKind, number>();
  #monthEnds: FundState[] = [];
  #latest: FundState | undefined;
  #entries = 0;
  #firstDay: LocalDate | undefined;

  /** How far it has come. */
  mark(): ChronicleMark {
    return {
      postings: this.#postings.length,
      acts: this.acts.size,
      contested: this.#contested.length,
      releases: this.#releases.length,
      finality: this.#finality.length,
      unitMovements: this.#unitMovements.length,
      valuations: this.#valuations.length,
      fixings: this.#fixings.length,
      monthEnds: this.#monthEnds.length,
      kinds: new Map(this.#kinds),
      latest: this.#latest,
      entries: this.#entries,
      firstDay: this.#firstDay,
    };
  }

  /** Another chronicle as this one was at a mark of its own; each goes on by itself. */
  asAt(mark: ChronicleMark): Chronicle {
    const then = new Chronicle();
    then.#postings = this.#postings.slice(0, mark.postings);
    const { entries } = mark;
    then.#earlierActs = new FirstOfMap(this.acts, mark.acts, ({ entry }) => entry < entries);
    then.#contested = this.#contested.slice(0, mark.contested);
    then.#releases = this.#releases.slice(0, mark.releases);
    then.#finality = this.#finality.slice(0, mark.finality);
    then.#unitMovements = this.#unitMovements.slice(0, mark.unitMovements);
    then.#valuations = this.#valuations.slice(0, mark.valuations);
    then.#fixings = this.#fixings.slice(0, mark.fixings);
    then.#monthEnds = this.#monthEnds.slice(0, mark.monthEnds);
    then.#kinds = new Map(mark.kinds);
    then.#latest = mark.latest;
    then.#entries = mark.entries;
    then.#firstDay = mark.firstDay;
    beginsAs(then.#postings, this.#postings);
    beginsAs(then.#unitMovements, this.#unitMovements);
    return then;
  }

  get entries(): number {
    return this.#entries;
  }

  /** The day of the first entry. */
  get firstDay(): LocalDate | undefined {
    return this.#firstDay;
  }

  get postings(): readonly PostedEntry[] {
    return this.#postings;
  }

  /** Every act on record by id: the founding, proposals and facts. */
  get acts(): ReadonlyMap<string, RecordedAct> {
    if (this.#earlierActs.size === 0) return this.#acts;
    this.#allActs ??= new ExtendedMap(this.#earlierActs, this.#acts);
    return this.#allActs;
  }

  get contested(): readonly Contested[] {
    return this.#contested;
  }

  get releases(): readonly Release[] {
    return this.#releases;
  }

  get finality(): readonly FinalFrom[] {
    return this.#finality;
  }

  get unitMovements(): readonly UnitMovement[] {
    return this.#unitMovements;
  }

  get valuations(): readonly RecordedValuation[] {
    return this.#valuations;
  }

  /** Every fixing of exchange rates, also those that were disputed or dated back. */
  get fixings(): readonly Fixing[] {
    return this.#fixings;
  }

  /**
   * The state as the record had it in the evening of a day: of ends of months and of the last day.
   * Of others nothing is kept, since every kept state is held in memory.
   */
  stateOn(day: LocalDate): FundState | undefined {
    if (this.#latest !== undefined && this.#latest.today <= day) return this.#latest;
    if (endOfMonth(day) !== day) return undefined;
    return this.#monthEnds.findLast(({ today }) => today <= day);
  }

  /** How many entries there are of each kind of statement. */
  get kinds(): ReadonlyMap<StatementKind, number> {
    return this.#kinds;
  }

  /** Takes in the next entry, replayed; `before` is the state that it was decided in. */
  add({ entry, effects, state }: Replayed, before: FundState | undefined): void {
    const index = this.#entries++;
    this.#firstDay ??= dateOf(entry.recordedAt);
    const { kind } = entry.statement;
    this.#kinds.set(kind, (this.#kinds.get(kind) ?? 0) + 1);
    const place: Place = { entry: index, on: dateOf(entry.recordedAt), before, after: state };
    if (entry.statement.kind === "refusal") this.#refused(entry.statement, place);
    for (const event of effects) this.#event(event, kind, place);
    if (before !== undefined && before.today.slice(0, 7) !== state.today.slice(0, 7)) {
      this.#monthEnds.push(before);
    }
    this.#latest = state;
    const on = effectiveDateOf(effects) ?? place.on;
    this.#unitMovements.push(...unitMovementsOf(place, on));
    this.#valuations.push(...valuationsOf(place));
  }

  #event(event: FundEvent, statement: StatementKind, place: Place): void {
    const { entry } = place;
    switch (event.kind) {
      case "posted":
        this.#postings.push({ entry, journal: event.entry });
        return;
      case "actProposed":
        this.#act({ id: event.id, act: event.act, entry, kind: "proposal" });
        return;
      case "factRecorded": {
        const kind = statement === "founding" ? "founding" : "fact";
        this.#act({ id: event.id, act: event.act, entry, kind });
        return;
      }
      case "paymentReleased":
        this.#releases.push({ entry, payment: event.id });
        return;
      case "exchangeRateFixed":
        this.#fixings.push(event.fixing);
        return;
      case "finalityReached":
        this.#finality.push({ entry, finalSize: place.after.trust.finalSize });
        return;
      default: {
        const { after } = place;
        const contested =
          contestedCapital(event, after) ??
          contestedValue(event, after) ??
          contestedTrouble(event, after);
        if (contested === undefined) this.#disputes(event, place);
        else this.#contested.push({ ...contested, entry, on: place.on });
      }
    }
  }

  #act(recorded: RecordedAct): void {
    this.#acts.set(recorded.id, recorded);
    this.#allActs = undefined;
  }

  #disputes(event: FundEvent, { entry, on, after }: Place): void {
    switch (event.kind) {
      case "objectionRecorded": {
        const { officer, party, power, reason } = event.objection;
        const { clause, actType, proposedBy } = aboutAct(after, event.id);
        const kind = power === "veto" ? "vetoed" : "objected";
        const act = { actId: event.id, actType, proposedBy };
        this.#contested.push({ kind, entry, on, clause, officer, party, reason, ...act });
        return;
      }
      case "recusalRecorded": {
        const { officer, reason } = event.recusal;
        const { actType } = aboutAct(after, event.id);
        this.#contested.push({
          kind: "recused",
          ...{ entry, on, officer, reason, actType },
          clause: after.charter.conflicts.clause,
          party: after.officers.get(officer)?.party ?? "",
          seats: seatsOf(after, officer),
          actId: event.id,
        });
        return;
      }
      case "actEnded": {
        // A veto stands on record as such already.
        if (event.status === "vetoed") return;
        const kind = event.status === "lapsed" ? "lapsed" : "rejected";
        const { clause, actType, proposedBy } = aboutAct(after, event.id);
        const act = { actId: event.id, actType, proposedBy };
        this.#contested.push({ kind, entry, on, clause, ...act });
        return;
      }
      case "frozen": {
        const { actId, by, until } = event.freeze;
        const { clause } = freezeTermsOf(after.charter);
        this.#contested.push({ kind: "frozen", entry, on, clause, parties: by, until, actId });
        break;
      }
      case "covenantStepped": {
        const { covenant, from, standing, ratio } = event;
        const { step } = standing;
        const tested = ratio === undefined ? {} : { ratio };
        const clause = findCovenant(after, covenant)?.clause ?? "";
        if (step === from) return;
        const stepped = { covenant, step, ...tested };
        this.#contested.push({ kind: "covenantStepped", entry, on, clause, ...stepped });
        break;
      }
      default:
    }
  }

  #refused({ refused, rejection }: Refusal, { entry, on, before }: Place): void {
    const { code, clause, facts } = rejection as unknown as Rejection;
    const signed = decodeSignedJson({
      statement: refused.statement,
      signatures: refused.signatures as unknown as Json,
    });
    const about = { kind: "refused", entry, on, clause, code, facts } as const;
    if (!signed.ok) {
      this.#contested.push({ ...about, statement: "unreadable", officer: "", party: "" });
      return;
    }
    const { statement } = signed.value;
    const officer = speakerOf(statement);
    const actId = "actId" in statement ? statement.actId : undefined;
    const record = actId === undefined ? undefined : before?.acts.get(actId);
    const act = "act" in statement ? statement.act : record?.act;
    const actType = act?.type;
    const investment = act?.body["investment"];
    this.#contested.push({
      ...about,
      statement: statement.kind,
      officer,
      party: before?.officers.get(officer)?.party ?? "",
      ...(actType === undefined ? {} : { actType }),
      ...(actId === undefined ? {} : { actId }),
      ...(typeof investment === "string" ? { investment } : {}),
    });
  }
}

/** A chronicle as it is read: what the checks and the page look at. */
export type Recorded = Pick<Chronicle, Exclude<keyof Chronicle, "add" | "mark" | "asAt">>;

type Place = {
  readonly entry: number;
  readonly on: LocalDate;
  readonly before: FundState | undefined;
  readonly after: FundState;
};

/** The business date of what an entry does to the books. */
function effectiveDateOf(effects: Effects): LocalDate | undefined {
  for (const event of effects) if (event.kind === "posted") return event.entry.effectiveDate;
  return undefined;
}

/** Whatever act moved them: what holders have after the entry less what they had before. */
function unitMovementsOf({ entry, before, after }: Place, on: LocalDate): readonly UnitMovement[] {
  const [had, has] = [before?.capital.units ?? PersistentMap.empty, after.capital.units];
  if (had === has) return [];
  const keys = new Set([...had, ...has].map(([key]) => key));
  return [...keys].flatMap((key) => {
    const microUnits = (has.get(key) ?? 0n) - (had.get(key) ?? 0n);
    if (microUnits === 0n) return [];
    const slash = key.indexOf("/");
    const [unitClass, holder] = [key.slice(0, slash), key.slice(slash + 1)];
    return [{ entry, on, unitClass, holder, microUnits }];
  });
}

function valuationsOf({ entry, before, after }: Place): readonly RecordedValuation[] {
  if (before?.investments === after.investments) return [];
  return [...after.investments].flatMap(([investment, { valuation }]) => {
    if (valuation === undefined) return [];
    const { actId } = before?.investments.get(investment)?.valuation ?? {};
    const isNew = actId !== valuation.actId;
    return isNew ? [{ entry, investment, valuation }] : [];
  });
}

function seatsOf(state: GovernanceState, officer: string): readonly string[] {
  return [...state.seats].filter(([, holder]) => holder === officer).map(([seat]) => seat);
}

function aboutAct(
  state: FundState,
  id: string,
): { readonly clause: string; readonly actType: string; readonly proposedBy: string } {
  const record: ActRecord | undefined = state.acts.get(id);
  if (record === undefined) return { clause: "", actType: "", proposedBy: "" };
  const { rule, proposerParty } = viewOf(state, record);
  return { clause: rule.clause, actType: record.act.type, proposedBy: proposerParty };
}
