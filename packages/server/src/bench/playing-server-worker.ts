import { parentPort, workerData } from "node:worker_threads";
import { assert } from "@jointfund/core/base/assert.ts";
import type { Instant } from "@jointfund/core/calendar/date.ts";
import { openFund } from "../application/open-fund.ts";
import { ServedClock } from "../application/served-clock.ts";
import { SimulatedClock } from "../application/simulated-clock.ts";
import { openOffice } from "../http/open-office.ts";
import { demonstrationOperator } from "../scenario/demonstration.ts";
import { readScenario } from "../scenario/scenario-file.ts";
import type { PlayedStatement } from "./bench-played.ts";
import { listenForBench, rethrow } from "./listen-for-bench.ts";

/**
 * A server of a fund that is still being played: it holds the beginning, and the rest is handed in
 * over HTTP. Its clock is told by whoever hands in. The mirrors' signatures come as the scenario
 * has them, since in earnest mirrors run on other machines.
 */
type PlayingServerData = {
  readonly data: string;
  readonly scenario: string;
  readonly beginning: readonly PlayedStatement[];
};

const { data, scenario: path, beginning } = workerData as PlayingServerData;
const read = readScenario(path);
assert(read.ok, "the scenario that comes with the program can be read");
const operator = demonstrationOperator(read.value.charter, read.value.scenario);
const [first] = beginning;
assert(operator !== undefined && first !== undefined, "a scenario founds a fund");
const clock = new SimulatedClock(first.recordedAt);
const fund = await openFund({ data, operator, clock });
for (const { recordedAt, bytes } of beginning) {
  clock.set(recordedAt);
  await fund.submit(bytes);
}
await fund.publish();
const { office } = await openOffice({
  ...{ fund, clock: new ServedClock(clock), data },
  ...{ assumptions: {}, isDemonstration: true, onFailure: rethrow },
});
const port = await listenForBench(office, fund, { data });
parentPort?.on("message", (now: Instant) => {
  clock.set(now);
  parentPort?.postMessage(now);
});
parentPort?.postMessage(port);
