import { changedModel } from "@jointfund/projection/charter/changed-model.ts";
import type { FundModel } from "@jointfund/projection/charter/fund-model.ts";
import type { Projection } from "@jointfund/projection/outcomes/projection.ts";
import { toldProjection } from "@jointfund/projection/outcomes/told-projection.ts";
import {
  frontierMarks,
  mostTarget,
  targetsUpTo,
  type FrontierMarks,
} from "@jointfund/projection/pricing/frontier.ts";
import { withTarget } from "@jointfund/projection/pricing/moves.ts";
import { modules } from "./price-readings.ts";
import type { ProjectionInput } from "./projection-input.ts";
import type { AnalysisOptions } from "./sensitivity.ts";

/** What one target of debt gives a party: a year's return and the gain, in its own currency. */
export type FrontierParty = {
  readonly party: string;
  readonly currency: string;
  readonly irr: { readonly median: number; readonly mean: number };
  /** Less is paid in where more is borrowed, so that gains are of different sums. */
  readonly gain: { readonly median: number; readonly mean: number };
  readonly lossOfCapital: number;
};

export type FrontierPoint = {
  readonly target: number;
  readonly parties: readonly FrontierParty[];
  readonly chances: {
    readonly locked: number;
    readonly forcedSale: number;
    readonly defaulted: number;
  };
};

/** What each target of debt gives each side, from none to the charter's most [PJ113]. */
export type Frontier = {
  readonly format: "jointfund/frontier/v1";
  readonly paths: number;
  readonly seed: string;
  /** The most that incurrence tests allow a fully invested fund, as a share of its assets. */
  readonly most: number;
  readonly points: readonly FrontierPoint[];
  /** By the rate of return. */
  readonly marks: readonly ({ readonly party: string } & FrontierMarks)[];
};

/** Undefined if the run was ended before it was whole. */
export async function frontierOf(
  input: ProjectionInput,
  options: AnalysisOptions,
): Promise<Frontier | undefined> {
  const { charter, assumptions, model } = input;
  const { paths, seed, onProgress } = options;
  const most = mostTarget(charter, assumptions);
  const targets = targetsUpTo(most);
  const module = modules()(model.program);
  const points: FrontierPoint[] = [];
  for (const [index, target] of targets.entries()) {
    const at = changedModel(model, charter, withTarget(assumptions, target), options.stresses);
    const projection = await projected(at, module, {
      ...options,
      onProgress: (done) => onProgress?.(index * paths + done, targets.length * paths),
    });
    if (projection === undefined) return undefined;
    points.push(pointOf(Number(target.slice(0, -1)) / 100, projection));
  }
  const marks = model.parties.map(({ id }, place) => ({
    party: id,
    ...frontierMarks(points.map(({ parties }) => parties[place]!.irr)),
  }));
  return { ...{ format: "jointfund/frontier/v1", paths, seed, most }, points, marks };
}

async function projected(
  { program, inputs, opens, dates, baseCurrency, parties, covenants }: FundModel,
  module: WebAssembly.Module,
  { paths, seed, threads, onProgress, signal }: AnalysisOptions,
): Promise<Projection | undefined> {
  const { total, paths: done } = await threads.run({
    ...{ program, module },
    run: { paths, inputs },
    collection: {
      name: "outcomes",
      data: { opens, dates, baseCurrency, parties, covenants },
    },
    ...(onProgress === undefined ? {} : { onProgress }),
    ...(signal === undefined ? {} : { signal }),
  });
  return done < paths ? undefined : toldProjection(total, { asked: paths, seed });
}

function pointOf(target: number, { parties, chances }: Projection): FrontierPoint {
  const last = (series: readonly number[]): number => series.at(-1) ?? 0;
  return {
    target,
    parties: parties.map(({ id, currency, terminal: { irr, gain }, chances: own }) => ({
      ...{ party: id, currency },
      irr: { median: irr.p50 ?? 0, mean: irr.mean ?? 0 },
      gain: { median: gain.p50 ?? 0, mean: gain.mean ?? 0 },
      lossOfCapital: last(own.lossOfCapital.probability),
    })),
    chances: {
      locked: last(chances.locked.probability),
      forcedSale: last(chances.forcedSale.probability),
      defaulted: last(chances.defaulted.probability),
    },
  };
}
