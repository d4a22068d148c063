import type { PolicyComparison, PolicyOutcome } from "@jointfund/projection/policy/comparison.ts";
import { filled, filledWith } from "../cli/invocation.ts";
import type { Text } from "../languages/language.ts";
import { BEARER_NAMES, POLICY_LABELS, POLICY_NAMES } from "../languages/policy-words.ts";
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
    filledWith(POLICY_LABELS.withoutSkill, amount(withoutSkill.closedForm, currency)),
  ];
  const { simulated } = withoutSkill;
  if (simulated !== undefined) {
    const { value, standardError } = simulated;
    const texts = [amount(value, currency), amount(standardError, currency)];
    notes.push(filledWith(POLICY_LABELS.simulatedSkill, ...texts));
  }
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
    notes.push(filled(POLICY_LABELS.jobs, mostJobs(fund), mostJobs(incentive)));
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
  const counts = [all, of("published"), of("derived"), of("assumed")];
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

const mostJobs = ({ years }: PolicyOutcome): string =>
  decimalText(Math.max(...years.map(({ jobs = 0 }) => jobs)), 0);

function deadweightText(
  { currency, breakEvenCaused }: PolicyComparison,
  { years }: PolicyOutcome,
): Text {
  let [windfall, burden] = [0, 0];
  for (const year of years) {
    windfall += year.windfall ?? 0;
    burden += year.excessBurden ?? 0;
  }
  const share = breakEvenCaused === undefined ? "-" : percentText(breakEvenCaused, 0);
  return filledWith(
    POLICY_LABELS.deadweight,
    ...[amount(windfall, currency), amount(burden, currency), same(share)],
  );
}
