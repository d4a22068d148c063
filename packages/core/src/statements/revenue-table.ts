import { Ratio, roundRatio } from "../base/ratio.ts";
import { addDays, daysBetween, type LocalDate } from "../calendar/date.ts";
import type { FiscalYear } from "../calendar/fiscal-year.ts";
import type { Party } from "../charter/charter.ts";
import { currencyCode } from "../money/currency.ts";
import { Money } from "../money/money.ts";
import { vehicleOf } from "../fund/figures.ts";
import { money } from "./account-lines.ts";
import { receiptsOf, type Receipt } from "./distribution-receipts.ts";
import { partyFlowsByDay } from "./party-flows.ts";
import { fiscalDefinition, fiscalYearsBetween } from "./period.ts";
import { YEAR_DAYS } from "./reported-rate.ts";
import type { StatementInput } from "./statement-input.ts";
import type { Cell, StatementLine, StatementTable } from "./statement.ts";

const COLUMNS = [
  "from",
  "to",
  "income",
  "realised",
  "returnOfCapital",
  "received",
  "fundingCost",
  "netOfFundingCost",
  "inOwnCurrency",
] as const;

/**
 * What each government was paid by its own fiscal years, by the day on which its treasury had the
 * money [ST40]: income, realised gain and return of capital, gross and net of what it says its
 * money costs it, and the gross in its own currency at the rate that it states. A table for each.
 */
export function revenueTables(input: StatementInput): readonly StatementTable[] {
  return input.state.charter.parties.flatMap((party): StatementTable[] => {
    if (party.kind !== "sovereign" || party.fiscalYear === undefined) return [];
    const definition = fiscalDefinition(input.state.charter, party.fiscalYear, party.currency);
    const since = input.chronicle.firstDay;
    if (definition === undefined || since === undefined) return [];
    const receipts = receiptsOf(input.state, receivedBy(input, party.id));
    const years = fiscalYearsBetween(definition, since, input.period.to);
    return [
      {
        id: `revenue.${party.id}`,
        caption: { key: "revenueByFiscalYear", name: party.short },
        columns: COLUMNS.map((key) => ({ id: key, caption: { key } })),
        lines: [
          ...years.map((year) => yearLine(input, party, year, receipts)),
          totalLine(input, party, receipts),
        ],
      },
    ];
  });
}

const receivedBy = ({ vehicle, period }: StatementInput, party: string) =>
  ({ vehicle, party, to: period.to }) as const;

type Sums = Pick<Receipt, "income" | "gain" | "returnOfCapital" | "minor">;

function sumOf(receipts: readonly Receipt[]): Sums {
  let sums = { income: 0n, gain: 0n, returnOfCapital: 0n, minor: 0n };
  for (const { income, gain, returnOfCapital, minor } of receipts) {
    sums = {
      income: sums.income + income,
      gain: sums.gain + gain,
      returnOfCapital: sums.returnOfCapital + returnOfCapital,
      minor: sums.minor + minor,
    };
  }
  return sums;
}

function yearLine(
  input: StatementInput,
  party: Party,
  year: FiscalYear,
  receipts: readonly Receipt[],
): StatementLine {
  const within = receipts.filter(({ on }) => year.start <= on && on <= year.end);
  const to = input.period.to < year.end ? input.period.to : year.end;
  const name = { en: year.label, ja: year.eraLabel ?? year.label };
  const cost = fundingCost(input, party.id, { from: year.start, to });
  return {
    ...{ id: year.label, caption: { name }, rank: "line", source: { kind: "record" } },
    cells: [
      { kind: "date", on: year.start },
      { kind: "date", on: to },
      ...amountCells(input, party, sumOf(within), cost),
    ],
  };
}

function totalLine(
  input: StatementInput,
  party: Party,
  receipts: readonly Receipt[],
): StatementLine {
  const from = input.chronicle.firstDay ?? input.period.from;
  const cost = fundingCost(input, party.id, { from, to: input.period.to });
  return {
    ...{ id: "total", caption: { key: "total" }, rank: "total", source: { kind: "record" } },
    cells: [
      { kind: "none" },
      { kind: "none" },
      ...amountCells(input, party, sumOf(receipts), cost),
    ],
  };
}

function amountCells(
  input: StatementInput,
  party: Party,
  sums: Sums,
  cost: bigint | undefined,
): readonly Cell[] {
  const { currency } = vehicleOf(input.state.charter, input.vehicle);
  const { income, gain, returnOfCapital, minor } = sums;
  const costs: readonly Cell[] =
    cost === undefined
      ? [{ kind: "none" }, { kind: "none" }]
      : [money(currency, cost), money(currency, minor - returnOfCapital - cost)];
  return [
    ...[income, gain, returnOfCapital, minor].map((each) => money(currency, each)),
    ...costs,
    ownCurrencyCell(input, party, minor),
  ];
}

/** Cut to a minor unit of the government's currency. */
function ownCurrencyCell(input: StatementInput, party: Party, minor: bigint): Cell {
  const from = vehicleOf(input.state.charter, input.vehicle).currency;
  const own = party.currency;
  const rate = own === undefined ? undefined : input.ownCurrencyRates?.[own];
  if (own === undefined || own === from || rate === undefined) return { kind: "none" };
  const amount = Money.of(currencyCode(from), minor);
  return money(own, Money.convert(amount, { to: currencyCode(own), rate, mode: "floor" }).minor);
}

/**
 * What a government's money in the fund costs it over some days by the rate that it states: simple
 * interest, ACT/365F, on what it has paid in and not had back as capital at the end of each day.
 * Rounded once, half to even; nothing where no rate is stated.
 */
function fundingCost(
  input: StatementInput,
  party: string,
  { from, to }: { readonly from: LocalDate; readonly to: LocalDate },
): bigint | undefined {
  const rate = input.fundingRates?.[party];
  if (rate === undefined) return undefined;
  const { vehicle, state } = input;
  const { currency } = vehicleOf(state.charter, vehicle);
  const paidIn = partyFlowsByDay(input.chronicle, { vehicle, currency, to }).filter(
    (flow) => flow.party === party && flow.minor < 0n,
  );
  const changes = [
    ...paidIn.map(({ on, minor }) => ({ on, minor: -minor })),
    ...receiptsOf(state, receivedBy(input, party)).map(({ on, returnOfCapital }) => ({
      on,
      minor: -returnOfCapital,
    })),
  ];
  const after = addDays(to, 1);
  if (!after.ok) return undefined;
  let minorDays = 0n;
  for (const { on, minor } of changes) {
    if (on > to) continue;
    minorDays += minor * BigInt(daysBetween(on < from ? from : on, after.value));
  }
  const interest = Ratio.mul(Ratio.make(minorDays, BigInt(YEAR_DAYS)), rate);
  return roundRatio(interest, "halfEven");
}
