import { PersistentMap } from "../../base/persistent-map.ts";
import { dateOf, type Instant, type LocalDate } from "../../calendar/date.ts";
import { catalogue } from "../../fund/catalogue.ts";
import type { Recorded } from "../../fund/chronicle.ts";
import type { FundEvent } from "../../fund/effects.ts";
import type { Replayed } from "../../fund/replay.ts";
import type { FundState } from "../../fund/state.ts";
import { viewOf } from "../../governance/act-view.ts";
import { evaluateView } from "../../governance/approval.ts";
import { speakerOf } from "../../governance/authenticate.ts";
import { isDelegated } from "../../governance/delegation.ts";

/** A change of a key or a seat, after which somebody else may speak, or with another key. */
export type SeatingChange = {
  readonly entry: number;
  readonly officer: string;
  readonly what: "keyEnrolled" | "keyRotated" | "keyRevoked" | "seated";
  /** Of a seating: the seat. */
  readonly seat?: string;
};

/** From an entry on an interest was known, or no longer was. */
export type InterestChange = {
  readonly entry: number;
  readonly holder: string;
  readonly concern: string;
  readonly isDeclared: boolean;
};

/** A checkpoint with cosignatures, and how far what it covers was final after it. */
export type FinalityNote = {
  readonly entry: number;
  readonly size: number;
  readonly mirrors: readonly string[];
  readonly witnesses: readonly string[];
  readonly finalSize: number;
  readonly witnessedSize: number;
};

/** An act that its own rule alone would not have approved. */
export type ApprovedOtherwise = {
  readonly act: string;
  readonly entry: number;
  readonly by: "delegation" | "casting";
  /** Acts that gave the delegations in force. */
  readonly delegations: readonly string[];
};

/** An entry of a journal that was put right, and by which. */
export type CorrectionNote = {
  readonly entry: number;
  readonly journal: string;
  readonly by: string;
};

/**
 * What an auditor asks of a replay beside its chronicle: who said each entry and when, and what
 * was so at that moment and is not to be seen in the state any more. Derived, never stored.
 */
export class AuditTrail {
  #recordedAt: Instant[] = [];
  #speakers: string[] = [];
  #seatings: SeatingChange[] = [];
  #interests: InterestChange[] = [];
  #finality: FinalityNote[] = [];
  #approvedOtherwise: ApprovedOtherwise[] = [];
  #corrections: CorrectionNote[] = [];
  #factConcerns = new Map<string, readonly string[]>();
  #touched: string[] = [];

  /** Another trail as this one was when it had so many entries; each goes on by itself. */
  asAt(entries: number): AuditTrail {
    const then = new AuditTrail();
    const isEarlier = ({ entry }: { readonly entry: number }): boolean => entry < entries;
    then.#recordedAt = this.#recordedAt.slice(0, entries);
    then.#speakers = this.#speakers.slice(0, entries);
    then.#seatings = this.#seatings.filter(isEarlier);
    then.#interests = this.#interests.filter(isEarlier);
    then.#finality = this.#finality.filter(isEarlier);
    then.#approvedOtherwise = this.#approvedOtherwise.filter(isEarlier);
    then.#corrections = this.#corrections.filter(isEarlier);
    // Nobody asks an earlier trail for facts that were recorded later; what is said is the same.
    then.#factConcerns = this.#factConcerns;
    return then;
  }

  /** The instant at which an entry was recorded. */
  recordedAt(entry: number): Instant {
    return this.#recordedAt[entry]!;
  }

  /** The day on which an entry was recorded. */
  dayOf(entry: number): LocalDate {
    return dateOf(this.recordedAt(entry));
  }

  /** The officer who said an entry. */
  speakerOf(entry: number): string {
    return this.#speakers[entry] ?? "";
  }

  /** Changes since the founding. */
  get seatings(): readonly SeatingChange[] {
    return this.#seatings;
  }

  get interests(): readonly InterestChange[] {
    return this.#interests;
  }

  get finality(): readonly FinalityNote[] {
    return this.#finality;
  }

  get approvedOtherwise(): readonly ApprovedOtherwise[] {
    return this.#approvedOtherwise;
  }

  get corrections(): readonly CorrectionNote[] {
    return this.#corrections;
  }

