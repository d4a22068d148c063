import { Schema } from "@jointfund/core/base/schema.ts";
import type { LocalDate } from "@jointfund/core/calendar/date.ts";
import type { Party, Vehicle } from "@jointfund/core/charter/charter.ts";
import { postedWithin, postedIn } from "@jointfund/core/fund/posted-days.ts";
import { ACCOUNTS } from "@jointfund/core/ledger/accounts.ts";
import type { PlacedPart, PostingsSource } from "@jointfund/core/statements/page-cell.ts";
import { ALL_DAYS, ofAccounts, PagePostings } from "@jointfund/core/statements/page-postings.ts";
import {
  flowOf,
  flowsOfParty,
  flowsWithin,
  OWED_TO_PARTY,
} from "@jointfund/core/statements/party-flows.ts";
import { CLOSING } from "@jointfund/core/statements/period-book.ts";
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

/** A figure, minor units, and what it is made of. */
export type MadeOf = { readonly minor: bigint; readonly source: PostingsSource };

/** A party's figure with what it is made of. */
export function partnerFigureOf(view: RecordView, figure: PartnerFigure, of: FigureOf): MadeOf {
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
      return posted(view, of, { accounts: OWED_TO_PARTY, sign: -1n, to: view.state.today });
    case "paidIn":
      return flows(view, of, "paidIn");
    case "distributed":
      return flows(view, of, "received");
  }
}

function posted(
  { chronicle }: RecordView,
  { party, vehicle, currency }: FigureOf,
  asked: {
    readonly accounts: readonly string[];
    readonly sign: 1n | -1n;
    readonly acts?: string;
    readonly to?: LocalDate;
  },
): MadeOf {
  const { accounts, sign, acts, to = ALL_DAYS.to } = asked;
  const selects = ofAccounts(accounts, party.id);
  let minor = 0n;
  // The sum is that of the days: of the postings no more are looked at than are shown.
  for (const { actType = "", lines } of postedWithin(chronicle, vehicle.id, { to })) {
    if (actType === CLOSING || !actType.startsWith(acts ?? "")) continue;
    for (const line of lines) {
      if (line.currency === currency && selects(line)) minor += sign * line.minor;
    }
  }
  const postings = new PagePostings(chronicle, {
    ...{ currency, period: { ...ALL_DAYS, to } },
    kept: ({ vehicle: book }, line) => (book === vehicle.id ? line.minor : 0n),
  });
  const of = { selects, sign, ...(acts === undefined ? {} : { acts }) };
  return { minor, source: postings.source(of) };
}

/**
 * The flows of a party one way, each as the postings that it is; amounts as they add up. The sum is
 * that of the days: of the flows no more are looked at than are shown.
 */
function flows(
  { state, chronicle }: RecordView,
  { party: { id: party }, vehicle: { id: vehicle }, currency }: FigureOf,
  way: "paidIn" | "received",
): MadeOf {
  const of = { vehicle, currency, party };
  const { today } = state;
  const all = flowsOfParty(chronicle, of);
  const sign = way === "paidIn" ? -1n : 1n;
  function* newest(before = all.length): Generator<PlacedPart> {
    for (let place = Math.min(before, all.length) - 1; place >= 0; place--) {
      const { entry, on, minor } = all[place]!;
      if (on > today || minor * sign <= 0n) continue;
      const found = postedIn(chronicle, entry).find(
        ({ journal }) => journal.vehicle === vehicle && flowOf(journal, currency, party) === minor,
      );
      if (found !== undefined) yield { posted: found, minor: minor * sign, place };
    }
  }
  const source = { kind: "postings", parts: () => [...newest()].reverse(), newest } as const;
  return { minor: flowsWithin(chronicle, of, { to: today })[way], source };
}
