import { Ratio } from "../base/ratio.ts";
import type { Charter, LocalizedText } from "../charter/charter.ts";
import { valueOf, type Side } from "./sides.ts";

/**
 * Who shares a column of the page: a government alone, all partners, the citizens' vehicles, the
 * owners of projects beside the fund, and everybody else.
 */
export type ColumnKind = "sovereign" | "partners" | "citizens" | "owners" | "others";

/** What those of a column have put in, got and own together; `party` is the column's id. */
export type SideColumn = Side & {
  readonly kind: ColumnKind;
  /** Ids of the sides that it adds up. */
  readonly members: readonly string[];
};

const NO_NAME: LocalizedText = {};

function kindOf({ parties, vehicles }: Charter, { party }: Side): ColumnKind {
  const kind = parties.find(({ id }) => id === party)?.kind;
  if (kind === "sovereign") return "sovereign";
  if (kind === "partner") return "partners";
  if (vehicles.some(({ id }) => id === party)) return "citizens";
  return kind === undefined ? "owners" : "others";
}

function together(id: string, kind: ColumnKind, sides: readonly Side[]): SideColumn {
  const sum = (of: (side: Side) => bigint): bigint =>
    sides.reduce((total, side) => total + of(side), 0n);
  const column: SideColumn = {
    ...{ party: id, kind, name: NO_NAME, members: sides.map(({ party }) => party) },
    promised: sum((side) => side.promised),
    putIn: sum((side) => side.putIn),
    overdue: sum((side) => side.overdue),
    received: sum((side) => side.received),
    income: sum((side) => side.income),
    gain: sum((side) => side.gain),
    returnOfCapital: sum((side) => side.returnOfCapital),
    due: sum((side) => side.due),
    redeemed: sum((side) => side.redeemed),
    redemptionDue: sum((side) => side.redemptionDue),
    microUnits: sum((side) => side.microUnits),
    ownsNow: sum((side) => side.ownsNow),
    shareOfUnits: sides.reduce((total, side) => Ratio.add(total, side.shareOfUnits), Ratio.zero),
  };
  const { putIn } = column;
  return putIn === 0n ? column : { ...column, multiple: Ratio.make(valueOf(column), putIn) };
}

/** The columns of the page [ST45]: as many governments as there are, and at most four more. */
export function sideColumns(charter: Charter, sides: readonly Side[]): readonly SideColumn[] {
  const byKind = new Map<ColumnKind, Side[]>();
  const columns: SideColumn[] = [];
  for (const side of sides) {
    const kind = kindOf(charter, side);
    if (kind === "sovereign") columns.push({ ...side, kind, members: [side.party] });
    else byKind.set(kind, [...(byKind.get(kind) ?? []), side]);
  }
  for (const kind of ["partners", "citizens", "owners", "others"] as const) {
    const of = byKind.get(kind);
    if (of !== undefined) columns.push(together(kind, kind, of));
  }
  return columns;
}
