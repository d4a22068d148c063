import { ok } from "../../base/result.ts";
import { Schema } from "../../base/schema.ts";
import { indexOf } from "../charter-index.ts";
import { rejection } from "../rejection.ts";
import { checkOwnParty, governanceAct, identifier } from "./governance-act.ts";

/** `appointment.seat`: an officer of the seat's party sits there, or nobody any more (G2, G7). */
export const appointmentSeat = governanceAct({
  type: "appointment.seat",
  nature: "decision",
  schema: Schema.object({ seat: identifier, officer: Schema.nullable(identifier) }),
  check(state, inHand) {
    const { body, clause } = inHand;
    const seat = indexOf(state.charter).seats.get(body.seat);
    if (seat === undefined) return rejection("seat_unknown", clause, { actual: body.seat });
    const holder = state.seats.get(seat.id) ?? null;
    if (holder === body.officer) {
      return rejection("seat_unchanged", clause, { seat: seat.id, actual: holder });
    }
    if (body.officer !== null) {
      const officer = state.officers.get(body.officer);
      if (officer === undefined) {
        return rejection("officer_unknown", clause, { officer: body.officer });
      }
      if (officer.party !== seat.party) {
        const facts = { officer: officer.id, actual: officer.party, required: seat.party };
        return rejection("officer_of_other_party", clause, facts);
      }
      if (officer.key === undefined) {
        return rejection("officer_without_key", clause, { officer: officer.id });
      }
    }
    return checkOwnParty(state, inHand, seat.party);
  },
  effects(_state, { body: { seat, officer } }) {
    return ok([
      officer === null ? { kind: "seatVacated", seat } : { kind: "seatFilled", seat, officer },
    ]);
  },
});
