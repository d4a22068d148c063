import { type ReactNode, useState } from "react";
import { type CellValue, cellText, exactCellText } from "../format/cell.ts";
import { useLanguage, useText } from "../language/language-context.tsx";
import type { Text } from "../language/text.ts";
import { WhyDialog } from "./why-dialog.tsx";
import { words } from "./words.ts";

/** A cell of the fund's page: a number that can say why. */
export type Cell = { readonly id: string; readonly label: Text; readonly value: CellValue };

/** A number that opens where it comes from: postings, acts, approvals, clause. */
export function Figure({
  cell,
  asOf,
  exact,
  inUnit,
}: {
  readonly cell: Cell;
  /** The business day of which it is, where that is not today. */
  readonly asOf?: string;
  readonly exact?: true;
  /** As it is written in a table of one unit. */
  readonly inUnit?: string;
}): ReactNode {
  const t = useText();
  const { language } = useLanguage();
  const [isOpen, setOpen] = useState(false);
  const { id, label, value } = cell;
  const all = exactCellText(value, language);
  const shown = inUnit ?? (exact === true ? all : cellText(value, language));
  return (
    <>
      <button
        type="button"
        className="figure"
        title={all}
        aria-label={`${shown}. ${t(words.why, t(label))}`}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        {shown}
      </button>
      {isOpen && <WhyDialog cell={id} asOf={asOf} onClose={() => setOpen(false)} />}
    </>
  );
}
