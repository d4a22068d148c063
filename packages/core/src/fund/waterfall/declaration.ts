import type { Vehicle } from "../../charter/charter.ts";
import {
  charactersOf,
  sharesByCharacter,
  type Characters,
} from "../../distributions/characters.ts";
import type { Distribution, DistributionShare } from "../../distributions/state.ts";
import { totalsOf, type WaterfallRun } from "../../distributions/waterfall.ts";
import type { ActInHand, Context } from "../../governance/act-definition.ts";
import { investmentInto } from "../../investments/ownership.ts";
import { ACCOUNTS } from "../../ledger/accounts.ts";
import type { Posting } from "../../ledger/journal.ts";
import type { Payment } from "../../ledger/payment.ts";
import { divertedPayment } from "./diverted-distribution.ts";
import type { FundEvent } from "../effects.ts";
import { VehicleFigures } from "../figures.ts";
import type { FundState } from "../state.ts";
import { tieBreakOf } from "./waterfall-run.ts";

/** Where a distribution is debited, by its character: apart, so that each government sees which. */
const DISTRIBUTED: { readonly [C in keyof Characters]: string } = {
  income: ACCOUNTS.distributions,
  gain: ACCOUNTS.distributionsOfGains,
  capital: ACCOUNTS.returnsOfCapital,
};

/** Where a vehicle that holds units books what it gets; capital that comes back is cost no more. */
const RECEIVED: { readonly [C in keyof Characters]: string } = {
  income: ACCOUNTS.dividendIncome,
  gain: ACCOUNTS.realisedOnInvestments,
  capital: ACCOUNTS.investmentsAtCost,
};

const CHARACTERS = ["income", "gain", "capital"] as const;

/** Everyone's part of a run, by character, in order of party [WF13]. */
export function sharesOfRun(
  state: FundState,
  of: { readonly vehicle: Vehicle; readonly run: WaterfallRun },
): readonly DistributionShare[] {
  const { run, vehicle } = of;
  const totals = [...totalsOf(run)].map(([party, minor]) => ({ party, minor }));
  const whole = totals.reduce((sum, { minor }) => sum + minor, 0n);
  const { undistributedIncome: income, undistributedGains: gain } = new VehicleFigures(
    state,
    vehicle.id,
  );
  const characters = charactersOf(whole, { income, gain });
  const parts = run.tiers.flatMap((tier) => tier.parts);
  const tieBreak = tieBreakOf(
    state,
    totals.map(({ party }) => party),
  );
  return sharesByCharacter(totals, characters, tieBreak).map((share) => ({
    ...share,
    carry: parts.reduce((sum, part) => sum + (part.party === share.party ? part.carry : 0n), 0n),
  }));
}

/**
 * Each character debited by party; what is owed credited, carry kept on its holder's account, and
 * what no rate per unit could pay kept apart as the vehicle's residue [DL16].
 */
export function declarationPostings(
  { currency, vehicle }: Distribution,
  shares: readonly DistributionShare[],
): readonly Posting[] {
  const postings = shares.flatMap(({ party: subject, carry, ...share }): readonly Posting[] => [
    ...CHARACTERS.map((character) => ({
      account: DISTRIBUTED[character],
      ...{ subject, currency, minor: share[character] },
    })),
    {
      account: subject === vehicle ? ACCOUNTS.unclaimed : ACCOUNTS.distributionsPayable,
      ...{ subject, currency, minor: carry - share.minor },
    },
    { account: ACCOUNTS.carriedInterest, subject, currency, minor: -carry },
  ]);
  return postings.filter(({ minor }) => minor !== 0n);
}

type Declared = {
  readonly distribution: Distribution;
  readonly shares: readonly DistributionShare[];
  readonly context: Context;
};

/** Of the declaration's journal entries, those before the ones that turn payments to calls. */
const ENTRIES_BEFORE = 2;

/**
 * Payments of what is owed, one to a party; of a party whose distributions are diverted, what pays
 * its calls first [CP23]. A vehicle that holds units, as a feeder does, gets one for each
 * character, so that its own book keeps them apart.
 */
export function distributionPayments(
  state: FundState,
  inHand: ActInHand<unknown>,
  { distribution, shares, context }: Declared,
): readonly FundEvent[] {
  const { vehicle, currency } = distribution;
  const events: FundEvent[] = [];
  let [payments, n] = [0, ENTRIES_BEFORE];
  const instruct = (payee: string, minor: bigint, into?: Payment["into"]): void => {
    if (minor === 0n) return;
    const payment: Payment = {
      id: `${inHand.id}/${++payments}`,
      ...{ vehicle, payee, purpose: "distribution", currency, minor },
      ...{ liability: ACCOUNTS.distributionsPayable, subject: payee, mandatory: true },
      ...(into && { into }),
      entry: context.index,
      instructedAt: context.recordedAt,
    };
    events.push({ kind: "paymentInstructed", payment });
  };
  // A vehicle that holds another keeps what it has in it by the investment.
  const held = investmentInto(state.investments, vehicle);
  for (const share of shares) {
    const { party, carry } = share;
    if (party === vehicle) continue;
    if (!state.charter.vehicles.some((each) => each.id === party)) {
      const minor = share.minor - carry;
      const payment = `${inHand.id}/${payments + 1}`;
      const of = { vehicle, party, currency, minor, n: n + 1, payment, context };
      const { diverted, events: turned } = divertedPayment(state, inHand, of);
      events.push(...turned);
      if (diverted > 0n) [payments, n] = [payments + 1, n + 1];
      instruct(party, minor - diverted);
      continue;
    }
    for (const character of CHARACTERS) {
      const account = RECEIVED[character];
      const subject = held?.vehicle === party ? held.id : vehicle;
      instruct(party, share[character], { vehicle: party, account, subject });
    }
  }
  return events;
}
