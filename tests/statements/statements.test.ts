import assert from "node:assert/strict";
import { test } from "node:test";
import { Ratio } from "@jointfund/core/base/ratio.ts";
import { FIRST_DATE, localDate, type LocalDate } from "@jointfund/core/calendar/date.ts";
import { VehicleFigures } from "@jointfund/core/fund/figures.ts";
import { trialBalance } from "@jointfund/core/ledger/journal.ts";
import { consolidatedBook } from "./two-books.ts";
import { statementOf, type StatementName } from "@jointfund/core/statements/catalogue.ts";
import { positionTable } from "@jointfund/core/statements/assets-and-liabilities.ts";
import { capitalAccounts } from "@jointfund/core/statements/capital-shares.ts";
import { moneyWeightedReturn } from "@jointfund/core/statements/money-weighted-return.ts";
import { moneyWeightedCell } from "@jointfund/core/statements/rate-cells.ts";
import { Stakes } from "@jointfund/core/statements/stakes.ts";
import { periodBetween, sinceInception } from "@jointfund/core/statements/period.ts";
import { bookOf, type StatementInput } from "@jointfund/core/statements/statement-input.ts";
import {
  amountIn,
  type FinancialStatement,
  type StatementTable,
} from "@jointfund/core/statements/statement.ts";
import { drawn } from "../support/borrowing.ts";
import { historyOf } from "../support/histories.ts";
import { chronicleOf, settledFund } from "../support/chronicles.ts";
import { fundAt } from "../support/stages.ts";
import { plainFlows } from "../support/plain-flows.ts";
import { trueUp, workedFund } from "./worked-fund.ts";

const YEAR = workedFund("2026-01-01", "2026-12-31");

function table(statement: FinancialStatement, id: string): StatementTable {
  const found = statement.tables.find((each) => each.id === id);
  assert.ok(found !== undefined, `${statement.name} has ${id}`);
  return found;
}

/** Every amount of a column by line. */
function amounts(of: StatementTable, column?: string): Readonly<Record<string, number>> {
  const lines = of.lines.flatMap(({ id }) => {
    const cell = of.lines.find((line) => line.id === id)?.cells[0];
    return cell?.kind === "none" ? [] : [[id, Number(amountIn(of, id, column))] as const];
  });
  return Object.fromEntries(lines);
}

const made = (name: StatementName, input: StatementInput = YEAR): FinancialStatement =>
  statementOf(name, input);

test("[ST22] assets, liabilities and capital of the worked fund", () => {
  const position = table(made("assets-and-liabilities"), "position");
  assert.deepEqual(amounts(position, "closing"), {
    ...{ investments: 495, "account.1010": 659, "total-assets": 1154 },
    ...{ "account.2050": 0, "account.2085": 100, "account.2095": 0, "total-liabilities": 100 },
    ...{ "net-assets": 1054, "account.3010": 1000, earnings: 54, capital: 1054 },
  });
  assert.deepEqual(amounts(position, "opening"), {
    ...{ investments: 660, "account.1010": 600, "total-assets": 1260 },
    ...{ "account.2050": 10, "account.2085": 200, "account.2095": 4, "total-liabilities": 214 },
    ...{ "net-assets": 1046, "account.3010": 1000, earnings: 46, capital: 1046 },
  });
  const commitments = table(made("assets-and-liabilities"), "commitments");
  assert.deepEqual(amounts(commitments, "closing"), { "account.9010": 1000, "account.9030": 77 });
});

test("[ST23] operations of the worked fund", () => {
  assert.deepEqual(amounts(table(made("operations"), "operations")), {
    ...{ "account.4010": 40, "investment-income": 40, "account.5010": -3, "total-expenses": -3 },
    ...{ "income-before-tax": 43, "net-investment-income": 43 },
    ...{ "account.4040": 30, "net-realised": 30, "account.4050": -15, "net-unrealised": -15 },
    "net-increase": 58,
  });
});

