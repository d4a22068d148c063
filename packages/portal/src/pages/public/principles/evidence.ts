import { type Answer, useApi } from "../../../api/use-api.ts";

/** What the principles are judged by: the charter, and what is on record. */
export type Evidence = {
  readonly charter: Answer<"/api/v1/charter">["charter"];
  readonly versions: number;
  /** Acts of these types on record. */
  readonly acts: (...types: readonly string[]) => number;
  /** Acts that say that policy, not business, was their ground. */
  readonly policyActs: number;
  readonly allActs: number;
  readonly investments: number;
  readonly facilities: number;
  readonly refusals: number;
  /** Events that the page lists as stopped or contested, by kind. */
  readonly contested: (kind: string) => number;
  readonly cosigners: number;
};

/** Gathers the evidence from the office's own answers: nothing of it is claimed here. */
export function useEvidence(): Evidence {
  const { charter } = useApi("/api/v1/charter", {});
  const { items: versions } = useApi("/api/v1/charter/versions", {});
  const counts = useApi("/api/v1/act-counts", {});
  const { items: investments } = useApi("/api/v1/investments", {});
  const { items: facilities } = useApi("/api/v1/facilities", {});
  const { episodes } = useApi("/api/v1/page", {});
  const { checkpoint } = useApi("/api/v1/fund");
  const countOf = new Map(counts.types.map(({ type, count }) => [type, count]));
  const lines = episodes.flatMap((episode) => episode.lines);
  return {
    charter,
    versions: versions.length,
    acts: (...types) => types.reduce((sum, type) => sum + (countOf.get(type) ?? 0), 0),
    policyActs: counts.bases.find(({ basis }) => basis === "policy")?.count ?? 0,
    allActs: counts.decisions + counts.facts,
    investments: investments.length,
    facilities: facilities.length,
    refusals: lines.filter(({ kind }) => kind === "refused").length,
    contested: (kind) => lines.filter((line) => line.kind === kind).length,
    cosigners: checkpoint?.cosigners.length ?? 0,
  };
}
