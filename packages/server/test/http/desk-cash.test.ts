/** The cash ahead and alarms, against the calendar, the books and the bank. */
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { serveScenario, type ServedOffice } from "../../../../tests/support/served-office.ts";

const OFFICER = { subject: "test#1", name: "T", role: "officer", party: "US" } as const;
const DISTRIBUTOR = { ...OFFICER, party: "DJP" } as const;
let who: typeof OFFICER | typeof DISTRIBUTOR = OFFICER;
const options = { whoAsks: () => Promise.resolve(who) };

let late: ServedOffice;
let kept: ServedOffice;

before(async () => {
  [late, kept] = await Promise.all([
    serveScenario("paying-late", options),
    serveScenario("keeping-the-books", options),
  ]);
});

after(() => Promise.all([late.close(), kept.close()]));

const inOrder = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

async function get<Answer>({ app }: ServedOffice, path: string): Promise<Answer> {
  const response = await app.request(path);
  assert.equal(response.status, 200);
  return (await response.json()) as Answer;
}

type Line = {
  readonly id: string;
  readonly cells: readonly { readonly currency?: string; readonly minor?: string }[];
};
type Table = { readonly id: string; readonly lines: readonly Line[] };
type Part = {
  readonly week: number;
  readonly line: string;
  readonly minor: string;
  readonly kind: string;
  readonly act?: string;
};
type Cash = {
  readonly vehicles: readonly {
    readonly vehicle: string;
    readonly forecast: readonly {
      readonly currency: string;
      readonly table: Table;
      readonly parts: readonly Part[];
    }[];
  }[];
  readonly banks: readonly {
    readonly vehicle: string;
    readonly account: string;
    readonly currency: string;
    readonly book: string;
    readonly bookOnly: string;
    readonly bankOnly: string;
    readonly offStatement: string;
    readonly bank: string;
  }[];
  readonly breaks: readonly {
    readonly id: string;
    readonly ageDays: number;
    readonly act?: string;
  }[];
  readonly covenants: readonly { readonly trend: readonly { readonly on: string }[] }[];
};
type Alarm = {
  readonly about: readonly object[];
  readonly kind: string;
  readonly severity: string;
  readonly on: string;
  readonly party?: string;
  readonly minor?: string;
  readonly subject: string;
};

