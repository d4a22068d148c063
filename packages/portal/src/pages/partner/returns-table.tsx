import { exactMoney } from "../../format/money.ts";
import { MadeFigure, type MadePart } from "../../elements/made-figure.tsx";
import type { ReactNode } from "react";
import { DataTable } from "../../elements/data-table.tsx";
import { multipleText, percentText } from "../../format/ratio.ts";
import { useLanguage, useText } from "../../language/language-context.tsx";
import type { Text } from "../../language/text.ts";
import type { Partner } from "./use-party.ts";
import { words } from "./words.ts";

type Position = Partner["positions"][number];

type Measure = {
  readonly id: string;
  readonly name: Text;
  readonly figure: string;
  readonly means: Text;
};

/** How the party's money has done, each measure with its definition beside it. */
export function ReturnsTable({
  party,
  position,
}: {
  readonly party: string;
  readonly position: Position;
}): ReactNode {
  const t = useText();
  const { language } = useLanguage();
  const { irr, irrWithoutLine, tvpi, dpi, rvpi, pic } = position;
  const rate = ({ ratio, annualised, others }: Position["irr"]): string => {
    if (ratio === undefined) return t(words.irrNone);
    const all = [ratio, ...others].map((each) => percentText(each)).join(" / ");
    return annualised === true ? all : `${all} (${t(words.irrShort)})`;
  };
  const multiple = (id: string, name: Text, of: string | undefined, means: Text): Measure[] =>
    of === undefined ? [] : [{ id, name, figure: multipleText(of, language), means }];
  const rows: readonly Measure[] = [
    { id: "irr", name: words.irr, figure: rate(irr), means: words.irrMeans },
    {
      ...{ id: "irr-line", name: words.irrLine, figure: rate(irrWithoutLine) },
      means: words.irrLineMeans,
    },
    ...multiple("tvpi", words.tvpi, tvpi, words.tvpiMeans),
    ...multiple("dpi", words.dpi, dpi, words.dpiMeans),
    ...multiple("rvpi", words.rvpi, rvpi, words.rvpiMeans),
    ...(pic === undefined
      ? []
      : [{ id: "pic", name: words.pic, figure: percentText(pic), means: words.picMeans }]),
  ];
  const money = (minor: string): string => exactMoney(minor, position.currency, language);
  const parts: readonly MadePart[] = [
    ...(["paidIn", "distributed"] as const).map((of) => ({
      ...{ id: of, name: words[of], text: money(position[of]) },
      to: `/partner/notices?party=${party}`,
    })),
    {
      ...{ id: "value", name: words.value, text: money(position.capitalAccount) },
      to: `/partner/account?party=${party}`,
    },
  ];
  const measured = ({ name, figure, means }: Measure): ReactNode => (
    <MadeFigure text={figure} label={name} how={means} parts={parts} />
  );
  return (
    <>
      <h3>{t(words.performance)}</h3>
      <DataTable
        caption={words.performance}
        rows={rows}
        keyOf={({ id }) => id}
        columns={[
          { id: "name", title: words.measure, isHead: true, cell: ({ name }) => t(name) },
          { id: "figure", title: words.figure, isNumber: true, cell: measured },
          { id: "means", title: words.meaning, cell: ({ means }) => t(means) },
        ]}
      />
    </>
  );
}
