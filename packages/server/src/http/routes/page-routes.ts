import { Schema, type Infer } from "@jointfund/core/base/schema.ts";
import { bookCell } from "@jointfund/core/statements/book-cells.ts";
import { covenantCell } from "@jointfund/core/statements/leverage-cells.ts";
import type { CellSource, PageCell } from "@jointfund/core/statements/page-cell.ts";
import {
  isPublicCell,
  postedCell,
  postedCellNamed,
} from "@jointfund/core/statements/posted-cells.ts";
import { cellLabel } from "../../languages/cell-labels.ts";
import { sourceAsData } from "../../page/cell-source.ts";
import { contestedText, episodeText } from "../../page/contested-section.ts";
import { cellValueSchema } from "../cell-schema.ts";
import { paging, partByPlace, type PageAsked } from "../cursor.ts";
import { asOf, knownAt, pageAsked } from "../known-at.ts";
import type { PageView } from "../page-view.ts";
import { RequestProblem } from "../problem.ts";
import { reading, RESTS_MS } from "../route.ts";
import { partOfPostings, whySchema } from "../why-schema.ts";
import { toWire } from "../wire.ts";
import {
  count,
  currency,
  date,
  localizedText,
  minor,
  nothing,
  string,
  text,
} from "../wire-schemas.ts";

const { array, boolean, integer, json, object, oneOf, optional } = Schema;

const cellSchema = Schema.lazy("Cell", () =>
  object({ id: string(), label: text, value: cellValueSchema }),
);

const contestedSchema = Schema.lazy("Contested", () =>
  object({
    entry: count,
    on: date,
    kind: string(),
    clause: string(),
    text,
    act: optional(string()),
  }),
);

const positionSchema = object({
  on: date,
  investments: minor,
  cash: minor,
  otherAssets: minor,
  liabilities: array(object({ account: string(), name: localizedText, minor })),
  netAssets: minor,
});

const pageSchema = object({
  title: localizedText,
  notice: localizedText,
  charterVersion: integer({ min: 1 }),
  currency,
  foundedOn: date,
  asOf: date,
  size: integer({ min: 1, description: "Entries that it is made from." }),
  positions: array(positionSchema),
  movement: object({
    opening: minor,
    contributions: minor,
    operations: minor,
    distributions: minor,
    closing: minor,
  }),
  sectors: array(object({ sector: string(), name: localizedText, minor })),
  sides: array(object({ party: string(), name: localizedText }), {
    description: "Columns of the page: their numbers are the cells sides.<party>.*.",
  }),
  columns: array(
    object({
      party: string(),
      kind: oneOf(["sovereign", "partners", "citizens", "owners", "others"]),
      name: localizedText,
      members: array(string()),
    }),
    { description: "The sides as they stand beside each other: partners and citizens as one." },
  ),
  revenue: array(
    object({
      party: string(),
      currency,
      years: array(
        object({
          year: object({ calendarId: string(), label: string(), start: date, end: date }),
          minor,
          toDate: boolean(),
          locked: boolean(),
        }),
      ),
    }),
    { description: "By fiscal year of each government: their numbers are revenue.<party>.<year>." },
  ),
  sharing: oneOf(["units", "liquidation"]),
  values: json({ description: "Everything else that the page is made of; see `run --json`." }),
  episodes: array(
    object({ id: string(), on: date, clause: string(), text, lines: array(contestedSchema) }),
    { description: "What was stopped or contested, what belongs together as one." },
  ),
  cells: array(cellSchema, { description: "Every number of the page; /why/{cell} explains it." }),
});

