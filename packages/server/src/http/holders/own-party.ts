import { assert } from "@jointfund/core/base/assert.ts";
import type { Party } from "@jointfund/core/charter/charter.ts";
import type { FundState } from "@jointfund/core/fund/state.ts";
import type { Person } from "../person.ts";
import { RequestProblem } from "../problem.ts";
import type { Access } from "../route.ts";

/** Who may ask for what a party has in the fund: its own people, and those who examine it (H50). */
export const OWN_PARTY = ["officer", "auditor", "partner"] as const satisfies Access;

/** The party whose money is asked for, if it is the person's to see (H50). */
export function ownParty(
  { charter }: Pick<FundState, "charter">,
  person: Person | undefined,
  id: string,
): Party {
  assert(person !== undefined, "a route of roles has somebody who asks");
  // Whether there is such a party is told only to those whom it concerns.
  if (person.role !== "auditor" && person.party !== id) throw new RequestProblem("not_yours");
  const party = charter.parties.find((each) => each.id === id);
  if (party === undefined) throw new RequestProblem("unknown_id", ["party", id]);
  return party;
}
