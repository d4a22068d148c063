import { later, never, type RejectionFacts } from "./facts.ts";

/** Why acts of audit and on side letters are refused, in order of precedence. */
export const OVERSIGHT_REJECTIONS = {
  // audit.finding, audit.answer, audit.close, audit.opinion
  addressee_unknown: later("actual"),
  audited_act_unknown: later("actual"),
  finding_unknown: later("actual"),
  finding_closed: never("actual", "on"),
  not_addressed: never("actual", "required"),
  audited_period_not_over: later("actual", "required"),
  // sideletter.grant, sideletter.elect
  grantee_unknown: later("actual"),
  fee_named_for_other_term: never("actual"),
  fee_rate_unreadable: never("actual"),
  side_letter_unknown: later("actual"),
  not_most_favoured: never("actual"),
  election_over: never("actual", "required"),
} as const satisfies { readonly [code: string]: RejectionFacts };
