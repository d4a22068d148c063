import { assert } from "@jointfund/core/base/assert.ts";
import { err, ok, type Result } from "@jointfund/core/base/result.ts";
import type { Charter } from "@jointfund/core/charter/charter.ts";
import type { Tier, Waterfall } from "@jointfund/core/charter/distribution-terms.ts";
import { charterRatio } from "@jointfund/core/fund/terms.ts";
import type { Num } from "../kernel/program.ts";
import type { ProgramBuilder } from "../kernel/program-builder.ts";
import { compileFormula } from "./charter-formulas.ts";
import type { NodeEnvironment } from "./expression-nodes.ts";
import { placeAt, type Inexpressible } from "./inexpressible.ts";
import type { Truth } from "./logic.ts";
import type { TierNodes, TierRun, WeightNodes } from "./tier-nodes.ts";
import { WaterfallBookNodes, type CarryNodes, type RunTerms } from "./waterfall-book-nodes.ts";
import { waterfallOf, waterfallTerms, type WaterfallTerms } from "./waterfall-terms.ts";

/** What one step of a vehicle brings to its waterfall; everything happens at the step's end. */
export type WaterfallStep = {
  /** Before the names of states, schedules and tables. */
  readonly prefix: string;
  /** Steps of a run. */
  readonly steps: number;
  /** What is paid out, minor units, not below nothing. */
  readonly amount: Num;
  /** Whether a distribution is determined in the step, whatever its amount. */
  readonly isPaymentDate: Truth;
  /** With paid-in capital and units as they are after the step's contributions. */
  readonly parties: ReadonlyMap<string, WeightNodes & { readonly contribution: Num }>;
  /**
   * Principal of the recoupment put in; without it the beneficiary's contribution. What a vehicle
   * puts in further down is given to the book there, and comes back here.
   */
  readonly principal?: Num;
  readonly principalBack?: Num;
  /** The recoupment's reference rate a year in force over the step. */
  readonly indexRate?: Num;
  /**
   * For balances counted by investment: what each party's capital in it is in the step, and whether
   * money comes from it or it is disposed of; in the order in which capital comes back.
   */
  readonly investments?: readonly {
    readonly id: string;
    readonly contributions: ReadonlyMap<string, Num>;
    readonly counts: Truth;
  }[];
  /** The last step, in which carry is tested on the whole result. */
  readonly isLastTest?: Truth;
  readonly environment: NodeEnvironment;
};

export type WaterfallNodes = {
  /** What each party gets in all, and what each tier takes, of the amount. */
  readonly parts: ReadonlyMap<string, Num>;
  readonly tiers: TierRun["tiers"];
  readonly carry?: CarryNodes;
  /** What the holder gives back in the step; at the last test alone. */
  readonly clawback: Num;
  /** After the distribution. */
  readonly open: WaterfallBookNodes["open"];
  /** Its states before the first step of a fund into which nobody has paid yet. */
  readonly openings: ReadonlyMap<string, number>;
  /** Each party's part of net assets by hypothetical liquidation [CA1] [CA2]. */
  readonly worth: (netAssets: Num) => ReadonlyMap<string, Num>;
};

/** The one pool of a waterfall whose balances are counted over the whole vehicle. */
const WHOLE = "whole";

/** The tiers of a waterfall of a charter; amounts of tiers are the charter's formulas. */
export function compileTiers(
  builder: ProgramBuilder,
  charter: Charter,
  waterfall: Waterfall,
  environment: NodeEnvironment,
): Result<readonly TierNodes[], Inexpressible> {
  const index = charter.waterfalls.findIndex(({ id }) => id === waterfall.id);
  const tiers: TierNodes[] = [];
  for (const [place, { id, to, until }] of waterfall.tiers.entries()) {
    const sharing = sharingOf(to);
    if (until?.kind !== "amount") {
      tiers.push({ id, to: sharing, until: until ?? { kind: "rest" } });
      continue;
    }
    const path = ["waterfalls", index, "tiers", place, "until", "formula"];
    const amount = compileFormula(builder, charter, path, environment);
    if (!amount.ok) return amount;
    assert(amount.value.kind === "number", "a formula of an amount is of money");
    const { value, hasValue } = amount.value;
    // An amount without a value is a rejection of the distribution; the tier then takes nothing.
    const minor = builder.choose(hasValue, value, builder.constant(0));
    tiers.push({ id, to: sharing, until: { kind: "amount", minor } });
  }
  return ok(tiers);
}

function sharingOf(to: Tier["to"]): TierNodes["to"] {
  if ("proportionalTo" in to) return to;
  const shares = Object.entries(to.shares);
  return { shares: new Map(shares.map(([party, text]) => [party, charterRatio(text)])) };
}

