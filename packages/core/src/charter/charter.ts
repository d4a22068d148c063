import type { LocalDate } from "../calendar/date.ts";
import type { Days, LocalizedText } from "./basic-terms.ts";
import type { CalendarTerms } from "./calendar-terms.ts";
import type { CapitalTerms } from "./capital-terms.ts";
import type { DealingTerms, LegalRegime } from "./dealing-terms.ts";
import type {
  CarryTerms,
  DistributionTerms,
  ExpenseTerms,
  FeeTerms,
  RecoupmentTerms,
  ReserveTerms,
  Waterfall,
} from "./distribution-terms.ts";
import type { FixingTerms, MandateTerms, ValuationTerms } from "./investment-terms.ts";
import type { LeverageTerms } from "./leverage-terms.ts";
import type { PasskeyTerms } from "./passkey-terms.ts";
import type { DeadlockTerms, ExitTerms, OversightTerms, WindUpTerms } from "./oversight-terms.ts";

export type { DayCount, Days, LocalizedText } from "./basic-terms.ts";

/**
 * The charter: the founding agreement as data (docs/spec/charter.md).
 *
 * It is written in YAML and adopted as canonical JSON. Every rule carries the number of its clause,
 * which rejections, explanations and `why` cite. Amounts are decimal text in a named currency
 * ("300000000000.00"), shares are exact ratios as text ("1/2", "50%"), conditions are expressions
 * (docs/spec/expressions.md).
 */
export type Charter = {
  readonly format: "jointfund/charter/v1";
  /** Short name of the fund, and the first word of everything its officers sign. */
  readonly id: string;
  readonly version: number;
  /** Origin line of the log's checkpoints: a scheme-less URL (docs/spec/log.md). */
  readonly origin: string;
  readonly languages: readonly string[];
  readonly authoritative: readonly string[];
  readonly title: LocalizedText;
  readonly notice: LocalizedText;
  readonly purpose: { readonly clause: string; readonly text: LocalizedText };
  readonly currencies: CurrencyTerms;
  readonly calendars: CalendarTerms;
  readonly rounding: RoundingTerms;
  readonly parties: readonly Party[];
  readonly bodies: readonly Body[];
  readonly vehicles: readonly Vehicle[];
  readonly classes: readonly UnitClass[];
  readonly accounts: readonly ChartAccount[];
  readonly capital: CapitalTerms;
  readonly mandate: MandateTerms;
  readonly conflicts: ConflictTerms;
  readonly terms: readonly Term[];
  readonly limits: readonly Limit[];
  readonly leverage?: LeverageTerms;
  readonly valuation?: ValuationTerms;
  readonly fixing?: FixingTerms;
  readonly dealing?: readonly DealingTerms[];
  readonly fees?: readonly FeeTerms[];
  readonly expenses?: ExpenseTerms;
  readonly reserves?: readonly ReserveTerms[];
  readonly waterfalls: readonly Waterfall[];
  readonly distributions: readonly DistributionTerms[];
  readonly recoupment?: RecoupmentTerms;
  readonly carry?: CarryTerms;
  readonly freeze?: FreezeTerms;
  readonly passkeys?: PasskeyTerms;
  readonly finality: FinalityTerms;
  readonly oversight?: OversightTerms;
  readonly deadlock?: DeadlockTerms;
  readonly exit?: ExitTerms;
  readonly windUp?: WindUpTerms;
  readonly amendment: AmendmentTerms;
  /** One rule for each act type: who proposes, is consulted, approves, may object. */
  readonly acts: { readonly [actType: string]: ActRule };
  /** Act types that this fund does without: nobody can propose or report one. */
  readonly unusedActs: readonly string[];
};

export type CurrencyTerms = {
  readonly clause: string;
  readonly base: string;
  readonly contribution: readonly string[];
  readonly display: readonly string[];
};

