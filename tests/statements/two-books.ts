import { localDate } from "@jointfund/core/calendar/date.ts";
import type { PostedEntry } from "@jointfund/core/fund/chronicle.ts";
import type { GroupLink } from "@jointfund/core/statements/group.ts";
import { ConsolidatedBook } from "@jointfund/core/statements/consolidated-book.ts";
import { periodBetween } from "@jointfund/core/statements/period.ts";
import { PeriodBook } from "@jointfund/core/statements/period-book.ts";
import { chronicleWith } from "../support/histories.ts";

const HOLDING: GroupLink = {
  id: "fund/spv",
  sides: [
    { vehicle: "fund", subjects: ["spv", "plant"] },
    { vehicle: "spv", subjects: ["fund"] },
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
    entry("fund", ["1050", "plant", 600n], ["1010", "bank", -600n]),
    entry("fund", ["1055", "plant", 70n], ["4050", "plant", -70n]),
    entry("spv", ["3040", "fund", 50n], ["2030", "fund", -50n]),
    entry("spv", ["2030", "fund", 20n], ["1010", "bank", -20n]),
    entry("fund", ["1010", "bank", 20n], ["4010", "spv", -20n]),
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
