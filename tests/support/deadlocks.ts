import type { Charter } from "@jointfund/core/charter/charter.ts";
import type { DeadlockStage } from "@jointfund/core/charter/oversight-terms.ts";
import type { SignedStatement, Statement } from "@jointfund/core/governance/statement.ts";
import { addDays } from "@jointfund/core/calendar/date.ts";
import type { ActDraft, DemonstrationFund } from "./demonstration-fund.ts";
import { drafts, fundAt } from "./stages.ts";

/** Proposals that fail, and what is made of them. */

export function veto(fund: DemonstrationFund, actId: string, officer: string): SignedStatement {
  const statement: Statement = {
    kind: "objection",
    fund: fund.state.charter.id,
    ...{ actId, officer, power: "veto", reason: "Not this one" },
  };
  return fund.signed(statement, officer);
}

const tomorrow = (fund: DemonstrationFund): string => {
  const next = addDays(fund.state.today, 1);
  if (!next.ok) throw new Error("the calendar has ended");
  return next.value;
};

/** A selection that the one side wants and the other vetoes; then the next day opens. */
export function failedRound(fund: DemonstrationFund, draft: ActDraft = drafts.selection()): string {
  const id = fund.propose(draft);
  fund.approve(id, "us-1");
  fund.must(veto(fund, id, "jp-t1"));
  fund.until(tomorrow(fund));
  return id;
}

/** A fund that has come so far, under another ladder, in days of the calendar. */
export function withLadder(
  fund: DemonstrationFund,
  ladder: readonly (readonly [DeadlockStage["remedy"], number, string?])[],
): DemonstrationFund {
  const stages = ladder.map(([remedy, days, party]): DeadlockStage => {
    const within = { days, calendar: "calendar" };
    return party === undefined ? { remedy, within } : { remedy, within, party };
  });
  return fund.change((state) => {
    const change = (charter: Charter): Charter => ({
      ...charter,
      deadlock: { clause: "42.1", rounds: 3, ladder: stages },
    });
    const charter = change(state.charter);
    const charters = state.charters.set(String(charter.version), charter);
    return { ...state, charter, adopted: change(state.adopted), charters };
  });
}

export const rounds = (fund: DemonstrationFund): readonly string[] =>
  [1, 2, 3].map(() => failedRound(fund));

export const declaration = (acts: readonly string[]): ActDraft => ({
  type: "deadlock.declare",
  by: "us-t1",
  body: { rounds: acts },
});

/** Acts that failed, in the order in which they were proposed. */
export const failedActs = ({ state }: DemonstrationFund): readonly string[] =>
  [...state.acts.values()]
    .filter(({ ended }) => ended !== undefined)
    .toSorted((a, b) => a.entry - b.entry)
    .map(({ id }) => id);

/** Three failed rounds over one selection. */
export function contested(): { fund: DemonstrationFund; acts: readonly string[] } {
  const fund = fundAt("recommended");
  return { fund, acts: rounds(fund) };
}

export function deadlocked(): DemonstrationFund {
  const { fund, acts } = contested();
  fund.report(declaration(acts));
  return fund;
}

export const onlyDeadlock = ({ state }: DemonstrationFund): string =>
  [...state.deadlocks.keys()][0]!;

export const opinion = (deadlock: string, by = "ar-1"): ActDraft => ({
  type: "deadlock.advise",
  by,
  body: { deadlock, text: "The site is sound" },
});

export const resolution = (deadlock: string): ActDraft => ({
  type: "deadlock.resolve",
  by: "us-t1",
  body: { deadlock, text: "Both sides look elsewhere" },
});
