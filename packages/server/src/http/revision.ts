import type { Office } from "./office.ts";

/** What an answer depends on: the size of the record and the published checkpoint (H20). */
export async function revisionOf(office: Office): Promise<string> {
  const published = await office.published();
  const clock = office.clock.isStanding ? "s" : "r";
  return `W/"${office.record.size}.${published?.tag ?? "0"}.${clock}"`;
}

/** Whether a client has that revision already (RFC 9110, 13.1.2: compared weakly). */
export function hasRevision(header: string | null, revision: string): boolean {
  if (header === null) return false;
  return header.trim() === "*" || header.split(",", 50).some((tag) => tag.trim() === revision);
}
