/** What comes out of a printer: whole, in ink on white, and without what only a screen can do. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { it } from "node:test";
import type { Page } from "playwright-core";
import { requireTool } from "../support/require-tool.ts";
import { lookAt } from "./inspect-pages.ts";
import { describePortal, type Portal } from "./open-portal.ts";
import { onPaper } from "./paper.ts";

const PDF_TO_TEXT = "pdftotext";

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
