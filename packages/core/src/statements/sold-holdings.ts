import type { PostedEntry, Recorded } from "../fund/chronicle.ts";
import { ACCOUNTS } from "../ledger/accounts.ts";
import { actTypeOf, postedBy, postedIn } from "../fund/posted-days.ts";
import type { Posting } from "../ledger/journal.ts";
import type { GroupLink } from "./group.ts";

/** Acts by which a part of a held vehicle, or all of it, goes over to strangers. */
export const SALES: readonly string[] = ["investment.dispose", "investment.proceeds"];

/**
 * What books of a group have to do with strangers to whom a part of a held vehicle was sold, though
 * it stands under the name of the holding [ST42]: the price, what came of it, and as the sale's
 * result the price less the capital that went over in the held vehicle's book. As entries of the
 * holders' books, of those legs alone.
 */
export function soldOutside(
  chronicle: Pick<Recorded, "postings" | "acts">,
  links: readonly GroupLink[],
): readonly PostedEntry[] {
  const sales = postedBy(chronicle, SALES);
  return links.flatMap(({ sides: [holder, held] }) =>
    sales.flatMap((posted): readonly PostedEntry[] => {
      const { journal } = posted;
      if (journal.vehicle !== holder.vehicle) return [];
      const type = actTypeOf(chronicle, journal);
      const own = journal.postings.filter(({ subject }) => holder.subjects.includes(subject));
      const price = own.filter(({ account }) => account === ACCOUNTS.receivableForSales);
      if (type === "investment.proceeds") {
        const more = own.filter(({ account }) => account === ACCOUNTS.realisedOnInvestments);
        return withPostings(posted, [...price, ...more]);
      }
      return price.flatMap((of) => {
        const minor = capitalGone(chronicle, posted, held.vehicle, held.subjects) - of.minor;
        const result = { ...of, account: ACCOUNTS.realisedOnInvestments, minor };
        return withPostings(posted, minor === 0n ? [of] : [of, result]);
      });
    }),
  );
}

function withPostings(
  { entry, journal }: PostedEntry,
  postings: readonly Posting[],
): readonly PostedEntry[] {
  return postings.length === 0 ? [] : [{ entry, journal: { ...journal, postings } }];
}

/** Capital that ceased to be the holder's in the held vehicle's book by the same act. */
function capitalGone(
  chronicle: Pick<Recorded, "postings">,
  { entry }: PostedEntry,
  held: string,
  holders: readonly string[],
): bigint {
  let sum = 0n;
  for (const { journal } of postedIn(chronicle, entry)) {
    if (journal.vehicle !== held) continue;
    for (const { subject, minor } of journal.postings) if (holders.includes(subject)) sum += minor;
  }
  return sum;
}
