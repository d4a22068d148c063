import type { DemonstrationFund } from "../../support/demonstration-fund.ts";
import type { SignedStatement } from "@jointfund/core/governance/statement.ts";
import {
  contested,
  deadlocked,
  failedActs,
  declaration,
  failedRound,
  onlyDeadlock,
  opinion,
  resolution,
  veto,
} from "../../support/deadlocks.ts";
import { at, reporting, withBody, type Case } from "../../support/rejection-case.ts";
import { drafts, fundAt } from "../../support/stages.ts";

const NONE = "0".repeat(64);

const declaring = (fund: DemonstrationFund): SignedStatement =>
  fund.fact(declaration(failedActs(fund)));

/** Two rounds on one day, and one on the next. */
function hurried(): DemonstrationFund {
  const fund = fundAt("recommended");
  for (const reason of ["One", "Two"]) {
    const id = fund.propose({ ...drafts.selection(), reason });
    fund.approve(id, "us-1");
    fund.must(veto(fund, id, "jp-t1"));
  }
  failedRound(fund);
  return fund;
}

/** Rounds about two investments. */
function mixed(): DemonstrationFund {
  const fund = fundAt("recommended");
  const other = fund.propose(withBody(drafts.recommendation(), { investment: "other" }));
  fund.until("2025-09-30").approve(other, "us-t1").execute(other);
  for (const investment of ["abilene", "abilene", "other"]) {
    failedRound(fund, withBody(drafts.selection(), { investment }));
  }
  return fund;
}

/** A matter on which no side can be overruled. */
function ofFreeze(): DemonstrationFund {
  const fund = fundAt("recommended");
  const freeze = fund.enact(
    { type: "emergency.freeze", by: "jp-t1", body: { reason: "Look again" } },
    "jp-t1",
  );
  for (const reason of ["One", "Two", "Three"]) {
    const id = fund.propose({ type: "emergency.unfreeze", by: "us-t1", body: { freeze }, reason });
    fund.approve(id, "us-t1");
    for (const officer of ["jp-t1", "jp-t2"]) {
      if (fund.state.acts.get(id)?.ended !== undefined) break;
      fund.must(fund.approval(id, officer, "reject"));
    }
    const day = String(Number(fund.state.today.slice(8)) + 1).padStart(2, "0");
    fund.until(`${fund.state.today.slice(0, 8)}${day}`);
  }
  return fund;
}

export const deadlocksCases: readonly Case[] = [
  {
    code: "rounds_too_few",
    clause: "42.1",
    actual: 1,
    fund: at("recommended"),
    statement: reporting(() => declaration([NONE])),
  },
  {
    code: "round_unknown",
    clause: "42.2",
    fund: () => contested().fund,
    statement: (fund) => fund.fact(declaration([...failedActs(fund).slice(0, 2), NONE])),
  },
  {
    code: "round_not_failed",
    clause: "42.2",
    fund: () => contested().fund,
    statement(fund) {
      const done = [...fund.state.acts.values()].find(({ executed }) => executed !== undefined)!;
      return fund.fact(declaration([...failedActs(fund), done.id]));
    },
  },
  {
    code: "round_of_other_matter",
    clause: "42.2",
    actual: "investment.select other",
    fund: mixed,
    statement: declaring,
  },
  {
    code: "round_too_early",
    clause: "42.2",
    actual: "2025-09-19",
    fund: hurried,
    statement: declaring,
  },
  {
    code: "matter_not_for_deadlock",
    clause: "42.2",
    actual: "emergency.unfreeze",
    fund: ofFreeze,
    statement: declaring,
  },
  {
    code: "deadlock_declared",
    clause: "42.2",
    fund() {
      const fund = deadlocked();
      for (let n = 0; n < 3; n++) failedRound(fund);
      return fund;
    },
    statement: (fund) => fund.fact(declaration(failedActs(fund).slice(3))),
  },
  {
    code: "deadlock_unknown",
    clause: "42.4",
    fund: at("recommended"),
    statement: (fund) => fund.proposal(resolution(NONE)),
  },
  {
    code: "deadlock_over",
    clause: "42.4",
    fund() {
      const fund = deadlocked();
      fund.enact(resolution(onlyDeadlock(fund)), "us-t1", "jp-t1");
      return fund;
    },
    statement: (fund) => fund.proposal({ ...resolution(onlyDeadlock(fund)), reason: "Once more" }),
  },
  {
    code: "not_the_expert",
    clause: "42.3",
    actual: "ARB",
    fund: deadlocked,
    statement: (fund) => fund.fact(opinion(onlyDeadlock(fund))),
  },
];
