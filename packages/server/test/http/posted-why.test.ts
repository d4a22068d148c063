/** The why of what was posted to accounts, against the statements and the investments. */
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { dayBefore, periodBetween } from "@jointfund/core/statements/period.ts";
import type { LocalDate } from "@jointfund/core/calendar/date.ts";
import { serveScenario, type ServedOffice } from "../../../../tests/support/served-office.ts";

const OFFICER = { subject: "test#1", name: "T", role: "officer", party: "US" } as const;

let served: ServedOffice;

before(async () => {
  served = await serveScenario("first-year", { whoAsks: () => Promise.resolve(OFFICER) });
});

after(() => served.close());

async function get<Answer>(path: string): Promise<Answer> {
  const response = await served.app.request(path);
  assert.equal(response.status, 200, path);
  return (await response.json()) as Answer;
}

type Why = {
  readonly value: { readonly minor: string };
  readonly postings: readonly { readonly part: { readonly minor: string } }[];
  readonly next?: string;
};

type Selection = {
  readonly accounts: readonly string[];
  readonly subject?: string;
  readonly currency?: string;
  readonly of: "opening" | "closing" | "movement" | "debits" | "credits" | "exchange";
  readonly sign: string;
};

type Statement = {
  readonly vehicle?: string;
  readonly period: { readonly from: LocalDate; readonly to: LocalDate };
  readonly tables: readonly {
    readonly lines: readonly {
      readonly id: string;
      readonly cells: readonly {
        readonly kind: string;
        readonly minor?: string;
        readonly currency?: string;
      }[];
      readonly source: {
        readonly kind: string;
        readonly selections?: readonly Selection[];
        readonly columns?: readonly (readonly Selection[])[];
      };
    }[];
  }[];
};

/** The id of the cell that a selection of a statement names, as the portal makes it. */
function cellOf(
  { vehicle = "", period: { from, to } }: Statement,
  { accounts, subject, currency, of, sign }: Selection,
  ofBook: string,
): string {
  const eve = dayBefore(periodBetween(from, to)) ?? "";
  const days = of === "opening" ? `_${eve}` : of === "closing" ? `_${to}` : `${from}_${to}`;
  const codes = `${sign === "-1" ? "-" : ""}${accounts.join("+")}`;
  const whose = subject === undefined ? "" : `.${subject}`;
  return `posted.${vehicle}.${codes}.${currency ?? ofBook}.${days}${whose}`;
}

const WHOLE = ["opening", "closing", "movement"];

async function compared(statement: Statement): Promise<number> {
  let count = 0;
  for (const { lines } of statement.tables) {
    for (const { id, cells, source } of lines) {
      for (const [at, { kind, minor, currency = "" }] of cells.entries()) {
        // Without columns the postings are of the only amount that there is.
        const isOnly = cells.filter((cell) => cell.kind === "money").length === 1;
        const asked = source.columns?.[at] ?? (isOnly ? source.selections : []) ?? [];
        if (kind !== "money" || asked.length !== 1 || !WHOLE.includes(asked[0]!.of)) continue;
        const cell = cellOf(statement, asked[0]!, currency);
        const { value } = await get<Why>(`/api/v1/why-posted/${encodeURIComponent(cell)}`);
        assert.equal(value.minor, minor, `${id} ${cell}`);
        count++;
      }
    }
  }
  return count;
}

describe("what was posted", () => {
  for (const name of ["trial-balance", "assets-and-liabilities", "operations"]) {
    test(`[H93] is what ${name} says, line by line, of all time and of a year`, async () => {
      const whole = await get<Statement>(`/api/v1/statements/${name}`);
      assert.ok((await compared(whole)) > 0);
      const { to } = whole.period;
      const year = `from=${to.slice(0, 5)}01-01&to=${to}`;
      assert.ok((await compared(await get<Statement>(`/api/v1/statements/${name}?${year}`))) > 0);
    });
  }

  test("[H93] is what its postings add up to, and what an investment is worth", async () => {
    type Items = {
      readonly items: readonly {
        readonly id: string;
        readonly vehicle: string;
        readonly currency: string;
        readonly fairValue: string;
        readonly undrawn: string;
      }[];
    };
    const { items } = await get<Items>("/api/v1/investments");
    assert.ok(items.length > 0);
    for (const { id, vehicle, currency, fairValue, undrawn } of items) {
      for (const [accounts, minor] of [
        ["1050+1055", fairValue],
        ["9040", undrawn],
      ] as const) {
        const cell = `posted.${vehicle}.${accounts}.${currency}._.${id}`;
        const { value, postings, next } = await get<Why>(`/api/v1/why/${cell}`);
        assert.equal(value.minor, minor, cell);
        const sum = postings.reduce((all, { part }) => all + BigInt(part.minor), 0n);
        assert.ok(next !== undefined || sum === BigInt(minor), cell);
      }
    }
  });

  test("[H93] of a party is told to officers and auditors alone", async () => {
    const cell = "posted.fund.9010.USD._.US";
    assert.equal((await served.app.request(`/api/v1/why/${cell}`)).status, 404);
    assert.equal((await served.app.request(`/api/v1/why-posted/${cell}`)).status, 200);
    for (const none of ["posted.none.1010.USD._", "posted.fund.0000.USD._", "posted.fund.1010"]) {
      assert.equal((await served.app.request(`/api/v1/why/${none}`)).status, 404, none);
    }
  });
});
