import type { FundModel } from "../charter/fund-model.ts";
import { programText } from "../kernel/program-text.ts";

/** Whether two models give the same results on the same draws: nothing computed differs [PJ111]. */
export function isSameModel(a: FundModel, b: FundModel): boolean {
  return (
    JSON.stringify([a.baseCurrency, a.parties]) === JSON.stringify([b.baseCurrency, b.parties]) &&
    isSame(a.inputs.parameters, b.inputs.parameters) &&
    isSame(a.inputs.opening, b.inputs.opening) &&
    isSame(a.inputs.schedules, b.inputs.schedules) &&
    a.inputs.tables.length === b.inputs.tables.length &&
    a.inputs.tables.every((table, index) => isSame(table, b.inputs.tables[index]!)) &&
    programText(a.program) === programText(b.program)
  );
}

const isSame = (a: ArrayLike<number>, b: ArrayLike<number>): boolean =>
  a.length === b.length && Array.from(a).every((value, index) => Object.is(value, b[index]));
