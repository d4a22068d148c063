import { err, ok, type Result } from "@jointfund/core/base/result.ts";
import type { LocalDate } from "@jointfund/core/calendar/date.ts";
import type { Charter, LocalizedText } from "@jointfund/core/charter/charter.ts";
import type { AssumptionFinding } from "./assumption-finding.ts";
import type { Assumptions, Exchange, Project, Stress } from "./assumptions.ts";
import { DEFAULT_TEXTS, type DefaultText } from "./default-texts.ts";
import { quoteOf } from "./dollar-quotes.ts";

/**
 * What a projection of any charter assumes if it is told nothing [PJ23]: round figures, a few
 * projects in each sector, no skill (no excess return), debt only where the charter has facilities
 * for it. A display currency whose rate is not known here is a finding: it has to be given.
 */
export function defaultAssumptions(
  charter: Charter,
): Result<Assumptions, readonly AssumptionFinding[]> {
  const exchange = defaultExchange(charter);
  if (!exchange.ok) return exchange;
  const payers = Object.keys(charter.capital.shares);
  const isBorrowing = borrows(charter);
  const text = (name: DefaultText): LocalizedText => inLanguages(charter, DEFAULT_TEXTS[name]);
  return ok({
    format: "jointfund/assumptions/v1",
    title: text("title"),
    sources: {},
    opens: "2025-09-30" as LocalDate,
    stepMonths: 3,
    market: { expectedReturn: "8%", model: { kind: "lognormal", volatility: "16%" } },
    exchange: exchange.value,
    shortRate: {
      ...{ opening: "4%", mean: "3%", speed: "8%" },
      ...{ volatility: "0.6%", correlation: "0" },
    },
    projects: defaultProjects(charter, isBorrowing ? WITH_DEBT : ALL_CAPITAL),
    borrowing: {
      target: isBorrowing ? "25%" : "0%",
      bonds: "50%",
      lineSpread: "1.75%",
      bondSpread: "1.25%",
      lineLimit: isBorrowing ? "20%" : "0%",
      commitmentFee: "0.4%",
    },
    selling: { haircut: "20%", curedTo: "40%" },
    treasuries: Object.fromEntries(
      payers.map((party) => [party, { fundingRate: "4%", stops: "0.5%" }]),
    ),
    expenses: "0.1%",
    leastCash: "0.5%",
    distributions: { everyMonths: 6, first: 7 },
    stresses: defaultStresses(charter, text),
  });
}

/** The charter's languages; one that has no text of ours has the English one. */
function inLanguages(
  { languages }: Charter,
  texts: { readonly en: string; readonly ja: string },
): LocalizedText {
  const known: LocalizedText = texts;
  return Object.fromEntries(
    languages.map((language) => [language, known[language] ?? texts.en] as const),
  );
}

const borrows = ({ leverage }: Charter): boolean =>
  leverage?.facilities.some(({ kind }) => kind === "nav" || kind === "bond") ?? false;

function defaultExchange({
  currencies: { base, display, contribution },
}: Charter): Result<Assumptions["exchange"], readonly AssumptionFinding[]> {
  const exchange: { [currency: string]: Exchange } = {};
  const findings: AssumptionFinding[] = [];
  for (const currency of new Set([...display, ...contribution])) {
    if (currency === base) continue;
    const rate = quoteOf(currency, base);
    if (rate === undefined) {
      const facts = { actual: currency };
      findings.push({ code: "exchange_missing", path: ["exchange"], facts });
      continue;
    }
    exchange[currency] = {
      ...{ rate, drift: "0%", volatility: "10%" },
      ...{ reversion: "0%", correlation: "0" },
    };
  }
  return findings.length > 0 ? err(findings) : ok(exchange);
}

/** Of the initial capital, in per cent: all of it, or as much again as a third in debt. */
const ALL_CAPITAL = 100;
const WITH_DEBT = 133;
/** Charters hold single investments to a tenth or so of the capital. */
const LARGEST = 10;

function defaultProjects({ mandate }: Charter, total: number): readonly Project[] {
  const { sectors, geographies } = mandate;
  const ofEach = Math.ceil(total / LARGEST / sectors.length);
  const count = ofEach * sectors.length;
  return Array.from({ length: count }, (_, index) => {
    const sector = sectors[index % sectors.length]!;
    const number = Math.floor(index / sectors.length) + 1;
    const numbered = Object.entries(sector.name).map(([language, name]) => [
      language,
      ofEach === 1 ? name : `${name} ${number}`,
    ]);
    return {
      id: ofEach === 1 ? sector.id : `${sector.id}-${number}`,
      name: Object.fromEntries(numbered) as LocalizedText,
      sector: sector.id,
      geography: geographies[index % geographies.length]!,
      commitment: `${total}/${100 * count}`,
      selected: Math.min(index, 11),
      drawn: { kind: "pacing", yearly: ["25%", "1/3", "50%"] },
      beta: "1",
      excessReturn: "0%",
      ownVolatility: "15%",
      construction: 8,
      income: "5%",
      smoothing: "30%",
      projectDebt: "0%",
      concerns: [],
    };
  });
}

/** Three years after the opening, when most is drawn. */
const STRESSED = 12;

function defaultStresses(
  charter: Charter,
  text: (name: DefaultText) => LocalizedText,
): readonly Stress[] {
  const market = (step: number, change: string) => ({ kind: "market", step, change }) as const;
  const shortOf = new Map(charter.parties.map(({ id, short }) => [id, short]));
  const stops = Object.keys(charter.capital.shares).map((party): Stress => {
    const short = shortOf.get(party) ?? {};
    const named = Object.entries(text("stops")).map(([language, template]) => [
      language,
      template.replace("{party}", short[language] ?? party),
    ]);
    return {
      id: `${party}-stops`,
      name: Object.fromEntries(named) as LocalizedText,
      events: [{ kind: "stops", step: STRESSED / 2, party }],
    };
  });
  return [
    {
      id: "crisis-2008",
      name: text("crisis"),
      events: [
        market(STRESSED, "-9.3%"),
        market(STRESSED + 1, "-27.9%"),
        market(STRESSED + 2, "-13.7%"),
        market(STRESSED + 3, "22.3%"),
        market(STRESSED + 4, "12.8%"),
      ],
    },
    {
      id: "pandemic-2020",
      name: text("pandemic"),
      events: [
        market(STRESSED, "-16.5%"),
        market(STRESSED + 1, "17.1%"),
        market(STRESSED + 2, "8.4%"),
      ],
    },
    {
      id: "rates-up",
      name: text("ratesUp"),
      events: [{ kind: "rates", step: STRESSED, until: STRESSED + 19, change: "3%" }],
    },
    ...stops,
  ];
}
