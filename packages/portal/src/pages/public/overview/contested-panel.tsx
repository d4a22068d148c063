import "../parts/story.css";
import type { ReactNode } from "react";
import { type Answer, useApi } from "../../../api/use-api.ts";
import { ClauseLink } from "../../../elements/clause-link.tsx";
import { Day } from "../../../elements/day.tsx";
import { Panel } from "../../../elements/panel.tsx";
import { PageLink } from "../../../elements/page-link.tsx";
import { useText } from "../../../language/language-context.tsx";
import { words } from "./words.ts";

type Episode = Answer<"/api/v1/page">["episodes"][number];

/** What was refused, vetoed, disputed, late or beyond a covenant. */
export function ContestedPanel(): ReactNode {
  const t = useText();
  const { episodes } = useApi("/api/v1/page", {});
  if (episodes.length === 0) return null;
  return (
    <Panel title={words.contested}>
      <p className="overview-note">{t(words.contestedLead)}</p>
      <ol className="story">
        {episodes.toReversed().map((each) => (
          <li key={each.id}>
            <Day date={each.on} />
            <span className="story-what">
              <What {...each} />
            </span>
            <span className="story-aside">
              <ClauseLink clause={each.clause} />
            </span>
          </li>
        ))}
      </ol>
    </Panel>
  );
}

/** In words, with the act that it happened to, or else the entry that tells of it. */
function What({ text, lines }: Episode): ReactNode {
  const t = useText();
  const [first] = lines;
  const act = lines.find((line) => line.act !== undefined)?.act;
  if (act !== undefined) return <PageLink to={`/acts/${act}`}>{t(text)}</PageLink>;
  if (first === undefined) return t(text);
  return <PageLink to={`/entries/${first.entry}`}>{t(text)}</PageLink>;
}
