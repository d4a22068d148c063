/**
 * What becomes of an act in a projection: the program does it (`carried`); no money follows from it
 * (`form`); or it would move money, and nobody is assumed to do it (`leftOut`).
 */
export type ActTreatment = "carried" | "form" | "leftOut";

const CARRIED = [
  ...["commitment.accept", "capital.call", "capital.receive", "party.admit", "class.open"],
  ...["order.place", "order.price"],
  ...["investment.recommend", "investment.select", "investment.close", "investment.advance"],
  ...["milestone.certify", "investment.income", "investment.dispose", "investment.proceeds"],
  ...["valuation.submit", "nav.strike", "fee.pay", "expense.book", "expense.pay"],
  ...["reserve.set", "reserve.release", "distribution.determine", "distribution.declare"],
  ...["carry.pay", "carry.clawback", "carry.return", "payment.release", "fx.fix", "rate.fix"],
  ...["facility.enter", "facility.draw", "facility.receive", "facility.repay"],
  ...["facility.prepay", "facility.close", "covenant.cure"],
];

const FORM = [
  ...["charter.adopt", "key.enrol", "key.rotate", "key.revoke", "appointment.seat"],
  ...["conflict.declare", "conflict.withdraw", "instruction.record", "contribution.appraise"],
  ...["vehicle.create", "vehicle.dissolve", "certificate.withdraw", "investment.sponsorFunded"],
  ...["obligation.record", "obligation.fulfil", "pipeline.apply", "bank.statement"],
  ...["period.close", "deleverage.plan", "event.record", "claim.file", "dispute.open"],
  ...["dispute.escalate", "deadlock.declare", "deadlock.advise", "delegation.set"],
  ...["delegation.revoke", "audit.finding", "audit.answer", "audit.close", "audit.opinion"],
  ...["exit.notice", "opening.balances"],
];

const LEFT_OUT = [
  ...["charter.amend", "emergency.freeze", "emergency.unfreeze", "party.withdraw"],
  ...["commitment.increase", "commitment.release", "capital.defer", "capital.excuse"],
  ...["capital.optOut", "capital.fundShortfall", "capital.remedy", "capital.return"],
  ...["capital.trueUp", "capital.contributeInKind", "investment.followOn"],
  ...["investment.overrun", "investment.fundOverrun", "incentive.receive"],
  ...["investment.capitalReturned", "investment.writeOff", "valuation.challenge"],
  ...["valuation.review", "order.cancel", "dealing.suspend"],
  ...["dealing.resume", "fee.waive", "class.close", "recoupment.interpret"],
  ...["recoupment.renegotiate", "fx.convert", "hedge.open", "hedge.mark", "hedge.close"],
  ...["hedge.receive", "correction.post", "facility.amend", "facility.refinance"],
  ...["facility.accelerate", "guarantee.grant", "guarantee.call", "covenant.waive"],
  ...["claim.settle", "dispute.escrow", "dispute.award", "deadlock.resolve"],
  ...["sideletter.grant", "sideletter.elect", "exit.offer", "exit.accept", "exit.settle"],
  ...["interest.transfer", "winddown.start", "winddown.distribute", "winddown.close"],
];

/** Every act type by its treatment; a test holds it against the catalogue of acts. */
export const ACT_TREATMENTS: ReadonlyMap<string, ActTreatment> = new Map([
  ...CARRIED.map((type) => [type, "carried"] as const),
  ...FORM.map((type) => [type, "form"] as const),
  ...LEFT_OUT.map((type) => [type, "leftOut"] as const),
]);
