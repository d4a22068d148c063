import { Worker } from "node:worker_threads";
import { nameOfWork } from "../analysis/analyses.ts";
import { Desk } from "../analysis/desk.ts";
import type { PolicyQuestion } from "./policy-question.ts";

function nameOf({ file, paths, seed, figures }: PolicyQuestion): string {
  const moved = Object.entries(figures).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return nameOfWork([file, paths, seed, moved.map((each) => [...each])]);
}

/** The desk that compares policies: a desk of its own, since a comparison takes longer (H75). */
export const policyDesk = (): Desk<PolicyQuestion> =>
  new Desk({
    nameOf,
    open: () => new Worker(new URL("./policy-desk-worker.ts", import.meta.url)),
  });
