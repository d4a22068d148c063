import { openOf } from "../capital/call.ts";
import { openCalls } from "../capital/called.ts";
import { Ratio } from "../base/ratio.ts";
import { addDays, daysBetween, type LocalDate } from "../calendar/date.ts";
import type { FundState } from "../fund/state.ts";
import { feeOwed, rebatesOwed } from "../dealing/charges.ts";
import { VehicleFigures, vehicleOf } from "../fund/figures.ts";
import { fundedOf, undrawnOf } from "../investments/state.ts";
import { ACCOUNTS, DEBT_ACCOUNTS } from "../ledger/accounts.ts";
import { balanceOf } from "../ledger/journal.ts";
import { CASH_ACCOUNTS, codesOf } from "./account-groups.ts";
import { money } from "./account-lines.ts";
import { CALLABLE_ACCOUNTS } from "./unfunded-commitment.ts";
import { expectedOfLoans, type Expected } from "./loan-forecast.ts";
import type { CaptionKey } from "./caption-keys.ts";
import type { LineSource, StatementLine, StatementTable } from "./statement.ts";
import { waitingPayments } from "../ledger/payment.ts";

const WEEKS = 13;
const HORIZON_DAYS = 7 * WEEKS;

/** The lines of the forecast, receipts first. */
const KINDS = [
  "callsDue",
  "loansDrawn",
  "milestonesDue",
  "investmentsPayable",
  "debtService",
  "distributionsPayable",
  "feesPayable",
  "otherPayments",
] as const;

const KIND_OF_PURPOSE: Readonly<Record<string, Expected["kind"]>> = {
  investment: "investmentsPayable",
  distribution: "distributionsPayable",
  returnOfCapital: "distributionsPayable",
  redemption: "distributionsPayable",
  debtService: "debtService",
  fee: "feesPayable",
  expense: "feesPayable",
};

/**
 * What a vehicle's cash will be over the next 13 weeks by what is known today, a table for each
 * currency [ST38]. What has been instructed leaves in the first week, as does what was due before
 * today; a call that is overdue is not counted on.
 */
export function forecastTables(state: FundState, vehicle: string): readonly StatementTable[] {
  const expected = expectedCash(state, vehicle);
  const functional = state.charter.vehicles.find(({ id }) => id === vehicle)?.currency;
  const currencies = new Set([
    ...(functional === undefined ? [] : [functional]),
    ...expected.map(({ currency }) => currency),
  ]);
  return [...currencies]
    .toSorted((a, b) => (a < b ? -1 : 1))
    .map((currency) =>
      forecastTable(
        state,
        { vehicle, currency },
        expected.filter((of) => of.currency === currency),
      ),
    );
}

/** Everything that the forecast adds up, each with what it is owed by [ST38]. */
export function expectedCash(state: FundState, vehicle: string): readonly Expected[] {
  return [
    ...callsDue(state, vehicle),
    ...milestonesDue(state, vehicle),
    ...paymentsDue(state, vehicle),
    ...chargesDue(state, vehicle),
    ...expectedOfLoans(state, vehicle, HORIZON_DAYS),
  ];
}

/** The week of the forecast that it falls in, from 0; nothing for what is later. */
export function forecastWeek({ today }: FundState, { on }: Expected): number | undefined {
  const week = weekOf(today, on);
  return week < WEEKS ? week : undefined;
}

function callsDue({ capital, today }: FundState, vehicle: string): readonly Expected[] {
  return [...openCalls(capital.calls)].flatMap((call) => {
    if (call.vehicle !== vehicle) return [];
    return call.items.flatMap((item): readonly Expected[] => {
      const { dueDate: on } = item;
      if (on < today) return [];
      const by = { kind: "call", id: call.id, party: item.party } as const;
      return [{ on, kind: "callsDue", currency: call.currency, minor: openOf(item), by }];
    });
  });
}

