import { counted, listed, withArticle } from "./lists.ts";
import type { CharterPhrases } from "./phrases.ts";

export const ENGLISH: CharterPhrases = {
  headings: {
    purpose: "Purpose",
    parties: "Parties",
    bodies: "Bodies",
    capital: "Capital",
    mandate: "What the fund may invest in",
    decisions: "Who decides what",
    powers: "What each side can force or stop alone",
    limits: "Limits",
    valuation: "What investments are worth",
    structure: "Vehicles and classes of units",
    dealing: "Citizens' dealing",
    leverage: "Borrowing and covenants",
    currencies: "Exchange rates and hedges",
    charges: "Fees, expenses, reserves",
    distribution: "Distribution",
    freeze: "Freeze",
    oversight: "Events, disputes, audit",
    deadlock: "When the sides cannot agree",
    exit: "Leaving the fund",
    windUp: "The end of the fund",
    finality: "When money may leave",
    passkeys: "Officers' passkeys",
    amendment: "Amendment",
  },
  kinds: {
    sovereign: "sovereign",
    manager: "manager",
    adviser: "adviser",
    custodian: "custodian",
    valuer: "valuer",
    calculationAgent: "calculation agent",
    auditor: "auditor",
    engineer: "independent engineer",
    distributor: "distributor",
    arbitrator: "arbitral tribunal",
    lender: "lender",
    partner: "limited partner",
    operator: "operator",
  },
  or: (parts) => listed(parts, " or "),
  and: (parts) => listed(parts, " and "),
  clause: (clause) => ` [${clause}]`,
  valued: (name, value) => `${name} (${value})`,
  version: (id, version) =>
    `Charter "${id}", version ${version}. Numbers in brackets are those of its clauses.`,
  seatsOfParty: ({ seats, threshold }) =>
    threshold === seats.length && threshold > 1
      ? `speaks through its seats ${listed(seats, " and ")}, all of which must agree`
      : `speaks through its seats ${listed(seats, " and ")}, of which ${threshold} must agree`,
  interests: (companies) => `has an interest in: ${listed(companies, " and ")}`,
  seatsOfBody: ({ total, byParty }) => {
    const parts = byParty.map(({ party, seats }) => `${seats} of ${party}`);
    return `${counted(total, "seat")}: ${listed(parts, " and ")}.`;
  },
  quorum: ({ seats, eachSovereign }) =>
    `Quorum: ${counted(seats, "seat")} must decide` +
    (eachSovereign === 0 ? "." : `, at least ${eachSovereign} of each sovereign.`),
  alternate: (alternate, seat) => `${alternate} stands in for ${seat} while ${seat} is recused.`,
  initialCapital: (amount, shares) => `${amount}: ${listed(shares, " and ")}.`,
  share: (party, share) => `${party} ${share}`,
  callNotice: (period) => `Called on a notice of at least ${period}.`,
  unitPrice: ({ name, price, eligible }) =>
    `${name}: ${price} a unit, for the founding calls; held by: ${eligible}.`,
  sectors: (names) => `Sectors: ${listed(names, " and ")}.`,
  geographies: (names) => `Countries: ${listed(names, " and ")}.`,
  conflicts: (proposerExcluded) =>
    "An officer with an interest in a matter has no vote on it" +
    (proposerExcluded ? ", and nobody with such an interest may propose it." : "."),
  businessDays: (days, places) => `${counted(days, "business day")} (${places})`,
  everyDay: (days) => counted(days, "calendar day"),
  proposedBy: (parties) => `Proposed by: ${parties}.`,
  recordedBy: (parties) => `A fact, recorded on the word of: ${parties}. It needs no approval.`,
  anyOfficer: "any officer",
  consulted: ({ body, period, deemed }) =>
    `Consulted first: ${body}, for ${period}; ` +
    (deemed ? "silence counts as an answer." : "silence holds the act up."),
  limits: (clauses) => `Limits that must hold: ${clauses.join(", ")}.`,
  approval: "Approved by",
  tier: (condition) => `if ${condition}`,
  otherwise: "otherwise",
  makerChecker: "Maker and checker: proposed by one side, approved by another.",
  objection: (parties, period) => `${parties} may object within ${period} of approval.`,
  veto: (parties) => `May be vetoed by: ${parties}.`,
  timelock: (period) => `Stands still for ${period} after approval.`,
  expiry: (period) => `Lapses if not executed within ${period} of the proposal.`,
  carvedOut: "Agreed already: can be neither vetoed nor frozen.",
  frozen: "Stopped by a freeze.",
  rules: {
    all: "all of these",
    any: "one of these",
    atLeast: (count) => `at least ${count} of these`,
    party: ({ party, threshold, seats }) => `${party} (${threshold} of its ${seats} seats)`,
    ratifiedBy: (party) => `${party}, with evidence that it has ratified`,
    unilateral: (parties) =>
      `the proposer's own party${parties === undefined ? "" : `, if that is ${parties}`}`,
    seat: (seat) => `the seat ${seat}`,
    majority: (body, includingEachSovereign) =>
      `a majority of the ${body}` +
      (includingEachSovereign ? ", with at least one seat of each sovereign" : ""),
    seatsOf: (count, body) => `${counted(count, "seat")} of the ${body}`,
    unanimous: (body) => `every seat of the ${body}`,
    soleDecider: (seat, alternate) =>
      `the seat ${seat} alone (${alternate} when ${seat} is recused)`,
    independent: (kind) => `a seat of ${withArticle(kind)} that has no interest in the matter`,
    noObjection: (parties, period) =>
      parties.length === 0
        ? `${period} have passed since the proposal, or since the consultation on it ended`
        : `no objection by ${listed(parties, " or ")} within ${period}`,
  },
  powers: {
    introduction: "Without any other party's consent, and whatever the others want:",
    act: "Act",
    decides: "decides alone",
    decidesSometimes: "decides alone in some cases",
    withholds: "can withhold",
    withholdsSometimes: "can withhold in some cases",
    vetoes: "can veto",
    objects: "can object",
    records: "records",
    nothing: "-",
    others: (party, clauses) => `${party} decides alone on: ${clauses.join(", ")}.`,
  },
  freeze: (days, coolingOff) =>
    `A freeze lasts ${days}. One side alone can freeze again only ${coolingOff} after its last ` +
    "freeze ended.",
  mirrors: (parties) =>
    `Money leaves only after ${parties} have each stored and countersigned the record of it.`,
  mandatory: (hours) =>
    `A payment that is due may leave on one of them and one outside witness after ${hours} hours.`,
  passkeys: (site, pages) => `Officers may sign with a passkey of ${site}, on ${pages}.`,
  syncedPasskeys: "A passkey may be one that its holder's devices copy among themselves.",
  devicePasskeys: "A passkey must stay in one device.",
  entrenched: "Only ratification by each sovereign can change:",
  ordinary: "All else changes by clause",
};
