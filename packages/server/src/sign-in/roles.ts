import type { PartyKind } from "@jointfund/core/charter/charter.ts";
import type { Role } from "../http/person.ts";

/** The role of those who act for a party: what it is to the fund decides (H40). */
export function roleOfKind(kind: PartyKind): Exclude<Role, "citizen"> {
  if (kind === "auditor" || kind === "partner") return kind;
  return "officer";
}
