import assert from "node:assert/strict";
import { test } from "node:test";
import { projectDebtOf, sculptedDebt } from "../../src/assumptions/sculpted-debt.ts";
import { assumed } from "../drawn-world.ts";

type Year = { readonly balance: number; readonly cash: number; readonly rest: number };

/** Repays a debt from its service, year after year, and gives what is owed as each year begins. */
function repaid(
  cash: readonly number[],
  { rate, cover }: { readonly rate: number; readonly cover: number },
): { readonly years: readonly Year[]; readonly left: number } {
  let balance = sculptedDebt(cash, { rate, cover });
  const years = cash.map((each, index) => {
    const year = { balance, cash: each, rest: cash.length - index };
    balance += rate * balance - each / cover;
    return year;
  });
  return { years, left: balance };
}

test("[PJ35] level cash of 100 for 20 years at 6% and 1.30 times carries 882.301632", () => {
  const cash = Array.from({ length: 20 }, () => 100);
  const terms = { rate: 0.06, cover: 1.3 };
  assert.ok(Math.abs(100 / 1.3 - 76.923077) < 1e-6);
  assert.ok(Math.abs(sculptedDebt(cash, terms) - 882.301632) < 1e-6);
  // The annuity, by its own formula.
  const annuity = (1 - 1.06 ** -20) / 0.06;
  assert.ok(Math.abs(sculptedDebt(cash, terms) - (100 / 1.3) * annuity) < 1e-9);
  assert.ok(Math.abs(repaid(cash, terms).left) < 1e-9);
});

test("[PJ35] the life cover of a sculpted loan is its yearly cover on every date", () => {
  const cash = [0, 20, 55, 90, 120, 118, 60, 75, 140, 12];
  const terms = { rate: 0.0725, cover: 1.35 };
  const { years, left } = repaid(cash, terms);
  assert.ok(Math.abs(left) < 1e-10);
  for (const [index, { balance }] of years.entries()) {
    const worth = cash
      .slice(index)
      .reduce((sum, each, year) => sum + each / (1 + terms.rate) ** (year + 1), 0);
    assert.ok(Math.abs(worth / balance - terms.cover) < 1e-9, `${index}`);
  }
});

test("[PJ35] a project borrows what is stated, or what its income carries", () => {
  const project = { ...assumed({}).projects[0]!, projectDebt: "70%", income: "10%" };
  assert.equal(projectDebtOf(project), 0.7);
  const sculpted = { cover: "1.3", years: 20, rate: "6%" };
  const sized = projectDebtOf({ ...project, projectDebt: "0%", sculpted });
  assert.ok(Math.abs(sized - 0.882301632) < 1e-9);
});
