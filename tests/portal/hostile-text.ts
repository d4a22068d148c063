/** What people write that is meant to do harm, and how it is put into all fields of a page. */
import assert from "node:assert/strict";
import type { Locator, Page } from "playwright-core";
import { putText, settled } from "./open-portal.ts";

/** Markup that would run, a control that turns text around, one that hides it, and a bell. */
const MARKUP =
  '"><img src=x onerror="window.ran=1"><script>window.ran=1</script>\u202e\u200b\u0007';

const BYTES = 10_000_000;

/** A browser sets a line as one: ten million characters of it take it a minute. */
const LINE_LENGTH = 200_000;

/** Fields that take text or a file, wherever they stand. */
const FIELDS =
  "textarea, input:is([type=text], [type=search], [type=password], [type=file], :not([type]))";

/** What a person would press to have what they wrote taken. */
const TAKES = "button[type=submit], button.button-main, button.button-stop";

/** Longer than a person waits for a page that has been given too much. */
const ALIVE_WITHIN_MS = 60_000;

type Text = { readonly first: string; readonly others: string };

const TEXTS: readonly Text[] = [
  { first: MARKUP, others: MARKUP },
  { first: "x".repeat(BYTES), others: "x".repeat(BYTES / 1_000) },
];

type Filled = { readonly field: Locator; readonly length: number };

/**
 * Puts a text into every field that can be written in, and into files for those that take one; the
 * large text into one alone, which is for long texts if there is such, as a browser needs seconds.
 */
async function fillAll(page: Page, { first, others }: Text): Promise<readonly Filled[]> {
  // What is folded away is unfolded, so that its fields are filled too.
  await page.evaluate(() => {
    for (const each of document.querySelectorAll("details")) each.setAttribute("open", "");
  });
  const fields = page.locator(FIELDS);
  const isFile = async (field: Locator): Promise<boolean> =>
    (await field.getAttribute("type")) === "file";
  // A file may be read into a field beside it: files come first.
  for (const field of await fields.all()) {
    if (!(await isFile(field))) continue;
    const file = { name: "hostile.yaml", mimeType: "text/yaml", buffer: Buffer.from(first) };
    await field.setInputFiles(file);
    await drawn(page);
  }
  const filled: Locator[] = [];
  for (let n = 0; n < (await fields.count()); n++) {
    const field = fields.nth(n);
    if (!(await field.isVisible()) || !(await field.isEditable()) || (await isFile(field)))
      continue;
    await putText(field, others);
    filled.push(field);
  }
  const areas = await Promise.all(filled.map((field) => field.evaluate(isArea)));
  const at = Math.max(0, areas.indexOf(true));
  const [one, isLong] = [filled[at], areas[at] === true];
  if (one !== undefined) await putText(one, isLong ? first : first.slice(0, LINE_LENGTH));
  await drawn(page);
  return Promise.all(filled.map(async (field) => ({ field, length: await lengthOf(field) })));
}

const isArea = (element: Element): boolean => element.tagName === "TEXTAREA";

const lengthOf = (field: Locator): Promise<number> =>
  field.evaluate((element) => (element as HTMLInputElement).value.length);

/** The page has drawn what was done to it, and is still there. */
async function drawn(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await new Promise(requestAnimationFrame);
  });
  await page.waitForFunction(() => document.querySelector(".loading") === null);
}

async function press(page: Page): Promise<void> {
  const within = (await page.getByRole("dialog").count()) > 0 ? "[role=dialog]" : "main";
  for (const button of await page.locator(within).last().locator(TAKES).all()) {
    if (!(await button.isVisible()) || !(await button.isEnabled())) continue;
    await button.click();
    return;
  }
  await page.keyboard.press("Enter");
}

async function assertUnharmed(page: Page, name: string): Promise<void> {
  await settled(page);
  const ran = await page.evaluate(() => (window as { ran?: number }).ran);
  assert.equal(ran, undefined, `${name}: nothing that was typed runs`);
  const markup = await page.locator("img[src=x], main script").count();
  assert.equal(markup, 0, `${name}: markup is text`);
  const broken = await page.getByRole("heading", { name: "This page could not be shown" }).count();
  assert.equal(broken, 0, `${name}: the page is still there`);
  const unanswered = await page.getByText("The office does not answer").count();
  assert.equal(unanswered, 0, `${name}: the office answers`);
}

/**
 * Writes hostile text into everything that stands on a page and hands it in: nothing runs, the
 * page stays, the office has no fault, and what was written still stands there. Gives how many
 * fields there were.
 */
export async function fillWithHostileText(page: Page, name: string): Promise<number> {
  page.setDefaultTimeout(ALIVE_WITHIN_MS);
  const faults: string[] = [];
  page.on("pageerror", (failure) => faults.push(String(failure)));
  page.on("response", (response) => {
    // 503 says that the office has much to do, in words.
    if (response.status() >= 500 && response.status() !== 503) faults.push(response.url());
  });
  let most = 0;
  for (const text of TEXTS) {
    const filled = await fillAll(page, text);
    most = Math.max(most, filled.length);
    if (filled.length === 0) break;
    await press(page);
    await assertUnharmed(page, name);
    for (const { field, length } of filled) {
      if (!(await field.isVisible())) continue;
      assert.equal(await lengthOf(field), length, `${name}: what was written is still there`);
    }
  }
  assert.deepEqual(faults, [], name);
  return most;
}
