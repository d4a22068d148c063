import { it } from "node:test";
import type { Page } from "playwright-core";
import { inspectPage, type Portal, settled } from "./open-portal.ts";

type Language = "en" | "ja";

const LANGUAGES: readonly Language[] = ["en", "ja"];

const NAMES = { en: "English", ja: "日本語" } as const;

/** A page that is to be looked at in both languages. */
export type Inspected = {
  readonly name: string;
  readonly path: string | (() => string);
  /** Who has signed in, or who in each language. */
  readonly as?: string | { readonly [language in Language]: string };
  /** What has to hold beside, or to have come before. */
  readonly also?: (page: Page, language: Language) => Promise<void>;
};

/** Chooses a language as people do, by the switch that every page has. */
async function chooseLanguage(page: Page, language: Language): Promise<void> {
  if ((await page.locator("html").getAttribute("lang")) === language) return;
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.getByRole("button", { name: NAMES[language], exact: true }).first().click();
  await page.locator(`html[lang=${language}]`).waitFor();
  await settled(page);
}

/** One window of each person, which goes from page to page. */
class Windows {
  readonly #portal: () => Portal;
  readonly #pages = new Map<string, Page>();

  constructor(portal: () => Portal) {
    this.#portal = portal;
  }

  async show(path: string, language: Language, as?: string): Promise<Page> {
    const portal = this.#portal();
    const address = portal.address + path;
    let page = this.#pages.get(as ?? "");
    if (page === undefined) {
      page = await portal.visit(path, as === undefined ? { language } : { language, as });
      this.#pages.set(as ?? "", page);
    } else if (page.url() !== address) {
      await page.goto(address);
      await settled(page);
    }
    await chooseLanguage(page, language);
    return page;
  }
}

/**
 * A test for each page, in both languages. They are looked at in one window, where the language is
 * switched, as loading a page takes longer than looking at it.
 */
export function lookAt(
  portal: () => Portal,
  pages: readonly Inspected[],
  { holds, inspect }: { readonly holds: string; readonly inspect: (page: Page) => Promise<void> },
): void {
  const windows = new Windows(portal);
  for (const { name, path, as, also } of pages) {
    it(`${name}: ${holds}, in both languages`, async () => {
      for (const language of LANGUAGES) {
        const who = typeof as === "object" ? as[language] : as;
        const shown = typeof path === "string" ? path : path();
        const page = await windows.show(shown, language, who);
        await also?.(page, language);
        await inspect(page);
      }
    });
  }
}

/** A test for each page, that it is what every page has to be. */
export const inspectPages = (portal: () => Portal, pages: readonly Inspected[]): void =>
  lookAt(portal, pages, { holds: "accessible, and fits every window", inspect: inspectPage });
