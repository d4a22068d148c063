import type { JsonPath } from "@jointfund/core/base/json.ts";
import { Ratio } from "@jointfund/core/base/ratio.ts";
import type { Charter, UnitClass } from "@jointfund/core/charter/charter.ts";
import type { AssumptionFinding } from "./assumption-finding.ts";
import type { Assumptions, CalledClass, OpenedClass } from "./assumptions.ts";
import { parseRateText } from "./rate-text.ts";

/** What is wrong with a class that opens: the charter must call for it or deal in it so. */
export function classFindings(
  opened: OpenedClass,
  path: JsonPath,
  charter: Charter,
): readonly AssumptionFinding[] {
  const { id } = opened;
  const unitClass = charter.classes.find((each) => each.id === id);
  if (unitClass === undefined) {
    const required = charter.classes.map((each) => each.id);
    const facts = { kind: "class", actual: id, required };
    return [{ code: "reference_unknown", path: [...path, "id"], facts }];
  }
  const findings: AssumptionFinding[] = [];
  const isFit =
    opened.kind === "commitments" ? isCalled(charter, unitClass) : isDealt(charter, unitClass);
  if (!isFit) {
    const code = opened.kind === "commitments" ? "class_not_by_commitments" : "class_not_dealt_in";
    findings.push({ code, path: [...path, "id"], facts: { actual: id } });
  }
  // What a program tells of classes and of parties goes by their ids.
  if (charter.parties.some((party) => party.id === id)) {
    const facts = { kind: "class", actual: id };
    findings.push({ code: "id_duplicate", path: [...path, "id"], facts });
  }
  if (opened.kind === "dealing") return findings;
  return [...findings, ...callFindings(opened.calls, [...path, "calls"])];
}

function isCalled({ capital }: Charter, { vehicle, eligible }: UnitClass): boolean {
  const isForPartners = eligible.every((kind) => kind === "partner");
  return vehicle === capital.vehicle && isForPartners && capital.partners !== undefined;
}

/** A feeder's class that is dealt in, and that feeds a class of the main vehicle. */
function isDealt({ capital, classes, dealing, vehicles }: Charter, of: UnitClass): boolean {
  const feeds = vehicles.find(({ id }) => id === of.vehicle)?.feeds;
  const fed = classes.find(({ id }) => id === feeds);
  const isDealtIn = dealing?.some(({ unitClass }) => unitClass === of.id) === true;
  return isDealtIn && fed?.vehicle === capital.vehicle;
}

function callFindings(calls: CalledClass["calls"], path: JsonPath): readonly AssumptionFinding[] {
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
  return classes.flatMap((opened, index) => {
    if (opened.kind === "dealing") return [];
    const { commitment } = opened;
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
