/** How the first page comes: how much of it there is, and that its policy holds in a browser. */
import assert from "node:assert/strict";
import { it } from "node:test";
import type { Page } from "playwright-core";
import { describePortal, settled } from "./open-portal.ts";

/** Bytes of script as they are sent (H35). */
const SCRIPT_MAX = 250 * 1024;

/** What a page has loaded of a kind, with what each took as it was sent. */
const loaded = (page: Page, ending: string): Promise<readonly (readonly [string, number])[]> =>
  page.evaluate(
    (wanted) =>
      (performance.getEntriesByType("resource") as PerformanceResourceTiming[])
        .filter(({ name }) => name.endsWith(wanted))
        .map(({ name, encodedBodySize }) => [name, encodedBodySize] as const),
    ending,
  );

describePortal("the first page", { scenario: "first-year" }, (portal) => {
  it("[H35] needs less than 250 KB of script", async () => {
    const page = await portal().visit("/");
    const scripts = await loaded(page, ".js");
    assert.ok(scripts.length > 1);
    const bytes = scripts.reduce((sum, [, size]) => sum + size, 0);
    assert.ok(bytes > 10_000, "sizes are told");
    assert.ok(bytes < SCRIPT_MAX, `${bytes} bytes: ${JSON.stringify(scripts)}`);
    await page.context().close();
  });

  it("[H34] breaks its own policy nowhere, and asks nobody else", async () => {
    const own = await portal().browser.newContext();
    const page = await own.newPage();
    const asked: string[] = [];
    const complaints: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    page.on("console", (line) => {
      if (line.type() === "error") complaints.push(line.text());
    });
    for (const path of ["/", "/no/such/page"]) {
      await page.goto(portal().address + path);
      await settled(page);
    }
    const foreign = asked.filter((url) => !url.startsWith(`${portal().address}/`));
    assert.deepEqual(foreign, []);
    assert.deepEqual(complaints, []);
    await own.close();
  });

  it("[H34] runs no script and no markup that got into it", async () => {
    const page = await portal().visit("/");
    const ran = await page.evaluate(async () => {
      const script = document.createElement("script");
      const tried: string[] = [];
      try {
        script.textContent = "window.ran = true";
        document.body.append(script);
      } catch {
        tried.push("script");
      }
      try {
        document.body.insertAdjacentHTML("beforeend", "<img src=x onerror='window.ran = true'>");
      } catch {
        tried.push("markup");
      }
      const frame = document.createElement("iframe");
      frame.src = "/";
      document.body.append(frame);
      await new Promise((resolve) => {
        setTimeout(resolve, 500);
      });
      const isFramed = (frame.contentDocument?.querySelector("main") ?? null) !== null;
      return { ran: "ran" in window, tried, isFramed };
    });
    assert.deepEqual(ran, { ran: false, tried: ["script", "markup"], isFramed: false });
    await page.context().close();
  });
});
