/** Hostile text in the forms that have no test of their own: nothing runs, nothing falls over. */
import assert from "node:assert/strict";
import { it } from "node:test";
import { describePortal, type Portal, settled } from "./open-portal.ts";

/** Markup that would run, a control that turns text around, and one that hides it. */
const HOSTILE =
  '"><img src=x onerror="window.ran=1"><script>window.ran=1</script>\u202e\u200b\u0007';

/** Pages on which somebody writes, of those that have no such test of their own. */
const PAGES: readonly (readonly [path: string, as?: string])[] = [
  ["/auditor/samples", "auditor-1"],
  ["/auditor/lists/back-dated", "auditor-1"],
  ["/auditor/verify", "auditor-1"],
  ["/desk/propose", "us-treasury-1"],
  ["/check"],
];

const FIELDS = "main :is(textarea, input:is([type=text], [type=search], :not([type])))";

async function fillAll(portal: Portal, path: string, as: string | undefined): Promise<number> {
  const page = await portal.visit(path, as === undefined ? {} : { as });
  const faults: string[] = [];
  page.on("response", (response) => {
    if (response.status() >= 500 && response.status() !== 503) faults.push(response.url());
  });
  // What is folded away is unfolded, so that its fields are filled too.
  await page.evaluate(() => {
    for (const each of document.querySelectorAll("main details")) each.setAttribute("open", "");
  });
  const fields = page.locator(FIELDS);
  let filled = 0;
  for (let n = 0; n < (await fields.count()); n++) {
    const field = fields.nth(n);
    if (!(await field.isVisible()) || !(await field.isEditable())) continue;
    await field.fill(HOSTILE);
    filled++;
  }
  if (filled > 0) {
    const submit = page.locator("main button[type=submit]:enabled:visible").first();
    if ((await submit.count()) > 0) await submit.click();
    else await page.keyboard.press("Enter");
  }
  await settled(page);
  const ran = await page.evaluate(() => (window as { ran?: number }).ran);
  assert.equal(ran, undefined, `${path}: nothing that was typed runs`);
  const markup = await page.locator("main img[src=x], main script").count();
  assert.equal(markup, 0, `${path}: markup is text`);
  assert.deepEqual(faults, [], path);
  await page.context().close();
  return filled;
}

describePortal("hostile text", { scenario: "citizens" }, (portal) => {
  for (const [path, as] of PAGES) {
    it(`[H39] on ${path} runs nothing and breaks nothing`, async () => {
      assert.ok((await fillAll(portal(), path, as)) > 0, "something can be written there");
    });
  }
});
