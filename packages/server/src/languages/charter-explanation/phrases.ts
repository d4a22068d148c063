import type { PartyKind } from "@jointfund/core/charter/charter.ts";

/**
 * The phrases in which a charter is explained. One such table per language; names, amounts and
 * sentences of expressions come in the same language.
 */
export type CharterPhrases = {
  readonly headings: Readonly<Record<Heading, string>>;
  readonly kinds: Readonly<Record<PartyKind, string>>;
  readonly or: (parts: readonly string[]) => string;
  readonly and: (parts: readonly string[]) => string;
  /** "[5.1]" behind a sentence. */
  readonly clause: (clause: string) => string;
  /** "the cap (10%)" */
  readonly valued: (name: string, value: string) => string;
  readonly version: (id: string, version: number) => string;
  readonly seatsOfParty: (of: { seats: readonly string[]; threshold: number }) => string;
  readonly interests: (companies: readonly string[]) => string;
  readonly seatsOfBody: (of: {
    total: number;
    byParty: readonly { party: string; seats: number }[];
  }) => string;
  readonly quorum: (of: { seats: number; eachSovereign: number }) => string;
  readonly alternate: (alternate: string, seat: string) => string;
  readonly initialCapital: (amount: string, shares: readonly string[]) => string;
  readonly share: (party: string, share: string) => string;
  readonly callNotice: (period: string) => string;
  readonly unitPrice: (of: { name: string; price: string; eligible: string }) => string;
  readonly sectors: (names: readonly string[]) => string;
  readonly geographies: (names: readonly string[]) => string;
  readonly conflicts: (proposerExcluded: boolean) => string;
  readonly businessDays: (days: number, places: string) => string;
  readonly everyDay: (days: number) => string;
  readonly proposedBy: (parties: string) => string;
  readonly recordedBy: (parties: string) => string;
  readonly anyOfficer: string;
  readonly consulted: (of: { body: string; period: string; deemed: boolean }) => string;
  readonly limits: (clauses: readonly string[]) => string;
  readonly approval: string;
  readonly tier: (condition: string) => string;
  readonly otherwise: string;
  readonly makerChecker: string;
  readonly objection: (parties: string, period: string) => string;
  readonly veto: (parties: string) => string;
  readonly timelock: (period: string) => string;
  readonly expiry: (period: string) => string;
  readonly carvedOut: string;
  readonly frozen: string;
  readonly rules: RulePhrases;
  readonly powers: PowerPhrases;
  readonly freeze: (days: string, coolingOff: string) => string;
  readonly mirrors: (parties: string) => string;
  readonly mandatory: (hours: number) => string;
  readonly passkeys: (site: string, pages: string) => string;
  readonly syncedPasskeys: string;
  readonly devicePasskeys: string;
  readonly entrenched: string;
  readonly ordinary: string;
};

export type Heading =
  | "purpose"
  | "parties"
  | "bodies"
  | "capital"
  | "mandate"
  | "decisions"
  | "powers"
  | "limits"
  | "valuation"
  | "structure"
  | "dealing"
  | "leverage"
  | "currencies"
  | "charges"
  | "distribution"
  | "freeze"
  | "oversight"
  | "deadlock"
  | "exit"
  | "windUp"
  | "finality"
  | "passkeys"
  | "amendment";

/** How approval rules are said. */
export type RulePhrases = {
  readonly all: string;
  readonly any: string;
  readonly atLeast: (count: number) => string;
  readonly party: (of: { party: string; threshold: number; seats: number }) => string;
  readonly ratifiedBy: (party: string) => string;
  /** Of the parties named, or of whichever party when all may. */
  readonly unilateral: (parties: string | undefined) => string;
  readonly seat: (seat: string) => string;
  readonly majority: (body: string, includingEachSovereign: boolean) => string;
  readonly seatsOf: (count: number, body: string) => string;
  readonly unanimous: (body: string) => string;
  readonly soleDecider: (seat: string, alternate: string) => string;
  readonly independent: (kind: string) => string;
  readonly noObjection: (parties: readonly string[], period: string) => string;
};

/** How the table of powers is said. */
export type PowerPhrases = {
  readonly introduction: string;
  readonly act: string;
  readonly decides: string;
  readonly decidesSometimes: string;
  readonly withholds: string;
  readonly withholdsSometimes: string;
  readonly vetoes: string;
  readonly objects: string;
  readonly records: string;
  readonly nothing: string;
  readonly others: (party: string, clauses: readonly string[]) => string;
};
