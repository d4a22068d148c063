/** Finds figures on a page that do not say where they come from. */
import type { Page } from "playwright-core";

/**
 * Runs in the page: every text that is an amount, a share, a multiple or a bare number, but for what
 * opens its why and what is marked as coming from elsewhere.
 */
function look(): readonly string[] {
  const word = "(?:USD|JPY|EUR|KRW|UAH|米ドル|円|ユーロ|ウォン|フリヴニャ)";
  const digits = "[−-]?[0-9][0-9,.]*";
  const figure = new RegExp(
    [
      `${word}\\s?${digits}`,
      `${digits}(?:兆|億|万)?(?:[0-9,]+億)?${word}`,
      `${digits}\\s?[%％]`,
      `${digits}(?:x|倍)(?![A-Za-z0-9])`,
      `^\\s*${digits}\\s*(?:units|口)?\\s*$`,
    ].join("|"),
  );
  const explained = [
    "[aria-hidden=true], [data-origin]",
    "button.figure, a[href], code, time",
    "svg, input, select, option, textarea, output, caption, style, script, .only-read",
  ].join(", ");
  const found: string[] = [];
  const main = document.querySelector("main");
  if (main === null) return [];
  const roots = [main, ...document.querySelectorAll("[role=dialog]")];
  for (const root of roots) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const parent = walker.currentNode.parentElement;
      const text = walker.currentNode.textContent ?? "";
      if (parent === null || !figure.test(text) || parent.closest(explained) !== null) continue;
      const place = parent.closest("[class]")?.className ?? "";
      const title = parent.closest("[data-title]")?.getAttribute("data-title") ?? "";
      const panel = parent.closest("section")?.querySelector("h2")?.textContent ?? "";
      found.push(`${text.trim()} in ${parent.tagName.toLowerCase()}.${place} ${title} of ${panel}`);
    }
  }
  return found;
}

export const figuresWithoutWhy = (page: Page): Promise<readonly string[]> => page.evaluate(look);
