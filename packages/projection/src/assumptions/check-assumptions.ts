import type { JsonPath } from "@jointfund/core/base/json.ts";
import { Ratio } from "@jointfund/core/base/ratio.ts";
import { encode } from "@jointfund/core/base/schema.ts";
import { isEndOfMonth } from "@jointfund/core/calendar/date.ts";
import type { Charter, LocalizedText } from "@jointfund/core/charter/charter.ts";
import { resolvePath } from "@jointfund/core/charter/charter-path.ts";
import type { AssumptionFinding } from "./assumption-finding.ts";
import { classFindings, classTotalFindings } from "./class-findings.ts";
import { assumptionsSchema } from "./assumptions-schema.ts";
import type { Assumptions, Project, Stress } from "./assumptions.ts";
import { correlatedNames, correlationRoot } from "./correlation.ts";
import { marketFindings } from "./market-findings.ts";
import { parseRateText } from "./rate-text.ts";

/** What decoded assumptions mean for a charter, and where that is nothing [PJ22]. */
export function checkAssumptions(
  assumptions: Assumptions,
  charter: Charter,
): readonly AssumptionFinding[] {
  return [
    ...openingFindings(assumptions),
    ...textFindings(assumptions, charter),
    ...sourceFindings(assumptions),
    ...marketFindings(assumptions),
    ...exchangeFindings(assumptions, charter),
    ...correlationFindings(assumptions),
    ...duplicates("project", assumptions.projects, ["projects"]),
    ...assumptions.projects.flatMap((project, index) =>
      projectFindings(project, ["projects", index], charter),
    ),
    ...treasuryFindings(assumptions, charter),
    ...duplicates("class", assumptions.classes ?? [], ["classes"]),
    ...(assumptions.classes ?? []).flatMap((opened, index) =>
      classFindings(opened, ["classes", index], charter),
    ),
    ...classTotalFindings(assumptions, charter),
    ...duplicates("stress", assumptions.stresses, ["stresses"]),
    ...assumptions.stresses.flatMap((stress, index) =>
      stressFindings(stress, ["stresses", index], charter),
    ),
  ];
}

function openingFindings(assumptions: Assumptions): readonly AssumptionFinding[] {
  const { opens, stepMonths, distributions } = assumptions;
  const findings: AssumptionFinding[] = [];
  if (!isEndOfMonth(opens)) {
    findings.push({ code: "opening_not_month_end", path: ["opens"], facts: { actual: opens } });
  }
  if (distributions.everyMonths % stepMonths !== 0) {
    const facts = { actual: distributions.everyMonths, required: stepMonths };
    findings.push({ code: "months_not_multiple", path: ["distributions", "everyMonths"], facts });
  }
  return findings;
}

function textFindings(assumptions: Assumptions, charter: Charter): readonly AssumptionFinding[] {
  const { title, sources, projects, stresses } = assumptions;
  const texts: readonly (readonly [LocalizedText, JsonPath])[] = [
    [title, ["title"]],
    ...Object.entries(sources).map(([place, text]) => [text, ["sources", place]] as const),
    ...projects.map(({ name }, index) => [name, ["projects", index, "name"]] as const),
    ...stresses.map(({ name }, index) => [name, ["stresses", index, "name"]] as const),
  ];
  return texts.flatMap(([text, path]) =>
    charter.languages
      .filter((language) => !Object.hasOwn(text, language))
      .map((language) => ({ code: "text_missing" as const, path, facts: { language } })),
  );
}

/** Each source is of a figure that is there. */
function sourceFindings(assumptions: Assumptions): readonly AssumptionFinding[] {
  const json = encode(assumptionsSchema, assumptions);
  return Object.keys(assumptions.sources)
    .filter((place) => !place.startsWith("/") || resolvePath(json, place) === undefined)
    .map((place) => unknown("place", place, [], ["sources", place]));
}

