import { assert } from "@jointfund/core/base/assert.ts";
import type { Charter } from "@jointfund/core/charter/charter.ts";
import type { Assumptions } from "@jointfund/projection/assumptions/assumptions.ts";
import { compileFund } from "@jointfund/projection/charter/compile-fund.ts";
import type { FundModel } from "@jointfund/projection/charter/fund-model.ts";
import {
  movedAssumptions,
  movesOf,
  withPace,
  type Moved,
} from "@jointfund/projection/pricing/moves.ts";
import type { Price } from "@jointfund/projection/pricing/price.ts";
import { keyOfSeed } from "@jointfund/projection/outcomes/seed-key.ts";
import { priceModels, type PriceOptions } from "./price-readings.ts";
import type { ProjectionInput } from "./projection-input.ts";

/** Beside what a run takes: what the model was compiled with. */
export type AnalysisOptions = PriceOptions & {
  readonly seed: string;
  readonly stresses: readonly string[];
};

/** An assumption moved down and up, each priced beside what is assumed [PJ112]. */
export type SensitivityRow = {
  readonly moved: Moved;
  readonly currency: string | null;
  /** By so many points of a rate, or to so many times what it was. */
  readonly by: "points" | "times";
  readonly down: { readonly size: number; readonly price: Price };
  readonly up: { readonly size: number; readonly price: Price };
};
export type Sensitivity = {
  readonly format: "jointfund/sensitivity/v1";
  readonly paths: number;
  readonly seed: string;
  readonly assumed: Price;
  /** From the largest effect on a median to the smallest. */
  readonly rows: readonly SensitivityRow[];
};

/** Undefined if the run was ended before it was whole. */
export async function sensitivityOf(
  input: ProjectionInput,
  options: AnalysisOptions,
): Promise<Sensitivity | undefined> {
  const { charter, assumptions, model } = input;
  const moves = movesOf(assumptions);
  const again = compiler(charter, model, options);
  const models = moves.flatMap((move) =>
    (["down", "up"] as const).map((direction) =>
      move.moved === "pace"
        ? withPace(
            model,
            Number(move.distance[direction].num) / Number(move.distance[direction].den),
          )
        : again(movedAssumptions(assumptions, move, direction)),
    ),
  );
  const [assumed, ...prices] = await priceModels([model, ...models], options);
  if (assumed === undefined || prices.length < models.length) return undefined;
  const rows = moves.map(({ moved, currency, distance }, index): SensitivityRow => {
    const side = (direction: "down" | "up", place: number) => ({
      size: Number(distance[direction].num) / Number(distance[direction].den),
      price: prices[place]!,
    });
    return {
      ...{ moved, currency: currency ?? null, by: distance.kind },
      ...{ down: side("down", 2 * index), up: side("up", 2 * index + 1) },
    };
  });
  return {
    ...{ format: "jointfund/sensitivity/v1", paths: options.paths, seed: options.seed, assumed },
    rows: rows.toSorted((a, b) => sizeOf(b, assumed) - sizeOf(a, assumed)),
  };
}

/** Compiles the charter under other assumptions, which change its inputs alone. */
export function compiler(
  charter: Charter,
  { inputs }: FundModel,
  { seed, stresses }: AnalysisOptions,
): (assumptions: Assumptions) => FundModel {
  return (assumptions) => {
    const { steps } = inputs;
    const model = compileFund(charter, assumptions, { steps, key: keyOfSeed(seed), stresses });
    assert(model.ok, "what a charter says does not hang on a figure that is assumed");
    return model.value;
  };
}

/** The largest move of a party's median, beside how far its bad case is from the median. */
function sizeOf({ down, up }: SensitivityRow, assumed: Price): number {
  const sizes = assumed.parties.map(({ prospect }, index) => {
    const moves = [down, up].map(({ price }) =>
      Math.abs(price.parties[index]?.difference.median ?? 0),
    );
    const width = Math.abs(prospect.median - prospect.bad);
    return Math.max(...moves) / (width === 0 ? 1 : width);
  });
  return Math.max(0, ...sizes);
}
