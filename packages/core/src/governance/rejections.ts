/**
 * Every reason for which governance refuses a statement, in order of precedence: of several that
 * hold, the first in this list is given.
 */
export const GOVERNANCE_REJECTION_CODES = [
  // Who signs: docs/spec/record.md R2 to R4
  "wrong_fund",
  "unexpected_signature",
  "unknown_key",
  "key_not_in_force",
  "key_of_other_officer",
  // Of a passkey: G60 to G65
  "passkey_site_not_allowed",
  "assertion_malformed",
  "assertion_not_for_signing",
  "challenge_differs",
  "origin_not_allowed",
  "signed_in_foreign_page",
  "assertion_of_other_site",
  "user_not_verified",
  "passkey_is_synced",
  "bad_signature",
  "not_the_operator",
  // What is known already: G17, R5, R6, G12, G42
  "act_unknown",
  "already_recorded",
  "already_decided",
  "already_answered",
  "idempotency_key_reused",
  // Proposing: G10, G11
  "charter_version_not_in_force",
  "not_entitled_to_propose",
  "proposer_conflicted",
  // Deciding, answering, stopping, executing: the act's state first, then the officer's voice
  "act_not_open",
  "approval_expired",
  "bounds_digest_mismatch",
  "log_size_implausible",
  "consultation_open",
  "body_not_consulted",
  "consultation_closed",
  "carved_out",
  "no_veto_right",
  "no_objection_right",
  "objection_window_closed",
  "seat_recused",
  "maker_may_not_check",
  "no_seat_for_this_act",
  "act_not_effective",
  "frozen",
  "calendar_horizon_exceeded",
  // Keys, seats, conflicts: G1 to G8
  "party_unknown",
  "officer_named_as_party",
  "seat_unknown",
  "seat_unchanged",
  "officer_unknown",
  "officer_of_other_party",
  "officer_already_enrolled",
  "officer_without_key",
  "key_already_enrolled",
  "key_proof_invalid",
  "holder_unknown",
  "conflict_unknown",
  "not_own_party",
  // Freezes: G52
  "freeze_unknown",
  "freeze_over",
  "freeze_cooling_off",
] as const;

export type GovernanceRejectionCode = (typeof GOVERNANCE_REJECTION_CODES)[number];

/** What a rejection of one code tells, and which rule of the specification it holds up. */
export type GovernanceRejectionTerms = {
  readonly rule: string;
  /** Names of the facts that it always has. */
  readonly facts: readonly string[];
  /** Names of those that it has in some cases. */
  readonly sometimes?: readonly string[];
  /** Whether time or another statement can make the very same statement acceptable. */
  readonly retry: "never" | "later";
};

type Facts = readonly string[];
const never = (rule: string, ...facts: Facts): GovernanceRejectionTerms => ({
  ...{ rule, facts },
  retry: "never",
});
const later = (rule: string, ...facts: Facts): GovernanceRejectionTerms => ({
  ...{ rule, facts },
  retry: "later",
});

export const GOVERNANCE_REJECTIONS: Readonly<
  Record<GovernanceRejectionCode, GovernanceRejectionTerms>
> = {
  wrong_fund: never("R2", "actual", "required"),
  unexpected_signature: never("R3", "actual", "required"),
  unknown_key: later("R3", "key"),
  key_not_in_force: never("R3", "key", "actual"),
  key_of_other_officer: never("R3", "key", "actual", "required"),
  passkey_site_not_allowed: {
    ...later("G60", "actual", "required"),
    sometimes: ["key", "officer"],
  },
  assertion_malformed: never("G63", "part", "key", "officer"),
  assertion_not_for_signing: never("G63", "actual", "key", "officer"),
  challenge_differs: never("G62", "actual", "required", "key", "officer"),
  origin_not_allowed: never("G63", "actual", "required", "key", "officer"),
  signed_in_foreign_page: never("G63", "key", "officer"),
  assertion_of_other_site: never("G64", "required", "key", "officer"),
  user_not_verified: never("G64", "key", "officer"),
  passkey_is_synced: never("G64", "key", "officer"),
  bad_signature: never("R3", "key", "officer"),
  not_the_operator: never("R4", "officer", "actual", "required"),
  act_unknown: later("G17", "actual"),
  already_recorded: never("R5", "entry"),
  already_decided: never("G12", "officer", "actual", "required", "entry"),
  already_answered: never("G42", "officer", "actual", "required", "entry"),
  idempotency_key_reused: never("R6", "idempotencyKey", "act"),
  charter_version_not_in_force: never("G10", "actual", "required"),
  not_entitled_to_propose: never("G10", "officer", "actual", "required"),
  proposer_conflicted: never("G11", "officer", "party", "concerns"),
  act_not_open: never("G15", "act", "actual"),
  approval_expired: never("G13", "actual", "required"),
  bounds_digest_mismatch: never("G13", "actual", "required"),
  log_size_implausible: never("G13", "actual", "least", "most"),
  consultation_open: later("G15", "act"),
  body_not_consulted: never("G42", "actual", "required"),
  consultation_closed: never("G42", "act", "body"),
  carved_out: never("G51", "party"),
  no_veto_right: never("G50", "actual", "required"),
  no_objection_right: never("G50", "actual", "required"),
  objection_window_closed: never("G50", "actual", "ends"),
  seat_recused: never("G23", "officer", "cause"),
  maker_may_not_check: never("G14", "officer", "party"),
  no_seat_for_this_act: later("G16", "officer", "seats"),
  act_not_effective: {
    rule: "G44",
    facts: ["act", "actual", "required"],
    sometimes: ["until"],
    retry: "later",
  },
  frozen: later("G52", "act", "freeze", "by", "until"),
  calendar_horizon_exceeded: later("G41", "calendar", "from", "days", "first", "last"),
  party_unknown: { rule: "G4", facts: ["actual"], sometimes: ["officer"], retry: "later" },
  officer_named_as_party: never("G4", "actual"),
  seat_unknown: later("G7", "actual"),
  seat_unchanged: later("G7", "seat", "actual"),
  officer_unknown: later("G1", "officer"),
  officer_of_other_party: never("G2", "officer", "actual", "required"),
  officer_already_enrolled: later("G4", "officer", "key"),
  officer_without_key: later("G1", "officer"),
  key_already_enrolled: never("G1", "key", "officer", "status"),
  key_proof_invalid: never("G5", "officer", "key"),
  holder_unknown: later("G8", "actual"),
  conflict_unknown: later("G8", "holder", "actual"),
  not_own_party: never("G1", "actual", "required"),
  freeze_unknown: never("G52", "actual"),
  freeze_over: never("G52", "actual", "required"),
  freeze_cooling_off: later("G52", "party", "freeze", "actual", "required"),
};