function exchangeFindings(
  { exchange }: Assumptions,
  { currencies: { base, display, contribution } }: Charter,
): readonly AssumptionFinding[] {
  const findings: AssumptionFinding[] = [];
  const needed = [...new Set([...display, ...contribution])].filter((code) => code !== base);
  for (const currency of needed) {
    if (Object.hasOwn(exchange, currency)) continue;
    findings.push({ code: "exchange_missing", path: ["exchange"], facts: { actual: currency } });
  }
  for (const currency of Object.keys(exchange)) {
    const path = ["exchange", currency];
    if (currency === base) {
      findings.push({ code: "exchange_of_base", path, facts: { actual: currency } });
    } else if (!needed.includes(currency)) {
      findings.push(unknown("currency", currency, needed, path));
    }
  }
  return findings;
}

function correlationFindings(assumptions: Assumptions): readonly AssumptionFinding[] {
  const names = correlatedNames(assumptions);
  const pairs = assumptions.correlations ?? [];
  const findings = pairs.flatMap(({ between }, index) =>
    between.flatMap((name, place) =>
      names.includes(name)
        ? []
        : [unknown("factor", name, names, ["correlations", index, "between", place])],
    ),
  );
  const seen = new Set<string>();
  for (const [index, { between }] of pairs.entries()) {
    const pair = between.toSorted((a, b) => (a < b ? -1 : 1)).join(", ");
    if (seen.has(pair)) findings.push(duplicate("pair", pair, ["correlations", index]));
    seen.add(pair);
  }
  if (findings.length > 0 || correlationRoot(assumptions) !== undefined) return findings;
  const path = pairs.length > 0 ? ["correlations"] : ["exchange"];
  return [{ code: "correlations_impossible", path, facts: {} }];
}

function projectFindings(
  project: Project,
  path: JsonPath,
  { mandate, parties }: Charter,
): readonly AssumptionFinding[] {
  const { sector, geography, drawn, concerns, projectDebt, sculpted } = project;
  const sectors = mandate.sectors.map(({ id }) => id);
  const ids = parties.map(({ id }) => id);
  const findings: AssumptionFinding[] = [];
  if (!sectors.includes(sector)) {
    findings.push(unknown("sector", sector, sectors, [...path, "sector"]));
  }
  if (!mandate.geographies.includes(geography)) {
    findings.push(unknown("geography", geography, mandate.geographies, [...path, "geography"]));
  }
  if (sculpted !== undefined && !Ratio.isZero(parseRateText(projectDebt)!)) {
    const facts = { actual: projectDebt };
    findings.push({ code: "project_debt_twice", path: [...path, "projectDebt"], facts });
  }
  findings.push(...returnedFindings(project, path));
  for (const [index, party] of concerns.entries()) {
    if (!ids.includes(party)) {
      findings.push(unknown("party", party, ids, [...path, "concerns", index]));
    }
  }
  return drawn.kind === "milestones"
    ? [...findings, ...milestoneFindings(drawn.parts, [...path, "drawn", "parts"])]
    : findings;
}

/** What is paid back by a pace has no income and no end beside it. */
function returnedFindings(
  { returned, income, life }: Project,
  path: JsonPath,
): readonly AssumptionFinding[] {
  if (returned === undefined) return [];
  const found = (field: string, actual: string | number, required: string): AssumptionFinding => ({
    code: "returned_twice",
    path: [...path, field],
    facts: { actual, required },
  });
  return [
    ...(Ratio.isZero(parseRateText(income)!) ? [] : [found("income", income, "0%")]),
    ...(life === undefined ? [] : [found("life", life, "-")]),
  ];
}

function milestoneFindings(
  parts: readonly { readonly after: number; readonly share: string }[],
  path: JsonPath,
): readonly AssumptionFinding[] {
  const findings: AssumptionFinding[] = [];
  for (const [index, { after }] of parts.entries()) {
    const before = parts[index - 1]?.after;
    if (before === undefined || before < after) continue;
    const facts = { actual: after, required: before };
    findings.push({ code: "milestones_unordered", path: [...path, index, "after"], facts });
  }
  const total = parts.map(({ share }) => parseRateText(share)!).reduce(Ratio.add, Ratio.zero);
  if (!Ratio.equals(total, Ratio.one)) {
    const actual = Ratio.toDecimalText(total) ?? `${total.num}/${total.den}`;
    findings.push({ code: "milestones_not_whole", path, facts: { actual, required: "1" } });
  }
  return findings;
}

