/** At the desk for one's own party alone: partners' officers and the adviser's. */
import assert from "node:assert/strict";
import { it } from "node:test";
import type { Page } from "playwright-core";
import { acceptCommitment, admitPartner, propose } from "../support/served-acts.ts";
import { describePortal, inspectPage, type Portal, settled } from "./open-portal.ts";

type Language = "en" | "ja";

const WORDS = {
  en: {
    ...{ choose: "Choose these terms", holds: "Holds for you", reason: "Reason" },
    ...{ report: "Sign and report", propose: "Sign and propose", sign: "Sign and hand in" },
    ...{ close: "Close", alarms: "Alarms", cash: "Cash and covenants", letter: "Side letter" },
    ...{ opinions: "The auditor's opinions", concern: "Company or party", nature: "Nature" },
    ...{ english: "Name \\(English\\)", japanese: "Name \\(Japanese\\)", company: "Company" },
    ...{ role: "Role", step: "Short name", due: "Due", amount: "Amount" },
    ...{ refused: "It would be refused", approve: "Approve" },
  },
  ja: {
    ...{ choose: "この条件を選択する", holds: "適用あり", reason: "理由" },
    ...{ report: "署名して報告", propose: "署名して提案", sign: "署名して提出" },
    ...{ close: "閉じる", alarms: "注意事項", cash: "資金と財務制限条項", letter: "附属書簡" },
    ...{ opinions: "監査意見", concern: "対象の企業又は当事者", nature: "性質" },
    ...{ english: "名称（英語）", japanese: "名称（日本語）", company: "企業" },
    ...{ role: "役割", step: "識別名", due: "期日", amount: "金額" },
    ...{ refused: "次の理由により却下されます", approve: "賛成" },
  },
} as const;

type Words = (typeof WORDS)[Language];

/** Whose officers speak in each language. */
const PARTNERS = { en: "PFA", ja: "PFC" } as const;

let letter = "";

/** Three partners, of which one has a side letter that the others may choose. */
async function admitAll({ served }: Portal): Promise<void> {
  for (const party of ["PFA", "PFB", "PFC"]) {
    await admitPartner(served, party);
    await acceptCommitment(served, party, "400000000000");
  }
  letter = await propose(served, {
    ...{ type: "sideletter.grant", by: "us-treasury-1" },
    body: { party: "PFB", terms: [{ code: "reporting", value: "Monthly figures" }] },
    approve: ["us-treasury-1", "jp-treasury-1"],
  });
}

/** Signs the draft that is open, once the office would accept it, and comes to its act. */
async function signDraft(page: Page, words: Words, button: string): Promise<void> {
  await page.locator(".drafting .notice-good").waitFor();
  await page.getByRole("button", { name: button }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: words.sign }).click();
  await dialog.locator(".notice-good").waitFor();
  await dialog.getByRole("button", { name: words.close }).click();
  await page.waitForURL(/\/desk\/acts\/[0-9a-f]{64}/);
  await settled(page);
}

const field = (page: Page, label: string, nth = 0) =>
  page.getByLabel(new RegExp(`^${label}( required| 必須| \\(optional\\)|（任意）)?$`)).nth(nth);

/** A partner's officer chooses another's terms, by the page of terms. */
function chooseTerms(portal: () => Portal, language: Language): void {
  const words = WORDS[language];
  it(`[H87] a partner chooses another's side letter, in ${language}`, async () => {
    const as = `${PARTNERS[language]}-officer`;
    const page = await portal().visit("/partner/terms", { language, as });
    await inspectPage(page);
    await page.getByRole("link", { name: words.choose }).click();
    await page.waitForURL(/sideletter\.elect/);
    await settled(page);
    assert.equal(await field(page, words.letter).inputValue(), letter);
    await field(page, words.reason).fill(`Chosen, ${language}`);
    await signDraft(page, words, words.report);
    await page.goto(`${portal().address}/partner/terms`);
    await settled(page);
    await page.getByText(words.holds, { exact: true }).waitFor();
    const { oversight } = portal().served.office.record.view.state;
    const elected = oversight.sideLetters.get(letter)?.elected.map(({ party }) => party) ?? [];
    assert.ok(elected.includes(PARTNERS[language]));
    await page.context().close();
  });
}

