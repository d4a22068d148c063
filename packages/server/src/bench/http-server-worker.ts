import { once } from "node:events";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { parentPort, workerData } from "node:worker_threads";
import { createAdaptorServer } from "@hono/node-server";
import { assert } from "@jointfund/core/base/assert.ts";
import { systemClock } from "../application/system-clock.ts";
import { createApp } from "../http/app.ts";
import { openOffice } from "../http/open-office.ts";
import { PortalFiles } from "../http/portal-files.ts";
import { ReadingThread } from "../http/reading/reading-thread.ts";
import { openServed, type FirstEntry } from "../scenario/open-served.ts";
import { systemDisk } from "../storage/system-disk.ts";

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
  ...{ ...served, data, assumptions: {}, isDemonstration: true },
  onFailure(failure) {
    throw failure;
  },
});
const freely = { burst: 1e9, perSecond: 1e9 };
const ofReader = { data, assumptions: {}, isDemonstration: true };
const reader = new ReadingThread(ofReader, (failure) => {
  throw failure;
}).follow(served.fund);
const pages = portal === undefined ? {} : { portal: new PortalFiles(portal) };
const app = createApp(office, { rates: { reads: freely, statements: freely }, reader, ...pages });
const server = createAdaptorServer({ fetch: app.fetch }) as Server;
// On a busy machine a client may pause for longer than Node keeps a connection by itself.
server.keepAliveTimeout = 60_000;
server.listen(0, "127.0.0.1");
await once(server, "listening");
parentPort?.postMessage((server.address() as AddressInfo).port);