function milestonesDue({ investments }: FundState, vehicle: string): readonly Expected[] {
  return [...investments.values()].flatMap((investment) => {
    const { vehicle: of, status, milestones, currency } = investment;
    if (of !== vehicle || (status !== "selected" && status !== "closed")) return [];
    return milestones.flatMap((milestone): Expected[] => {
      const minor = fundedOf(milestone) - milestone.minor;
      if (minor === 0n) return [];
      const by = { kind: "milestone", id: milestone.id, investment: investment.id } as const;
      return [{ on: milestone.due, kind: "milestonesDue", currency, minor, by }];
    });
  });
}

function paymentsDue({ payments, today }: FundState, vehicle: string): readonly Expected[] {
  return [...waitingPayments(payments)].flatMap((payment) => {
    const { id, vehicle: of, purpose, currency, minor, payee } = payment;
    if (of !== vehicle) return [];
    const kind = KIND_OF_PURPOSE[purpose] ?? "otherPayments";
    const by = { kind: "payment", id, payee } as const;
    return [{ on: today, kind, currency, minor: -minor, by }];
  });
}

/** Fees that have accrued are owed at once; an expense is due on its day. */
function chargesDue(state: FundState, vehicle: string): readonly Expected[] {
  const { charges, charter, today } = state;
  const fees = (charter.fees ?? []).flatMap(({ id, vehicle: of }): Expected[] => {
    if (of !== vehicle) return [];
    const minor = -feeOwed(charges, id) - rebatesOwed(charges, id);
    const { currency } = vehicleOf(charter, of);
    return [{ on: today, kind: "feesPayable", currency, minor, by: { kind: "fee", id } }];
  });
  const expenses = [...charges.expenses.values()].flatMap((expense): Expected[] => {
    const { id, vehicle: of, instructedOn, currency, minor, dueDate: on = today } = expense;
    if (of !== vehicle || instructedOn !== undefined) return [];
    const by = { kind: "expense", id } as const;
    return [{ on, kind: "feesPayable", currency, minor: -minor, by }];
  });
  return [...fees, ...expenses];
}

/** Lines that a line adds up and takes away, or what the record keeps. */
function sourceOf(plus: readonly string[] | undefined, minus: readonly string[] = []): LineSource {
  return plus === undefined ? { kind: "record" } : { kind: "lines", plus, minus };
}

/** The week of a day, from 0; what is due already is due at once. */
function weekOf(today: LocalDate, on: LocalDate): number {
  return Math.max(0, Math.floor(daysBetween(today, on) / 7));
}

function forecastTable(
  { ledger, today }: FundState,
  { vehicle, currency }: { readonly vehicle: string; readonly currency: string },
  expected: readonly Expected[],
): StatementTable {
  let opening = 0n;
  for (const account of CASH_ACCOUNTS) opening += balanceOf(ledger, { vehicle, account, currency });
  const weeks = Array.from({ length: WEEKS }, (_, week) => week);
  const inWeek = (week: number, kind: Expected["kind"]): bigint =>
    expected.reduce(
      (sum, each) =>
        each.kind === kind && weekOf(today, each.on) === week ? sum + each.minor : sum,
      0n,
    );
  const changes = weeks.map((week) => KINDS.reduce((sum, kind) => sum + inWeek(week, kind), 0n));
  const closings = weeks.map((week) =>
    changes.slice(0, week + 1).reduce((sum, minor) => sum + minor, opening),
  );
  const line = (
    key: CaptionKey,
    rank: StatementLine["rank"],
    minors: readonly bigint[],
    adds?: readonly string[],
  ): StatementLine => ({
    ...{ id: key, caption: { key }, rank, source: sourceOf(adds) },
    cells: minors.map((minor) => money(currency, minor)),
  });
  const flows = KINDS.map((kind) =>
    line(
      kind,
      "line",
      weeks.map((week) => inWeek(week, kind)),
    ),
  );
  const shown = flows.filter(({ cells }) =>
    cells.some((of) => of.kind === "money" && of.minor !== 0n),
  );
  const shownIds = shown.map(({ id }) => id);
  return {
    id: `forecast.${currency}`,
    caption: { key: "cashForecast", name: { en: currency, ja: currency } },
    columns: weeks.map((week) => {
      const from = addDays(today, 7 * week);
      const name = from.ok ? { en: from.value, ja: from.value } : {};
      return { id: `week-${week + 1}`, caption: { key: "week", name } };
    }),
    lines: [
      line("cashOpening", "line", [opening, ...closings.slice(0, -1)]),
      ...shown,
      line("changeInCash", "subtotal", changes, shownIds),
      line("cashClosing", "total", closings, ["cashOpening", "changeInCash"]),
    ],
  };
}

