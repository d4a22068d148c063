import { useSuspenseQuery } from "@tanstack/react-query";
import { answered, api } from "./client.ts";
import type { paths } from "./generated/types.ts";

/** Addresses that answer GET with JSON. */
export type ReadPath = {
  [Path in keyof paths]: paths[Path] extends {
    get: { responses: { 200: { content: { "application/json": unknown } } } };
  }
    ? Path
    : never;
}[keyof paths];

/** What an address answers with. */
export type Answer<Path extends ReadPath> = paths[Path] extends {
  get: { responses: { 200: { content: { "application/json": infer Value } } } };
}
  ? Value
  : never;

type ParametersOf<Path extends ReadPath> = paths[Path] extends {
  get: { parameters: infer Parameters };
}
  ? Parameters
  : never;

/** What an address is asked with: its path's places and its query. */
export type Asked<Path extends ReadPath> = Pick<
  ParametersOf<Path>,
  Extract<keyof ParametersOf<Path>, "path" | "query">
>;

type Given<Path extends ReadPath> =
  Record<never, never> extends Asked<Path>
    ? readonly [asked?: Asked<Path>]
    : readonly [asked: Asked<Path>];

/** Asks once. @throws ApiProblem, Unreachable */
export async function read<Path extends ReadPath>(
  path: Path,
  ...[asked]: Given<Path>
): Promise<Answer<Path>> {
  const params = asked ?? {};
  // The client cannot tell which address a variable holds; the types above have.
  const get = api.GET as (
    path: string,
    init: { readonly params: object },
  ) => Promise<{ readonly data?: Answer<Path>; readonly response: Response }>;
  return answered(await get(path, { params }));
}

/** The key under which an answer is kept. */
export const keyOf = (path: string, asked: object = {}): readonly unknown[] => [path, asked];

/**
 * What an address answers, asked again whenever the record has grown. The component waits for it;
 * what goes wrong is shown by the page's boundary.
 */
export function useApi<Path extends ReadPath>(path: Path, ...given: Given<Path>): Answer<Path> {
  const [asked] = given;
  const { data } = useSuspenseQuery({
    queryKey: keyOf(path, asked),
    queryFn: () => read(path, ...given),
  });
  return data;
}
