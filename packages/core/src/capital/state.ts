import { PersistentMap } from "../base/persistent-map.ts";
import type { Appraisal } from "./appraisal.ts";
import type { CapitalCall } from "./call.ts";
import type { Commitment } from "./commitment.ts";
import type { TrueUp } from "./true-up.ts";

/** Units are counted in millionths; a class's total stays below 2^63 (docs/spec/ledger.md, LG6). */
export const MICRO_UNITS_PER_UNIT = 1_000_000n;

export type CapitalState = {
  readonly commitments: PersistentMap<Commitment>;
  readonly calls: PersistentMap<CapitalCall>;
  /** Micro-units by "<class>/<holder>". */
  readonly units: PersistentMap<bigint>;
  /** Micro-units by class that calls have promised, paid for or not. */
  readonly promisedUnits: PersistentMap<bigint>;
  readonly trueUps: PersistentMap<TrueUp>;
  readonly appraisals: PersistentMap<Appraisal>;
};

export const emptyCapital: CapitalState = {
  commitments: PersistentMap.empty,
  calls: PersistentMap.empty,
  units: PersistentMap.empty,
  promisedUnits: PersistentMap.empty,
  trueUps: PersistentMap.empty,
  appraisals: PersistentMap.empty,
};

/** Micro-units of a class that a holder has. */
export function unitsOf(state: CapitalState, unitClass: string, holder: string): bigint {
  return state.units.get(`${unitClass}/${holder}`) ?? 0n;
}

/** Micro-units of a class outstanding, all holders together. */
export function unitsOutstanding(state: CapitalState, unitClass: string): bigint {
  let sum = 0n;
  for (const [, microUnits] of state.units.range(`${unitClass}/`)) sum += microUnits;
  return sum;
}

/** Holders of a class with their micro-units, in order of holder id. */
export function holdersOf(
  state: CapitalState,
  unitClass: string,
): readonly { readonly holder: string; readonly microUnits: bigint }[] {
  const prefix = `${unitClass}/`;
  return [...state.units.range(prefix)].map(([key, microUnits]) => ({
    holder: key.slice(prefix.length),
    microUnits,
  }));
}