/** Liabilities but for loans, which are not due within the weeks or are in them as debt service. */
function dueOf(
  { charter, ledger }: FundState,
  of: { readonly vehicle: string; readonly currency: string },
): bigint {
  return codesOf(charter, "liability")
    .filter((account) => !DEBT_ACCOUNTS.includes(account))
    .reduce((sum, account) => sum - balanceOf(ledger, { ...of, account }), 0n);
}

/** Capital that was never called, or came back and may be called again. */
function callableOf(
  { ledger }: FundState,
  of: { readonly vehicle: string; readonly currency: string },
): bigint {
  return CALLABLE_ACCOUNTS.reduce(
    (sum, account) => sum + balanceOf(ledger, { ...of, account }),
    0n,
  );
}

/** What is there to pay with, by the lines of the liquidity test. */
const SOURCES = ["cash", "callableCapital", "callsDue", "undrawnLines"] as const;

/**
 * The liquidity test [ST39]: what is promised to projects and owed must be within cash, callable
 * capital, what is called and not overdue, and lines that are not drawn. Figures of today, in the
 * vehicle's currency.
 */
export function liquidityTable(state: FundState, vehicle: string): StatementTable {
  const figures = new VehicleFigures(state, vehicle);
  const currency = state.charter.vehicles.find(({ id }) => id === vehicle)?.currency ?? "";
  const undrawn = { vehicle, account: ACCOUNTS.undrawnFacilities, currency };
  const calls = callsDue(state, vehicle).reduce((sum, { minor }) => sum + minor, 0n);
  let promised = 0n;
  for (const investment of state.investments.values()) {
    if (investment.vehicle === vehicle) promised += undrawnOf(investment);
  }
  const sources = {
    cash: figures.cash,
    callable: callableOf(state, { vehicle, currency }),
    called: calls,
    undrawnLines: balanceOf(state.ledger, undrawn),
  };
  const available = sources.cash + sources.callable + sources.called + sources.undrawnLines;
  const owed = dueOf(state, { vehicle, currency });
  const claims = promised + owed;
  const line = (
    key: CaptionKey,
    minor: bigint,
    rank: StatementLine["rank"] = "line",
    source: LineSource = { kind: "record" },
  ): StatementLine => ({
    ...{ id: key, caption: { key }, rank, source },
    cells: [money(currency, minor)],
  });
  return {
    id: "liquidity",
    caption: { key: "liquidityTest" },
    columns: [{ id: "amount", caption: { key: "amount" } }],
    lines: [
      line("promisedToProjects", promised),
      line("owed", owed),
      line("claims", claims, "subtotal", sourceOf(["promisedToProjects", "owed"])),
      line("cash", sources.cash),
      line("callableCapital", sources.callable),
      line("callsDue", sources.called),
      line("undrawnLines", sources.undrawnLines),
      line("available", available, "subtotal", sourceOf(SOURCES)),
      line("liquidityLeft", available - claims, "total", sourceOf(["available"], ["claims"])),
      {
        ...{ id: "cover", caption: { key: "liquidityCover" }, rank: "line" },
        cells: [
          claims <= 0n
            ? { kind: "none" }
            : { kind: "multiple", ratio: Ratio.make(available, claims) },
        ],
        source: { kind: "record" },
      },
    ],
  };
}
