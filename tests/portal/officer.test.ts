/** Officers at their desk: what waits, a draft and what would come of it, votes of two sides. */
import assert from "node:assert/strict";
import { hash } from "node:crypto";
import { it } from "node:test";
import { instant } from "@jointfund/core/calendar/date.ts";
import type { Locator, Page } from "playwright-core";
import { inspectPages } from "./inspect-pages.ts";
import { describePortal, follow, type Portal, settled } from "./open-portal.ts";

/** A day after the last of the scenario, so that what happens in the test is the latest. */
const machine = { now: () => instant("2026-07-02T09:00:00Z") };

const PRESSES_MAX = 250;

/** Presses Tab until an element has the focus, as somebody without a mouse does. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor();
  for (let press = 0; press < PRESSES_MAX; press++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  assert.fail(`Tab does not reach ${String(target)}`);
}

async function press(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press("Enter");
}

async function typeInto(page: Page, target: Locator, text: string): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.insertText(text);
}

/** Chooses by the first letters of a choice, as a list takes them. */
async function choose(page: Page, target: Locator, value: string): Promise<void> {
  await tabTo(page, target);
  for (let step = 0; step < PRESSES_MAX; step++) {
    if ((await target.inputValue()) === value) return;
    await page.keyboard.press("ArrowDown");
  }
  assert.fail(`${value} is no choice of ${String(target)}`);
}

const WORDS = {
  en: {
    ...{ vehicle: "Vehicle", category: "Kind of expense", payee: "Payee", for: "What for" },
    ...{ charge: "Who is charged for it", amount: "Amount", reason: "Reason", name: "Booking" },
    ...{ accepted: "It would be accepted.", propose: "Sign and propose", sign: "Sign and hand in" },
    ...{ close: "Close", approve: "Approve", execute: "Execute", executed: "Executed" },
    ...{ final: "Final: both sides", waits: "Waits for you", met: "The rule is met." },
    ...{ opensFor: "Step back (recusal)", reject: "Reject", effects: "What it would change" },
  },
  ja: {
    ...{ vehicle: "投資ビークル", category: "経費の区分", payee: "支払先", for: "用途" },
    ...{ charge: "負担の区分", amount: "金額", reason: "理由", name: "経費の計上" },
    ...{ accepted: "受理されます。", propose: "署名して提案", sign: "署名して提出" },
    ...{ close: "閉じる", approve: "賛成", execute: "実行", executed: "実行済み" },
    ...{
      final: "確定：両国が、各自のミラー",
      waits: "対応を要する案件",
      met: "承認要件を満たしています。",
    },
    ...{ opensFor: "回避", reject: "反対", effects: "行為の効果" },
  },
} as const;

type Words = (typeof WORDS)["en"] | (typeof WORDS)["ja"];

/** Signs what the open dialog shows, and closes it once it is on record. */
async function signOpen(page: Page, words: Words): Promise<void> {
  const dialog = page.getByRole("dialog");
  // What the office tells stands beside the keys and values that are signed.
  const row = (of: string): Locator => dialog.locator(".signed-row").filter({ hasText: of });
  await row("expense.book").filter({ hasText: words.name }).waitFor();
  await dialog
    .locator("dt")
    .filter({ hasText: `${words.category} category` })
    .waitFor();
  await dialog.locator("dd code").filter({ hasText: "legal" }).waitFor();
  await row(words.amount).filter({ hasText: "125,000.50" }).first().waitFor();
  await row(words.effects).locator("li").first().waitFor();
  await press(page, dialog.getByRole("button", { name: words.sign }));
  await dialog.locator(".notice-good").waitFor();
  await press(page, dialog.getByRole("button", { name: words.close }));
  await dialog.waitFor({ state: "detached" });
}

