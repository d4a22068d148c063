/** The fund as it was on a day, and as it was known then. */
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { endOfMonth, type LocalDate } from "@jointfund/core/calendar/date.ts";
import { recomputed } from "@jointfund/core/statements/recomputed-cell.ts";
import { pageAsked } from "../../src/http/known-at.ts";
import { historyOf } from "../../src/page/figure-history.ts";
import { serveScenario, type ServedOffice } from "../../../../tests/support/served-office.ts";

let served: ServedOffice;

before(async () => {
  served = await serveScenario("us-japan");
});

after(() => served.close());

type Page = {
  readonly asOf: string;
  readonly size: number;
  readonly cells: readonly { readonly id: string; readonly value: unknown }[];
};

async function pageAt(query: string): Promise<Page> {
  const response = await served.app.request(`/api/v1/page${query}`);
  assert.equal(response.status, 200, await response.clone().text());
  return (await response.json()) as Page;
}

const inOrder = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Days of the fund on which something was recorded, one in so many. */
function daysApart(every: number): readonly LocalDate[] {
  const { notes } = served.office.record.view;
  const days = [...new Set(notes.map(({ recordedAt }) => recordedAt.slice(0, 10) as LocalDate))];
  return days.filter((_, n) => n % every === every - 1);
}

describe("what was known then", () => {
  test("[H21] is what a fund that ends there would show", async () => {
    const { notes } = served.office.record.view;
    for (const index of [0, 1, 500, 2_000, notes.length - 1]) {
      const page = await pageAt(`?knownAt=${index}`);
      assert.equal(page.size, index + 1);
      assert.equal(page.asOf, notes[index]!.recordedAt.slice(0, 10));
    }
    const at = notes[1_000]!.recordedAt;
    const last = notes.findLastIndex(({ recordedAt }) => recordedAt <= at);
    assert.deepEqual(await pageAt(`?knownAt=${at}`), await pageAt(`?knownAt=${last}`));
  });

  test("[H21] is nothing before the founding, and nothing that is still to come", async () => {
    const { record } = served.office;
    const wrong = ["1900-01-01T00:00:00Z", `${record.size}`];
    for (const asked of wrong) {
      const response = await served.app.request(`/api/v1/page?knownAt=${asked}`);
      assert.equal(response.status, 422, asked);
    }
    const later = await served.app.request("/api/v1/page?asOf=2199-01-01");
    assert.equal(later.status, 422);
  });
});

describe("where the fund stood on a day", () => {
  test("[H22] known in that evening is the page of that evening", async () => {
    for (const day of daysApart(200)) {
      const evening = `${day}T23:59:59Z`;
      const dated = await pageAt(`?asOf=${day}&knownAt=${evening}`);
      assert.deepEqual(dated, await pageAt(`?knownAt=${evening}`));
    }
  });

  test("[H22] has books that end with the history of each figure on that day", async () => {
    const { state, chronicle } = served.office.record.view;
    const history = historyOf({ state, chronicle }, "net-assets").points;
    for (const day of daysApart(60)) {
      const { cells } = await pageAt(`?asOf=${day}`);
      const expected = history.findLast(({ on }) => on <= day)?.value;
      const minor = expected?.kind === "money" ? `${expected.minor}` : "0";
      const value = cells.find(({ id }) => id === "net-assets")?.value as {
        readonly minor: string;
      };
      assert.equal(value.minor, minor, day);
    }
  });

  test("[H22] explains each of its numbers exactly", async () => {
    for (const day of [...daysApart(90), endOfMonth("2030-02-01" as LocalDate)]) {
      const { page, cells, view } = await pageAsked(served.office, { asOf: day });
      for (const cell of cells.values()) {
        const { actual, required } = recomputed(view.state, cells, cell, page.currency);
        assert.equal(actual, required, `${day} ${cell.id}`);
      }
    }
  });
});

describe("the history of a figure", () => {
  test("[H27] ends with what the page shows", async () => {
    const shown = new Map((await pageAt("")).cells.map(({ id, value }) => [id, value]));
    const pairs = [
      ["net-assets", "net-assets"],
      ["investments", "owns.investments"],
      ["cash", "owns.cash"],
      ["owes", "owes"],
      ["debt", "leverage.debt"],
      ["price", "price"],
    ] as const;
    for (const [figure, cell] of pairs) {
      for (const every of ["change", "month"]) {
        const response = await served.app.request(
          `/api/v1/history?figure=${figure}&every=${every}`,
        );
        const { points } = (await response.json()) as {
          readonly points: readonly { readonly on: string; readonly value: unknown }[];
        };
        assert.deepEqual(points.at(-1)?.value, shown.get(cell), figure);
        const days = points.map(({ on }) => on);
        assert.deepEqual(days, [...new Set(days)].toSorted(inOrder));
      }
    }
  });

  test("[H27] a loan that was repaid when it fell due is not told as late", async () => {
    type Calendar = {
      readonly items: readonly {
        readonly kind: string;
        readonly on: string;
        readonly minor?: string;
      }[];
      readonly today: string;
    };
    const { items, today } = (await (
      await served.app.request("/api/v1/calendar")
    ).json()) as Calendar;
    const matures = items.filter(({ kind }) => kind === "loanMatures");
    assert.ok(matures.some(({ on }) => on > today));
    assert.deepEqual(
      matures.filter(({ on, minor }) => on < today && minor === "0"),
      [],
    );
  });
});