function treasuryFindings(
  { treasuries }: Assumptions,
  { parties, capital }: Charter,
): readonly AssumptionFinding[] {
  const paying = Object.keys(capital.shares);
  const known = parties
    .filter(({ id, kind }) => kind === "sovereign" || kind === "partner" || paying.includes(id))
    .map(({ id }) => id);
  const missing = paying.filter((party) => !Object.hasOwn(treasuries, party));
  return [
    ...missing.map((party) => ({
      ...{ code: "treasury_missing" as const, path: ["treasuries"] },
      facts: { actual: party },
    })),
    ...Object.keys(treasuries)
      .filter((party) => !known.includes(party))
      .map((party) => unknown("party", party, known, ["treasuries", party])),
  ];
}

function stressFindings(
  { events }: Stress,
  path: JsonPath,
  charter: Charter,
): readonly AssumptionFinding[] {
  const { currencies, mandate, capital } = charter;
  const sectors = mandate.sectors.map(({ id }) => id);
  const quoted = [...new Set([...currencies.display, ...currencies.contribution])].filter(
    (code) => code !== currencies.base,
  );
  const payers = Object.keys(capital.shares);
  const findings: AssumptionFinding[] = [];
  for (const [index, event] of events.entries()) {
    const at = [...path, "events", index];
    const before = events[index - 1]?.step ?? 0;
    if (event.step < before) {
      const facts = { actual: event.step, required: before };
      findings.push({ code: "events_unordered", path: [...at, "step"], facts });
    }
    if ("until" in event && event.until < event.step) {
      const facts = { actual: event.until, required: event.step };
      findings.push({ code: "end_before_start", path: [...at, "until"], facts });
    }
    if (event.kind === "sector" && !sectors.includes(event.sector)) {
      findings.push(unknown("sector", event.sector, sectors, [...at, "sector"]));
    }
    if (event.kind === "exchange" && !quoted.includes(event.currency)) {
      findings.push(unknown("currency", event.currency, quoted, [...at, "currency"]));
    }
    if (event.kind === "stops" && !payers.includes(event.party)) {
      findings.push(unknown("party", event.party, payers, [...at, "party"]));
    }
  }
  return [...findings, ...repeatedEvents(events, path)];
}

/** Two events of one kind, on one thing, in one step: which of them counts would be chance. */
function repeatedEvents(events: Stress["events"], path: JsonPath): readonly AssumptionFinding[] {
  const seen = new Set<string>();
  const findings: AssumptionFinding[] = [];
  for (const [index, event] of events.entries()) {
    const of =
      event.kind === "sector"
        ? event.sector
        : event.kind === "exchange"
          ? event.currency
          : event.kind === "stops"
            ? event.party
            : "";
    const identity = `${event.step} ${event.kind} ${of}`.trimEnd();
    if (seen.has(identity)) findings.push(duplicate("event", identity, [...path, "events", index]));
    seen.add(identity);
  }
  return findings;
}

function duplicates(
  kind: string,
  items: readonly { readonly id: string }[],
  path: JsonPath,
): readonly AssumptionFinding[] {
  return items.flatMap(({ id }, index) =>
    items.findIndex((item) => item.id === id) < index
      ? [duplicate(kind, id, [...path, index, "id"])]
      : [],
  );
}

const duplicate = (kind: string, actual: string, path: JsonPath): AssumptionFinding => ({
  ...{ code: "id_duplicate", path },
  facts: { kind, actual },
});

const unknown = (
  kind: string,
  actual: string,
  required: readonly string[],
  path: JsonPath,
): AssumptionFinding => ({
  ...{ code: "reference_unknown", path },
  facts: { kind, actual, required },
});
