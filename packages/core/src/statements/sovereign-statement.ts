import type { Recorded } from "../fund/chronicle.ts";
import type { FundState } from "../fund/state.ts";
import { Ratio } from "../base/ratio.ts";
import { ACCOUNTS } from "../ledger/accounts.ts";
import { money } from "./account-lines.ts";
import { capitalAccounts } from "./capital-shares.ts";
import type { CaptionKey } from "./caption-keys.ts";
import { flowsWithin, owedTo } from "./party-flows.ts";
import type { PeriodBook } from "./period-book.ts";
import { Stakes } from "./stakes.ts";
import type { Cell, StatementLine, StatementTable } from "./statement.ts";
import { unfundedMovement } from "./unfunded-commitment.ts";
import { holdingsOfVehicle, totalOf } from "./unit-holdings.ts";

/**
 * What a government reports of its stake in its own accounts [ST41]: what it holds and what that is
 * worth, what it paid and got in the period and since inception, what may still be called, and what
 * it has guaranteed. Amounts are in the vehicle's currency.
 */
export function sovereignTable(
  state: Pick<FundState, "charter">,
  chronicle: Recorded,
  book: PeriodBook,
  party: string,
): StatementTable {
  const { charter } = state;
  const { vehicle, currency, period } = book;
  const stakes = new Stakes(charter, chronicle, vehicle);
  const worth = capitalAccounts(
    { charter, chronicle, book, stakes },
    { of: "closing", on: period.to },
  );
  const held = holdingsOfVehicle(charter, chronicle, { vehicle, on: period.to });
  const [units, all] = [held.get(party) ?? 0n, totalOf(held)];
  const { commitment, closing } = unfundedMovement(chronicle, book, party);
  const guarantees = { accounts: [ACCOUNTS.guarantees], of: "closing", sign: 1n } as const;
  const amount = (minor: bigint): Cell => money(currency, minor);
  const line = (id: string, key: CaptionKey, cell: Cell): StatementLine => ({
    ...{ id, caption: { key }, rank: "line", cells: [cell], source: { kind: "record" } },
  });
  const flows = flowLines(chronicle, book, party);
  const name = charter.parties.find(({ id }) => id === party)?.short;
  return {
    id: `sovereign.${party}`,
    caption: { key: "sovereignStatement", ...(name === undefined ? {} : { name }) },
    columns: [{ id: "amount", caption: { key: "amount" } }],
    lines: [
      line("units", "unitsHeld", { kind: "units", microUnits: units }),
      line(
        "share",
        "shareOfUnits",
        all === 0n ? { kind: "none" } : { kind: "share", ratio: Ratio.make(units, all) },
      ),
      line("worth", "fairValueOfHolding", amount(worth.get(party) ?? 0n)),
      line("due", "owedToHolder", amount(owedTo(book, party))),
      ...flows.map(({ id, key, minor }) => line(id, key, amount(minor))),
      line("commitment", "ilpaCommitment", amount(commitment)),
      line("unfunded", "ilpaUnfundedEnding", amount(closing)),
      line("guarantees", "guarantees", amount(book.sum({ ...guarantees, subject: party }))),
    ],
  };
}

function flowLines(chronicle: Recorded, book: PeriodBook, party: string) {
  const { vehicle, currency, period } = book;
  const of = { vehicle, currency, party };
  const within = flowsWithin(chronicle, of, period);
  const since = flowsWithin(chronicle, of, { to: period.to });
  return [
    { id: "paid", key: "contributedInPeriod", minor: within.paidIn },
    { id: "received", key: "receivedInPeriod", minor: within.received },
    { id: "paid-since-inception", key: "contributedSinceInception", minor: since.paidIn },
    { id: "received-since-inception", key: "receivedSinceInception", minor: since.received },
  ] as const;
}