test("[ST24] changes in net assets of the worked fund", () => {
  assert.deepEqual(amounts(table(made("changes-in-net-assets"), "changes")), {
    ...{ opening: 1046, "net-investment-income": 43, "net-realised": 30, "net-unrealised": -15 },
    ...{ "from-operations": 58, contributions: 0, "account.3040": -50, "from-capital": -50 },
    ...{ change: 8, closing: 1054 },
  });
  const all = workedFund("2025-06-16", "2026-12-31");
  const [units] = table(made("changes-in-net-assets", all), "units").lines;
  assert.deepEqual(
    units?.cells.map((cell) => cell.kind === "units" && cell.microUnits),
    [0n, 1_000_000_000n, 0n, 1_000_000_000n],
  );
});

test("[ST25] cash flows of the worked fund", () => {
  assert.deepEqual(amounts(table(made("cash-flows"), "cash-flows")), {
    ...{ "net-increase": 58, unrealised: 15, realised: -30, proceeds: 180, payables: -14 },
    ...{ operating: 209, distributions: -50, repaid: -100, financing: -150 },
    ...{ change: 59, opening: 600, closing: 659, "interest-paid": 4 },
  });
});

test("[ST13] what is nothing is left out, sums are not", () => {
  const empty = workedFund("2026-07-01", "2026-12-31");
  const ids = table(made("operations", empty), "operations").lines.map(({ id }) => id);
  assert.deepEqual(ids, [
    ...["investment-income", "total-expenses", "income-before-tax", "net-investment-income"],
    ...["net-realised", "net-unrealised", "net-increase"],
  ]);
  const before = workedFund("2025-06-16", "2025-07-01");
  const highlights = table(made("financial-highlights", before), "highlights");
  const said = highlights.lines.filter(({ cells: [cell] }) => cell?.kind !== "none");
  assert.deepEqual(
    said.map(({ id }) => id),
    ["irr", "contributed"],
  );
});

test("[ST27] level 3 of the worked fund rolls forward", () => {
  const levelThree = table(made("level-three"), "level-three");
  const [line] = levelThree.lines;
  assert.deepEqual(
    line?.cells.map((cell) => cell.kind === "money" && Number(cell.minor)),
    // opening, purchases, disposals, realised, unrealised, in, out, end
    [660, 0, -180, 30, -15, 0, 0, 495],
  );
});

test("[ST28] a unit of the worked fund earned 43 and gained 15 hundredths of a cent", () => {
  const highlights = table(made("financial-highlights"), "per-unit");
  const price = (id: string) => {
    const cell = highlights.lines.find((line) => line.id === id)?.cells[0];
    return cell?.kind === "price" ? Ratio.toDecimalText(cell.price) : cell?.kind;
  };
  assert.equal(price("opening"), "0.01046");
  assert.equal(price("income"), "0.00043");
  assert.equal(price("gain"), "0.00015");
  assert.equal(price("distributed"), "0.0005");
  assert.equal(price("closing"), "0.01054");
});

test("[ST30] [ST31] [ST32] capital accounts of the worked fund in ILPA's rows", () => {
  const statement = made("capital-accounts");
  const rows = (id: string): Readonly<Record<string, number>> =>
    Object.fromEntries(
      Object.entries(amounts(table(statement, id), "period"))
        .filter(([, minor]) => minor !== 0)
        .map(([row, minor]) => [row.slice("ilpa.".length), minor]),
    );
  assert.deepEqual(rows("capital-account"), {
    ...{ "1": 1046, "3": -50, "4": -50, "9": 3, "11": 40, "14": 43, "16": 30, "17": -15 },
    ...{ "18": 1054, "22": 1054, "23": 2000, "24": 1000, "28": 1000 },
  });
  // Of 3 that were waived the odd cent goes to the United States, which the charter ranks first.
  assert.deepEqual(rows("capital-account.US"), {
    ...{ "1": 523, "3": -25, "4": -25, "9": 2, "11": 20, "14": 22, "16": 15, "17": -8 },
    ...{ "18": 527, "22": 527, "23": 1000, "24": 500, "28": 500 },
  });
  assert.equal(rows("capital-account.JP")["17"], -7);
  assert.equal(table(statement, "capital-account").lines.length, 29, "28 rows and the calls");
});

