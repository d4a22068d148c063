import { answered, api } from "./client.ts";
import type { paths } from "./generated/types.ts";

/** Addresses that take JSON by POST. */
export type SendPath = {
  [Path in keyof paths]: paths[Path] extends { post: { requestBody: object } } ? Path : never;
}[keyof paths];

/** What an address takes. */
export type BodyOf<Path extends SendPath> = paths[Path] extends {
  post: { requestBody: { content: { "application/json": infer Body } } };
}
  ? Body
  : never;

/** What an address answers with when it has taken what was sent. */
export type Sent<Path extends SendPath> = paths[Path] extends {
  post: { responses: infer Responses };
}
  ? Responses extends
      | { 200: { content: { "application/json": infer Value } } }
      | { 201: { content: { "application/json": infer Value } } }
    ? Value
    : never
  : never;

type SendOptions = {
  readonly headers?: { readonly [name: string]: string };
  /** Calls it off. */
  readonly signal?: AbortSignal;
  /** What stands in the places of the address: `{ id }` in "/policies/{id}". */
  readonly places?: { readonly [name: string]: string };
};

/** Sends once. @throws ApiProblem, Unreachable, and AbortError where it was called off */
export async function send<Path extends SendPath>(
  path: Path,
  body: BodyOf<Path>,
  { places, ...options }: SendOptions = {},
): Promise<Sent<Path>> {
  // The client cannot tell which address a variable holds; the types above have.
  const post = api.POST as (
    path: string,
    init: { readonly body: unknown; readonly params: object } & Omit<SendOptions, "places">,
  ) => Promise<{ readonly data?: Sent<Path>; readonly response: Response }>;
  return answered(await post(path, { body, params: { path: places ?? {} }, ...options }));
}
