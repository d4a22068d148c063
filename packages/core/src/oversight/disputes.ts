import { assert } from "../base/assert.ts";
import { PersistentMap } from "../base/persistent-map.ts";
import type { LocalDate } from "../calendar/date.ts";
import type { Charter } from "../charter/charter.ts";
import { standOn, type Stand } from "../governance/ladder.ts";

/** Cash of a vehicle that is set aside until the award, minor units. */
export type Escrow = {
  readonly vehicle: string;
  readonly currency: string;
  readonly minor: bigint;
};

/** A difference between a party and another party or vehicle, on the charter's ladder (OV10). */
export type Dispute = Stand & {
  readonly id: string;
  readonly claimant: string;
  /** The party or vehicle on the other side. */
  readonly against: string;
  /** The claim or act that it is about. */
  readonly claim?: string;
  readonly act?: string;
  readonly text: string;
  /** What is in dispute; absent where it is not about money. */
  readonly sum?: { readonly currency: string; readonly minor: bigint };
  readonly openedOn: LocalDate;
  readonly escrow: readonly Escrow[];
  /** The award: what the claimant is to get, minor units of the sum's currency. */
  readonly awarded?: { readonly on: LocalDate; readonly minor: bigint };
};

export type DisputeEvent =
  | { readonly kind: "disputeOpened"; readonly dispute: Dispute }
  | {
      readonly kind: "disputeMoved";
      readonly id: string;
      readonly stage: number;
      readonly since: LocalDate;
      /** The party that asked for it; absent where time has run out. */
      readonly by?: string;
    }
  | { readonly kind: "escrowSet"; readonly id: string; readonly escrow: Escrow }
  | {
      readonly kind: "disputeAwarded";
      readonly id: string;
      readonly on: LocalDate;
      readonly minor: bigint;
    };

export type Disputes = PersistentMap<Dispute>;

export const noDisputes: Disputes = PersistentMap.empty;

export function evolveDisputes(disputes: Disputes, event: DisputeEvent): Disputes {
  if (event.kind === "disputeOpened") return disputes.set(event.dispute.id, event.dispute);
  const dispute = disputes.get(event.id);
  assert(dispute !== undefined, `dispute ${event.id} was opened`);
  switch (event.kind) {
    case "disputeMoved": {
      const { stage, since } = event;
      return disputes.set(dispute.id, { ...dispute, stage, since });
    }
    case "escrowSet":
      return disputes.set(dispute.id, { ...dispute, escrow: [...dispute.escrow, event.escrow] });
    case "disputeAwarded": {
      const awarded = { on: event.on, minor: event.minor };
      return disputes.set(dispute.id, { ...dispute, escrow: [], awarded });
    }
  }
}

/** Disputes without an award. */
export function openDisputes(disputes: Disputes): readonly Dispute[] {
  return [...disputes.values()].filter(({ awarded }) => awarded === undefined);
}

/** Sum set aside for a dispute in one currency, minor units. */
export function escrowOf({ escrow }: Dispute, currency: string): bigint {
  return escrow.reduce((sum, each) => (each.currency === currency ? sum + each.minor : sum), 0n);
}

/**
 * What moves up the ladder on a day because a stage's time has run out (OV11). The last stage ends
 * by its award only.
 */
export function disputesDue(
  charter: Charter,
  disputes: Disputes,
  today: LocalDate,
): readonly DisputeEvent[] {
  const ladder = charter.oversight?.disputes?.ladder ?? [];
  return openDisputes(disputes).flatMap((dispute): readonly DisputeEvent[] => {
    const { stage, since } = standOn(charter, ladder.slice(0, -1), dispute, today);
    if (stage === dispute.stage) return [];
    return [{ kind: "disputeMoved", id: dispute.id, stage, since }];
  });
}
