import type { PersistentMap } from "../base/persistent-map.ts";
import type { CharterIndex } from "./charter-index.ts";
import type { Conflict, Officer } from "./state.ts";

/** Declared conflicts by "<holder>|<concern>". */
type Conflicts = PersistentMap<Conflict>;

function isDeclared(conflicts: Conflicts, holder: string, concerns: readonly string[]): boolean {
  if (conflicts.size === 0) return false;
  return concerns.some((concern) => conflicts.has(`${holder}|${concern}`));
}

/** Whether a party has an interest in what an act concerns: an affiliate, or declared (G11). */
export function partyHasInterest(
  conflicts: Conflicts,
  index: CharterIndex,
  party: string,
  concerns: readonly string[],
): boolean {
  if (concerns.length === 0) return false;
  const affiliates = index.parties.get(party)?.affiliates ?? [];
  if (concerns.some((concern) => affiliates.includes(concern))) return true;
  return isDeclared(conflicts, party, concerns);
}

/** Whether a party's interest is that of every officer of it: not of a sovereign's (G20). */
export function officersShareInterest(
  conflicts: Conflicts,
  index: CharterIndex,
  party: string,
  concerns: readonly string[],
): boolean {
  if (concerns.length === 0 || index.parties.get(party)?.kind === "sovereign") return false;
  return partyHasInterest(conflicts, index, party, concerns);
}

/**
 * Whether an officer's interest recuses him (G20). A party's interest is that of its officers,
 * except of a sovereign's: or no sovereign could decide on what it owns.
 */
export function officerHasInterest(
  conflicts: Conflicts,
  index: CharterIndex,
  officer: Officer,
  concerns: readonly string[],
): boolean {
  if (concerns.length === 0) return false;
  if (isDeclared(conflicts, officer.id, concerns)) return true;
  return officersShareInterest(conflicts, index, officer.party, concerns);
}
