import { Schema } from "@jointfund/core/base/schema.ts";
import type { Party, Vehicle } from "@jointfund/core/charter/charter.ts";
import { postedIn } from "@jointfund/core/fund/posted-days.ts";
import { ACCOUNTS } from "@jointfund/core/ledger/accounts.ts";
import type { FigurePart, PostingsSource } from "@jointfund/core/statements/page-cell.ts";
import { ALL_DAYS, ofAccounts, PagePostings } from "@jointfund/core/statements/page-postings.ts";
import { flowOf, flowsOfParty, OWED_TO_PARTY } from "@jointfund/core/statements/party-flows.ts";
import { sinceInception } from "@jointfund/core/statements/period.ts";
import { CALLABLE_ACCOUNTS } from "@jointfund/core/statements/unfunded-commitment.ts";
import type { Text } from "../../languages/language.ts";
import type { RecordView } from "../record-replay.ts";

/** The figures of a party that postings make, as its page has them [ST93]. */
export const PARTNER_FIGURES = {
  committed: { en: "Commitment", ja: "出資約束金額" },
  unfunded: { en: "Unfunded", ja: "未払込出資約束金額" },
  recallable: { en: "Recallable", ja: "再請求可能額" },
  paidIn: { en: "Paid in", ja: "払込累計額" },
  distributed: { en: "Received", ja: "受取累計額" },
  owed: { en: "Declared and not yet paid", ja: "分配宣言済み・未払額" },
} as const satisfies Readonly<Record<string, Text>>;

export type PartnerFigure = keyof typeof PARTNER_FIGURES;

export const partnerFigure = Schema.oneOf(
  Object.keys(PARTNER_FIGURES) as [PartnerFigure, ...PartnerFigure[]],
);

/** Whose figure it is, in which vehicle's book and currency. */
export type FigureOf = {
  readonly party: Party;
  readonly vehicle: Vehicle;
  readonly currency: string;
};

/** What a party's figure is made of. */
export function partnerSource(
  view: RecordView,
  figure: PartnerFigure,
  of: FigureOf,
): PostingsSource {
  switch (figure) {
    case "committed": {
      const acts = "commitment.";
      return posted(view, of, { accounts: [ACCOUNTS.unfundedCommitments], sign: 1n, acts });
    }
    case "unfunded":
      return posted(view, of, { accounts: CALLABLE_ACCOUNTS, sign: 1n });
    case "recallable":
      return posted(view, of, { accounts: [ACCOUNTS.recallableCapital], sign: 1n });
    case "owed":
      return posted(view, of, { accounts: OWED_TO_PARTY, sign: -1n, isToDate: true });
    case "paidIn":
      return { kind: "postings", parts: () => flowParts(view, of, -1n) };
    case "distributed":
      return { kind: "postings", parts: () => flowParts(view, of, 1n) };
  }
}

function posted(
  { state, chronicle }: RecordView,
  { party, vehicle, currency }: FigureOf,
  asked: {
    readonly accounts: readonly string[];
    readonly sign: 1n | -1n;
    readonly acts?: string;
    readonly isToDate?: true;
  },
): PostingsSource {
  const { accounts, sign, acts, isToDate } = asked;
  const { today } = state;
  const period = isToDate === true ? sinceInception(chronicle.firstDay ?? today, today) : ALL_DAYS;
  const postings = new PagePostings(chronicle, {
    ...{ currency, period },
    kept: ({ vehicle: book }, { minor }) => (book === vehicle.id ? minor : 0n),
  });
  const selects = ofAccounts(accounts, party.id);
  return postings.source({ selects, sign, ...(acts === undefined ? {} : { acts }) });
}

/** The flows of a party one way, each as the postings that it is; amounts as they add up. */
function flowParts(
  { state, chronicle }: RecordView,
  { party, vehicle, currency }: FigureOf,
  sign: 1n | -1n,
): readonly FigurePart[] {
  const flows = flowsOfParty(chronicle, { vehicle: vehicle.id, currency, party: party.id });
  return flows.flatMap(({ entry, on, minor }) => {
    if (on > state.today || minor * sign < 0n) return [];
    const own = postedIn(chronicle, entry).find(
      ({ journal }) =>
        journal.vehicle === vehicle.id && flowOf(journal, currency, party.id) === minor,
    );
    return own === undefined ? [] : [{ posted: own, minor: minor * sign }];
  });
}
