/** How statements look in a browser and on its paper; colours have a contrast of at least 7:1. */
export const HTML_STYLE = `
:root {
  color-scheme: light dark;
  --paper: #fff; --ink: #16191d; --quiet: #454b54; --rule: #8b929c; --band: #f1f3f5;
  --notice: #fff4ce; --minus: #8c1414;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #14171a; --ink: #eceef0; --quiet: #bfc5cc; --rule: #6d757f; --band: #20252a;
    --notice: #3a3112; --minus: #ffb3ad;
  }
}
body {
  margin: 0 auto; padding: 1.5rem; max-width: 80rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.5 system-ui, "BIZ UDPGothic", "Hiragino Sans", "Yu Gothic UI", "Noto Sans CJK JP",
    sans-serif;
  overflow-wrap: anywhere;
}
.fund { margin: 0; font-weight: 700; }
.notice { margin: .5rem 0; padding: .5rem .75rem; background: var(--notice); }
h1 { margin: 2.5rem 0 .25rem; font-size: 1.5rem; line-height: 1.25; }
h2 { margin: 1.5rem 0 .25rem; font-size: 1.125rem; }
.about { margin: 0; color: var(--quiet); }
a { color: inherit; }
figure { margin: 1rem 0; max-width: 60rem; }
.table { margin: 1.5rem 0; overflow-x: auto; }
table { width: 100%; border-collapse: collapse; }
caption { padding: .25rem .5rem; text-align: start; font-weight: 700; }
th, td { padding: .25rem .5rem; vertical-align: baseline; }
thead th { border-bottom: 2px solid var(--ink); text-align: end; vertical-align: bottom; }
thead th.line, tbody th { text-align: start; }
tbody th { font-weight: 400; min-width: 12rem; }
tbody tr:nth-child(even) { background: var(--band); }
td { text-align: end; white-space: nowrap; font-variant-numeric: tabular-nums lining-nums; }
td.text { text-align: start; white-space: normal; }
td.minus { color: var(--minus); }
tr.line > th { padding-inline-start: 1.25rem; }
tr.subtotal > *, tr.total > * { border-top: 1px solid var(--rule); font-weight: 700; }
tr.total > * { border-bottom: 3px double var(--ink); }
bdi[lang] + bdi[lang] { color: var(--quiet); }
th bdi[lang], caption bdi[lang], h1 bdi[lang] { display: block; }
footer { margin-top: 2rem; border-top: 1px solid var(--rule); color: var(--quiet); }
:focus-visible { outline: 3px solid currentcolor; outline-offset: 2px; }
@media print {
  @page { size: A4 landscape; margin: 14mm; }
  :root {
    --paper: #fff; --ink: #000; --quiet: #333; --rule: #666; --band: #fff; --notice: #fff;
    --minus: #000;
  }
  body { padding: 0; max-width: none; font-size: 8pt; }
  nav { break-after: page; }
  section + section { break-before: page; }
  .notice { border: 1px solid #000; }
  .table { overflow: visible; }
  thead { display: table-header-group; }
  tr { break-inside: avoid; }
  tr.subtotal, tr.total { break-before: avoid; }
}
`;
