/**
 * Where figures come from that open no why of their own: what they are within says it. The walk
 * over all pages takes no others.
 */
export const ORIGINS = {
  act: "the act that the page is about: postings, approvals and clause stand on it",
  entry: "an entry of the log, shown as it was signed or posted",
  why: "the page or dialog is the why of a number",
  charter: "text of the charter, each part with its clause",
  draft: "what an act would do, with the postings that it would make",
  typed: "what somebody typed, chose or is asked for",
  nothing: "no amount: nothing is made of nothing",
  listed: "how many things are listed right there",
  drawn: "a chart's legend; its table opens each value",
  place: "a number of order: a step, a version, an account's code, a share of paths",
  check: "what a named check has compared, and how often",
  sample: "drawn with the seed shown: whoever draws with it gets the same",
  verified: "a proof that was checked in the browser",
  projection: "futures: assumptions, seed and clauses stand at the page's foot",
  policy: "a comparison of policies: figures and sources stand on the page",
  experiment: "two runs of a scenario, which say their terms",
  paper: "a document as it is issued: its postings are told beside it",
} as const;

export type Origin = keyof typeof ORIGINS;

/** Marks what holds figures that open no why, with the reason. */
export const origin = (of: Origin): { readonly "data-origin": Origin } => ({ "data-origin": of });
