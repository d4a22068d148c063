import { once } from "node:events";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { createAdaptorServer } from "@hono/node-server";
import { message } from "../languages/messages.ts";
import { refusedBy } from "./failure.ts";

/** Time that open answers get when the server is told to end. */
const CLOSING_MS = 2_000;

const PORT_MAX = 65_535;

/** A server that listens, and the address at which it is reached on this machine. */
export type Listener = { readonly address: URL; readonly close: () => Promise<void> };

/** Listens on a host, at the first of some ports that is free. */
export async function openListener(
  fetch: Parameters<typeof createAdaptorServer>[0]["fetch"],
  host: string,
  { from, tries }: { readonly from: number; readonly tries: number },
): Promise<Listener> {
  const last = Math.min(from + tries - 1, PORT_MAX);
  for (let port = from; port <= last; port++) {
    const server = createAdaptorServer({ fetch }) as Server;
    const taken = await listening(server, port, host);
    if (taken === undefined) continue;
    const address = new URL(`http://${nameOf(host)}:${taken}/`);
    return { address, close: () => closed(server) };
  }
  throw refusedBy(message("portTaken", last));
}

/** Addresses at which a browser on this machine reaches us as `localhost`. */
const LOCAL: ReadonlySet<string> = new Set(["0.0.0.0", "::", "127.0.0.1", "::1"]);

/**
 * The name by which a browser on this machine reaches a host that is listened on. Passkeys belong
 * to a name: to one that is an address of numbers browsers give none.
 */
function nameOf(host: string): string {
  if (LOCAL.has(host)) return "localhost";
  return host.includes(":") ? `[${host}]` : host;
}

/** The port that is listened on; nothing where another program listens there. */
async function listening(server: Server, port: number, host: string): Promise<number | undefined> {
  server.listen(port, host);
  try {
    await once(server, "listening");
  } catch (failure) {
    const { code } = failure as NodeJS.ErrnoException;
    if (code === "EADDRINUSE") return undefined;
    throw failure;
  }
  return (server.address() as AddressInfo).port;
}

/** Settles when the process is told to end. */
export async function toldToEnd(): Promise<void> {
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
