import { type ReactNode, useState } from "react";
import { PageLink } from "../../../elements/page-link.tsx";
import { Panel } from "../../../elements/panel.tsx";
import { useText } from "../../../language/language-context.tsx";
import { ActStory } from "../parts/act-story.tsx";
import type { Detail } from "./investment-page.tsx";
import { words } from "./words.ts";

/** What comes again every quarter or half-year: it would bury what was decided. */
const REGULAR: ReadonlySet<string> = new Set(["investment.income", "valuation.submit"]);

/** What was decided and reported about an investment, from its beginning or the last of it. */
export function StoryPanel({ it }: { readonly it: Detail }): ReactNode {
  const t = useText();
  const [showsRegular, setShowsRegular] = useState(false);
  const inOrder = it.acts.toReversed();
  const shown = showsRegular ? inOrder : inOrder.filter(({ type }) => !REGULAR.has(type));
  return (
    <Panel title={words.story}>
      <p className="panel-note">{t(words.storyLead)}</p>
      <label className="check-field">
        <input
          type="checkbox"
          checked={showsRegular}
          onChange={({ target }) => setShowsRegular(target.checked)}
        />{" "}
        {t(words.showRegular)}
      </label>
      <ActStory acts={shown} withVotes />
      {it.actCount > it.acts.length && (
        <p>
          <PageLink to={`/acts?investment=${it.id}&nature=all`}>
            {t(words.wholeStory, it.actCount.toLocaleString("en"))}
          </PageLink>
        </p>
      )}
    </Panel>
  );
}
