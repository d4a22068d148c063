/**
 * How statements are set on paper, in Typst. The template is all that is ever read as Typst: what a
 * report says comes in as data and is set as text, whatever it is made of.
 */
export const PDF_TEMPLATE = `
#let report = json(bytes(sys.inputs.report))
#let quiet = rgb("#444444")

#set document(
  title: report.name,
  author: "jointfund",
  description: report.notice.at(0).text,
  date: datetime(year: report.date.year, month: report.date.month, day: report.date.day),
)
#set text(
  font: "BIZ UDPGothic", fallback: false, size: 8.5pt,
  lang: report.language, number-width: "tabular", hyphenate: false,
  cjk-latin-spacing: none,
)
#set par(leading: 0.55em, spacing: 0.6em)

// A text in each of its languages, so that a screen reader changes its voice.
#let said(words, between: [ ]) = {
  words.map(word => text(lang: word.language, word.text)).join(between)
}
#let stacked(words) = said(words, between: linebreak())

#let head = {
  set text(size: 7pt, fill: quiet)
  grid(
    columns: (auto, 1fr), column-gutter: 1.5em,
    text(weight: "bold", said(report.title)),
    align(right, stacked(report.notice)),
  )
}
#let foot = context {
  set text(size: 6pt, fill: quiet)
  let page-text = report.page.map(word => {
    let whole = word.text.replace("{0}", str(counter(page).get().first()))
    text(lang: word.language, whole.replace("{1}", str(counter(page).final().first())))
  }).join([ · ])
  grid(
    columns: (1fr, auto), column-gutter: 1.5em,
    stacked(report.source), align(right + bottom, text(size: 7pt, page-text)),
  )
}

#set page(
  paper: "a4", margin: (x: 15mm, top: 24mm, bottom: 20mm),
  header: head, footer: foot,
)
#set heading(bookmarked: true)
#show heading: set text(weight: "bold")
#show heading.where(level: 1): set text(size: 14pt)
#show heading.where(level: 2): set text(size: 10pt)
#show heading.where(level: 2): set block(above: 1.6em, below: 0.7em, sticky: true)

#let figure-cell(cell) = if cell.kind == "none" [–] else if cell.kind == "text" {
  set align(left)
  stacked(cell.said)
} else { stacked(cell.said) }

#let statement-table(one) = {
  set text(size: one.size * 1pt)
  table(
    columns: (1fr,) + (auto,) * one.headings.len(),
    align: (column, row) => if column == 0 { left + horizon } else { right + horizon },
    stroke: none,
    inset: (x: 0.35em, y: 0.32em),
    table.header(
      table.hline(stroke: 0.8pt),
      text(weight: "bold", stacked(report.line)),
      ..one.headings.map(((words, words-only)) => {
        let content = text(weight: "bold", stacked(words))
        if words-only { align(left, content) } else { content }
      }),
      table.hline(stroke: 0.8pt),
    ),
    ..one.rows.map(row => {
      let look = content => if row.rank == "line" { content } else { text(weight: "bold", content) }
      let label = stacked(row.label)
      if row.rank == "line" { label = pad(left: 0.8em, label) }
      (
        ..(if row.rank == "line" { () } else { (table.hline(stroke: 0.4pt),) }),
        look(label),
        ..row.cells.map(cell => look(figure-cell(cell))),
        ..(if row.rank == "total" { (table.hline(stroke: 0.8pt),) } else { () }),
      )
    }).flatten(),
  )
}

#if report.statements.len() > 1 {
  heading(level: 1, outlined: false, said(report.contents))
  outline(title: none, depth: 1)
}
#for (n, one) in report.statements.enumerate() {
  set page(flipped: one.wide)
  if n > 0 or report.statements.len() > 1 { pagebreak(weak: true) }
  heading(level: 1, said(one.title))
  for words in one.subtitles {
    block(above: 0.3em, below: 0.3em, text(fill: quiet, said(words, between: [ · ])))
  }
  for each in one.charts {
    block(above: 1em, below: 1em, image(bytes(each.svg), format: "svg", alt: each.said, width: 80%))
  }
  for each in one.tables {
    heading(level: 2, outlined: false, said(each.caption))
    statement-table(each)
  }
}
`;