/** Fills in the form of an expense by keyboard, sees what would come of it, and proposes it. */
async function proposeExpense(page: Page, words: Words, reason: string): Promise<void> {
  const field = (name: string): Locator => page.getByLabel(name, { exact: false }).first();
  await choose(page, field(words.vehicle), "fund");
  await choose(page, field(words.category), "legal");
  await choose(page, field(words.payee), "oracle");
  await choose(page, field(words.charge), "external");
  await typeInto(page, page.getByRole("textbox", { name: words.amount }), "125,000.50");
  await typeInto(page, page.getByRole("textbox", { name: words.for }), "Advice");
  await typeInto(page, page.getByRole("textbox", { name: words.reason }), reason);
  await page.getByText(words.accepted).waitFor();
  await page.locator(".effects").getByText("125,000.50").first().waitFor();
  await press(page, page.getByRole("button", { name: words.propose }));
  await signOpen(page, words);
  await page.getByRole("button", { name: words.opensFor }).waitFor();
}

/** Goes from the inbox to an act by its reason, and votes for it. */
async function approve(page: Page, words: Words, reason: string): Promise<void> {
  const item = page.locator(".inbox-asked").filter({ hasText: reason });
  await item.locator(".act-about").waitFor();
  await press(page, item.getByRole("link", { name: words.name }));
  await page.getByText(reason).first().waitFor();
  await press(page, page.getByRole("button", { name: words.approve }));
  await signOpen(page, words);
}

const forget = (page: Page): Promise<void> => page.context().close();

const sides = { en: ["us-treasury-1", "us-treasury-2", "jp-treasury-1"] } as const;

const PAGES = [
  ...(["/desk", "/desk/propose", "/desk/cash", "/desk/calendar", "/desk/alarms"] as const).map(
    (path) => [path, "us-treasury-1"] as const,
  ),
  ["/desk/draft?type=facility.enter", "jp-treasury-1"] as const,
];

