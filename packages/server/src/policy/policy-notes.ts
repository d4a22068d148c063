import type { PolicyComparison, PolicyOutcome } from "@jointfund/projection/policy/comparison.ts";
import { filled, filledWith } from "../cli/invocation.ts";
import type { Text } from "../languages/language.ts";
import { BEARER_NAMES, POLICY_LABELS, POLICY_NAMES } from "../languages/policy-words.ts";
import { lastYearOf } from "./policy-tables.ts";
import { amountWithUnit, decimalText, percentText } from "./policy-figures.ts";

/** An amount in both languages. */
const amount = (value: number, currency: string): Text => ({
  en: amountWithUnit(value, currency, "en"),
  ja: amountWithUnit(value, currency, "ja"),
});

const same = (text: string): Text => ({ en: text, ja: text });

/** What the tables do not say themselves: conventions, who bears what, and what is fragile. */
export function policyNotes(comparison: PolicyComparison): readonly Text[] {
  const { withoutSkill, currency, sides, offset } = comparison;
  const [host] = sides;
  const notes: Text[] = [
    POLICY_LABELS.conventions,
    filled(POLICY_LABELS.horizon, lastYearOf(comparison)),
    filledWith(POLICY_LABELS.withoutSkill, amount(withoutSkill.closedForm, currency)),
  ];
  notes.push(...fairStakesTexts(comparison));
  const fund = host?.policies.find(({ policy }) => policy === "fund");
  if (comparison.fund.from === "record") notes.push(POLICY_LABELS.fairByRate);
  notes.push(filled(POLICY_LABELS.inFull, percentText(offset.share), offset.year));
  const bearers = comparison.bearers.map(({ policy, shares }) =>
    bearersText(comparison, POLICY_NAMES[policy], shares),
  );
  notes.push(
    filledWith(POLICY_LABELS.bearers, {
      en: bearers.map(({ en }) => en).join("; "),
      ja: bearers.map(({ ja }) => ja).join("、"),
    }),
  );
  const incentive = host?.policies.find(({ policy }) => policy === "incentive");
  if (fund !== undefined && incentive !== undefined) {
    notes.push(filled(POLICY_LABELS.jobs, ...mostJobs(fund), ...mostJobs(incentive)));
    notes.push(deadweightText(comparison, incentive));
  }
  notes.push(filled(POLICY_LABELS.reversal, percentText(comparison.afterReversal, 0)));
  for (const { base, peakRate } of comparison.curves) {
    const name = comparison.bases.find(({ id }) => id === base)?.name ?? same(base);
    notes.push(filledWith(POLICY_LABELS.curve, name, same(percentText(peakRate, 0))));
  }
  const of = (standing: string): number =>
    comparison.assumptions.filter((each) => each.standing === standing).length;
  const all = comparison.assumptions.length;
  const used = (use: string): number =>
    comparison.assumptions.filter((each) => each.use === use).length;
  const counts = [
    ...[all, of("published"), of("derived"), of("assumed")],
    ...[used("drawn"), used("choice"), used("price")],
  ];
  notes.push(filled(POLICY_LABELS.assumptionsCount, ...counts));
  return notes;
}

function bearersText(
  { sides }: PolicyComparison,
  policy: Text,
  shares: { readonly [id: string]: number },
): Text {
  const parts = Object.entries(shares).map(([id, share]): Text => {
    const name = sides.find((side) => side.id === id)?.name ?? BEARER_NAMES[id] ?? same(id);
    return {
      en: `${name.en} ${percentText(share, 0)}`,
      ja: `${name.ja}${percentText(share, 0)}`,
    };
  });
  return {
    en: `${policy.en}: ${parts.map(({ en }) => en).join(", ")}`,
    ja: `${policy.ja}：${parts.map(({ ja }) => ja).join("・")}`,
  };
}

/** In the year in which most are caused: the mean, and how far it goes. */
function mostJobs({ years }: PolicyOutcome): readonly string[] {
  const jobs = years.flatMap(({ jobs: of }) => (of === undefined ? [] : [of]));
  const [most] = jobs.toSorted((a, b) => b.mean - a.mean);
  if (most === undefined) return ["0", "0", "0"];
  return [most.mean, most.p5, most.p95].map((each) => decimalText(each, 0));
}

/** What both stakes are worth at fair value, and why it is not 0 and not the same (PO25). */
function fairStakesTexts({ fairStakes, sides, currency }: PolicyComparison): readonly Text[] {
  const [first, second] = fairStakes?.sides ?? [];
  if (fairStakes === undefined || first === undefined || second === undefined) return [];
  const { sum, difference } = fairStakes;
  const nameOf = (id: string): Text => sides.find((side) => side.id === id)?.name ?? same(id);
  const money = (value: number): Text => amount(value, currency);
  const estimate = ({ value, standardError }: typeof sum.stake): readonly Text[] => [
    ...[money(value), money(standardError)],
  ];
  const fund = sides[0]?.policies.find(({ policy }) => policy === "fund");
  const taxes = (fund?.presentValue.fair.value ?? 0) - first.stake.value;
  return [
    filledWith(
      POLICY_LABELS.fairStakesText,
      ...[nameOf(first.id), money(first.stake.value)],
      ...[nameOf(second.id), money(second.stake.value)],
      ...[...estimate(sum.stake), ...estimate(sum.charter), money(sum.costs.value)],
    ),
    filledWith(
      POLICY_LABELS.fairDifference,
      ...[...estimate(difference.stake), nameOf(first.id), money(taxes)],
    ),
  ];
}

function deadweightText(
  { currency, breakEvenCaused }: PolicyComparison,
  { years }: PolicyOutcome,
): Text {
  let [windfall, burden] = [0, 0];
  for (const year of years) {
    windfall += year.windfall?.mean ?? 0;
    burden += year.excessBurden?.mean ?? 0;
  }
  const share = breakEvenCaused === undefined ? "-" : percentText(breakEvenCaused, 0);
  return filledWith(
    POLICY_LABELS.deadweight,
    ...[amount(windfall, currency), amount(burden, currency), same(share)],
  );
}
