import { useState } from "react";
import { forgetDraft, keepDraft, keptDraft } from "../../session/draft.ts";

export const STEPS = ["risks", "wish", "review", "done"] as const;

export type Step = (typeof STEPS)[number];

/** What somebody is about to ask for, as they typed it. */
export type OrderDraft = {
  readonly step: Step;
  /** The risks that were confirmed, by their digest. */
  readonly risks: string;
  readonly kind: "subscription" | "redemption";
  readonly amount: string;
  readonly units: string;
  readonly distributor: string;
  /** One attempt: sent again it counts once. */
  readonly key: string;
  /** The request that came of it. */
  readonly sent: string;
};

const empty: OrderDraft = {
  ...{ step: "risks", risks: "", kind: "subscription", amount: "", units: "" },
  ...{ distributor: "", key: "", sent: "" },
};

const isDraft = (value: unknown): value is OrderDraft =>
  typeof value === "object" &&
  value !== null &&
  Object.keys(empty).every(
    (field) => typeof (value as { readonly [field: string]: unknown })[field] === "string",
  ) &&
  STEPS.some((step) => step === (value as OrderDraft).step);

/** The session forgets what is kept when somebody else signs in. */
const NAME = "order";

function kept(): OrderDraft {
  const value = keptDraft(NAME);
  return isDraft(value) ? value : empty;
}

/** The draft of an order: it outlives a reload and an expired session, if it can be kept. */
export function useOrderDraft() {
  const [draft, setDraft] = useState(kept);
  const [isKept, setKept] = useState(true);
  const change = (next: OrderDraft): void => {
    setDraft(next);
    setKept(keepDraft(NAME, next));
  };
  const clear = (): void => {
    setDraft(empty);
    setKept(true);
    forgetDraft(NAME);
  };
  return { draft, change, clear, isKept };
}
