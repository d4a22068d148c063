import type { JsonPath } from "@jointfund/core/base/json.ts";
import type { Charter } from "@jointfund/core/charter/charter.ts";
import { mainVehicle } from "@jointfund/core/fund/figures.ts";
import type { Assumptions } from "../assumptions/assumptions.ts";
import { rate } from "../assumptions/rate-text.ts";
import { projectDebtOf } from "../assumptions/sculpted-debt.ts";
import { compileFormula } from "../charter/charter-formulas.ts";
import type { NodeEnvironment } from "../charter/expression-nodes.ts";
import { interpretedKernel } from "../kernel/interpreted-kernel.ts";
import { ProgramBuilder } from "../kernel/program-builder.ts";
import type { Num } from "../kernel/program.ts";

/** Shares of assets that are tried as the most: whole per cents, up to what a target may be. */
const TRIED = 96;

/**
 * The largest share of its assets, in whole per cent, that a fully invested fund may owe by the
 * charter's incurrence tests; nothing without a facility that finances it [PJ113]. A test
 * that needs more than such a balance sheet, such as guarantees, reads nothing of it.
 */
export function mostTarget(charter: Charter, assumptions: Assumptions): number {
  const { facilities = [], covenants = [] } = charter.leverage ?? {};
  if (!facilities.some(({ kind }) => kind === "nav" || kind === "bond")) return 0;
  const { id } = mainVehicle(charter);
  const b = new ProgramBuilder();
  const environment = balanceSheet(b, projectDebt(assumptions));
  let holds = b.lessOrEqual(b.constant(0), b.constant(0));
  for (const [index, { vehicle, incurrence, must }] of covenants.entries()) {
    const path: JsonPath = ["leverage", "covenants", index, "ratio"];
    const ratio = vehicle === id ? compileFormula(b, charter, path, environment) : undefined;
    if (ratio?.ok !== true || ratio.value.kind !== "number") continue;
    const { value, hasValue } = ratio.value;
    const bound = b.constant(rate(incurrence));
    const isWithin = must === "atMost" ? b.lessOrEqual(value, bound) : b.lessOrEqual(bound, value);
    holds = b.and(holds, b.and(hasValue, isWithin));
  }
  b.output("holds", b.indicator(holds));
  return lastHeld(b);
}

function lastHeld(b: ProgramBuilder): number {
  const program = b.build();
  const schedules = Float64Array.from({ length: TRIED }, (_, target) => target / 100);
  let most = -1;
  interpretedKernel(program).run(
    { steps: TRIED, key: [0, 0], parameters: [], schedules, tables: [], opening: [] },
    0,
    (step, outputs) => {
      if (outputs[0] === 1 && most === step - 1) most = step;
    },
  );
  return Math.max(0, most) / 100;
}

/** A fund that holds investments of one, owes a share of them and nothing else. */
function balanceSheet(b: ProgramBuilder, ofProjects: number): NodeEnvironment {
  const one = b.constant(1);
  const debt = b.schedule("target");
  const look = b.constant(ofProjects);
  const figures: ReadonlyMap<string, Num> = new Map([
    ...(["totalAssets", "investmentsFairValue", "investmentsAtCost"] as const).map(
      (name) => [name, one] as const,
    ),
    ...(["debt", "payables"] as const).map((name) => [name, debt] as const),
    ["netAssets", b.subtract(one, debt)],
    ["lookThroughDebt", b.add(debt, look)],
    ["lookThroughAssets", b.add(one, look)],
  ]);
  return {
    variable: (name) =>
      figures.has(name)
        ? { kind: "number", value: figures.get(name)! }
        : NOTHING.has(name)
          ? { kind: "number", value: b.constant(0) }
          : undefined,
    call: () => undefined,
  };
}

const NOTHING: ReadonlySet<string> = new Set([
  ...["cash", "otherLiabilities", "interestPayable", "guarantees", "undrawnFacilities"],
  ...["unpaidCalls", "investmentCommitments"],
]);

/** Debt of the projects for each unit of what the fund commits to all of them. */
function projectDebt({ projects }: Assumptions): number {
  let [owed, committed] = [0, 0];
  for (const project of projects) {
    committed += rate(project.commitment);
    owed += rate(project.commitment) * projectDebtOf(project);
  }
  return committed === 0 ? 0 : owed / committed;
}

const PARTS = 10;

/** Targets from nothing to the most, evenly, as texts of rates. */
export function targetsUpTo(most: number): readonly string[] {
  const percents = Math.round(most * 100);
  const every = Math.max(1, Math.ceil(percents / PARTS));
  const targets: string[] = [];
  for (let target = 0; target < percents; target += every) targets.push(`${target}%`);
  return [...targets, `${percents}%`];
}

/** Where along the frontier one party does best, by place. */
export type FrontierMarks = {
  readonly median: number;
  readonly mean: number;
  /** The first place from which one of them rises and the other falls; none if they agree. */
  readonly parting: number | null;
};

export function frontierMarks(
  prospects: readonly { readonly mean: number; readonly median: number }[],
): FrontierMarks {
  const best = (name: "mean" | "median"): number => {
    let place = 0;
    for (const [index, prospect] of prospects.entries()) {
      if (prospect[name] > prospects[place]![name]) place = index;
    }
    return place;
  };
  const parting = prospects.findIndex(({ mean, median }, index) => {
    const next = prospects[index + 1];
    return next !== undefined && (next.mean - mean) * (next.median - median) < 0;
  });
  return { median: best("median"), mean: best("mean"), parting: parting < 0 ? null : parting };
}