export type RoundingTerms = {
  readonly clause: string;
  /** Rounding of money that is computed from ratios (docs/spec/money.md). */
  readonly money: "floor" | "halfEven" | "halfUp";
  /** Decimals of a struck price per unit; it is rounded down. */
  readonly priceDecimals: number;
  /** Who gets the odd minor unit of an allocation, first to last, on equal remainders. */
  readonly tieBreak: readonly string[];
};

export const PARTY_KINDS = [
  "sovereign",
  "manager",
  "adviser",
  "custodian",
  "valuer",
  "calculationAgent",
  "auditor",
  "engineer",
  "distributor",
  "lender",
  "partner",
  "arbitrator",
  "operator",
] as const;
export type PartyKind = (typeof PARTY_KINDS)[number];

/**
 * Names that stand for every party of a kind that is admitted later, in `propose` and `unilateral`:
 * nobody knows their ids when the charter is adopted.
 */
export const PARTY_GROUPS: ReadonlyMap<string, PartyKind> = new Map([
  ["partners", "partner"],
  ["lenders", "lender"],
  ["distributors", "distributor"],
]);

export type Party = {
  readonly id: string;
  readonly clause: string;
  readonly kind: PartyKind;
  readonly name: LocalizedText;
  readonly short: LocalizedText;
  /** Seats that speak for the party itself, and how many of them must agree. */
  readonly seats: readonly Seat[];
  readonly threshold: number;
  readonly currency?: string;
  readonly fiscalYear?: string;
  /** Companies in which the party has an interest: a conflict without any declaration. */
  readonly affiliates?: readonly string[];
};

export type Seat = {
  readonly id: string;
  /** The sovereign or other party whose officer sits here. */
  readonly party: string;
  /** Seat that decides in this one's place while this one is recused. */
  readonly alternate?: string;
};

export type Body = {
  readonly id: string;
  readonly clause: string;
  readonly name: LocalizedText;
  readonly seats: readonly Seat[];
  /**
   * Least number of deciding seats, in all and of each sovereign; recused seats lower neither below
   * 1.
   */
  readonly quorum: { readonly seats: number; readonly eachSovereign: number };
};

export const VEHICLE_KINDS = ["fund", "umbrella", "project", "feeder"] as const;
export type VehicleKind = (typeof VEHICLE_KINDS)[number];

/**
 * A book of its own: the fund, an umbrella over projects, the special-purpose vehicle of one
 * project, or a feeder through which a public class holds units of the fund.
 */
export type Vehicle = {
  readonly id: string;
  readonly clause: string;
  readonly kind: VehicleKind;
  readonly name: LocalizedText;
  /** Functional currency: the book is kept in it. */
  readonly currency: string;
  /** Vehicles of the charter that own this one; the fund itself has none. */
  readonly owners?: readonly { readonly vehicle: string }[];
  /** The class whose units a feeder buys with its holders' money. */
  readonly feeds?: string;
  /** Of a vehicle in the schedule: the day on which it was dissolved. Its book stays. */
  readonly dissolvedOn?: LocalDate;
};

export type UnitClass = {
  readonly id: string;
  readonly clause: string;
  readonly vehicle: string;
  readonly name: LocalizedText;
  readonly eligible: readonly PartyKind[];
  /**
   * Price of a unit before the first strike, in the vehicle's currency: for founders' simultaneous
   * calls before the first outside holder, and for a feeder's first orders.
   */
  readonly founderPrice: string;
  /** Whether it is open from the start, or only once `class.open` has taken effect. */
  readonly opens: "adoption" | "byAct";
  readonly regime?: LegalRegime;
};

export const ACCOUNT_KINDS = ["asset", "liability", "equity", "income", "expense", "memo"] as const;
export type AccountKind = (typeof ACCOUNT_KINDS)[number];

export type ChartAccount = {
  readonly code: string;
  readonly kind: AccountKind;
  readonly name: LocalizedText;
};

