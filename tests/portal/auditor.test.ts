/** The auditor's desk: what there is to look at, down to signatures, in both languages. */
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { it } from "node:test";
import { inspectPages } from "./inspect-pages.ts";
import { describePortal, rowsCome } from "./open-portal.ts";

const AUDITOR = "auditor-1";

const SAMPLE = new URLSearchParams({
  sample: new URLSearchParams({
    ...{ method: "monetaryUnit", seed: "2026-07-01", currency: "USD" },
    ...{ confidence: "90", tolerableBps: "2000", expectedBps: "0" },
  }).toString(),
});

describePortal("the auditor's pages", { scenario: "first-year" }, (portal) => {
  const ADDRESSES = [
    "/auditor",
    "/auditor/lists/related-parties",
    "/auditor/lists/refusals",
    "/auditor/lists/back-dated",
    "/auditor/evidence?of=entry&id=57",
    `/auditor/samples?${SAMPLE}`,
    "/auditor/verify",
    "/auditor/checks",
    "/auditor/statements",
  ];
  inspectPages(
    portal,
    ADDRESSES.map((path) => ({
      ...{ name: path.split("?")[0]!, path, as: AUDITOR },
      also: async (page) => {
        const text = await page.locator("main").innerText();
        assert.doesNotMatch(text, /undefined|\{\d\}|\bNaN\b/);
      },
    })),
  );

  it("are in the menu of auditors and officers, and of nobody else", async () => {
    for (const [as, isShown] of [
      [AUDITOR, true],
      ["us-treasury-1", true],
      [undefined, false],
    ] as const) {
      const page = await portal().visit("/", as === undefined ? {} : { as });
      const link = page.locator(".area-menu").getByRole("link", { name: "Audit" });
      if (isShown) await link.waitFor();
      else assert.equal(await link.count(), 0);
      await page.context().close();
    }
  });
});

describePortal("what an auditor does", { scenario: "first-year" }, (portal) => {
  for (const language of ["en", "ja"] as const) {
    const t = (en: string, ja: string): string => (language === "en" ? en : ja);

    it(`goes from a count to the evidence of one of it, in ${language}`, async () => {
      const page = await portal().visit("/auditor", { language, as: AUDITOR });
      await page.getByRole("link", { name: t("Payments released", "実行された支払") }).click();
      await page.waitForURL(/payments/);
      await rowsCome(page, 5);
      await page.getByLabel(t("Party", "当事者")).selectOption("JP");
      await page.waitForURL(/party=JP/);
      await rowsCome(page, 1);
      await page.locator("tbody a[href*='/auditor/evidence']").last().click();
      await page.locator(".notice-good").waitFor();
      const verdict = await page.locator(".notice-good").innerText();
      assert.match(verdict, language === "en" ? /signatures are valid/ : /署名\d+件は有効/);
      await page.context().close();
    });

    it(`draws a sample, finds it again, and takes it along, in ${language}`, async () => {
      const page = await portal().visit("/auditor/samples", { language, as: AUDITOR });
      await page.getByLabel(t("Seed", "乱数の種")).fill("2026年度");
      await page.getByLabel(t("Tolerable, %", "許容逸脱率（%）")).fill("20");
      await page.getByLabel(t("Account", "勘定科目")).selectOption("1010");
      await page.getByRole("button", { name: t("Draw", "抽出する") }).click();
      await page.locator("tbody tr").first().waitFor();
      const drawn = await page.locator("tbody").innerText();
      await page.reload();
      await page.locator("tbody tr").first().waitFor();
      assert.equal(await page.locator("tbody").innerText(), drawn);
      const download = page.waitForEvent("download");
      await page.getByRole("link", { name: "CSV" }).click();
      const file = await download;
      assert.match(file.suggestedFilename(), /^audit-sample-\d+\.csv$/);
      const csv = await readFile(await file.path(), "utf8");
      assert.ok(csv.includes("2026年度"));
      await page.locator("tbody a[href*='/auditor/evidence']").first().click();
      await page.locator(".notice-good").waitFor();
      await page.context().close();
    });
  }
});

