/** What is to come, and what is late. */
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { serveScenario, type ServedOffice } from "../../../../tests/support/served-office.ts";

let served: ServedOffice;

before(async () => {
  served = await serveScenario("paying-late");
});

after(() => served.close());

const inOrder = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

type Page = { readonly cells: readonly { readonly id: string; readonly value: unknown }[] };

type Item = {
  readonly on: string;
  readonly kind: string;
  readonly subject: string;
  readonly party?: string;
  readonly minor?: string;
  readonly about: readonly { readonly name: { readonly ja: string } }[];
};

async function calendarOf(scenario: string): Promise<readonly Item[]> {
  const other = await serveScenario(scenario);
  try {
    const response = await other.app.request("/api/v1/calendar");
    return ((await response.json()) as { readonly items: readonly Item[] }).items;
  } finally {
    await other.close();
  }
}

describe("the calendar", () => {
  test("[H27] has as late what each side owes by the page, and the days in order", async () => {
    type Calendar = {
      readonly today: string;
      readonly items: readonly {
        readonly on: string;
        readonly kind: string;
        readonly isLate: boolean;
        readonly party?: string;
        readonly minor?: string;
      }[];
    };
    let late = 0;
    for (let index = 20; index < served.office.record.size; index += 11) {
      const page = await served.app.request(`/api/v1/page?knownAt=${index}`);
      const { cells } = (await page.json()) as Page;
      const response = await served.app.request(`/api/v1/calendar?knownAt=${index}`);
      const { today, items } = (await response.json()) as Calendar;
      const days = items.map(({ on }) => on);
      assert.deepEqual(days, days.toSorted(inOrder));
      for (const { on, isLate } of items) assert.equal(isLate, on < today);
      for (const party of ["US", "JP"]) {
        const owed = items
          .filter((each) => each.kind === "callDue" && each.isLate && each.party === party)
          .reduce((sum, { minor = "0" }) => sum + BigInt(minor), 0n);
        const cell = cells.find(({ id }) => id === `sides.${party}.overdue`)?.value;
        const shown = BigInt((cell as { readonly minor: string } | undefined)?.minor ?? "0");
        assert.equal(owed, shown, `#${index} ${party}`);
        if (owed > 0n) late++;
      }
    }
    assert.ok(late > 0, "somebody was late at one of these entries");
  });

  test("[H27] has the days that terms bring again, with what they are about and cost", async () => {
    const found = await Promise.all(["citizens", "borrowing"].map(calendarOf));
    const [citizens = [], borrowing = []] = found;
    const of = (kind: string) => citizens.filter((each) => each.kind === kind);
    const days = of("dealingDay");
    assert.ok(days.length > 1);
    for (const { on, subject } of days) {
      const last = of("orderCutOff").filter((each) => each.subject === subject && each.on <= on);
      assert.ok(
        last.length > 0 || on === days[0]!.on,
        `${subject} ${on} has a last day for orders`,
      );
    }
    assert.ok(of("fiscalYearEnds").some(({ party }) => party === "JP"));
    assert.ok(
      days.every(({ about }) => about.some(({ name }) => /[ぁ-んァ-ヶ一-龠]/.test(name.ja))),
    );
    const interest = borrowing.filter(({ kind }) => kind === "interestDue");
    assert.ok(interest.some(({ minor = "0" }) => BigInt(minor) > 0n));
    assert.ok(interest.every(({ minor }) => minor !== undefined));
  });
});
