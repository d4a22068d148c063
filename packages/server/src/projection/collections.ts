import type { Collection } from "@jointfund/projection/kernel/collection.ts";
import { momentsCollection } from "@jointfund/projection/kernel/moments.ts";
import { outcomesCollection } from "@jointfund/projection/outcomes/outcome-collection.ts";
import { pathResultsCollection } from "@jointfund/projection/pricing/path-results.ts";
import { futuresCollection } from "@jointfund/projection/policy/projected-futures.ts";
import { stakesCollection } from "@jointfund/projection/policy/stake-values.ts";
import type { Program } from "@jointfund/projection/kernel/program.ts";

/**
 * What runs can be collected into, by name. A function cannot be sent to a thread, so a run names
 * its collection and gives plain data for it, and every thread makes its own from this table.
 */
const COLLECTIONS = {
  moments: momentsCollection,
  outcomes: outcomesCollection,
  results: pathResultsCollection,
  futures: futuresCollection,
  stakes: stakesCollection,
} satisfies Record<
  string,
  (program: Program, data: never) => Collection<unknown, unknown, unknown>
>;

type Makers = typeof COLLECTIONS;
export type CollectionName = keyof Makers;
export type DataOf<Name extends CollectionName> = Parameters<Makers[Name]>[1];
export type TotalOf<Name extends CollectionName> = ReturnType<ReturnType<Makers[Name]>["begin"]>;

/** A collection that any thread can make. */
export type CollectionOrder<Name extends CollectionName = CollectionName> = {
  readonly name: Name;
  readonly data: DataOf<Name>;
};

export function collectionOf<Name extends CollectionName>(
  program: Program,
  { name, data }: CollectionOrder<Name>,
): Collection<unknown, TotalOf<Name>, unknown> {
  const make = COLLECTIONS[name] as unknown as (
    program: Program,
    data: DataOf<Name>,
  ) => Collection<unknown, TotalOf<Name>, unknown>;
  return make(program, data);
}
