import type { LocalDate } from "@jointfund/core/calendar/date.ts";
import type { Charter, Party } from "@jointfund/core/charter/charter.ts";
import { mainVehicle } from "@jointfund/core/fund/figures.ts";
import { currencyCode, exponentOf } from "@jointfund/core/money/currency.ts";
import { convertedExactly } from "@jointfund/core/statements/own-currency.ts";
import { pageBook } from "@jointfund/core/statements/page-books.ts";
import { ALL_DAYS, PagePostings } from "@jointfund/core/statements/page-postings.ts";
import { fiscalDefinition, fiscalYearsBetween } from "@jointfund/core/statements/period.ts";
import {
  atRates,
  ownRates,
  SideFlows,
  type ReturnsInput,
} from "@jointfund/core/statements/side-returns.ts";
import { sidesOf } from "@jointfund/core/statements/sides.ts";
import { doubleOf } from "@jointfund/projection/charter/double.ts";
import type { Policy } from "@jointfund/projection/policy/policy-schema.ts";
import { firstYearOf } from "@jointfund/projection/policy/world.ts";
import type {
  FundFutures,
  PartyAmounts,
  PartyFutures,
} from "@jointfund/projection/policy/fund-futures.ts";

type Flow = { readonly on: LocalDate; readonly minor: bigint };

/**
 * What a record really paid and took, as the one future that has happened: by each treasury's own
 * fiscal years since the founding, and what its stake is worth on the last day.
 */
export function recordFutures(input: ReturnsInput): FundFutures {
  const { state, chronicle } = input;
  const { charter, today } = state;
  const book = pageBook(input);
  const { currency } = book;
  const postings = new PagePostings(chronicle, {
    ...{ currency, period: ALL_DAYS },
    kept: (journal, posting) => book.kept(journal, posting),
  });
  const flows = new SideFlows(input, postings);
  const sides = sidesOf(input, book);
  const since = earliestStart(charter, chronicle.firstDay ?? today);
  const parties = charter.parties.flatMap((party): PartyFutures[] => {
    if (party.kind !== "sovereign" || party.fiscalYear === undefined) return [];
    const side = sides.find((each) => each.party === party.id);
    const left = side === undefined ? 0n : side.ownsNow + side.due + side.redemptionDue;
    const of = {
      paidIn: flows.putIn(party.id),
      received: flows.received(party.id),
      returned: flows.received(party.id).map(({ on, minor, income, gain }) => ({
        ...{ on, minor: minor - income - gain },
      })),
      left: [{ on: today, minor: left }],
      since,
    };
    const futures = partyFutures(input, { ...party, fiscalYear: party.fiscalYear }, of);
    return futures === undefined ? [] : [futures];
  });
  return { from: "record", baseCurrency: mainVehicle(charter).currency, paths: 1, parties };
}

/** The first day of the earliest fiscal year of a treasury that holds the founding. */
function earliestStart(charter: Charter, foundedOn: LocalDate): LocalDate {
  const starts = charter.parties.flatMap(({ kind, fiscalYear, currency }): LocalDate[] => {
    if (kind !== "sovereign" || fiscalYear === undefined) return [];
    const definition = fiscalDefinition(charter, fiscalYear, currency);
    if (definition === undefined) return [];
    return fiscalYearsBetween(definition, foundedOn, foundedOn).map(({ start }) => start);
  });
  return starts.reduce((first, start) => (start < first ? start : first), foundedOn);
}

function partyFutures(
  input: ReturnsInput,
  party: Party & { readonly fiscalYear: string },
  of: {
    readonly paidIn: readonly Flow[];
    readonly received: readonly Flow[];
    /** Of that, what is neither income nor a gain. */
    readonly returned: readonly Flow[];
    readonly left: readonly Flow[];
    readonly since: LocalDate;
  },
): PartyFutures | undefined {
  const { charter, today } = input.state;
  const definition = fiscalDefinition(charter, party.fiscalYear, party.currency);
  if (definition === undefined) return undefined;
  const years = fiscalYearsBetween(definition, of.since, today);
  const base = mainVehicle(charter).currency;
  const within = (flows: readonly Flow[], at: number): readonly Flow[] => {
    const { start, end } = years[at]!;
    return flows.filter(({ on }) => on >= start && on <= end);
  };
  const amounts = (value: (flows: readonly Flow[]) => number): PartyAmounts => {
    const yearly = (flows: readonly Flow[]): Float64Array =>
      Float64Array.from(years, (_year, at) => value(within(flows, at)));
    return {
      paidIn: yearly(of.paidIn),
      distributed: yearly(of.received),
      returned: yearly(of.returned),
      worth: yearly(of.left),
    };
  };
  const scale = 10 ** exponentOf(currencyCode(base));
  const inBase = amounts(
    (flows) => Number(flows.reduce((sum, { minor }) => sum + minor, 0n)) / scale,
  );
  const own = ownRates(input, party.id);
  const labels = years.map(({ label }) => Number(label.slice(2)));
  const shared = { party: party.id, currency: own?.currency ?? base, years: labels, inBase };
  if (own === undefined) return shared;
  const ownScale = 10 ** exponentOf(currencyCode(own.currency));
  const converted = (flows: readonly Flow[]): number => {
    const exact = convertedExactly(atRates(flows, own.rates), { from: base, to: own.currency });
    return doubleOf(exact) / ownScale;
  };
  return { ...shared, inOwn: amounts(converted) };
}

/**
 * The years of a policy that a record covers: of both treasuries, from the host's first one on, and
 * at most as many as are asked for.
 */
export function yearsOfRecord(policy: Policy, futures: FundFutures): Policy["years"] {
  const spans = [policy.host, policy.partner].map(({ treasury }) => {
    const years = futures.parties.find(({ party }) => party === treasury.party)?.years ?? [];
    return { treasury, years };
  });
  const first = spans[0]?.years[0] ?? policy.years.first;
  const counts = spans.map(({ treasury, years }) => {
    const start = firstYearOf({ ...policy, years: { ...policy.years, first } }, treasury);
    return (years.at(-1) ?? start) - start + 1;
  });
  return { first, count: Math.max(1, Math.min(...counts)) };
}
