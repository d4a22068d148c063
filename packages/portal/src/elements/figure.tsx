import type { ReactNode } from "react";
import { type CellValue, cellText, exactCellText } from "../format/cell.ts";
import { useLanguage } from "../language/language-context.tsx";
import type { LocalizedText, Text } from "../language/text.ts";
import { OpenFigure } from "./open-figure.tsx";
import { WhyDialog } from "./why-dialog.tsx";

/** A cell of the fund's page: a number that can say why. */
export type Cell = {
  readonly id: string;
  readonly label: Text | LocalizedText;
  readonly value: CellValue;
};

/** A number that opens where it comes from: postings, acts, approvals, clause. */
export function Figure({
  cell: { id, label, value },
  asOf,
  knownAt,
  exact,
  inUnit,
}: {
  readonly cell: Cell;
  /** The business day of which it is, where that is not today. */
  readonly asOf?: string | undefined;
  /** The last entry of the log that counts, where not all do. */
  readonly knownAt?: string | undefined;
  readonly exact?: true;
  /** As it is written in a table of one unit, or to other digits. */
  readonly inUnit?: string;
}): ReactNode {
  const { language } = useLanguage();
  const all = exactCellText(value, language);
  const shown = inUnit ?? (exact === true ? all : cellText(value, language));
  return (
    <OpenFigure text={shown} label={label} exact={all}>
      {(close) => <WhyDialog cell={id} asOf={asOf} knownAt={knownAt} onClose={close} />}
    </OpenFigure>
  );
}
