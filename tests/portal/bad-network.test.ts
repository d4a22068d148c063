/** An officer on a bad network: what is signed is handed in once, and nothing typed is lost. */
import assert from "node:assert/strict";
import { it } from "node:test";
import { instant } from "@jointfund/core/calendar/date.ts";
import type { Page } from "playwright-core";
import { describePortal, type Portal } from "./open-portal.ts";

/** A day after the last of the scenario. */
const machine = { now: () => instant("2026-07-02T09:00:00Z") };

/** Fills in the form of an expense, up to where it is signed. */
async function draftExpense(page: Page, reason: string): Promise<void> {
  const chosen = { Vehicle: "fund", "Kind of expense": "legal", Payee: "oracle" } as const;
  for (const [name, value] of Object.entries(chosen)) {
    await page.getByLabel(name).first().selectOption(value);
  }
  await page.getByLabel("Who is charged for it").first().selectOption("external");
  await page.getByRole("textbox", { name: "Amount" }).fill("125,000.50");
  await page.getByRole("textbox", { name: "What for" }).fill("Advice");
  await page.getByRole("textbox", { name: "Reason" }).fill(reason);
  await page.getByText("It would be accepted.").waitFor();
  await page.getByRole("button", { name: "Sign and propose" }).click();
}

/** How often an act with that reason was proposed. */
const proposals = ({ served }: Portal, reason: string): number =>
  [...served.office.record.view.chronicle.acts.values()].filter(({ act }) => act.reason === reason)
    .length;

const DRAFT = "/desk/draft?type=expense.book";

describePortal("an officer on a bad network", { scenario: "first-year", machine }, (portal) => {
  it("[H38] who presses twice hands in once", async () => {
    const page = await portal().visit(DRAFT, { as: "us-treasury-1" });
    const reason = "Pressed twice";
    await draftExpense(page, reason);
    const devTools = await page.context().newCDPSession(page);
    await devTools.send("Network.emulateNetworkConditions", {
      ...{ offline: false, latency: 1_500, downloadThroughput: 20_480, uploadThroughput: 20_480 },
    });
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("button", { name: "Sign and hand in" }).dblclick();
    await dialog.getByRole("status").first().waitFor();
    await dialog.locator(".notice-good").waitFor();
    assert.equal(proposals(portal(), reason), 1);
    await page.context().close();
  });

  it("[H38] who is cut off hands in again, and it counts once", async () => {
    const page = await portal().visit(DRAFT, { as: "us-treasury-1" });
    const reason = "Cut off";
    await draftExpense(page, reason);
    const dialog = page.getByRole("dialog");
    const sign = dialog.getByRole("button", { name: "Sign and hand in" });
    await sign.waitFor();
    await page.context().setOffline(true);
    await sign.click();
    await dialog.getByRole("alert").waitFor({ timeout: 60_000 });
    assert.equal(proposals(portal(), reason), 0);
    await page.context().setOffline(false);
    await dialog.getByRole("button", { name: "Hand in again" }).click();
    await dialog.locator(".notice-good").waitFor();
    assert.equal(proposals(portal(), reason), 1);
    await page.context().close();
  });

  it("[H39] who types what is hostile breaks nothing, and keeps what was typed", async () => {
    const page = await portal().visit(DRAFT, { as: "us-treasury-1" });
    const faults: string[] = [];
    page.on("pageerror", (failure) => faults.push(String(failure)));
    const evil = [
      `"><img src=x onerror="window.ran=1">`,
      "\u202Edlog\u202C \u2066x\u2069",
      "-1e999",
      "__proto__",
      "\u0000\u0007",
      // What is longer than a field takes is refused before it is in it, as other tests hold.
      "x".repeat(200),
    ];
    for (const value of evil) {
      for (const box of await page.getByRole("textbox").all()) await box.fill(value);
      await page.locator("main h1").waitFor();
      for (const name of ["What for", "Reason"]) {
        const kept = await page.getByRole("textbox", { name }).inputValue();
        assert.equal(kept.slice(0, 50), value.slice(0, 50));
      }
    }
    await page.getByRole("textbox", { name: "Amount" }).fill("12,x");
    await page.getByRole("textbox", { name: "Reason" }).fill("Why not");
    // Whatever is said of it, it is not what one could sign.
    assert.equal(await page.getByText("It would be accepted.").count(), 0);
    assert.equal(await page.evaluate(() => "ran" in window), false);
    assert.deepEqual(faults, []);
    await page.context().close();
  });
});
