import { parentPort, workerData } from "node:worker_threads";
import { assert } from "@jointfund/core/base/assert.ts";
import { systemClock } from "../application/system-clock.ts";
import { openOffice } from "../http/open-office.ts";
import { openServed, type FirstEntry } from "../scenario/open-served.ts";
import { systemDisk } from "../storage/system-disk.ts";
import { listenForBench, rethrow } from "./listen-for-bench.ts";

/** A server in a thread of its own, so that who measures it does not hold it up. */
type ServerData = {
  readonly data: string;
  readonly leaf: Uint8Array;
  readonly charter: Uint8Array;
  /** Where the built portal is, if its pages are served too. */
  readonly portal?: string;
};

const { data, leaf, charter, portal } = workerData as ServerData;
const first: FirstEntry = { leaf, blob: () => charter };
const served = await openServed(first, data, { machine: systemClock, disk: systemDisk });
assert(served !== undefined, "the fund that is measured is a demonstration");
const { office } = await openOffice({
  ...{ ...served, data, assumptions: {}, isDemonstration: true, onFailure: rethrow },
});
const pages = portal === undefined ? {} : { portal };
parentPort?.postMessage(await listenForBench(office, served.fund, { data, ...pages }));
