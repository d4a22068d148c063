/**
 * Every act type with its nature: what a charter must have rules for. A test holds it against the
 * catalogue of definitions, which cannot be asked here because amendments are judged by both.
 */
export const actTypes: ReadonlyMap<string, "decision" | "fact"> = new Map([
  ["charter.adopt", "decision"],
  ["charter.amend", "decision"],
  ["key.enrol", "decision"],
  ["key.rotate", "decision"],
  ["key.revoke", "decision"],
  ["appointment.seat", "decision"],
  ["conflict.declare", "fact"],
  ["instruction.record", "decision"],
  ["emergency.freeze", "decision"],
  ["emergency.unfreeze", "decision"],
  ["commitment.accept", "decision"],
  ["capital.call", "decision"],
  ["capital.receive", "fact"],
  ["investment.recommend", "decision"],
  ["investment.select", "decision"],
  ["investment.close", "decision"],
  ["investment.advance", "decision"],
  ["valuation.submit", "fact"],
  ["investment.income", "fact"],
  ["nav.strike", "decision"],
  ["distribution.determine", "decision"],
  ["distribution.declare", "decision"],
  ["payment.release", "decision"],
]);
