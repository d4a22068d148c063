/** A citizen's pages: on a small phone, without a mouse, in both languages. */
import assert from "node:assert/strict";
import { it } from "node:test";
import type { Page } from "playwright-core";
import { recount } from "../support/recount.ts";
import { inspectPages } from "./inspect-pages.ts";
import { describePortal, inspectPage, type Portal, settled } from "./open-portal.ts";

type Language = "en" | "ja";

const PHONE = 390;

const PATHS = ["/my", "/my/order", "/my/orders", "/my/payments", "/my/statement"];

const SAID = {
  en: {
    who: "feeder-us:us-004",
    holder: "us-004",
    currency: "USD",
    distributor: "us-distributor-1",
    confirm: /I have read all of this/,
    goOn: "Go on",
    amount: /For how much/,
    least: "The least is USD 100.00",
    typed: "250.5",
    send: "Send the request",
    sent: "Your request has been sent",
    minor: "25050",
    shown: "Buy for USD 250.50",
    waiting: /It is not an order yet/,
    placed: "On record as an order.",
    sign: "Sign the order",
    check: "Check that it is in the record",
    checked: /Your device has worked it out itself/,
    notSeen: /have not been on your screen yet/,
    back: "Take it back",
    withdrawn: "You took it back.",
  },
  ja: {
    who: "feeder-jp:jp-001",
    holder: "jp-001",
    currency: "JPY",
    distributor: "jp-distributor-1",
    confirm: /すべて読み、内容を理解しました/,
    goOn: "次へ",
    amount: /購入金額/,
    least: "最低金額は10,000円です",
    // As a Japanese keyboard writes it.
    typed: "２０，０００",
    send: "依頼を送信する",
    sent: "依頼を送信しました",
    minor: "20000",
    shown: "20,000円の購入",
    waiting: /まだ申込みとして成立していません/,
    placed: "申込みとして記録されました。",
    sign: "申込みに署名",
    check: "記録に含まれることを確認する",
    checked: /お使いの端末が自ら計算して確認しました/,
    notSeen: /まだ表示されていない項目/,
    back: "取り下げる",
    withdrawn: "取り下げました。",
  },
} as const;

/** Goes on by Tab alone until what is named has the focus. */
async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  for (let steps = 0; steps < 120; steps++) {
    await page.keyboard.press("Tab");
    const text = await page.evaluate(() => {
      const { activeElement: at } = document;
      const label = at instanceof HTMLInputElement ? at.labels?.[0]?.textContent : undefined;
      return label ?? at?.textContent ?? "";
    });
    if (typeof name === "string" ? text.trim() === name : name.test(text)) return;
  }
  assert.fail(`no way by keyboard to ${String(name)}`);
}

/** Scrolls through the page as a keyboard does, a screen at a time. */
async function readThrough(page: Page): Promise<void> {
  await page.keyboard.press("Home");
  for (let screens = 0; screens < 60; screens++) {
    await page.keyboard.press("PageDown");
    await page.waitForTimeout(40);
  }
}

/** The distributor's officer signs the request that waits, in a browser of their own. */
async function sign(portal: Portal, officer: string, language: Language): Promise<void> {
  const said = SAID[language];
  const page = await portal.visit("/desk", { language, as: officer });
  // The desk of requests has a place in a distributor's menu.
  const area = page.locator(".area-menu a[href='/distributor/requests']");
  await area.click();
  await settled(page);
  await inspectPage(page);
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.getByRole("button", { name: said.sign }).focus();
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog");
  await dialog.waitFor();
  await inspectPage(page);
  await page.setViewportSize({ width: 1280, height: 900 });
  await dialog.locator("button.button-main").focus();
  await page.keyboard.press("Enter");
  // It closes itself once the act is on record; a page closed before takes the request with it.
  await dialog.waitFor({ state: "hidden" });
  await page.context().close();
}

/** Figures against the raw postings. */
function tellTheirPostings(portal: () => Portal, language: Language): void {
  const said = SAID[language];
  it(`[ST92] tell what the postings add up to, in ${language}`, async () => {
    const page = await portal().visit("/my", { language, width: 320, as: said.who });
    const { chronicle, state } = portal().served.office.record.view;
    const feeder = said.who.split(":")[0]!;
    const paidIn = -recount(chronicle, {
      ...{ vehicle: feeder, subject: said.holder, accounts: ["3010"] },
    });
    const shown = await page
      .locator("main button.figure data")
      .evaluateAll((all) => all.map((each) => each.getAttribute("value")));
    assert.ok(paidIn > 0n && shown.includes(paidIn.toString()), shown.join(" "));
    assert.ok(state.today.length === 10);
    await page.context().close();
  });
}