/** A fund with two classes, of which the partners' alone bears a fee of 10. */
function twoClasses(): StatementInput {
  const input = historyOf(
    [
      {
        ...{ on: "2026-01-31", act: "capital.receive" },
        legs: [
          ["1010", "bank", 1000],
          ["3010", "US", -600],
          ["3010", "P", -400],
        ],
      },
      {
        ...{ on: "2026-06-30", act: "fee.accrue" },
        legs: [
          ["5010", "M", 10],
          ["2050", "M", -10],
          ["9080", "partners", -10],
          ["9089", "partners", 10],
        ],
      },
    ],
    [{ on: "2026-01-31", holder: "US", units: 60 }],
    ["2026-01-01", "2026-12-31"],
  );
  const { state, chronicle } = input;
  const [founders] = state.charter.classes;
  const classes = [founders!, { ...founders!, id: "partners" }];
  const bought = {
    ...{ entry: 0, on: localDate("2026-01-31") },
    ...{ unitClass: "partners", holder: "P", microUnits: 40_000_000n },
  };
  return {
    ...input,
    state: { ...state, charter: { ...state.charter, classes } },
    chronicle: { ...chronicle, unitMovements: [...chronicle.unitMovements, bought] },
  };
}

test("[ST28] [ST31] what one class alone bears is its holders', by account and by unit", () => {
  const input = twoClasses();
  const accounts = made("capital-accounts", input);
  const ending = (party: string) =>
    amountIn(table(accounts, `capital-account.${party}`), "ilpa.18", "period");
  assert.deepEqual([ending("US"), ending("P")], [600n, 390n]);
  const perUnit = table(made("financial-highlights", input), "per-unit");
  const prices = (id: string) =>
    perUnit.lines
      .find((line) => line.id === id)
      ?.cells.map((cell) => cell.kind === "price" && Ratio.toDecimalText(cell.price));
  // 600 cents over 60 units; 400 less 10 over 40.
  assert.deepEqual(prices("closing"), ["0.1", "0.0975"]);
  assert.deepEqual(prices("income"), ["0", "-0.0025"]);
});

test("[ST31] where tiers are not by units the waterfall says whose the net assets are", () => {
  const { state, chronicle } = chronicleOf(settledFund());
  const worth = (on: LocalDate) =>
    capitalAccounts(
      {
        ...{ charter: tiered.charter, stakes: new Stakes(tiered.charter, chronicle, "fund") },
        chronicle: { ...chronicle, unitMovements: chronicle.unitMovements, stateOn: () => tiered },
        book: bookOf({ state, chronicle, vehicle: "fund", period: periodBetween(FIRST_DATE, on) }),
      },
      { of: "closing", on },
    );
  const [waterfall, ...others] = state.charter.waterfalls;
  const name = waterfall!.tiers[0]!.name;
  const tiers = [{ id: "ninety", name, to: { shares: { US: "9/10", JP: "1/10" } } }];
  const waterfalls = [{ ...waterfall!, tiers }, ...others];
  const tiered = { ...state, charter: { ...state.charter, waterfalls } };
  const { netAssets } = new VehicleFigures(state, "fund");
  const shares = worth(state.today);
  // 0.9 of a cent is the larger remainder.
  assert.equal(netAssets % 10n, 1n);
  assert.equal(shares.get("US"), (netAssets * 9n) / 10n + 1n);
  assert.equal(shares.get("US")! + shares.get("JP")!, netAssets);
});

