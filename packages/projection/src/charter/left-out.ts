import type { Days } from "@jointfund/core/charter/basic-terms.ts";
import type { Charter } from "@jointfund/core/charter/charter.ts";
import type { CapitalTerms } from "@jointfund/core/charter/capital-terms.ts";
import type { MandateTerms, ValuationTerms } from "@jointfund/core/charter/investment-terms.ts";
import type { LeverageTerms } from "@jointfund/core/charter/leverage-terms.ts";
import type { OversightTerms } from "@jointfund/core/charter/oversight-terms.ts";
import type { RecoupmentTerms } from "@jointfund/core/charter/distribution-terms.ts";
import { EVERY_DAY } from "@jointfund/core/governance/window.ts";
import type { Assumptions } from "../assumptions/assumptions.ts";
import { ACT_TREATMENTS } from "./act-treatments.ts";

/** What a charter may say and a projection counts nothing of. */
export const LEFT_OUT_KINDS = [
  ...["otherVehicle", "unopenedClass", "orders", "partners", "admission", "remedies", "lateDays"],
  ...["deferral", "optOut", "recall", "subscriptionLine", "longestDraw", "guarantees", "hedging"],
  ...["overrun", "obligations", "challenge", "longStop", "freeze", "disputes", "sideLetters"],
  ...["indemnities", "deadlock", "exit", "windUp", "limit", "act"],
] as const;
export type LeftOutKind = (typeof LEFT_OUT_KINDS)[number];

/** A clause that a projection leaves out, by its number; of an act also the act's type. */
export type LeftOut = {
  readonly kind: LeftOutKind;
  readonly clause: string;
  readonly act?: string;
};

/**
 * What becomes of a part of a charter: it is `carried` by the program; or `assumed`, which says
 * that assumptions stand in its place; or it is `form`, from which no money follows; or it is left
 * out and told. A function looks closer.
 */
type Treatment =
  | "carried"
  | "assumed"
  | "form"
  | { readonly leftOut: LeftOutKind }
  | ((charter: Charter, assumptions: Assumptions) => readonly LeftOut[]);
/** Every part of the terms has to stand in its table: the compiler asks for it. */
type Table<Terms> = { readonly [part in keyof Required<Terms>]: Treatment };

const leftOut = (kind: LeftOutKind): Treatment => ({ leftOut: kind });

/** Treatment of every section of a charter. */
export const SECTION_TREATMENTS: Table<Charter> = {
  ...{ format: "form", id: "form", version: "form", origin: "form", languages: "form" },
  ...{ authoritative: "form", title: "form", notice: "form", purpose: "form" },
  ...{ currencies: "carried", calendars: "carried", rounding: "form", parties: "carried" },
  ...{ bodies: "form", accounts: "form", conflicts: "form", terms: "carried" },
  vehicles: (charter, assumptions) =>
    ofOtherVehicles({ charter, assumptions }, charter.vehicles, ({ id }) => id),
  classes: unopenedClasses,
  capital: (charter, assumptions) =>
    within(CAPITAL_TREATMENTS, charter.capital, { charter, assumptions }),
  mandate: (charter, assumptions) =>
    within(MANDATE_TREATMENTS, charter.mandate, { charter, assumptions }),
  limits: untestedLimits,
  leverage: (charter, assumptions) =>
    within(LEVERAGE_TREATMENTS, charter.leverage, { charter, assumptions }),
  valuation: (charter, assumptions) =>
    within(VALUATION_TREATMENTS, charter.valuation, { charter, assumptions }),
  fixing: "assumed",
  dealing: undealtClasses,
  fees: (charter, assumptions) =>
    ofOtherVehicles({ charter, assumptions }, charter.fees, ({ vehicle }) => vehicle),
  expenses: "assumed",
  reserves: (charter, assumptions) =>
    ofOtherVehicles({ charter, assumptions }, charter.reserves, ({ vehicle }) => vehicle),
  waterfalls: "carried",
  distributions: (charter, assumptions) =>
    ofOtherVehicles({ charter, assumptions }, charter.distributions, ({ vehicle }) => vehicle),
  recoupment: (charter, assumptions) =>
    within(RECOUPMENT_TREATMENTS, charter.recoupment, { charter, assumptions }),
  ...{ carry: "carried", freeze: leftOut("freeze"), passkeys: "form", finality: "form" },
  oversight: (charter, assumptions) =>
    within(OVERSIGHT_TREATMENTS, charter.oversight, { charter, assumptions }),
  ...{ deadlock: leftOut("deadlock"), exit: leftOut("exit"), windUp: leftOut("windUp") },
  ...{ amendment: "form", acts: actsLeftOut, unusedActs: "form" },
};

