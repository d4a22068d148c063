import type { Charter } from "@jointfund/core/charter/charter.ts";
import { charterRatio, minorOf } from "@jointfund/core/fund/terms.ts";
import { rate } from "@jointfund/projection/assumptions/rate-text.ts";
import { LINE } from "./debts.ts";
import { daysFrom } from "./planned-amounts.ts";
import type { Replay } from "./replay.ts";

/** Until long after every replay. */
export const FAR = "2059-12-31";
const RATE_DECIMALS = 15;

export const rateText = (rate: number): string => rate.toFixed(RATE_DECIMALS);

/** The charter's reference rate, which the line follows. */
export const indexOfLine = ({ leverage }: Charter): string => leverage?.indices[0]?.id ?? "";

export const hasLine = ({ charter, path }: Replay): boolean =>
  indexOfLine(charter) !== "" &&
  charter.leverage?.facilities.some(({ kind }) => kind === "nav") === true &&
  rate(path.assumptions.borrowing.lineLimit) > 0;

export function enterLine(replay: Replay): void {
  const { charter, path } = replay;
  const { lineLimit, lineSpread, commitmentFee } = path.assumptions.borrowing;
  const limit = shareOfInitial(charter, lineLimit);
  const terms = { ...loanTerms(replay, limit), rate: lineSpread, index: indexOfLine(charter) };
  enterFacility(
    replay,
    { id: LINE, kind: "nav", vehicle: charter.capital.vehicle },
    { ...terms, commitmentFee },
  );
}

export function loanTerms({ acts }: Replay, limit: bigint) {
  return {
    limit: acts.text(limit),
    dayCount: "ACT/360",
    firstPayment: daysFrom(acts.on, 365),
    everyMonths: 12,
    maturity: FAR,
    instalments: [],
    agencyFee: acts.text(0n),
  };
}

type Facility = {
  readonly id: string;
  readonly kind: "nav" | "bond" | "project";
  readonly vehicle: string;
};

/** Proposed and approved: its timelock passes before it is executed. */
export function enterFacility(
  { acts, charter }: Replay,
  { id, kind, vehicle }: Facility,
  terms: ReturnType<typeof loanTerms> & {
    readonly rate: string;
    readonly index?: string;
    readonly commitmentFee: string;
  },
): void {
  const lender = charter.parties.find((party) => party.kind === "lender")?.id ?? "";
  acts.decide(
    "facility.enter",
    {
      ...{ facility: id, kind, vehicle, lender },
      ...{ currency: acts.currency, upfrontFee: acts.text(0n), terms },
    },
    { as: id, executed: false },
  );
}

function shareOfInitial(charter: Charter, share: string): bigint {
  const { num, den } = charterRatio(share);
  return (minorOf(charter.capital.currency, charter.capital.initial) * num) / den;
}

export const committedTo = ({ charter, path }: Replay, id: string): bigint =>
  shareOfInitial(charter, path.assumptions.projects.find((each) => each.id === id)!.commitment);
