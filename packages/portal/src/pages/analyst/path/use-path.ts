import { useAnalysis } from "../projection/use-analysis.ts";
import { bodyOf, type Question, type Terms } from "../projection/question.ts";
import type { Sent } from "../../../api/send.ts";

export type PathTold = Sent<"/api/v1/projections/path">;
export type Step = PathTold["steps"][number];
export type Ranked = Sent<"/api/v1/projections/ranked">;

export const PATH_MAX = 99_999_999;

/** Which path is meant: by its number, or by the rank at which it ends for a party. */
export type Which = { readonly path: string; readonly of: string; readonly at: string };

/** The number in a text, if it is one of a path. */
export function pathNumber(text: string): number | undefined {
  const digits = text.trim().replaceAll(",", "");
  if (!/^[0-9]{1,8}$/.test(digits)) return undefined;
  return Number(digits);
}

/** The path that ends at a rank for a party. */
export function rankedPath(ranked: Ranked | undefined, { of, at }: Which): number | undefined {
  const party = ranked?.parties.find(({ id }) => id === of);
  return party?.ranked.find(({ share }) => share === Number(at))?.path;
}

/** The path that is meant, told in full, and those that end at ranks. */
export function usePath(question: Question, terms: Terms, which: Which) {
  const body = bodyOf(question);
  const { hash, paths } = terms;
  const many = { ...body, paths: paths.value };
  const ranked = useAnalysis("/api/v1/projections/ranked", hash, many);
  const byNumber = pathNumber(which.path);
  const number = which.of === "" ? (byNumber ?? 0) : rankedPath(ranked.told, which);
  const one = number === undefined ? undefined : { ...body, path: number };
  const told = useAnalysis("/api/v1/projections/path", hash, one);
  return { ranked, told, number };
}