describePortal("the officers' desk", { scenario: "first-year", machine }, (portal) => {
  for (const language of ["en", "ja"] as const) {
    const words = WORDS[language];
    it(`[H89] proposes, two sides approve, is final, by keyboard, in ${language}`, async () => {
      const [proposer, other, japan] = sides.en;
      const reason = `Advice on the lease, ${language}`;
      const first = await portal().visit("/desk/draft?type=expense.book", {
        language,
        as: proposer,
      });
      await proposeExpense(first, words, reason);
      await forget(first);
      const second = await portal().visit("/desk", { language, as: other });
      await approve(second, words, reason);
      await forget(second);
      const third = await portal().visit("/desk", { language, as: japan });
      await approve(third, words, reason);
      await third.getByText(words.met).waitFor();
      await press(third, third.getByRole("button", { name: words.execute }));
      await signOpen(third, words);
      await third.locator(".tag-executed").first().waitFor();
      await third.getByText(words.final).waitFor();
      await forget(third);
    });
  }

  inspectPages(
    portal,
    PAGES.map(([path, as]) => ({
      ...{ name: path, path, as },
      also: (page) => page.locator("main .panel").first().waitFor(),
    })),
  );

  it("[H86] a forecast opens the obligations behind it, and a balance its postings", async () => {
    const page = await portal().visit("/desk/cash", { as: "us-treasury-1" });
    const line = (name: string): Locator =>
      page.locator("tr").filter({ hasText: name, has: page.locator("button.figure") });
    const forecast = page.locator(".table-keeps").first();
    const isWhole = await forecast.evaluate((all) => all.scrollWidth <= all.clientWidth);
    assert.ok(isWhole, "all thirteen weeks are in sight");
    const last = line("Cash at the end").getByRole("button").last();
    const dialog = page.getByRole("dialog");
    await last.click();
    await dialog.getByText("It begins with the balance of the books today").waitFor();
    await dialog.getByRole("button", { name: "Close" }).click();
    await line("Cash at the opening").getByRole("button").first().click();
    await dialog.getByRole("heading", { name: "Postings" }).waitFor();
    await forget(page);
  });

  it("a draft outlives its page, and is gone once it is discarded", async () => {
    const page = await portal().visit("/desk/draft?type=expense.book", { as: "us-treasury-1" });
    await page.getByRole("textbox", { name: "Reason" }).fill("Kept <b>as typed</b> \u202e");
    const documents = ["advice", "invoice"].map((name) => ({
      ...{ name: `${name}.pdf`, mimeType: "application/pdf", buffer: Buffer.from(name) },
    }));
    await page.getByLabel("Take the hashes of documents").setInputFiles(documents);
    await page.getByRole("status").getByText("invoice.pdf").waitFor();
    await page.reload();
    await settled(page);
    const kept = await page.getByRole("textbox", { name: "Reason" }).inputValue();
    assert.equal(kept, "Kept <b>as typed</b> \u202e");
    const evidence = page.getByRole("textbox", { name: "Hashes of documents" });
    const hashes = documents.map(({ buffer }) => hash("sha256", buffer));
    assert.equal(await evidence.inputValue(), hashes.join("\n"));
    await page.getByRole("button", { name: "Discard the draft" }).click();
    assert.equal(await page.getByRole("textbox", { name: "Reason" }).inputValue(), "");
    await forget(page);
  });

  it("a session that ends under a form says so, and nothing typed is lost", async () => {
    const page = await portal().visit("/desk/draft?type=expense.book", { as: "us-treasury-1" });
    await page.getByRole("textbox", { name: "Reason" }).fill("Typed before");
    const cookies = await page.context().cookies();
    await page.context().clearCookies();
    await page.getByRole("textbox", { name: "Amount" }).fill("5");
    await page.getByText("Please sign in again").first().waitFor();
    await page.context().addCookies(cookies);
    await page.reload();
    await settled(page);
    const kept = await page.getByRole("textbox", { name: "Reason" }).inputValue();
    assert.equal(kept, "Typed before");
    await forget(page);
  });

  it("what is missing or wrong is said at its field, and the first is in focus", async () => {
    const page = await portal().visit("/desk/draft?type=capital.call", { as: "us-treasury-1" });
    await page.getByRole("textbox", { name: "Amount" }).fill("twelve");
    await page.getByText("Enter an exact amount.").waitFor();
    await page.getByRole("button", { name: "Sign and propose" }).click();
    await page.getByText("Fill this in.").first().waitFor();
    await page.waitForFunction(
      () => document.activeElement?.getAttribute("aria-invalid") === "true",
    );
    await page
      .locator("label")
      .filter({ hasText: /^Currency required$/ })
      .waitFor();
    await follow(page, "/desk/draft?type=hedge.close");
    const hedge = page.getByRole("combobox", { name: "Hedge required" });
    await hedge.waitFor();
    assert.equal(await hedge.locator("option").count(), 1, "nothing is open to choose");
    await page.getByText("Nothing is open to choose from. First comes:").waitFor();
    await page.locator('a[href="/desk/draft?type=hedge.open"]').waitFor();
    await forget(page);
  });

  it("of two officers at once the later is told what the other did", async () => {
    const [a, b] = await twoAt(portal(), "An act for two");
    await a.getByRole("button", { name: "Reject" }).click();
    await a.getByRole("dialog").getByRole("button", { name: "Sign and hand in" }).click();
    await a.getByRole("dialog").locator(".notice-good").waitFor();
    await b.getByText("us-treasury-2 voted: no").waitFor();
    await Promise.all([forget(a), forget(b)]);
  });
});

/** Two officers before the same act, which a third has proposed. */
async function twoAt(portal: Portal, reason: string): Promise<readonly [Page, Page]> {
  const proposer = await portal.visit("/desk/draft?type=expense.book", { as: "us-treasury-1" });
  await proposeExpense(proposer, WORDS.en, reason);
  const path = new URL(proposer.url()).pathname;
  await forget(proposer);
  return [
    await portal.visit(path, { as: "us-treasury-2" }),
    await portal.visit(path, { as: "jp-treasury-1" }),
  ];
}