test("[ST33] [ST34] fees, interest and commitments have their rows since inception", () => {
  const whole = table(made("capital-accounts"), "capital-account");
  const row = (id: string): number => Number(amountIn(whole, `ilpa.${id}`, "sinceInception"));
  assert.deepEqual(["2", "5", "9", "12", "17"].map(row), [1000, -10, 3, -4, 45]);
  // Promised 2,000, called 1,000.
  assert.deepEqual(["24", "24a", "25", "26", "27", "28"].map(row), [0, -1000, 0, 0, 2000, 1000]);
});

test("[ST23] [ST33] expenses stand by category, and placement fees in a row of their own", () => {
  const spent = historyOf(
    [
      {
        on: "2026-01-31",
        act: "capital.receive",
        legs: [
          ["1010", "bank", 100],
          ["3010", "US", -100],
        ],
      },
      {
        on: "2026-02-01",
        act: "expense.book",
        legs: [
          ["5020", "legal", 8],
          ["2060", "a", -8],
        ],
      },
      {
        on: "2026-02-02",
        act: "expense.book",
        legs: [
          ["5020", "placement", 2],
          ["2060", "b", -2],
        ],
      },
    ],
    [{ on: "2026-01-31", holder: "US", units: 100 }],
    ["2026-01-01", "2026-12-31"],
  );
  const expenses = table(made("operations", spent), "expenses");
  assert.deepEqual(amounts(expenses), { legal: 8, placement: 2, total: 10 });
  assert.deepEqual(expenses.lines[0]?.caption, { key: "expense.legal" });
  const account = table(made("capital-accounts", spent), "capital-account.US");
  const rows = ["7", "14", "15", "17", "18"].map((row) =>
    Number(amountIn(account, `ilpa.${row}`, "period")),
  );
  assert.deepEqual(rows, [-8, -8, -2, 0, 90]);
});

test("[ST31] what was spent before anyone held anything is the first holders'", () => {
  const early = workedFund("2025-06-16", "2025-07-30");
  const spent = {
    ...{ entry: 99, journal: { id: "act-99/1", vehicle: "fund" } },
  };
  const journal = {
    ...spent.journal,
    effectiveDate: localDate("2025-07-05"),
    postings: [
      { account: "5020", subject: "lawyer", currency: "USD", minor: 8n },
      { account: "2060", subject: "lawyer", currency: "USD", minor: -8n },
    ],
  };
  const postings = [...early.chronicle.postings, { entry: 99, journal }];
  const input = { ...early, chronicle: { ...early.chronicle, postings } };
  const ofUs = table(made("capital-accounts", input), "capital-account.US");
  assert.equal(amountIn(ofUs, "ilpa.7", "period"), -4n);
  assert.equal(amountIn(ofUs, "ilpa.18", "period"), -4n);
});

test("[ST35] [ST36] returns of the worked fund", () => {
  const returns = table(made("returns"), "returns");
  const line = returns.lines.find(({ id }) => id === "US");
  assert.deepEqual(
    line?.cells.slice(0, 8).map((cell) => {
      if (cell.kind === "money") return Number(cell.minor);
      return "ratio" in cell ? `${cell.ratio.num}/${cell.ratio.den}` : cell.kind;
    }),
    // committed, paid in, distributed, residual, PIC, DPI, RVPI, TVPI
    [1000, 500, 25, 527, "1/2", "1/20", "527/500", "138/125"],
  );
  // -500 on 31 July 2025, 25 on 10 May, 527 on 31 December 2026: mpmath's root.
  const rate = line?.cells[8];
  assert.deepEqual(rate?.kind === "rate" && rate.ratio, Ratio.make(7_380_886n, 100_000_000n));
});