  /**
   * The acts that entries brought in or said something of, in the order of the log; of an earlier
   * trail those since it was set out from. What is told of any other act stands as it was.
   */
  get touched(): readonly string[] {
    return this.#touched;
  }

  /** Companies and parties that a reported fact concerns. A decision's are in its record. */
  concernsOfFact(id: string): readonly string[] {
    return this.#factConcerns.get(id) ?? [];
  }

  /** Takes in the next entry, replayed; `before` is the state that it was decided in. */
  add({ entry: { statement, recordedAt }, effects, state }: Replayed, before?: FundState): void {
    const entry = this.#recordedAt.length;
    this.#recordedAt.push(recordedAt);
    this.#speakers.push(speakerOf(statement));
    if (before === undefined) return;
    if ("actId" in statement) this.#touched.push(statement.actId);
    for (const event of effects) {
      if (BRINGS_OR_ENDS.has(event.kind) && "id" in event) this.#touched.push(event.id);
      this.#event(event, { entry, before, after: state });
    }
  }

  #event(event: FundEvent, { entry, before, after }: Moment): void {
    switch (event.kind) {
      case "officerEnrolled":
        this.#seatings.push({ entry, officer: event.officer.id, what: "keyEnrolled" });
        return;
      case "keyRotated":
      case "keyRevoked":
        this.#seatings.push({ entry, officer: event.officer, what: event.kind });
        return;
      case "seatFilled": {
        const { officer, seat } = event;
        this.#seatings.push({ entry, officer, what: "seated", seat });
        return;
      }
      case "conflictDeclared": {
        const { holder, concern } = event.conflict;
        this.#interests.push({ entry, holder, concern, isDeclared: true });
        return;
      }
      case "conflictWithdrawn": {
        const { holder, concern } = event;
        this.#interests.push({ entry, holder, concern, isDeclared: false });
        return;
      }
      case "finalityReached": {
        const { size, mirrors, witnesses } = event;
        const { finalSize, witnessedSize } = after.trust;
        this.#finality.push({ entry, size, mirrors, witnesses, finalSize, witnessedSize });
        return;
      }
      case "entryCorrected":
        this.#corrections.push({ entry, journal: event.entry, by: event.by });
        return;
      case "actApproved":
        this.#approved(event.id, entry, after);
        return;
      case "factRecorded": {
        const definition = catalogue.get(event.act.type);
        const body = definition?.decode(event.act.body);
        if (definition === undefined || body?.ok !== true) return;
        const concerns = definition.concerns(before, body.value);
        if (concerns.length > 0) this.#factConcerns.set(event.id, concerns);
        break;
      }
      default:
    }
  }

  /** Whether a delegate or a casting party was needed for an approval (DG2, DK5). */
  #approved(id: string, entry: number, after: FundState): void {
    const { delegations, deadlocks } = after;
    const record = after.acts.get(id);
    if (record === undefined || (delegations.length === 0 && deadlocks.size === 0)) return;
    const alone = { ...after, delegations: [], deadlocks: PersistentMap.empty };
    if (evaluateView(viewOf(alone, record)) === "met") return;
    const delegated = evaluateView(viewOf({ ...alone, delegations }, record)) === "met";
    const { type } = record.act;
    const used = delegations.filter(
      (each) => isDelegated(each, after.today) && each.actTypes.includes(type),
    );
    this.#approvedOtherwise.push({
      ...{ act: id, entry, by: delegated ? "delegation" : "casting" },
      delegations: delegated ? used.map((each) => each.id) : [],
    });
  }
}

/** Events by which an act comes in or ends, also where nobody says anything of it that day. */
const BRINGS_OR_ENDS: ReadonlySet<FundEvent["kind"]> = new Set([
  "actProposed",
  "factRecorded",
  "actApproved",
  "actExecuted",
  "actEnded",
]);

/** A trail as it is read. */
export type Trail = Pick<AuditTrail, Exclude<keyof AuditTrail, "add" | "asAt">>;

type Moment = {
  readonly entry: number;
  readonly before: FundState;
  readonly after: FundState;
};

/** What an auditor's list is made from: a replay's end, what it showed, and its trail. */
export type AuditInput = {
  readonly state: FundState;
  readonly chronicle: Recorded;
  readonly trail: Trail;
};
