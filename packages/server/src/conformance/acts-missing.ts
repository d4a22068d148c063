import type { Charter } from "@jointfund/core/charter/charter.ts";
import { rate } from "@jointfund/projection/assumptions/rate-text.ts";
import { calledIn } from "./class-acts.ts";
import { Signers } from "./signers.ts";
import { CALLED_FOR, SOLD_FOR, type Path, type PathStep } from "./path-steps.ts";

/** Acts that a path needs where it does what stands beside them. */
const NEEDED: readonly (readonly [acts: readonly string[], does: (path: Path) => boolean])[] = [
  [["commitment.accept", "investment.recommend", "valuation.submit"], () => true],
  [
    ["capital.call", "capital.receive"],
    anyStep(({ called }) => CALLED_FOR.some((why) => called[why] > 0)),
  ],
  [["investment.select"], anyStep(({ selected }) => some(selected))],
  [
    ["investment.close", "milestone.certify", "payment.release"],
    anyStep(({ drawn }) => some(drawn)),
  ],
  [["investment.advance"], isAdvanced],
  [["investment.income"], anyStep(({ income }) => some(income))],
  [
    ["investment.dispose", "investment.proceeds"],
    anyStep(({ sales }) => SOLD_FOR.some((why) => some(sales[why].shares))),
  ],
  [
    ["facility.enter", "facility.draw", "facility.receive", "facility.repay", "payment.release"],
    anyStep(({ lineDrawn, bondsIssued }) => lineDrawn + bondsIssued > 0),
  ],
  [["facility.prepay"], anyStep(({ cured, sales }) => cured + repaidBySales(sales) > 0)],
  [["expense.book"], anyStep(({ expenses }) => expenses > 0)],
  [["expense.pay", "payment.release"], anyStep(({ expensesPaid }) => expensesPaid > 0)],
  [
    ["distribution.determine", "distribution.declare", "payment.release"],
    anyStep(({ distribution }) => distribution > 0),
  ],
  [["reserve.set"], anyStep(({ after }) => some(after.reserves))],
  [
    ["class.open", "party.admit", "key.enrol", "appointment.seat"],
    (path) => calledIn(path).some(({ opens }) => opens < path.steps.length),
  ],
  [["fee.pay"], anyStep(({ fees }) => [...fees.values()].some(({ paid }) => paid >= 1))],
  [["order.place", "order.price"], anyStep(({ ordered }) => some(ordered))],
  [["vehicle.create", "facility.enter", "facility.draw", "facility.receive"], owesByProject],
];

function anyStep(does: (step: PathStep) => boolean): (path: Path) => boolean {
  return ({ steps }) => steps.some(does);
}

const some = (amounts: ReadonlyMap<string, number>): boolean =>
  [...amounts.values()].some((amount) => amount > 0);

const repaidBySales = (sales: PathStep["sales"]): number =>
  SOLD_FOR.reduce((sum, why) => sum + sales[why].repaid, 0);

/** Whether a project is paid in more than one step. */
function isAdvanced({ steps, assumptions }: Path): boolean {
  return assumptions.projects.some(
    ({ id }) => steps.filter(({ drawn }) => (drawn.get(id) ?? 0) > 0).length > 1,
  );
}

function owesByProject({ assumptions, steps }: Path): boolean {
  return assumptions.projects.some(
    ({ id, projectDebt }) =>
      rate(projectDebt) > 0 && steps.some(({ drawn }) => (drawn.get(id) ?? 0) > 0),
  );
}

const needed = (path: Path): readonly string[] => [
  ...new Set(NEEDED.flatMap(([types, does]) => (does(path) ? types : []))),
];

/** Acts by which a path is played and that its charter does without [PJ100]. */
export const actsMissing = ({ acts }: Charter, path: Path): readonly string[] =>
  needed(path).filter((type) => !Object.hasOwn(acts, type));

/** Those of them that signatures alone do not bring about: a replay has no days to wait [PJ100]. */
export function actsNotSigned(charter: Charter, path: Path): readonly string[] {
  const signers = new Signers(charter);
  const played = [...needed(path), "nav.strike"];
  return played.filter((type) => Object.hasOwn(charter.acts, type) && !signers.canSign(type));
}
