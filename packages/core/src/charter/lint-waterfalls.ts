import type { JsonPath } from "../base/json.ts";
import { Ratio } from "../base/ratio.ts";
import type { Tier, TierEnd, Waterfall } from "./distribution-terms.ts";
import type { LintContext } from "./lint-context.ts";
import { parseRatioText } from "./ratio-text.ts";

/** Tiers take all of the cash, and each can come to its end [WF20]–[WF26]. */
export function lintWaterfalls(context: LintContext): void {
  const { distributions, waterfalls } = context.charter;
  const used = new Set(distributions.map(({ waterfall }) => waterfall));
  for (const [index, waterfall] of waterfalls.entries()) {
    lintTiers(context, waterfall, ["waterfalls", index]);
    if (used.has(waterfall.id)) continue;
    context.warn("waterfall_unused", ["waterfalls", index], { actual: waterfall.id });
  }
  lintDistributions(context);
  lintRecoupment(context);
  lintCarry(context);
}

/** Units are of classes, and commitments are kept in the main vehicle's book alone [WF23]. */
function lintWeights(context: LintContext): void {
  const { capital, classes, distributions, waterfalls } = context.charter;
  for (const [index, { vehicle, waterfall: id }] of distributions.entries()) {
    const last = waterfalls.find((waterfall) => waterfall.id === id)?.tiers.at(-1)?.to;
    if (last === undefined || !("proportionalTo" in last)) continue;
    const { proportionalTo: actual } = last;
    const lacksUnits = actual === "units" && !classes.some((unit) => unit.vehicle === vehicle);
    const lacksCommitments = actual === "commitments" && vehicle !== capital.vehicle;
    if (!lacksUnits && !lacksCommitments) continue;
    context.error("last_tier_without_weights", ["distributions", index], { vehicle, actual });
  }
}

/** The main vehicle says how it distributes, and no vehicle says so twice [WF26]. */
function lintDistributions(context: LintContext): void {
  const { capital, distributions } = context.charter;
  lintWeights(context);
  context.distinct(
    "distribution",
    distributions.map(({ vehicle }, index) => [vehicle, ["distributions", index, "vehicle"]]),
  );
  if (distributions.some(({ vehicle }) => vehicle === capital.vehicle)) return;
  context.error("distribution_missing", ["distributions"], { vehicle: capital.vehicle });
}

function lintTiers(context: LintContext, { tiers }: Waterfall, path: JsonPath): void {
  context.distinct(
    "tier",
    tiers.map(({ id }, index) => [id, [...path, "tiers", index, "id"]]),
  );
  for (const [index, tier] of tiers.entries()) {
    const at = [...path, "tiers", index];
    const isLast = index === tiers.length - 1;
    lintSharing(context, tier, at, isLast);
    if (isLast) {
      if (tier.until !== undefined) context.error("tier_end_on_last", [...at, "until"]);
    } else if (tier.until === undefined) context.error("tier_end_missing", at);
    else lintEnd(context, tier, tier.until, at);
  }
}

/** Fixed shares are above zero and sum to 1; what nobody is owed cannot take the rest. */
function lintSharing(context: LintContext, { to }: Tier, path: JsonPath, isLast: boolean): void {
  const at = [...path, "to"];
  if ("proportionalTo" in to) {
    const { proportionalTo } = to;
    if (isLast && proportionalTo === "owed") context.error("last_tier_owed", at);
    return;
  }
  let sum = Ratio.zero;
  for (const [party, text] of Object.entries(to.shares)) {
    const share = parseRatioText(text) ?? Ratio.zero;
    const place = [...at, "shares", party];
    context.refer("party", party, context.names.parties, place);
    if (Ratio.isZero(share)) context.error("share_not_positive", place, { actual: text });
    sum = Ratio.add(sum, share);
  }
  if (Ratio.equals(sum, Ratio.one)) return;
  const actual = sum.den === 1n ? `${sum.num}` : `${sum.num}/${sum.den}`;
  context.error("shares_not_one", [...at, "shares"], { actual, required: "1" });
}

/** The section of the charter that gives a tier's end its meaning. */
function sectionOf({ kind }: TierEnd): "recoupment" | "carry" | undefined {
  if (kind === "recouped") return "recoupment";
  return kind === "preferred" || kind === "caughtUp" ? "carry" : undefined;
}

/** A tier's end has its terms, and whoever it waits for gets enough of the tier. */
function lintEnd(context: LintContext, { to }: Tier, until: TierEnd, path: JsonPath): void {
  const { recoupment, carry } = context.charter;
  const section = sectionOf(until);
  if (section !== undefined && context.charter[section] === undefined) {
    const facts = { actual: until.kind, required: section };
    context.error("tier_end_without_terms", [...path, "until"], facts);
    return;
  }
  if (until.kind !== "recouped" && until.kind !== "caughtUp") return;
  if (!("shares" in to)) return;
  const isCatchUp = until.kind === "caughtUp";
  const party = (isCatchUp ? carry?.holder : recoupment?.beneficiary) ?? "";
  const required = (isCatchUp ? carry?.share : undefined) ?? "0";
  const actual = (Object.hasOwn(to.shares, party) ? to.shares[party] : undefined) ?? "0";
  const [share, more] = [actual, required].map((text) => parseRatioText(text) ?? Ratio.zero);
  if (Ratio.compare(share!, more!) > 0) return;
  context.error("tier_never_full", path, { party, actual, required });
}

function lintRecoupment(context: LintContext): void {
  const { leverage, recoupment } = context.charter;
  if (recoupment === undefined) return;
  const { beneficiary, reading, instalments, rate } = recoupment;
  context.refer("party", beneficiary, context.names.parties, ["recoupment", "beneficiary"]);
  if (rate.index !== undefined) {
    const indices = new Set((leverage?.indices ?? []).map(({ id }) => id));
    context.refer("index", rate.index, indices, ["recoupment", "rate", "index"]);
  }
  if (reading === "scheduled" && instalments === undefined) {
    context.error("instalments_missing", ["recoupment", "reading"], { actual: reading });
  }
}

function lintCarry(context: LintContext): void {
  const { carry } = context.charter;
  if (carry === undefined) return;
  context.refer("party", carry.holder, context.names.parties, ["carry", "holder"]);
  const shares: readonly (readonly [path: JsonPath, text: string])[] = [
    [["carry", "share"], carry.share],
    [["carry", "clawback", "escrow"], carry.clawback?.escrow ?? "0"],
    [["carry", "clawback", "cap"], carry.clawback?.cap ?? "0"],
  ];
  for (const [path, text] of shares) {
    const share = parseRatioText(text) ?? Ratio.zero;
    if (Ratio.compare(share, Ratio.one) <= 0) continue;
    context.error("share_beyond_one", path, { actual: text, required: "1" });
  }
}
