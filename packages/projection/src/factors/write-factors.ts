import type { Assumptions } from "../assumptions/assumptions.ts";
import type { ProgramBuilder } from "../kernel/program-builder.ts";
import { writeExchange } from "./exchange.ts";
import type { Factors } from "./factors.ts";
import { writeMarket } from "./market.ts";
import { correlatedNormals } from "./normals.ts";
import { writeShortRate } from "./short-rate.ts";
import { stressSchedule } from "./stresses.ts";

/**
 * Writes what the world does in a step [PJ25]. Only what says how it is computed is in the program:
 * the model's kind, the length of the step, the currencies; every figure is a parameter, a schedule
 * or a table, with the values of `factorInputs`.
 */
export function writeFactors(builder: ProgramBuilder, assumptions: Assumptions): Factors {
  const { market: assumed, stepMonths } = assumptions;
  const market = writeMarket(builder, assumed.model, stepMonths);
  const normals = correlatedNormals(builder, assumptions, market.normal);
  const rates = writeShortRate(builder, normals);
  return {
    years: builder.constant(stepMonths / 12),
    market: builder.add(market.logReturn, stressSchedule(builder, "market")),
    marketVariance: market.variance,
    shortRate: rates.opening,
    nextShortRate: rates.closing,
    exchange: writeExchange(builder, assumptions, normals),
    sectorShock: (sector) => stressSchedule(builder, `sector.${sector}`),
    incomeFactor: stressSchedule(builder, "income"),
    pays: (party) => stressSchedule(builder, `pays.${party}`),
  };
}
