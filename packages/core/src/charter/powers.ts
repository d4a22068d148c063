import { everyoneApproves, wouldBeMet, type Supposition } from "./approval-reach.ts";
import type { ActRule, Charter } from "./charter.ts";

/** In which of an act's approval tiers something is so. */
export type Extent = "always" | "sometimes" | "never";

/** What one party can do on one act without any other [CH57]. */
export type Powers = {
  readonly proposes: boolean;
  /** Its own seats are enough, if it proposes. */
  readonly decidesAlone: Extent;
  /** Without its seats nobody can approve. */
  readonly withholds: Extent;
  readonly vetoes: boolean;
  /** Within an objection window, or where a rule asks that nobody object. */
  readonly objects: boolean;
};

/** What one party alone can force and stop under the rule of an act [CH57]. */
export function powersOf(charter: Charter, act: ActRule, party: string): Powers {
  const proposers = proposersOf(charter, act);
  // A party that wants to stop an act does not propose it either.
  const others = proposers.filter((proposer) => proposer !== party);
  const tiers = act.approve.map(({ rule }) => {
    const metWithout = (objecting: boolean): boolean =>
      others.some((proposer) =>
        wouldBeMet(charter, rule, without(party, { proposer, act, objecting })),
      );
    return {
      alone: proposers.includes(party) && wouldBeMet(charter, rule, alone(party, act, true)),
      passes: metWithout(false),
      passesObjection: metWithout(true),
    };
  });
  const objects = tiers.map(({ passes, passesObjection }) => passes && !passesObjection);
  return {
    proposes: proposers.includes(party),
    decidesAlone: extent(tiers.map((tier) => tier.alone)),
    withholds: extent(tiers.map(({ passes }) => !passes)),
    vetoes: act.veto?.by.includes(party) ?? false,
    objects: objects.includes(true) || (act.objection?.by.includes(party) ?? false),
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

/** Everyone approves but the party, which may also object where a rule asks for no objection. */
function without(
  party: string,
  of: { readonly proposer: string; readonly act: ActRule; readonly objecting: boolean },
): Supposition {
  return {
    ...everyoneApproves(of.proposer, of.act.makerChecker === true),
    approves: (seat) => seat.party !== party,
    silent: (other) => !of.objecting || other !== party,
  };
}

function extent(tiers: readonly boolean[]): Extent {
  if (!tiers.includes(true)) return "never";
  return tiers.includes(false) ? "sometimes" : "always";
}
