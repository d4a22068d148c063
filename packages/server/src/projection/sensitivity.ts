import { changedModel } from "@jointfund/projection/charter/changed-model.ts";
import { movedAssumptions, movesOf, type Moved } from "@jointfund/projection/pricing/moves.ts";
import type { Price } from "@jointfund/projection/pricing/price.ts";
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
  const models = moves.flatMap((move) =>
    (["down", "up"] as const).map((direction) => {
      const moved = movedAssumptions(assumptions, move, direction);
      return changedModel(model, charter, moved, options.stresses);
    }),
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
