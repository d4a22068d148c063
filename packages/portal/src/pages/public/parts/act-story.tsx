import "./story.css";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import type { Schemas } from "../../../api/client.ts";
import { keyOf, read } from "../../../api/use-api.ts";
import { ActFigure } from "../../../elements/act-figure.tsx";
import { ActLink } from "../../../elements/act-link.tsx";
import { ClauseLink } from "../../../elements/clause-link.tsx";
import { Day } from "../../../elements/day.tsx";
import { Said } from "../../../elements/said.tsx";
import { StatusTag } from "../../../elements/status-tag.tsx";
import { useText } from "../../../language/language-context.tsx";
import { usePartyNames } from "./party-names.ts";

type Act = Schemas["ActSummary"];

const words = {
  votes: { en: "{0} yes, {1} no", ja: "賛成{0}、反対{1}" },
  recused: { en: "{0} recused", ja: "回避{0}" },
} as const;

/** Acts as a story: day, what it was, who brought it and why, and how the votes fell. */
export function ActStory({
  acts,
  withVotes,
}: {
  readonly acts: readonly Act[];
  readonly withVotes?: true;
}): ReactNode {
  const t = useText();
  const nameOf = usePartyNames();
  return (
    <ol className="story">
      {acts.map((act) => (
        <li key={act.id}>
          <Day date={act.effectiveDate} />
          <span className="story-what">
            <ActLink id={act.id} name={act.name} />
            {act.amount !== undefined && (
              <>
                {" "}
                <ActFigure {...act.amount} act={act.id} name={act.name} />
              </>
            )}{" "}
            {act.status !== "recorded" && <StatusTag status={act.status} />}
          </span>
          <span className="story-aside">
            <ClauseLink clause={act.clause} />
          </span>
          <span className="story-note">
            {t(nameOf(act.party))}: <Said text={act.reason} />
            {withVotes === true && act.kind === "proposal" && <Votes id={act.id} />}
          </span>
        </li>
      ))}
    </ol>
  );
}

/** How the votes fell; nothing until they are known, and where nobody voted. */
function Votes({ id }: { readonly id: string }): ReactNode {
  const t = useText();
  const asked = { path: { id } };
  const { data } = useQuery({
    queryKey: keyOf("/api/v1/acts/{id}", asked),
    queryFn: () => read("/api/v1/acts/{id}", asked),
  });
  const decision = data?.decision;
  if (decision === undefined || decision.votes.length === 0) return null;
  const seats = (of: "approve" | "reject"): number =>
    decision.votes.reduce((sum, vote) => sum + (vote.decision === of ? vote.seats.length : 0), 0);
  const recused = decision.recusals.length;
  return (
    <>
      {" · "}
      {t(words.votes, String(seats("approve")), String(seats("reject")))}
      {recused > 0 && ` · ${t(words.recused, String(recused))}`}
    </>
  );
}
