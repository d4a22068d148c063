/** The analyst's pages: both languages, every window, and by the keyboard alone. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { it } from "node:test";
import { inUnit, tableUnit } from "@jointfund/portal/format/money.ts";
import type { Page } from "playwright-core";
import { inspectPages } from "./inspect-pages.ts";
import { describePortal, inspectPage, putText, settled } from "./open-portal.ts";

const usJapan = readFileSync(new URL("../../charters/us-japan.yaml", import.meta.url), "utf8");

/** Goes on with Tab until a control of that name has the focus. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let presses = 0; presses < 120; presses++) {
    const focused = await page.evaluate(() => {
      const element = document.activeElement as HTMLElement | null;
      const labels = (element as HTMLInputElement | null)?.labels;
      const label = [...(labels ?? [])].map(({ textContent }) => textContent).join(" ");
      return (label || element?.getAttribute("aria-label") || element?.textContent) ?? "";
    });
    if (focused.trim() === name) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`no focus on ${name}`);
}

describePortal("the analyst's pages", { scenario: "first-year" }, (portal) => {
  const paths = ["years", "powers?show=forced", "charters?part=capital", "what-if"];
  inspectPages(
    portal,
    paths.map((path) => ({ name: `/analysis/${path}`, path: `/analysis/${path}` })),
  );
});

describePortal("what an analyst does", { scenario: "first-year" }, (portal) => {
  it("the years are walked through by keys, each figure what the record had then", async () => {
    const page = await portal().visit("/analysis/years");
    await tabTo(page, "Place in the record");
    await page.keyboard.press("Home");
    await page.getByText(/^1 of /).waitFor();
    await page.keyboard.press("PageDown");
    const contested = page.locator(".moment .notice");
    await contested.first().waitFor();
    for (let n = 0; n < 5; n++) await page.keyboard.press("ArrowRight");
    const place = await page.locator(".moment-place").innerText();
    const entry = Number(/entry ([\d,]+)/.exec(place)?.[1]?.replaceAll(",", ""));
    const { steps } = portal().served.office.record;
    const step = steps.findLast((each) => each.entry <= entry);
    assert.ok(step !== undefined);
    const invested = steps.map(({ figures }) => figures.investments);
    const unit = tableUnit(invested, "USD", "en");
    const row = page.getByRole("row", { name: /Net assets/ }).first();
    const [, shown] = (await row.innerText()).split("\t");
    assert.equal(shown?.trim(), inUnit(step.figures.netAssets, unit));
    await page.keyboard.press("Home");
    await page.keyboard.press("Space");
    await page.getByRole("button", { name: "Pause" }).waitFor();
    await page.keyboard.press("Space");
    await page.getByRole("button", { name: "Play", exact: true }).waitFor();
    await page.context().close();
  });

  it("the matrix says who forces a freeze alone, and with whom a payment goes", async () => {
    const page = await portal().visit("/analysis/powers?show=forced");
    const freeze = page.getByRole("row", { name: /^12\.2 / });
    assert.match(await freeze.innerText(), /forces[\s\S]*forces[\s\S]*US\s+Japan/);
    await tabTo(page, "Acts");
    await page.keyboard.press("Home");
    const release = page.getByRole("row", { name: /^11\.5 / });
    assert.match(await release.innerText(), /US \+ Japan[\s\S]*US \+ Auditor/);
    await page.context().close();
  });
});

describePortal("what an analyst sends", { scenario: "first-year" }, (portal) => {
  it("a draft of one's own is compared; what is wrong with it is told by its line", async () => {
    const page = await portal().visit("/analysis/charters?second=own", { language: "ja" });
    const text = page.getByLabel("基本協定の本文（YAML）");
    const wrong = usJapan.replace("callNotice:", "callNotise:");
    const line = wrong.split("\n").findIndex((each) => each.includes("callNotise")) + 1;
    await putText(text, wrong);
    await tabTo(page, "対照する");
    await page.keyboard.press("Enter");
    await page.getByText(`${line}行目`).first().waitFor();
    assert.equal(await text.inputValue(), wrong);
    await inspectPage(page);
    const draft = usJapan.replace(
      /initial: ("300000000000\.00")/,
      'initial: { brackets: { US: $1, JP: "200000000000.00" } }',
    );
    await page.getByLabel("第一", { exact: true }).selectOption("example.us-japan");
    await putText(text, draft);
    await page.getByLabel("対象とする当事者案").fill("JP");
    await page.getByRole("button", { name: "対照する", exact: true }).click();
    const row = page.getByRole("row", { name: /当初資本/ });
    await row.waitFor();
    assert.match(await row.innerText(), /3,000億米ドル[\s\S]*2,000億米ドル/);
    await page.context().close();
  });

  it("the two are exchanged, and what only one had is the other's", async () => {
    const page = await portal().visit("/analysis/charters?part=currencies&show=all");
    const only = page.locator(".standings .standing-onlyFirst strong");
    const before = await only.innerText();
    await page.getByRole("button", { name: "Exchange the two" }).click();
    await page.getByRole("heading", { name: "us-japan-2025 1 and us-japan 1" }).waitFor();
    assert.equal(await page.locator(".standings .standing-onlySecond strong").innerText(), before);
    await page.context().close();
  });

  it("a term is changed by keys alone, and both runs stand beside each other", async () => {
    const page = await portal().visit("/analysis/what-if?scenario=paying-late");
    await tabTo(page, "Find a term");
    await page.keyboard.type("late payment · rate");
    await tabTo(page, "New value");
    await page.keyboard.press("Control+A");
    await page.keyboard.type("12%");
    await tabTo(page, "Change this term");
    await page.keyboard.press("Enter");
    await tabTo(page, "Play both");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Figures that differ" }).waitFor({ timeout: 120_000 });
    await settled(page);
    await inspectPage(page);
    const count = await page
      .getByText(/figures differ/)
      .first()
      .innerText();
    assert.ok(Number(/^\d+/.exec(count)?.[0]) > 0, count);
    await page.context().close();
  });

  it("terms that cannot be played are said, with nothing lost", async () => {
    const set = encodeURIComponent("charter.capital.shares.US=40%");
    const page = await portal().visit(`/analysis/what-if?scenario=first-year&set=${set}`);
    await page.getByRole("button", { name: "Play both" }).click();
    await page.getByText("The shares sum to 9/10, not to 1.").waitFor({ timeout: 120_000 });
    await page.getByRole("cell", { name: "40%" }).waitFor();
    await page.context().close();
  });
});
