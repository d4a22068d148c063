import { keepPreviousData, skipToken, useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { type BodyOf, send, type Sent } from "../../../api/send.ts";

type AnalysisPath =
  | "/api/v1/projections"
  | "/api/v1/projections/path"
  | "/api/v1/projections/ranked";

export type Projected = Sent<"/api/v1/projections">;

/** A slider rests so long before its place is asked for. */
const REST_MS = 120;

/** What was last asked for once nothing has moved for a moment. */
export function useRested<Value>(asked: Value): Value {
  const text = JSON.stringify(asked);
  const [rested, setRested] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setRested(text), REST_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return JSON.parse(rested) as Value;
}

export type Analysis<Path extends AnalysisPath> = {
  readonly told: Sent<Path> | undefined;
  /** Whether what is told is the answer to this question, not to one before. */
  readonly isOfThis: boolean;
  readonly isWaiting: boolean;
  readonly failure: unknown;
  readonly again: () => void;
};

/**
 * The answer to a question about what a charter of that hash says; without a body nothing is asked
 * yet. The answer before stays until the next comes, and when it does not come.
 */
export function useAnalysis<Path extends AnalysisPath>(
  path: Path,
  hash: string,
  body: BodyOf<Path> | undefined,
): Analysis<Path> {
  const { data, error, isFetching, isPlaceholderData, refetch } = useQuery({
    queryKey: [path, hash, body],
    // Another question calls this one off: the office stops computing it.
    queryFn: body === undefined ? skipToken : ({ signal }) => send(path, body, { signal }),
    placeholderData: keepPreviousData,
    // It hangs on the charter, not on what else is recorded.
    staleTime: "static",
    retry: false,
  });
  const [last, setLast] = useState<Sent<Path>>();
  useEffect(() => {
    if (data !== undefined) setLast(data);
  }, [data]);
  return {
    told: data ?? last,
    isOfThis: data !== undefined && !isPlaceholderData,
    isWaiting: isFetching,
    failure: error,
    again: () => void refetch(),
  };
}
