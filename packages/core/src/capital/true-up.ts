import { assert } from "../base/assert.ts";
import { roundRatio, type RoundingMode } from "../base/ratio.ts";
import type { LocalDate } from "../calendar/date.ts";
import { allocate } from "../money/allocation.ts";
import { paidInOf, type CapitalCall, type LateRate } from "./call.ts";
import type { Commitment } from "./commitment.ts";
import { simpleInterest } from "./late-interest.ts";

/** What one earlier partner hands over of one earlier call, minor units and micro-units. */
export type TrueUpPart = {
  readonly call: string;
  readonly from: string;
  /** The earlier partner's commitment: what it gets back may be called again. */
  readonly commitment: string;
  readonly minor: bigint;
  readonly interest: bigint;
  readonly microUnits: bigint;
};

/**
 * A later partner's share of earlier calls, with interest to the earlier partners [CP50]: due in
 * one sum, settled when the whole of it has come in.
 */
export type TrueUp = {
  readonly id: string;
  readonly party: string;
  readonly commitment: string;
  readonly unitClass: string;
  readonly vehicle: string;
  readonly currency: string;
  readonly dueDate: LocalDate;
  readonly parts: readonly TrueUpPart[];
  readonly received: bigint;
  readonly settledOn?: LocalDate;
  /** The day on which it came to nothing, because the money had not come in. */
  readonly lapsedOn?: LocalDate;
};

export const isOpenTrueUp = ({ settledOn, lapsedOn }: TrueUp): boolean =>
  settledOn === undefined && lapsedOn === undefined;

export const trueUpCapital = ({ parts }: Pick<TrueUp, "parts">): bigint =>
  parts.reduce((sum, { minor }) => sum + minor, 0n);

export const trueUpInterest = ({ parts }: Pick<TrueUp, "parts">): bigint =>
  parts.reduce((sum, { interest }) => sum + interest, 0n);

type Terms = {
  readonly unitClass: string;
  /** The later partner. */
  readonly party: string;
  readonly date: LocalDate;
  readonly rate: LateRate;
  readonly rounding: RoundingMode;
  readonly tieBreak: readonly string[];
};

/**
 * What a later partner takes over of the calls of a class that were made without it [CP51]: of
 * each, what was paid in × its commitment / all commitments, its own among them, rounded down. The
 * earlier partners hand it over in proportion to what each has paid in, odd units by the charter's
 * order, and units in the same proportion, rounded down; each gets simple interest on its part from
 * the call's due date, rounded as the charter says.
 */
export function trueUpParts(
  calls: Iterable<CapitalCall>,
  commitments: Iterable<Commitment>,
  terms: Terms,
): readonly TrueUpPart[] {
  const committed = new Map<string, bigint>();
  for (const { party, minor } of commitments) {
    committed.set(party, (committed.get(party) ?? 0n) + minor);
  }
  return [...calls].flatMap((call) => partsOfCall(call, committed, terms));
}

function partsOfCall(
  call: CapitalCall,
  committed: ReadonlyMap<string, bigint>,
  terms: Terms,
): readonly TrueUpPart[] {
  const items = call.items.filter((item) => paidInOf(item) > 0n);
  const isEarlier = call.unitClass === terms.unitClass && call.discount === undefined;
  if (!isEarlier || items.length === 0 || call.items.some(({ party }) => party === terms.party)) {
    return [];
  }
  const own = committed.get(terms.party) ?? 0n;
  let [paidIn, all] = [0n, own];
  for (const item of items) {
    paidIn += paidInOf(item);
    all += committed.get(item.party) ?? 0n;
  }
  if (own === 0n) return [];
  const share = allocate({
    total: (paidIn * own) / all,
    shares: items.map((item) => ({ key: item.party, weight: paidInOf(item) })),
    tieBreak: { kind: "order", keys: terms.tieBreak },
  });
  assert(share.ok, "an earlier call was paid by parties that the charter ranks");
  return share.value.flatMap(({ key, part }, index): readonly TrueUpPart[] => {
    const item = items[index]!;
    if (part === 0n) return [];
    const { rate, dayCount } = terms.rate;
    const period = { from: call.dueDate, to: terms.date };
    const interest = simpleInterest({ minor: part, rate, dayCount, ...period });
    return [
      {
        ...{ call: call.id, from: key, commitment: item.commitment, minor: part },
        interest: roundRatio(interest, terms.rounding),
        microUnits: (item.heldMicroUnits * part) / paidInOf(item),
      },
    ];
  });
}
