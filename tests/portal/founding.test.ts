import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { after, before, describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import type { Browser } from "playwright-core";
import { skipWithout } from "../support/require-tool.ts";
import { assertKeptOverReload, copyTooMuch, fillWithHostileText } from "./hostile-text.ts";
import { inspectPage, openBrowser, visitPage, putText } from "./open-portal.ts";

const PROGRAM = fileURLToPath(new URL("../../packages/server/src/main.ts", import.meta.url));

/** A program that serves: its address, once it has said it. */
async function serving(data: string): Promise<{ child: ChildProcess; address: string }> {
  const args = [PROGRAM, "serve", "--found", "--data", data, "--port", "0"];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
  for await (const line of createInterface({ input: child.stdout })) {
    if (line.startsWith("http://")) return { child, address: line };
  }
  throw new Error("the program ended without an address");
}

describe("founding a fund in the browser", { skip: skipWithout(["chromium"]) }, () => {
  let data = "";
  let server: { child: ChildProcess; address: string };
  let browser: Browser;
  before(async () => {
    data = mkdtempSync(join(tmpdir(), "jointfund-founding-"));
    server = await serving(data);
    browser = await openBrowser();
  });
  after(async () => {
    await browser.close();
    server.child.kill("SIGTERM");
    await once(server.child, "exit");
    rmSync(data, { recursive: true });
  });

  it("says what is wrong with the charter by line, in Japanese, and loses nothing", async () => {
    const page = await visitPage(browser, server.address, { language: "ja" });
    const text = page.getByLabel("基本協定の本文");
    const charter = await text.inputValue();
    await putText(text, charter.replace("base: USD", "base: USX"));
    await page.getByRole("button", { name: "基本協定を検査" }).click();
    const line = charter.split("\n").findIndex((each) => each.includes("base: USD")) + 1;
    await page
      .getByRole("button", { name: `${line}行目` })
      .first()
      .click();
    assert.equal(await text.evaluate((area) => area.matches(":focus")), true);
    assert.match(await text.inputValue(), /base: USX/);
    assert.equal(await page.getByRole("button", { name: "ファンドを設立" }).count(), 0);
    await inspectPage(page);
    await page.context().close();
  });

  it("[H39] takes hostile text and a file of 10 MB, and nothing is lost", async () => {
    const page = await visitPage(browser, server.address, { language: "ja" });
    await copyTooMuch(page);
    await page.locator("main select").first().selectOption("own");
    assert.equal(await fillWithHostileText(page, "founding"), 3);
    await assertKeptOverReload(page, "founding");
    await page.context().close();
  });

  it("founds by the signatures of every party, and becomes the fund's office", async () => {
    const page = await visitPage(browser, server.address);
    await page.getByRole("button", { name: "Check the charter" }).click();
    await page.getByText(/0 errors/).waitFor();
    const found = page.getByRole("button", { name: "Found the fund" });
    await page.getByRole("button", { name: /Sign for United States/ }).click();
    await page.getByRole("button", { name: /Sign for Ministry of Finance/ }).click();
    assert.equal(await found.isDisabled(), true, "the others have not signed");
    await page.getByRole("button", { name: "Sign for every party that is left" }).click();
    await inspectPage(page);
    await found.click();
    await page.getByRole("navigation", { name: "Main menu" }).waitFor();
    await page.getByText("Record 1 entry").waitFor();
    await page.context().close();
  });
});
