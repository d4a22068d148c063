import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import type { Charter } from "@jointfund/core/charter/charter.ts";
import type {
  Assumptions,
  Project,
  StressEvent,
} from "@jointfund/projection/assumptions/assumptions.ts";
import { compileFund } from "@jointfund/projection/charter/compile-fund.ts";
import { pathOf, type Path } from "@jointfund/server/conformance/path-steps.ts";
import { pathValues } from "@jointfund/server/conformance/path-values.ts";
import { readAssumptionFile } from "@jointfund/server/projection/assumption-files.ts";
import { exampleCharter } from "../support/charters.ts";

export const usJapan = exampleCharter("us-japan");

const file = fileURLToPath(new URL("../../assumptions/us-japan.yaml", import.meta.url));

/** What is assumed of the US-Japan fund unless it is told otherwise. */
export function shipped(): Assumptions {
  const { assumptions } = readAssumptionFile(file, usJapan);
  assert.ok(assumptions !== undefined);
  return assumptions;
}

export type Case = {
  readonly target: string;
  readonly distributions: Assumptions["distributions"];
  readonly events: readonly StressEvent[];
  readonly income?: string;
  readonly life?: number;
};

/** Four of the projects, drawn within two years, so that much happens in few quarters. */
export function fourProjects(of: Case): Assumptions {
  const base = shipped();
  const projects = ["michigan-site", "site-power", "logic-fab", "rare-earths"].map(
    (id, place): Project => {
      const project = base.projects.find((each) => each.id === id)!;
      return {
        ...project,
        ...{ projectDebt: "0", construction: 2, selected: place > 2 ? 1 : 0 },
        ...(of.income === undefined ? {} : { income: of.income }),
        ...(of.life === undefined ? {} : { life: of.life + place }),
        drawn:
          place % 2 === 1
            ? { kind: "pacing", yearly: ["60%", "70%"] }
            : {
                kind: "milestones",
                parts: [
                  { after: 0, share: "40%" },
                  { after: 2, share: "60%" },
                ],
              },
      };
    },
  );
  const stress = { id: "case", name: { en: "Case", ja: "事例" }, events: of.events };
  return {
    ...base,
    projects,
    borrowing: { ...base.borrowing, target: of.target },
    distributions: of.distributions,
    stresses: [stress],
  };
}

type OfPath = {
  readonly steps: number;
  readonly path: number;
  readonly stresses?: readonly string[];
};

/** One path of a charter under assumptions, with the stresses that are named. */
export function pathUnder(charter: Charter, assumptions: Assumptions, of: OfPath): Path {
  const { steps, path, stresses = [] } = of;
  const options = { steps, key: [1, 2], stresses, tellsAll: true } as const;
  const model = compileFund(charter, assumptions, options);
  assert.ok(model.ok);
  return pathOf({ charter, assumptions, model: model.value }, pathValues(model.value, path));
}

/** The same of the US-Japan charter. */
export const usJapanPath = (assumptions: Assumptions, of: OfPath): Path =>
  pathUnder(usJapan, assumptions, of);
