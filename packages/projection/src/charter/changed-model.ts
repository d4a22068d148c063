import type { Charter } from "@jointfund/core/charter/charter.ts";
import type { Assumptions } from "../assumptions/assumptions.ts";
import { rate } from "../assumptions/rate-text.ts";
import { factorInputs } from "../factors/factor-inputs.ts";
import type { FundModel } from "./fund-model.ts";
import { fundParameters } from "./fund-parameters.ts";

/**
 * A model with other figures and the same program: what a slider moves [PJ95]. The assumptions may
 * differ from those it was compiled from in rates of the market, the exchange, the short rate,
 * borrowing, selling, projects' income and risk, treasuries, expenses, cash and pace; the charter
 * in the shares of the capital; and other stresses may come true. Anything else needs
 * `compileFund`.
 */
export function changedModel(
  model: FundModel,
  charter: Charter,
  assumptions: Assumptions,
  stresses: readonly string[],
): FundModel {
  const { program, inputs } = model;
  const factors = factorInputs(assumptions, { steps: inputs.steps, stresses });
  const parameters = new Map([...factors.parameters, ...fundParameters(charter, assumptions)]);
  const schedules = inputs.schedules.slice();
  for (const [index, name] of program.schedules.entries()) {
    const values = factors.schedules.get(name);
    if (values === undefined) continue;
    for (let step = 0; step < inputs.steps; step++) {
      schedules[step * program.schedules.length + index] = values[step]!;
    }
  }
  return {
    ...model,
    parties: model.parties.map((party) => {
      const treasury = assumptions.treasuries[party.id];
      return { ...party, fundingRate: treasury === undefined ? 0 : rate(treasury.fundingRate) };
    }),
    inputs: {
      ...inputs,
      schedules,
      parameters: program.parameters.map((name, index) => {
        return parameters.get(name) ?? inputs.parameters[index]!;
      }),
      tables: program.tables.map(
        (name, index) => factors.tables.get(name) ?? inputs.tables[index]!,
      ),
      opening: program.states.map(
        ({ name }, index) => factors.openings.get(name) ?? inputs.opening[index]!,
      ),
    },
  };
}
