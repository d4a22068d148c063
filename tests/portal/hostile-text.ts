/** What people write that is meant to do harm, and how it is put into all fields of a page. */
import assert from "node:assert/strict";
import type { BrowserContext, Locator, Page } from "playwright-core";
import { putText, settled } from "./open-portal.ts";

/** Markup that would run, a control that turns text around, one that hides it, and a bell. */
const MARKUP =
  '"><img src=x onerror="window.ran=1"><script>window.ran=1</script>\u202e\u200b\u0007';

const LENGTH = 10_000_000;

/** Fields that take text or a file, wherever they stand. */
const FIELDS =
  "textarea, input:is([type=text], [type=search], [type=password], [type=file], :not([type]))";

/** What a person would press to have what they wrote taken. */
const TAKES = "button[type=submit], button.button-main, button.button-stop";

/** Longer than a person waits for a page that has been given too much. */
const ALIVE_WITHIN_MS = 60_000;

/** Contexts whose faults are collected, each with those that nobody has asked for yet. */
const watched = new WeakMap<BrowserContext, string[]>();

/** Faults of the pages of a context, and of what the office answered them, from now on. */
function faultsOf(page: Page): string[] {
  const context = page.context();
  const before = watched.get(context);
  if (before !== undefined) return before;
  const faults: string[] = [];
  watched.set(context, faults);
  page.on("pageerror", (failure) => faults.push(String(failure)));
  page.on("response", (response) => {
    // 503 says that the office has much to do, in words.
    if (response.status() >= 500 && response.status() !== 503) faults.push(response.url());
  });
  return faults;
}

/** Puts ten million characters where a person's copies are, for all windows of the browser. */
export async function copyTooMuch(page: Page): Promise<void> {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.evaluate((length) => navigator.clipboard.writeText("x".repeat(length)), LENGTH);
}

/** The fields of a page, or of the dialog over it, that can be written in; files are others. */
async function fieldsOf(page: Page): Promise<{ texts: Locator[]; files: Locator[] }> {
  // What is folded away is unfolded, so that its fields are filled too.
  await page.evaluate(() => {
    for (const each of document.querySelectorAll("details")) each.setAttribute("open", "");
  });
  const texts: Locator[] = [];
  const files: Locator[] = [];
  for (const field of await page
    .locator(await placeOf(page))
    .last()
    .locator(FIELDS)
    .all()) {
    if (!(await field.isVisible()) || !(await field.isEditable())) continue;
    const isFile = (await field.getAttribute("type")) === "file";
    (isFile ? files : texts).push(field);
  }
  return { texts, files };
}

const placeOf = async (page: Page): Promise<string> =>
  (await page.getByRole("dialog").count()) > 0 ? "[role=dialog]" : "main";

const valueOf = (field: Locator): Promise<string> =>
  field.evaluate((element) => (element as HTMLInputElement).value);

/** What a field's name is, and what is said beneath it. */
const saidAt = (field: Locator): Promise<{ label: string; said: readonly string[] }> =>
  field.evaluate((element) => {
    const around = element.closest(".field");
    return {
      label: around?.querySelector("label")?.firstChild?.textContent ?? "",
      said: [...(around?.querySelectorAll("[role=alert]") ?? [])].map((each) => each.textContent),
    };
  });

/** The page has drawn what was done to it, and is still there. */
async function drawn(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await new Promise(requestAnimationFrame);
  });
  await page.waitForFunction(() => document.querySelector(".loading") === null);
}

async function press(page: Page): Promise<void> {
  for (const button of await page
    .locator(await placeOf(page))
    .last()
    .locator(TAKES)
    .all()) {
    if (!(await button.isVisible()) || !(await button.isEnabled())) continue;
    await button.click();
    return;
  }
  await page.keyboard.press("Enter");
}

