import type { ReactNode } from "react";
import { useCells } from "../../../api/page-cells.ts";
import { useApi } from "../../../api/use-api.ts";
import { type Column, DataTable } from "../../../elements/data-table.tsx";
import { Panel } from "../../../elements/panel.tsx";
import { dateText } from "../../../format/date.ts";
import { useLanguage, useText } from "../../../language/language-context.tsx";
import type { LocalizedText, Text } from "../../../language/text.ts";
import { MaybeFigure } from "../parts/maybe-figure.tsx";
import { words } from "./words.ts";

type Line = { readonly id: string; readonly name: Text | LocalizedText };

const OWNS = ["owns.investments", "owns.cash", "owns.other"] as const;

/** What the fund owns less what it owes, now and at the last year's end. */
export function BalancePanel(): ReactNode {
  const t = useText();
  const { language } = useLanguage();
  const { positions } = useApi("/api/v1/page", {});
  const cells = useCells();
  const now = positions.at(-1);
  const before = positions.length > 1 ? positions[0] : undefined;
  const named = (id: string): Line => ({ id, name: cells.get(id)?.label ?? { en: id } });
  const owed = new Set(
    positions.flatMap(({ liabilities }) => liabilities.map(({ account }) => `owes.${account}`)),
  );
  const rows = [...OWNS, ...owed, "net-assets"].filter((id) => cells.has(id)).map(named);
  const columns: readonly Column<Line>[] = [
    { id: "item", title: words.item, isHead: true, cell: ({ name }) => t(name) },
    ...(before === undefined
      ? []
      : [columnOf(`${before.on}`, dateText(before.on, language), ".opening")]),
    columnOf("now", dateText(now?.on ?? "", language), ""),
  ];
  return (
    <Panel title={words.balance}>
      <DataTable
        caption={words.balance}
        columns={columns}
        rows={rows}
        keyOf={({ id }) => id}
        keepsShape
      />
    </Panel>
  );

  function columnOf(id: string, title: string, suffix: string): Column<Line> {
    return {
      id,
      title: { en: title, ja: title },
      isNumber: true,
      cell: (line) => <MaybeFigure cell={cells.get(line.id + suffix)} />,
    };
  }
}
