import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Charter } from "@jointfund/core/charter/charter.ts";
import { openDemonstration } from "../scenario/open-demonstration.ts";
import { playScenario } from "../scenario/play.ts";
import type { ScenarioFinding } from "../scenario/scenario-file.ts";
import type { Step } from "../scenario/scenario.ts";
import { compareBooks, type Comparison, type Difference } from "./compare-books.ts";
import type { Path } from "./path-steps.ts";
import { replayScenario } from "./replay-scenario.ts";

/** How far the act engine and a projected path agree. */
export type Agreement = {
  /** Steps of the path that were played and compared. */
  readonly steps: number;
  /** Acts, approvals and facts that were recorded. */
  readonly entries: number;
  readonly figures: number;
  /** The largest difference that was within its bound, minor units. */
  readonly largest: number;
  /** The first figure beyond its bound, or the first act that went otherwise. */
  readonly broken?: Broken;
};

export type Broken =
  | {
      readonly kind: "figure";
      readonly step: number;
      readonly difference: Difference;
      /** Other figures of the same step that are beyond their bounds. */
      readonly others: readonly Difference[];
    }
  | {
      readonly kind: "act";
      readonly step: number;
      readonly finding: ScenarioFinding;
      readonly act: Step;
    };

/**
 * Plays one path of a projection as acts of its charter's fund, and compares the books [PJ100].
 * Where they part in a step in which income was swept, its other order is tried [PJ106].
 */
export async function replayPath(
  charter: Charter,
  path: Path,
  onProgress?: (played: number, of: number) => void,
): Promise<Agreement> {
  const valuedFirst = new Set<number>();
  for (;;) {
    const agreement = await played(charter, path, { valuedFirst, onProgress });
    const step = agreement.broken?.step;
    const isTried = step === undefined || valuedFirst.has(step);
    if (isTried || (path.steps[step]?.swept ?? 0) === 0) return agreement;
    valuedFirst.add(step);
  }
}

async function played(
  charter: Charter,
  path: Path,
  of: {
    readonly valuedFirst: ReadonlySet<number>;
    readonly onProgress: ((played: number, of: number) => void) | undefined;
  },
): Promise<Agreement> {
  const { file, ends, bounds } = replayScenario(charter, path, of.valuedFirst);
  const data = mkdtempSync(join(tmpdir(), "jointfund-replay-"));
  try {
    const { fund, clock } = await openDemonstration(charter, file.scenario, data);
    const compared: Comparison[] = [];
    const outcome = await playScenario({
      ...{ file, fund, clock },
      onProgress(count, all) {
        of.onProgress?.(count, all);
        const step = ends.indexOf(count - 1);
        if (step === -1 || fund.state === undefined) return;
        compared.push(compareBooks(fund.state, path, { step, bound: bounds[step]! }));
      },
      isCancelled: () => (compared.at(-1)?.beyond.length ?? 0) > 0,
    });
    const entries = fund.size;
    await fund.close();
    const agreement = { steps: compared.length, entries, ...sums(compared) };
    const [difference, ...others] = compared.at(-1)?.beyond ?? [];
    if (difference !== undefined) {
      const step = compared.length - 1;
      return { ...agreement, broken: { kind: "figure", step, difference, others } };
    }
    if (outcome.ok) return agreement;
    const finding = outcome.error;
    const act = file.scenario.steps[Number(finding.path.split(".")[1])]!;
    return { ...agreement, broken: { kind: "act", step: compared.length, finding, act } };
  } finally {
    rmSync(data, { recursive: true });
  }
}

function sums(compared: readonly Comparison[]): Pick<Agreement, "figures" | "largest"> {
  return {
    figures: compared.reduce((sum, { figures }) => sum + figures, 0),
    largest: Math.max(0, ...compared.map(({ largest }) => largest)),
  };
}