function describePage({ page, cells, view }: PageView): Infer<typeof pageSchema> {
  const { charter } = view.state;
  const { returns: _returns, episodes, contested: _contested, ...values } = page;
  const section = { record: { charter, cells, broken: [], next: [] } };
  return {
    ...page,
    size: view.size,
    sides: page.columns.map(({ party, name }) => ({ party, name })),
    values: toWire(values),
    episodes: episodes.map((episode) => ({
      ...{ id: episode.id, on: episode.on, clause: episode.clause },
      text: episodeText(section, episode),
      lines: episode.lines.map((line) => ({
        ...{ entry: line.entry, on: line.on, kind: line.kind, clause: line.clause },
        text: contestedText(section, line),
        ...("actId" in line && line.actId !== undefined ? { act: line.actId } : {}),
      })),
    })),
    cells: [...cells.values()].map(({ id, value }) => ({
      ...{ id, value, label: cellLabel(charter, id) },
    })),
  };
}

export const pageRoute = reading({
  id: "getPage",
  restsMs: RESTS_MS,
  path: "/api/v1/page",
  text: {
    en: "The fund's page: its values, every number with its name, and what was contested",
    ja: "報告頁（数値、名称及び拒否・異議）",
  },
  pathSchema: nothing,
  querySchema: object({ asOf, knownAt }),
  answer: pageSchema,
  problems: ["future_asked", "past_asked"],
  handle: async ({ office, query }) => ({ value: describePage(await pageAsked(office, query)) }),
});

function explain({ view }: PageView, cell: PageCell, asked: PageAsked): Infer<typeof whySchema> {
  const { id, value, source } = cell;
  const said = { id, label: cellLabel(view.state.charter, id), value, from: source.kind };
  if (source.kind !== "postings") {
    const { source: data, ...rest } = partOfSource(source, asked);
    return { ...said, source: toWire(data), ...rest };
  }
  return { ...said, ...partOfPostings(view, source, asked) };
}

/** A source as data, of which the list that it is made of may be long: a part of that. */
function partOfSource(source: CellSource, asked: PageAsked) {
  const data = sourceAsData(source);
  const long = Object.entries(source).find(([, of]) => typeof of === "function")?.[0];
  if (long === undefined) return { source: data };
  const { items, ...rest } = partByPlace("why", data[long] as readonly unknown[], asked);
  return { source: { ...data, [long]: items }, ...rest };
}

/** A number of the page, of a book, or of an account, by its id. */
function cellNamed({ cells, view }: PageView, id: string): PageCell | undefined {
  const posted = postedCellNamed(id);
  if (posted === undefined) return cells.get(id) ?? covenantCell(view, id) ?? bookCell(view, id);
  return isPublicCell(view.state, posted) ? postedCell(view, id, posted) : undefined;
}

const cellPath = object({ cell: Schema.string({ minLength: 1, maxLength: 200 }) });

export const whyRoute = reading({
  id: "explainCell",
  restsMs: RESTS_MS,
  path: "/api/v1/why/{cell}",
  text: {
    en: "Where a number of the page comes from: postings, acts, other numbers, clause",
    ja: "報告頁の数値の根拠（仕訳、行為、他の数値、条項）",
  },
  pathSchema: cellPath,
  querySchema: object({ ...paging, asOf, knownAt }),
  answer: whySchema,
  problems: ["unknown_id", "cursor_wrong", "future_asked", "past_asked"],
  async handle({ office, path, query }) {
    const made = await pageAsked(office, query);
    const cell = cellNamed(made, path.cell);
    if (cell === undefined) throw new RequestProblem("unknown_id", ["cell", path.cell]);
    return { value: explain(made, cell, query) };
  },
});

export const whyPostedRoute = reading({
  id: "explainPosted",
  path: "/api/v1/why-posted/{cell}",
  text: {
    en: "Where the balance or turnover of an account comes from, of whatever subject",
    ja: "勘定の残高又は増減の根拠（補助科目別を含む）",
  },
  access: ["officer", "auditor"],
  pathSchema: cellPath,
  querySchema: object(paging),
  answer: whySchema,
  problems: ["unknown_id", "cursor_wrong"],
  async handle({ office, path: { cell: id }, query }) {
    const made = await pageAsked(office, {});
    const posted = postedCellNamed(id);
    const cell = posted === undefined ? undefined : postedCell(made.view, id, posted);
    if (cell === undefined) throw new RequestProblem("unknown_id", ["cell", id]);
    return { value: explain(made, cell, query) };
  },
});
