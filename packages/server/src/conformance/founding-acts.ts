import type { Charter } from "@jointfund/core/charter/charter.ts";
import { charterRatio, minorOf } from "@jointfund/core/fund/terms.ts";
import type { Project } from "@jointfund/projection/assumptions/assumptions.ts";
import { bondsOf, LINE } from "./debts.ts";
import { SOLD_FOR, type PathStep, type SoldFor } from "./path-steps.ts";
import { daysFrom, foundedOn, readyOn } from "./planned-amounts.ts";
import type { Replay } from "./replay.ts";

/** Until long after every replay. */
const FAR = "2059-12-31";
const RATE_DECIMALS = 15;
const QUOTE_DECIMALS = 6;

/** A lender's and a company's names in a replay: it has no others. */
export const companyOf = (project: string): string => `${project}-developer`;
export const SUPPLIER = "suppliers";

export const rateText = (rate: number): string => rate.toFixed(RATE_DECIMALS);

/** The charter's reference rate, which the line follows. */
const indexOfLine = ({ leverage }: Charter): string => leverage?.indices[0]?.id ?? "";

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
  for (const project of path.assumptions.projects) recommend(replay, project);
  acts.moveTo(readyOn(path));
  for (const { id } of path.assumptions.projects) {
    acts.approve(`recommended-${id}`, "investment.recommend");
    acts.execute(`recommended-${id}`, "investment.recommend");
  }
  if (hasLine(replay)) enterLine(replay);
  issueCalls(replay);
}

/** What stands as the first step begins. */
export function openFund(replay: Replay): void {
  const { acts, path } = replay;
  acts.moveTo(path.opens);
  fixRates(replay, path.openingShortRate, path.openingExchange);
  if (hasLine(replay)) acts.execute(LINE, "facility.enter");
  prepareStep(replay, 0);
}

/** What a step needs to have been proposed before its day: sales, selections, bonds, calls. */
export function prepareStep(replay: Replay, index: number): void {
  const { acts, path, bonds } = replay;
  issueCalls(replay);
  const step = path.steps[index];
  if (step === undefined) return;
  for (const { id } of path.assumptions.projects) {
    for (const why of SOLD_FOR) prepareSale(replay, index, why, id);
    if ((step.selected.get(id) ?? 0) === 0 && (step.refused.get(id) ?? 0) === 0) continue;
    acts.decide(
      "investment.select",
      { investment: id },
      {
        as: `selected-${id}-${index}`,
        amount: committedTo(replay, id),
        executed: false,
      },
    );
  }
  if (bonds[index]! > 0n) {
    const terms = { ...loanTerms(replay, bonds[index]!), rate: rateText(step.bondRate) };
    enter(replay, { id: bondsOf(index), kind: "bond" }, { ...terms, commitmentFee: "0" });
  }
}

/** A project that is owned is sold for a reason, in part or whole. */
export function isSold({ path, draws }: Replay, index: number, why: SoldFor, id: string): boolean {
  const share = path.steps[index]!.sales[why].shares.get(id) ?? 0;
  if (
    share === 0 ||
    !draws
      .get(id)!
      .slice(0, index)
      .some((minor) => minor > 0n)
  )
    return false;
  const earlier = SOLD_FOR.slice(0, SOLD_FOR.indexOf(why));
  const isWhole = (step: PathStep, reasons: readonly SoldFor[]): boolean =>
    reasons.some((each) => (step.sales[each].shares.get(id) ?? 0) >= 1);
  const before = path.steps.slice(0, index);
  return !before.some((step) => isWhole(step, SOLD_FOR)) && !isWhole(path.steps[index]!, earlier);
}

/** The part is that of what the valuer reports on the step's day. */
function prepareSale(replay: Replay, index: number, why: SoldFor, id: string): void {
  if (!isSold(replay, index, why, id)) return;
  const { acts, path, values } = replay;
  const { shares, proceeds } = path.steps[index]!.sales[why];
  const minor = BigInt(Math.round(proceeds.get(id) ?? 0));
  const worth = values.get(id)![index]!;
  const share = shares.get(id) ?? 0;
  const part = share >= 1 ? "1/1" : `${BigInt(Math.round(share * Number(worth)))}/${worth}`;
  const money = { currency: acts.currency, amount: acts.text(minor) };
  acts.decide(
    "investment.dispose",
    { investment: id, part, buyer: "buyers", ...money },
    { as: `${why}-${id}-${index}`, amount: minor, executed: false },
  );
}

export function fixRates(
  { acts, charter }: Replay,
  shortRate: number,
  exchange: ReadonlyMap<string, number>,
): void {
  const index = indexOfLine(charter);
  if (index !== "") acts.report("rate.fix", { index, rate: rateText(shortRate) });
  const sources = charter.fixing?.from.slice(0, charter.fixing.sources) ?? [];
  for (const [quote, rate] of exchange) {
    const quotes = sources.map((source) => ({ source, rate: rate.toFixed(QUOTE_DECIMALS) }));
    acts.report("fx.fix", { base: charter.currencies.base, quote, quotes });
  }
}

const hasLine = ({ charter, path }: Replay): boolean =>
  indexOfLine(charter) !== "" && Number.parseFloat(path.assumptions.borrowing.lineLimit) > 0;

function enterLine(replay: Replay): void {
  const { charter, path } = replay;
  const { lineLimit, lineSpread, commitmentFee } = path.assumptions.borrowing;
  const limit = shareOfInitial(charter, lineLimit);
  const terms = { ...loanTerms(replay, limit), rate: lineSpread, index: indexOfLine(charter) };
  enter(replay, { id: LINE, kind: "nav" }, { ...terms, commitmentFee });
}

function loanTerms({ acts }: Replay, limit: bigint) {
  return {
    limit: acts.text(limit),
    dayCount: "ACT/360",
    firstPayment: daysFrom(acts.on, 365),
    everyMonths: 12,
    maturity: FAR,
    instalments: [],
    agencyFee: acts.text(0n),
  };
}

function enter(
  { acts, charter }: Replay,
  { id, kind }: { readonly id: string; readonly kind: "nav" | "bond" },
  terms: ReturnType<typeof loanTerms> & {
    readonly rate: string;
    readonly index?: string;
    readonly commitmentFee: string;
  },
): void {
  const lender = charter.parties.find((party) => party.kind === "lender")?.id ?? "";
  acts.decide(
    "facility.enter",
    {
      ...{ facility: id, kind, vehicle: charter.capital.vehicle, lender },
      ...{ currency: acts.currency, upfrontFee: acts.text(0n), terms },
    },
    { as: id, executed: false },
  );
}

function shareOfInitial(charter: Charter, share: string): bigint {
  const { num, den } = charterRatio(share);
  return (minorOf(charter.capital.currency, charter.capital.initial) * num) / den;
}

export const committedTo = ({ charter, path }: Replay, id: string): bigint =>
  shareOfInitial(charter, path.assumptions.projects.find((each) => each.id === id)!.commitment);

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
function issueCalls({ acts, charter, path, calls, issued }: Replay): void {
  const { currency } = acts;
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
    const taker = unitClass && { class: unitClass.id, price: unitClass.founderPrice };
    acts.decide(
      "capital.call",
      { ...(taker ?? { vehicle: charter.capital.vehicle }), currency, dueDate, items },
      { as: `call-${index}`, effectiveDate: dueDate },
    );
  }
}
