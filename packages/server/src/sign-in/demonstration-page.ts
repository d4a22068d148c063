import { createHash } from "node:crypto";
import type { FundState } from "@jointfund/core/fund/state.ts";
import { localized, type Language, type Text } from "../languages/language.ts";
import { SIGN_IN_TEXTS } from "../languages/sign-in-texts.ts";
import { demonstrationPeople, type DemonstrationPerson } from "./directory.ts";

export type Page = { readonly html: string; readonly headers: { readonly [name: string]: string } };

/** In the colours of the portal, of which this page has nothing else. */
const STYLE = `
:root { color-scheme: light dark; font: 100%/1.6 "BIZ UDPGothic", "Hiragino Sans", "Noto Sans JP",
  system-ui, sans-serif; --line: #8d8771; --ink: #1a2230; --ink-2: #4b5563; --paper: #f7f6f1;
  --surface: #fffefa; --indigo: #223e6d; --mark: #7a5200; --wash: #f6ead0 }
@media (prefers-color-scheme: dark) { :root { --line: #59647a; --ink: #eceef2; --ink-2: #b3bcc9;
  --paper: #10151c; --surface: #18202a; --indigo: #8fb0e6; --mark: #efc672; --wash: #38290f } }
* { box-sizing: border-box }
body { margin: 0; background: var(--paper); color: var(--ink) }
.mark { background: var(--wash); color: var(--mark); border-bottom: 3px double var(--line);
  padding: .9rem 1.25rem }
.mark p { margin: 0 auto; max-width: 60rem; overflow-wrap: anywhere }
.mark strong { margin-inline-end: .6em }
main { max-width: 62.5rem; margin: 0 auto; padding: 1.75rem 1.25rem 4rem }
h1 { font: 600 1.8rem/1.3 "BIZ UDPMincho", "Source Serif 4", "Noto Serif JP", Georgia, serif;
  margin: 0 0 .25rem }
h2 { font-size: 1rem; margin: 1.75rem 0 .5rem; border-top: 2px solid var(--indigo);
  padding-top: .6rem }
main p { color: var(--ink-2) }
h2 + div { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(15rem, 100%), 1fr));
  gap: .5rem }
button { font: inherit; text-align: start; width: 100%; padding: .6rem .8rem; color: inherit;
  background: var(--surface); border: 1px solid var(--line); border-radius: 3px; cursor: pointer;
  overflow-wrap: anywhere }
button:hover { border-color: var(--indigo); color: var(--indigo) }
button:focus-visible, a:focus-visible { outline: 3px solid var(--indigo); outline-offset: 2px }
button b { display: block }
button span { font-size: .875rem; color: var(--ink-2) }
a { color: inherit }`;

const styleHash = createHash("sha256").update(STYLE).digest("base64");

const HEADERS = {
  "Content-Type": "text/html; charset=utf-8",
  "Cache-Control": "no-store",
  "Content-Security-Policy":
    `default-src 'none'; style-src 'sha256-${styleHash}'; form-action 'self'; ` +
    "frame-ancestors 'none'; base-uri 'none'",
};

const ESCAPES: Readonly<Record<string, string>> = {
  ...{ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" },
};

const escaped = (text: string): string => text.replace(/[&<>"']/g, (each) => ESCAPES[each]!);

/** A page of the demonstration provider: each of them says in both languages what it is. */
function page(language: Language, title: Text, body: string): Page {
  const { mark, warning } = SIGN_IN_TEXTS;
  const marks = (["en", "ja"] as const).map(
    (each) => `<p lang="${each}"><strong>${mark[each]}</strong>${warning[each]}</p>`,
  );
  const html = `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title[language]} (${mark[language]})</title>
<style>${STYLE}</style>
</head>
<body>
<header class="mark">${marks.join("\n")}</header>
<main>
<h1>${title[language]}</h1>
${body}
</main>
</body>
</html>
`;
  return { html, headers: HEADERS };
}

/** Those of whom one is picked, by what they are to the fund. */
export function peoplePage(language: Language, state: FundState): Page {
  const people = demonstrationPeople(state);
  const { charter } = state;
  const owners = [
    ...charter.parties.map(({ id, name, kind }) => ({ id, name: localized(name), kind })),
    ...charter.vehicles.map(({ id, name }) => ({ id, name: localized(name), kind: undefined })),
  ];
  const sections = owners.map(({ id, name }) => {
    const own = people.filter(({ person }) => (person.party ?? person.holding?.feeder) === id);
    if (own.length === 0) return "";
    const buttons = own.map((each) => buttonOf(each, language)).join("\n");
    return `<h2>${escaped(name[language])}</h2>\n<div>\n${buttons}\n</div>`;
  });
  const body = `<p>${SIGN_IN_TEXTS.pick[language]}</p>
<form method="post">
${sections.filter((section) => section !== "").join("\n")}
</form>`;
  return page(language, SIGN_IN_TEXTS.whoAreYou, body);
}

function buttonOf({ id, person, seats }: DemonstrationPerson, language: Language): string {
  const { roles, seated } = SIGN_IN_TEXTS;
  const place = seats.length === 0 ? "" : ` · ${seated[language]} ${seats.join(", ")}`;
  const about = escaped(roles[person.role][language] + place);
  const inside = `<b>${escaped(person.name)}</b><span>${about}</span>`;
  return `<button name="person" value="${escaped(id)}">${inside}</button>`;
}

/** Something went wrong: what, and the way back. */
export function faultPage(language: Language, code: string): Page {
  const { wentWrong, back, expired } = SIGN_IN_TEXTS;
  const about = code === "session_not_found" ? `<p>${expired[language]}</p>` : "";
  const parts = [about, `<p><code>${escaped(code)}</code></p>`];
  const way = `<p><a href="/">${back[language]}</a></p>`;
  return page(language, wentWrong, [...parts, way].join("\n"));
}
