import type { LocalDate } from "../calendar/date.ts";
import type { Charter } from "../charter/charter.ts";
import type { DeadlockStage } from "../charter/oversight-terms.ts";
import type { ActAmount } from "./act-definition.ts";
import type { DeadlockEvent } from "./events.ts";
import { standOn, type Stand } from "./ladder.ts";
import type { ActRecord, GovernanceState } from "./state.ts";
import type { Act } from "./statement.ts";

/** What acts of one kind are about: the same question, put again (DK2). */
export type Matter = { readonly actType: string; readonly subject: string };

/** How a deadlock ended: by agreement, by a decision on the matter, or with its ladder (DK7). */
export type DeadlockEnd = "agreed" | "decided" | "windUp" | "unresolved";

/** A matter on which the sides could not agree, on the charter's ladder. */
export type Deadlock = Matter &
  Stand & {
    /** Id of the act that declared it. */
    readonly id: string;
    /** The proposals that failed. */
    readonly rounds: readonly string[];
    /** The largest amount among them: a casting party decides on no more. */
    readonly most?: ActAmount;
    readonly declaredOn: LocalDate;
    /** Opinions of the expert. */
    readonly opinions: readonly { readonly text: string; readonly on: LocalDate }[];
    readonly ended?: { readonly on: LocalDate; readonly how: DeadlockEnd };
  };

/** Fields of bodies that say what an act is about, the first that a body has. */
const SUBJECTS = [
  "investment",
  "charter",
  "facility",
  "vehicle",
  "party",
  "class",
  "concern",
  "distribution",
  "payment",
] as const;

/** The matter of an act: its type, and what its body is about. */
export function matterOf({ type, body }: Act): Matter {
  for (const field of SUBJECTS) {
    const value = body[field];
    if (typeof value === "string") return { actType: type, subject: value };
  }
  return { actType: type, subject: "" };
}

const isSame = (a: Matter, b: Matter): boolean =>
  a.actType === b.actType && a.subject === b.subject;

/** The deadlock over a matter that has not ended, if there is one. */
export function openDeadlock(state: GovernanceState, matter: Matter): Deadlock | undefined {
  for (const deadlock of state.deadlocks.values()) {
    if (deadlock.ended === undefined && isSame(deadlock, matter)) return deadlock;
  }
  return undefined;
}

/** The stage at which a deadlock stands. */
export function stageOf(charter: Charter, { stage }: Deadlock): DeadlockStage | undefined {
  return charter.deadlock?.ladder[stage];
}

/**
 * The party that may decide an act alone because its matter is deadlocked and has come to the stage
 * of casting (DK5): that matter only, and no larger an amount than was proposed before.
 */
export function castingParty(state: GovernanceState, record: ActRecord): string | undefined {
  if (state.deadlocks.size === 0) return undefined;
  const deadlock = openDeadlock(state, matterOf(record.act));
  if (deadlock === undefined) return undefined;
  const stage = stageOf(state.charter, deadlock);
  if (stage?.remedy !== "casting" || exceeds(record.amount, deadlock.most)) return undefined;
  return stage.party;
}

/** Whether an amount is more than the most; of another currency, or where none was, it is. */
export function exceeds(amount: ActAmount | undefined, most: ActAmount | undefined): boolean {
  if (amount === undefined) return false;
  return most === undefined || amount.currency !== most.currency || amount.minor > most.minor;
}

/** What follows for deadlocks from the day: stages run out, and with the last one the ladder. */
export function deadlocksDue({ charter, deadlocks, today }: GovernanceState): DeadlockEvent[] {
  const ladder = charter.deadlock?.ladder ?? [];
  const events: DeadlockEvent[] = [];
  for (const deadlock of deadlocks.values()) {
    if (deadlock.ended !== undefined) continue;
    const { id } = deadlock;
    const { stage, since } = standOn(charter, ladder, deadlock, today);
    if (stage >= ladder.length) {
      const how = ladder.at(-1)?.remedy === "windUp" ? "windUp" : "unresolved";
      events.push({ kind: "deadlockEnded", id, on: today, how });
    } else if (stage !== deadlock.stage) {
      events.push({ kind: "deadlockMoved", id, stage, since });
    }
  }
  return events;
}

/** A decision on a deadlocked matter ends the deadlock (DK7). */
export function deadlocksDecided(state: GovernanceState, { act }: ActRecord): DeadlockEvent[] {
  const deadlock = openDeadlock(state, matterOf(act));
  if (deadlock === undefined) return [];
  return [{ kind: "deadlockEnded", id: deadlock.id, on: state.today, how: "decided" }];
}
