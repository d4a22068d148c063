/** A partner's pages: its own figures, notices that can be filed, and nobody else's. */
import assert from "node:assert/strict";
import { it } from "node:test";
import { recount } from "../support/recount.ts";
import { inspectPages } from "./inspect-pages.ts";
import { describePortal, inspectPage, type Portal, settled } from "./open-portal.ts";

const PATHS = ["/partner", "/partner/notices", "/partner/account", "/partner/terms"];

const SAID = {
  en: { call: /^Capital call notice/, due: "Due date", party: "Party" },
  ja: { call: /^資本拠出請求通知書/, due: "払込期日", party: "当事者" },
} as const;

type Language = "en" | "ja";

/** Whose officers look, in each language. */
const WHO = {
  en: { as: "us-treasury-1", party: "US" },
  ja: { as: "jp-treasury-1", party: "JP" },
} as const;

type Notices = { readonly items: readonly { readonly kind: string; readonly id: string }[] };

/** Figures against the raw postings. */
function tellTheirPostings(portal: () => Portal, language: Language): void {
  const { as, party } = WHO[language];
  it(`[ST34] tell what the postings add up to, in ${language}`, async () => {
    const page = await portal().visit("/partner", { language, as });
    const { chronicle } = portal().served.office.record.view;
    const of = { vehicle: "fund", subject: party };
    const shown = await page
      .locator("main data.money")
      .evaluateAll((all) => all.map((each) => each.getAttribute("value")));
    const paidIn = -recount(chronicle, { ...of, accounts: ["3010", "3015"] });
    const unfunded = recount(chronicle, { ...of, accounts: ["9010", "9020"] });
    for (const minor of [paidIn, unfunded]) assert.ok(shown.includes(`${minor}`), `${minor}`);
    await page.context().close();
  });
}

/** What a figure is made of, opened and closed by keyboard. */
function sayWhy(portal: () => Portal, language: Language): void {
  const { as, party } = WHO[language];
  it(`[ST93] say what a figure is made of, by keyboard, in ${language}`, async () => {
    const page = await portal().visit("/partner", { language, as });
    const { chronicle } = portal().served.office.record.view;
    const paidIn = -recount(chronicle, {
      ...{ vehicle: "fund", subject: party, accounts: ["3010", "3015"] },
    });
    const figure = page.locator(`button.figure:has(data[value="${paidIn}"])`).first();
    await figure.focus();
    await page.keyboard.press("Enter");
    const parts = page.locator("[role=dialog] tbody data.money");
    await parts.first().waitFor();
    const shown = await parts.evaluateAll((all) => all.map((each) => each.getAttribute("value")));
    assert.equal(
      shown.reduce((sum, minor) => sum + BigInt(minor ?? 0), 0n),
      paidIn,
    );
    await inspectPage(page);
    await page.keyboard.press("Escape");
    await page.locator("[role=dialog]").waitFor({ state: "detached" });
    await page.context().close();
  });
}

/** Each kind of notice, found by keyboard. */
function showNotices(portal: () => Portal, language: Language): void {
  const { as, party } = WHO[language];
  const said = SAID[language];
  it(`[ST90] [ST91] show each notice, by keyboard, in ${language}`, async () => {
    const page = await portal().visit("/partner/notices", { language, as });
    await page.getByRole("link", { name: said.call }).first().focus();
    await page.keyboard.press("Enter");
    await page.locator("main article").waitFor();
    await page.getByText(said.due).first().waitFor();
    await inspectPage(page);
    const { items } = await page.evaluate(async (of) => {
      const answer = await fetch(`/api/v1/partners/${of}/notices`);
      return (await answer.json()) as Notices;
    }, party);
    for (const kind of new Set(items.map((each) => each.kind))) {
      const id = items.find((each) => each.kind === kind)!.id;
      await page.goto(`${portal().address}/partner/notices/${id}`);
      await settled(page);
      await page.setViewportSize({ width: 390, height: 900 });
      await page.locator("main article h1").waitFor();
      await inspectPage(page);
    }
    await page.context().close();
  });
}

/** An auditor chooses a party; others see their own alone. */
function areNobodyElses(portal: () => Portal, language: Language): void {
  const { party } = WHO[language];
  const said = SAID[language];
  it(`[H50] show an auditor each party, and others nothing, in ${language}`, async () => {
    const auditor = await portal().visit("/partner", { language, as: "auditor-1" });
    await auditor.getByLabel(said.party).selectOption(party);
    await settled(auditor);
    const { state } = portal().served.office.record.view;
    const { name } = state.charter.parties.find(({ id }) => id === party)!;
    await auditor.locator(".lead").getByText(name[language]!).waitFor();
    await auditor.context().close();
    const office = await portal().visit("/partner", { language, as: "office-1" });
    assert.equal(await office.locator("main data.money").count(), 0);
    await office.goto(`${portal().address}/partner?party=${party}`);
    await settled(office);
    assert.equal(await office.locator("main data.money").count(), 0);
    await office.context().close();
  });
}

/** What is filed elsewhere. */
function giveFiles(portal: () => Portal, language: Language): void {
  const { as } = WHO[language];
  it(`[H52] give the capital account as files, in ${language}`, async () => {
    const page = await portal().visit("/partner/account", { language, as });
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: "PDF" }).click(),
    ]);
    assert.match(download.suggestedFilename(), /^capital-account-.*\.pdf$/);
    await page.context().close();
  });
}

describePortal("a partner's pages", { scenario: "first-year" }, (portal) => {
  const as = { en: WHO.en.as, ja: WHO.ja.as };
  inspectPages(
    portal,
    PATHS.map((path) => ({ name: `[H50] ${path}`, path, as })),
  );
  for (const language of ["en", "ja"] as const) {
    tellTheirPostings(portal, language);
    sayWhy(portal, language);
    showNotices(portal, language);
    areNobodyElses(portal, language);
    giveFiles(portal, language);
  }
});
