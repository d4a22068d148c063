import type { JsonPath } from "@jointfund/core/base/json.ts";
import { Ratio } from "@jointfund/core/base/ratio.ts";
import type { Charter } from "@jointfund/core/charter/charter.ts";
import type { AssumptionFinding } from "./assumption-finding.ts";
import type { Assumptions, OpenedClass } from "./assumptions.ts";
import { parseRateText } from "./rate-text.ts";

/** What is wrong with a class that opens: it must be one that the charter calls partners for. */
export function classFindings(
  { id, calls }: OpenedClass,
  path: JsonPath,
  { classes, capital, parties }: Charter,
): readonly AssumptionFinding[] {
  const unitClass = classes.find((each) => each.id === id);
  if (unitClass === undefined) {
    const required = classes.map((each) => each.id);
    const facts = { kind: "class", actual: id, required };
    return [{ code: "reference_unknown", path: [...path, "id"], facts }];
  }
  const findings: AssumptionFinding[] = [];
  const isForPartners = unitClass.eligible.every((kind) => kind === "partner");
  if (unitClass.vehicle !== capital.vehicle || !isForPartners || capital.partners === undefined) {
    const facts = { actual: id };
    findings.push({ code: "class_not_by_commitments", path: [...path, "id"], facts });
  }
  // What a program tells of classes and of parties goes by their ids.
  if (parties.some((party) => party.id === id)) {
    const facts = { kind: "class", actual: id };
    findings.push({ code: "id_duplicate", path: [...path, "id"], facts });
  }
  return [...findings, ...callFindings(calls, [...path, "calls"])];
}

function callFindings(calls: OpenedClass["calls"], path: JsonPath): readonly AssumptionFinding[] {
  const findings: AssumptionFinding[] = [];
  for (const [index, { after }] of calls.entries()) {
    const before = calls[index - 1]?.after;
    if (before === undefined || before < after) continue;
    const facts = { actual: after, required: before };
    findings.push({ code: "calls_unordered", path: [...path, index, "after"], facts });
  }
  const total = calls.map(({ share }) => parseRateText(share)!).reduce(Ratio.add, Ratio.zero);
  if (Ratio.compare(total, Ratio.one) > 0) {
    const actual = Ratio.toDecimalText(total) ?? `${total.num}/${total.den}`;
    findings.push({ code: "calls_beyond_commitment", path, facts: { actual } });
  }
  return findings;
}

/** Partners promise what the charter lets one promise at least, and all of them at most (CP5). */
export function classTotalFindings(
  { classes = [] }: Assumptions,
  { capital }: Charter,
): readonly AssumptionFinding[] {
  const { partners, initial, currency } = capital;
  if (partners === undefined) return [];
  const [least, most] = [partners.least, partners.most].map(decimal);
  let all = Ratio.zero;
  return classes.flatMap(({ commitment }, index) => {
    const promised = Ratio.mul(parseRateText(commitment)!, decimal(initial));
    all = Ratio.add(all, promised);
    const isEnough = Ratio.compare(promised, least!) >= 0;
    if (isEnough && Ratio.compare(all, most!) <= 0) return [];
    const actual = Ratio.toDecimalText(isEnough ? all : promised) ?? commitment;
    const facts = { actual, currency, ...partners };
    return [
      { code: "commitment_outside_limits", path: ["classes", index, "commitment"], facts },
    ] satisfies AssumptionFinding[];
  });
}

function decimal(text: string): Ratio {
  const value = Ratio.fromDecimal(text);
  return value.ok ? value.value : Ratio.zero;
}
