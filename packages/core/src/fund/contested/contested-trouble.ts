import { stageOf } from "../../governance/deadlock.ts";
import type { FundEvent } from "../effects.ts";
import type { FundState } from "../state.ts";

/** What a line on trouble is of. */
export type TroubleCode =
  | "externalEvent"
  | "claim"
  | "claimSettled"
  | "dispute"
  | "disputeMoved"
  | "award"
  | "finding"
  | "deadlock"
  | "deadlockMoved"
  | "deadlockEnded"
  | "exitNotice"
  | "windUp"
  | "closed";

/** Claims and disputes, findings, deadlocks, and the end of the fund. */
export type ContestedTrouble = {
  readonly kind: "trouble";
  readonly what: TroubleCode;
  /** Who is at the centre of it; absent where that is nobody or everybody. */
  readonly party?: string;
  /** The party or vehicle on the other side. */
  readonly against?: string;
  readonly sum?: { readonly currency: string; readonly minor: bigint };
  readonly actType?: string;
  /** Id of the stage of a dispute, remedy of a deadlock, its end, or the cause of a winding up. */
  readonly stage?: string;
};

type UnderClause = ContestedTrouble & { readonly clause: string };

/** What an event makes public of trouble, after which the state is as given; else nothing. */
export function contestedTrouble(event: FundEvent, after: FundState): UnderClause | undefined {
  const { oversight, deadlock, exit, windUp } = after.charter;
  const trouble = (
    of: Omit<ContestedTrouble, "kind">,
    clause = oversight?.clause,
  ): UnderClause => ({
    ...{ kind: "trouble", ...of },
    clause: clause ?? "",
  });
  switch (event.kind) {
    case "externalEventRecorded":
      return trouble({ what: "externalEvent", stage: event.external.nature });
    case "claimFiled": {
      const { claimant: party, against, currency, minor } = event.claim;
      return trouble({ what: "claim", party, against, sum: { currency, minor } });
    }
    case "claimSettled": {
      const { claimant: party, currency } = after.oversight.claims.get(event.id)!;
      return trouble({ what: "claimSettled", party, sum: { currency, minor: event.minor } });
    }
    case "findingMade":
      return trouble({ what: "finding", stage: event.finding.severity }, oversight?.audit?.clause);
    case "deadlockDeclared":
      return trouble({ what: "deadlock", actType: event.deadlock.actType }, deadlock?.clause);
    case "deadlockMoved":
    case "deadlockEnded": {
      const of = after.deadlocks.get(event.id)!;
      const { actType } = of;
      const moved = event.kind === "deadlockMoved";
      const stage = moved ? (stageOf(after.charter, of)?.remedy ?? "") : event.how;
      const what = moved ? "deadlockMoved" : "deadlockEnded";
      return trouble({ what, actType, stage }, deadlock?.clause);
    }
    case "exitNoticeGiven":
      return trouble({ what: "exitNotice", party: event.notice.party }, exit?.clause);
    case "windUpStarted":
      return trouble({ what: "windUp", stage: event.windUp.cause }, windUp?.clause);
    case "windUpClosed":
      return trouble({ what: "closed" }, windUp?.clause);
    default:
      return contestedDispute(event, after);
  }
}

function contestedDispute(event: FundEvent, after: FundState): UnderClause | undefined {
  const terms = after.charter.oversight?.disputes;
  const about = { kind: "trouble", clause: terms?.clause ?? "" } as const;
  switch (event.kind) {
    case "disputeOpened": {
      const { claimant: party, against, sum } = event.dispute;
      return { ...about, what: "dispute", party, against, ...(sum === undefined ? {} : { sum }) };
    }
    case "disputeMoved": {
      const { claimant: party, against } = after.oversight.disputes.get(event.id)!;
      const stage = terms?.ladder[event.stage]?.id ?? "";
      return { ...about, what: "disputeMoved", party, against, stage };
    }
    case "disputeAwarded": {
      const { claimant: party, against, sum } = after.oversight.disputes.get(event.id)!;
      const awarded = sum === undefined ? {} : { sum: { ...sum, minor: event.minor } };
      return { ...about, what: "award", party, against, ...awarded };
    }
    default:
      return undefined;
  }
}
