import type { StatementInput } from "./statement-input.ts";
import { unitDays } from "./unit-holdings.ts";
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
      for (const { on, unitClass, microUnits } of unitDays(chronicle)) {
        if (unitClass !== id || on > period.to) continue;
        if (on < period.from) opening += microUnits;
        else if (microUnits > 0n) issued += microUnits;
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
