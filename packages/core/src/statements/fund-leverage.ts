import type { Ratio } from "../base/ratio.ts";
import type { LocalizedText } from "../charter/charter.ts";
import type { Covenant, LadderStep } from "../charter/leverage-terms.ts";
import type { Standing } from "../facilities/covenant-ladder.ts";
import { stepOf } from "../facilities/covenants.ts";
import { covenantHeadroom, ratioOf, testable } from "../fund/debt/covenants.ts";
import { debtsOfHeld } from "../fund/debt/look-through.ts";
import type { FundState } from "../fund/state.ts";
import { charterRatio } from "../fund/terms.ts";
import { DEBT_ACCOUNTS } from "../ledger/accounts.ts";
import type { ConsolidatedBook } from "./consolidated-book.ts";
import { pageVehicles } from "./page-books.ts";

/** How far investments may fall, in whole basis points rounded down, before a step is reached. */
export type Fall = { readonly step: LadderStep; readonly fallBps: number };

export type CovenantLine = {
  readonly covenant: string;
  readonly name: LocalizedText;
  /** As tested now; absent where it has no value. */
  readonly ratio?: Ratio;
  readonly must: Covenant["must"];
  /** Where it locks; the incurrence test's where its ladder has no lock. */
  readonly limit: Ratio;
  readonly step: Standing;
  /** To lock and to sale; none that is reached, or that no fall would reach. */
  readonly falls: readonly Fall[];
};

/** What the page says of borrowing [ST46]; minor units of its currency. */
export type FundLeverage = {
  readonly covenants: readonly CovenantLine[];
  /** Principal owed by the vehicles of the page. */
  readonly debt: bigint;
  /** That of vehicles held besides, by the share of them that is held, rounded up (LV22). */
  readonly debtOfHeld: bigint;
};

const SHOWN_STEPS: readonly LadderStep[] = ["lock", "sale"];
const WHOLE_BPS = 10_000;

/** Where a covenant stands. */
export function lineOf(state: FundState, covenant: Covenant): CovenantLine {
  const { id, name, must, ladder, incurrence } = covenant;
  const lock = ladder.find(({ step }) => step === "lock");
  const ratio = ratioOf(state, covenant);
  const falls = covenantHeadroom(state, covenant).flatMap(({ step, fallBps }): Fall[] => {
    const isFall = fallBps !== null && fallBps < WHOLE_BPS && SHOWN_STEPS.includes(step);
    return isFall ? [{ step, fallBps }] : [];
  });
  return {
    ...{ covenant: id, name, must, limit: charterRatio(lock?.at ?? incurrence), falls },
    ...(ratio === undefined ? {} : { ratio }),
    step: stepOf(state.covenants, id),
  };
}

/**
 * Debt of the page's books and where their covenants stand [ST46]; nothing where no vehicle of the
 * page owes or may draw anything, itself or through what it holds, and no covenant is broken.
 */
export function leverageOf(state: FundState, book: ConsolidatedBook): FundLeverage | undefined {
  const { charter, facilities } = state;
  const vehicles = pageVehicles(charter);
  const inPage = new Set(vehicles.map(({ id }) => id));
  const debt = book.sum({ accounts: DEBT_ACCOUNTS, of: "closing", sign: -1n });
  // What the page adds up is in its debt already.
  const debtOfHeld = debtsOfHeld(state, charter.capital.vehicle).reduce(
    (sum, { vehicle, minor = 0n }) => (inPage.has(vehicle) ? sum : sum + minor),
    0n,
  );
  const covenants = testable(state)
    .filter(({ vehicle }) => inPage.has(vehicle))
    .map((covenant) => lineOf(state, covenant));
  const hasFacility = [...facilities.values()].some(
    ({ vehicle, status }) => inPage.has(vehicle) && status !== "closed",
  );
  const isBroken = covenants.some(({ step }) => step !== "clear");
  const borrows = hasFacility || isBroken || debt !== 0n || debtOfHeld !== 0n;
  return borrows ? { covenants, debt, debtOfHeld } : undefined;
}
