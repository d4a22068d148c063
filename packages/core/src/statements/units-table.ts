import type { StatementInput } from "./statement-input.ts";
import { dayBefore } from "./period.ts";
import { unitsWithin } from "./unit-holdings.ts";
import type { Cell, StatementLine, StatementTable } from "./statement.ts";

const COLUMNS = ["opening", "unitsIssued", "unitsCancelled", "closing"] as const;

/** Units of each class of a vehicle: at the opening, issued, cancelled, at the end [ST24]. */
export function unitMovementsTable({
  state,
  chronicle,
  vehicle,
  period,
}: StatementInput): StatementTable {
  const classes = state.charter.classes.filter((of) => of.vehicle === vehicle);
  return {
    id: "units",
    caption: { key: "unitsByClass" },
    columns: COLUMNS.map((key) => ({ id: key, caption: { key } })),
    lines: classes.map(({ id, name }): StatementLine => {
      let [opening, issued, cancelled] = [0n, 0n, 0n];
      const eve = dayBefore(period);
      const before = eve === undefined ? [] : unitsWithin(chronicle, id, { to: eve });
      for (const { microUnits } of before) opening += microUnits;
      for (const { microUnits } of unitsWithin(chronicle, id, period)) {
        if (microUnits > 0n) issued += microUnits;
        else cancelled -= microUnits;
      }
      const closing = opening + issued - cancelled;
      return {
        ...{ id, caption: { name }, rank: "line", source: { kind: "record" } },
        cells: [opening, issued, cancelled, closing].map((microUnits): Cell => ({
          kind: "units",
          microUnits,
        })),
      };
    }),
  };
}
