import { once } from "node:events";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { createAdaptorServer } from "@hono/node-server";
import { createApp } from "../http/app.ts";
import type { Office, OfficeFund } from "../http/office.ts";
import { PortalFiles } from "../http/portal-files.ts";
import { ReadingThread } from "../http/reading/reading-thread.ts";

export const rethrow = (failure: unknown): never => {
  throw failure;
};

/** Serves an office, with a thread that reads, to whoever asks how often; answers with the port. */
export async function listenForBench(
  office: Office,
  fund: OfficeFund,
  { data, portal }: { readonly data: string; readonly portal?: string },
): Promise<number> {
  const freely = { burst: 1e9, perSecond: 1e9 };
  const ofReader = { data, assumptions: {}, isDemonstration: true };
  const reader = new ReadingThread(ofReader, rethrow).follow(fund);
  const pages = portal === undefined ? {} : { portal: new PortalFiles(portal) };
  const app = createApp(office, { rates: { reads: freely, statements: freely }, reader, ...pages });
  const server = createAdaptorServer({ fetch: app.fetch }) as Server;
  // On a busy machine a client may pause for longer than Node keeps a connection by itself.
  server.keepAliveTimeout = 60_000;
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return (server.address() as AddressInfo).port;
}
