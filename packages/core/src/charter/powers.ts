import { everyoneApproves, wouldBeMet, type Supposition } from "./approval-reach.ts";
import type { ActRule, Charter } from "./charter.ts";

/** In which of an act's approval tiers something is so. */
export type Extent = "always" | "sometimes" | "never";

/** What one party can do on one act without any other [CH57]. */
export type Powers = {
  readonly proposes: boolean;
  /** Its own seats are enough, if it proposes. */
  readonly decidesAlone: Extent;
  /** Without its seats, or against its objection, nobody can approve. */
  readonly withholds: Extent;
  readonly vetoes: boolean;
  readonly objects: boolean;
};

/** What one party alone can force and stop under the rule of an act [CH57]. */
export function powersOf(charter: Charter, act: ActRule, party: string): Powers {
  const proposers = proposersOf(charter, act);
  const tiers = act.approve.map(({ rule }) => ({
    alone: proposers.includes(party) && wouldBeMet(charter, rule, alone(party, act, true)),
    without: proposers.some((proposer) =>
      wouldBeMet(charter, rule, everyoneBut(party, proposer, act)),
    ),
  }));
  return {
    proposes: proposers.includes(party),
    decidesAlone: extent(tiers.map((tier) => tier.alone)),
    withholds: extent(tiers.map((tier) => !tier.without)),
    vetoes: act.veto?.by.includes(party) ?? false,
    objects: act.objection?.by.includes(party) ?? false,
  };
}

/** Parties of the charter whose officers may propose the act. */
export function proposersOf(charter: Charter, act: ActRule): readonly string[] {
  const parties = charter.parties.map(({ id }) => id);
  if (act.propose.includes("any")) return parties;
  return parties.filter((id) => act.propose.includes(id));
}

/**
 * Only the party's own seats approve, all others reject, and nobody but the party is silent.
 * `openRights` says whether rights that the charter shows as one side's own count.
 */
export function alone(party: string, act: ActRule, openRights: boolean): Supposition {
  return {
    approves: (seat) => seat.party === party,
    recused: new Set(),
    proposer: party,
    makerChecker: act.makerChecker === true,
    openRights,
    silent: (other) => other === party,
  };
}

/** Everyone approves but the party, which objects where it may. */
function everyoneBut(party: string, proposer: string, act: ActRule): Supposition {
  return {
    ...everyoneApproves(proposer, act.makerChecker === true),
    approves: (seat) => seat.party !== party,
    silent: (other) => other !== party,
  };
}

function extent(tiers: readonly boolean[]): Extent {
  if (!tiers.includes(true)) return "never";
  return tiers.includes(false) ? "sometimes" : "always";
}
