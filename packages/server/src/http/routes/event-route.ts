import { Schema } from "@jointfund/core/base/schema.ts";
import { eventStream } from "../event-stream.ts";
import { RequestProblem } from "../problem.ts";
import type { Route } from "../route.ts";
import { count, nothing } from "../wire-schemas.ts";

const { object, optional } = Schema;

const querySchema = object({ from: optional(count) });

/** The entry after the last one that a client has seen; the next one where it says nothing. */
function firstWanted(size: number, from: number | undefined, lastSeen: string | null): number {
  if (lastSeen !== null && lastSeen !== "") {
    if (!/^(?:0|[1-9][0-9]{0,14})$/.test(lastSeen)) throw new RequestProblem("cursor_wrong");
    return Math.min(Number(lastSeen) + 1, size);
  }
  return Math.min(from ?? size, size);
}

export const eventRoute: Route = {
  id: "followRecord",
  method: "get",
  path: "/api/v1/events",
  text: {
    en: "Server-sent events: one for each new entry; Last-Event-ID or `from` says where to begin",
    ja: "サーバー送信イベント（新しい記録ごと。Last-Event-ID又はfromで開始位置を指定）",
  },
  access: "anyone",
  pathSchema: nothing,
  querySchema,
  headers: ["Last-Event-ID"],
  answer: { kind: "bytes", type: "text/event-stream" },
  problems: ["cursor_wrong", "too_many_listeners"],
  ofRecord: false,
  handle({ office: { record }, query, request }) {
    const { from } = query as { readonly from?: number };
    const first = firstWanted(record.size, from, request.headers.get("Last-Event-ID"));
    return eventStream(record, first);
  },
};