/** What the scenario cites as evidence is the first text of its source. */
const CITED =
  "Epoch AI, Frontier Data Centers (CC BY 4.0), estimates of 2026-05-23 in 2025 US dollars";

describePortal("documents at hand", { scenario: "first-year" }, (portal) => {
  it("are checked against the hashes of an act's evidence, where they are", async () => {
    const { acts } = portal().served.office.record.view.chronicle;
    const [id = ""] = [...acts].find(([, { act }]) => act.evidence.length > 0) ?? [];
    const path = `/auditor/evidence?of=act&id=${id}`;
    const page = await portal().visit(path, { language: "ja", as: AUDITOR });
    const bring = (text: string): Promise<void> =>
      page
        .getByLabel("手元の文書と照合")
        .setInputFiles({ name: "推計.txt", mimeType: "text/plain", buffer: Buffer.from(text) });
    await bring(CITED);
    const panel = page.locator(".panel").filter({ hasText: "手元の文書と照合" });
    await panel.locator(".notice-good").filter({ hasText: "推計.txt" }).waitFor();
    await bring(`${CITED}.`);
    await panel.locator(".notice-wrong").filter({ hasText: "一致しません" }).waitFor();
    await page.context().close();
  });
});

describePortal("what an auditor verifies", { scenario: "first-year" }, (portal) => {
  for (const language of ["en", "ja"] as const) {
    const t = (en: string, ja: string): string => (language === "en" ? en : ja);

    it(`verifies by keyboard alone, beside a kept checkpoint, in ${language}`, async () => {
      const page = await portal().visit("/auditor/verify", { language, as: AUDITOR });
      const kept = join(portal().served.office.logDirectory, "checkpoint");
      const checkpoint = await readFile(kept, "utf8");
      await page.locator("textarea").focus();
      await page.keyboard.insertText(checkpoint);
      await page.keyboard.press("Tab");
      await page.keyboard.press("Tab");
      assert.equal(
        await page.evaluate(() => document.activeElement?.textContent),
        t("Start", "開始"),
      );
      await page.keyboard.press("Enter");
      await page.locator(".notice-good").waitFor({ timeout: 60_000 });
      const result = await page.locator(".notice-good").innerText();
      assert.match(result, language === "en" ? /^Holds/ : /^一致/);
      assert.ok((await page.locator(".pairs").innerText()).includes(t("of your own", "手元")));
      await page.context().close();
    });

    it(`is told where what they brought is no checkpoint, in ${language}`, async () => {
      const page = await portal().visit("/auditor/verify", { language, as: AUDITOR });
      await page.locator("textarea").fill("<script>alert(1)</script>\u202e");
      await page.getByRole("button", { name: t("Start", "開始") }).click();
      await page.locator(".notice-caution").waitFor({ timeout: 60_000 });
      const result = await page.locator(".notice-caution").innerText();
      assert.match(result, language === "en" ? /^Can't tell/ : /^判定不能/);
      await page.context().close();
    });

    it(`takes a statement along in every format, in ${language}`, async () => {
      const page = await portal().visit("/auditor/statements", { language, as: AUDITOR });
      const files = page.locator(".audit-files a");
      assert.deepEqual(await files.allTextContents(), ["PDF", "XLSX", "CSV", "HTML", "JSON"]);
      for (const link of await files.all()) {
        const download = page.waitForEvent("download");
        await link.click();
        const file = await download;
        const [name = "", format = ""] = file.suggestedFilename().split(".");
        assert.match(name, /^trial-balance-fund-\d{4}-\d\d-\d\d$/);
        const bytes = await readFile(await file.path());
        assert.ok(bytes.length > 1_000, format);
      }
      await page.context().close();
    });
  }
});