const CAPITAL_TREATMENTS: Table<CapitalTerms> = {
  ...{ clause: "form", vehicle: "carried", currency: "carried", initial: "carried" },
  ...{ shares: "carried", callNotice: "assumed", yearlyCap: "carried", late: remedies },
  partners: ({ capital }, { classes = [] }) =>
    capital.partners === undefined || classes.some(({ kind }) => kind === "commitments")
      ? []
      : [{ kind: "partners", clause: capital.partners.clause }],
  ...{ deferral: leftOut("deferral"), optOut: leftOut("optOut"), recall: leftOut("recall") },
  admission: leftOut("admission"),
};

const MANDATE_TREATMENTS: Table<MandateTerms> = {
  ...{ clause: "form", sectors: "carried", geographies: "carried" },
  ...{ milestonesCertified: "assumed", overrun: leftOut("overrun") },
  obligations: leftOut("obligations"),
};

const LEVERAGE_TREATMENTS: Table<LeverageTerms> = {
  ...{ clause: "form", indices: "carried", facilities },
  covenants: (charter, assumptions) =>
    ofOtherVehicles(
      { charter, assumptions },
      charter.leverage?.covenants,
      ({ vehicle }) => vehicle,
    ),
  ...{ guarantees: leftOut("guarantees"), hedging: leftOut("hedging") },
};

const VALUATION_TREATMENTS: Table<ValuationTerms> = {
  ...{ clause: "form", staleAfter: "assumed", challenge: leftOut("challenge") },
};

const RECOUPMENT_TREATMENTS: Table<RecoupmentTerms> = {
  ...{ clause: "form", beneficiary: "carried", reading: "carried", rate: "carried" },
  ...{ compounding: "carried", instalments: "carried", longStop: leftOut("longStop") },
};

const OVERSIGHT_TREATMENTS: Table<OversightTerms> = {
  ...{ clause: "form", instructionsPublicAfter: "form", audit: "form" },
  ...{ disputes: leftOut("disputes"), sideLetters: leftOut("sideLetters") },
  indemnities: leftOut("indemnities"),
};

type Of = { readonly charter: Charter; readonly assumptions: Assumptions };

/** What is left out of some terms, by the treatment of each of their parts. */
function within<Terms extends object>(
  table: Table<Terms>,
  terms: Terms | undefined,
  { charter, assumptions }: Of,
): readonly LeftOut[] {
  if (terms === undefined) return [];
  return Object.entries<Treatment>(table).flatMap(([name, treatment]): readonly LeftOut[] => {
    const part: unknown = terms[name as keyof Terms];
    if (part === undefined || typeof treatment === "string") return [];
    if (typeof treatment === "function") return treatment(charter, assumptions);
    const items: readonly unknown[] = Array.isArray(part) ? part : [part];
    return items.map((item) => ({ kind: treatment.leftOut, clause: clauseOf(item) }));
  });
}

const clauseOf = (terms: unknown): string => (terms as { readonly clause: string }).clause;

/** Everything that a charter says and its projection leaves out, in the charter's order. */
export function leftOutOf(charter: Charter, assumptions: Assumptions): readonly LeftOut[] {
  const all = within(SECTION_TREATMENTS, charter, { charter, assumptions });
  return [...new Map(all.map((each) => [JSON.stringify(each), each])).values()];
}

/**
 * Terms of vehicles beside the main one, and beside feeders whose classes open: those have books of
 * their own.
 */
function ofOtherVehicles<Terms extends { readonly clause: string }>(
  { charter, assumptions }: Of,
  terms: readonly Terms[] | undefined,
  vehicleOf: (terms: Terms) => string,
): readonly LeftOut[] {
  const { capital, classes } = charter;
  const opened = classes.filter(({ id }) => isAssumed(assumptions, id));
  const carried = [capital.vehicle, ...opened.map(({ vehicle }) => vehicle)];
  return (terms ?? [])
    .filter((each) => !carried.includes(vehicleOf(each)))
    .map(({ clause }) => ({ kind: "otherVehicle", clause }));
}

