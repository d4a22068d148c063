import { assert } from "@jointfund/core/base/assert.ts";
import { instant } from "@jointfund/core/calendar/date.ts";
import type { Charter } from "@jointfund/core/charter/charter.ts";
import type { Fund } from "../application/fund.ts";
import { openFund } from "../application/open-fund.ts";
import { SimulatedClock } from "../application/simulated-clock.ts";
import type { Disk } from "../ports.ts";
import { systemDisk } from "../storage/system-disk.ts";
import { demonstrationMirrors } from "./demonstration-mirrors.ts";
import { demonstrationOperator } from "./demonstration.ts";
import type { Scenario } from "./scenario.ts";

/** A fund for a scenario, with the scenario's own clock. */
export type Demonstration = { readonly fund: Fund; readonly clock: SimulatedClock };

/**
 * Opens the fund of a scenario under a directory. FOR DEMONSTRATION: its keys are known to all, and
 * the sovereigns' mirrors run in the operator's own process.
 */
export async function openDemonstration(
  charter: Charter,
  scenario: Scenario,
  data: string,
  disk: Disk = systemDisk,
): Promise<Demonstration> {
  const operator = demonstrationOperator(charter, scenario);
  assert(operator !== undefined, "a checked scenario has an operator's officer");
  const clock = new SimulatedClock(instant(`${scenario.steps[0]!.on}T${scenario.time}Z`));
  const mirrors = await demonstrationMirrors(charter, operator, { data, clock, disk });
  const fund = await openFund({ data, operator, clock, mirrors, disk });
  return { fund, clock };
}
