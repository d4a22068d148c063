import { hexEncode } from "@jointfund/core/base/bytes.ts";
import type { LocalDate } from "@jointfund/core/calendar/date.ts";
import { Chronicle } from "@jointfund/core/fund/chronicle.ts";
import type { FundEvent } from "@jointfund/core/fund/effects.ts";
import { speakerOf } from "@jointfund/core/governance/authenticate.ts";
import { leafHash } from "@jointfund/core/log/merkle.ts";
import { nativeSha256 } from "../../storage/sha256.ts";
import { BOOK_ROWS } from "./book-rows.ts";
import { CAPITAL_ROWS } from "./capital-rows.ts";
import { CHARTER_ROWS, currencyRows, fiscalYearRows, foundingDay } from "./charter-rows.ts";
import { DEALING_ROWS } from "./dealing-rows.ts";
import { DEBT_ROWS } from "./debt-rows.ts";
import { DECISION_ROWS } from "./decision-rows.ts";
import { INVESTMENT_ROWS } from "./investment-rows.ts";
import { asJson, partyOf, type RecordedEntry, type Row, type RowsByKind } from "./row.ts";

const ROWS: RowsByKind = {
  ...CHARTER_ROWS,
  ...DECISION_ROWS,
  ...BOOK_ROWS,
  ...CAPITAL_ROWS,
  ...INVESTMENT_ROWS,
  ...DEBT_ROWS,
  ...DEALING_ROWS,
};

/** A row in its place: all that the table holds of it. */
export type PlacedRow = Row & {
  readonly entry: number;
  /** Among the rows of the same table and entry, from 0. */
  readonly place: number;
  readonly on: LocalDate;
  /** Instant of the entry, UTC. */
  readonly recordedAt: string;
};

/**
 * Makes the rows of the entries of a record, which it must be given from the first on and in their
 * order: pure, so that whoever replays the same record makes the same rows.
 */
export class RowMaker {
  #foundedOn: LocalDate | undefined;

  rowsOf(recorded: RecordedEntry): readonly PlacedRow[] {
    this.#foundedOn ??= foundingDay(recorded);
    const { index, entry } = recorded;
    const day = businessDateOf(recorded);
    const rows = [
      entryRow(recorded),
      ...currencyRows(recorded),
      ...recorded.effects.flatMap((event) => rowsOfEvent(event, recorded)),
      ...fiscalYearRows(recorded, this.#foundedOn),
      ...chronicleRows(recorded),
    ];
    const places = new Map<string, number>();
    return rows.map((row) => {
      const place = places.get(row.table) ?? 0;
      places.set(row.table, place + 1);
      return { on: day, ...row, entry: index, place, recordedAt: entry.recordedAt };
    });
  }
}

function rowsOfEvent(event: FundEvent, recorded: RecordedEntry): readonly Row[] {
  // The type of each function is that of its kind, which one call cannot say of all of them.
  const make = ROWS[event.kind] as
    | ((event: FundEvent, recorded: RecordedEntry) => readonly Row[])
    | undefined;
  if (make !== undefined) return make(event, recorded);
  const { kind, ...detail } = event;
  return [{ table: "effects", values: { kind, detail: asJson(detail) } }];
}

/** The day on which an entry counts: that of its postings, of its act, or the day that is open. */
function businessDateOf({ entry, effects, after }: RecordedEntry): LocalDate {
  for (const event of effects) if (event.kind === "posted") return event.entry.effectiveDate;
  const { statement } = entry;
  if (statement.kind === "fact" || statement.kind === "founding") {
    return statement.act.effectiveDate;
  }
  if (statement.kind === "execution") {
    return after.acts.get(statement.actId)?.act.effectiveDate ?? after.today;
  }
  return after.today;
}

function entryRow({ leaf, entry, effects, before, after }: RecordedEntry): Row {
  const { statement, protocol, effectsHash } = entry;
  const officer = speakerOf(statement);
  const recorded = effects.find(
    (event) => event.kind === "actProposed" || event.kind === "factRecorded",
  );
  const act = "actId" in statement ? statement.actId : recorded?.id;
  const known = act === undefined ? undefined : (after.acts.get(act) ?? before?.acts.get(act));
  const type = "act" in statement ? statement.act.type : known?.act.type;
  return {
    table: "entries",
    values: {
      ...{ kind: statement.kind, officer, party: partyOf(after, officer) },
      ...{ act, act_type: type, protocol },
      leaf_hash: hexEncode(leafHash(leaf, nativeSha256)),
      effects_hash: effectsHash,
    },
  };
}

/** What only the difference between two states shows, as the chronicle tells it. */
function chronicleRows({ entry, effects, before, after }: RecordedEntry): readonly Row[] {
  const chronicle = new Chronicle();
  chronicle.add({ entry, effects, state: after }, before);
  const contested = chronicle.contested.map((one): Row => {
    const { entry: _entry, on, kind, clause, ...detail } = one;
    const { actId, actType, officer, party, code, ...rest } = detail as Partial<
      Record<"actId" | "actType" | "officer" | "party" | "code", string>
    >;
    const about = { kind, clause, act: actId, act_type: actType, officer, party, code };
    return { table: "contested", on, values: { ...about, detail: asJson(rest) } };
  });
  const units = chronicle.unitMovements.map(({ on, unitClass, holder, microUnits }): Row => {
    const values = { unit_class: unitClass, holder, micro_units: microUnits };
    return { table: "unit_movements", on, values };
  });
  return [...contested, ...units];
}
