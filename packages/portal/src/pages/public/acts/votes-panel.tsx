import type { ReactNode } from "react";
import { DataTable } from "../../../elements/data-table.tsx";
import { Panel } from "../../../elements/panel.tsx";
import { Said } from "../../../elements/said.tsx";
import { PageLink } from "../../../elements/page-link.tsx";
import { useApi } from "../../../api/use-api.ts";
import { useText } from "../../../language/language-context.tsx";
import { usePartyNames } from "../parts/party-names.ts";
import { words as shared } from "../words.ts";
import type { ActDetail } from "./act-page.tsx";
import { words } from "./words.ts";

type Standing = "approving" | "rejecting" | "silent" | "recused" | "vacant";

/** A seat under a rule, as the count of an act has it. */
type Place = {
  readonly seat: string;
  readonly speaker: string;
  readonly party: string;
  readonly standing: string;
  readonly officer?: string;
};

type RuleCount = {
  readonly rule: { readonly [field: string]: unknown };
  readonly outcome: "met" | "open" | "failed";
  readonly required?: number;
  readonly places: readonly Place[];
  readonly approving: number;
  readonly counted: number;
};

const VOTE_WORDS: {
  readonly [standing in Standing]:
    | typeof words.approving
    | { readonly en: string; readonly ja: string };
} = {
  approving: words.approving,
  rejecting: words.rejecting,
  silent: words.silent,
  recused: words.recusedVote,
  vacant: words.vacant,
};

/** How each seat stands under each rule that the act has to meet. */
export function VotesPanel({ detail }: { readonly detail: ActDetail }): ReactNode {
  const t = useText();
  const { decision, summary } = detail;
  if (decision === undefined) {
    return (
      <Panel title={words.votes}>
        <p className="panel-note">{t(words.noVotes)}</p>
      </Panel>
    );
  }
  const { rules } = decision.tally as { readonly rules: readonly RuleCount[] };
  return (
    <Panel
      title={words.votes}
      aside={
        <PageLink to={`/charter?part=${encodeURIComponent(`/acts/${summary.type}`)}`}>
          {t(words.whoMay, summary.clause)}
        </PageLink>
      }
    >
      {rules.map((rule, index) => (
        <Rule key={index} rule={rule} detail={detail} />
      ))}
    </Panel>
  );
}

function Rule({
  rule,
  detail: { decision },
}: {
  readonly rule: RuleCount;
  readonly detail: ActDetail;
}): ReactNode {
  const t = useText();
  const nameOf = usePartyNames();
  const title = useRuleName(rule.rule);
  const entryOf = (officer: string | undefined): number | undefined =>
    decision?.votes.find((vote) => vote.officer === officer)?.entry;
  return (
    <div className="rule">
      <h3 className="panel-part">{title}</h3>
      <p className="panel-note">{outcomeOf()}</p>
      {rule.places.length > 0 && (
        <DataTable
          caption={{ en: title, ja: title }}
          rows={rule.places}
          keyOf={({ seat }) => seat}
          columns={[
            {
              id: "seat",
              title: words.seat,
              isHead: true,
              cell: ({ seat, speaker }) =>
                speaker === seat ? seat : t(words.standIn, speaker, seat),
            },
            { id: "party", title: shared.party, cell: ({ party }) => t(nameOf(party)) },
            {
              id: "vote",
              title: words.vote,
              cell: ({ standing }) => (
                <span className={`vote vote-${standing}`}>
                  {t(VOTE_WORDS[standing as Standing] ?? { en: standing, ja: standing })}
                </span>
              ),
            },
            {
              id: "officer",
              title: words.officer,
              cell: ({ officer }) => (officer === undefined ? "" : <Said text={officer} />),
            },
            {
              id: "entry",
              title: shared.entry,
              cell: ({ officer }) => {
                const entry = entryOf(officer);
                if (entry === undefined) return "";
                return <PageLink to={`/entries/${entry}`}>{`#${entry}`}</PageLink>;
              },
            },
          ]}
        />
      )}
    </div>
  );

  function outcomeOf(): string {
    const { outcome, approving, counted, required } = rule;
    if (outcome === "failed") return t(words.ruleFailed);
    if (required === undefined) return t(outcome === "met" ? words.windowPassed : words.windowOpen);
    const said = outcome === "met" ? words.ruleMet : words.ruleOpen;
    return t(said, String(approving), String(counted), String(required));
  }
}

/** A rule of seats in words: the majority of a body, the assent of a party. */
function useRuleName(rule: RuleCount["rule"]): string {
  const t = useText();
  const nameOf = usePartyNames();
  const { charter } = useApi("/api/v1/charter", {});
  const { majorityOf, includingEachSovereign, party, seat, ratifiedBy } = rule;
  const { unilateral, noObjection } = rule;
  if (typeof majorityOf === "string") {
    const body = charter.bodies.find(({ id }) => id === majorityOf)?.name ?? { en: majorityOf };
    return t(includingEachSovereign === true ? words.boardEach : words.board, t(body));
  }
  const agreeing = party ?? seat ?? ratifiedBy;
  if (typeof agreeing === "string") return t(words.partyAgrees, t(nameOf(agreeing)));
  if (unilateral !== undefined) return t(words.unilateral);
  if (noObjection !== undefined) return t(words.noObjection);
  return t(words.otherRule);
}
