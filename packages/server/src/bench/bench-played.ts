import { fileURLToPath } from "node:url";
import { assert } from "@jointfund/core/base/assert.ts";
import { canonicalBytes } from "@jointfund/core/base/canonical.ts";
import type { Instant, LocalDate } from "@jointfund/core/calendar/date.ts";
import type { Charter } from "@jointfund/core/charter/charter.ts";
import { decodeEntry, encodeSigned } from "@jointfund/core/fund/entry.ts";
import { openDemonstration } from "../scenario/open-demonstration.ts";
import { playScenario } from "../scenario/play.ts";
import { readScenario } from "../scenario/scenario-file.ts";

export const TEN_YEARS = fileURLToPath(
  new URL("../../../../scenarios/us-japan.yaml", import.meta.url),
);

/** A fund that was played, and what it takes to open it and to hand in statements. */
export type Played = {
  readonly leaf: Uint8Array;
  /** As it was adopted: what the first entry names. */
  readonly charter: Charter;
  readonly version: number;
  readonly officer: string;
  readonly today: LocalDate;
  /** What was handed in, in order: whoever hands it in again gets the same record. */
  readonly statements: readonly PlayedStatement[];
  readonly entries: number;
};

/** A signed statement, and when it was recorded. */
export type PlayedStatement = { readonly recordedAt: Instant; readonly bytes: Uint8Array };

/** What led to an entry; nothing for what the server says by itself. */
function statementOf(leaf: Uint8Array): readonly PlayedStatement[] {
  const entry = decodeEntry(leaf);
  assert(entry.ok, "an entry on record can be read");
  const { statement, signatures, recordedAt } = entry.value;
  if (statement.kind === "day.open") return [];
  if (statement.kind === "refusal") {
    return [{ recordedAt, bytes: canonicalBytes({ ...statement.refused }) }];
  }
  return [{ recordedAt, bytes: encodeSigned({ statement, signatures }) }];
}

/** Plays a scenario into a directory. */
export async function playForBench(path: string, data: string): Promise<Played> {
  const read = readScenario(path);
  assert(read.ok, "the scenario that comes with the program can be read");
  const { charter, scenario } = read.value;
  const { fund, clock } = await openDemonstration(charter, scenario, data);
  const outcome = await playScenario({ file: read.value, fund, clock });
  const leaves = await fund.entries(0, fund.size);
  const [leaf] = leaves;
  const { state } = fund;
  await fund.close();
  assert(outcome.ok && leaf !== undefined && state !== undefined, "the scenario plays");
  const [officer] = state.officers.keys();
  assert(officer !== undefined, "a founded fund has officers");
  return {
    ...{ leaf, charter, officer, version: state.charter.version, today: state.today },
    ...{ statements: leaves.flatMap(statementOf), entries: leaves.length },
  };
}