describe("the cash ahead", () => {
  test("[H85] has 13 weeks in every currency, each ending where the next begins", async () => {
    const { vehicles } = await get<Cash>(late, "/api/v1/desk/cash");
    let tables = 0;
    for (const { table } of vehicles.flatMap(({ forecast }) => forecast)) {
      const { lines } = table;
      const of = (id: string): readonly bigint[] => {
        const line = lines.find((each) => each.id === id);
        return (line?.cells ?? []).map(({ minor = "0" }) => BigInt(minor));
      };
      const [opening, closing] = [of("cashOpening"), of("cashClosing")];
      assert.deepEqual([opening.length, closing.length], [13, 13]);
      const flows = lines.filter(
        ({ id }) => !["cashOpening", "cashClosing", "changeInCash"].includes(id),
      );
      for (let week = 0; week < 13; week++) {
        const sum = flows.reduce((all, { id }) => all + of(id)[week]!, opening[week]!);
        assert.equal(sum, closing[week]);
        if (week > 0) assert.equal(opening[week], closing[week - 1]);
      }
      tables++;
    }
    assert.ok(tables > 0);
  });

  test("[H86] every line is what the obligations behind it add up to", async () => {
    const { vehicles } = await get<Cash>(late, "/api/v1/desk/cash");
    let parts = 0;
    for (const { table, parts: all } of vehicles.flatMap(({ forecast }) => forecast)) {
      for (const { id, cells } of table.lines) {
        if (["cashOpening", "cashClosing", "changeInCash"].includes(id)) continue;
        for (const [week, { minor = "0" }] of cells.entries()) {
          const behind = all.filter((part) => part.line === id && part.week === week);
          const sum = behind.reduce((total, part) => total + BigInt(part.minor), 0n);
          assert.equal(sum, BigInt(minor), `${id} ${week}`);
        }
      }
      for (const { act } of all) {
        if (act !== undefined) assert.ok(late.office.record.view.chronicle.acts.has(act), act);
      }
      parts += all.length;
    }
    assert.ok(parts > 0);
  });

  test("[H86] every balance of the desk opens the postings or the act that it is of", async () => {
    type Why = { readonly value: { readonly minor: string }; readonly from: string };
    const why = (id: string): Promise<Why> => get(kept, `/api/v1/why/${encodeURIComponent(id)}`);
    const { vehicles, banks, breaks } = await get<Cash>(kept, "/api/v1/desk/cash");
    for (const { vehicle, forecast } of vehicles) {
      for (const { currency, table } of forecast) {
        const opening = table.lines.find(({ id }) => id === "cashOpening")?.cells[0]?.minor;
        const { value, from } = await why(`book.${vehicle}.cashAndEscrow.${currency}`);
        assert.deepEqual([value.minor, from], [opening, "postings"]);
      }
    }
    for (const { vehicle, account, currency, book, bank } of banks) {
      const of = `bank.${vehicle}.${account}.${currency}`;
      const [inBook, atBank] = [await why(`${of}.book`), await why(`${of}.statement`)];
      assert.deepEqual([inBook.value.minor, inBook.from], [book, "postings"]);
      assert.deepEqual([atBank.value.minor, atBank.from], [bank, "acts"]);
    }
    for (const { act } of breaks) assert.ok(act !== undefined);
    for (const none of [
      "book.fund.none",
      "book.fund.cash.ZZZ",
      "book.none.cash",
      "bank.x.y.z.book",
    ]) {
      assert.equal((await kept.app.request(`/api/v1/why/${none}`)).status, 404, none);
    }
  });

  test("[H85] book and bank differ by the open items, and those by nothing else", async () => {
    const { banks, breaks } = await get<Cash>(kept, "/api/v1/desk/cash");
    assert.ok(banks.length > 0);
    for (const { book, bookOnly, bankOnly, offStatement, bank } of banks) {
      const [a, b, c, d] = [book, bookOnly, bankOnly, offStatement].map(BigInt);
      assert.equal(a! - b! + c! + d!, BigInt(bank));
    }
    for (const { ageDays } of breaks) assert.ok(ageDays >= 0);
  });

  test("[H85] a covenant has its past, the last of it today", async () => {
    const { covenants } = await get<Cash>(late, "/api/v1/desk/cash");
    for (const { trend } of covenants) {
      const days = trend.map(({ on }) => on);
      assert.deepEqual(days, days.toSorted(inOrder));
    }
  });
});

describe("alarms", () => {
  test("[H85] every part of a call that is late by the calendar is one, and no other", async () => {
    type Calendar = {
      readonly items: readonly (Alarm & { readonly isLate: boolean })[];
    };
    const { items } = await get<Calendar>(late, "/api/v1/calendar");
    const overdue = items.filter(({ kind, isLate }) => kind === "callDue" && isLate);
    const alarms = await get<{ items: readonly Alarm[] }>(late, "/api/v1/desk/alarms");
    const told = alarms.items.filter(({ kind }) => kind === "paymentLate");
    const key = ({ subject, about, party, minor, on }: Alarm): string =>
      `${subject} ${JSON.stringify(about)} ${party} ${minor} ${on}`;
    assert.ok(told.every(({ about }) => about.length > 0));
    assert.deepEqual(told.map(key).toSorted(inOrder), overdue.map(key).toSorted(inOrder));
  });

  test("[H88] a distributor is told of none that another party is named in", async () => {
    type Told = { readonly items: readonly Alarm[] };
    const all = await get<Told>(late, "/api/v1/desk/alarms");
    who = DISTRIBUTOR;
    const told = await get<Told>(late, "/api/v1/desk/alarms");
    who = OFFICER;
    const own = all.items.filter(({ party = "DJP" }) => party === "DJP");
    assert.deepEqual(told.items, own);
    assert.ok(own.length < all.items.length);
  });

  test("[H85] the worst come first, then the earliest", async () => {
    for (const served of [late, kept]) {
      const { items } = await get<{ items: readonly Alarm[] }>(served, "/api/v1/desk/alarms");
      const ranks = items.map(({ severity, on }) => {
        return `${["urgent", "warning", "notice"].indexOf(severity)} ${on}`;
      });
      assert.deepEqual(ranks, ranks.toSorted(inOrder));
    }
  });
});