/** No way around what can go wrong. */
function askForTheRisks(portal: () => Portal, language: Language): void {
  const said = SAID[language];
  it(`[H54] let nobody order without every risk before them, in ${language}`, async () => {
    const page = await portal().visit("/my/order", { language, width: PHONE, as: said.who });
    await page.getByRole("checkbox").evaluate((box) => {
      (box as HTMLInputElement).click();
    });
    await page.getByRole("button", { name: said.goOn }).evaluate((button) => {
      (button as HTMLButtonElement).click();
    });
    await page.getByText(said.notSeen).waitFor();
    assert.equal(await page.getByLabel(said.amount).count(), 0);
    await page.context().close();
  });
}

/** From the risks to the record. */
function takeAnOrder(portal: () => Portal, language: Language): void {
  const said = SAID[language];
  it(`[H53] take an order by keyboard alone, until it is on record, in ${language}`, async () => {
    const page = await portal().visit("/my/order", { language, width: PHONE, as: said.who });
    await readThrough(page);
    await tabTo(page, said.confirm);
    await page.keyboard.press("Space");
    await tabTo(page, said.goOn);
    await page.keyboard.press("Enter");
    await page.getByLabel(said.amount).waitFor();
    await inspectPage(page);
    await page.setViewportSize({ width: PHONE, height: 900 });
    await tabTo(page, said.amount);
    await page.keyboard.type("5");
    await page.keyboard.press("Enter");
    await page.getByText(said.least).waitFor();
    await page.keyboard.press("Backspace");
    await page.keyboard.insertText(said.typed);
    // What is typed outlives a reload.
    await page.reload();
    await settled(page);
    assert.equal(await page.getByLabel(said.amount).inputValue(), said.typed);
    await page.getByLabel(said.amount).focus();
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: said.send }).waitFor();
    await inspectPage(page);
    await page.setViewportSize({ width: PHONE, height: 900 });
    await tabTo(page, said.send);
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: said.sent }).waitFor();
    const [asked] = portal().served.office.orderRequests!.list({ holder: said.holder });
    assert.equal(asked?.request.kind === "subscription" && `${asked.request.minor}`, said.minor);
    assert.equal(asked?.request.distributor, language === "en" ? "DUS" : "DJP");

    const orders = await portal().visit("/my/orders", { language, width: 320, as: said.who });
    await orders.getByRole("heading", { name: said.shown }).first().waitFor();
    await orders.getByText(said.waiting).waitFor();

    await sign(portal(), said.distributor, language);
    await orders.getByText(said.placed).waitFor();
    await orders.getByRole("button", { name: said.check }).first().focus();
    await orders.keyboard.press("Enter");
    await orders.getByText(said.checked).waitFor();
    await inspectPage(orders);
    await orders.context().close();
    await page.context().close();
  });
}

/** What is not an order yet is not kept against anyone. */
function takeARequestBack(portal: () => Portal, language: Language): void {
  const said = SAID[language];
  it(`[H56] take a request back, in ${language}`, async () => {
    const page = await portal().visit("/my/order", { language, as: said.who });
    const digest = await page.evaluate(async () => {
      const answer = await fetch("/api/v1/my/order-terms");
      return ((await answer.json()) as { readonly risksDigest: string }).risksDigest;
    });
    await page.evaluate(
      async (body) => {
        const headers = { "Content-Type": "application/json" };
        await fetch("/api/v1/my/order-requests", {
          ...{ method: "POST", headers, body: JSON.stringify(body) },
        });
      },
      { kind: "subscription", minor: "50000", risks: digest, key: `portal-${language}` },
    );
    await page.goto(`${portal().address}/my/orders`);
    await settled(page);
    await page.getByRole("button", { name: said.back }).focus();
    await page.keyboard.press("Enter");
    await page.getByText(said.withdrawn).waitFor();
    await page.context().close();
  });
}

describePortal("a citizen's pages", { scenario: "citizens" }, (portal) => {
  const as = { en: SAID.en.who, ja: SAID.ja.who };
  inspectPages(
    portal,
    PATHS.map((path) => ({ name: `[ST92] ${path}`, path, as })),
  );
  for (const language of ["en", "ja"] as const) {
    tellTheirPostings(portal, language);
    askForTheRisks(portal, language);
    takeAnOrder(portal, language);
    takeARequestBack(portal, language);
  }
});
