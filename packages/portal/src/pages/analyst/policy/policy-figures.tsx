import type { ReactNode } from "react";
import { DataTable } from "../../../elements/data-table.tsx";
import { Day } from "../../../elements/day.tsx";
import { Panel } from "../../../elements/panel.tsx";
import { useText } from "../../../language/language-context.tsx";
import type { Text } from "../../../language/text.ts";
import type { Compared } from "./use-policy.ts";
import { words } from "./words.ts";

type Comparison = Compared["comparison"];
type Figure = Comparison["assumptions"][number];
type Schedule = Comparison["schedules"][number];
type Named = { readonly name: Text; readonly unit: "percent" | "number" };

/** A figure as its file has it, up to four digits after the point. */
export function shownFigure(value: number, unit: Named["unit"]): string {
  const shown = unit === "percent" ? value * 100 : value;
  const text = shown.toLocaleString("en", { maximumFractionDigits: 4 }).replace("-", "−");
  return unit === "percent" ? `${text}%` : text;
}

function useNames({ names }: Compared): (path: string) => Named {
  const known = new Map(names.figures.map((each) => [each.path, each]));
  return (path) => known.get(path) ?? { name: { en: path, ja: path }, unit: "number" };
}

/** What a comparison rests on: every figure with its range, its standing, its day and source. */
export function PolicyFigures({ compared }: { readonly compared: Compared }): ReactNode {
  const t = useText();
  const { assumptions, sources } = compared.comparison;
  const nameOf = useNames(compared);
  const of = (standing: Figure["standing"]): number =>
    assumptions.filter((each) => each.standing === standing).length;
  const used = (use: Figure["use"]): number =>
    assumptions.filter((each) => each.use === use).length;
  const counts = [
    ...[assumptions.length, of("published"), of("derived"), of("assumed")],
    ...[used("drawn"), used("choice"), used("price")],
  ];
  return (
    <Panel title={words.figures} wide>
      <p>{t(words.figuresNote, ...counts.map(String))}</p>
      <DataTable
        caption={words.figures}
        keyOf={({ path }) => path}
        rows={assumptions}
        columns={[
          {
            ...{ id: "figure", title: words.figure, isHead: true },
            sortBy: ({ path }: Figure) => t(nameOf(path).name),
            cell: ({ path, note }: Figure) => (
              <FigureName path={path} name={nameOf(path).name} note={note} />
            ),
          },
          {
            ...{ id: "value", title: words.value, isNumber: true },
            cell: ({ path, value }: Figure) => shownFigure(value, nameOf(path).unit),
          },
          {
            ...{ id: "range", title: words.rangeOf, isNumber: true },
            cell: ({ path, low, high }: Figure) => {
              const { unit } = nameOf(path);
              return `${shownFigure(low, unit)} – ${shownFigure(high, unit)}`;
            },
          },
          {
            ...{ id: "use", title: words.use, sortBy: ({ use }: Figure) => use },
            cell: ({ use }: Figure) => t(words.uses[use]),
          },
          ...standingColumns<Figure>(t, sources),
        ]}
      />
      <h3>{t(words.schedules)}</h3>
      <Schedules compared={compared} />
    </Panel>
  );
}

function FigureName({
  path,
  name,
  note,
}: {
  readonly path: string;
  readonly name: Text;
  readonly note: Text | undefined;
}): ReactNode {
  const t = useText();
  return (
    <span>
      {t(name)}
      <code className="figure-path">{path}</code>
      {note !== undefined && <small className="figure-note">{t(note)}</small>}
    </span>
  );
}

/** How a figure stands, of which day it is, and where it comes from. */
function standingColumns<Row extends Figure | Schedule>(
  t: ReturnType<typeof useText>,
  sources: Comparison["sources"],
) {
  return [
    {
      ...{ id: "standing", title: words.standing, sortBy: ({ standing }: Row) => standing },
      cell: ({ standing }: Row) => (
        <span className={`figure-standing figure-${standing}`}>{t(words[standing])}</span>
      ),
    },
    {
      ...{ id: "asOf", title: words.asOf, sortBy: ({ date }: Row) => date },
      cell: ({ date }: Row) => <Day date={date} />,
    },
    {
      ...{ id: "source", title: words.source },
      cell: ({ source: id }: Row) => {
        const source = sources[id];
        if (source === undefined) return id;
        if (source.at === undefined) return t({ en: source.en, ja: source.ja });
        return (
          <a href={source.at} rel="noreferrer">
            {t({ en: source.en, ja: source.ja })}
          </a>
        );
      },
    },
  ];
}

function Schedules({ compared }: { readonly compared: Compared }): ReactNode {
  const t = useText();
  const { schedules, sources, bases } = compared.comparison;
  const nameOf = useNames(compared);
  const more = (path: string): string => {
    const parts = path.split(".");
    const base = parts[1] === "bases" ? bases[Number(parts[2])] : undefined;
    return base === undefined ? (parts.at(-1) ?? "") : t(base.name);
  };
  const yearsOf = ({ path, byYear, growth }: Schedule): string => {
    const { unit } = nameOf(path);
    const all = Object.entries(byYear).map(
      ([year, value]) => `${year}: ${shownFigure(value, unit)}`,
    );
    const after =
      growth === undefined ? t(words.stands) : t(words.grows, shownFigure(growth, "percent"));
    return [...all, after].join(" · ");
  };
  return (
    <DataTable
      caption={words.schedules}
      keyOf={({ path }) => path}
      rows={schedules}
      columns={[
        {
          ...{ id: "figure", title: words.figure, isHead: true },
          cell: ({ path, note }: Schedule) => (
            <span>
              {t(nameOf(path).name)} ({more(path)})
              {note !== undefined && <small className="figure-note">{t(note)}</small>}
            </span>
          ),
        },
        { ...{ id: "byYear", title: words.byYear }, cell: yearsOf },
        ...standingColumns<Schedule>(t, sources),
      ]}
    />
  );
}
