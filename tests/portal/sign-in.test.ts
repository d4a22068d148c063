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
    reason: /^Reason/,
  },
  ja: {
    signIn: "サインイン",
    signOut: "サインアウト",
    with: /実演用サービスでサインイン/,
    mark: "パスワードなしで",
    again: "再度サインインしてください",
    reason: /^理由/,
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

    it(`loses nothing that is typed when a session ends, in ${language}`, () =>
      comeBack(portal(), language));
  }
});

/** The session ends in the middle of a form: what was typed stays, and is sent once one is back. */
async function comeBack(portal: Portal, language: "en" | "ja"): Promise<void> {
  const said = SAID[language];
  const draft = "/desk/draft?type=expense.book";
  const page = await portal.visit(draft, { language, as: "us-treasury-1" });
  const reason = page.getByRole("textbox", { name: said.reason });
  await reason.fill("Typed before the session ended");
  now += 31 * MINUTE;
  await reason.press("End");
  await reason.pressSequentially(", and after");
  // What is typed is tried by itself; the office does not know who asks any more.
  const dialog = page.getByRole("dialog", { name: said.again });
  await dialog.waitFor();
  await inspectPage(page);
  const opened = page.context().waitForEvent("page");
  await dialog.getByRole("button", { name: said.with }).click();
  const popup = await opened;
  const tried = page.waitForResponse(
    (response) => response.url().endsWith("/api/v1/drafts") && response.status() === 200,
  );
  await popup.getByRole("button", { name: /us-treasury-1/ }).click();
  await dialog.waitFor({ state: "detached" });
  // A request without its body would be refused: 200 says that it came whole.
  await tried;
  assert.equal(await reason.inputValue(), "Typed before the session ended, and after");
  assert.equal((await session(page)).person?.name, "us-treasury-1");
  await somebodyElse(page, language);
  await page.context().close();
}

/** Whoever signs in afterwards in the same tab finds nothing of what the one before has typed. */
async function somebodyElse(page: Page, language: "en" | "ja"): Promise<void> {
  const said = SAID[language];
  await page.reload();
  const reason = page.getByRole("textbox", { name: said.reason });
  await reason.waitFor();
  assert.match(await reason.inputValue(), /^Typed before/);
  const draft = new URL(page.url());
  const returnTo = encodeURIComponent(draft.pathname + draft.search);
  await page.goto(`${draft.origin}/sign-in?returnTo=${returnTo}`);
  await page.getByRole("link", { name: said.with }).click();
  await page.getByRole("button", { name: /jp-treasury-1/ }).click();
  await page.getByText("jp-treasury-1").first().waitFor();
  await page.waitForFunction(() => sessionStorage.getItem("jointfund.draft.expense.book") === null);
  await reason.waitFor();
  assert.equal(await reason.inputValue(), "");
}
