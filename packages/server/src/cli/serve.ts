import { buildPortal } from "@jointfund/portal/build/build-portal.ts";
import { systemClock } from "../application/system-clock.ts";
import { FoundingDesk } from "../founding/founding-desk.ts";
import type { OnFault } from "../http/answer.ts";
import { createFoundingApp } from "../http/founding/founding-app.ts";
import { PortalFiles } from "../http/portal-files.ts";
import { message } from "../languages/messages.ts";
import { systemDisk } from "../storage/system-disk.ts";
import { DEFAULT_HOST, DEFAULT_PORT } from "./command-options.ts";
import { prepareData } from "./data-directory.ts";
import { EXIT, wrongUsage, type ExitCode } from "./failure.ts";
import type { CommonOptions, Invocation } from "./invocation.ts";
import { openListener, toldToEnd } from "./listener.ts";
import { openedOffice, type OpenedOffice, type Site } from "./opened-office.ts";
import { portChoice, type PortChoice } from "./port-choice.ts";
import { hasRecord } from "./record.ts";
import { shippedCharters } from "./shipped-charters.ts";

export type ServeOptions = CommonOptions & {
  readonly port?: string;
  readonly host?: string;
  /** The office's own address, where it is not the one that it listens on. */
  readonly address?: string;
  /** The office file, if it is not the one in the data directory. */
  readonly office?: string;
  /** Whether a fund may be founded where there is none. */
  readonly found?: boolean;
};

/** `jointfund serve`: serves the fund of a data directory until it is told to end. */
export function serveFund(invocation: Invocation, options: ServeOptions): Promise<ExitCode> {
  return serveAt(invocation, options, portChoice(options.port ?? DEFAULT_PORT));
}

/**
 * Serves the fund of a data directory at a port; says at which address, and what it notices. Where
 * there is none and one may be founded, that is served until it is.
 */
export async function serveAt(
  invocation: Invocation,
  { host = DEFAULT_HOST, address, office: officeFile, found = false }: ServeOptions,
  ports: PortChoice,
): Promise<ExitCode> {
  const publicAddress = address === undefined ? undefined : addressOf(address);
  const { data } = invocation;
  const onFault = (fault: unknown): void => {
    const text = fault instanceof Error ? (fault.stack ?? fault.message) : String(fault);
    invocation.terminal.err(`${text}\n`);
  };
  let listening: URL | undefined;
  const site: Site = {
    ...{ officeFile, onFault },
    address: () => publicAddress ?? listening ?? new URL(`http://${DEFAULT_HOST}`),
  };
  let opened: OpenedOffice | undefined;
  const open = async (): Promise<void> => {
    opened = await openedOffice(invocation, site, await portalFiles());
  };
  const founding = found && !hasRecord(data) ? await foundingIn(data, open, onFault) : undefined;
  if (founding === undefined) await open();
  try {
    const listener = await openListener(
      (request, ...rest) => (opened?.app ?? founding!).fetch(request, ...rest),
      ...([host, ports] as const),
    );
    listening = listener.address;
    // Whoever has read the address may end the command at once.
    const ended = toldToEnd();
    invocation.note(message("openThis"));
    invocation.line(site.address().href);
    if (opened?.clock.isStanding === true) {
      invocation.note(message("clockStands", opened.clock.now()));
    }
    invocation.note(message(founding === undefined ? "serving" : "foundingServed"));
    await ended;
    await listener.close();
  } finally {
    await opened?.close();
  }
  return EXIT.done;
}

const portalFiles = async (): Promise<PortalFiles> => new PortalFiles(await buildPortal());

/** What is served where a fund may be founded. */
async function foundingIn(data: string, onFounded: () => Promise<void>, onFault: OnFault) {
  prepareData(data, false);
  const desk = new FoundingDesk({ data, clock: systemClock, disk: systemDisk });
  const templates = shippedCharters();
  const office = { desk, clock: systemClock, templates, onFounded };
  return createFoundingApp(office, { onFault, portal: await portalFiles() });
}

/** The address by which people's browsers know the office: the root of a host. */
function addressOf(text: string): URL {
  const url = URL.parse(text);
  const isOrigin = url !== null && /^https?:$/.test(url.protocol) && url.href === `${url.origin}/`;
  if (!isOrigin) throw wrongUsage(message("addressWrong", text));
  return url;
}
