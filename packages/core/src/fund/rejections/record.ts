import { later, never, type RejectionFacts } from "./facts.ts";

/** Why the founding, a time, or what the operator says of the record is refused. */
export const RECORD_REJECTIONS = {
  // The founding (docs/spec/record.md, R7)
  already_founded: never(),
  not_founded: { facts: [], sometimes: ["actual"], retry: "later" },
  blob_missing: later("actual"),
  charter_not_adoptable: never("actual", "findings"),
  seat_taken: never("actual"),
  verifier_key_unusable: never("who", "actual"),
  founding_incomplete: {
    facts: [],
    sometimes: ["missing", "actual", "required"],
    retry: "never",
  },
  // Time (R11, R14)
  recorded_at_decreases: later("actual", "required"),
  day_not_open: later("actual", "required"),
  day_not_later: never("actual", "required"),
  day_not_today: later("actual", "required"),
  // What the operator says of the record (R15, R30, R32)
  refusal_not_reproduced: never("actual"),
  checkpoint_malformed: never("actual"),
  checkpoint_not_of_this_log: never("actual"),
  cosignature_missing: later("actual", "required"),
  seal_not_reproduced: never("actual", "required"),
} as const satisfies { readonly [code: string]: RejectionFacts };
