import { ProgramBuilder } from "@jointfund/projection/kernel/program-builder.ts";
import type { Inputs, Num, Program } from "@jointfund/projection/kernel/program.ts";

/**
 * A small levered fund, written for our kernel and twice for numpy (`numpy/reference_kernel.py`):
 * five correlated lognormal assets, a debt that accrues, a covenant on loan to value tested each
 * quarter, a forced sale at a haircut, and a distribution when there is room for one.
 */
export const REFERENCE = {
  quarters: 40,
  assets: 5,
  /** Of each asset, as a path begins. */
  value: 0.6,
  debt: 2,
  /** A year. */
  volatilities: [0.12, 0.15, 0.18, 0.21, 0.24],
  drift: 0.07,
  correlation: 0.4,
  interest: 0.05,
  loanToValueMax: 0.75,
  loanToValueTarget: 0.65,
  haircut: 0.1,
  /** No sale takes more of the assets. */
  soldMax: 0.95,
  /** Of equity, each quarter in which loan to value is below the limit for distributions. */
  distributed: 0.01,
  distributionBelow: 0.7,
} as const;

/** What is compared of the last quarter. */
export const REFERENCE_OUTPUTS = ["equity", "distributed", "sold"] as const;

/** The rows of the lower triangle L with L Lᵀ the matrix of correlations. */
export function choleskyOf(correlation: number, size: number): number[][] {
  const rows: number[][] = [];
  for (let i = 0; i < size; i++) {
    const row: number[] = [];
    for (let j = 0; j <= i; j++) {
      const known = row.slice(0, j).reduce((sum, x, k) => sum + x * (rows[j]?.[k] ?? row[k]!), 0);
      if (j < i) row.push((correlation - known) / rows[j]![j]!);
      else row.push(Math.sqrt(1 - row.reduce((sum, x) => sum + x * x, 0)));
    }
    rows.push(row);
  }
  return rows;
}

export function referenceProgram(): Program {
  const p = new ProgramBuilder();
  const cholesky = choleskyOf(REFERENCE.correlation, REFERENCE.assets);
  const draws = cholesky.map((_, index) => p.normal(`asset ${index}`));
  const grown = cholesky.map((row, index) => {
    const volatility = REFERENCE.volatilities[index]! / 2;
    const drift = REFERENCE.drift / 4 - (volatility * volatility) / 2;
    const terms = row.map((weight, k) => p.multiply(p.constant(weight * volatility), draws[k]!));
    const log = p.add(p.sum(terms), p.constant(drift));
    return p.multiply(p.state(`value ${index}`), p.exponential(log));
  });
  const assets = p.sum(grown);
  const owed = p.multiply(p.state("debt"), p.constant(1 + REFERENCE.interest / 4));
  const { kept, debt, isSold } = forcedSale(p, assets, owed);
  const held = p.multiply(assets, kept);
  const equity = p.maximum(p.subtract(held, debt), p.constant(0));
  const hasRoom = p.less(debt, p.multiply(p.constant(REFERENCE.distributionBelow), held));
  const share = p.multiply(p.constant(REFERENCE.distributed), equity);
  const paid = p.choose(hasRoom, share, p.constant(0));
  const rest = p.divide(p.subtract(held, paid), assets);
  for (const [index, value] of grown.entries()) {
    p.setNext(`value ${index}`, p.multiply(value, rest));
  }
  const distributed = p.add(p.state("distributed"), paid);
  const sold = p.maximum(p.state("sold"), p.indicator(isSold));
  p.setNext("debt", debt);
  p.setNext("distributed", distributed);
  p.setNext("sold", sold);
  p.output("equity", p.subtract(equity, paid));
  p.output("distributed", distributed);
  p.output("sold", sold);
  return p.build();
}

/** The sale S = (D - θA) / ((1 - h) - θ) that brings loan to value back to its target θ. */
function forcedSale(p: ProgramBuilder, assets: Num, owed: Num) {
  const { loanToValueMax, loanToValueTarget, haircut, soldMax } = REFERENCE;
  const isSold = p.less(p.multiply(p.constant(loanToValueMax), assets), owed);
  const excess = p.subtract(owed, p.multiply(p.constant(loanToValueTarget), assets));
  const sale = p.divide(excess, p.constant(1 - haircut - loanToValueTarget));
  const most = p.multiply(p.constant(soldMax), assets);
  const sold = p.choose(isSold, p.minimum(sale, most), p.constant(0));
  const debt = p.subtract(owed, p.multiply(p.constant(1 - haircut), sold));
  const kept = p.divide(p.subtract(assets, sold), assets);
  return { kept, debt, isSold };
}

/** What the program's run is given. */
export function referenceInputs(program: Program): Inputs {
  const openings: Readonly<Record<string, number>> = { debt: REFERENCE.debt };
  return {
    steps: REFERENCE.quarters,
    parameters: [],
    schedules: new Float64Array(0),
    tables: [],
    opening: program.states.map(({ name }) =>
      name.startsWith("value ") ? REFERENCE.value : (openings[name] ?? 0),
    ),
    key: [20_261_128, 6],
  };
}
