import type { ReactNode } from "react";
import type { FanPoint } from "../../../charts/fan-chart.tsx";
import { DataTable } from "../../../elements/data-table.tsx";
import { Day } from "../../../elements/day.tsx";
import { inUnit, shortMoney, tableUnit, type TableUnit } from "../../../format/money.ts";
import { useLanguage, useText } from "../../../language/language-context.tsx";
import type { LocalizedText, Text } from "../../../language/text.ts";
import { Beside } from "./beside.tsx";
import type { Projected } from "./use-analysis.ts";
import { words } from "./words.ts";

export type Party = Projected["projection"]["parties"][number];
type Named = Text | LocalizedText;

/** Whole minor units as text: what is drawn and told here is rounded anyway. */
export const minorText = (value: number): string => BigInt(Math.round(value)).toString();

const percent = (value: number | null, decimals = 1): string =>
  value === null ? "–" : `${(value * 100).toFixed(decimals).replace("-", "−")}%`;
const times = (value: number | null): string => (value === null ? "–" : value.toFixed(2));

const BANDS = ["mean", "p5", "p25", "p50", "p75", "p95"] as const;

/** The twin of a fan. */
export function FanTable({
  title,
  points,
  unit,
}: {
  readonly title: Named;
  readonly points: readonly FanPoint[];
  readonly unit: TableUnit;
}): ReactNode {
  return (
    <DataTable
      caption={title}
      keepsShape
      keyOf={({ date }) => date}
      rows={points}
      columns={[
        { id: "date", title: words.date, isHead: true, cell: ({ date }) => <Day date={date} /> },
        ...BANDS.map((band) => ({
          ...{ id: band, title: words[band], isNumber: true as const },
          cell: (point: FanPoint) => inUnit(minorText(point[band] ?? 0), unit),
        })),
      ]}
    />
  );
}

const CHANCES = [
  ...(["locked", "forcedSale", "defaulted", "callMissed", "netAssetsBelowZero"] as const),
];

/** What may happen; as moved beside as assumed, where something was moved. */
export function ChanceTable({
  base,
  now,
  nameOf,
}: {
  readonly base: Projected | undefined;
  readonly now: Projected;
  readonly nameOf: (party: string) => string;
}): ReactNode {
  const t = useText();
  const of = (id: (typeof CHANCES)[number]) => (projected: Projected) =>
    projected.projection.chances[id].probability.at(-1) ?? 0;
  const lossOf = (id: string) => (projected: Projected) => {
    const found = projected.projection.parties.find((party) => party.id === id);
    return found?.chances.lossOfCapital.probability.at(-1) ?? 0;
  };
  const rows = [
    ...CHANCES.map((id) => ({ id, name: t(words[id]), chance: of(id) })),
    ...now.projection.parties.map(({ id }) => ({
      ...{ id: `loss ${id}`, name: t(words.lossOfCapital, nameOf(id)), chance: lossOf(id) },
    })),
  ];
  type Row = (typeof rows)[number];
  const column = (id: "assumed" | "moved" | "chance", told: Projected) => ({
    ...{ id, title: words[id], isNumber: true as const },
    cell: ({ chance }: Row) => percent(chance(told), 2),
  });
  return (
    <DataTable
      caption={words.chances}
      keyOf={({ id }) => id}
      rows={rows}
      columns={[
        { id: "event", title: words.event, isHead: true, cell: ({ name }: Row) => name },
        ...(base === undefined
          ? [column("chance", now)]
          : [column("assumed", base), column("moved", now)]),
      ]}
    />
  );
}

/** Whether figures as assumed stand beneath those as moved. */
function BesideNote({ before }: { readonly before: Party | undefined }): ReactNode {
  const t = useText();
  return before === undefined ? null : <p className="told">{t(words.beside)}</p>;
}

type Year = Party["years"][number];

