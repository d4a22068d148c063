import type { Charter } from "@jointfund/core/charter/charter.ts";
import { groupsOf, officersOf } from "../scenario/default-officers.ts";
import { ScenarioExpressions } from "../scenario/scenario-expression.ts";
import type { ScenarioFile } from "../scenario/scenario-file.ts";
import type { Scenario } from "../scenario/scenario.ts";
import type { ActSteps } from "./act-steps.ts";

/** What a replay cites as evidence: nobody has seen anything. */
export const EVIDENCE = "path";

/** A scenario that was made and not read: its findings stand in no file. */
export function scenarioFile(charter: Charter, { steps }: ActSteps): ScenarioFile {
  const officers = officersOf(charter);
  const scenario: Scenario = {
    title: { en: "A projected path", ja: "将来推計の一経路" },
    time: "14:00:00",
    sources: { [EVIDENCE]: { en: "A projected path", ja: "将来推計の一経路" } },
    officers,
    groups: groupsOf(charter, officers),
    parameters: {},
    series: new Map(),
    steps,
  };
  const file = "";
  return {
    ...{ scenario, charter, file },
    expressions: new ScenarioExpressions(charter, [], {}),
    findingAt: (path, what) => {
      const { code, expected, actual, rejection, on } = what;
      return {
        ...{ code, file, line: 0, column: 0, excerpt: "", path: path.join("."), expected, actual },
        ...(on === undefined ? {} : { on }),
        ...(rejection === undefined ? {} : { rejection }),
      };
    },
  };
}
