import { ACCOUNTS } from "@jointfund/core/ledger/accounts.ts";
import { origin } from "../../elements/origin.ts";
import { MadeFigure } from "../../elements/made-figure.tsx";
import { whyAt } from "../../elements/why-at.ts";
import { EffectFigure } from "./effect-figure.tsx";
import { exactMoney } from "../../format/money.ts";
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
      {comparison !== undefined && <Comparison {...{ effects, comparison }} />}
      {payments.length > 0 && <Payments payments={payments} />}
      {postings.length > 0 && <PostingTable entries={postings} />}
    </div>
  );
}

function Comparison({
  effects,
  comparison,
}: {
  readonly effects: Effects;
  readonly comparison: Schemas["Comparison"];
}): ReactNode {
  const t = useText();
  const { vehicles, covenants, limits, sides } = comparison;
  const tables = vehicles.map((vehicle) => ({ vehicle, rows: rowsOf(vehicle) }));
  const changed = tables.filter(({ rows }) => rows.length > 0);
  return (
    <>
      {changed.length === 0 && <p>{t(effectWords.nothing)}</p>}
      {changed.map(({ vehicle, rows }) => (
        <VehicleTable key={vehicle.vehicle} {...{ vehicle, rows, effects }} />
      ))}
      {changed.length > 0 && <p className="hint">{t(effectWords.settledNote)}</p>}
      <CovenantsCompared covenants={covenants} effects={effects} />
      {limits.length > 0 && <LimitTable limits={limits} isCompared />}
      <SidesCompared {...{ sides, effects }} currency={vehicles[0]?.currency ?? ""} />
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
  readonly accounts: readonly string[];
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
      accounts: [ACCOUNTS.cash],
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
  effects,
}: {
  readonly vehicle: Vehicle;
  readonly rows: readonly Row[];
  readonly effects: Effects;
}): ReactNode {
  const t = useText();
  const value = (of: Shown) => (row: Row) => (
    <RowFigure {...{ row, of, effects }} vehicle={vehicle.vehicle} />
  );
  const columns: readonly Column<Row>[] = [
    {
      id: "figure",
      title: effectWords.figure,
      isHead: true,
      cell: ({ label }) => <span className="begins">{t(label)}</span>,
    },
    ...SHOWN.map((of) => ({
      ...{ id: of, title: effectWords[of], isNumber: true as const },
      cell: value(of),
    })),
  ];
  return (
    <>
      <h3>{t(vehicle.name)}</h3>
      <DataTable caption={vehicle.name} columns={columns} rows={rows} keyOf={({ id }) => id} />
    </>
  );
}

const SHOWN = ["before", "after", "change", "settled"] as const;
type Shown = (typeof SHOWN)[number];

const HOW = {
  after: effectWords.howAfter,
  change: effectWords.howChange,
  settled: effectWords.howSettled,
} as const;

/** One value of a figure, with what it was and the postings that change it. */
function RowFigure({
  row,
  of,
  effects: { on, isToday, postings },
  vehicle,
}: {
  readonly row: Row;
  readonly of: Shown;
  readonly effects: Effects;
  readonly vehicle: string;
}): ReactNode {
  const { language } = useLanguage();
  const { label, currency, cell, before, after, accounts } = row;
  const text = (minor: string): string => exactMoney(minor, currency, language);
  const was = { id: "before", name: effectWords.before, text: text(before), to: whyAt(cell) };
  const is = { id: "after", name: effectWords.after, text: text(after) };
  if (of === "before") {
    // What is now is in the books, which can say why.
    const value = { kind: "money", currency, minor: before } as const;
    if (isToday) return <Figure cell={{ id: cell, label, value }} exact />;
    const how = {
      en: effectWords.howBefore.en.replace("{0}", dateText(on, "en")),
      ja: effectWords.howBefore.ja.replace("{0}", dateText(on, "ja")),
    };
    return <MadeFigure {...{ label, how }} text={text(before)} parts={[{ ...was, name: label }]} />;
  }
  const minor = of === "change" ? String(BigInt(after) - BigInt(before)) : row[of];
  return (
    <EffectFigure
      {...{ label, how: HOW[of], entries: postings, touched: { vehicle, accounts } }}
      text={text(minor)}
      parts={of === "after" ? [was] : [was, is]}
    />
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
    <div {...origin("draft")}>
      <h3>{t(effectWords.payments)}</h3>
      <DataTable
        caption={effectWords.payments}
        columns={columns}
        rows={payments}
        keyOf={({ id }) => id}
      />
    </div>
  );
}
