import type { FiscalYear } from "../calendar/fiscal-year.ts";
import { revenuePayments } from "./fiscal-revenue.ts";
import type { FundPage } from "./fund-page.ts";
import type { CellList } from "./page-cell.ts";
import type { PageRecords } from "./page-books.ts";
import { releaseParts } from "./side-cells.ts";
import { atRates, type SideReturns } from "./side-returns.ts";

/** A fiscal year as cells name it: "2031" of FY2031. */
export const yearId = ({ label }: FiscalYear): string => label.replace(/^FY/, "");

/** Years that the page has one by one, the running one among them; those before are one sum. */
export const YEARS_SHOWN = 3;

/** Section 3: what each government was paid by its own fiscal years. */
export function addRevenueCells(
  list: CellList,
  input: PageRecords & { readonly page: FundPage },
): void {
  const { page } = input;
  for (const { party, years } of page.revenue) {
    const { own }: SideReturns = page.returns.get(party) ?? {};
    const ids = years.map(({ year }) => `revenue.${party}.${yearId(year)}`);
    for (const [index, { year, minor, converted }] of years.entries()) {
      const id = ids[index]!;
      const paid = () => revenuePayments(input, party, year);
      list.money(id, minor, {
        kind: "postings",
        parts: () =>
          releaseParts(
            input,
            paid().map(({ id: payment, minor: of }) => ({ payment, minor: of })),
          ),
      });
      if (converted === undefined || own === undefined) continue;
      const flows = () =>
        atRates(
          paid().map(({ releasedOn: on, minor: of }) => ({ on, minor: of })),
          own.rates,
        );
      list.money(`${id}.own`, converted, { kind: "converted", flows }, own.currency);
    }
    const before = years.slice(0, -YEARS_SHOWN);
    if (before.length === 0) continue;
    const earlier = ids.slice(0, -YEARS_SHOWN);
    const sum = before.reduce((total, { minor }) => total + minor, 0n);
    list.sum(`revenue.${party}.before`, sum, earlier);
    if (own === undefined) continue;
    const own1 = before.reduce((total, { converted = 0n }) => total + converted, 0n);
    const ownIds = earlier.map((id) => `${id}.own`);
    list.sum(`revenue.${party}.before.own`, own1, ownIds, [], own.currency);
  }
}
