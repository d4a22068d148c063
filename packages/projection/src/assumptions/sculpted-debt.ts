import type { Project } from "./assumptions.ts";
import { rate } from "./rate-text.ts";

/**
 * What is lent to a project on the cash of its years, if in each year that cash covers the debt's
 * service so many times: the service of all years, discounted at the debt's rate [PJ35]. It is
 * linear, so nothing is iterated.
 */
export function sculptedDebt(
  cash: readonly number[],
  terms: { readonly rate: number; readonly cover: number },
): number {
  let [debt, discount] = [0, 1];
  for (const each of cash) {
    discount /= 1 + terms.rate;
    debt += (each / terms.cover) * discount;
  }
  return debt;
}

/**
 * Non-recourse debt of a project for each unit of the fund's cost: as it is stated, or what lenders
 * lend on the income that is assumed for cost, the same in every year of the loan.
 */
export function projectDebtOf({ projectDebt, sculpted, income }: Project): number {
  if (sculpted === undefined) return rate(projectDebt);
  const cash = Array.from({ length: sculpted.years }, () => rate(income));
  return sculptedDebt(cash, { rate: rate(sculpted.rate), cover: rate(sculpted.cover) });
}
