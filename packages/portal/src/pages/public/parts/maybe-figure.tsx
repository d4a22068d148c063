import type { ReactNode } from "react";
import { type Cell, Figure } from "../../../elements/figure.tsx";

/** A figure where the page has it; a dash where it has none. */
export function MaybeFigure({
  cell,
  exact,
}: {
  readonly cell: Cell | undefined;
  readonly exact?: true;
}): ReactNode {
  if (cell === undefined) return <span aria-hidden="true">–</span>;
  return <Figure cell={cell} {...(exact === undefined ? {} : { exact })} />;
}
