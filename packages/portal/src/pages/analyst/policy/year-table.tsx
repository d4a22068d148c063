import type { ReactNode } from "react";
import { DataTable } from "../../../elements/data-table.tsx";
import type { LocalizedText, Text } from "../../../language/text.ts";
import { words } from "./words.ts";

/** The twin of a chart by fiscal year: a row for each year. */
export function YearTable({
  title,
  years,
  columns,
}: {
  readonly title: Text | LocalizedText;
  readonly years: readonly string[];
  readonly columns: readonly {
    readonly id: string;
    readonly title: Text | LocalizedText;
    readonly texts: readonly string[];
  }[];
}): ReactNode {
  return (
    <DataTable
      caption={title}
      keepsShape
      keyOf={({ year }) => year}
      rows={years.map((year, at) => ({ year, at }))}
      columns={[
        { id: "year", title: words.fiscalYear, isHead: true, cell: ({ year }) => year },
        ...columns.map(({ id, title: of, texts }) => ({
          ...{ id, title: of, isNumber: true as const },
          cell: ({ at }: { readonly at: number }) => texts[at] ?? "",
        })),
      ]}
    />
  );
}
