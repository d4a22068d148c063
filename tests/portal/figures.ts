/** Finds figures on a page that do not say where they come from. */
import assert from "node:assert/strict";
import { ORIGINS } from "@jointfund/portal/elements/origin.ts";
import type { Page } from "playwright-core";

/** What was found: figures without a why, and the marks that others stand under. */
type Found = { readonly figures: readonly string[]; readonly origins: readonly string[] };

/**
 * Runs in the page. A figure is an amount, a share, a multiple, or a number that stands alone. It
 * has to open its why, lead to it, or be within what says why it does not; what is drawn has a
 * table beside it, and what can be typed is the reader's own.
 */
function look(): Found {
  const word = "(?:USD|JPY|EUR|KRW|UAH|米ドル|円|ユーロ|ウォン|フリヴニャ)";
  const digits = "[−-]?[0-9][0-9,.]*";
  const figure = new RegExp(
    [
      `${word}\\s?${digits}`,
      `${digits}(?:兆|億|万)?(?:[0-9,]+億)?${word}`,
      `${digits}\\s?[%％]`,
      `${digits}(?:x|倍)(?![A-Za-z0-9])`,
      `^\\s*[+]?${digits}\\s*(?:units|口)?\\s*$`,
    ].join("|"),
  );
  const explained = [
    "button.figure, a[href], [data-origin], code, time, summary, [aria-hidden=true]",
    "svg, input, select, option, textarea, output, caption, th, label, .field, .only-read",
  ].join(", ");
  /** Texts that stand beside each other are read as one. */
  const textsOf = (element: Element): readonly string[] => {
    const texts: string[] = [];
    let isOpen = false;
    for (const node of element.childNodes) {
      const text = node.nodeType === Node.TEXT_NODE ? (node.textContent ?? "") : undefined;
      if (text !== undefined && isOpen) texts[texts.length - 1] += text;
      else if (text !== undefined) texts.push(text);
      isOpen = text !== undefined || node.nodeType === Node.COMMENT_NODE;
    }
    return texts;
  };
  const main = [...document.querySelectorAll("main, [role=dialog]")];
  const figures = main.flatMap((root) =>
    [...root.querySelectorAll("*")].flatMap((element) => {
      const wrong = textsOf(element).filter((text) => figure.test(text));
      if (wrong.length === 0 || element.closest(explained) !== null) return [];
      const title = element.closest("[data-title]")?.getAttribute("data-title") ?? "";
      const panel = element.closest("section")?.querySelector("h2")?.textContent ?? "";
      return wrong.map((text) => `“${text.trim()}” of ${title} in ${panel}`);
    }),
  );
  const marked = main.flatMap((root) => [...root.querySelectorAll("[data-origin]")]);
  const origins = marked.map((element) => element.getAttribute("data-origin") ?? "");
  return { figures, origins: [...new Set(origins)] };
}

/** Holds a page to it that every figure opens its why, or says why it does not. */
export async function assertFiguresOpen(page: Page): Promise<void> {
  const { figures, origins } = await page.evaluate(look);
  assert.deepEqual(figures, [], `${page.url()}: every figure opens its why`);
  for (const origin of origins) assert.ok(origin in ORIGINS, `${page.url()}: ${origin}`);
}