/** A partner's desk: its own acts, none of the pages of those who run the fund. */
function partnersDesk(portal: () => Portal, language: Language): void {
  const words = WORDS[language];
  it(`[H87] a partner's desk and documents, in ${language}`, async () => {
    const as = `${PARTNERS[language]}-officer`;
    const page = await portal().visit("/desk", { language, as });
    assert.equal(await page.getByRole("heading", { name: words.alarms }).count(), 0);
    assert.equal(await page.getByRole("link", { name: words.cash }).count(), 0);
    await inspectPage(page);
    await page.goto(`${portal().address}/partner/documents`);
    await settled(page);
    await page.getByRole("heading", { name: words.opinions }).waitFor();
    await inspectPage(page);
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: /PDF/ }).first().click(),
    ]);
    assert.match(download.suggestedFilename(), /\.pdf$/);
    await page.context().close();
  });
}

const SAID = { en: "Has shares in it, by its group", ja: "企業集団として株式を保有" } as const;
const CONCERNS = { en: "openai", ja: "oracle" } as const;

/** The adviser declares an interest, and may then not propose what concerns the company. */
function adviserSteps(portal: () => Portal, language: Language): void {
  const words = WORDS[language];
  it(`[G11] the adviser declares a conflict, recommends others, in ${language}`, async () => {
    const as = "adviser-1";
    const page = await portal().visit("/desk", { language, as });
    await inspectPage(page);
    const go = async (to: string): Promise<void> => {
      await page.goto(portal().address + to);
      await settled(page);
    };
    await go("/desk/draft?type=conflict.declare&holder=ADV");
    await field(page, words.concern).selectOption(CONCERNS[language]);
    await field(page, words.nature).fill(SAID[language]);
    await field(page, words.reason).fill(SAID[language]);
    await signDraft(page, words, words.report);
    await recommend(page, portal(), language);
    await page.context().close();
  });
}

/** Recommends an investment of a company, and is refused; of another, and is not. */
async function recommend(page: Page, portal: Portal, language: Language): Promise<void> {
  const words = WORDS[language];
  const query = new URLSearchParams({
    ...{ type: "investment.recommend", investment: `site-${language}`, vehicle: "fund" },
    ...{ sector: "ai-compute", geography: "US", currency: "USD", region: "US-TX" },
  });
  await page.goto(`${portal.address}/desk/draft?${query}`);
  await settled(page);
  for (const label of [words.english, words.japanese]) await field(page, label).fill("Site");
  await field(page, words.step).fill("step-1");
  await field(page, words.due).fill("2027-03-31");
  await field(page, words.amount).fill("1,000,000.00");
  await field(page, words.reason).fill("A site in Texas");
  await field(page, words.role).selectOption("tenant");
  for (const company of ["adviser-group", CONCERNS[language]]) {
    await field(page, words.company).selectOption(company);
    await page.locator(".drafting .notice-caution").getByText(words.refused).waitFor();
  }
  await field(page, words.company).selectOption("crusoe");
  await signDraft(page, words, words.propose);
  // The adviser has no vote on what it recommends.
  assert.equal(await page.getByRole("button", { name: words.approve, exact: true }).count(), 0);
}

describePortal("each for its own party at the desk", { scenario: "first-year" }, (portal) => {
  it("three partners are admitted, one with a side letter", () => admitAll(portal()));
  for (const language of ["en", "ja"] as const) {
    chooseTerms(portal, language);
    partnersDesk(portal, language);
    adviserSteps(portal, language);
  }
});
