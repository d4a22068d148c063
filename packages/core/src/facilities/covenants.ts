import { PersistentMap } from "../base/persistent-map.ts";
import type { LocalDate } from "../calendar/date.ts";
import type { CovenantStanding, Standing, Waiver } from "./covenant-ladder.ts";

/** How a breach is to be mended: money called from the parties, or investments sold. */
export type CurePlan = {
  /** Id of the act that put it on record. */
  readonly id: string;
  readonly covenant: string;
  readonly by: "call" | "sale";
  readonly currency: string;
  /** What is to come in, minor units. */
  readonly minor: bigint;
  /** Investments to be sold; none for a call. */
  readonly investments: readonly string[];
  readonly due: LocalDate;
};

export type GrantedWaiver = Waiver & { readonly actId: string };

export type CovenantRecord = {
  /** Undefined until the first test. */
  readonly standing?: CovenantStanding;
  readonly waivers: readonly GrantedWaiver[];
  readonly plans: readonly CurePlan[];
};

export type CovenantEvent =
  | {
      readonly kind: "covenantStepped";
      readonly covenant: string;
      readonly from: Standing;
      readonly standing: CovenantStanding;
      /** The ratio that was tested, as "numerator/denominator"; none where it has no value. */
      readonly ratio?: string;
    }
  | {
      readonly kind: "covenantWaived";
      readonly covenant: string;
      readonly waiver: GrantedWaiver;
    }
  | { readonly kind: "curePlanned"; readonly plan: CurePlan };

/** By the covenant's id in the charter. */
export type Covenants = PersistentMap<CovenantRecord>;

export const noCovenants: Covenants = PersistentMap.empty;

const unknown: CovenantRecord = { waivers: [], plans: [] };

export const covenantRecord = (covenants: Covenants, id: string): CovenantRecord =>
  covenants.get(id) ?? unknown;

/** Where a covenant stands; `clear` before its first test. */
export const stepOf = (covenants: Covenants, id: string): Standing =>
  covenants.get(id)?.standing?.step ?? "clear";

export function evolveCovenants(covenants: Covenants, event: CovenantEvent): Covenants {
  const id = event.kind === "curePlanned" ? event.plan.covenant : event.covenant;
  const record = covenantRecord(covenants, id);
  switch (event.kind) {
    case "covenantStepped":
      return covenants.set(id, { ...record, standing: event.standing });
    case "covenantWaived":
      return covenants.set(id, { ...record, waivers: [...record.waivers, event.waiver] });
    case "curePlanned":
      return covenants.set(id, { ...record, plans: [...record.plans, event.plan] });
  }
}
