import { localDate } from "@jointfund/core/calendar/date.ts";
import type { PostedEntry } from "@jointfund/core/fund/chronicle.ts";
import type { GroupPair } from "@jointfund/core/ledger/consolidation.ts";
import { ConsolidatedBook } from "@jointfund/core/statements/consolidated-book.ts";
import { periodBetween } from "@jointfund/core/statements/period.ts";
import { PeriodBook } from "@jointfund/core/statements/period-book.ts";
import { chronicleWith } from "../support/histories.ts";

const HOLDING: GroupPair = {
  ...{ id: "holding", currency: "USD" },
  sides: [
    { vehicle: "fund", accounts: ["1050"], subject: "spv" },
    { vehicle: "spv", accounts: ["3010"], subject: "fund" },
  ],
};

/** A fund with 1,000 that has put 600 into a project, which has booked all of it or 590. */
export function consolidatedBook({ agree }: { readonly agree: boolean }) {
  const on = localDate("2026-02-01");
  const entry = (
    vehicle: string,
    ...legs: readonly (readonly [account: string, subject: string, minor: bigint])[]
  ): PostedEntry => ({
    entry: 0,
    journal: {
      ...{ id: "act-0/1", vehicle, effectiveDate: on },
      postings: legs.map(([account, subject, minor]) => ({
        ...{ account, subject, currency: "USD", minor },
      })),
    },
  });
  const booked = agree ? 600n : 590n;
  const postings = [
    entry("fund", ["1010", "bank", 1000n], ["3010", "US", -1000n]),
    entry("fund", ["1050", "spv", 600n], ["1010", "bank", -600n]),
    entry("spv", ["1010", "bank", booked], ["3010", "fund", -booked]),
  ];
  const chronicle = { ...chronicleWith([], []), postings };
  const period = periodBetween(localDate("2026-01-01"), localDate("2026-12-31"));
  const books = ["fund", "spv"].map(
    (vehicle) => new PeriodBook(chronicle, { vehicle, currency: "USD", period }),
  );
  const book = new ConsolidatedBook(books, [HOLDING]);
  return { book, differences: book.differences };
}
