import { ok } from "../../base/result.ts";
import { Schema } from "../../base/schema.ts";
import { governanceAct, identifier } from "./governance-act.ts";

const currency = Schema.string({
  format: {
    name: "currency",
    pattern: "^[A-Z]{3}$",
    accepts: (text) => /^[A-Z]{3}$/.test(text),
  },
});

/**
 * `instruction.record`: a government's wish, on record with its reason and with what the others say
 * to it. It moves nothing: whatever follows from it is an act of its own (G9).
 */
export const instructionRecord = governanceAct({
  type: "instruction.record",
  nature: "decision",
  schema: Schema.object({
    text: Schema.string({ minLength: 1, maxLength: 2_000 }),
    concern: identifier,
    sum: Schema.optional(
      Schema.object({ currency, amount: Schema.minorUnits({ min: 1n, max: 10n ** 30n }) }),
    ),
  }),
  check: () => undefined,
  effects: () => ok([]),
  concerns: (_state, { concern }) => [concern],
  amount: (_state, { sum }) =>
    sum === undefined ? undefined : { currency: sum.currency, minor: sum.amount },
});
