import { Ratio } from "../../base/ratio.ts";
import { ok } from "../../base/result.ts";
import { uncalledOf, type BudgetAuthority, type Commitment } from "../../capital/commitment.ts";
import type { ActInHand } from "../../governance/act-definition.ts";
import { rejection, type Rejection } from "../../governance/rejection.ts";
import { ACCOUNTS } from "../../ledger/accounts.ts";
import { defineAct, moved, posted } from "../act-definition.ts";
import {
  commitmentAcceptSchema,
  commitmentIncreaseSchema,
  commitmentReleaseSchema,
  type AuthorityBody,
} from "../bodies/capital.ts";
import type { FundEvent } from "../effects.ts";
import type { FundState } from "../state.ts";
import { minorOf, partyKind, shareOfCapital } from "../terms.ts";

/** A party promises its own money: nobody proposes it in its place. */
function checkOwnMoney(
  state: FundState,
  { act, clause }: ActInHand<unknown>,
  party: string,
): Rejection | undefined {
  const proposer = state.officers.get(act.proposer);
  if (proposer?.party === party) return undefined;
  return rejection("commitment_of_other_party", clause, {
    actual: proposer?.party ?? null,
    required: party,
  });
}

/** What parties have promised so far: one of them, or all of a kind. */
function promisedBy(state: FundState, includes: (party: string) => boolean): bigint {
  let promised = 0n;
  for (const { party, minor } of state.capital.commitments.values()) {
    if (includes(party)) promised += minor;
  }
  return promised;
}

/** A founder's share of the initial capital is the most that it can promise. */
function checkShare(
  state: FundState,
  share: Ratio,
  of: { readonly party: string; readonly minor: bigint },
): Rejection | undefined {
  const { capital } = state.charter;
  const { clause, currency } = capital;
  const initial = Ratio.make(minorOf(currency, capital.initial), 1n);
  const limit = Ratio.floor(Ratio.mul(initial, share));
  const promised = promisedBy(state, (party) => party === of.party) + of.minor;
  if (promised <= limit) return undefined;
  return rejection("commitment_beyond_share", clause, {
    ...{ actual: promised.toString(), required: limit.toString(), currency },
  });
}

/** A partner has limits of its own and no share of the initial capital [CP5]. */
function checkPartner(
  state: FundState,
  of: { readonly party: string; readonly minor: bigint },
): Rejection | undefined {
  const { capital } = state.charter;
  const { currency, partners } = capital;
  if (partners === undefined || partyKind(state.charter, of.party) !== "partner") {
    return rejection("commitment_not_in_charter", capital.clause, { party: of.party, currency });
  }
  const { clause } = partners;
  const least = minorOf(currency, partners.least);
  const own = promisedBy(state, (party) => party === of.party) + of.minor;
  if (own < least) {
    return rejection("commitment_below_least", clause, {
      ...{ actual: own.toString(), required: least.toString(), currency },
    });
  }
  const most = minorOf(currency, partners.most);
  const all =
    promisedBy(state, (party) => partyKind(state.charter, party) === "partner") + of.minor;
  if (all <= most) return undefined;
  return rejection("commitments_beyond_limit", clause, {
    ...{ actual: all.toString(), required: most.toString(), currency },
  });
}

function checkLimit(
  state: FundState,
  of: { readonly party: string; readonly minor: bigint; readonly currency: string },
): Rejection | undefined {
  const { capital } = state.charter;
  if (of.currency !== capital.currency) {
    return rejection("commitment_not_in_charter", capital.clause, {
      party: of.party,
      currency: of.currency,
    });
  }
  const share = shareOfCapital(state.charter, of.party);
  return share === undefined ? checkPartner(state, of) : checkShare(state, share, of);
}

/** Each sovereign's promise cites a law or budget that covers it [CP3]. */
function checkAuthority(
  state: FundState,
  clause: string,
  of: {
    readonly party: string;
    readonly minor: bigint;
    readonly currency: string;
    readonly authority: AuthorityBody | undefined;
  },
): Rejection | undefined {
  const { party, minor, currency, authority } = of;
  if (authority === undefined) {
    if (partyKind(state.charter, party) !== "sovereign") return undefined;
    return rejection("budget_authority_missing", clause, { party });
  }
  if (authority.amount < minor) {
    return rejection("budget_authority_exceeded", clause, {
      ...{ actual: minor.toString(), required: authority.amount.toString(), currency },
    });
  }
  return undefined;
}

const authorityFrom = ({ law, fiscalYear, amount, expires }: AuthorityBody): BudgetAuthority => ({
  ...{ law, fiscalYear, minor: amount, expires, used: 0n },
});

