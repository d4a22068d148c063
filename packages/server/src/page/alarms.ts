import { addDays, addMonths, compareDates, type LocalDate } from "@jointfund/core/calendar/date.ts";
import { fiscalYearOf } from "@jointfund/core/calendar/fiscal-year.ts";
import { stepOf } from "@jointfund/core/facilities/covenants.ts";
import { deadlineOf, testable } from "@jointfund/core/fund/debt/covenants.ts";
import { isInForce } from "@jointfund/core/governance/execution.ts";
import { isContested, isStale } from "@jointfund/core/investments/valuation.ts";
import { BREAK_BUCKETS } from "@jointfund/core/ledger/bank-matching.ts";
import { agedBreaks, bankReconciliations } from "@jointfund/core/statements/bank-reconciliation.ts";
import type { PageRecords } from "@jointfund/core/statements/page-books.ts";
import { fiscalDefinition } from "@jointfund/core/statements/period.ts";
import type { AlarmKind } from "../languages/alarm-kinds.ts";
import { obligationsOf, type Obligation } from "./obligations.ts";

/** Something that an officer should look at. */
export type Alarm = {
  readonly kind: AlarmKind;
  readonly severity: "urgent" | "warning" | "notice";
  /** The day that it is about: since when, or until when. */
  readonly on: LocalDate;
  readonly subject: string;
  readonly party?: string;
  readonly act?: string;
  readonly currency?: string;
  readonly minor?: bigint;
  /** What falls due, where it is a deadline, or the step of a covenant. */
  readonly detail?: string;
};

/** Days ahead in which a deadline is near. */
const NEAR_DAYS = 14;
/** Months ahead in which a budget authority is told to expire: a parliament needs that long. */
const AUTHORITY_MONTHS = 6;
/** A bank sends a statement a month; some days more are given. */
const STATEMENT_DAYS = 40;
/** Months after a fiscal year within which its audit opinion is expected. */
const OPINION_MONTHS = 4;

const RANK = { urgent: 0, warning: 1, notice: 2 } as const;

/** What is wrong, late or soon to be, by the record alone: the worst first, then by day. */
export function alarmsOf(record: PageRecords): readonly Alarm[] {
  const { state } = record;
  const all = [
    ...ofCovenants(record),
    ...ofBanks(record),
    ...ofObligations(record),
    ...ofValuations(record),
    ...ofAudit(record),
    ...state.freezes
      .filter((freeze) => isInForce(freeze, state.today))
      .map(({ actId, until }): Alarm => ({
        ...{ kind: "frozen", severity: "urgent", on: until, subject: actId, act: actId },
      })),
  ];
  return all.toSorted((a, b) => RANK[a.severity] - RANK[b.severity] || compareDates(a.on, b.on));
}

function ofCovenants({ state }: PageRecords): readonly Alarm[] {
  return testable(state).flatMap((covenant): Alarm[] => {
    const step = stepOf(state.covenants, covenant.id);
    if (step === "clear") return [];
    const on = deadlineOf(state, covenant) ?? state.today;
    const severity = step === "watch" ? "warning" : "urgent";
    return [{ kind: "covenantStep", severity, on, subject: covenant.id, detail: step }];
  });
}

function ofBanks(record: PageRecords): readonly Alarm[] {
  const { state } = record;
  const reconciliations = bankReconciliations(record);
  const breaks = agedBreaks(state.charter, reconciliations, state.today);
  const open = breaks.ok ? breaks.value : [];
  const aged = open.flatMap((each): Alarm[] => {
    if (each.bucket === 0) return [];
    const { item, account, bucket } = each;
    const { on, currency, minor, id: subject } = item;
    const isOld = bucket >= BREAK_BUCKETS.length;
    return [
      {
        ...{ kind: "bankBreak", severity: isOld ? "urgent" : "warning", on, subject },
        ...{ currency, minor, detail: `${account.vehicle}/${account.account}` },
      },
    ];
  });
  const missing = reconciliations.flatMap(({ account, asOf }): Alarm[] => {
    const due = addDays(asOf, STATEMENT_DAYS);
    if (!due.ok || due.value >= state.today) return [];
    const subject = `${account.vehicle}/${account.account}`;
    return [{ kind: "statementMissing", severity: "warning", on: asOf, subject }];
  });
  return [...aged, ...missing];
}

/** What is told of elsewhere, or comes by itself every few weeks. */
const QUIET: ReadonlySet<Obligation["kind"]> = new Set([
  ...(["interestDue", "challengeEnds"] as const),
  ...(["dealingDay", "orderCutOff", "periodCloses", "fiscalYearEnds", "valuationDue"] as const),
]);

function ofObligations({ state }: PageRecords): readonly Alarm[] {
  const { today } = state;
  const near = addDays(today, NEAR_DAYS);
  const soon = addMonths(today, AUTHORITY_MONTHS);
  return obligationsOf(state).flatMap((obligation): Alarm[] => {
    const { kind, on, subject, party, act, currency, minor } = obligation;
    const about = {
      ...{ on, subject, detail: kind },
      ...(party === undefined ? {} : { party }),
      ...(act === undefined ? {} : { act }),
      ...(currency === undefined ? {} : { currency }),
      ...(minor === undefined ? {} : { minor }),
    };
    if (kind === "authorityExpires") {
      const isSoon = soon.ok && on <= soon.value;
      return isSoon ? [{ ...about, kind: "authorityExpiring", severity: "warning" }] : [];
    }
    // A loan of which nothing is out has a day of maturity all the same.
    if (minor === 0n) return [];
    // A value that is stale is an alarm of its own.
    if (kind === "valuationDue") return [];
    if (on < today) {
      const isCall = kind === "callDue";
      return [{ ...about, kind: isCall ? "paymentLate" : "deadlineMissed", severity: "urgent" }];
    }
    if (QUIET.has(kind) || !near.ok || on > near.value) return [];
    return [{ ...about, kind: "deadlineNear", severity: "notice" }];
  });
}

function ofValuations({ state }: PageRecords): readonly Alarm[] {
  const { charter, today } = state;
  return [...state.investments.values()].flatMap(({ id: subject, status, valuation }): Alarm[] => {
    if (valuation === undefined || status === "disposed" || status === "writtenOff") return [];
    const { on, by: party, actId: act } = valuation;
    const about = { subject, party, act };
    const stale: Alarm = { ...about, kind: "valuationStale", severity: "warning", on };
    const contested: Alarm = { ...about, kind: "valuationContested", severity: "warning", on };
    return [
      ...(isStale(valuation, charter, today) ? [stale] : []),
      ...(isContested(valuation, today)
        ? [{ ...contested, on: valuation.challenge?.until ?? on }]
        : []),
    ];
  });
}

/** An opinion is missing once the months after the fund's last full fiscal year have passed. */
function ofAudit({ state, chronicle }: PageRecords): readonly Alarm[] {
  const { charter, today, oversight } = state;
  const definition = fiscalDefinition(charter, "fund");
  const year = definition && fiscalYearOf(definition, today);
  if (year?.ok !== true) return [];
  const end = addDays(year.value.start, -1);
  const first = chronicle.firstDay ?? today;
  if (!end.ok || end.value < first) return [];
  const due = addMonths(end.value, OPINION_MONTHS);
  const isGiven = [...oversight.opinions.values()].some(({ to }) => to >= end.value);
  if (isGiven || !due.ok || due.value >= today) return [];
  return [{ kind: "opinionMissing", severity: "warning", on: due.value, subject: end.value }];
}
