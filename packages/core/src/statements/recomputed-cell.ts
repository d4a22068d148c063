import { assert } from "../base/assert.ts";
import { Ratio } from "../base/ratio.ts";
import { evaluate } from "../expression/evaluate.ts";
import { isBeyond } from "../facilities/covenant-ladder.ts";
import { findCovenant, ladderOf, ratioAfterFall } from "../fund/debt/covenants.ts";
import { fundEnvironment, noAct } from "../fund/environment.ts";
import { compiled } from "../fund/expressions.ts";
import type { FundState } from "../fund/state.ts";
import { moneyWeightedReturn } from "./money-weighted-return.ts";
import { convertedExactly, fundingCost } from "./own-currency.ts";
import { type CellSource, type PageCell, type PageCells } from "./page-cell.ts";
import { sumOfParts } from "./page-postings.ts";

/** What a number comes to from its parts, as text to compare; see `recomputed`. */
type Recomputed = { readonly actual: string; readonly required: string };

/** A quantity that can be added: an amount, units or a ratio. */
function quantityOf(cells: PageCells, id: string): Ratio {
  const value = cells.get(id)?.value;
  assert(value !== undefined, `no cell ${id}`);
  switch (value.kind) {
    case "money":
      return Ratio.make(value.minor);
    case "units":
      return Ratio.make(value.microUnits);
    case "count":
      return Ratio.make(BigInt(value.count));
    case "price":
      return value.price;
    case "entries":
      return Ratio.zero;
    default:
      return value.ratio;
  }
}

function total(cells: PageCells, ids: readonly string[]): Ratio {
  return ids.reduce((sum, id) => Ratio.add(sum, quantityOf(cells, id)), Ratio.zero);
}

type SourceOf<Kind extends CellSource["kind"]> = Extract<CellSource, { readonly kind: Kind }>;

/** A covenant's ratio by its formula, with the figures that its cells have. */
function covenantRatio(
  state: FundState,
  cells: PageCells,
  { covenant: id, figures }: SourceOf<"covenant">,
): Ratio | undefined {
  const covenant = findCovenant(state, id);
  if (covenant === undefined) return undefined;
  const { vehicle, ratio } = covenant;
  const environment = fundEnvironment(state, noAct(state), vehicle);
  const value = evaluate(compiled(state.charter, ratio, "ratio", vehicle), {
    ...environment,
    variable(name) {
      const cell = cells.get(figures.get(name) ?? "");
      if (cell?.value.kind !== "money") return environment.variable(name);
      const { currency, minor } = cell.value;
      return { kind: "money", currency, amount: Ratio.make(minor) };
    },
  });
  if (!value.ok) return undefined;
  if (value.value.kind === "integer") return Ratio.make(value.value.value);
  return value.value.kind === "ratio" ? value.value.value : undefined;
}

/** What is only said, or is no number. */
const STATED: readonly CellSource["kind"][] = ["entries", "term", "assumed"];

const BPS = 10_000n;

/** Whether a fall is the most that does not reach the step: a basis point more does. */
function isFurthest(state: FundState, of: SourceOf<"fall">, fall: Ratio): boolean {
  const covenant = findCovenant(state, of.covenant);
  const ladder = covenant && ladderOf(state.charter, covenant);
  const rung = ladder?.rungs.find(({ step }) => step === of.step);
  if (covenant === undefined || ladder === undefined || rung === undefined) return false;
  const bps = Number(Ratio.floor(Ratio.mul(fall, Ratio.make(BPS))));
  const isHeld = (by: number): boolean => {
    const ratio = ratioAfterFall(state, covenant, by);
    return ratio !== undefined && !isBeyond(ladder.must, ratio, rung.at);
  };
  return isHeld(bps) && !isHeld(bps + 1);
}

function fromParts(
  state: FundState,
  cells: PageCells,
  { id, source }: PageCell,
): Ratio | undefined {
  switch (source.kind) {
    case "postings":
      return Ratio.make(source.blocks?.()?.minor ?? sumOfParts(source.parts()));
    case "acts":
      return Ratio.make(sumOfParts(source.parts()));
    case "heldDebt":
      return Ratio.make(source.parts().reduce((sum, { minor = 0n }) => sum + minor, 0n));
    case "units":
      return Ratio.make(source.movements().reduce((sum, { microUnits }) => sum + microUnits, 0n));
    case "sum":
      return Ratio.sub(total(cells, source.plus), total(cells, source.minus));
    case "quotient":
      return Ratio.div(total(cells, source.over), total(cells, source.under));
    case "difference":
      return Ratio.sub(quantityOf(cells, source.of), quantityOf(cells, source.less));
    case "allocation":
      return allocated(cells, id, source);
    case "converted":
      return undefined;
    case "fundingCost":
      return Ratio.make(fundingCost(source.flows(), source.rate, source.to));
    case "return": {
      const weighted = moneyWeightedReturn(source.flows());
      return weighted.defined ? weighted.rate : undefined;
    }
    case "covenant":
      return covenantRatio(state, cells, source);
    case "counted":
      return Ratio.make(BigInt([...source.counts.values()].reduce((sum, n) => sum + n, 0)));
    case "strike": {
      const price = Ratio.fromDecimal(state.strikes.get(source.strike)?.price ?? "");
      return price.ok ? price.value : undefined;
    }
    default:
      return undefined;
  }
}

/** What the whole leaves for this part: all others taken off it. Nobody may hold anything yet. */
function allocated(cells: PageCells, id: string, { whole, among }: SourceOf<"allocation">): Ratio {
  const all = total(cells, among);
  if (Ratio.isZero(all)) return all;
  const others = total(
    cells,
    among.filter((each) => each !== id),
  );
  return Ratio.sub(quantityOf(cells, whole), others);
}

const textOf = (ratio: Ratio | undefined): string =>
  ratio === undefined ? "none" : `${ratio.num}/${ratio.den}`;

/**
 * A number of the page beside what its parts come to, exactly [ST60]: postings are added up again,
 * ratios divided again from their cells, covenants evaluated, flows discounted.
 */
export function recomputed(
  state: FundState,
  cells: PageCells,
  cell: PageCell,
  currency: string,
): Recomputed {
  const { id, source, value } = cell;
  if (source.kind === "fall") {
    const isIt = isFurthest(state, source, quantityOf(cells, id));
    return { actual: isIt ? "furthest" : "not the furthest", required: "furthest" };
  }
  if (STATED.includes(source.kind)) return { actual: "", required: "" };
  const actual = textOf(quantityOf(cells, id));
  if (source.kind === "converted") {
    const to = value.kind === "money" ? value.currency : currency;
    const exact = convertedExactly(source.flows(), { from: currency, to });
    return { actual, required: textOf(Ratio.make(Ratio.floor(exact))) };
  }
  return { actual, required: textOf(fromParts(state, cells, cell)) };
}
