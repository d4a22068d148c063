import type { AccountKind, Charter } from "../charter/charter.ts";
import type { Recorded, PostedEntry } from "../fund/chronicle.ts";
import { mainVehicle } from "../fund/figures.ts";
import type { FundState } from "../fund/state.ts";
import { ACCOUNTS, DISTRIBUTION_ACCOUNTS } from "../ledger/accounts.ts";
import type { Posting } from "../ledger/journal.ts";
import { pageBook } from "./page-books.ts";
import { actTypeOf, isClosing } from "./period-book.ts";

/** One journal entry's part of a figure, minor units. */
export type FigurePart = { readonly posted: PostedEntry; readonly minor: bigint };

/** A figure as the sum of the postings that it is made of. */
export type ExplainedFigure = {
  readonly currency: string;
  readonly minor: bigint;
  readonly parts: readonly FigurePart[];
};

/** Which postings make a figure, and whether a debit or a credit adds to it. */
type Selection = {
  /** By the posting, and the type of the act that made it; a day's opening has none. */
  readonly selects: (posting: Posting, actType: string | undefined) => boolean;
  readonly sign: 1n | -1n;
};

type Rule = (charter: Charter, party: string | undefined) => Selection;

const kindOf = (charter: Charter, code: string): AccountKind | undefined =>
  charter.accounts.find((account) => account.code === code)?.kind;

function ofAccounts(sign: 1n | -1n, ...accounts: readonly string[]): Rule {
  return (_charter, party) => ({
    sign,
    selects: ({ account, subject }) =>
      accounts.includes(account) && (party === undefined || subject === party),
  });
}

function ofKinds(sign: 1n | -1n, ...kinds: readonly AccountKind[]): Rule {
  return (charter) => ({
    sign,
    selects: ({ account }) => kinds.includes(kindOf(charter, account)!),
  });
}

/** What was debited to a payable of distributions is what was released. */
const received: Rule = (_charter, party) => ({
  sign: 1n,
  selects: ({ account, subject, minor }) =>
    account === ACCOUNTS.distributionsPayable &&
    minor > 0n &&
    (party === undefined || subject === party),
});

/** What acts on commitments themselves add to what is unfunded, or release of it. */
const committed: Rule = (_charter, party) => ({
  sign: 1n,
  selects: ({ account, subject }, actType) =>
    account === ACCOUNTS.unfundedCommitments &&
    actType?.startsWith("commitment.") === true &&
    (party === undefined || subject === party),
});

const DEBIT = 1n;
const CREDIT = -1n;

/** Figures of the whole fund, as they are called on the command line. */
const FUND_FIGURES: ReadonlyMap<string, Rule> = new Map<string, Rule>([
  ["net-assets", ofKinds(DEBIT, "asset", "liability")],
  ["cash", ofAccounts(DEBIT, ACCOUNTS.cash)],
  ["investments", ofAccounts(DEBIT, ACCOUNTS.investmentsAtCost, ACCOUNTS.unrealisedOnInvestments)],
  ["cost", ofAccounts(DEBIT, ACCOUNTS.investmentsAtCost)],
  ["liabilities", ofKinds(CREDIT, "liability")],
  ["operations", ofKinds(CREDIT, "income", "expense")],
  ["distributed", ofAccounts(DEBIT, ...DISTRIBUTION_ACCOUNTS)],
  ["promised", ofAccounts(DEBIT, ACCOUNTS.investmentCommitments)],
]);

/** Figures that each side has of its own: "put-in" of all, "put-in.US" of one. */
const SIDE_FIGURES: ReadonlyMap<string, Rule> = new Map<string, Rule>([
  ["committed", committed],
  ["put-in", ofAccounts(CREDIT, ACCOUNTS.paidInCapital, ACCOUNTS.calledUnpaid)],
  ["received", received],
  ["due", ofAccounts(CREDIT, ACCOUNTS.distributionsPayable)],
  ["called-unpaid", ofAccounts(DEBIT, ACCOUNTS.calledUnpaid)],
  ["callable", ofAccounts(DEBIT, ACCOUNTS.unfundedCommitments, ACCOUNTS.recallableCapital)],
]);

/** Every name that `explainFigure` knows in a charter; those of one side end in its party's id. */
export function figureNames(charter: Charter): readonly string[] {
  const parties = Object.keys(charter.capital.shares);
  return [
    ...FUND_FIGURES.keys(),
    ...[...SIDE_FIGURES.keys()].flatMap((name) => [
      name,
      ...parties.map((party) => `${name}.${party}`),
    ]),
  ];
}

/** The postings that a figure of the page is made of [ST44]; nothing for a name that is none. */
export function explainFigure(
  state: FundState,
  chronicle: Recorded,
  name: string,
): ExplainedFigure | undefined {
  const { charter } = state;
  if (!figureNames(charter).includes(name)) return undefined;
  const [base = "", party] = name.split(".");
  const rule = FUND_FIGURES.get(base) ?? SIDE_FIGURES.get(base);
  if (rule === undefined) return undefined;
  // What closing the books turns back was earned all the same.
  const isOpen = ({ journal }: PostedEntry): boolean => !isClosing(chronicle, journal);
  const postings = chronicle.postings.filter(isOpen);
  return explain(state, chronicle, postings, rule(charter, party));
}

/** The postings of an account in the page's books, or of one subject of it; debits add. */
export function explainAccount(
  state: FundState,
  chronicle: Recorded,
  account: string,
  subject?: string,
): ExplainedFigure {
  const selects = (posting: Posting): boolean =>
    posting.account === account && (subject === undefined || posting.subject === subject);
  return explain(state, chronicle, chronicle.postings, { selects, sign: DEBIT });
}

function explain(
  state: FundState,
  chronicle: Recorded,
  postings: readonly PostedEntry[],
  { selects, sign }: Selection,
): ExplainedFigure {
  const { currency } = mainVehicle(state.charter);
  const book = pageBook({ state, chronicle });
  const parts: FigurePart[] = [];
  let sum = 0n;
  for (const posted of postings) {
    const { vehicle } = posted.journal;
    const actType = actTypeOf(chronicle, posted.journal);
    let minor = 0n;
    for (const posting of posted.journal.postings) {
      const isOfFigure = posting.currency === currency && selects(posting, actType);
      if (isOfFigure && book.keeps(vehicle, posting)) minor += sign * posting.minor;
    }
    if (minor === 0n) continue;
    parts.push({ posted, minor });
    sum += minor;
  }
  return { currency, minor: sum, parts };
}
