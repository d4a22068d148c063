import { Ratio } from "@jointfund/core/base/ratio.ts";
import { addDays, type LocalDate } from "@jointfund/core/calendar/date.ts";
import { openOf } from "@jointfund/core/capital/call.ts";
import { unfundedOf } from "@jointfund/core/capital/commitment.ts";
import { feeOwed, rebateOwed } from "@jointfund/core/dealing/charges.ts";
import { lastStrike } from "@jointfund/core/dealing/nav-strike.ts";
import type { FundState } from "@jointfund/core/fund/state.ts";
import { minorOf, shareOfCapital } from "@jointfund/core/fund/terms.ts";
import type { ActDraft } from "../demonstration-fund.ts";
import type { Choice } from "./choice.ts";

/**
 * Acts that could come next under any charter. `by` is the party; whoever of it may, proposes.
 */

const inDays = (date: LocalDate, days: number): LocalDate => {
  const later = addDays(date, days);
  return later.ok ? later.value : date;
};

function commitments({ charter }: FundState, choice: Choice): readonly ActDraft[] {
  const { currency, initial } = charter.capital;
  const whole = minorOf(currency, initial);
  return Object.keys(charter.capital.shares).map((party) => {
    const share = shareOfCapital(charter, party) ?? Ratio.zero;
    const most = Ratio.floor(Ratio.mul(share, Ratio.make(whole)));
    const amount = (most / BigInt(choice.pick([1, 1, 2, 3]))).toString();
    const authority = { law: "Act", fiscalYear: "2026", amount, expires: "2059-12-31" };
    const body = { party, currency, amount, authority };
    return { type: "commitment.accept", by: party, body };
  });
}

/** A call on all founders alike, on all for the same, and on one alone. */
function calls(state: FundState, choice: Choice, amount: string): readonly ActDraft[] {
  const { capital, charter, strikes, today } = state;
  const { currency } = charter.capital;
  const promised = [...capital.commitments.values()];
  const dueDate = inDays(today, 4 + choice.below(8));
  const part = BigInt(choice.pick([1, 2, 5, 9]));
  const alike = promised.map((of) => ({ ...of, asked: of.minor / part }));
  const single = promised.map((of) => [{ ...of, asked: unfundedOf(of) / part }]);
  return charter.classes.flatMap((unitClass): readonly ActDraft[] => {
    const struck = lastStrike(strikes, { vehicle: unitClass.vehicle, unitClass: unitClass.id });
    const same = promised.map((of) => ({ ...of, asked: BigInt(amount) }));
    return [alike, same, ...single].flatMap((asked): readonly ActDraft[] => {
      const items = asked
        .filter((of) => of.asked > 0n)
        .map(({ party, id, asked: minor }) => ({ party, commitment: id, amount: `${minor}` }));
      if (items.length === 0) return [];
      const prices = [unitClass.founderPrice, ...(struck === undefined ? [] : [struck.price])];
      return prices.map((price) => ({
        ...{ type: "capital.call", by: "MGR", effectiveDate: dueDate },
        body: { class: unitClass.id, currency, dueDate, price, items },
      }));
    });
  });
}

/** Receipts of all that is owed, and of parts of it. */
function receipts({ capital, charter }: FundState): readonly ActDraft[] {
  const { currency } = charter.capital;
  return [...capital.calls.values()].flatMap(({ id: call, items }) =>
    items.flatMap((item): readonly ActDraft[] => {
      const owed = openOf(item);
      return [owed, owed / 2n, owed / 3n].flatMap((minor) =>
        minor <= 0n
          ? []
          : [
              {
                ...{ type: "capital.receive", by: "CUS" },
                body: { call, party: item.party, currency, amount: minor.toString() },
              },
            ],
      );
    }),
  );
}

/** Fees, what is owed back of them, and carried interest that was allocated. */
function charges({ charges: known, charter, waterfalls }: FundState): readonly ActDraft[] {
  const { currency } = charter.capital;
  const paying = (fee: string, minor: bigint, to: { readonly rebateTo?: string }): ActDraft => ({
    ...{ type: "fee.pay", by: "MGR" },
    body: { fee, currency, amount: minor.toString(), ...to },
  });
  const fees = (charter.fees ?? []).flatMap(({ id }): readonly ActDraft[] => [
    paying(id, feeOwed(known, id), {}),
    { ...paying(id, feeOwed(known, id) / 3n, {}), type: "fee.waive" },
  ]);
  const rebates = [...known.rebates.values()].map(({ fee, party }) =>
    paying(fee, rebateOwed(known, fee, party), { rebateTo: party }),
  );
  const carried = [...waterfalls.books.values()].map(({ carry }): ActDraft => ({
    ...{ type: "carry.pay", by: "MGR" },
    body: {
      vehicle: "main",
      currency,
      amount: (carry.received - carry.paid - carry.escrow).toString(),
    },
  }));
  const clawbacks = [true, false].map((final): ActDraft => ({
    ...{ type: "carry.clawback", by: "MGR", body: { vehicle: "main", final } },
  }));
  return [...fees, ...rebates, ...carried, ...clawbacks];
}

