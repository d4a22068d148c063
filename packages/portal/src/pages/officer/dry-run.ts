import type { Json } from "@jointfund/core/base/canonical.ts";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { answered, api, type Schemas } from "../../api/client.ts";
import { keyOf } from "../../api/use-api.ts";

export type DraftAnswer = Schemas["DraftAnswer"];

/** What is sent to be tried: the act without who proposes it. */
export type DraftSent = {
  readonly type: string;
  readonly body: { readonly [field: string]: Json };
  readonly effectiveDate: string;
  readonly basis: string;
  readonly reason: string;
  readonly evidence?: readonly string[];
  readonly bounds?: Json;
};

const DRAFTS = "/api/v1/drafts";

/** How long nothing must be typed before what was typed is tried. */
const IDLE_MS = 500;

/** A value once it has not changed for a while. */
function useIdle<Value>(value: Value, key: string): Value {
  const [idle, setIdle] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setIdle(value), IDLE_MS);
    return () => clearTimeout(timer);
    // The key says all that the value holds; the value itself is made anew each time.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [key]);
  return idle;
}

/** Asks what would come of a draft. @throws ApiProblem, Unreachable */
export async function tryDraft(draft: DraftSent): Promise<DraftAnswer> {
  // The client's own reading of the answer's type loses what its description says.
  const post = api.POST as (
    path: string,
    init: { readonly body: DraftSent },
  ) => Promise<{ readonly data?: DraftAnswer; readonly response: Response }>;
  return answered(await post(DRAFTS, { body: draft }));
}

/** What would come of a draft as it stands, asked again as it changes and as the record grows. */
export function useDryRun(draft: DraftSent) {
  const sent = useIdle(draft, JSON.stringify(draft));
  const { data, error, isFetching } = useQuery({
    queryKey: keyOf(DRAFTS, sent),
    queryFn: () => tryDraft(sent),
    placeholderData: keepPreviousData,
  });
  const isCurrent = JSON.stringify(sent) === JSON.stringify(draft) && !isFetching;
  return { answer: data, failure: error, isCurrent };
}
