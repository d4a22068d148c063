import { Ratio } from "../base/ratio.ts";
import { daysBetween } from "../calendar/date.ts";
import type { Charter } from "../charter/charter.ts";
import type { Covenant } from "../charter/leverage-terms.ts";
import { longestOut } from "../facilities/amounts-due.ts";
import type { Standing } from "../facilities/covenant-ladder.ts";
import { covenantRecord } from "../facilities/covenants.ts";
import type { Facility } from "../facilities/facility.ts";
import { covenantHeadroom, deadlineOf, ratioOf } from "../fund/debt/covenants.ts";
import { VehicleFigures } from "../fund/figures.ts";
import { unusedOf } from "../fund/debt/lending.ts";
import { debtsOfHeld } from "../fund/debt/look-through.ts";
import type { FundState } from "../fund/state.ts";
import { charterRatio } from "../fund/terms.ts";
import { money } from "./account-lines.ts";
import type { CaptionKey } from "./caption-keys.ts";
import type { Cell, StatementLine, StatementTable } from "./statement.ts";

const NONE: Cell = { kind: "none" };

const columnsOf = (keys: readonly CaptionKey[]): StatementTable["columns"] =>
  keys.map((key) => ({ id: key, caption: { key } }));

/** Debt of the vehicle, of those that it holds and of both, with what stands behind it [ST43]. */
export function leverageTable(state: FundState, vehicle: string): StatementTable {
  const figures = new VehicleFigures(state, vehicle);
  const currency = state.charter.vehicles.find(({ id }) => id === vehicle)?.currency ?? "";
  const { debt, lookThroughDebt, netAssets } = figures;
  const line = (key: CaptionKey, minor: bigint, rank: StatementLine["rank"] = "line") => ({
    ...{ id: key, caption: { key }, rank, source: { kind: "record" } as const },
    cells: [money(currency, minor), shareOf(minor, netAssets)],
  });
  const both = { kind: "lines", plus: ["debt", "debtOfHeldVehicles"], minus: [] } as const;
  return {
    id: "leverage",
    caption: { key: "leverage" },
    columns: columnsOf(["amount", "shareOfNetAssets"]),
    lines: [
      line("debt", debt),
      line("debtOfHeldVehicles", lookThroughDebt - debt),
      { ...line("lookThroughDebt", lookThroughDebt, "total"), source: both },
      ...debtsOfHeld(state, vehicle)
        .filter((held) => held.minor === undefined)
        .map((held) => unratedLine(state.charter, held.vehicle)),
      line("interestOwed", figures.interestPayable),
      line("guarantees", figures.guarantees),
      line("undrawnLines", figures.undrawnFacilities),
    ],
  };
}

/** A held vehicle whose debt is left out, since no rate of exchange was ever agreed for it. */
function unratedLine({ vehicles }: Charter, held: string): StatementLine {
  const vehicle = vehicles.find(({ id }) => id === held);
  return {
    ...{ id: `unrated.${held}`, rank: "line", source: { kind: "record" } },
    caption: { key: "debtWithoutRate", ...(vehicle === undefined ? {} : { name: vehicle.name }) },
    cells: [NONE, NONE],
  };
}

const shareOf = (minor: bigint, whole: bigint): Cell =>
  whole <= 0n ? NONE : { kind: "share", ratio: Ratio.make(minor, whole) };

/** Every facility of the vehicle that is not closed, by id [ST43]. */
export function facilitiesTable(state: FundState, vehicle: string): StatementTable {
  const facilities = [...state.facilities.values()].filter(
    (facility) => facility.vehicle === vehicle && facility.status !== "closed",
  );
  return {
    id: "facilities",
    caption: { key: "facilities" },
    columns: columnsOf(["debt", "undrawnLines", "interestOwed", "maturity", "daysOut"]),
    lines: facilities.map((facility) => ({
      ...{ id: facility.id, rank: "line", source: { kind: "record" } },
      caption: { name: { en: facility.id, ja: facility.id } },
      cells: cellsOfFacility(state, facility),
    })),
  };
}

function cellsOfFacility({ today }: FundState, facility: Facility): readonly Cell[] {
  const { currency, principal, interestPayable, terms } = facility;
  const oldest = longestOut(facility)?.outSince;
  return [
    money(currency, principal),
    money(currency, unusedOf(facility)),
    money(currency, interestPayable),
    { kind: "date", on: terms.dates.maturity },
    oldest === undefined ? NONE : { kind: "count", count: daysBetween(oldest, today) },
  ];
}

const STEP_CAPTIONS = {
  clear: "stepClear",
  watch: "stepWatch",
  lock: "stepLock",
  sweep: "stepSweep",
  cure: "stepCure",
  sale: "stepSale",
  default: "stepDefault",
} as const satisfies { readonly [step in Standing]: CaptionKey };

/**
 * Where every covenant of the vehicle stands, until when, and how far its investments may fall
 * before the lock and the sale [ST43] [LV17].
 */
export function covenantsTable(state: FundState, vehicle: string): StatementTable {
  const covenants = state.charter.leverage?.covenants ?? [];
  return {
    id: "covenants",
    caption: { key: "covenants" },
    columns: columnsOf([
      ...(["testedRatio", "incurrenceTest", "step", "stepSince", "stepEnds"] as const),
      ...(["fallToLock", "fallToSale"] as const),
    ]),
    lines: covenants
      .filter((covenant) => covenant.vehicle === vehicle)
      .map((covenant) => ({
        ...{ id: covenant.id, caption: { name: covenant.name }, rank: "line" },
        ...{ cells: cellsOfCovenant(state, covenant), source: { kind: "record" } },
      })),
  };
}

function cellsOfCovenant(state: FundState, covenant: Covenant): readonly Cell[] {
  const ratio = ratioOf(state, covenant);
  const { standing } = covenantRecord(state.covenants, covenant.id);
  const end = deadlineOf(state, covenant);
  const headroom = covenantHeadroom(state, covenant);
  const fallTo = (step: Standing): Cell => {
    const fallBps = headroom.find((of) => of.step === step)?.fallBps ?? null;
    return fallBps === null ? NONE : { kind: "share", ratio: Ratio.make(BigInt(fallBps), 10_000n) };
  };
  return [
    ratio === undefined ? NONE : { kind: "share", ratio },
    { kind: "share", ratio: charterRatio(covenant.incurrence) },
    { kind: "caption", caption: { key: STEP_CAPTIONS[standing?.step ?? "clear"] } },
    standing === undefined ? NONE : { kind: "date", on: standing.since },
    end === undefined ? NONE : { kind: "date", on: end },
    fallTo("lock"),
    fallTo("sale"),
  ];
}
