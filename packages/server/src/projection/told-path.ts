import type { Infer } from "@jointfund/core/base/schema.ts";
import type { Charter } from "@jointfund/core/charter/charter.ts";
import type { FundModel, ProjectedParty } from "@jointfund/projection/charter/fund-model.ts";
import {
  type DISTRIBUTED_PARTS,
  exchangeOutput,
  FUND_OUTPUTS,
  outputOf,
  type PartyOutput,
  rungOutput,
} from "@jointfund/projection/charter/fund-outputs.ts";
import { minorUnits } from "@jointfund/projection/charter/minor-units.ts";
import type { pathAnswer } from "../http/projection-schemas.ts";
import { localized } from "../languages/language.ts";
import type { PathInFull } from "./path-in-full.ts";

type Told = Omit<Infer<typeof pathAnswer>, "milliseconds">;
type Outputs = PathInFull["steps"][number]["outputs"];

/** A path for a page: the fund, each party in its own currency, each covenant's ladder [PJ71]. */
export function toldPath(path: PathInFull, model: FundModel, charter: Charter): Told {
  const { steps, seed, currency } = path;
  return {
    ...{ path: path.path, seed, currency },
    steps: steps.map(({ ends, outputs }) => ({
      ends,
      fund: Object.fromEntries(FUND_OUTPUTS.map((name) => [name, outputs[name] ?? null])),
    })),
    parties: model.parties.map((party) => ({
      ...{ id: party.id, currency: party.currency },
      steps: steps.map(({ outputs }) => partyStep(outputs, party, currency)),
    })),
    covenants: model.covenants.flatMap((id) => {
      const covenant = charter.leverage?.covenants.find((each) => each.id === id);
      if (covenant === undefined) return [];
      const { name, clause, ladder } = covenant;
      const rungs = steps.map(({ outputs }) => outputs[rungOutput(id)] ?? 0);
      return [{ id, name: localized(name), clause, ladder: ladder.map(({ step }) => step), rungs }];
    }),
  };
}

/** What a party pays in and gets in a step, at the quote of its end, in its own minor units. */
function partyStep(outputs: Outputs, { id, kind, currency }: ProjectedParty, base: string) {
  const exchange = currency === base ? 1 : (outputs[exchangeOutput(currency)] ?? null);
  const scale = minorUnits(currency) / minorUnits(base);
  const told = (name: PartyOutput): number | null => {
    const value = outputs[outputOf(name, id)] ?? null;
    return value === null || exchange === null ? null : value * exchange * scale;
  };
  const distributed = told("distributed");
  const part = (name: (typeof DISTRIBUTED_PARTS)[number]): number | null =>
    distributed === null ? null : distributed * (outputs[`${name}Share`] ?? 0);
  const parts = { income: part("income"), gains: part("gains"), capital: part("capital") };
  return {
    ...{ paidIn: told("paidIn"), distributed },
    ...(kind === "class" ? {} : { parts }),
    ...{ worth: told("worth"), missed: told("missed") },
    ...(currency === base ? {} : { exchange }),
  };
}