/** What a waterfall needs of a step and is not given; absent where it has all. */
function lacking(
  charter: Charter,
  { id, scope }: Waterfall,
  terms: WaterfallTerms,
  step: WaterfallStep,
): Inexpressible | undefined {
  const index = charter.waterfalls.findIndex((each) => each.id === id);
  if (scope === "investment" && terms.hurdle !== undefined && step.investments === undefined) {
    const place = placeAt(charter, ["waterfalls", index, "scope"]);
    return { ...place, code: "investments_not_apart", name: id };
  }
  if (terms.carry?.clawbackCap !== undefined && step.isLastTest === undefined) {
    const place = placeAt(charter, ["carry", "clawback"]);
    return { ...place, code: "clawback_without_test", name: terms.carry.holder };
  }
  const rate = terms.recoupment?.index;
  if (rate === undefined || step.indexRate !== undefined) return undefined;
  const place = placeAt(charter, ["recoupment", "rate", "index"]);
  return { ...place, code: "index_without_rate", name: rate };
}

/**
 * One step of a vehicle's waterfall: interest and preferred return of the step, then what is paid
 * in, then the distribution, then the last test of the carry [PJ45]. Its states are set.
 */
export function compileWaterfall(
  builder: ProgramBuilder,
  charter: Charter,
  id: string,
  step: WaterfallStep,
): Result<WaterfallNodes, Inexpressible> {
  const waterfall = waterfallOf(charter, id);
  const terms = waterfallTerms(charter, waterfall);
  const lacks = lacking(charter, waterfall, terms, step);
  if (lacks !== undefined) return err(lacks);
  const tiers = compileTiers(builder, charter, waterfall, step.environment);
  if (!tiers.ok) return tiers;
  const { prefix, steps, parties, investments } = step;
  const byInvestment = waterfall.scope === "investment" ? investments : undefined;
  const pools = byInvestment ?? [{ id: WHOLE, counts: true }];
  const shape = {
    prefix,
    steps,
    pools: pools.map((pool) => pool.id),
    parties: [...parties.keys()],
  };
  const book = new WaterfallBookNodes(builder, terms, shape);
  book.accrue(terms.recoupment?.index === undefined ? undefined : step.indexRate);
  payIn(builder, book, terms, { ...step, ...(byInvestment && { investments: byInvestment }) });
  book.due(step.isPaymentDate);
  const of: RunTerms = { tiers: tiers.value, weights: parties, pools };
  const run = book.distribute(step.amount, of);
  const clawback = book.clawBack(step.isLastTest ?? false, of);
  book.close();
  return ok({
    ...{ parts: partsOf(builder, run), tiers: run.tiers, clawback, open: book.open },
    ...(book.carry && { carry: book.carry }),
    openings: book.openings(),
    worth: (netAssets) => worthOf(builder, book, of, netAssets),
  });
}

function payIn(
  builder: ProgramBuilder,
  book: WaterfallBookNodes,
  { recoupment }: WaterfallTerms,
  { parties, principal, principalBack, investments }: WaterfallStep,
): void {
  for (const [party, { contribution }] of parties) {
    if (investments === undefined) book.contribute(WHOLE, party, contribution);
  }
  for (const { id, contributions } of investments ?? []) {
    for (const [party, minor] of contributions) book.contribute(id, party, minor);
  }
  const own = parties.get(recoupment?.beneficiary ?? "")?.contribution;
  book.movePrincipal(principal ?? own ?? builder.constant(0), "in");
  if (principalBack !== undefined) book.movePrincipal(principalBack, "back");
}

function partsOf(builder: ProgramBuilder, { tiers }: TierRun): ReadonlyMap<string, Num> {
  const parties = new Set(tiers.flatMap(({ parts }) => [...parts.keys()]));
  return new Map(
    [...parties].map((party) => [
      party,
      builder.sum(tiers.flatMap(({ parts }) => parts.get(party) ?? [])),
    ]),
  );
}

/** Net assets below zero are borne by units, where nobody has any by paid-in capital [CA2]. */
function worthOf(
  builder: ProgramBuilder,
  book: WaterfallBookNodes,
  of: RunTerms,
  netAssets: Num,
): ReadonlyMap<string, Num> {
  const zero = builder.constant(0);
  const gains = partsOf(builder, book.liquidated(builder.maximum(netAssets, zero), of));
  const sumOf = (quantity: "units" | "paidIn"): Num =>
    builder.sum([...of.weights.values()].map((weights) => weights[quantity]));
  const [units, paidIn] = [sumOf("units"), sumOf("paidIn")];
  const loss = builder.minimum(netAssets, zero);
  const isLoss = builder.less(netAssets, zero);
  const evenly = builder.constant(1 / Math.max(of.weights.size, 1));
  const worth = new Map(gains);
  for (const [party, weights] of of.weights) {
    const byPaidIn = builder.divide(weights.paidIn, paidIn);
    const byUnits = builder.divide(weights.units, units);
    const otherwise = builder.choose(builder.less(zero, paidIn), byPaidIn, evenly);
    const share = builder.choose(builder.less(zero, units), byUnits, otherwise);
    const gain = gains.get(party) ?? zero;
    worth.set(party, builder.choose(isLoss, builder.multiply(loss, share), gain));
  }
  return worth;
}
