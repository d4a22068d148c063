import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createAdaptorServer } from "@hono/node-server";
import { systemClock } from "@jointfund/server/application/system-clock.ts";
import { firstEntry } from "@jointfund/server/cli/record.ts";
import { verifierOf } from "@jointfund/server/cli/verification-thread.ts";
import { createApp, type AppOptions } from "@jointfund/server/http/app.ts";
import { openOffice, type OfficeOptions } from "@jointfund/server/http/open-office.ts";
import type { Office } from "@jointfund/server/http/office.ts";
import type { Clock } from "@jointfund/server/ports.ts";
import { openServed } from "@jointfund/server/scenario/open-served.ts";
import { systemDisk } from "@jointfund/server/storage/system-disk.ts";
import { copyPlayed } from "./copy-played.ts";

export type App = ReturnType<typeof createApp>;

export type ServedOffice = {
  readonly office: Office;
  readonly app: App;
  /** The office's own address, which sign-in needs: `listen` writes the one that it takes here. */
  readonly at: { address: URL };
  readonly close: () => Promise<void>;
};

const FREELY = { burst: 1e9, perSecond: 1e9 };

export type ServeOptions = AppOptions & {
  readonly machine?: Clock;
  readonly signIn?: Omit<NonNullable<OfficeOptions["signIn"]>, "address">;
};

/** Opens the office of a fund that was played into a directory. */
export async function serveData(data: string, options: ServeOptions = {}): Promise<ServedOffice> {
  const { machine = systemClock, signIn, ...ofApp } = options;
  const at = { address: new URL("http://localhost") };
  const served = await openServed(firstEntry(data), data, { machine, disk: systemDisk });
  if (served === undefined) throw new Error(`${data} is no demonstration`);
  const { office, close } = await openOffice({
    ...{ ...served, data, assumptions: {}, isDemonstration: true, verify: verifierOf(data) },
    signIn: { ...signIn, address: () => at.address },
    onFailure: (failure) => {
      throw failure;
    },
  });
  const onFault = (fault: unknown): void => console.error(fault);
  const rates = { reads: FREELY, statements: FREELY, signIn: FREELY };
  return { office, close, at, app: createApp(office, { rates, onFault, ...ofApp }) };
}

/** Opens the office of a played scenario; the directory goes when it is closed. */
export async function serveScenario(
  name: string,
  options: ServeOptions = {},
): Promise<ServedOffice> {
  const data = await mkdtemp(join(tmpdir(), "jointfund-http-"));
  await copyPlayed(name, data);
  const served = await serveData(data, options);
  return {
    ...served,
    async close() {
      await served.close();
      await rm(data, { recursive: true });
    },
  };
}

export type Listening = { readonly address: string; readonly close: () => void };

/**
 * Listens for the app on a free port, or on a given one; `at` learns the address, so that people
 * can sign in.
 */
export async function listen(
  { fetch }: App,
  at?: ServedOffice["at"],
  { host = "127.0.0.1", port: wanted = 0 }: { host?: string; port?: number } = {},
): Promise<Listening> {
  const server = createAdaptorServer({ fetch }) as Server;
  server.listen(wanted, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const address = `http://${host}:${port}`;
  if (at !== undefined) at.address = new URL(address);
  return {
    address,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
