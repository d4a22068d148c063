import { currencyOfVehicle } from "@jointfund/core/fund/figures.ts";
import { asJson, type Row, type RowsByKind } from "./row.ts";

/** Strikes, distributions, charges and orders. */
export const DEALING_ROWS: RowsByKind = {
  navStruck: ({ strike }, { after }) => {
    const { id, vehicle, unitClass, on, netAssets, microUnits, price, stale, contested } = strike;
    const currency = currencyOfVehicle(after.charter, vehicle);
    const values = {
      ...{ strike: id, vehicle, unit_class: unitClass, currency, net_assets: netAssets },
      ...{ micro_units: microUnits, price, stale, contested },
    };
    return [{ table: "strikes", on, values }];
  },
  distributionDetermined: ({ distribution }) => {
    const { id, vehicle, investment, currency, minor, determinedOn: on } = distribution;
    const stage = { distribution: id, stage: "determined" };
    return [
      { table: "distributions", on, values: { ...stage, vehicle, investment, currency, minor } },
    ];
  },
  distributionDeclared: ({ id, on, tiers, shares }, { after }) => {
    const { vehicle, investment, currency, minor } = after.distributions.get(id)!;
    const stage = { distribution: id, stage: "declared", tiers: asJson(tiers) };
    return [
      { table: "distributions", on, values: { ...stage, vehicle, investment, currency, minor } },
      ...shares.map((share): Row => {
        const { party, income, gain, capital, carry } = share;
        const values = {
          ...{ distribution: id, vehicle, party, currency, minor: share.minor, income },
          ...{ realised_gain: gain, return_of_capital: capital, carry },
        };
        return { table: "distribution_shares", on, values };
      }),
    ];
  },
  feeAccrued: ({ fee, to, minor }) => [
    { table: "fee_changes", on: to, values: { fee, change: "accrued", minor } },
  ],
  feeWaived: ({ fee, minor }) => [
    { table: "fee_changes", values: { fee, change: "waived", minor } },
  ],
  feeInstructed: ({ fee, minor }) => [
    { table: "fee_changes", values: { fee, change: "instructed", minor } },
  ],
  expenseBooked: ({ expense }) => {
    const { id, vehicle, category, payee, charge, currency, minor, on, dueDate } = expense;
    const values = {
      ...{ expense: id, vehicle, category, payee, charge, currency, minor },
      due_date: dueDate,
    };
    return [{ table: "expenses", on, values }];
  },
  orderPlaced: ({ order }) => {
    const { id, unitClass, holder, distributor, kind, minor, microUnits, dealingDay } = order;
    const values = {
      ...{ order_id: id, unit_class: unitClass, holder, distributor, kind, minor },
      ...{ micro_units: microUnits, dealing_day: dealingDay },
    };
    return [{ table: "orders", values }];
  },
  orderDealt: ({ id, dealt: { on, price, minor, microUnits } }) => {
    const values = { order_id: id, change: "dealt", price, minor, micro_units: microUnits };
    return [{ table: "order_changes", on, values }];
  },
  orderCancelled: ({ id, on }) => [
    { table: "order_changes", on, values: { order_id: id, change: "cancelled" } },
  ],
};
