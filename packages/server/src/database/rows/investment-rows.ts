import type { FundState } from "@jointfund/core/fund/state.ts";
import type { Milestone } from "@jointfund/core/investments/state.ts";
import { asJson, type Row, type RowsByKind, type Value } from "./row.ts";

/** Investments, what became of them, and what they were said to be worth. */
export const INVESTMENT_ROWS: RowsByKind = {
  investmentRecommended: ({ investment: it }) => {
    const { id, vehicle, name, instrument, sector, geography, currency, recommendedBy } = it;
    const values = {
      ...{ investment: id, vehicle, name: asJson(name), instrument, sector, geography, currency },
      ...{ region: it.region, recommended_by: recommendedBy },
    };
    return [
      { table: "investment_proposals", values },
      ...milestoneRows(id, currency, it.milestones),
    ];
  },
  milestonesAdded: ({ id, milestones }, { after }) =>
    milestoneRows(id, after.investments.get(id)!.currency, milestones),
  investmentSelected: ({ id }, { after }) => [changeRow(after, id, { change: "selected" })],
  milestoneCertified: ({ id, milestone, certificate }, { after }) => {
    const { by, minor, reachedOn } = certificate;
    const change = { change: "certified", milestone, counterparty: by, minor };
    return [changeRow(after, id, change, reachedOn)];
  },
  investmentFunded: ({ id, milestone, minor }, { after }) => [
    changeRow(after, id, { change: "funded", milestone, minor }),
  ],
  sponsorFunded: ({ id, holder, minor }, { after }) => [
    changeRow(after, id, { change: "sponsorFunded", counterparty: holder, minor }),
  ],
  overrunFunded: ({ id, contribution: { holder, minor, on } }, { after }) => [
    changeRow(after, id, { change: "overrunFunded", counterparty: holder, minor }, on),
  ],
  investmentCostReduced: ({ id, minor }, { after }) => [
    changeRow(after, id, { change: "costReduced", minor }),
  ],
  investmentDisposed: ({ id, buyer, part, minor, on }, { after }) => {
    const change = part.num === part.den ? "disposed" : "partlyDisposed";
    return [changeRow(after, id, { change, counterparty: buyer, minor }, on)];
  },
  investmentWrittenOff: ({ id, minor, whole }, { after }) => [
    changeRow(after, id, { change: whole ? "writtenOff" : "writtenDown", minor }),
  ],
  investmentValued: ({ id, valuation }, { after }) => {
    const { actId, on, by, minor, level, technique, inputs, range } = valuation;
    const { currency } = after.investments.get(id)!;
    const values = {
      ...{ investment: id, act: actId, valuer: by, currency, minor, level, technique },
      ...{ least: range?.least, most: range?.most },
      inputs: inputs === undefined ? null : asJson(inputs),
    };
    return [{ table: "valuations", on, values }];
  },
};

function milestoneRows(
  investment: string,
  currency: string,
  milestones: readonly Milestone[],
): readonly Row[] {
  return milestones.map(({ id, due, minor }) => {
    const values = { investment, milestone: id, due_date: due, currency, minor };
    return { table: "milestones", values };
  });
}

function changeRow(
  { investments }: FundState,
  investment: string,
  change: { readonly [column: string]: Value },
  on?: Row["on"],
): Row {
  const { currency } = investments.get(investment)!;
  const dated = on === undefined ? {} : { on };
  return { table: "investment_changes", ...dated, values: { investment, currency, ...change } };
}
