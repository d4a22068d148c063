/** What the rejection tables of all folders say of a code (docs/reference/rejections.md). */
export type RejectionTerms = {
  /** The rule of the specification that gives the code. */
  readonly rule: string;
  /** Facts that every rejection with this code carries. */
  readonly facts: readonly string[];
  /** Facts that it carries where they are known. */
  readonly mayCarry?: readonly string[];
  /** "later" if time, or another statement, can make the same statement acceptable. */
  readonly retry: "never" | "later";
};

const terms = <const Table extends { readonly [code: string]: RejectionTerms }>(
  table: Table,
): Table => table;

/**
 * Every code of governance, in order of precedence: of several reasons to refuse a statement, the
 * first in this list is given.
 */
export const GOVERNANCE_REJECTIONS = terms({
  // Who signs: docs/spec/record.md R2 to R4
  wrong_fund: { rule: "R2", facts: ["actual", "required"], retry: "never" },
  unexpected_signature: { rule: "R3", facts: ["actual", "required"], retry: "never" },
  unknown_key: { rule: "R3", facts: ["key"], retry: "later" },
  key_of_other_officer: { rule: "R3", facts: ["key", "actual", "required"], retry: "never" },
  key_not_in_force: { rule: "R3", facts: ["key", "actual"], retry: "never" },
  bad_signature: { rule: "R3", facts: ["key", "officer"], retry: "never" },
  not_the_operator: { rule: "R4", facts: ["officer", "actual", "required"], retry: "never" },

  // What is known already: G17, R5, R6, G12, G42
  act_unknown: { rule: "G17", facts: ["actual"], retry: "later" },
  already_recorded: { rule: "R5", facts: ["entry"], retry: "never" },
  already_decided: {
    rule: "G12",
    facts: ["officer", "actual", "required", "entry"],
    retry: "never",
  },
  already_answered: {
    rule: "G42",
    facts: ["officer", "actual", "required", "entry"],
    retry: "never",
  },
  idempotency_key_reused: { rule: "R6", facts: ["idempotencyKey", "act"], retry: "never" },

  // Proposing: G10, G11
  charter_version_not_in_force: { rule: "G10", facts: ["actual", "required"], retry: "never" },
  not_entitled_to_propose: {
    rule: "G10",
    facts: ["officer", "actual", "required"],
    retry: "never",
  },
  proposer_conflicted: { rule: "G11", facts: ["officer", "party", "concerns"], retry: "never" },

  // Deciding, answering, stopping, executing: the act's state first, then the officer's voice
  act_not_open: { rule: "G15", facts: ["act", "actual"], retry: "never" },
  approval_expired: { rule: "G13", facts: ["actual", "required"], retry: "never" },
  bounds_digest_mismatch: { rule: "G13", facts: ["actual", "required"], retry: "never" },
  log_size_implausible: { rule: "G13", facts: ["actual", "least", "most"], retry: "never" },
  consultation_open: { rule: "G15", facts: ["act"], retry: "later" },
  body_not_consulted: { rule: "G42", facts: ["actual", "required"], retry: "never" },
  consultation_closed: { rule: "G42", facts: ["act", "body"], retry: "never" },
  carved_out: { rule: "G51", facts: ["party"], retry: "never" },
  no_veto_right: { rule: "G50", facts: ["actual", "required"], retry: "never" },
  no_objection_right: { rule: "G50", facts: ["actual", "required"], retry: "never" },
  objection_window_closed: { rule: "G50", facts: ["actual", "ends"], retry: "never" },
  maker_may_not_check: { rule: "G14", facts: ["officer", "party"], retry: "never" },
  seat_recused: { rule: "G23", facts: ["officer", "cause"], retry: "never" },
  no_seat_for_this_act: { rule: "G16", facts: ["officer", "seats"], retry: "later" },
  act_not_effective: {
    rule: "G44",
    facts: ["act", "actual", "required"],
    mayCarry: ["until"],
    retry: "later",
  },
  frozen: { rule: "G52", facts: ["act", "freeze", "by", "until"], retry: "later" },
  calendar_horizon_exceeded: {
    rule: "G41",
    facts: ["calendar", "from", "days", "first", "last"],
    retry: "later",
  },

  // Keys, seats, conflicts: G1 to G8
  party_unknown: { rule: "G4", facts: ["actual"], mayCarry: ["officer"], retry: "later" },
  officer_named_as_party: { rule: "G4", facts: ["actual"], retry: "never" },
  officer_unknown: { rule: "G1", facts: ["officer"], retry: "later" },
  officer_already_enrolled: { rule: "G4", facts: ["officer", "key"], retry: "later" },
  seat_unknown: { rule: "G7", facts: ["actual"], retry: "later" },
  seat_unchanged: { rule: "G7", facts: ["seat", "actual"], retry: "later" },
  officer_of_other_party: { rule: "G2", facts: ["officer", "actual", "required"], retry: "never" },
  officer_without_key: { rule: "G1", facts: ["officer"], retry: "later" },
  key_already_enrolled: { rule: "G1", facts: ["key", "officer", "status"], retry: "never" },
  key_proof_invalid: { rule: "G5", facts: ["officer", "key"], retry: "never" },
  holder_unknown: { rule: "G8", facts: ["actual"], retry: "later" },
  not_own_party: { rule: "G1", facts: ["actual", "required"], retry: "never" },

  // Freezes: G52
  freeze_unknown: { rule: "G52", facts: ["actual"], retry: "never" },
  freeze_over: { rule: "G52", facts: ["actual", "required"], retry: "never" },
  freeze_cooling_off: {
    rule: "G52",
    facts: ["party", "freeze", "actual", "required"],
    retry: "later",
  },
});

export type GovernanceRejectionCode = keyof typeof GOVERNANCE_REJECTIONS;

/** The codes in order of precedence. */
export const GOVERNANCE_REJECTION_CODES = Object.keys(
  GOVERNANCE_REJECTIONS,
) as readonly GovernanceRejectionCode[];
