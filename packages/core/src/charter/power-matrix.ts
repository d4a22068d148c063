import { everyoneApproves, wouldBeMet, type Supposition } from "./approval-reach.ts";
import type { ActRule, ApprovalRule, Body, Charter, Seat } from "./charter.ts";
import { coalitionsOf, partiesIn, suffices, type Coalitions } from "./coalitions.ts";
import { powersOf, proposersOf } from "./powers.ts";

/** What one party can do alone on an act of one size [CH87]. */
export type PartyPower = {
  readonly party: string;
  readonly proposes: boolean;
  /** Its seats are enough, whoever of those who may has proposed. */
  readonly approvesAlone: boolean;
  /** It brings the act about alone: proposes, approves, and nobody can object or veto. */
  readonly forces: boolean;
  /** Nobody brings the act about against it, by whichever of the means that follow. */
  readonly blocks: boolean;
  /** Without its seats the rule cannot be met. */
  readonly withholds: boolean;
  readonly vetoes: boolean;
  readonly objects: boolean;
  /** It has all seats of a body that is to be consulted and whose silence stops the act. */
  readonly stalls: boolean;
  /** Bodies to be consulted in which it has a seat. */
  readonly consulted: readonly string[];
};

/** What a body can do on an act if all of its seats go the same way. */
export type BodyPower = {
  readonly body: string;
  /** Its seats alone meet the rule. */
  readonly approves: boolean;
  /** Without its seats the rule cannot be met. */
  readonly withholds: boolean;
  readonly consulted: boolean;
};

/** An act of one size: the tier of its rule that decides. */
export type PowerTier = {
  /** Expression of the condition; absent on the last. */
  readonly when?: string;
  readonly parties: readonly PartyPower[];
  readonly bodies: readonly BodyPower[];
  /** Absent where there are too many to list. */
  readonly coalitions?: Coalitions;
};

export type ActPowers = {
  readonly act: string;
  readonly nature: ActRule["nature"];
  /** None for a fact: it is on record by its reporter's word. */
  readonly tiers: readonly PowerTier[];
  readonly proposers: readonly string[];
};

/** Who can stop or force what, act by act, computed from the rules themselves [CH87]. */
export function powerMatrix(charter: Charter): readonly ActPowers[] {
  return Object.entries(charter.acts).map(([type, act]) => ({
    ...{ act: type, nature: act.nature, proposers: proposersOf(charter, act) },
    tiers: act.approve.map(({ when, rule }) => tierOf(charter, act, { when, rule })),
  }));
}

function tierOf(
  charter: Charter,
  act: ActRule,
  { when, rule }: { readonly when: string | undefined; readonly rule: ApprovalRule },
): PowerTier {
  const coalitions = coalitionsOf(charter, { act, rule });
  return {
    ...(when === undefined ? {} : { when }),
    parties: charter.parties.map(({ id }) => partyPower(charter, { act, rule }, id)),
    bodies: charter.bodies.map((body) => bodyPower(charter, { act, rule }, body)),
    ...(coalitions === undefined ? {} : { coalitions }),
  };
}

type Of = { readonly act: ActRule; readonly rule: ApprovalRule };

function partyPower(charter: Charter, { act, rule }: Of, party: string): PartyPower {
  const ofTier: ActRule = { ...act, approve: [{ rule }] };
  const { proposes, withholds, vetoes, objects } = powersOf(charter, ofTier, party);
  const isOthers = (id: string): boolean => id !== party;
  const others = new Set(charter.parties.map(({ id }) => id).filter(isOthers));
  const own = only(({ party: of }) => of === party, [party]);
  return {
    ...{ party, proposes, withholds: withholds === "always", vetoes, objects },
    approvesAlone: isMet(charter, { act, rule }, own),
    forces: suffices(charter, { act, rule }, new Set([party])),
    blocks: !suffices(charter, { act, rule }, others),
    stalls: (act.consult ?? []).some(
      ({ body, silence }) =>
        silence === "blocks" && !partiesIn(charter, body).some((of) => of !== party),
    ),
    consulted: (act.consult ?? [])
      .map(({ body }) => body)
      .filter((body) => partiesIn(charter, body).includes(party)),
  };
}

function bodyPower(charter: Charter, { act, rule }: Of, { id, seats }: Body): BodyPower {
  const own = new Set(seats.map((seat) => seat.id));
  const parties = partiesIn(charter, id);
  return {
    body: id,
    approves: isMet(
      charter,
      { act, rule },
      only((seat) => own.has(seat.id), parties),
    ),
    withholds: !isMet(charter, { act, rule }, { approves: (seat) => !own.has(seat.id) }),
    consulted: (act.consult ?? []).some(({ body }) => body === id),
  };
}

/** Some seats approve and all others reject; only the parties named are silent. */
const only = (
  approves: (seat: Seat) => boolean,
  silent: readonly string[],
): Pick<Supposition, "approves" | "silent"> => ({
  approves,
  silent: (party) => silent.includes(party),
});

/** Whether the rule is met under a supposition, whoever of those who may has proposed. */
function isMet(charter: Charter, { act, rule }: Of, supposed: Partial<Supposition>): boolean {
  return proposersOf(charter, act).some((proposer) =>
    wouldBeMet(charter, rule, {
      ...everyoneApproves(proposer, act.makerChecker === true),
      ...supposed,
    }),
  );
}
