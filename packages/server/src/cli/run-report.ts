import { base64Encode } from "@jointfund/core/base/bytes.ts";
import { runChecks, type CheckOutcome } from "@jointfund/core/fund/checks/check-outcome.ts";
import { bankReconciliations } from "@jointfund/core/statements/bank-reconciliation.ts";
import { fundPage, type FundPage } from "@jointfund/core/statements/fund-page.ts";
import type { PageCells } from "@jointfund/core/statements/page-cell.ts";
import { pageCells } from "@jointfund/core/statements/page-cells.ts";
import { NAMED_CHECKS } from "@jointfund/core/statements/page-checks.ts";
import { verify } from "@jointfund/verifier/verify.ts";
import type { PageRecord } from "../page/section.ts";
import { assumptionsFor, type PageAssumptions } from "../scenario/page-assumptions.ts";
import type { Played } from "../scenario/play.ts";
import type { Scenario } from "../scenario/scenario.ts";
import { writeAssumptions } from "./data-directory.ts";
import type { Invocation } from "./invocation.ts";
import { openRecord, type OpenRecord } from "./record.ts";

/** Where a fund that was run stands: its page, and what of it was checked. */
export type RunReport = {
  readonly data: string;
  readonly page: FundPage;
  readonly cells: PageCells;
  readonly record: OpenRecord;
  readonly checks: readonly CheckOutcome[];
  readonly verified: string;
  /** Names of the checks that do not hold. */
  readonly broken: readonly string[];
  readonly played: Played;
};

/** What the scenario assumes for its page. */
export function assumedBy({ display, fundingCost, actualUntil }: Scenario): PageAssumptions {
  return {
    ...(display === undefined ? {} : { display }),
    ...(fundingCost === undefined ? {} : { fundingCost }),
    ...(actualUntil === undefined ? {} : { actualUntil }),
  };
}

/** Replays from the disk what was just written, and holds it against all else. */
export async function reportOf(
  data: string,
  scenario: Scenario,
  played: Played,
): Promise<RunReport> {
  const record = openRecord(data);
  const { state, chronicle, evidence } = record;
  const assumed = assumedBy(scenario);
  writeAssumptions(data, assumed);
  const input = { state, chronicle, ...assumptionsFor(assumed) };
  const page = fundPage(input);
  const cells = pageCells(input, page);
  const log = evidence === undefined ? {} : { log: evidence };
  const checks = runChecks(NAMED_CHECKS, { state, chronicle, ...log });
  const verified = await verify({ directory: data });
  const broken = brokenOf(checks);
  if (verified.outcome !== "holds") broken.push("verify");
  return { data, page, cells, record, checks, verified: verified.outcome, broken, played };
}

function brokenOf(checks: readonly CheckOutcome[]): string[] {
  return checks.filter(({ breaches }) => breaches.length > 0).map(({ name }) => name);
}

/** What the page says of its record, and which commands it names to go on with. */
export function pageRecord(
  { record: { state, chronicle, published }, cells, broken, data }: RunReport,
  { options }: Invocation,
): PageRecord {
  const place = data === "./data" ? "" : ` --data ${data}`;
  const next = [
    `./jointfund act why net-assets${place}`,
    `check${place}`,
    `verify ${data}`,
    ...(options.lang === undefined ? ["--lang ja"] : []),
  ];
  const { charter } = state;
  const closings = bankReconciliations({ state, chronicle }).map(({ asOf }) => asOf);
  const [bankTo] = closings.toSorted((a, b) => (a < b ? -1 : 1));
  const record = {
    ...{ charter, cells, broken, next },
    ...(bankTo === undefined ? {} : { bankTo }),
  };
  if (published === undefined) return record;
  const { origin, size, root } = published.checkpoint;
  const cosigners = state.trust.mirrors
    .filter(({ vkey }) => published.signers.includes(vkey.slice(0, vkey.indexOf("+"))))
    .map(({ party }) => party);
  return { ...record, checkpoint: { origin, size, root: base64Encode(root), cosigners } };
}

/** The report as JSON shows it. */
export function reportJson({ data, record, page, cells, checks, verified, played }: RunReport) {
  const { evidence, entries } = record;
  return {
    ...{ data, steps: played.steps, acts: Object.fromEntries(played.names) },
    record: { entries: entries.length, ...evidence, verified },
    ...{ checks, page: shownPage(page) },
    figures: [...cells.values()].map(({ id, value }) => ({ id, ...value })),
  };
}

/** The page as JSON shows it: rates of days are on record. */
function shownPage({ returns, ...page }: FundPage) {
  const own = [...returns].map(([party, { own: of, ...rest }]) => {
    if (of === undefined) return [party, rest] as const;
    const { rates: _rates, ...figures } = of;
    return [party, { ...rest, own: figures }] as const;
  });
  return { ...page, returns: Object.fromEntries(own) };
}
