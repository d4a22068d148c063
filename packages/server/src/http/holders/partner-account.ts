import { Ratio } from "@jointfund/core/base/ratio.ts";
import { Schema, type Infer } from "@jointfund/core/base/schema.ts";
import { recallableOf, unfundedOf } from "@jointfund/core/capital/commitment.ts";
import { dateParts, localDate } from "@jointfund/core/calendar/date.ts";
import type { Party } from "@jointfund/core/charter/charter.ts";
import { moneyFor } from "@jointfund/core/dealing/class-prices.ts";
import { lastStrike } from "@jointfund/core/dealing/nav-strike.ts";
import { vehicleOf } from "@jointfund/core/fund/figures.ts";
import { perMajorUnit } from "@jointfund/core/fund/terms.ts";
import {
  flowsWithin,
  netFlowsOfParty,
  owedTo,
  stakeholdersOf,
} from "@jointfund/core/statements/party-flows.ts";
import { classReturn, returnsOf } from "@jointfund/core/statements/party-returns.ts";
import type { MoneyWeightedReturn } from "@jointfund/core/statements/money-weighted-return.ts";
import { sinceInception } from "@jointfund/core/statements/period.ts";
import { bookOf } from "@jointfund/core/statements/statement-input.ts";
import type { RecordView } from "../record-replay.ts";
import {
  count,
  currency,
  date,
  hash,
  identifier,
  localizedText,
  minor,
  ratio,
  string,
} from "../wire-schemas.ts";

const { array, boolean, integer, object, oneOf, optional } = Schema;

export const commitmentSchema = object({
  id: hash,
  currency,
  committed: minor,
  called: minor,
  unfunded: minor,
  recallable: minor,
  recallableParts: array(object({ minor, until: optional(date) })),
  authorities: array(
    object({ law: string(), fiscalYear: string(), minor, used: minor, expires: date }),
  ),
  entry: count,
});

const returnSchema = object({
  ratio: optional(ratio),
  annualised: optional(boolean()),
  others: array(ratio),
  undefinedBecause: optional(oneOf(["noFlows", "oneDay", "oneSign", "noRoot"])),
});

const unitsSchema = object({
  unitClass: identifier,
  name: localizedText,
  microUnits: minor,
  price: optional(string({ description: "As it was struck, in main units of the currency." })),
  struckOn: optional(date),
  worth: optional(minor),
});

export const positionSchema = object({
  vehicle: identifier,
  name: localizedText,
  currency,
  paidIn: minor,
  distributed: minor,
  capitalAccount: minor,
  owed: minor,
  pic: optional(ratio),
  dpi: optional(ratio),
  rvpi: optional(ratio),
  tvpi: optional(ratio),
  irr: returnSchema,
  irrWithoutLine: returnSchema,
  units: array(unitsSchema),
  years: array(object({ year: integer(), paidIn: minor, received: minor }), {
    description: "What was paid in and got in each calendar year; each flow is in their own list.",
  }),
});

/** What the party has promised, commitment by commitment. */
export function commitmentsOf(
  { state, chronicle }: RecordView,
  { id: party }: Party,
): readonly Infer<typeof commitmentSchema>[] {
  return [...state.capital.commitments.values()]
    .filter((each) => each.party === party)
    .map((commitment) => ({
      ...{ id: commitment.id, currency: commitment.currency, committed: commitment.minor },
      ...{ called: commitment.called, unfunded: unfundedOf(commitment) },
      recallable: recallableOf(commitment),
      recallableParts: commitment.recallable,
      authorities: commitment.authorities,
      entry: chronicle.acts.get(commitment.id)?.entry ?? 0,
    }));
}

function returnOf(result: MoneyWeightedReturn): Infer<typeof returnSchema> {
  if (!result.defined) return { others: [], undefinedBecause: result.because };
  const { rate, annualised, roots } = result;
  return { ratio: rate, annualised, others: roots.filter((root) => !Ratio.equals(root, rate)) };
}

function unitsIn(
  { state }: RecordView,
  vehicle: string,
  holder: string,
): readonly Infer<typeof unitsSchema>[] {
  const perMajor = perMajorUnit(vehicleOf(state.charter, vehicle).currency);
  return state.charter.classes.flatMap((unitClass) => {
    const { id, name } = unitClass;
    const microUnits = state.capital.units.get(`${id}/${holder}`) ?? 0n;
    if (unitClass.vehicle !== vehicle || microUnits === 0n) return [];
    const strike = lastStrike(state.strikes, { vehicle, unitClass: id });
    const of = { unitClass: id, name, microUnits };
    if (strike === undefined) return [of];
    const { price, on: struckOn } = strike;
    return [{ ...of, price, struckOn, worth: Ratio.floor(moneyFor(microUnits, price, perMajor)) }];
  });
}

/** What was paid in and got, by calendar year, the first first. */
function yearsOf(
  { chronicle, state }: RecordView,
  of: { readonly vehicle: string; readonly currency: string; readonly party: string },
): Infer<typeof positionSchema>["years"] {
  const { today } = state;
  const [first] = netFlowsOfParty(chronicle, { ...of, to: today });
  if (first === undefined) return [];
  const years: Infer<typeof positionSchema>["years"][number][] = [];
  for (let year = dateParts(first.on).year; year <= dateParts(today).year; year++) {
    const [from, end] = [localDate(`${year}-01-01`), localDate(`${year}-12-31`)];
    const flows = flowsWithin(chronicle, of, { from, to: end < today ? end : today });
    if (flows.paidIn !== 0n || flows.received !== 0n) years.push({ year, ...flows });
  }
  return years;
}

/** What the party has in each vehicle in which it has or had anything. */
export function positionsOf(
  view: RecordView,
  { id: party }: Party,
): readonly Infer<typeof positionSchema>[] {
  const { state, chronicle } = view;
  const { today } = state;
  const period = sinceInception(chronicle.firstDay ?? today, today);
  return state.charter.vehicles.flatMap(({ id: vehicle, name, currency: own }) => {
    const book = bookOf({ state, chronicle, vehicle, period });
    if (!stakeholdersOf(book).includes(party)) return [];
    const weighted = classReturn(state, chronicle, { vehicle, to: today });
    const of = weighted === undefined ? { party } : { party, timeWeighted: weighted.rate };
    const { paidIn, distributed, residual, multiples, ...rates } = returnsOf(
      ...([state, chronicle, book, of] as const),
    );
    const owed = owedTo(book, party);
    const { pic: _ofCommitment, ...ratios } = multiples;
    const isMain = vehicle === state.charter.capital.vehicle;
    return [
      {
        ...{ vehicle, name, currency: own, paidIn, distributed, owed },
        capitalAccount: residual - owed,
        ...(isMain ? multiples : ratios),
        irr: returnOf(rates.moneyWeighted),
        irrWithoutLine: returnOf(rates.withoutLine),
        units: unitsIn(view, vehicle, party),
        years: yearsOf(view, { vehicle, currency: own, party }),
      },
    ];
  });
}
