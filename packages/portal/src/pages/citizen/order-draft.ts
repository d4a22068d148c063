import { useState } from "react";

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

/** The session forgets what stands under such a name when somebody else signs in. */
const PLACE = "jointfund.draft.order";

function kept(): OrderDraft {
  const text = sessionStorage.getItem(PLACE);
  if (text === null) return empty;
  try {
    const value: unknown = JSON.parse(text);
    return isDraft(value) ? value : empty;
  } catch {
    return empty;
  }
}

/** The draft of an order: it outlives a reload and an expired session. */
export function useOrderDraft() {
  const [draft, setDraft] = useState(kept);
  const change = (next: OrderDraft): void => {
    setDraft(next);
    sessionStorage.setItem(PLACE, JSON.stringify(next));
  };
  const clear = (): void => {
    setDraft(empty);
    sessionStorage.removeItem(PLACE);
  };
  return [draft, change, clear] as const;
}