export type ConflictTerms = {
  readonly clause: string;
  /** Whether a party with a conflict may still propose an act that concerns its affiliate. */
  readonly proposerExcluded: boolean;
};

/** A named value of the agreement that expressions may use. */
export type Term = {
  readonly id: string;
  readonly clause: string;
  readonly name: LocalizedText;
  readonly value:
    | { readonly kind: "money"; readonly currency: string; readonly amount: string }
    | { readonly kind: "ratio"; readonly ratio: string }
    | { readonly kind: "integer"; readonly integer: number }
    | { readonly kind: "date"; readonly date: LocalDate };
};

/** A condition that a decision must leave true: it refuses decisions, never facts. */
export type Limit = {
  readonly id: string;
  readonly clause: string;
  readonly name: LocalizedText;
  readonly holds: string;
};

export type FreezeTerms = {
  readonly clause: string;
  readonly days: Days;
  /** One party alone may not freeze again before this has passed since its last freeze ended. */
  readonly coolingOff: Days;
};

export type FinalityTerms = {
  readonly clause: string;
  /** Parties whose mirrors must all have cosigned before money leaves. */
  readonly mirrors: readonly string[];
  /** A mandatory payment may leave on one mirror and one witness after so many hours. */
  readonly mandatoryAfterHours: number;
};

export type AmendmentTerms = {
  readonly clause: string;
  /** Parts of the charter, as paths such as "/distribution", that only ratification may change. */
  readonly entrenched: readonly string[];
};

export type ActRule = {
  readonly clause: string;
  readonly name: LocalizedText;
  /** Parties (by id) whose officers may propose; "any" is every enrolled officer. */
  readonly propose: readonly string[];
  /** "fact" is recorded on its reporters' word and never refused by limits. */
  readonly nature: "decision" | "fact";
  readonly consult?: readonly Consultation[];
  readonly limits?: readonly string[];
  /**
   * Tiers in order; the first whose condition holds decides; the last has none. Empty for facts.
   */
  readonly approve: readonly ApprovalTier[];
  /** Proposer and every approver that counts come from different sovereigns. */
  readonly makerChecker?: boolean;
  readonly objection?: { readonly by: readonly string[]; readonly window: Days };
  readonly veto?: { readonly by: readonly string[] };
  readonly timelock?: Days;
  /** Time from proposal to execution, after which the act lapses. */
  readonly expiry?: Days;
  /** Already agreed or owed: no veto, no freeze stops it. */
  readonly carvedOut?: boolean;
  /** Whether a freeze stops its execution. */
  readonly frozen?: boolean;
};

export type Consultation = {
  readonly body: string;
  readonly window: Days;
  /** What silence means when the window has run out. */
  readonly silence: "deemed" | "blocks";
};

export type ApprovalTier = {
  /** Expression over the act (amount, entrenched, …); absent on the last tier. */
  readonly when?: string;
  readonly rule: ApprovalRule;
};

export type ApprovalRule =
  | { readonly all: readonly ApprovalRule[] }
  | { readonly any: readonly ApprovalRule[] }
  | { readonly atLeast: number; readonly of: readonly ApprovalRule[] }
  /** The party's own seats, as many as its threshold. */
  | { readonly party: string }
  /** The same, each approval with evidence of the domestic procedure. */
  | { readonly ratifiedBy: string }
  /** The proposer's party, if it is among these: a right that one side may use alone. */
  | { readonly unilateral: readonly string[] }
  | { readonly seat: string }
  | { readonly majorityOf: string; readonly includingEachSovereign: boolean }
  | { readonly seatsOf: string; readonly atLeast: number }
  | { readonly unanimous: string }
  | { readonly soleDecider: string; readonly alternate: string }
  /** Any seat of a party of this kind that has no interest in the act. */
  | { readonly independent: PartyKind }
  /** Nobody of these has objected within the window; with nobody named, the window has passed. */
  | { readonly noObjection: { readonly by: readonly string[]; readonly window: Days } };
