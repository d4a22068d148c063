import type { LocalDate } from "../calendar/date.ts";
import type { FundState } from "../fund/state.ts";
import { postedWithin } from "../fund/posted-days.ts";
import type { Recorded } from "../fund/chronicle.ts";
import type { PageCell, PostingsSource } from "./page-cell.ts";
import type { PageRecords } from "./page-books.ts";
import { ALL_DAYS, ofAccounts, PagePostings, type PostingFilter } from "./page-postings.ts";
import { CLOSING } from "./period-book.ts";

/** Which postings a cell adds up: those of a book to some accounts, over some days. */
export type PostedCell = {
  readonly vehicle: string;
  readonly accounts: readonly string[];
  /** 1 where debits add. */
  readonly sign: 1n | -1n;
  readonly currency: string;
  readonly from?: LocalDate;
  readonly to?: LocalDate;
  /** All of them if absent. */
  readonly subject?: string;
};

const DAY = "[0-9]{4}-[0-9]{2}-[0-9]{2}";

const FORM = new RegExp(
  "^posted\\.(?<vehicle>[^.]+)\\.(?<minus>-?)(?<accounts>[0-9]{4}(?:\\+[0-9]{4})*)" +
    `\\.(?<currency>[A-Z]{3})\\.(?<from>${DAY})?_(?<to>${DAY})?(?:\\.(?<subject>.*))?$`,
);

/**
 * What the id of a cell of postings asks for:
 * `posted.<vehicle>.[-]<account>[+<account>…].<currency>.[<from>]_[<to>][.<subject>]`, with a minus
 * where credits add.
 */
export function postedCellNamed(id: string): PostedCell | undefined {
  const found = FORM.exec(id)?.groups;
  if (found === undefined) return undefined;
  const { vehicle = "", minus, accounts = "", currency = "", from, to, subject } = found;
  return {
    ...{ vehicle, accounts: accounts.split("+"), sign: minus === "-" ? -1n : 1n, currency },
    ...(from === undefined ? {} : { from: from as LocalDate }),
    ...(to === undefined ? {} : { to: to as LocalDate }),
    ...(subject === undefined ? {} : { subject }),
  };
}

/**
 * Whether anybody may ask for it: of a whole account, or of an investment, a facility or a bank
 * account. What a party or a holder has is told to those whom it concerns.
 */
export function isPublicCell(
  { charter, investments, facilities }: FundState,
  { subject }: PostedCell,
): boolean {
  if (subject === undefined || investments.has(subject) || facilities.has(subject)) return true;
  return charter.vehicles.some(({ id }) => id === subject);
}

/** What postings to some accounts of a book come to, with these postings [ST60]. */
export function postedCell(
  { state, chronicle }: PageRecords,
  id: string,
  of: PostedCell,
): PageCell | undefined {
  const { vehicle, accounts, currency, subject } = of;
  const { charter } = state;
  if (!charter.vehicles.some((each) => each.id === vehicle)) return undefined;
  if (!accounts.every((code) => charter.accounts.some((each) => each.code === code))) {
    return undefined;
  }
  const selects = ofAccounts(accounts, subject);
  const { minor, source } = postedFigure(chronicle, { ...of, selects });
  return { id, value: { kind: "money", currency, minor }, source };
}

/**
 * What some postings of a book come to over some days, closings left out, and where that comes
 * from. The sum is that of the days: of the postings no more are looked at than are shown.
 */
export function postedFigure(
  chronicle: Recorded,
  {
    vehicle,
    currency,
    sign,
    selects,
    from,
    to,
  }: Omit<PostedCell, "accounts" | "subject"> & { readonly selects: PostingFilter },
): { readonly minor: bigint; readonly source: PostingsSource } {
  const span = { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
  let minor = 0n;
  for (const { actType, lines } of postedWithin(chronicle, vehicle, span)) {
    if (actType === CLOSING) continue;
    for (const line of lines) {
      if (line.currency === currency && selects(line)) minor += sign * line.minor;
    }
  }
  const postings = new PagePostings(chronicle, {
    ...{ currency, period: { ...ALL_DAYS, ...span } },
    kept: (journal, posting) => (journal.vehicle === vehicle ? posting.minor : 0n),
  });
  const of = from === undefined ? "closing" : "movement";
  return { minor, source: postings.source({ selects, sign, of }) };
}
