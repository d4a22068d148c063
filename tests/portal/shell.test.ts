import assert from "node:assert/strict";
import { it } from "node:test";
import { inspectPages } from "./inspect-pages.ts";
import { describePortal } from "./open-portal.ts";

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

  it("says so where there is no page", async () => {
    const page = await portal().visit("/no/such/page");
    await page.getByText("There is no page at this address.").waitFor();
    await page.context().close();
  });
});
