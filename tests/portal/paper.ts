import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { overflowing } from "./open-portal.ts";

/** A4 between its margins: 182 mm, at 96 pixels an inch. */
const A4_PX = 687;

const ON_SCREEN_ALONE =
  ".menus, .office-tools, .menu-button, .skip, .button, .filters, .twin summary";

const BLACK = "rgb(0, 0, 0)";

/** Lays the page out for paper, read by somebody whose screen is dark, and back for the screen. */
async function holdsOnPaper(page: Page): Promise<void> {
  await page.setViewportSize({ width: A4_PX, height: 1000 });
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  assert.deepEqual(await overflowing(page), [], `${page.url()} on A4`);
  const onScreenAlone = page.locator(ON_SCREEN_ALONE).filter({ visible: true });
  assert.deepEqual(await onScreenAlone.allTextContents(), []);
  const [ink, frames] = await page.evaluate(() => {
    const cut = [...document.querySelectorAll(".table-frame")].filter(
      (frame) => getComputedStyle(frame).overflowX !== "visible",
    );
    return [getComputedStyle(document.body).color, cut.length] as const;
  });
  assert.deepEqual([ink, frames], [BLACK, 0]);
  // Whoever has the paper can find the page again.
  const from = await page.locator(".printed").innerText();
  assert.ok(from.includes(new URL(page.url()).pathname), from);
  await page.emulateMedia({ media: null, colorScheme: null });
}

/** What every page that is printed has to be. */
export const onPaper = { holds: "prints whole", inspect: holdsOnPaper };