/** Letters with rates of their own, and their choice by others. */
function letters({ charter, oversight }: FundState, choice: Choice): readonly ActDraft[] {
  const granted = Object.keys(charter.capital.shares).map((party): ActDraft => {
    const code = choice.pick(["feeRate", "carryRate"]);
    const value = choice.pick(["0", "1/500", "1/12", "3/7"]);
    return { type: "sideletter.grant", by: "MGR", body: { party, terms: [{ code, value }] } };
  });
  const chosen = [...oversight.sideLetters.keys()].flatMap((letter) =>
    (charter.oversight?.sideLetters?.mostFavoured ?? []).map((by): ActDraft => ({
      ...{ type: "sideletter.elect", by, body: { letter } },
    })),
  );
  return [...granted, ...chosen];
}

/** Facilities of every kind that the charter allows, drawings and what is owed. */
function loans(state: FundState, choice: Choice): readonly ActDraft[] {
  const { charter, facilities, today } = state;
  const { leverage, vehicles, capital } = charter;
  if (leverage === undefined) return [];
  const limit = minorOf(capital.currency, capital.initial) / BigInt(choice.pick([4, 10, 40]));
  const entered = leverage.facilities.flatMap(({ kind }) =>
    vehicles.flatMap(({ id: vehicle, kind: of, currency }): readonly ActDraft[] => {
      if ((kind === "project") !== (of === "project") || of === "feeder") return [];
      const terms = {
        ...{ limit: limit.toString(), rate: choice.pick(["5%", "1/60"]) },
        ...(choice.oneIn(2) ? { index: leverage.indices[0]!.id } : {}),
        ...{ dayCount: leverage.indices[0]!.dayCount, firstPayment: inDays(today, 40) },
        ...{ everyMonths: choice.pick([1, 3, 6]), maturity: inDays(today, 700), instalments: [] },
        ...{ commitmentFee: choice.pick(["0", "1/300"]), agencyFee: choice.pick(["0", "100"]) },
      };
      const facility = `${kind}-${vehicle}-${facilities.size}`;
      const body = { facility, kind, vehicle, lender: "LEN", currency, upfrontFee: "0", terms };
      return [{ type: "facility.enter", by: "MGR", body }];
    }),
  );
  const onFacilities = [...facilities.values()].flatMap((facility): readonly ActDraft[] => {
    const { id, currency, drawings, principal, interestPayable, feesPayable } = facility;
    const of = { facility: id, currency };
    const repaid = [
      ["principal", principal],
      ["interest", interestPayable],
      ["fees", feesPayable],
    ] as const;
    return [
      {
        ...{ type: "facility.draw", by: "MGR" },
        body: { ...of, amount: (limit / 2n).toString(), due: inDays(today, 20) },
      },
      ...drawings.map(({ id: drawing, requested }): ActDraft => ({
        ...{ type: "facility.receive", by: "CUS" },
        body: { ...of, drawing, amount: requested.toString() },
      })),
      ...repaid.flatMap(([part, minor]): readonly ActDraft[] =>
        minor <= 0n
          ? []
          : [
              {
                ...{ type: "facility.repay", by: "MGR" },
                body: { ...of, part, amount: minor.toString() },
              },
            ],
      ),
    ];
  });
  const rate = choice.pick(["0.04", "-0.01", "0"]);
  const fixing = leverage.indices.map(({ id: index }): ActDraft => ({
    ...{ type: "rate.fix", by: "CAL", body: { index, rate } },
  }));
  return [...entered, ...onFacilities, ...fixing];
}

/** Strikes, determinations and declarations of every vehicle, and what is instructed to be paid. */
function payouts(state: FundState): readonly ActDraft[] {
  const { charter, distributions, investments, payments } = state;
  const ofVehicles = charter.vehicles.flatMap(({ id: vehicle }): readonly ActDraft[] => [
    { type: "nav.strike", by: "CAL", body: { vehicle } },
    { type: "distribution.determine", by: "CAL", body: { vehicle } },
    ...[...investments.values()].flatMap((investment): readonly ActDraft[] =>
      investment.vehicle === vehicle
        ? [
            {
              ...{ type: "distribution.determine", by: "CAL" },
              body: { vehicle, investment: investment.id },
            },
          ]
        : [],
    ),
  ]);
  const declared = [...distributions.values()].flatMap((of): readonly ActDraft[] => {
    const { id: distribution, currency, minor, declaredOn } = of;
    const body = { distribution, currency, amount: minor.toString() };
    return declaredOn === undefined ? [{ type: "distribution.declare", by: "MGR", body }] : [];
  });
  const released = [...payments.values()].flatMap((of): readonly ActDraft[] => {
    const { id: payment, payee, currency, minor, releasedOn } = of;
    const body = { payment, payee, currency, amount: minor.toString() };
    return releasedOn === undefined ? [{ type: "payment.release", by: "AA", body }] : [];
  });
  return [...ofVehicles, ...declared, ...released];
}

/** What could come next, at amounts of the fund's own size or at one that is given. */
export const drafts = (state: FundState, choice: Choice, amount: string): readonly ActDraft[] =>
  [
    ...commitments(state, choice),
    ...calls(state, choice, amount),
    ...receipts(state),
    ...charges(state),
    ...letters(state, choice),
    ...loans(state, choice),
    ...payouts(state),
  ].filter(({ body }) => !/^(?:0|-.*)$/.test(textOf(body["amount"])));

const textOf = (json: unknown): string => (typeof json === "string" ? json : "");
