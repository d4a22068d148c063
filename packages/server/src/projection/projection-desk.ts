import { Worker } from "node:worker_threads";
import { nameOfWork } from "../analysis/analyses.ts";
import { Desk } from "../analysis/desk.ts";
import type { DeskQuestion } from "./desk-question.ts";

function nameOf({ charter, moved, ...rest }: DeskQuestion): string {
  const sliders = Object.entries(moved).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return nameOfWork([charter.name, sliders.map((each) => [...each]), JSON.stringify(rest)]);
}

/** The desk that answers questions about the future of charters (H74). */
export const projectionDesk = (
  open = (): Worker => new Worker(new URL("./projection-desk-worker.ts", import.meta.url)),
): Desk<DeskQuestion> => new Desk({ nameOf, open });
