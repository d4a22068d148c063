import type { FundState } from "@jointfund/core/fund/state.ts";
import type { PlausibleAct } from "./plausible-acts.ts";

/** The last day of the month before. */
function monthEnd(today: string): string {
  const first = `${today.slice(0, 8)}01`;
  return new Date(Date.parse(first) - 86_400_000).toISOString().slice(0, 10);
}

const PUBLIC = ["public", "citizens-us", "citizens-jp"] as const;

/** Openings of classes, orders, strikes and dealing days that could come next. */
export function plausibleDealing(state: FundState, amount: string): readonly PlausibleAct[] {
  const { today, recordedAt, orders, capital } = state;
  const receivedAt = recordedAt;
  const effectiveDate = monthEnd(today);
  const placed = [
    { by: "du-1", currency: "USD", unitClass: "citizens-us", holder: "h-1" },
    { by: "du-2", currency: "USD", unitClass: "citizens-us", holder: "h-2" },
    { by: "dj-1", currency: "JPY", unitClass: "citizens-jp", holder: "h-9" },
  ].flatMap(({ by, currency, unitClass, holder }): PlausibleAct[] => {
    const order = { class: unitClass, holder, receivedAt };
    const held = capital.units.get(`${unitClass}/${holder}`) ?? 0n;
    const half = (held / 2n + 1n).toString();
    return [
      {
        ...{ type: "order.place", by },
        body: { ...order, kind: "subscription", currency, amount },
      },
      { type: "order.place", by, body: { ...order, kind: "redemption", microUnits: half } },
    ];
  });
  const cancelled = [...orders.orders.values()].map(({ id, distributor }) => ({
    ...{ type: "order.cancel", by: `${distributor.slice(0, 2).toLowerCase()}-1` },
    body: { order: id, receivedAt },
  }));
  const about = (type: string, by: string, unitClass: string): PlausibleAct => ({
    ...{ type, by, body: { class: unitClass } },
  });
  return [
    ...PUBLIC.map((unitClass) => about("class.open", "m-1", unitClass)),
    ...placed,
    ...cancelled,
    ...["fund", "feeder-us", "feeder-jp"].map((vehicle) => ({
      ...{ type: "nav.strike", by: "ca-1", body: { vehicle }, effectiveDate },
    })),
    ...PUBLIC.slice(1).map((unitClass) => ({
      ...about("order.price", "ca-1", unitClass),
      effectiveDate,
    })),
    ...["feeder-us", "feeder-jp"].map((vehicle) => ({
      ...{ type: "distribution.determine", by: "ca-1", body: { vehicle } },
    })),
  ];
}
