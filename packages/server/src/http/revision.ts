import type { Office } from "./office.ts";
import type { Published } from "./published.ts";

/** What an answer depends on: the size of the record and the published checkpoint (H20). */
export async function revisionOf(office: Office): Promise<string> {
  return revisionWith(office, await office.published());
}

/** The same where the checkpoint is at hand. */
export function revisionWith(
  { clock, record }: Pick<Office, "clock" | "record">,
  published: Published | undefined,
): string {
  const running = clock.isStanding ? "s" : "r";
  return `W/"${record.size}.${published?.tag ?? "0"}.${running}"`;
}

/** Whether a client has that revision already (RFC 9110, 13.1.2: compared weakly). */
export function hasRevision(header: string | null, revision: string): boolean {
  if (header === null) return false;
  return header.trim() === "*" || header.split(",", 50).some((tag) => tag.trim() === revision);
}
