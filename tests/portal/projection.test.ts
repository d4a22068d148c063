/** The page on a charter's future: sliders, both answers, in a real browser. */
import assert from "node:assert/strict";
import { it } from "node:test";
import { inspectPages, lookAt } from "./inspect-pages.ts";
import { describePortal } from "./open-portal.ts";
import { onPaper } from "./paper.ts";

describePortal("futures of the charter", { scenario: "first-year" }, (portal) => {
  const pages = [
    { name: "futures", path: "/analysis/projection?moved=leverage~0.1" },
    { name: "one path", path: "/analysis/path?path=73412" },
    { name: "ways to raise revenue", path: "/analysis/policies?figures=incentive.caused~0.2" },
  ];
  inspectPages(portal, pages);
  lookAt(portal, pages, onPaper);

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

  it("are kept in the address, with what was moved, and beside them what was assumed", async () => {
    const address = "/analysis/projection?moved=leverage~0.1&stresses=tariffs-return&years=8";
    const page = await portal().visit(address, { language: "en" });
    const slider = page.getByRole("slider", { name: "Debt wanted, of all assets" });
    assert.equal(await slider.inputValue(), "0.1");
    assert.ok(await page.getByRole("checkbox", { name: "Tariffs return" }).isChecked());
    assert.equal(await page.getByText("8 years", { exact: true }).count(), 1);
    const end = page.getByRole("table", { name: "US: at the end" });
    await end.getByText("As assumed").first().waitFor();
    const years = page.getByRole("table", { name: "US: paid out by fiscal year" });
    for (const name of ["Income, mean", "Gains, mean", "Capital back, mean"]) {
      await years.getByRole("columnheader", { name }).waitFor();
    }
    const fan = page.getByRole("figure").filter({ hasText: "Net assets" }).first();
    await fan.getByText("As a table").click();
    await fan.getByRole("columnheader", { name: "Mean", exact: true }).waitFor();
    // Nobody has to read places in a file.
    assert.doesNotMatch(await page.locator("main").innerText(), /\/market\/expectedReturn/);
    await page.getByRole("button", { name: "As assumed" }).click();
    await page.waitForURL(/projection$/);
    assert.equal(await end.getByText("As assumed").count(), 0);
  });

  it("far ahead are told of by the first paths before all are computed", async () => {
    const page = await portal().visit("/analysis/projection?years=30", { language: "en" });
    for (const paths of ["Computing … 2,048 paths", "10,000 paths"]) {
      await page.getByRole("status").filter({ hasText: paths }).waitFor();
    }
  });

  it("of another charter are projected by its own terms", async () => {
    const page = await portal().visit("/analysis/projection", { language: "en" });
    await page.getByLabel("Charter").selectOption("example.us-japan-2025");
    await page.waitForURL(/charter=example.us-japan-2025/);
    await page.getByText("US-Japan Strategic Investments (memorandum of 2025) ·").waitFor();
    await page.getByRole("status").filter({ hasText: "10,000 paths" }).waitFor();
  });

  it("are told one by one: by a number, and by how they end", async () => {
    const page = await portal().visit("/analysis/projection", { language: "en" });
    await page.getByRole("link", { name: "worst 5%" }).first().click();
    await page.waitForURL(/analysis\/path\?of=\w+&at=0.05/);
    const field = page.getByRole("textbox", { name: "Number of the path" });
    await field.waitFor();
    const ranks = page.getByRole("table", { name: "Paths by how they end" });
    await ranks.waitFor();
    const worst = await field.inputValue();
    const heading = `Path ${Number(worst).toLocaleString("en")}`;
    await page.getByRole("heading", { name: heading, exact: true }).waitFor();
    await field.fill("no number");
    await page.keyboard.press("Enter");
    await page.getByText("A whole number from 0 to 99,999,999, such as 73412.").waitFor();
    assert.equal(await field.inputValue(), "no number");
    await field.fill("73412");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Path 73,412", exact: true }).waitFor();
    await page.waitForURL(/path=73412/);
    const quarters = page.getByRole("table", { name: "In each quarter" });
    // Ten years of quarters, and the head.
    assert.equal(await quarters.getByRole("row").count(), 41);
    await page.getByRole("button", { name: "Next path" }).click();
    await page.getByRole("heading", { name: "Path 73,413", exact: true }).waitFor();
    await page.getByRole("link", { name: "All futures" }).click();
    await page.getByRole("heading", { name: "Futures of the charter" }).waitFor();
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

  it("are compared anew when a key moves a figure, beside those of the file", async () => {
    const page = await portal().visit("/analysis/policies?side=us-states", { language: "en" });
    await page.getByText("Tax credit", { exact: true }).first().waitFor();
    await page.locator("summary", { hasText: "Tax credit" }).focus();
    await page.keyboard.press("Enter");
    const slider = page.getByRole("slider", { name: "Projects that the credit causes" });
    assert.equal(await slider.inputValue(), "0.127");
    await page.getByText(/^File: 12.7%, range 2% to 25%/).waitFor();
    await slider.focus();
    await page.keyboard.press("End");
    assert.equal(await slider.inputValue(), "0.25");
    await page.waitForURL(/side=us-states.*figures=incentive.caused(?:~|%7E)0.25/);
    const overview = page.getByRole("table", { name: "All sides, at their own rates" });
    await overview.getByText("By the file").first().waitFor();
    // What was moved is the same in all futures, and the table of figures says so.
    const figures = page.getByRole("table", { name: "Every figure, its range and its source" });
    await figures.getByText("25% – 25%").waitFor();
    await page.reload();
    await page.getByText("1 moved").waitFor();
    await page.getByRole("button", { name: "Back to the file's figures" }).click();
    await page.waitForURL(/policies\?side=us-states$/);
    assert.equal(await overview.getByText("By the file").count(), 0);
  });

  it("say in Japanese on what they rest", async () => {
    const page = await portal().visit("/analysis/projection", { language: "ja", width: 390 });
    await page.getByText("前提及び限界").first().waitFor();
    await page.getByRole("slider", { name: "目標借入比率" }).waitFor();
  });
});
