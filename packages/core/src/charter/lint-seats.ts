import type { JsonPath } from "../base/json.ts";
import { principalSeats, sovereignsOf } from "./approval-reach.ts";
import type { Seat } from "./charter.ts";
import type { LintContext } from "./lint-context.ts";

/** Parties, bodies and their seats [CH40]–[CH42]. */
export function lintSeats(context: LintContext): void {
  const { charter } = context;
  const sovereigns = sovereignsOf(charter);
  if (sovereigns.length === 0) context.error("sovereign_missing", ["parties"]);
  if (!charter.parties.some(({ kind }) => kind === "operator")) {
    context.error("operator_missing", ["parties"]);
  }
  for (const [index, { id, seats, threshold }] of charter.parties.entries()) {
    const path = ["parties", index];
    for (const [seat, { party }] of seats.entries()) {
      if (party === id) continue;
      const facts = { actual: party, required: id };
      context.error("seat_of_other_party", [...path, "seats", seat, "party"], facts);
    }
    const most = principalSeats(seats).length;
    if (threshold > most) {
      const facts = { actual: threshold, required: most };
      context.error("threshold_unreachable", [...path, "threshold"], facts);
    }
    lintAlternates(context, seats, [...path, "seats"]);
  }
  for (const [index, { seats, quorum }] of charter.bodies.entries()) {
    const path = ["bodies", index];
    const principal = principalSeats(seats);
    if (quorum.seats > principal.length) {
      const facts = { actual: quorum.seats, required: principal.length };
      context.error("quorum_unreachable", [...path, "quorum", "seats"], facts);
    }
    for (const sovereign of sovereigns) {
      const theirs = principal.filter(({ party }) => party === sovereign).length;
      if (quorum.eachSovereign <= theirs) continue;
      const facts = { actual: quorum.eachSovereign, required: theirs, party: sovereign };
      context.error("quorum_unreachable", [...path, "quorum", "eachSovereign"], facts);
    }
    lintAlternates(context, seats, [...path, "seats"]);
  }
}

function lintAlternates(context: LintContext, seats: readonly Seat[], path: JsonPath): void {
  const byId = new Map(seats.map((seat) => [seat.id, seat]));
  const namedBy = new Map<string, string>();
  for (const [index, { id, party, alternate }] of seats.entries()) {
    if (alternate === undefined) continue;
    const at = [...path, index, "alternate"];
    const other = byId.get(alternate);
    if (other === undefined) {
      context.refer("seat", alternate, new Set(byId.keys()), at);
      continue;
    }
    if (other.party !== party) {
      const facts = { actual: other.party, required: party, seat: alternate };
      context.error("alternate_of_other_party", at, facts);
    }
    const first = namedBy.get(alternate);
    if (first !== undefined) context.error("alternate_shared", at, { seat: alternate, first });
    namedBy.set(alternate, id);
    const cycle = cycleFrom(id, byId);
    if (cycle !== undefined) context.error("alternate_cyclic", at, { seats: cycle });
    else if (other.alternate !== undefined) {
      context.error("alternate_chained", at, { seat: alternate, alternate: other.alternate });
    }
  }
}

/** The seats from one back to itself along alternates, or undefined. */
function cycleFrom(start: string, byId: ReadonlyMap<string, Seat>): readonly string[] | undefined {
  const cycle: string[] = [start];
  let next = byId.get(start)?.alternate;
  while (next !== undefined && next !== start && !cycle.includes(next)) {
    cycle.push(next);
    next = byId.get(next)?.alternate;
  }
  return next === start ? cycle : undefined;
}