const isAssumed = ({ classes = [] }: Assumptions, id: string): boolean =>
  classes.some((opened) => opened.id === id);

/** Orders in classes that nobody is assumed to open. */
function undealtClasses({ dealing }: Charter, assumptions: Assumptions): readonly LeftOut[] {
  return (dealing ?? [])
    .filter(({ unitClass }) => !isAssumed(assumptions, unitClass))
    .map(({ clause }) => ({ kind: "orders", clause }));
}

/** Classes of the main vehicle that neither founders hold nor assumptions open. */
function unopenedClasses(
  { capital, classes, parties, vehicles }: Charter,
  assumptions: Assumptions,
): readonly LeftOut[] {
  const founding = parties
    .filter(({ id }) => Object.hasOwn(capital.shares, id))
    .map(({ kind }) => kind);
  // A class that a feeder holds opens with the feeder's own.
  const fed = classes
    .filter(({ id }) => isAssumed(assumptions, id))
    .map(({ vehicle }) => vehicles.find(({ id }) => id === vehicle)?.feeds);
  return classes
    .filter(({ vehicle }) => vehicle === capital.vehicle)
    .filter(({ eligible }) => !eligible.some((kind) => founding.includes(kind)))
    .filter(({ id }) => !isAssumed(assumptions, id) && !fed.includes(id))
    .map(({ clause }) => ({ kind: "unopenedClass", clause }));
}

/** That others pay in a party's place, or that it loses units, is theirs to decide. */
function remedies({ capital }: Charter, { stepMonths }: Assumptions): readonly LeftOut[] {
  const { late } = capital;
  if (late === undefined) return [];
  const isHarder = late.ladder.some(({ step }) => step === "dilute" || step === "forfeit");
  const diverts = late.ladder.filter(({ step }) => step === "divert").map(({ after }) => after);
  const isLonger = [late.grace, ...diverts].some((days) => isLongerThanStep(days, stepMonths));
  const { clause } = late;
  return [
    ...(isHarder ? [{ kind: "remedies", clause } as const] : []),
    ...(isLonger ? [{ kind: "lateDays", clause } as const] : []),
  ];
}

/** A program waits one step before it diverts, and knows no grace: a longer wait is left out. */
function isLongerThanStep({ days, calendar }: Days, stepMonths: number): boolean {
  return days > stepMonths * (calendar === EVERY_DAY ? 28 : 20);
}

function facilities({ leverage }: Charter): readonly LeftOut[] {
  return (leverage?.facilities ?? []).flatMap(({ kind, clause, longestDraw }): LeftOut[] => {
    if (kind === "subscription") return [{ kind: "subscriptionLine", clause }];
    return longestDraw === undefined ? [] : [{ kind: "longestDraw", clause }];
  });
}

/** Acts that a program does and whose limits it tests [PJ88, PJ89, PJ91]. */
export const TESTED_ACTS: ReadonlySet<string> = new Set([
  ...["investment.select", "investment.close", "investment.advance", "distribution.declare"],
  "order.price",
]);
/** A call never goes beyond what is not called yet [PJ90]. */
const NEVER_BEYOND = /^\s*unfundedCommitments\s*>=\s*0\s+[A-Z]{3}\s*$/;

/** Limits of acts that a program does without testing them. */
function untestedLimits({ acts, limits }: Charter): readonly LeftOut[] {
  return Object.entries(acts).flatMap(([act, rule]): readonly LeftOut[] => {
    if (ACT_TREATMENTS.get(act) !== "carried" || TESTED_ACTS.has(act)) return [];
    return (rule.limits ?? []).flatMap((id) => {
      const { clause, holds } = limits.find((limit) => limit.id === id)!;
      const isKept = act === "capital.call" && NEVER_BEYOND.test(holds);
      return isKept ? [] : [{ kind: "limit" as const, clause, act }];
    });
  });
}

/** Acts that move money and that nobody is assumed to do. */
function actsLeftOut({ acts }: Charter): readonly LeftOut[] {
  return Object.entries(acts).flatMap(([act, { clause }]): readonly LeftOut[] =>
    ACT_TREATMENTS.get(act) === "leftOut" ? [{ kind: "act", clause, act }] : [],
  );
}
