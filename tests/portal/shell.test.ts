import assert from "node:assert/strict";
import { it } from "node:test";
import { setTimeout } from "node:timers/promises";
import { inspectPages } from "./inspect-pages.ts";
import { describePortal, settled } from "./open-portal.ts";

describePortal("the frame of every page", { scenario: "first-year" }, (portal) => {
  inspectPages(portal, [
    { name: "the overview", path: "/" },
    {
      name: "a refusal at its own address",
      path: "/problems/frozen",
      also: (page) => page.getByRole("heading", { name: "frozen" }).waitFor(),
    },
  ]);

  it("changes its language and keeps it", async () => {
    const page = await portal().visit("/");
    await page.getByRole("button", { name: "日本語" }).click();
    await page.getByRole("heading", { level: 1, name: "日米共同ファンド" }).waitFor();
    assert.equal(await page.locator("html").getAttribute("lang"), "ja");
    await page.reload();
    await page.getByRole("heading", { level: 1, name: "日米共同ファンド" }).waitFor();
    await page.context().close();
  });

  it("says where a figure comes from, by keyboard alone", async () => {
    const page = await portal().visit("/");
    const figure = page.getByRole("button", { name: /Why Net assets/ }).first();
    await figure.focus();
    await page.keyboard.press("Enter");
    const dialog = page.getByRole("dialog");
    await dialog.getByText("USD 12,366,849,288.00").waitFor();
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "detached" });
    assert.equal(await figure.evaluate((button) => button === document.activeElement), true);
    await page.context().close();
  });

  it("shows a page as soon as its answers are there, and nothing is held back", async () => {
    const page = await portal().visit("/check");
    // The page's clock goes on for a fifth of what React would hold it back for.
    await page.clock.install();
    await page.reload();
    await settled(page);
    await page.clock.pauseAt(Date.now() + 60_000);
    const answered = page.waitForResponse("**/api/v1/investments");
    await page.getByRole("link", { name: "What it owns" }).first().click();
    await (await answered).finished();
    const owned = page.getByRole("heading", { level: 1, name: "What it owns" });
    for (let passed = 0; passed < 60 && !(await owned.isVisible()); passed += 2) {
      await page.clock.runFor(2);
      await setTimeout(30);
    }
    assert.ok(await owned.isVisible());
    await page.context().close();
  });

  it("says so where there is no page", async () => {
    const page = await portal().visit("/no/such/page");
    await page.getByText("There is no page at this address.").waitFor();
    await page.context().close();
  });
});
