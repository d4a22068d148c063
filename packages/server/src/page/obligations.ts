import { addMonths, compareDates, type LocalDate } from "@jointfund/core/calendar/date.ts";
import { openOf } from "@jointfund/core/capital/call.ts";
import { openCalls } from "@jointfund/core/capital/called.ts";
import { stillToCome } from "@jointfund/core/facilities/amounts-due.ts";
import { deadlineOf, testable } from "@jointfund/core/fund/debt/covenants.ts";
import type { FundState } from "@jointfund/core/fund/state.ts";
import { isInForce } from "@jointfund/core/governance/execution.ts";
import { statusOf } from "@jointfund/core/governance/status.ts";
import { fundedOf as overrunFunded } from "@jointfund/core/investments/cap-table.ts";
import { fundedOf } from "@jointfund/core/investments/state.ts";
import { waitingPayments } from "@jointfund/core/ledger/payment.ts";
import { interestExpected } from "@jointfund/core/statements/loan-forecast.ts";
import { isContested } from "@jointfund/core/investments/valuation.ts";
import type { ObligationKind } from "../languages/obligation-kinds.ts";
import { HORIZON_MONTHS, recurringObligations } from "./recurring-obligations.ts";

/** Something that falls due, or a window that ends; amounts in minor units of their currency. */
export type Obligation = {
  readonly on: LocalDate;
  readonly kind: ObligationKind;
  /** What it is about: a facility, covenant, milestone, payment, by its id. */
  readonly subject: string;
  /** Who has to do something, or whose time ends. */
  readonly party?: string;
  readonly act?: string;
  readonly investment?: string;
  readonly currency?: string;
  readonly minor?: bigint;
};

/**
 * What is to come by what is on record now, in order of days. What should have happened before the
 * day that is open, and has not, stands on the day that it was due.
 */
export function obligationsOf(state: FundState): readonly Obligation[] {
  const all = [
    ...capitalObligations(state),
    ...paymentObligations(state),
    ...investmentObligations(state),
    ...loanObligations(state),
    ...windowsOfActs(state),
    ...windowsOfCovenants(state),
    ...oversightObligations(state),
    ...recurringObligations(state),
  ];
  return all.toSorted((a, b) => compareDates(a.on, b.on));
}

function capitalObligations({ capital, today }: FundState): readonly Obligation[] {
  const calls = [...openCalls(capital.calls)].flatMap(({ id, currency, items, investment }) =>
    items.flatMap((item): Obligation[] => {
      const minor = openOf(item);
      if (minor <= 0n) return [];
      const about = investment === undefined ? {} : { investment };
      const { party, dueDate: on } = item;
      return [{ on, kind: "callDue", subject: id, act: id, party, currency, minor, ...about }];
    }),
  );
  const authorities = [...capital.commitments.values()].flatMap(
    ({ id, party, currency, authorities: all }) =>
      all.flatMap(({ expires: on, minor: granted, used }): Obligation[] => {
        const minor = granted - used;
        if (on < today || minor <= 0n) return [];
        return [{ on, kind: "authorityExpires", subject: id, act: id, party, currency, minor }];
      }),
  );
  return [...calls, ...authorities];
}

function paymentObligations({ payments, charges, today }: FundState): readonly Obligation[] {
  const waiting = [...waitingPayments(payments)].map((payment): Obligation => {
    const { id: subject, payee: party, currency, minor } = payment;
    return { on: today, kind: "paymentWaiting", subject, party, currency, minor };
  });
  const expenses = [...charges.expenses.values()].flatMap((expense): Obligation[] => {
    const { id: subject, currency, minor, instructedOn, dueDate: on } = expense;
    if (instructedOn !== undefined || on === undefined) return [];
    return [{ on, kind: "expenseDue", subject, currency, minor }];
  });
  return [...waiting, ...expenses];
}

function investmentObligations({ investments, today }: FundState): readonly Obligation[] {
  return [...investments.values()].flatMap((it): Obligation[] => {
    const { id: investment, status, currency, valuation, capTable } = it;
    if (status !== "selected" && status !== "closed") return [];
    const about = { investment, currency };
    const milestones = it.milestones.flatMap((step): Obligation[] => {
      const minor = step.minor - fundedOf(step);
      const { due: on, id: subject } = step;
      return minor <= 0n ? [] : [{ ...about, on, kind: "milestoneDue", subject, minor }];
    });
    const overruns = capTable.overruns.flatMap((overrun): Obligation[] => {
      const { id: subject, until: on } = overrun;
      const minor = overrun.minor - overrunFunded(overrun);
      if (on < today || minor <= 0n) return [];
      return [{ ...about, on, kind: "overrunRightEnds", subject, minor }];
    });
    if (valuation?.challenge === undefined || !isContested(valuation, today)) {
      return [...milestones, ...overruns];
    }
    const { until: on, actId: act, by: party } = valuation.challenge;
    const challenge = { on, act, party, investment, kind: "challengeEnds", subject: act } as const;
    return [...milestones, ...overruns, challenge];
  });
}

