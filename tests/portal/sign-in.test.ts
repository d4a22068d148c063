/** Signing in and out in a browser, and what becomes of a page whose session has ended. */
import assert from "node:assert/strict";
import { it } from "node:test";
import type { Page } from "playwright-core";
import { describePortal, inspectPage, type Portal } from "./open-portal.ts";

const MINUTE = 60_000;
let now = Date.parse("2026-11-28T09:00:00Z");

const SAID = {
  en: {
    signIn: "Sign in",
    signOut: "Sign out",
    with: /Sign in with the demonstration's provider/,
    mark: "Anybody may sign in here as anybody",
    again: "Please sign in again",
  },
  ja: {
    signIn: "サインイン",
    signOut: "サインアウト",
    with: /実演用プロバイダーでサインイン/,
    mark: "パスワードなしで",
    again: "再度サインインしてください",
  },
} as const;

type Session = { readonly person?: { readonly name: string } };

const session = (page: Page): Promise<Session> =>
  page.evaluate(async () => (await (await fetch("/api/v1/session")).json()) as Session);

describePortal("sign-in", { scenario: "first-year", signIn: { now: () => now } }, (portal) => {
  for (const language of ["en", "ja"] as const) {
    const said = SAID[language];

    it(`lets somebody in and out by keyboard, in ${language}`, async () => {
      const page = await portal().visit("/", { language });
      const link = page.getByRole("link", { name: said.signIn, exact: true });
      await link.focus();
      await page.keyboard.press("Enter");
      await page.getByRole("link", { name: said.with }).focus();
      await page.keyboard.press("Enter");
      await page.getByText(said.mark).waitFor();
      await page.getByRole("button", { name: /jp-treasury-1/ }).focus();
      await page.keyboard.press("Enter");
      const out = page.getByRole("button", { name: said.signOut });
      await out.waitFor();
      assert.equal(new URL(page.url()).pathname, "/");
      assert.equal((await session(page)).person?.name, "jp-treasury-1");
      await out.focus();
      await page.keyboard.press("Enter");
      await link.waitFor();
      assert.equal((await session(page)).person, undefined);
      await page.context().close();
    });

    it(`says in a readable page with whom one can sign in, in ${language}`, async () => {
      const failed = "/sign-in?failed=unknown_person&returnTo=/acts";
      for (const path of ["/sign-in", failed]) {
        const page = await portal().visit(path, { language });
        await page.getByRole("link", { name: said.with }).waitFor();
        await inspectPage(page);
        await page.context().close();
      }
    });

    it(`has people to choose from that can be read everywhere, in ${language}`, async () => {
      const page = await portal().visit("/sign-in", { language });
      await page.getByRole("link", { name: said.with }).click();
      await page.getByText(said.mark).waitFor();
      await inspectPage(page);
      await page.context().close();
    });

    it(`sends again what a session's end refused, in ${language}`, () =>
      comeBack(portal(), language));
  }
});

/** A request is refused as the session has ended, and goes through once one is back. */
async function comeBack(portal: Portal, language: "en" | "ja"): Promise<void> {
  const said = SAID[language];
  const page = await portal.visit("/", { language, as: "us-board-1" });
  await page.getByRole("button", { name: said.signOut }).waitFor();
  now += 31 * MINUTE;
  // What those who have signed in may ask is refused now; here it is a list of acts.
  await page.route("**/api/v1/why/**", async (route) => {
    const headers = await route.request().allHeaders();
    const own = await page.request.get(`${portal.address}/api/v1/session`, { headers });
    const { person } = (await own.json()) as { readonly person?: object };
    if (person !== undefined) return route.continue();
    return route.fulfill({ status: 401, contentType: "application/problem+json", body: "{}" });
  });
  await page
    .getByRole("button", { name: /Why|根拠/ })
    .first()
    .click();
  const dialog = page.getByRole("dialog", { name: said.again });
  await dialog.waitFor();
  const opened = page.context().waitForEvent("page");
  await dialog.getByRole("button", { name: said.with }).click();
  const popup = await opened;
  await popup.getByRole("button", { name: /us-board-1/ }).click();
  await dialog.waitFor({ state: "detached" });
  await page
    .getByText(/USD 12,366,849,288.00|12,366,849,288/)
    .first()
    .waitFor();
  assert.equal((await session(page)).person?.name, "us-board-1");
  await page.context().close();
}
