import type {
  CalledClass,
  DealtClass,
  OpenedClass,
} from "@jointfund/projection/assumptions/assumptions.ts";
import type { LocalDate } from "@jointfund/core/calendar/date.ts";
import type { Charter } from "@jointfund/core/charter/charter.ts";
import { minorOf, sovereignsOf } from "@jointfund/core/fund/terms.ts";
import { parseRateText } from "@jointfund/projection/assumptions/rate-text.ts";
import { assert } from "@jointfund/core/base/assert.ts";
import type { Path } from "./path-steps.ts";
import type { Replay } from "./replay.ts";

/** The one partner that holds all units of a class in a replay. */
export const holderOf = (unitClass: string): string => `${unitClass}-holder`;
const seatOf = (unitClass: string): string => `${holderOf(unitClass)}-seat`;
const officerOf = (unitClass: string): string => `${holderOf(unitClass)}-officer`;
const commitmentOf = (unitClass: string): string => `commitment-${unitClass}`;

export const calledIn = (path: Pick<Path, "assumptions">): readonly CalledClass[] =>
  openedIn(path).filter((each) => each.kind === "commitments");
export const dealtIn = (path: Pick<Path, "assumptions">): readonly DealtClass[] =>
  openedIn(path).filter((each) => each.kind === "dealing");

export const openedIn = ({ assumptions }: Pick<Path, "assumptions">): readonly OpenedClass[] =>
  assumptions.classes ?? [];

/** Opens what opens in the step: the class, its holder, and what the holder promises [PJ101]. */
export function openClasses(replay: Replay, index: number): void {
  for (const opened of calledIn(replay.path)) {
    if (opened.opens === index) openClass(replay, opened);
  }
}

function openClass({ acts, charter }: Replay, { id, commitment }: CalledClass): void {
  const unitClass = charter.classes.find((each) => each.id === id);
  assert(unitClass !== undefined, `the charter has the class ${id}`);
  const [party, seat, officer] = [holderOf(id), seatOf(id), officerOf(id)];
  if (unitClass.opens === "byAct") acts.decide("class.open", { class: id });
  const name = { name: { ...unitClass.name }, short: { ...unitClass.name } };
  acts.decide("party.admit", { party, kind: "partner", seats: [seat], threshold: 1, ...name });
  // Anybody may propose these; a treasury does.
  const by = { party: sovereignsOf(charter)[0]!, everySovereign: true };
  acts.decide("key.enrol", { officer, party }, by);
  acts.decide("appointment.seat", { seat, officer }, by);
  const amount = acts.text(promisedIn(charter, commitment));
  const body = { party, currency: acts.currency, amount };
  acts.decide("commitment.accept", body, { as: commitmentOf(id), by: officer });
}

function promisedIn({ capital }: Charter, commitment: string): bigint {
  const share = parseRateText(commitment);
  assert(share !== undefined, `a commitment is a rate: ${commitment}`);
  return (minorOf(capital.currency, capital.initial) * share.num) / share.den;
}

/** Calls of classes that have to be issued today, at the price that was struck today. */
export function issueClassCalls(replay: Replay): void {
  const { acts, path, classCalls, issued } = replay;
  for (const [unitClass, amounts] of classCalls) {
    for (const [index, minor] of amounts.entries()) {
      if (issued[index] !== acts.on || minor <= 0n) continue;
      const dueDate = path.steps[index]!.on;
      const item = { party: holderOf(unitClass), commitment: `$${commitmentOf(unitClass)}` };
      const items = [{ ...item, amount: acts.text(minor) }];
      const price = `= priceOf("${unitClass}")`;
      acts.decide(
        "capital.call",
        { class: unitClass, price, currency: acts.currency, dueDate, items },
        { as: callOf(unitClass, index), effectiveDate: dueDate },
      );
    }
  }
}

const callOf = (unitClass: string, index: number): string => `call-${unitClass}-${index}`;

/** What the holders of classes pay in the step. */
export function receiveClassCalls({ acts, classCalls }: Replay, index: number): void {
  for (const [unitClass, amounts] of classCalls) {
    const minor = amounts[index]!;
    if (minor <= 0n) continue;
    const paid = { party: holderOf(unitClass), currency: acts.currency, amount: acts.text(minor) };
    acts.report("capital.receive", { call: `$${callOf(unitClass, index)}`, ...paid });
  }
}

/** Whether others than the founders hold units on a day, so that these pay the struck price. */
export function isHeldByOthers({ classCalls, path }: Replay, on: LocalDate): boolean {
  const past = path.steps.filter((step) => step.on <= on);
  if (past.some(({ bought }) => [...bought.values()].some((amount) => amount >= 1))) return true;
  return [...classCalls.values()].some((amounts) =>
    amounts.some((minor, index) => minor > 0n && path.steps[index]!.on <= on),
  );
}

/** Fees that are paid in the step: all that is owed where the path pays all of it. */
export function payFees({ acts, charter, path, whole }: Replay, index: number): void {
  for (const { id, vehicle } of charter.fees ?? []) {
    const { owed, paid } = path.steps[index]!.fees.get(id) ?? { owed: 0, paid: 0 };
    if (vehicle !== charter.capital.vehicle || paid < 1) continue;
    const all = `feeOwed("${id}")`;
    const part = `${acts.text(whole.take(`fee:${id}`, paid))} ${acts.currency}`;
    const amount = owed - paid < 1 ? `= ${all}` : `= min(${all}, ${part})`;
    const as = `fee-${id}-${index}`;
    acts.decide("fee.pay", { fee: id, currency: acts.currency, amount }, { as });
    acts.pay(as);
  }
}