function loanObligations(state: FundState): readonly Obligation[] {
  const { facilities, guarantees, today } = state;
  const horizon = addMonths(today, HORIZON_MONTHS);
  const loans = [...facilities.values()].flatMap((facility): Obligation[] => {
    const { id: subject, lender: party, currency, status, terms, drawings, repaid } = facility;
    if (status === "closed") return [];
    const about = { subject, party, currency };
    const { dates } = terms;
    const until = horizon.ok && horizon.value < dates.maturity ? horizon.value : dates.maturity;
    let before = 0n;
    const instalments = terms.instalments.flatMap(({ on, minor }): Obligation[] => {
      before += minor;
      if (on <= today && before <= repaid) return [];
      return [{ ...about, on, kind: "instalmentDue", minor }];
    });
    return [
      ...drawings.flatMap((drawing): Obligation[] => {
        const minor = stillToCome(drawing);
        const { id: act, due: on } = drawing;
        return minor === 0n ? [] : [{ ...about, act, on, kind: "drawingDue", minor }];
      }),
      ...interestExpected(state, facility, until).map(({ on, minor }): Obligation => ({
        ...{ ...about, on, kind: "interestDue" },
        // What was paid ahead leaves nothing to pay.
        minor: minor > 0n ? minor : 0n,
      })),
      ...instalments,
      // A line may be drawn until it matures; what was repaid when it did is nothing to wait for.
      ...(facility.principal > 0n || dates.maturity >= today
        ? [
            {
              ...about,
              on: dates.maturity,
              kind: "loanMatures" as const,
              minor: facility.principal,
            },
          ]
        : []),
    ];
  });
  const granted = [...guarantees.values()].flatMap((guarantee): Obligation[] => {
    const { id: act, party, currency, left: minor, expires: on, facility: subject } = guarantee;
    if (guarantee.ended || on < today) return [];
    return [{ on, kind: "guaranteeEnds", subject, act, party, currency, minor }];
  });
  return [...loans, ...granted];
}

function windowsOfActs(state: FundState): readonly Obligation[] {
  return [...state.openActs.keys()].flatMap((act): Obligation[] => {
    const record = state.acts.get(act);
    const on = record && statusOf(state, record).until;
    if (record === undefined || on === undefined) return [];
    const { investment } = record.act.body;
    const about = typeof investment === "string" ? { investment } : {};
    return [{ on, kind: "actWindowEnds", subject: record.act.type, act, ...about }];
  });
}

function windowsOfCovenants(state: FundState): readonly Obligation[] {
  return testable(state).flatMap((covenant): Obligation[] => {
    const on = deadlineOf(state, covenant);
    return on === undefined ? [] : [{ on, kind: "covenantStepEnds", subject: covenant.id }];
  });
}

function oversightObligations({ freezes, oversight, today }: FundState): readonly Obligation[] {
  const { findings, notices, offers } = oversight;
  return [
    ...freezes
      .filter((freeze) => isInForce(freeze, today))
      .map(({ actId: act, until: on, by }): Obligation => ({
        ...{ on, kind: "freezeEnds", subject: act, act },
        ...(by.length === 1 ? { party: by[0]! } : {}),
      })),
    ...[...findings.values()].flatMap(({ id, dueBy: on, addressees, answers, closedOn }) =>
      addressees.flatMap((party): Obligation[] => {
        const isAnswered = answers.some((answer) => answer.party === party);
        if (closedOn !== undefined || isAnswered) return [];
        return [{ on, kind: "findingDue", subject: id, act: id, party }];
      }),
    ),
    ...[...notices.values()].flatMap(({ party, unitClass: subject, until: on }): Obligation[] =>
      on < today ? [] : [{ on, kind: "exitNoticeEnds", subject, party }],
    ),
    ...[...offers.values()].flatMap((offer): Obligation[] => {
      const { id: act, unitClass: subject, currency, minor, until, accepted, settledOn } = offer;
      if (settledOn !== undefined) return [];
      const about = { subject, act, currency, minor };
      if (accepted !== undefined) {
        const { payBy: on, buyer: party } = accepted;
        return [{ ...about, on, kind: "offerPaymentDue", party }];
      }
      if (until < today) return [];
      return [{ ...about, on: until, kind: "offerEnds", party: offer.by }];
    }),
  ];
}
