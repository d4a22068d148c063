import { Ratio } from "@jointfund/core/base/ratio.ts";
import type { AssumptionFinding } from "./assumption-finding.ts";
import type { Assumptions, MarketModel } from "./assumptions.ts";
import { parseRateText } from "./rate-text.ts";

const PATH = ["market", "model"] as const;

/** What a model of the market asks of its figures [PJ22]. */
export function marketFindings({ market, exchange }: Assumptions): readonly AssumptionFinding[] {
  const { model } = market;
  switch (model.kind) {
    case "garch":
      return garchFindings(model);
    case "bootstrap":
      return bootstrapFindings(model, Object.keys(exchange));
    case "regimeSwitching":
      return regimeFindings(model);
    case "lognormal":
      return [];
  }
}

/** Two regimes that are never left have no long run: which one a path is in is then to be said. */
function regimeFindings(
  model: Extract<MarketModel, { readonly kind: "regimeSwitching" }>,
): readonly AssumptionFinding[] {
  const isLeft = (["calm", "turbulent"] as const).some(
    (regime) => !Ratio.isZero(parseRateText(model[regime].leave)!),
  );
  return isLeft ? [] : [{ code: "regimes_never_left", path: PATH, facts: {} }];
}

/** The variance has a long-run value only below a persistence of 1. */
function garchFindings(
  model: Extract<MarketModel, { readonly kind: "garch" }>,
): readonly AssumptionFinding[] {
  const findings: AssumptionFinding[] = [];
  const [alpha, gamma, beta] = [model.alpha, model.gamma, model.beta].map((text) =>
    parseRateText(text)!,
  );
  const persistence = [alpha!, Ratio.mul(gamma!, Ratio.make(1n, 2n)), beta!].reduce(Ratio.add);
  if (Ratio.compare(persistence, Ratio.one) >= 0) {
    const facts = { actual: asText(persistence), required: "1" };
    findings.push({ code: "persistence_too_high", path: PATH, facts });
  }
  // What a fall adds to the variance must not be less than nothing.
  if (Ratio.compare(Ratio.add(alpha!, gamma!), Ratio.zero) < 0) {
    const facts = { expected: "rate 0%..", actual: asText(Ratio.add(alpha!, gamma!)) };
    findings.push({ code: "out_of_range", path: [...PATH, "gamma"], facts });
  }
  if (model.degreesOfFreedom % 2 !== 0) {
    const path = [...PATH, "degreesOfFreedom"];
    findings.push({ code: "degrees_not_even", path, facts: { actual: model.degreesOfFreedom } });
  }
  return findings;
}

function bootstrapFindings(
  { returns, exchange = {}, meanBlock }: Extract<MarketModel, { readonly kind: "bootstrap" }>,
  currencies: readonly string[],
): readonly AssumptionFinding[] {
  const findings: AssumptionFinding[] = [];
  const rows = returns.length;
  if (meanBlock > rows) {
    const facts = { actual: meanBlock, required: rows };
    findings.push({ code: "block_too_long", path: [...PATH, "meanBlock"], facts });
  }
  for (const [currency, changes] of Object.entries(exchange)) {
    const path = [...PATH, "exchange", currency];
    if (!currencies.includes(currency)) {
      const facts = { kind: "currency", actual: currency, required: currencies };
      findings.push({ code: "reference_unknown", path, facts });
    }
    if (changes.length !== rows) {
      const facts = { actual: changes.length, required: rows };
      findings.push({ code: "rows_differ", path, facts });
    }
  }
  return findings;
}

const asText = (ratio: Ratio): string => Ratio.toDecimalText(ratio) ?? `${ratio.num}/${ratio.den}`;
