import { exactText } from "./exact-text.ts";
import { HTML_STYLE } from "./html-style.ts";
import { foreignCurrency, isFigure, printedTable } from "./printed.ts";
import { distinct, wordIn, type Report, type Sheet, type SheetCell, type Words } from "./sheet.ts";

/** What a browser may load for the page: nothing but its own style. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'";

/**
 * A report as one HTML file that needs nothing else [F34]: tables with captions and headers that a
 * screen reader announces, every text with its language, light, dark and printed. There is no
 * script and no link to the outside, and the file's own policy lets a browser load none. It is XML
 * as well, so that any parser of either reads it.
 */
export function reportHtml(report: Report): string {
  const [language = "en"] = report.languages;
  const title = wordIn(report.title, language);
  return [
    `<!DOCTYPE html>`,
    `<html lang="${escaped(language)}">`,
    `<head>`,
    `<meta charset="utf-8" />`,
    `<meta http-equiv="Content-Security-Policy" content="${POLICY}" />`,
    `<meta name="viewport" content="width=device-width, initial-scale=1" />`,
    `<meta name="color-scheme" content="light dark" />`,
    `<title>${escaped(pageTitle(report, title, language))}</title>`,
    `<style>${HTML_STYLE}</style>`,
    `</head>`,
    `<body>`,
    `<header>`,
    `<p class="fund">${said(report.title)}</p>`,
    `<p class="notice" role="note">${said(report.notice)}</p>`,
    `</header>`,
    ...contents(report),
    `<main>`,
    ...report.sheets.flatMap((sheet) => section(sheet, report)),
    `</main>`,
    `<footer><p>${said(report.source)}</p></footer>`,
    `</body>`,
    `</html>`,
    ``,
  ].join("\n");
}

function pageTitle({ sheets, labels }: Report, fund: string, language: string): string {
  const [first] = sheets;
  const about = sheets.length === 1 && first !== undefined ? first.title : labels.contents;
  return `${wordIn(about, language)} – ${fund}`;
}

function contents({ sheets, labels }: Report): readonly string[] {
  if (sheets.length < 2) return [];
  const items = sheets.map(
    ({ id, title }) => `<li><a href="#${escaped(id)}">${said(title)}</a></li>`,
  );
  return [
    `<nav aria-labelledby="contents">`,
    `<h2 id="contents">${said(labels.contents)}</h2>`,
  ].concat([`<ol>`, ...items, `</ol>`, `</nav>`]);
}

function section(sheet: Sheet, { labels }: Report): readonly string[] {
  return [
    `<section aria-labelledby="${escaped(sheet.id)}">`,
    `<h1 id="${escaped(sheet.id)}">${said(sheet.title)}</h1>`,
    ...sheet.subtitles.map((words) => `<p class="about">${said(words)}</p>`),
    ...(sheet.charts ?? []).map(({ language, svg }) => {
      return `<figure lang="${escaped(language)}">${svg.trimEnd()}</figure>`;
    }),
    ...sheet.tables.flatMap((table) => {
      const { caption, headings, rows } = printedTable(table);
      const columns = headings.map((heading) => `<th scope="col">${said(heading)}</th>`).join("");
      return [
        `<div class="table" tabindex="0">`,
        `<table>`,
        `<caption>${said(caption)}</caption>`,
        `<thead><tr><th scope="col" class="line">${said(labels.line)}</th>${columns}</tr></thead>`,
        `<tbody>`,
        ...rows.map(({ label, rank, cells }) => {
          const figures = cells.map((cell) => dataCell(cell, sheet.currency)).join("");
          return `<tr class="${rank}"><th scope="row">${said(label)}</th>${figures}</tr>`;
        }),
        `</tbody>`,
        `</table>`,
        `</div>`,
      ];
    }),
    `</section>`,
  ];
}

function dataCell(cell: SheetCell, book: string): string {
  if (cell.kind === "none") return `<td>–</td>`;
  if (cell.kind === "text") return `<td class="text">${said(cell.said)}</td>`;
  const { value } = exactText(cell);
  if (cell.kind === "date")
    return `<td><time datetime="${escaped(value)}">${said(cell.said)}</time></td>`;
  const currency = foreignCurrency(cell, book);
  const before = currency === undefined ? "" : `${escaped(currency)} `;
  const sign = isFigure(cell) && value.startsWith("-") ? ` class="minus"` : "";
  return `<td${sign}>${before}<data value="${escaped(value)}">${said(cell.said)}</data></td>`;
}

/** Words, each in its language; one word alone is in the page's. */
function said(words: Words): string {
  const different = distinct(words);
  const [only] = different;
  if (words.length < 2 || (different.length === 1 && isNeutral(only?.text ?? ""))) {
    return `<bdi>${escaped(only?.text ?? "")}</bdi>`;
  }
  return different
    .map(({ language, text }) => `<bdi lang="${escaped(language)}">${escaped(text)}</bdi>`)
    .join(" ");
}

/** Figures and dates are in no language. */
const isNeutral = (text: string): boolean => !/\p{L}/u.test(text);

const ESCAPES: Readonly<Record<string, string>> = {
  ...{ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" },
};

/** Text that is nothing but text, in an element or in an attribute in double quotes. */
function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => ESCAPES[character] ?? "");
}
