import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { accessSync, constants } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { assert } from "@jointfund/core/base/assert.ts";

const NAMES = ["chromium", "chromium-browser", "google-chrome"];

/** Alone with the server that is measured, and runnable by whoever measures, root too. */
const FLAGS = [
  ...["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"],
  ...["--disable-background-networking", "--disable-component-update", "--disable-sync"],
  "--remote-debugging-port=0",
];

/** A browser of this machine; nothing where none is installed. */
export function findBrowser(): string | undefined {
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  return folders
    .flatMap((folder) => NAMES.map((name) => join(folder, name)))
    .find((file) => {
      try {
        accessSync(file, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });
}

type Answer = {
  readonly id?: number;
  readonly error?: { readonly message: string };
  readonly result?: Readonly<Record<string, unknown>>;
};

/** A page of a browser that is told what to do over the DevTools protocol. */
export class BrowserPage {
  readonly #process: ChildProcess;
  readonly #socket: WebSocket;
  readonly #profile: string;
  readonly #waiting = new Map<number, (answer: Answer) => void>();
  #session: string | undefined;
  #calls = 0;

  private constructor(child: ChildProcess, socket: WebSocket, profile: string) {
    this.#process = child;
    this.#socket = socket;
    this.#profile = profile;
    socket.addEventListener("message", ({ data }) => {
      const answer = JSON.parse(String(data)) as Answer;
      if (answer.id === undefined) return;
      this.#waiting.get(answer.id)?.(answer);
      this.#waiting.delete(answer.id);
    });
  }

  static async open(browser: string): Promise<BrowserPage> {
    const profile = await mkdtemp(join(tmpdir(), "jointfund-browser-"));
    const child = spawn(browser, [...FLAGS, `--user-data-dir=${profile}`], {
      stdio: ["ignore", "ignore", "pipe"],
    });
    const socket = new WebSocket(await addressOf(child));
    await once(socket, "open");
    const page = new BrowserPage(child, socket, profile);
    const { targetId } = await page.#call("Target.createTarget", { url: "about:blank" });
    const attach = { targetId, flatten: true };
    const { sessionId } = await page.#call("Target.attachToTarget", attach);
    page.#session = String(sessionId);
    await page.#call("Network.enable", {});
    await page.#call("Network.setCacheDisabled", { cacheDisabled: true });
    return page;
  }

  /** Goes to an address, and gives what an expression comes to there. */
  async evaluateAt(url: string, expression: string): Promise<unknown> {
    await this.#call("Page.navigate", { url });
    const asked = { expression, awaitPromise: true, returnByValue: true };
    const { result } = await this.#call("Runtime.evaluate", asked);
    return (result as { readonly value?: unknown }).value;
  }

  async close(): Promise<void> {
    this.#socket.close();
    const ended = once(this.#process, "exit");
    this.#process.kill();
    await ended;
    await rm(this.#profile, { recursive: true, force: true, maxRetries: 5 });
  }

  async #call(method: string, params: object): Promise<Readonly<Record<string, unknown>>> {
    const { promise, resolve } = Promise.withResolvers<Answer>();
    const id = this.#calls++;
    this.#waiting.set(id, resolve);
    const whose = this.#session === undefined ? {} : { sessionId: this.#session };
    this.#socket.send(JSON.stringify({ id, method, params, ...whose }));
    const { error, result = {} } = await promise;
    assert(error === undefined, `${method}: ${error?.message}`);
    return result;
  }
}

/** Where a browser listens, as it says itself. */
async function addressOf({ stderr }: ChildProcess): Promise<string> {
  assert(stderr !== null, "what a browser says is read");
  let said = "";
  for (;;) {
    const [chunk] = (await once(stderr, "data")) as [Buffer];
    said += chunk.toString();
    const address = /DevTools listening on (ws:\S+)/.exec(said)?.[1];
    if (address !== undefined) return address;
  }
}
