import { useSuspenseInfiniteQuery } from "@tanstack/react-query";
import { type Answer, type Asked, keyOf, read, type ReadPath } from "./use-api.ts";

/** Addresses that answer in parts, each with where the next goes on. */
type PartPath = {
  [Path in ReadPath]: Answer<Path> extends { readonly next?: string } ? Path : never;
}[ReadPath];

/** What was asked for, as far as it has come, and how to ask for more. */
export type Parts<Path extends ReadPath> = {
  readonly first: Answer<Path>;
  readonly parts: readonly Answer<Path>[];
  readonly hasMore: boolean;
  readonly isComing: boolean;
  readonly more: () => void;
};

/** What an address answers part by part: the first at once, each of the others when asked for. */
export function useParts<Path extends PartPath>(path: Path, asked: Asked<Path>): Parts<Path> {
  const { query, ...rest } = asked as { readonly query?: object; readonly path?: object };
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage } = useSuspenseInfiniteQuery({
    queryKey: keyOf(path, { ...asked, parts: true }),
    queryFn: ({ pageParam }) => {
      const of = pageParam === "" ? query : { ...query, cursor: pageParam };
      // The compiler cannot tell that it is the same address with a cursor.
      const given = { ...rest, query: of } as unknown as Parameters<typeof read<Path>>[1];
      return (read as (path: Path, asked: typeof given) => Promise<Answer<Path>>)(path, given);
    },
    initialPageParam: "",
    getNextPageParam: (part) => (part as { readonly next?: string }).next,
  });
  const parts: readonly Answer<Path>[] = data.pages;
  return {
    ...{ first: parts[0]!, parts, hasMore: hasNextPage, isComing: isFetchingNextPage },
    more: () => void fetchNextPage(),
  };
}