test("[ST34] [ST35] what came back is callable again, and a true-up is paid in money", () => {
  const returned = trueUp();
  const account = table(made("capital-accounts", returned), "capital-account.US");
  const row = (id: string): number => Number(amountIn(account, `ilpa.${id}`, "period"));
  assert.deepEqual(["23", "24", "24a", "25", "26", "27", "28"].map(row), [
    ...[100, 0, -70, 30, 0, 100, 60],
  ]);
  assert.deepEqual(["2", "3", "17", "18"].map(row), [60, -30, 0, 30]);
  const flows = plainFlows(returned.chronicle, {
    ...{ vehicle: "fund", currency: "USD", to: returned.period.to },
  });
  assert.deepEqual(
    flows.map(({ party, minor }) => [party, Number(minor)]),
    [
      ["US", -60],
      ["P", -31],
      ["US", 31],
    ],
  );
});

test("[ST26] the schedule shows what is above 5 % with valuer and level, and sums", () => {
  const { state, chronicle } = chronicleOf(settledFund());
  const period = sinceInception(chronicle.firstDay!, state.today);
  const input = { state, chronicle, vehicle: "fund", period };
  const schedule = table(made("assets-and-liabilities", input), "schedule");
  const [line, total] = schedule.lines;
  assert.equal(line?.id, "abilene");
  assert.deepEqual(line?.cells.slice(2, 4), total?.cells.slice(2, 4));
  assert.deepEqual(line?.cells.slice(5), [
    { kind: "count", count: 3 },
    { kind: "text", text: "Comparison" },
    {
      kind: "caption",
      caption: { name: state.charter.parties.find(({ id }) => id === "VAL")!.short },
    },
    { kind: "date", on: "2025-12-24" },
  ]);
});

test("[ST20] the trial balance is the ledger's, with what went through each account", () => {
  const { state, chronicle } = chronicleOf(settledFund());
  const period = sinceInception(chronicle.firstDay!, state.today);
  const statement = made("trial-balance", { state, chronicle, vehicle: "fund", period });
  const closing = statement.tables.flatMap(({ lines }) =>
    lines.flatMap(({ id, cells }) => {
      const last = cells.at(-1);
      const isBalance = id !== "total" && last?.kind === "money" && last.minor !== 0n;
      return isBalance ? [`${id} ${last.minor}`] : [];
    }),
  );
  const ledger = trialBalance(state.ledger).map(
    ({ account, subject, minor }) => `${account}/${subject} ${minor}`,
  );
  assert.deepEqual(closing, ledger);
});

test("[ST12] each line made of postings leads back to them", () => {
  const book = bookOf(YEAR);
  for (const name of ["operations", "changes-in-net-assets", "cash-flows"] as const) {
    for (const { lines } of made(name).tables) {
      for (const { id, cells, source } of lines) {
        const [cell] = cells;
        if (source.kind !== "postings" || cell?.kind !== "money") continue;
        const parts = source.selections.flatMap((of) => book.parts(YEAR.chronicle, of));
        const sum = parts.reduce((total, { minor }) => total + minor, 0n);
        assert.equal(sum, cell.minor, `${name} ${id}`);
      }
    }
  }
});

test("[ST38] the forecast has what is known to come and go, by week", () => {
  const called = chronicleOf(fundAt("called"));
  const inputOf = ({ state, chronicle }: typeof called): StatementInput => ({
    ...{ state, chronicle, vehicle: "fund" },
    period: sinceInception(chronicle.firstDay!, state.today),
  });
  // On 24 June both calls of 3 billion are due on 10 September: the 12th week.
  const waiting = table(made("cash-forecast", inputOf(called)), "forecast.USD");
  assert.equal(amountIn(waiting, "callsDue", "week-12"), 600_000_000_000n);
  assert.equal(amountIn(waiting, "cashClosing", "week-11"), 0n);
  assert.equal(amountIn(waiting, "cashClosing", "week-13"), 600_000_000_000n);
  // On 26 September 1 billion is instructed, and 1.5 billion due on 24 December.
  const closed = chronicleOf(fundAt("closed"));
  const paying = table(made("cash-forecast", inputOf(closed)), "forecast.USD");
  assert.equal(amountIn(paying, "investmentsPayable", "week-1"), -100_000_000_000n);
  assert.equal(amountIn(paying, "milestonesDue", "week-13"), -150_000_000_000n);
  assert.equal(amountIn(paying, "cashClosing", "week-13"), 350_000_000_000n);
  const overdue = { ...called, state: { ...called.state, today: localDate("2025-09-11") } };
  const late = table(made("cash-forecast", inputOf(overdue)), "forecast.USD");
  assert.equal(amountIn(late, "cashClosing", "week-13"), 0n, "an overdue call is not counted on");
});

