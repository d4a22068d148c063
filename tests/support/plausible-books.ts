import { endOfMonth, addMonths } from "@jointfund/core/calendar/date.ts";
import type { FundState } from "@jointfund/core/fund/state.ts";
import { statementsOf } from "@jointfund/core/ledger/bank-record.ts";
import type { PlausibleAct } from "./plausible-acts.ts";

/** A conversion of as much as there is, or of what is asked for, at about the last rate. */
function conversions(amount: string): readonly PlausibleAct[] {
  const of = (from: string, to: string, got: bigint): PlausibleAct => ({
    type: "fx.convert",
    by: "us-t1",
    body: {
      ...{ vehicle: "fund", counterparty: "bank" },
      from: { currency: from, amount },
      to: { currency: to, amount: (got < 1n ? 1n : got).toString() },
    },
  });
  const minor = BigInt(amount);
  return [of("USD", "JPY", (minor * 8n) / 5n), of("JPY", "USD", (minor * 5n) / 8n)];
}

function hedgeActs({ hedges, today }: FundState, amount: string): readonly PlausibleAct[] {
  const money = { currency: "USD", amount };
  const matures = `${Number(today.slice(0, 4)) + 1}-06-30`;
  const legs = { sell: { currency: "JPY", amount: "160" }, buy: money };
  const opening = { hedge: `h${hedges.size}`, vehicle: "fund", counterparty: "bank", matures };
  const known = [...hedges.keys()].flatMap((hedge): readonly PlausibleAct[] => [
    { type: "hedge.mark", by: "ca-1", body: { hedge, ...money } },
    { type: "hedge.close", by: "us-t1", body: { hedge, currency: "USD", amount: `-${amount}` } },
    { type: "hedge.receive", by: "cu-1", body: { hedge, ...money } },
  ]);
  return [{ type: "hedge.open", by: "us-t1", body: { ...opening, ...legs } }, ...known];
}

function statement({ bank, today }: FundState, amount: string): PlausibleAct {
  const of = { vehicle: "fund", account: "bank", currency: "USD" };
  const known = statementsOf(bank, of);
  const opening = { on: today, amount: (known.at(-1)?.closing.minor ?? 0n).toString() };
  const lines = [{ bookedOn: today, valueOn: today, amount, reference: "r" }];
  const body = { ...of, statement: `s${known.length}`, opening, closing: opening, lines };
  return { type: "bank.statement", by: "cu-1", body };
}

/** Acts on the books that could come next. */
export function plausibleBooks(state: FundState, amount: string): readonly PlausibleAct[] {
  const quotes = [
    { source: "federal-reserve", rate: "160.00" },
    { source: "bank-of-japan", rate: "160.10" },
  ];
  const [entry] = [...state.corrections];
  const earlier = addMonths(state.today, -1);
  const through = earlier.ok ? endOfMonth(earlier.value) : state.today;
  const balances = [
    { account: "1010", subject: "bank", currency: "USD", amount },
    { account: "3030", subject: "", currency: "USD", amount: `-${amount}` },
  ];
  const corrections = (entry === undefined ? [] : [entry]).map(([id, { postings }]) => ({
    type: "correction.post",
    by: "us-t1",
    body: {
      entry: id,
      postings: postings.map(({ minor, ...line }) => ({
        ...{ ...line, account: "4030", amount: minor.toString() },
      })),
    },
  }));
  return [
    { type: "fx.fix", by: "ca-1", body: { base: "USD", quote: "JPY", quotes } },
    ...conversions(amount),
    ...hedgeActs(state, amount),
    statement(state, amount),
    { type: "period.close", by: "us-t1", body: { vehicle: "fund", through } },
    { type: "opening.balances", by: "us-t1", body: { vehicle: "fund", balances } },
    ...corrections,
  ];
}
