import { historyOf, type WrittenEntry } from "../support/histories.ts";

/**
 * Two years of a small fund, in cents, worked by hand: 1,000 paid in by two holders, an investment
 * bought for 600, written up by 60 and sold in part, a loan, fees, and a distribution.
 */
const both = (account: string, minor: number): WrittenEntry["legs"] => [
  [account, "US", minor],
  [account, "JP", minor],
];

const ENTRIES: readonly WrittenEntry[] = [
  {
    on: "2025-07-01",
    act: "commitment.accept",
    legs: [...both("9010", 1000), ...both("9019", -1000)],
  },
  {
    ...{ on: "2025-07-10", act: "capital.call" },
    legs: [
      ...both("3015", 500),
      ...both("3010", -500),
      ...both("9019", 500),
      ...both("9010", -500),
    ],
  },
  {
    on: "2025-07-31",
    act: "capital.receive",
    legs: [["1010", "bank", 1000], ...both("3015", -500)],
  },
  {
    on: "2025-08-15",
    act: "investment.close",
    legs: [
      ["1050", "abilene", 600],
      ["2010", "abilene", -600],
    ],
  },
  {
    on: "2025-08-20",
    act: "payment.release",
    legs: [
      ["2010", "abilene", 600],
      ["1010", "bank", -600],
    ],
  },
  {
    on: "2025-09-30",
    act: "facility.draw",
    legs: [
      ["1010", "bank", 200],
      ["2085", "line", -200],
    ],
  },
  {
    on: "2025-12-31",
    act: "valuation.submit",
    legs: [
      ["1055", "abilene", 60],
      ["4050", "abilene", -60],
    ],
  },
  {
    on: "2025-12-31",
    act: "interest.accrue",
    legs: [
      ["5030", "line", 4],
      ["2095", "line", -4],
    ],
  },
  {
    on: "2025-12-31",
    act: "fee.accrue",
    legs: [
      ["5010", "M", 10],
      ["2050", "M", -10],
    ],
  },
  {
    on: "2026-02-01",
    act: "guarantee.grant",
    legs: [
      ["9030", "US", 77],
      ["9039", "US", -77],
    ],
  },
  {
    on: "2026-03-01",
    act: "investment.income",
    legs: [
      ["1010", "bank", 40],
      ["4010", "abilene", -40],
    ],
  },
  {
    ...{ on: "2026-04-01", act: "investment.dispose" },
    legs: [
      ["1010", "bank", 180],
      ["1050", "abilene", -150],
      ["4040", "abilene", -30],
      ["4050", "abilene", 15],
      ["1055", "abilene", -15],
    ],
  },
  {
    on: "2026-05-01",
    act: "distribution.declare",
    legs: [...both("3040", 25), ...both("2030", -25)],
  },
  { on: "2026-05-10", act: "payment.release", legs: [...both("2030", 25), ["1010", "bank", -50]] },
  {
    ...{ on: "2026-06-01", act: "payment.release" },
    legs: [
      ["2085", "line", 100],
      ["2095", "line", 4],
      ["1010", "bank", -104],
    ],
  },
  {
    on: "2026-06-15",
    act: "fee.waive",
    legs: [
      ["2050", "M", 3],
      ["5010", "M", -3],
    ],
  },
  {
    on: "2026-06-20",
    act: "payment.release",
    legs: [
      ["2050", "M", 7],
      ["1010", "bank", -7],
    ],
  },
];

const UNITS = ["US", "JP"].map((holder) => ({ on: "2025-07-31", holder, units: 500 }));

export const workedFund = (from: string, to: string) => historyOf(ENTRIES, UNITS, [from, to]);

/** 60 of 100 are called of one partner; a later one takes over half, with interest of 1. */
export const trueUp = () =>
  historyOf(
    [
      {
        on: "2026-01-02",
        act: "commitment.accept",
        legs: [
          ["9010", "US", 100],
          ["9019", "US", -100],
        ],
      },
      {
        on: "2026-01-03",
        act: "capital.call",
        legs: [
          ["9019", "US", 60],
          ["9010", "US", -60],
        ],
      },
      {
        on: "2026-01-10",
        act: "capital.receive",
        legs: [
          ["1010", "bank", 60],
          ["3010", "US", -60],
        ],
      },
      // A later partner pays 30 for half of that, and 1 of interest to the earlier one.
      {
        on: "2026-02-01",
        act: "capital.receive",
        legs: [
          ["1010", "bank", 31],
          ["2130", "P", -31],
        ],
      },
      {
        ...{ on: "2026-02-01", act: "capital.receive" },
        legs: [
          ["2130", "P", 31],
          ["3010", "P", -30],
          ["2070", "US", -31],
          ["3010", "US", 30],
          ["9020", "US", 30],
          ["9029", "US", -30],
        ],
      },
      {
        on: "2026-02-05",
        act: "payment.release",
        legs: [
          ["2070", "US", 31],
          ["1010", "bank", -31],
        ],
      },
      {
        on: "2026-03-01",
        act: "capital.call",
        legs: [
          ["9029", "US", 10],
          ["9020", "US", -10],
        ],
      },
    ],
    [
      { on: "2026-01-10", holder: "US", units: 30 },
      { on: "2026-02-01", holder: "P", units: 30 },
    ],
    ["2026-01-01", "2026-12-31"],
  );
