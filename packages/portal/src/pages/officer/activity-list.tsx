import type { ReactNode } from "react";
import type { Schemas } from "../../api/client.ts";
import { ActSubjects } from "../../elements/act-subjects.tsx";
import { Day } from "../../elements/day.tsx";
import { ActFigure } from "../../elements/act-figure.tsx";
import { PageLink } from "../../elements/page-link.tsx";
import { Said } from "../../elements/said.tsx";
import { useText } from "../../language/language-context.tsx";
import { useNameOf } from "./party-names.ts";
import { words } from "./words.ts";
import { activityWords, saidWords } from "./words/options.ts";

type Activity = Schemas["Activity"];

/** Rows that are shown at first; the rest is in the list of acts. */
const SHOWN = 8;

/** What officers did lately, the newest first. */
export function ActivityList({ of }: { readonly of: readonly Activity[] }): ReactNode {
  const t = useText();
  if (of.length === 0) return <p className="nothing">{t(words.nobodyDid)}</p>;
  return (
    <ul className="activities">
      {of.slice(0, SHOWN).map((activity) => (
        <ActivityEntry key={activity.entry} activity={activity} />
      ))}
    </ul>
  );
}

function ActivityEntry({ activity }: { readonly activity: Activity }): ReactNode {
  const t = useText();
  const nameOf = useNameOf();
  const { recordedAt, officer, party, kind, said, reason, act, name, about, amount } = activity;
  return (
    <li>
      <span className="activity-who">
        {nameOf(party)} <span className="quiet">{officer}</span>
      </span>
      <span>
        {t(activityWords[kind])}
        {said !== undefined && ` (${t(saidWords[said])})`}{" "}
        <PageLink to={`/desk/acts/${act}`}>{t(name)}</PageLink>
      </span>
      {(about.length > 0 || amount !== undefined) && (
        <span className="activity-about">
          <span>
            <ActSubjects of={about} />
          </span>
          {amount !== undefined && (
            <span className="number">
              <ActFigure {...amount} act={act} name={name} at="/desk/acts" />
            </span>
          )}
        </span>
      )}
      {reason !== undefined && (
        <span className="quiet activity-reason">
          <Said text={reason} />
        </span>
      )}
      <span className="quiet activity-when">
        <Day date={recordedAt.slice(0, 10)} />
      </span>
    </li>
  );
}
