import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { encodeCharter } from "@jointfund/core/charter/decode-charter.ts";
import { playForBench, TEN_YEARS } from "./bench-played.ts";
import { compareAmounts, type BenchResult } from "./bench-result.ts";
import { BrowserPage, findBrowser } from "./browser.ts";

export type PortalBenchOptions = {
  /** Where the built portal is. */
  readonly portal: string;
  readonly scenario?: string;
};

const ROUNDS = 7;
/** What the first page may have of script, as it is sent, and how soon it is to be ready. */
const SCRIPT_KB_MAX = 250;

/** Milliseconds from the start of the navigation until the page shows what it asked for. */
const READY = `new Promise((resolve) => {
  const look = () => {
    const isReady = document.querySelector("main h1") && !document.querySelector(".loading");
    if (isReady) resolve(performance.now());
    else requestAnimationFrame(look);
  };
  look();
})`;
/** The same for a file: it is there when it is loaded. */
const LOADED = `new Promise((resolve) => {
  const look = () => {
    if (document.readyState === "complete") resolve(performance.now());
    else requestAnimationFrame(look);
  };
  look();
})`;
/** Bytes of script as they were sent. */
const SCRIPT = `${READY}.then(() => performance.getEntriesByType("resource")
  .filter(({ name }) => name.endsWith(".js"))
  .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0))`;

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;

/**
 * How much script the first page has, and how soon it is ready in a browser of this machine that
 * has nothing of it yet, beside a file of a line. Nothing where no browser is installed.
 */
export async function benchPortal(options: PortalBenchOptions): Promise<readonly BenchResult[]> {
  const browser = findBrowser();
  if (browser === undefined) return [];
  const { portal, scenario = TEN_YEARS } = options;
  const data = await mkdtemp(join(tmpdir(), "jointfund-bench-"));
  const { leaf, charter } = await playForBench(scenario, data);
  const server = new Worker(new URL("./http-server-worker.ts", import.meta.url), {
    workerData: { data, leaf, charter: encodeCharter(charter), portal },
  });
  const page = await BrowserPage.open(browser);
  try {
    const [port] = (await once(server, "message")) as [number];
    const address = `http://127.0.0.1:${port}`;
    const bytes = Number(await page.evaluateAt(address, SCRIPT));
    const [ours, reference]: [number[], number[]] = [[], []];
    for (let round = 0; round < ROUNDS; round++) {
      ours.push(Number(await page.evaluateAt(address, READY)));
      reference.push(Number(await page.evaluateAt(`${address}/log/checkpoint`, LOADED)));
    }
    return [
      compareAmounts(
        "first page, script",
        "KB as it is sent",
        {
          ...{ ours: bytes / 1024, reference: SCRIPT_KB_MAX },
          referenceName: "KB that it may have",
        },
        1,
      ),
      compareAmounts("first page, ready", "ms", {
        ...{ ours: median(ours), reference: median(reference) },
        referenceName: "ms for the checkpoint's file, both in a browser that has nothing yet",
      }),
    ];
  } finally {
    await page.close();
    await server.terminate();
    await rm(data, { recursive: true, force: true });
  }
}
