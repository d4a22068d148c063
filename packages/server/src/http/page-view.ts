import { fundPage, type FundPage } from "@jointfund/core/statements/fund-page.ts";
import type { PageCells } from "@jointfund/core/statements/page-cell.ts";
import { pageCells } from "@jointfund/core/statements/page-cells.ts";
import type { Office } from "./office.ts";
import type { RecordView } from "./record-replay.ts";

/** A page with its numbers by id, and the record that it was made from. */
export type PageView = {
  readonly page: FundPage;
  readonly cells: PageCells;
  readonly view: RecordView;
};

type Kept = { readonly size: number; readonly made: PageView };

/** The page of each replay, as long as that has no further entry. */
const kept = new WeakMap<RecordView["chronicle"], Kept>();

/** The page of a record: made once for each of its sizes. */
export function pageOf({ assumptions }: Office, view: RecordView): PageView {
  const known = kept.get(view.chronicle);
  if (known?.size === view.size) return known.made;
  const input = { state: view.state, chronicle: view.chronicle, ...assumptions };
  const page = fundPage(input);
  const made = { page, cells: pageCells(input, page), view };
  kept.set(view.chronicle, { size: view.size, made });
  return made;
}