test("[ST38] the forecast has the debt service of loans that are out", () => {
  const fund = drawn().until("2026-02-01");
  const { state, chronicle } = chronicleOf(fund);
  const period = sinceInception(chronicle.firstDay!, state.today);
  const forecast = table(
    made("cash-forecast", { state, chronicle, vehicle: "fund", period }),
    "forecast.USD",
  );
  // 5 billion at 5 %, 30/360, from 17 September to 15 March: 178 days. The line is not drawn.
  const bonds = (500_000_000_000n * 5n * 178n) / (100n * 360n);
  assert.equal(amountIn(forecast, "debtService", "week-7"), -bonds);
});

test("[ST6] [ST36] a subscription line makes the same result look better", () => {
  const lent = historyOf(
    [
      {
        on: "2025-07-01",
        act: "facility.receive",
        legs: [
          ["1010", "bank", 1000],
          ["2080", "line", -1000],
        ],
      },
      {
        on: "2025-07-01",
        act: "investment.close",
        legs: [
          ["1050", "abilene", 1000],
          ["1010", "bank", -1000],
        ],
      },
      {
        on: "2025-12-31",
        act: "capital.receive",
        legs: [
          ["1010", "bank", 1000],
          ["3010", "US", -1000],
        ],
      },
      {
        on: "2025-12-31",
        act: "payment.release",
        legs: [
          ["2080", "line", 1000],
          ["1010", "bank", -1000],
        ],
      },
      {
        on: "2026-12-31",
        act: "valuation.submit",
        legs: [
          ["1055", "abilene", 300],
          ["4050", "abilene", -300],
        ],
      },
    ],
    [{ on: "2025-12-31", holder: "US", units: 1000 }],
    ["2025-06-16", "2026-12-31"],
  );
  for (const id of ["US", "total"]) {
    const line = table(made("returns", lent), "returns").lines.find((each) => each.id === id);
    const rates = line?.cells.slice(8, 10).map((cell) => cell.kind === "rate" && cell.ratio);
    // 1.3 over 365 days, and over 548: 1.3 ^ (365 / 548) - 1 by mpmath.
    assert.deepEqual(rates, [Ratio.make(3n, 10n), Ratio.make(19_094_835n, 100_000_000n)]);
  }
});

test("[ST2] [ST3] a return says if it is a year's, and what other roots there are", () => {
  const all = made("returns", workedFund("2025-06-16", "2025-12-31"));
  const line = table(all, "returns").lines.find(({ id }) => id === "US");
  const cell = line?.cells[8];
  assert.equal(cell?.kind === "rate" && cell.annualised, false, "153 days are no year");
  const early = made("returns", workedFund("2025-06-16", "2025-07-31"));
  assert.deepEqual(table(early, "returns").lines.at(-1)?.cells[8], {
    kind: "caption",
    caption: { key: "notDefined" },
  });
  const pump = [
    ["2021-01-01", -1600n],
    ["2022-01-01", 10_000n],
    ["2023-01-01", -10_000n],
  ].map(([on, minor]) => ({ on: localDate(on as string), minor: minor as bigint }));
  assert.deepEqual(moneyWeightedCell(moneyWeightedReturn(pump)), {
    ...{ kind: "rate", ratio: Ratio.make(1n, 4n), annualised: true, others: [Ratio.make(4n)] },
  });
});

