import { variant } from "../../support/variants.ts";
import { drafts } from "../../support/stages.ts";
import { type Case, withBody, at, proposing, executing } from "../../support/rejection-case.ts";

export const distributionsCases: readonly Case[] = [
  {
    code: "vehicle_without_distribution",
    clause: "11.3",
    actual: "pool",
    fund: () =>
      variant(({ vehicles }) => ({
        vehicles: [...vehicles, { ...vehicles[0]!, id: "pool", clause: "4.9", kind: "umbrella" }],
      })).found(),
    statement: proposing(() => withBody(drafts.determination(), { vehicle: "pool" })),
  },
  {
    code: "nobody_to_distribute_to",
    clause: "11.3",
    actual: "all-units",
    fund: at("called"),
    statement: proposing(() => drafts.determination()),
  },
  {
    code: "distribution_open",
    clause: "11.3",
    fund: at("determined"),
    statement: proposing(() => ({ ...drafts.determination(), reason: "Once more" })),
  },
  {
    code: "nothing_to_distribute",
    clause: "11.3",
    actual: "0",
    fund: at("closed"),
    statement: executing(() => drafts.determination()),
  },
  {
    code: "distribution_unknown",
    clause: "11.4",
    fund: at("determined"),
    statement: proposing(() => withBody(drafts.declaration(), { distribution: "0".repeat(64) })),
  },
  {
    code: "distribution_already_declared",
    clause: "11.4",
    fund: at("declared"),
    statement: proposing(() => ({ ...drafts.declaration(), reason: "Once more" })),
  },
  {
    code: "amount_not_as_determined",
    clause: "11.4",
    fund: at("determined"),
    statement: proposing(() => drafts.declaration("8000000001")),
  },
];