/** What a treasury is paid out, by its own fiscal year and in its currency. */
export function RevenueTable({
  party,
  before,
  title,
}: {
  readonly party: Party;
  readonly before: Party | undefined;
  readonly title: string;
}): ReactNode {
  const t = useText();
  const { language } = useLanguage();
  const amounts = party.years.map(({ distributed }) => minorText(distributed.p95 ?? 0));
  const unit = tableUnit(amounts, party.currency, language);
  const money = (value: number | null): string =>
    value === null ? "–" : inUnit(minorText(value), unit);
  const column = (
    id: "received" | "receivedMean" | "income" | "gains" | "capital" | "net" | "belowZero",
    of: (year: Year) => string,
  ) => ({
    ...{ id, title: words[id], isNumber: true as const },
    cell: (year: Year) => {
      const same = before?.years.find((each) => each.year === year.year);
      return <Beside now={of(year)} before={same && of(same)} called={words.assumed} />;
    },
  });
  return (
    <div className="by-year">
      <BesideNote before={before} />
      <p className="unit">{unit.word}</p>
      <DataTable
        caption={{ en: title, ja: title }}
        keepsShape
        keyOf={({ year }) => year}
        rows={party.years}
        columns={[
          {
            ...{ id: "year", title: words.fiscalYear, isHead: true },
            cell: ({ year, isWhole }) => {
              const said = t(words.oneYear, year.replace(/^FY/, ""));
              if (isWhole) return said;
              return (
                <>
                  {said} <small className="part-of">{t(words.partOf)}</small>
                </>
              );
            },
          },
          column("received", ({ distributed }) => money(distributed.p50)),
          column("receivedMean", ({ distributed }) => money(distributed.mean)),
          ...(party.kind === "class"
            ? []
            : [
                column("income", ({ revenue }) => money(revenue?.income.mean ?? null)),
                column("gains", ({ revenue }) => money(revenue?.gains.mean ?? null)),
                column("capital", ({ revenue }) => money(revenue?.capital.mean ?? null)),
                column("net", ({ revenue }) => money(revenue?.net.p50 ?? null)),
                column("belowZero", ({ revenue }) =>
                  percent(revenue?.netBelowZero.probability ?? null),
                ),
              ]),
        ]}
      />
    </div>
  );
}

type Told = {
  readonly id: "irr" | "tvpi" | "dpi" | "gain";
  readonly text: (v: number | null) => string;
};

/** How it ended for a party, the median beside the mean. */
export function TerminalTable({
  party,
  before,
  title,
}: {
  readonly party: Party;
  readonly before: Party | undefined;
  readonly title: string;
}): ReactNode {
  const t = useText();
  const { language } = useLanguage();
  const { terminal, currency } = party;
  const money = (value: number | null): string =>
    value === null ? "–" : shortMoney(minorText(value), currency, language);
  const rows: readonly Told[] = [
    { id: "irr", text: (value) => percent(value) },
    { id: "tvpi", text: times },
    { id: "dpi", text: times },
    { id: "gain", text: money },
  ];
  const { mean, p50 } = terminal.gain;
  return (
    <>
      <BesideNote before={before} />
      <DataTable
        caption={{ en: title, ja: title }}
        keepsShape
        keyOf={({ id }) => id}
        rows={rows}
        columns={[
          { id: "measure", title: words.measure, isHead: true, cell: ({ id }) => t(words[id]) },
          ...(["p5", "p50", "mean", "p95"] as const).map((band) => ({
            ...{ id: band, title: words[band], isNumber: true as const },
            cell: ({ id, text }: Told) => (
              <Beside
                now={text(terminal[id][band])}
                before={before && text(before.terminal[id][band])}
                called={words.assumed}
              />
            ),
          })),
        ]}
      />
      {mean !== null && p50 !== null && p50 < mean && (
        <p>{t(words.medianBelow, money(p50), money(mean))}</p>
      )}
    </>
  );
}