test("[ST39] the liquidity test sets promises and debts against what can be had", () => {
  const { state, chronicle } = chronicleOf(fundAt("closed"));
  const period = sinceInception(chronicle.firstDay!, state.today);
  const liquidity = table(
    made("cash-forecast", { state, chronicle, vehicle: "fund", period }),
    "liquidity",
  );
  const { cover: _cover, ...figures } = Object.fromEntries(
    liquidity.lines.map(({ id, cells: [cell] }) => [id, cell?.kind === "money" ? cell.minor : 0n]),
  );
  assert.deepEqual(figures, {
    ...{ promisedToProjects: 150_000_000_000n, owed: 100_000_000_000n, claims: 250_000_000_000n },
    ...{ cash: 600_000_000_000n, callableCapital: 29_400_000_000_000n, callsDue: 0n },
    ...{ undrawnLines: 0n, available: 30_000_000_000_000n, liquidityLeft: 29_750_000_000_000n },
  });
});

test("[ST40] revenue is by each government's own year, net of what it says its money costs", () => {
  const { state, chronicle } = chronicleOf(settledFund());
  const statement = made("revenue", {
    ...{ state, chronicle, vehicle: "fund" },
    period: sinceInception(chronicle.firstDay!, state.today),
    fundingRates: { JP: Ratio.make(1n, 100n) },
    ownCurrencyRates: { JPY: Ratio.make(150n) },
  });
  const of = (party: string, year: string, column: string) =>
    amountIn(table(statement, `revenue.${party}`), year, column);
  // Paid on 2 April 2026: Japan's year has just begun, that of the United States is half over.
  assert.equal(of("JP", "FY2025", "received"), 0n);
  assert.equal(of("JP", "FY2026", "received"), 4_000_000_000n);
  assert.equal(of("US", "FY2026", "received"), 4_000_000_000n);
  assert.equal(of("JP", "FY2026", "inOwnCurrency"), 6_000_000_000n);
  // 3 billion dollars at 1 %: 203 days from 10 September to 31 March, then two.
  assert.equal(of("JP", "FY2025", "fundingCost"), 1_668_493_151n);
  assert.equal(of("JP", "FY2026", "fundingCost"), 16_438_356n);
  assert.equal(of("JP", "FY2026", "netOfFundingCost"), 4_000_000_000n - 16_438_356n);
  const [line] = table(statement, "revenue.US").lines;
  assert.deepEqual(
    line?.cells.slice(4, 9).map(({ kind }) => kind),
    [...["money", "money", "none", "none", "none"]],
  );
});

test("[ST41] the statement for a sovereign of the worked fund", () => {
  const stake = table(made("sovereign"), "sovereign.US");
  const money = stake.lines.flatMap(({ id, cells: [cell] }) =>
    cell?.kind === "money" ? [[id, Number(cell.minor)] as const] : [],
  );
  assert.deepEqual(Object.fromEntries(money), {
    ...{ worth: 527, due: 0, paid: 0, received: 25 },
    ...{ "paid-since-inception": 500, "received-since-inception": 25 },
    ...{ commitment: 1000, unfunded: 500, guarantees: 77 },
  });
});

test("[ST42] a group of two books is what it would be as one, and differences are told", () => {
  const { book, differences } = consolidatedBook({ agree: true });
  const { charter } = YEAR.state;
  const position = positionTable(charter, book);
  assert.deepEqual(differences, []);
  assert.equal(amountIn(position, "total-assets", "closing"), 1000n);
  assert.equal(amountIn(position, "account.3010", "closing"), 1000n);
  const apart = consolidatedBook({ agree: false });
  assert.deepEqual(
    apart.differences.map(({ link, minor }) => [link.id, ...minor]),
    [["fund/spv", 580n, -570n]],
  );
  const both = positionTable(charter, apart.book);
  assert.equal(amountIn(both, "net-assets", "closing"), amountIn(both, "capital", "closing"));
});
