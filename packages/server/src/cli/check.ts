import { runChecks, type CheckOutcome } from "@jointfund/core/fund/checks/check-outcome.ts";
import { NAMED_CHECKS } from "@jointfund/core/statements/page-checks.ts";
import { CHECK_NAMES, LABELS } from "../languages/labels.ts";
import { message } from "../languages/messages.ts";
import { wordFor } from "../languages/words.ts";
import { padEnd } from "../page/layout.ts";
import { compareTables, type DatabaseOptions } from "./database.ts";
import { EXIT, wrongUsage, type ExitCode } from "./failure.ts";
import { filled, type Invocation } from "./invocation.ts";
import { replayProgress } from "./progress.ts";
import { openRecord } from "./record.ts";

/** Differences of one check that are told; there may be one for every holder. */
const BREACHES_SHOWN = 20;

/** The check that holds the tables beside a replay; the others look at the replay alone. */
const DATABASE = "database";

/**
 * `jointfund check`: every named check, or one, with each difference that it found. The database is
 * compared where there is one, and must be there where it is asked for.
 */
export async function checkFund(
  invocation: Invocation,
  name: string | undefined,
  options: DatabaseOptions,
): Promise<ExitCode> {
  const checks = NAMED_CHECKS.filter((check) => name === undefined || check.name === name);
  if (checks.length === 0 && name !== DATABASE) {
    const names = [...NAMED_CHECKS.map((check) => check.name), DATABASE].join(", ");
    throw wrongUsage(message("checkUnknown", name ?? "", names));
  }
  const { state, chronicle, evidence } = openRecord(invocation.data, replayProgress(invocation));
  const log = evidence === undefined ? {} : { log: evidence };
  const outcomes = [...runChecks(checks, { state, chronicle, ...log })];
  if (name === undefined || name === DATABASE) {
    const isWanted = name === DATABASE || options.database !== undefined;
    const compared = await compareTables(invocation, options, isWanted);
    if (compared !== undefined) outcomes.push(compared);
  }
  if (invocation.options.json === true) invocation.json(outcomes);
  else for (const outcome of outcomes) printOutcome(outcome, invocation);
  return outcomes.every(({ breaches }) => breaches.length === 0) ? EXIT.done : EXIT.refused;
}

const WORD_COLUMN = 10;
const NAME_COLUMN = 27;

function printOutcome({ name, examined, breaches }: CheckOutcome, invocation: Invocation): void {
  const holds = breaches.length === 0;
  const word = invocation.say(holds ? LABELS.holds : LABELS.broken);
  const painted = invocation.paint(holds ? "green" : "red", padEnd(word, WORD_COLUMN));
  const compared = invocation.say(filled(LABELS.compared, examined));
  const meaning = invocation.say(wordFor(CHECK_NAMES, name));
  invocation.line(`${painted}${padEnd(name, NAME_COLUMN)}${meaning} (${compared})`);
  for (const { of, actual, required } of breaches.slice(0, BREACHES_SHOWN)) {
    const found = invocation.say(filled(LABELS.found, actual, required));
    invocation.line(`    ${of}: ${found}`);
  }
  const more = breaches.length - BREACHES_SHOWN;
  if (more > 0) invocation.line(`    +${more}`);
}
