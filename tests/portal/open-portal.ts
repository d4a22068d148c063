import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { after, before, describe } from "node:test";
import { AxeBuilder } from "@axe-core/playwright";
import { buildPortal } from "@jointfund/portal/build/build-portal.ts";
import { PortalFiles } from "@jointfund/server/http/portal-files.ts";
import { type Browser, chromium, type Locator, type Page } from "playwright-core";
import { skipWithout } from "../support/require-tool.ts";
import { assertFiguresOpen } from "./figures.ts";
import {
  listen,
  type ServedOffice,
  type ServeOptions,
  serveScenario,
} from "../support/served-office.ts";
import { signInAs } from "../support/signed-in.ts";

/** What a browser needs to run for whoever runs the tests, root too, and to ask nobody else. */
const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** A machine that does much else answers late; what never comes is told all the same. */
const PATIENCE_MS = 60_000;

/** From a small phone to a wide screen. */
export const WIDTHS = [320, 390, 768, 1280, 2560] as const;

export type Visit = {
  readonly language?: "en" | "ja";
  readonly width?: number;
  readonly colours?: "light" | "dark";
  /** Who has signed in, by their id at the demonstration provider: "us-board-1". */
  readonly as?: string;
};

export type Portal = {
  readonly browser: Browser;
  readonly served: ServedOffice;
  /** "http://127.0.0.1:<port>" */
  readonly address: string;
  /** A page of its own, with a store of its own, as another person's browser has it. */
  readonly visit: (path: string, visit?: Visit) => Promise<Page>;
  readonly close: () => Promise<void>;
};

/**
 * Debian's browsers, the better one first. The shell is Chromium without what windows need, and
 * takes a third less of a processor. What is called by its name outlives it when it is ended.
 */
const BROWSERS = ["/usr/lib/chromium/chromium-headless-shell", "/usr/bin/chromium"];

/** Opens Debian's Chromium. */
export const openBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: BROWSERS.find((path) => existsSync(path))!, args: FLAGS });

/** Serves a played scenario with its pages and opens a browser. */
export async function openPortal(scenario: string, options: ServeOptions = {}): Promise<Portal> {
  const portal = new PortalFiles(await buildPortal());
  const served = await serveScenario(scenario, { ...options, portal });
  const { address, close } = await listen(served.app, served.at);
  const browser = await openBrowser();
  return {
    ...{ browser, served, address },
    async visit(path, { as, ...visit } = {}) {
      const jar = as === undefined ? undefined : await signInAs(served, as);
      const url = served.at.address.href;
      const cookies = (jar?.pairs ?? []).map((pair) => ({ ...pair, url }));
      return visitPage(browser, address + path, visit, cookies);
    },
    async close() {
      await browser.close();
      close();
      await served.close();
    },
  };
}

/** Portals that several groups of a file share, each with how many of them still want it. */
type Shared = { opened?: Promise<Portal>; groups: number };
const shared = new Map<string, Shared>();

/** A group of tests on the pages of a played scenario; skipped where no browser is installed. */
export function describePortal(
  name: string,
  { scenario, ...options }: ServeOptions & { readonly scenario: string },
  define: (portal: () => Portal) => void,
): void {
  // A scenario as it is takes one office and one browser, however many groups look at it.
  const isShared = Object.keys(options).length === 0;
  const kept: Shared = (isShared ? shared.get(scenario) : undefined) ?? { groups: 0 };
  if (isShared) shared.set(scenario, kept);
  kept.groups++;
  describe(name, { skip: skipWithout(["chromium"]) }, () => {
    let portal: Portal | undefined;
    before(async () => {
      kept.opened ??= openPortal(scenario, options);
      portal = await kept.opened;
    });
    after(async () => {
      kept.groups--;
      if (kept.groups === 0) await portal?.close();
    });
    define(() => {
      assert(portal, "the portal is open while tests run");
      return portal;
    });
  });
}

/** Cookies of a person who has signed in, for the address that is visited. */
type Cookies = readonly { readonly name: string; readonly value: string; readonly url: string }[];

/** Opens an address in a browser of its own, without the office's help. */
export async function visitPage(
  browser: Browser,
  address: string,
  { language = "en", width = 1280, colours = "light" }: Omit<Visit, "as"> = {},
  cookies: Cookies = [],
): Promise<Page> {
  const own = await browser.newContext({
    viewport: { width, height: 900 },
    colorScheme: colours,
    locale: language === "ja" ? "ja-JP" : "en-GB",
  });
  own.setDefaultTimeout(PATIENCE_MS);
  await own.addCookies(cookies);
  const page = await own.newPage();
  page.on("pageerror", (failure) => {
    throw failure;
  });
  await page.goto(address);
  await settled(page);
  return page;
}

/** Waits until a page has what it asked for. */
export async function settled(page: Page): Promise<void> {
  await page.locator("main h1").waitFor();
  await page.waitForFunction(() => document.querySelector(".loading") === null);
}

