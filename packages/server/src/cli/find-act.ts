import type { RecordedAct } from "@jointfund/core/fund/chronicle.ts";
import { shortId } from "../languages/figures.ts";
import { message } from "../languages/messages.ts";
import { refusedBy, wrongUsage } from "./failure.ts";
import type { OpenRecord } from "./record.ts";

const PREFIX_MIN = 4;

/** The acts whose id begins so. */
export function actsWithPrefix({ chronicle }: OpenRecord, prefix: string): readonly RecordedAct[] {
  const start = prefix.toLowerCase();
  return [...chronicle.acts.values()].filter(({ id }) => id.startsWith(start));
}

/** The one act whose id begins so; ends the command where there is none or more than one. */
export function findAct(record: OpenRecord, prefix: string): RecordedAct {
  if (prefix.length < PREFIX_MIN) throw wrongUsage(message("prefixShort", prefix));
  const [act, ...others] = actsWithPrefix(record, prefix);
  if (act === undefined) throw refusedBy(message("actUnknown", prefix));
  if (others.length === 0) return act;
  const ids = [act, ...others].map(({ id }) => shortId(id)).join(", ");
  throw refusedBy(message("actAmbiguous", prefix, ids));
}
