import { rate } from "@jointfund/projection/assumptions/rate-text.ts";
import type { Project } from "@jointfund/projection/assumptions/assumptions.ts";
import { committedTo, enterFacility, loanTerms } from "./borrowing-acts.ts";
import type { SoldFor } from "./path-steps.ts";
import type { Replay } from "./replay.ts";

/**
 * What projects owe by themselves. A program counts it by what the fund has paid for each; here it
 * is owed by a vehicle of the project's own, without interest, and the vehicle keeps the money.
 * All of that is for look-through alone, which counts the debt of what is held [PJ108].
 */

const vehicleOf = (project: string): string => `${project}-vehicle`;
const facilityOf = (project: string): string => `${project}-debt`;

const owes = ({ projectDebt }: Project): boolean => rate(projectDebt) > 0;

export function foundVehicles({ acts, charter, path }: Replay): void {
  for (const project of path.assumptions.projects.filter(owes)) {
    acts.decide("vehicle.create", {
      ...{ vehicle: vehicleOf(project.id), kind: "project", currency: acts.currency },
      ...{ owner: charter.capital.vehicle, name: { ...project.name } },
    });
  }
}

export function enterProjectDebt(replay: Replay): void {
  for (const project of replay.path.assumptions.projects.filter(owes)) {
    const { id, projectDebt } = project;
    const limit = BigInt(Math.ceil(rate(projectDebt) * Number(committedTo(replay, id)))) + 1n;
    const of = { id: facilityOf(id), kind: "project", vehicle: vehicleOf(id) } as const;
    enterFacility(replay, of, { ...loanTerms(replay, limit), rate: "0", commitmentFee: "0" });
  }
}

export function openProjectDebt({ acts, path }: Replay): void {
  for (const { id } of path.assumptions.projects.filter(owes)) {
    acts.execute(facilityOf(id), "facility.enter");
  }
}

/**
 * The project's lenders pay with the fund. Only the first of it is asked for: what they pay later
 * is a fact, as an advance is that the fund owes.
 */
export function lendToProject({ acts, path, whole }: Replay, id: string, drawn: number): void {
  const project = path.assumptions.projects.find((each) => each.id === id)!;
  const minor = whole.take(facilityOf(id), rate(project.projectDebt) * drawn);
  if (minor <= 0n) return;
  const money = { facility: facilityOf(id), currency: acts.currency, amount: acts.text(minor) };
  const as = `lent-${id}`;
  if (!acts.has(as)) acts.decide("facility.draw", { ...money, due: acts.on }, { as });
  acts.report("facility.receive", { ...money, drawing: `$${as}` });
}

/** What is sold takes its part of the project's debt with it. */
export function sellProjectDebt(
  replay: Replay,
  { why, id, index }: { readonly why: SoldFor; readonly id: string; readonly index: number },
): void {
  const { acts, path, whole } = replay;
  const project = path.assumptions.projects.find((each) => each.id === id)!;
  if (!owes(project)) return;
  const facility = facilityOf(id);
  const share = path.steps[index]!.sales[why].shares.get(id) ?? 0;
  const minor = -whole.take(facility, -share * whole.sumOf(facility));
  const amount = share >= 1 ? `= principalOf("${facility}")` : acts.text(minor);
  const as = `relieved-${why}-${id}-${index}`;
  acts.decide("facility.prepay", { facility, currency: acts.currency, amount }, { as });
  acts.pay(as);
}
