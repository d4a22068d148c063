import type { FundState } from "@jointfund/core/fund/state.ts";
import { addDays, type LocalDate } from "@jointfund/core/calendar/date.ts";
import { officerOf } from "./capital-drafts.ts";
import type { PlausibleAct } from "./plausible-acts.ts";

const inDays = (date: LocalDate, days: number): LocalDate => {
  const later = addDays(date, days);
  return later.ok ? later.value : date;
};

/** What parties could ask of a call: to be let off, to wait, to pay for another, to get back. */
function actsOnCalls({ capital, today }: FundState, amount: string): readonly PlausibleAct[] {
  const commitments = [...capital.commitments.values()];
  const soon = inDays(today, 20);
  return [...capital.calls.values()].flatMap(({ id: call, items }) => [
    { type: "capital.return", by: "m-1", body: { call, currency: "USD", amount } },
    ...items.flatMap(({ party, dueDate }) => [
      { type: "capital.excuse", by: "m-1", body: { call, party, ground: "conflict" } },
      {
        ...{ type: "capital.defer", by: `${party.toLowerCase()}-t1` },
        body: { call, party, dueDate: inDays(dueDate, 30) },
      },
      {
        ...{ type: "capital.remedy", by: "m-1" },
        body: { call, party, dueDate: soon, waiveInterest: amount.length > 5 },
      },
      {
        ...{ type: "capital.receive", by: "cu-1" },
        body: { call, party, currency: "USD", amount },
      },
    ]),
    ...commitments.flatMap(({ id: commitment, party }) => {
      const body = { call, party, commitment, currency: "USD", amount, dueDate: soon };
      const by = party.length === 2 ? `${party.toLowerCase()}-t1` : officerOf(party);
      const others = items.filter((item) => item.party !== party);
      return [
        { type: "capital.fundShortfall", by, body },
        ...others.map((item) => ({
          ...{ type: "capital.fundShortfall", by },
          body: { ...body, inPlaceOf: item.party },
        })),
      ];
    }),
  ]);
}

function actsOnCommitments({ capital }: FundState, amount: string): readonly PlausibleAct[] {
  return [...capital.commitments.values()].flatMap(({ id: commitment, party, authorities }) => {
    const body = { commitment, currency: "USD" };
    const by = party.length === 2 ? `${party.toLowerCase()}-t1` : officerOf(party);
    const authority = { law: "Law", fiscalYear: "2027", amount, expires: "2059-12-31" };
    const covered = authorities.length === 0 ? { amount } : { amount: "0", authority };
    return [
      { type: "commitment.release", by: "m-1", body: { ...body, amount } },
      { type: "commitment.increase", by, body: { ...body, ...covered } },
    ];
  });
}

/** Calls on partners alone, and true-ups of those who came later. */
function partnerActs(state: FundState, amount: string): readonly PlausibleAct[] {
  const { capital, today, strikes, charter } = state;
  const partners = [...capital.commitments.values()].filter(
    ({ party }) => charter.parties.find(({ id }) => id === party)?.kind === "partner",
  );
  const price = [...strikes.values()].findLast(({ unitClass }) => unitClass === "partners")?.price;
  const dueDate = inDays(today, 5);
  const calls = [partners, partners.slice(0, 1)].flatMap((called): readonly PlausibleAct[] => {
    if (price === undefined || called.length === 0) return [];
    const items = called.map(({ id: commitment, party }) => ({ party, commitment, amount }));
    const body = { class: "partners", currency: "USD", dueDate, price, items };
    return [{ type: "capital.call", by: "us-t1", body, effectiveDate: dueDate }];
  });
  const trueUps = partners.map(({ id: commitment, party }) => ({
    ...{ type: "capital.trueUp", by: "m-1" },
    body: { class: "partners", party, commitment, dueDate },
  }));
  const receipts = [...capital.trueUps.values()].map(({ id: call, party, parts }) => {
    const owed = parts.reduce((sum, { minor, interest }) => sum + minor + interest, 0n);
    const body = { call, party, currency: "USD", amount: owed.toString() };
    return { type: "capital.receive", by: "cu-1", body };
  });
  return [...calls, ...trueUps, ...receipts];
}

/** Acts on promises and calls that could come next, some with an amount at choice. */
export const plausibleCalls = (state: FundState, amount: string): readonly PlausibleAct[] => [
  ...actsOnCalls(state, amount),
  ...actsOnCommitments(state, amount),
  ...partnerActs(state, amount),
];
