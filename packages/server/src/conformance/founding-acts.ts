import type { Charter } from "@jointfund/core/charter/charter.ts";
import { charterRatio, minorOf } from "@jointfund/core/fund/terms.ts";
import type { Project } from "@jointfund/projection/assumptions/assumptions.ts";
import {
  committedTo,
  enterFacility,
  enterLine,
  FAR,
  hasLine,
  indexOfLine,
  loanTerms,
  rateText,
} from "./borrowing-acts.ts";
import { QUOTE_DECIMALS } from "@jointfund/projection/charter/feeders.ts";
import { placeOrders } from "./dealing-acts.ts";
import { isHeldByOthers, issueClassCalls } from "./class-acts.ts";
import { bondsOf, LINE } from "./debts.ts";
import { proposeSales } from "./sale-acts.ts";
import { enterProjectDebt, foundVehicles, openProjectDebt } from "./project-debt.ts";
import { foundedOn, readyOn } from "./planned-amounts.ts";
import type { Replay } from "./replay.ts";

/** A lender's and a company's names in a replay: it has no others. */
export const companyOf = (project: string): string => `${project}-developer`;
export const SUPPLIER = "suppliers";

/** The fund is founded, its capital promised, its projects recommended. */
export function foundFund(replay: Replay): void {
  const { acts, charter, path } = replay;
  const { currency, initial, shares } = charter.capital;
  acts.moveTo(foundedOn(path));
  acts.found("A projected path is replayed");
  for (const [party, share] of Object.entries(shares)) {
    const { num, den } = charterRatio(share);
    const amount = acts.text((minorOf(currency, initial) * num) / den);
    const authority = { law: "Assumed", fiscalYear: "All", amount, expires: FAR };
    const body = { party, currency, amount, authority };
    acts.decide("commitment.accept", body, { as: `commitment-${party}`, party });
  }
  foundVehicles(replay);
  for (const project of path.assumptions.projects) recommend(replay, project);
  acts.moveTo(readyOn(path));
  for (const { id } of path.assumptions.projects) {
    acts.approve(`recommended-${id}`, "investment.recommend");
    acts.execute(`recommended-${id}`, "investment.recommend");
  }
  if (hasLine(replay)) enterLine(replay);
  enterProjectDebt(replay);
  issueCalls(replay);
}

/** What stands as the first step begins. */
export function openFund(replay: Replay): void {
  const { acts, path } = replay;
  acts.moveTo(path.opens);
  fixRates(replay, path.openingShortRate, path.openingExchange);
  if (hasLine(replay)) {
    acts.execute(LINE, "facility.enter");
    replay.debts.add(LINE, 0);
  }
  openProjectDebt(replay);
  prepareStep(replay, 0);
}

/** What a step needs to have been proposed before its day: sales, selections, bonds, calls. */
export function prepareStep(replay: Replay, index: number): void {
  const { acts, path, bonds: issues } = replay;
  issueCalls(replay);
  placeOrders(replay, index);
  if (index >= path.steps.length) return;
  if (acts.waits("investment.dispose")) proposeSales(replay, index);
  if (acts.waits("investment.select")) proposeSelections(replay, index);
  if (issues[index]! > 0n) proposeBonds(replay, index);
}

/** Selections that a step makes or tries. */
export function proposeSelections(replay: Replay, index: number): void {
  const { acts, path } = replay;
  const { selected, refused } = path.steps[index]!;
  for (const { id } of path.assumptions.projects) {
    if ((selected.get(id) ?? 0) === 0 && (refused.get(id) ?? 0) === 0) continue;
    const as = `selected-${id}-${index}`;
    const amount = committedTo(replay, id);
    acts.decide("investment.select", { investment: id }, { as, amount, executed: false });
  }
}

function proposeBonds(replay: Replay, index: number): void {
  const { bonds: issues, charter, path } = replay;
  const { bondRate } = path.steps[index]!;
  const terms = { ...loanTerms(replay, issues[index]!), rate: rateText(bondRate) };
  const bonds = { id: bondsOf(index), kind: "bond", vehicle: charter.capital.vehicle } as const;
  enterFacility(replay, bonds, { ...terms, commitmentFee: "0" });
}

export function fixRates(
  { acts, charter }: Replay,
  shortRate: number,
  exchange: ReadonlyMap<string, number>,
): void {
  const index = indexOfLine(charter);
  if (index !== "" && charter.acts["rate.fix"] !== undefined) {
    acts.report("rate.fix", { index, rate: rateText(shortRate) });
  }
  if (charter.acts["fx.fix"] === undefined) return;
  const sources = charter.fixing?.from.slice(0, charter.fixing.sources) ?? [];
  for (const [quote, rate] of exchange) {
    const quotes = sources.map((source) => ({ source, rate: rate.toFixed(QUOTE_DECIMALS) }));
    acts.report("fx.fix", { base: charter.currencies.base, quote, quotes });
  }
}

/** A project's milestones are what the path pays it, and after them what it never does. */
function recommend(replay: Replay, project: Project): void {
  const { acts, charter, path, draws } = replay;
  const { id, name, sector, geography, concerns } = project;
  let left = committedTo(replay, id);
  const milestones = draws.get(id)!.flatMap((minor, index) => {
    left -= minor;
    const due = path.steps[index]!.on;
    return minor > 0n ? [{ id: milestoneOf(index), due, amount: acts.text(minor) }] : [];
  });
  const rest = { id: "rest", due: FAR, amount: acts.text(left) };
  acts.decide(
    "investment.recommend",
    {
      ...{ investment: id, name: { ...name }, vehicle: charter.capital.vehicle, sector, geography },
      currency: acts.currency,
      parties: [
        { company: companyOf(id), role: "developer" },
        ...concerns.map((party) => ({ company: concernOf(charter, party), role: "sponsor" })),
      ],
      milestones: left > 0n ? [...milestones, rest] : milestones,
    },
    { as: `recommended-${id}`, executed: false, approved: false },
  );
}

export const milestoneOf = (index: number): string => `step-${index + 1}`;

/** A company by which a project concerns a party. */
const concernOf = ({ parties }: Charter, party: string): string =>
  parties.find(({ id }) => id === party)?.affiliates?.[0] ?? party;

/** Calls that have to be issued today, so that they are due on their steps' days [PJ101]. */
function issueCalls(replay: Replay): void {
  const { acts, charter, path, calls, issued } = replay;
  const { currency } = acts;
  issueClassCalls(replay);
  for (const [index, call] of calls.entries()) {
    if (issued[index] !== acts.on) continue;
    const items = [...call].flatMap(([party, parts]) => {
      const minor = Object.values(parts).reduce((sum, part) => sum + part, 0n);
      const commitment = `$commitment-${party}`;
      return minor > 0n ? [{ party, commitment, amount: acts.text(minor) }] : [];
    });
    if (items.length === 0) continue;
    const dueDate = path.steps[index]!.on;
    const unitClass = charter.classes.find(({ vehicle }) => vehicle === charter.capital.vehicle);
    const price = isHeldByOthers(replay, acts.on)
      ? `= priceOf("${unitClass?.id}")`
      : unitClass?.founderPrice;
    const taker = unitClass && price !== undefined && { class: unitClass.id, price };
    acts.decide(
      "capital.call",
      { ...(taker ?? { vehicle: charter.capital.vehicle }), currency, dueDate, items },
      { as: `call-${index}`, effectiveDate: dueDate },
    );
  }
}