/** Whatever a page refuses it says so in the reader's language, and not in a program's. */
async function assertSaidInJapanese(page: Page, name: string): Promise<void> {
  const said = await page.locator("[role=alert], .wrong, .notice-wrong").allInnerTexts();
  for (const text of said) {
    if (text.trim() === "") continue;
    assert.match(text, /[ぁ-んァ-ヶ一-龠]/u, `${name}: said in Japanese`);
    assert.doesNotMatch(text, /[{[]"|undefined|\[object/, `${name}: said in words`);
    assert.ok(!text.includes("ページの処理に失敗"), `${name}: says what is wrong: ${text}`);
  }
}

async function assertUnharmed(page: Page, name: string): Promise<void> {
  await settled(page);
  const ran = await page.evaluate(() => (window as { ran?: number }).ran);
  assert.equal(ran, undefined, `${name}: nothing that was typed runs`);
  const markup = await page.locator("img[src=x], main script").count();
  assert.equal(markup, 0, `${name}: markup is text`);
  const broken = await page.locator(".failure").count();
  assert.equal(broken, 0, `${name}: the page is still there`);
  const unanswered = await page.getByText("サーバーから応答がありません").count();
  assert.equal(unanswered, 0, `${name}: the office answers`);
  await assertSaidInJapanese(page, name);
}

/** A person pastes ten million characters: the field keeps what it had, and says why. */
async function pasteTooMuch(page: Page, field: Locator, name: string): Promise<void> {
  const before = await valueOf(field);
  await field.focus();
  await page.keyboard.press("Control+V");
  await field
    .page()
    .waitForFunction(
      (element) => element?.closest(".field")?.querySelector("[role=alert]") !== null,
      await field.elementHandle(),
    );
  assert.equal(await valueOf(field), before, `${name}: what stood there stays`);
  const { label, said } = await saidAt(field);
  const refusal = said.find((text) => text.startsWith(`${label}：`)) ?? "";
  assert.match(refusal, /10,0\d\d,\d{3}字.*上限の[\d,]+字/, `${name}: ${label} says why`);
}

/**
 * A person drops ten million bytes on a field: nothing is read, and it says why. A document is
 * hashed where it is, and may be as long.
 */
async function dropTooMuch(field: Locator, name: string): Promise<void> {
  const buffer = Buffer.alloc(LENGTH, "x");
  await field.setInputFiles({ name: "hostile\u202e.yaml", mimeType: "text/yaml", buffer });
  const around = field.locator("xpath=ancestor::*[contains(@class, 'field')][1]");
  await around.getByText("hostile[U+202E].yaml").first().waitFor();
  const said = await around.innerText();
  assert.match(said, /10,000,000バイト.*上限|[0-9a-f]{64}/, `${name}: ${said}`);
}

/**
 * Writes hostile text into everything that stands on a page in Japanese and hands it in: nothing
 * runs, the page stays, the office has no fault, and what was written still stands there, as it
 * does when ten million characters come into each field. Gives how many fields there were.
 */
export async function fillWithHostileText(page: Page, name: string): Promise<number> {
  page.setDefaultTimeout(ALIVE_WITHIN_MS);
  const faults = faultsOf(page);
  const { texts: found, files } = await fieldsOf(page);
  if (found.length + files.length === 0) return 0;
  const texts: Locator[] = [];
  for (const field of found) {
    // What somebody looks for takes away what is not found, with its fields.
    if (!(await field.isVisible())) continue;
    await putText(field, MARKUP);
    await pasteTooMuch(page, field, name);
    texts.push(field);
  }
  for (const field of files) await dropTooMuch(field, name);
  await drawn(page);
  const written = await Promise.all(texts.map(valueOf));
  for (const value of written) assert.ok(value.includes("onerror"), `${name}: it was written`);
  if (texts.length > 0) await press(page);
  await assertUnharmed(page, name);
  for (const [n, field] of texts.entries()) {
    if (!(await field.isVisible())) continue;
    assert.equal(await valueOf(field), written[n], `${name}: what was written is still there`);
  }
  assert.deepEqual(faults.splice(0), [], name);
  return texts.length + files.length;
}

/** What was written is there again after the page was loaded anew. */
export async function assertKeptOverReload(page: Page, name: string): Promise<void> {
  const before = await Promise.all((await fieldsOf(page)).texts.map(valueOf));
  assert.ok(before.length > 0, name);
  await page.reload();
  await settled(page);
  const after = await Promise.all((await fieldsOf(page)).texts.map(valueOf));
  assert.deepEqual(after, before, `${name}: a reload loses nothing`);
}
