import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { send, type Sent } from "../../../api/send.ts";

export type Projected = Sent<"/api/v1/projections">;

/** What is asked: figures as moved, stresses, and how far ahead. */
export type Asked = {
  readonly moved: { readonly [slider: string]: number };
  readonly stresses: readonly string[];
  readonly years: number;
  readonly paths: number;
  readonly seed: string;
};

/** A slider rests so long before its place is asked for. */
const REST_MS = 120;

/** What was last asked for once nothing has moved for a moment. */
function useRested(asked: Asked): Asked {
  const text = JSON.stringify(asked);
  const [rested, setRested] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setRested(text), REST_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return JSON.parse(rested) as Asked;
}

/** The answer to the last question; the one before stays until it comes. */
export function useProjection(asked: Asked): {
  readonly projected: Projected | undefined;
  readonly isWaiting: boolean;
  readonly failure: unknown;
  readonly again: () => void;
} {
  const rested = useRested(asked);
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: ["projection", rested],
    // Another question calls this one off: the office stops computing it.
    queryFn: ({ signal }) =>
      send("/api/v1/projections", { ...rested, stresses: [...rested.stresses] }, { signal }),
    placeholderData: keepPreviousData,
    staleTime: Infinity,
    retry: false,
  });
  // What was shown stays, also when the next answer does not come.
  const [last, setLast] = useState<Projected>();
  useEffect(() => {
    if (data !== undefined) setLast(data);
  }, [data]);
  return {
    projected: data ?? last,
    isWaiting: isFetching,
    failure: error,
    again: () => void refetch(),
  };
}
