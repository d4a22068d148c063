import { Ratio } from "@jointfund/core/base/ratio.ts";
import {
  TERMS_OF_KINDS,
  type CarryTerms,
  type RecoupmentTerms,
  type Tier,
  type Waterfall,
} from "@jointfund/core/charter/distribution-terms.ts";
import { parseRatioText } from "@jointfund/core/charter/ratio-text.ts";
import { WATERFALL_PHRASES } from "../languages/charter-explanation/waterfalls.ts";
import type { CharterSpeaker } from "./explanation-text.ts";

/** What is paid out of each vehicle, who gets it in which order, and what the tiers wait for. */
export function distribution(speaker: CharterSpeaker): readonly string[] {
  const { charter, phrases, language } = speaker;
  const said = WATERFALL_PHRASES[language];
  const nameOf = (id: string): string => {
    if (id === TERMS_OF_KINDS.get("project")) return said.projects;
    if (id === TERMS_OF_KINDS.get("umbrella")) return said.umbrellas;
    const vehicle = charter.vehicles.find((one) => one.id === id);
    return vehicle === undefined ? id : speaker.text(vehicle.name);
  };
  const paid = charter.distributions.map((terms) => {
    const waterfall = charter.waterfalls.find(({ id }) => id === terms.waterfall);
    const text = said.paidOut({
      vehicle: nameOf(terms.vehicle),
      formula: speaker.clause(terms.formula, "amount", terms.vehicle),
      waterfall: waterfall === undefined ? terms.waterfall : speaker.text(waterfall.name),
    });
    return `- ${text}${phrases.clause(terms.clause)}`;
  });
  const { carry, recoupment } = charter;
  return [
    ...paid,
    ...charter.waterfalls.flatMap((waterfall) => waterfallLines(speaker, waterfall)),
    ...(recoupment === undefined ? [] : recoupmentLines(speaker, recoupment)),
    ...(carry === undefined ? [] : carryLines(speaker, carry)),
  ];
}

function waterfallLines(speaker: CharterSpeaker, waterfall: Waterfall): readonly string[] {
  const { clause, name, scope, tiers } = waterfall;
  const said = WATERFALL_PHRASES[speaker.language];
  const [only] = tiers;
  if (tiers.length === 1 && only !== undefined) {
    const text = said.onlyTier(speaker.text(name), sharingText(speaker, only));
    return [`- ${text}${speaker.phrases.clause(clause)}`];
  }
  return [
    `- ${said.waterfall(speaker.text(name), scope)}${speaker.phrases.clause(clause)}`,
    ...tiers.map((tier, index) => `  ${index + 1}. ${tierText(speaker, tier)}`),
  ];
}

function sharingText(speaker: CharterSpeaker, { to }: Tier): string {
  const said = WATERFALL_PHRASES[speaker.language];
  if ("proportionalTo" in to) return said.proportional[to.proportionalTo];
  const shares = Object.entries(to.shares).map(([party, share]) =>
    said.share(speaker.party(party), speaker.ratio(share)),
  );
  return said.shares(speaker.phrases.and(shares));
}

function endText(speaker: CharterSpeaker, { until }: Tier): string {
  const said = WATERFALL_PHRASES[speaker.language];
  if (until === undefined) return said.rest;
  if (until.kind !== "amount") return said.ends[until.kind];
  return said.amountEnd(speaker.clause(until.formula, "amount"));
}

function tierText(speaker: CharterSpeaker, tier: Tier): string {
  const [sharing, end] = [sharingText(speaker, tier), endText(speaker, tier)];
  return WATERFALL_PHRASES[speaker.language].tier({ name: speaker.text(tier.name), sharing, end });
}

function recoupmentLines(speaker: CharterSpeaker, terms: RecoupmentTerms): readonly string[] {
  const { charter, phrases, language } = speaker;
  const said = WATERFALL_PHRASES[language];
  const { beneficiary, clause, compounding, instalments = 0, longStop, rate, reading } = terms;
  const party = speaker.party(beneficiary);
  const index = charter.leverage?.indices.find(({ id }) => id === rate.index);
  const spread = speaker.ratio(rate.spread);
  const yearly =
    index === undefined ? said.fixedRate(spread) : said.indexed(speaker.text(index.name), spread);
  return [
    `- ${said.recoupment(party, yearly, rate.dayCount)}${said.compounds(compounding)}` +
      phrases.clause(clause),
    `  - ${said.reading[reading](instalments)}`,
    ...cashNeeded(speaker, beneficiary).map((line) => `  - ${line}`),
    ...(longStop === undefined
      ? []
      : [
          `  - ${said.longStop(longStop.years, speaker.text(longStop.consequence))}` +
            phrases.clause(longStop.clause),
        ]),
  ];
}

/** What is not plain from a share alone: half of a tier brings what is owed from twice the cash. */
function cashNeeded(speaker: CharterSpeaker, beneficiary: string): readonly string[] {
  const tiers = speaker.charter.waterfalls.flatMap((waterfall) => waterfall.tiers);
  const said = WATERFALL_PHRASES[speaker.language];
  return tiers.flatMap(({ to, until }) => {
    if (until?.kind !== "recouped" || !("shares" in to)) return [];
    const text = to.shares[beneficiary] ?? "0";
    const share = parseRatioText(text) ?? Ratio.zero;
    if (Ratio.isZero(share) || Ratio.equals(share, Ratio.one)) return [];
    const times = Ratio.div(Ratio.one, share);
    const written = Ratio.toDecimalText(times) ?? `${times.num}/${times.den}`;
    return [said.cashNeeded(speaker.party(beneficiary), speaker.ratio(text), written)];
  });
}

function carryLines(speaker: CharterSpeaker, terms: CarryTerms): readonly string[] {
  const { phrases, language } = speaker;
  const said = WATERFALL_PHRASES[language];
  const { clause, clawback, compounding, dayCount, holder, hurdle, share } = terms;
  const text =
    said.carry(speaker.party(holder), speaker.ratio(share)) +
    said.hurdle(speaker.ratio(hurdle), dayCount) +
    said.hurdleCompounds[compounding];
  return [
    `- ${text}${phrases.clause(clause)}`,
    ...(clawback === undefined
      ? []
      : [
          `  - ${said.clawback(speaker.ratio(clawback.escrow), speaker.ratio(clawback.cap))}` +
            phrases.clause(clawback.clause),
        ]),
  ];
}
