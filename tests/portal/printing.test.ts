/** What comes out of a printer: whole, in ink on white, and without what only a screen can do. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { it } from "node:test";
import type { Page } from "playwright-core";
import { requireTool } from "../support/require-tool.ts";
import { lookAt } from "./inspect-pages.ts";
import { describePortal, overflowing, type Portal } from "./open-portal.ts";

/** A4 between its margins: 182 mm, at 96 pixels an inch. */
const A4_PX = 687;

const ON_SCREEN_ALONE =
  ".menus, .office-tools, .menu-button, .skip, .button, .filters, .twin summary";

const PDF_TO_TEXT = "pdftotext";

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

const onPaper = { holds: "prints whole", inspect: holdsOnPaper };

/** What a page prints, sheet by sheet. */
async function sheetsOf(page: Page, height: string): Promise<readonly string[]> {
  const input = await page.pdf({ width: "210mm", height });
  const { status, stdout } = spawnSync(PDF_TO_TEXT, ["-layout", "-", "-"], { input });
  assert.equal(status, 0);
  return stdout.toString("utf8").split("\f");
}

describePortal("on paper", { scenario: "first-year" }, (portal) => {
  const actOf = (of: Portal, type: string): string => {
    const { acts } = of.served.office.record.view.chronicle;
    const found = [...acts].find(([, { act }]) => act.type === type);
    assert.ok(found !== undefined, type);
    return found[0];
  };
  const call = (): string => actOf(portal(), "capital.call");

  lookAt(
    portal,
    [
      { name: "the overview", path: "/" },
      { name: "what it owns", path: "/owns" },
      { name: "an investment", path: "/investments/abilene" },
      { name: "the charter", path: "/charter" },
      { name: "decisions", path: "/acts" },
      { name: "a decision", path: () => `/acts/${call()}` },
      {
        ...{ name: "a notice", as: "us-treasury-1" },
        path: () => `/partner/notices/${call()}`,
        also: (page) => page.locator("main article h1").waitFor(),
      },
      { name: "an auditor's list", path: "/auditor/lists/payments", as: "auditor-1" },
      { name: "a statement", path: "/auditor/statements", as: "auditor-1" },
      { name: "an act at the desk", path: () => `/desk/acts/${call()}`, as: "us-treasury-1" },
    ],
    onPaper,
  );

  it("the head of a table stands on every sheet, and sheets are numbered", async (context) => {
    if (!requireTool(context, [PDF_TO_TEXT])) return;
    const page = await portal().visit("/auditor/lists/payments", { as: "auditor-1" });
    const sheets = (await sheetsOf(page, "120mm")).filter((text) => text.includes("Clause 11.5"));
    assert.ok(sheets.length > 1);
    for (const text of sheets) assert.match(text, /Recorded +What +Act[\s\S]*\d+ ?\/ ?\d+/);
    await page.context().close();
  });

  it("what is folded on the screen is on the paper", async (context) => {
    if (!requireTool(context, [PDF_TO_TEXT])) return;
    const page = await portal().visit("/charter");
    const rule = page.locator("details.charter-rule:not([open])").first();
    const line = await rule.locator(".explained").first().textContent();
    const words = (text: string): string => text.replaceAll(/\s+/g, " ");
    const text = words((await sheetsOf(page, "297mm")).join(" "));
    assert.ok(line !== null && text.includes(words(line).slice(0, 40).trim()), line ?? "");
    await page.context().close();
  });
});

describePortal("a citizen's statement on paper", { scenario: "citizens" }, (portal) => {
  const as = { en: "feeder-us:us-004", ja: "feeder-jp:jp-001" };
  lookAt(portal, [{ name: "the statement", path: "/my/statement", as }], onPaper);
});
