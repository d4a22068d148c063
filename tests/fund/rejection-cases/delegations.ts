import { delegated, delegating, onlyDelegation } from "../../support/delegations.ts";
import { at, proposing, type Case } from "../../support/rejection-case.ts";

export const delegationsCases: readonly Case[] = [
  {
    code: "delegate_unknown",
    clause: "45.1",
    actual: "nobody",
    fund: at("recommended"),
    statement: proposing(() => delegating.set({ to: "nobody" })),
  },
  {
    code: "act_not_delegable",
    clause: "45.1",
    actual: "key.revoke",
    fund: at("recommended"),
    statement: proposing(() => delegating.set({ actTypes: ["key.revoke"] })),
  },
  {
    code: "delegation_unknown",
    clause: "45.2",
    fund: at("recommended"),
    statement: proposing(() => delegating.revocation("0".repeat(64))),
  },
  {
    code: "delegation_over",
    clause: "45.2",
    actual: "2025-09-20",
    fund: () => delegated({ until: "2025-09-20" }).until("2025-09-21"),
    statement: (fund) => fund.proposal(delegating.revocation(onlyDelegation(fund))),
  },
];
