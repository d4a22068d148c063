import type { StatementLine, StatementTable } from "./statement.ts";
import type { RateUse } from "./translated-book.ts";

/**
 * The rates that a translated statement rests on: each as it was fixed or stated, when and by which
 * act, and from which day to which it served [ST73].
 */
export function ratesTable(used: readonly RateUse[]): StatementTable {
  return {
    id: "exchange-rates",
    caption: { key: "exchangeRatesUsed" },
    columns: (["rate", "fixedOn", "usedFrom", "usedTo", "fixedBy"] as const).map((key) => ({
      ...{ id: key, caption: { key } },
    })),
    lines: merged(used).map(lineOf),
  };
}

const idOf = ({ rate: { base, quote, on, actId } }: RateUse): string =>
  `${base}/${quote}/${on ?? ""}/${actId ?? "stated"}`;

/** Each rate once, by pair and date, with all the days that books used it for. */
function merged(used: readonly RateUse[]): readonly RateUse[] {
  const uses = new Map<string, RateUse>();
  for (const use of used) {
    const id = idOf(use);
    const { from, to } = uses.get(id) ?? use;
    uses.set(id, {
      rate: use.rate,
      from: use.from < from ? use.from : from,
      to: use.to > to ? use.to : to,
    });
  }
  return [...uses].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, use]) => use);
}

function lineOf(use: RateUse): StatementLine {
  const { rate, from, to } = use;
  const { base, quote, on, actId } = rate;
  const pair = `${base}/${quote}`;
  return {
    ...{ id: idOf(use), caption: { name: { en: pair, ja: pair } }, rank: "line" },
    cells: [
      { kind: "price", currency: quote, price: rate.rate },
      on === undefined ? { kind: "none" } : { kind: "date", on },
      { kind: "date", on: from },
      { kind: "date", on: to },
      actId === undefined
        ? { kind: "caption", caption: { key: "statedRate" } }
        : { kind: "text", text: actId },
    ],
    source: { kind: "record" },
  };
}
