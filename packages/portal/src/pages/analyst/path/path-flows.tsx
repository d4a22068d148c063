import type { ReactNode } from "react";
import { BarChart } from "../../../charts/bar-chart.tsx";
import { DataTable } from "../../../elements/data-table.tsx";
import { Panel } from "../../../elements/panel.tsx";
import { monthText } from "../../../format/date.ts";
import { drawn, inUnit, shortMoney, tableUnit } from "../../../format/money.ts";
import { useLanguage, useText } from "../../../language/language-context.tsx";
import { minorText } from "../projection/projection-tables.tsx";
import type { PathTold } from "./use-path.ts";
import { words } from "./words.ts";

type Party = PathTold["parties"][number];

/** By where it came from, what a treasury is paid out. */
const KINDS = [
  { id: "income", name: words.ofIncome },
  { id: "gains", name: words.ofGains },
  { id: "capital", name: words.ofCapital },
] as const;

/** What a party pays in and is paid out in each quarter, in its own currency. */
export function PathFlows({
  path,
  party: { currency, steps },
  name,
}: {
  readonly path: PathTold;
  readonly party: Party;
  readonly name: string;
}): ReactNode {
  const t = useText();
  const { language } = useLanguage();
  const amounts = steps.flatMap(({ paidIn, distributed }) => [paidIn ?? 0, distributed ?? 0]);
  const unit = tableUnit(amounts.map(minorText), currency, language);
  const scale = drawn("1000000000000", currency) / 1e12;
  const title = t(words.flows, name);
  const isSplit = steps.some(({ parts }) => parts !== undefined);
  const part = (series: string, value: number) => ({
    ...{ series, value: drawn(minorText(value), currency) },
    text: inUnit(minorText(value), unit),
  });
  return (
    <Panel title={{ en: title, ja: title }}>
      <BarChart
        title={{ en: title, ja: title }}
        unit={unit.word}
        series={[
          ...(isSplit ? KINDS : [{ id: "distributed", name: words.distributed }]),
          { id: "paidIn", name: words.paidIn },
        ]}
        bars={steps.map(({ paidIn, distributed, parts }, index) => {
          const ends = path.steps[index]?.ends ?? "";
          return {
            ...{ id: ends, name: monthText(ends, language) },
            parts: [
              ...(parts === undefined
                ? [part("distributed", distributed ?? 0)]
                : KINDS.map(({ id: kind }) => part(kind, parts[kind] ?? 0))),
              part("paidIn", -(paidIn ?? 0)),
            ],
          };
        })}
        axisText={(value) => inUnit(minorText(value / scale), { ...unit, decimals: 0 })}
      />
    </Panel>
  );
}

/** What each party has paid in and got at the end. */
export function PathSums({
  path: { parties },
  nameOf,
}: {
  readonly path: PathTold;
  readonly nameOf: (party: string) => string;
}): ReactNode {
  const { language } = useLanguage();
  const rows = parties.map(({ id, currency, steps }) => {
    const sum = (of: "paidIn" | "distributed"): number =>
      steps.reduce((total, step) => total + (step[of] ?? 0), 0);
    const [paidIn, distributed] = [sum("paidIn"), sum("distributed")];
    // Nobody owes the fund what it lacks.
    const worth = Math.max(0, steps.at(-1)?.worth ?? 0);
    const gain = distributed + worth - paidIn;
    const times = paidIn > 0 ? ((distributed + worth) / paidIn).toFixed(2) : "–";
    return { id, currency, paidIn, distributed, worth, gain, times };
  });
  type Row = (typeof rows)[number];
  const amount = (id: "paidIn" | "distributed" | "worth" | "gain") => ({
    ...{ id, title: words[id], isNumber: true as const },
    cell: (row: Row) => shortMoney(minorText(row[id]), row.currency, language),
  });
  return (
    <Panel title={words.sums} wide>
      <DataTable
        caption={words.sums}
        keyOf={({ id }) => id}
        rows={rows}
        columns={[
          { id: "side", title: words.side, isHead: true, cell: ({ id }: Row) => nameOf(id) },
          ...(["paidIn", "distributed", "worth", "gain"] as const).map(amount),
          {
            ...{ id: "times", title: words.times, isNumber: true },
            cell: ({ times }: Row) => times,
          },
        ]}
      />
    </Panel>
  );
}