/** Goes where a link within the portal would lead: nothing is loaded again. */
export async function follow(page: Page, address: string): Promise<void> {
  await page.evaluate((to) => history.pushState({}, "", to), address);
  await settled(page);
}

/**
 * Puts a long text into a field at once, where the focus then is. To type a charter, line by line,
 * takes a browser ten seconds.
 */
export const putText = (field: Locator, text: string): Promise<void> =>
  field.evaluate((element, value) => {
    const own = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(element), "value");
    (element as HTMLElement).focus();
    own?.set?.call(element, value);
    element.dispatchEvent(new Event("input", { bubbles: true }));
  }, text);

/** Waits for so many rows in the tables: the page before stays until the next has come. */
export async function rowsCome(page: Page, rows: number): Promise<void> {
  await page.waitForFunction(
    (wanted) => document.querySelectorAll("main tbody tr").length === wanted,
    rows,
  );
}

/** Whether anything is wider than the window once it has drawn itself for its width, and what. */
export const overflowing = (page: Page): Promise<readonly string[]> =>
  page.evaluate(async () => {
    // Charts take their width a frame after the window has another.
    for (let frames = 0; frames < 2; frames++) await new Promise(requestAnimationFrame);
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    return [...document.querySelectorAll("body *")]
      .filter((element) => element.getBoundingClientRect().right > width + 1)
      .map((element) => `${element.tagName}.${element.className} ${element.textContent}`)
      .map((text) => text.slice(0, 120));
  });

/** Texts of a drawing that stand on each other, each pair once. */
const overprinted = (page: Page): Promise<readonly string[]> =>
  page.evaluate(async () => {
    for (let frames = 0; frames < 2; frames++) await new Promise(requestAnimationFrame);
    return [...document.querySelectorAll("main svg")].flatMap((drawing) => {
      const texts = [...drawing.querySelectorAll("text")]
        .filter((text) => text.textContent.trim() !== "")
        .map((text) => ({ said: text.textContent, box: text.getBoundingClientRect() }));
      return texts.flatMap((one, place) =>
        texts.slice(place + 1).flatMap((other) => {
          const across =
            Math.min(one.box.right, other.box.right) - Math.max(one.box.x, other.box.x);
          const down =
            Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.y, other.box.y);
          return across > 1 && down > 3 ? [`${one.said} | ${other.said}`] : [];
        }),
      );
    });
  });

/** Standards that a finding is serious by. */
const STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** What can be wrong in one language alone: that something has no name. */
const NAMES = [
  ...["aria-command-name", "aria-input-field-name", "aria-toggle-field-name", "button-name"],
  ...["document-title", "html-has-lang", "html-lang-valid", "image-alt", "input-button-name"],
  ...["label", "link-name", "role-img-alt", "select-name", "summary-name", "svg-img-alt"],
];

/** The rows of a table are alike: the first ones stand for all. */
const FURTHER_ROWS = "tbody tr:nth-child(n+6)";

/**
 * Does something with a page while the further rows are out of it. To exclude them is not enough:
 * axe-core still walks them, which takes longer than all that it has to look at.
 */
async function withoutFurtherRows<Found>(page: Page, look: () => Promise<Found>): Promise<Found> {
  const taken = await page.evaluateHandle((selector) => {
    const rows = [...document.querySelectorAll(selector)];
    const places = rows.map((row) => [row, document.createComment("")] as const);
    for (const [row, place] of places) row.replaceWith(place);
    return places;
  }, FURTHER_ROWS);
  const found = await look();
  await taken.evaluate((places) => {
    for (const [row, place] of places) place.replaceWith(row);
  });
  await taken.dispose();
  return found;
}

async function findingsOf(
  page: Page,
  narrow: (builder: AxeBuilder) => AxeBuilder,
): Promise<readonly string[]> {
  // Without frames of others there is nothing that a second, empty page is needed for.
  const builder = new AxeBuilder({ page }).setLegacyMode();
  const axe = narrow(builder.options({ resultTypes: ["violations"] }));
  const { violations } = await withoutFurtherRows(page, () => axe.analyze());
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
}

/**
 * Holds a page to what every page has to be: every figure opens its why, no serious finding of
 * axe-core, in light and in dark and in the names of each language, and nothing that reaches out of
 * the window from a small phone to a wide screen.
 */
export async function inspectPage(page: Page): Promise<void> {
  await assertFiguresOpen(page);
  await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
  if ((await page.locator("html").getAttribute("lang")) === "ja") {
    assert.deepEqual(await findingsOf(page, (axe) => axe.withRules(NAMES)), [], page.url());
  } else {
    assert.deepEqual(await findingsOf(page, (axe) => axe.withTags(STANDARDS)), [], page.url());
    await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
    // In the dark nothing but the colours is another.
    const inDark = await findingsOf(page, (axe) => axe.withRules("color-contrast"));
    assert.deepEqual(inDark, [], `${page.url()} in the dark`);
  }
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    assert.deepEqual(await overflowing(page), [], `${page.url()} at ${width} px`);
    assert.deepEqual(await overprinted(page), [], `${page.url()} at ${width} px`);
  }
}
