import { once } from "node:events";
import { type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { createAdaptorServer } from "@hono/node-server";
import { buildPortal } from "@jointfund/portal/build/build-portal.ts";
import { createApp } from "../http/app.ts";
import { openOffice } from "../http/open-office.ts";
import { PortalFiles } from "../http/portal-files.ts";
import { ReadingThread } from "../http/reading/reading-thread.ts";
import { message } from "../languages/messages.ts";
import { openServed } from "../scenario/open-served.ts";
import { assumptionsFor } from "../scenario/page-assumptions.ts";
import { systemClock } from "../application/system-clock.ts";
import { systemDisk } from "../storage/system-disk.ts";
import { readAssumptions } from "./data-directory.ts";
import { EXIT, refusedBy, wrongUsage, type ExitCode } from "./failure.ts";
import type { CommonOptions, Invocation } from "./invocation.ts";
import { firstEntry } from "./record.ts";
import { verifierOf } from "./verification-thread.ts";

export type ServeOptions = CommonOptions & { readonly port?: string; readonly host?: string };

export const DEFAULT_PORT = "8080";
export const DEFAULT_HOST = "127.0.0.1";

/** Time that open answers get when the server is told to end. */
const CLOSING_MS = 2_000;

/** `jointfund serve`: serves the fund of a data directory until it is told to end. */
export async function serveFund(
  invocation: Invocation,
  { port = DEFAULT_PORT, host = DEFAULT_HOST }: ServeOptions,
): Promise<ExitCode> {
  if (!/^(?:0|[1-9][0-9]{0,4})$/.test(port) || Number(port) > 65_535) {
    throw wrongUsage(message("portWrong", port));
  }
  const { data } = invocation;
  const assumptions = readAssumptions(data);
  const first = firstEntry(data);
  invocation.note(message("opening", data));
  const served = await openServed(first, data, { machine: systemClock, disk: systemDisk });
  if (served === undefined) throw refusedBy(message("keysNotHere", data));
  const { fund, clock } = served;
  const tell = (fault: unknown): void => {
    const text = fault instanceof Error ? (fault.stack ?? fault.message) : String(fault);
    invocation.terminal.err(`${text}\n`);
  };
  const { office, close } = await openOffice({
    ...{ fund, clock, data, assumptions: assumptionsFor(assumptions), isDemonstration: true },
    ...{ verify: verifierOf(data), onFailure: tell },
  });
  const reader = new ReadingThread(fund, { data, assumptions, isDemonstration: true }, tell);
  try {
    const portal = new PortalFiles(await buildPortal());
    const app = createApp(office, { onFault: tell, portal, reader });
    const server = createAdaptorServer({ fetch: app.fetch }) as Server;
    const { port: taken } = await listening(server, Number(port), host);
    const name = host.includes(":") ? `[${host}]` : host;
    invocation.line(`http://${name}:${taken}/`);
    if (clock.isStanding) invocation.note(message("clockStands", clock.now()));
    invocation.note(message("serving"));
    await told();
    await closed(server);
  } finally {
    await reader.close();
    await close();
  }
  return EXIT.done;
}

async function listening(server: Server, port: number, host: string): Promise<AddressInfo> {
  server.listen(port, host);
  try {
    await once(server, "listening");
  } catch (failure) {
    const { code } = failure as NodeJS.ErrnoException;
    if (code === "EADDRINUSE") throw refusedBy(message("portTaken", port));
    throw failure;
  }
  return server.address() as AddressInfo;
}

/** Settles when the process is told to end. */
async function told(): Promise<void> {
  const ended = new AbortController();
  const { signal } = ended;
  await Promise.race([once(process, "SIGINT", { signal }), once(process, "SIGTERM", { signal })]);
  ended.abort();
}

/** Takes nothing new, and lets what is under way end. */
async function closed(server: Server): Promise<void> {
  const end = once(server, "close");
  server.close();
  server.closeIdleConnections();
  const timer = setTimeout(() => server.closeAllConnections(), CLOSING_MS);
  await end;
  clearTimeout(timer);
}
