import { assert } from "../base/assert.ts";
import { Ratio } from "../base/ratio.ts";
import type { Charter, UnitClass, Vehicle } from "../charter/charter.ts";
import { TERMS_OF_KINDS, type DistributionTerms } from "../charter/distribution-terms.ts";
import { parseRatioText } from "../charter/ratio-text.ts";
import { currencyCode, exponentOf } from "../money/currency.ts";
import { Money } from "../money/money.ts";

/**
 * A charter's ratio text, "1/2", "12.5%" or "0.125". The charter's own checks have refused others.
 */
export function charterRatio(text: string): Ratio {
  const ratio = parseRatioText(text);
  assert(ratio !== undefined, `an adopted charter's ratio is well formed: ${text}`);
  return ratio;
}

/** Each party's share of the initial capital. */
export function shareOfCapital(charter: Charter, party: string): Ratio | undefined {
  const { shares } = charter.capital;
  // A party may be named like something that every object has, as "constructor".
  const text = Object.hasOwn(shares, party) ? shares[party] : undefined;
  return text === undefined ? undefined : charterRatio(text);
}

export function findClass(charter: Charter, id: string): UnitClass | undefined {
  return charter.classes.find((unitClass) => unitClass.id === id);
}

/** How a vehicle distributes: by terms of its own, or by those of every vehicle of its kind. */
export function findDistributionTerms(
  { distributions }: Charter,
  { id, kind }: Pick<Vehicle, "id" | "kind">,
): DistributionTerms | undefined {
  const ofKind = TERMS_OF_KINDS.get(kind);
  return (
    distributions.find(({ vehicle }) => vehicle === id) ??
    distributions.find(({ vehicle }) => vehicle === ofKind)
  );
}

export function partyKind(charter: Charter, id: string): string | undefined {
  return charter.parties.find((party) => party.id === id)?.kind;
}

export function sovereignsOf(charter: Charter): readonly string[] {
  return charter.parties.filter(({ kind }) => kind === "sovereign").map(({ id }) => id);
}

/** Minor units of decimal text that an adopted charter holds. */
export function minorOf(currency: string, text: string): bigint {
  const money = Money.parse(currencyCode(currency), text);
  assert(money.ok, `an adopted charter's amount is well formed: ${currency} ${text}`);
  return money.value.minor;
}

/** How many minor units make one of the currency: 100 for USD, 1 for JPY. */
export function perMajorUnit(currency: string): Ratio {
  return Ratio.make(10n ** BigInt(exponentOf(currencyCode(currency))), 1n);
}
