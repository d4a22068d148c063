import type { LocalDate } from "@jointfund/core/calendar/date.ts";
import { findDistributionTerms } from "@jointfund/core/fund/terms.ts";
import type { Bool, Num } from "../kernel/program.ts";
import type { Books } from "./books.ts";
import { committedBy } from "./capital.ts";
import { environmentOf } from "./conditions.ts";
import { followedParties } from "./followed-parties.ts";
import type { FundWriter } from "./fund-writer.ts";
import { compileWaterfall, type WaterfallNodes } from "./waterfall-nodes.ts";
import { waterfallSchedules } from "./waterfall-schedules.ts";
import { waterfallOf, waterfallTerms } from "./waterfall-terms.ts";

const PREFIX = "waterfall.";

/** Who gets what of an amount, and what each party's part of net assets is. */
export type Sharing = Pick<WaterfallNodes, "parts" | "worth">;

/**
 * An amount is shared out by the main vehicle's waterfall; what was paid in since the last time is
 * put down in its balances first [PJ91].
 */
export function shareOut(w: FundWriter, books: Books, amount: Num, isPaymentDate: Bool): Sharing {
  const { b, charter } = w;
  const id = findDistributionTerms(charter, w.vehicle)?.waterfall;
  if (id === undefined) return { parts: new Map(), worth: () => new Map() };
  const nodes = compileWaterfall(b, charter, id, {
    ...{ prefix: PREFIX, steps: w.dates.length, amount, isPaymentDate },
    parties: new Map(followedParties(w).map((party) => [party, weightsOf(w, books, party)])),
    indexRate: w.factors.shortRate,
    isLastTest: b.equal(stepsLeft(w), b.constant(0)),
    environment: environmentOf(w, books, {}),
  });
  if (!nodes.ok) {
    w.refuse(nodes.error);
    return { parts: new Map(), worth: () => new Map() };
  }
  for (const [state, value] of nodes.value.openings) w.inputs.openings.set(state, value);
  return nodes.value;
}

/** A schedule, so that more steps need no other program [PJ95]. */
const stepsLeft = (w: FundWriter): Num =>
  w.schedule("stepsLeft", () => w.dates.map((_, step) => w.dates.length - 1 - step));

/** Where units are issued at one price, capital paid in stands for them [PJ92]. */
function weightsOf(w: FundWriter, books: Books, party: string) {
  const { b } = w;
  const zero = b.constant(0);
  const holder = books.parties.get(party);
  if (holder === undefined) {
    return {
      units: books.units.get(party) ?? zero,
      paidIn: zero,
      commitment: zero,
      contribution: zero,
    };
  }
  const { paidIn } = holder;
  const contribution = b.subtract(paidIn, b.state(`credited:${party}`));
  b.setNext(`credited:${party}`, paidIn);
  const units = books.units.get(party) ?? paidIn;
  return { units, paidIn, commitment: committedBy(w, party), contribution };
}

/** Schedules and tables of the waterfall's accruals [PJ46]. */
export function writeWaterfallSchedules(w: FundWriter, opens: LocalDate): void {
  const id = findDistributionTerms(w.charter, w.vehicle)?.waterfall;
  if (id === undefined) return;
  const terms = waterfallTerms(w.charter, waterfallOf(w.charter, id));
  const { schedules, tables } = waterfallSchedules(terms, PREFIX, { opens, ends: w.dates });
  for (const [name, values] of schedules) w.inputs.schedules.set(name, values);
  for (const [name, values] of tables) w.inputs.tables.set(name, values);
}
