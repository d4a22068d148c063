import type { ReactNode } from "react";
import type { Schemas } from "../../api/client.ts";
import { type Column, DataTable } from "../../elements/data-table.tsx";
import { Figure } from "../../elements/figure.tsx";
import { Money } from "../../elements/money.tsx";
import { Notice } from "../../elements/notice.tsx";
import { dateText } from "../../format/date.ts";
import { useLanguage, useText } from "../../language/language-context.tsx";
import type { Text } from "../../language/text.ts";
import { CovenantsCompared } from "./covenants-compared.tsx";
import { LimitTable } from "./limit-table.tsx";
import { useNameOf } from "./party-names.ts";
import { PostingTable } from "./posting-table.tsx";
import { Refused } from "./refused.tsx";
import { SidesCompared } from "./sides-compared.tsx";
import { effectWords } from "./words/effects.ts";

type Effects = Schemas["EffectsAhead"];
type Vehicle = Schemas["Comparison"]["vehicles"][number];

/** What an act would do: every value that it changes beside what it is now. */
export function EffectsView({ effects }: { readonly effects: Effects }): ReactNode {
  const t = useText();
  const { language } = useLanguage();
  const { on, isToday, refused, lapses, comparison, postings, payments } = effects;
  const when = isToday ? t(effectWords.ifToday) : t(effectWords.ifOn, dateText(on, language));
  if (refused !== undefined) {
    return (
      <>
        <p className="quiet">{when}</p>
        <Refused refusal={refused} lead={effectWords.wouldBeRefused} />
      </>
    );
  }
  if (lapses === true) {
    return (
      <Notice kind="caution">
        <p>{t(effectWords.wouldLapse)}</p>
      </Notice>
    );
  }
  return (
    <div className="effects">
      <p className="quiet">{when}</p>
      {comparison !== undefined && <Comparison {...{ comparison, isToday }} />}
      {payments.length > 0 && <Payments payments={payments} />}
      {postings.length > 0 && <PostingTable entries={postings} />}
    </div>
  );
}

function Comparison({
  comparison,
  isToday,
}: {
  readonly comparison: Schemas["Comparison"];
  readonly isToday: boolean;
}): ReactNode {
  const t = useText();
  const { vehicles, covenants, limits, sides } = comparison;
  const tables = vehicles.map((vehicle) => ({ vehicle, rows: rowsOf(vehicle) }));
  const changed = tables.filter(({ rows }) => rows.length > 0);
  return (
    <>
      {changed.length === 0 && <p>{t(effectWords.nothing)}</p>}
      {changed.map(({ vehicle, rows }) => (
        <VehicleTable key={vehicle.vehicle} {...{ vehicle, rows, isToday }} />
      ))}
      {changed.length > 0 && <p className="hint">{t(effectWords.settledNote)}</p>}
      <CovenantsCompared covenants={covenants} />
      {limits.length > 0 && <LimitTable limits={limits} isCompared />}
      <SidesCompared sides={sides} currency={vehicles[0]?.currency ?? ""} />
    </>
  );
}

type Row = {
  readonly id: string;
  readonly label: Text;
  readonly currency: string;
  /** Where what it is now comes from. */
  readonly cell: string;
  readonly before: string;
  readonly after: string;
  readonly settled: string;
};

/** The figures that change, now or once all is settled; cash by currency among them. */
export function rowsOf({ vehicle, figures, cash, currency }: Vehicle): readonly Row[] {
  const all: readonly Row[] = [
    ...figures
      .filter(({ figure }) => figure !== "cash")
      .map(({ figure, ...row }) => ({
        ...{ id: figure, currency, cell: `book.${vehicle}.${figure}` },
        ...row,
      })),
    ...cash.map((row) => ({
      id: `cash ${row.currency}`,
      cell: `book.${vehicle}.cash.${row.currency}`,
      label: {
        en: effectWords.cashIn.en.replace("{0}", row.currency),
        ja: effectWords.cashIn.ja.replace("{0}", row.currency),
      },
      ...row,
    })),
  ];
  return all.filter(({ before, after }) => before !== after);
}

function VehicleTable({
  vehicle,
  rows,
  isToday,
}: {
  /** What is now is then in the books, which can say why. */
  readonly isToday: boolean;
  readonly vehicle: Vehicle;
  readonly rows: readonly Row[];
}): ReactNode {
  const t = useText();
  const amount = (of: (row: Row) => string) => (row: Row) => (
    <Money minor={of(row)} currency={row.currency} exact />
  );
  const columns: readonly Column<Row>[] = [
    {
      id: "figure",
      title: effectWords.figure,
      isHead: true,
      cell: ({ label }) => <span className="begins">{t(label)}</span>,
    },
    {
      id: "before",
      title: effectWords.before,
      isNumber: true,
      cell: (row) =>
        isToday ? (
          <Figure
            cell={{
              ...{ id: row.cell, label: row.label },
              value: { kind: "money", currency: row.currency, minor: row.before },
            }}
            exact
          />
        ) : (
          amount(({ before }) => before)(row)
        ),
    },
    { id: "after", title: effectWords.after, isNumber: true, cell: amount(({ after }) => after) },
    {
      id: "change",
      title: effectWords.change,
      isNumber: true,
      cell: amount(({ before, after }) => String(BigInt(after) - BigInt(before))),
    },
    {
      id: "settled",
      title: effectWords.settled,
      isNumber: true,
      cell: amount(({ settled }) => settled),
    },
  ];
  return (
    <>
      <h3>{t(vehicle.name)}</h3>
      <DataTable caption={vehicle.name} columns={columns} rows={rows} keyOf={({ id }) => id} />
    </>
  );
}

type Payment = Effects["payments"][number];

function Payments({ payments }: { readonly payments: readonly Payment[] }): ReactNode {
  const t = useText();
  const nameOf = useNameOf();
  const columns: readonly Column<Payment>[] = [
    {
      id: "payee",
      title: effectWords.payee,
      isHead: true,
      cell: ({ payee }) => nameOf(payee),
    },
    { id: "vehicle", title: effectWords.vehicle, cell: ({ vehicle }) => nameOf(vehicle) },
    {
      id: "amount",
      title: effectWords.amount,
      isNumber: true,
      cell: ({ minor, currency }) => <Money minor={minor} currency={currency} exact />,
    },
  ];
  return (
    <>
      <h3>{t(effectWords.payments)}</h3>
      <DataTable
        caption={effectWords.payments}
        columns={columns}
        rows={payments}
        keyOf={({ id }) => id}
      />
    </>
  );
}
