/** The page on a charter's future: sliders, both answers, in a real browser. */
import assert from "node:assert/strict";
import { it } from "node:test";
import { inspectPages } from "./inspect-pages.ts";
import { describePortal } from "./open-portal.ts";

describePortal("futures of the charter", { scenario: "first-year" }, (portal) => {
  inspectPages(portal, [
    { name: "futures", path: "/analysis/projection" },
    { name: "ways to raise revenue", path: "/analysis/policies" },
  ]);

  it("are computed anew when a key moves a slider", async () => {
    const page = await portal().visit("/analysis/projection", { language: "en" });
    const status = page.getByRole("status").filter({ hasText: "10,000 paths" });
    await status.waitFor();
    const chances = page.getByRole("table", { name: "How likely by the end" });
    const before = await chances.innerText();
    const slider = page.getByRole("slider", { name: "Debt wanted, of all assets" });
    await slider.focus();
    for (let presses = 0; presses < 20; presses++) await page.keyboard.press("ArrowLeft");
    assert.equal(await slider.inputValue(), "0.05");
    for (let looks = 0; looks < 100 && (await chances.innerText()) === before; looks++) {
      await page.waitForTimeout(100);
    }
    assert.notEqual(await chances.innerText(), before);
  });

  it("hold other ways to raise revenue against a stake, for each side by keyboard", async () => {
    const page = await portal().visit("/analysis/policies", { language: "en" });
    const overview = page.getByRole("table", { name: "All sides, at their own rates" });
    await overview.waitFor();
    assert.equal(await overview.getByRole("row").count(), 5);
    await page.getByText("Without skill a stake in the fund is worth nothing").waitFor();
    // Every figure has a name, a range, a standing, a day and a source.
    const figures = page.getByRole("table", { name: "Every figure, its range and its source" });
    assert.ok((await figures.getByRole("row").count()) > 40);
    assert.match(await figures.innerText(), /Elasticity of imports/);
    await page.getByLabel("Seen from").focus();
    await page.keyboard.press("J");
    await page.getByRole("heading", { name: "Present values: Japan's treasury" }).waitFor();
    await page.getByLabel("Under the regime").selectOption({ label: "no tariff" });
    await page.waitForURL(/side=japan-treasury.*regime=zero/);
    // What was chosen is in the address, so that it can be sent to somebody.
    await page.reload();
    await page.getByRole("heading", { name: "Present values: Japan's treasury" }).waitFor();
  });

  it("say in Japanese on what they rest", async () => {
    const page = await portal().visit("/analysis/projection", { language: "ja", width: 390 });
    await page.getByText("前提及び限界").first().waitFor();
    await page.getByRole("slider", { name: "目標借入比率" }).waitFor();
  });
});