/** Memo 9010 up by what is promised, or down by what is released. */
function unfundedPosted(
  state: FundState,
  inHand: ActInHand<unknown>,
  of: { readonly party: string; readonly currency: string; readonly minor: bigint },
): FundEvent {
  const [debit, credit] =
    of.minor > 0n
      ? [ACCOUNTS.unfundedCommitments, ACCOUNTS.unfundedCommitmentsContra]
      : [ACCOUNTS.unfundedCommitmentsContra, ACCOUNTS.unfundedCommitments];
  const { party: subject, currency } = of;
  const minor = of.minor > 0n ? of.minor : -of.minor;
  const postings = moved({ debit, credit, subject, currency, minor });
  return posted(inHand, 1, state.charter.capital.vehicle, postings);
}

/** `commitment.accept`: a party promises to pay in, within what the charter lets it promise. */
export const commitmentAccept = defineAct({
  type: "commitment.accept",
  nature: "decision",
  schema: commitmentAcceptSchema,
  check(state, inHand) {
    const { party, currency, amount: minor, authority } = inHand.body;
    return (
      checkOwnMoney(state, inHand, party) ??
      checkLimit(state, { party, currency, minor }) ??
      checkAuthority(state, inHand.clause, { party, currency, minor, authority })
    );
  },
  effects(state, inHand) {
    const { party, currency, amount: minor, authority } = inHand.body;
    const commitment: Commitment = {
      ...{ id: inHand.id, party, currency, minor, called: 0n, restored: 0n, recallable: [] },
      authorities: authority === undefined ? [] : [authorityFrom(authority)],
    };
    return ok([
      { kind: "commitmentAccepted", commitment },
      unfundedPosted(state, inHand, { party, currency, minor }),
    ]);
  },
  amount: (_state, { currency, amount }) => ({ currency, minor: amount }),
});

function knownCommitment(
  state: FundState,
  { body, clause }: ActInHand<{ readonly commitment: string; readonly currency: string }>,
): Commitment | Rejection {
  const commitment = state.capital.commitments.get(body.commitment);
  if (commitment === undefined) {
    return rejection("commitment_unknown", clause, { actual: body.commitment });
  }
  if (commitment.currency === body.currency) return commitment;
  return rejection("wrong_currency", clause, {
    actual: body.currency,
    required: commitment.currency,
  });
}

/**
 * `commitment.increase`: a party promises more under a commitment, or names a further authority for
 * what it has promised [CP3]. The limits are those of a new promise.
 */
export const commitmentIncrease = defineAct({
  type: "commitment.increase",
  nature: "decision",
  schema: commitmentIncreaseSchema,
  check(state, inHand) {
    const { clause, body } = inHand;
    const commitment = knownCommitment(state, inHand);
    if ("code" in commitment) return commitment;
    const { party, currency } = commitment;
    const { amount: minor, authority } = body;
    if (minor === 0n && authority === undefined) return rejection("increase_of_nothing", clause);
    return (
      checkOwnMoney(state, inHand, party) ??
      checkLimit(state, { party, currency, minor }) ??
      checkAuthority(state, clause, { party, currency, minor, authority })
    );
  },
  effects(state, inHand) {
    const { commitment: id, amount: minor, authority } = inHand.body;
    const { party, currency } = state.capital.commitments.get(id)!;
    const events: FundEvent[] = [
      {
        kind: "commitmentIncreased",
        ...{ id, minor },
        ...(authority === undefined ? {} : { authority: authorityFrom(authority) }),
      },
    ];
    if (minor > 0n) events.push(unfundedPosted(state, inHand, { party, currency, minor }));
    return ok(events);
  },
  amount: (_state, { currency, amount }) => ({ currency, minor: amount }),
});

/** `commitment.release`: what was never called of a commitment is not owed any more [CP6]. */
export const commitmentRelease = defineAct({
  type: "commitment.release",
  nature: "decision",
  schema: commitmentReleaseSchema,
  check(state, inHand) {
    const commitment = knownCommitment(state, inHand);
    if ("code" in commitment) return commitment;
    const uncalled = uncalledOf(commitment);
    const { party, currency } = commitment;
    if (inHand.body.amount <= uncalled) return undefined;
    return rejection("commitment_exceeded", inHand.clause, {
      ...{ party, currency, actual: inHand.body.amount.toString() },
      required: uncalled.toString(),
    });
  },
  effects(state, inHand) {
    const { commitment: id, amount: minor } = inHand.body;
    const { party, currency } = state.capital.commitments.get(id)!;
    return ok([
      { kind: "commitmentReleased", id, minor },
      unfundedPosted(state, inHand, { party, currency, minor: -minor }),
    ]);
  },
  amount: (_state, { currency, amount }) => ({ currency, minor: amount }),
});
