import type { ReactNode } from "react";
import { Day } from "../../../elements/day.tsx";
import { PageLink } from "../../../elements/page-link.tsx";
import { Panel } from "../../../elements/panel.tsx";
import { statusWords } from "../../../elements/act-words.ts";
import { useText } from "../../../language/language-context.tsx";
import type { Text } from "../../../language/text.ts";
import type { ActDetail } from "./act-page.tsx";
import { words } from "./words.ts";

type Step = { readonly name: Text; readonly on: string; readonly entry?: number };

function stepsOf({ summary, decision }: ActDetail): readonly Step[] {
  const { proposedOn, entry, kind } = summary;
  const first = {
    name: kind === "proposal" ? words.proposed : words.reported,
    on: proposedOn,
    entry,
  };
  if (decision === undefined) return [first];
  const { consultations, consultedOn: heard, approvedOn, executed, ended } = decision;
  // Where nobody has to be heard, an act counts as heard on its first day.
  const consultedOn = consultations.length === 0 ? undefined : heard;
  return [
    first,
    ...(consultedOn === undefined ? [] : [{ name: words.consulted, on: consultedOn }]),
    ...(approvedOn === undefined ? [] : [{ name: words.approved, on: approvedOn }]),
    ...(executed === undefined ? [] : [{ name: words.executed, ...executed }]),
    ...(ended === undefined ? [] : [{ name: statusWords[ended.status], on: ended.on }]),
  ];
}

/** The way of an act from its proposal to where it stands, with the entries that say so. */
export function CoursePanel({ detail }: { readonly detail: ActDetail }): ReactNode {
  const t = useText();
  return (
    <Panel title={words.how}>
      <ol className="course">
        {stepsOf(detail).map(({ name, on, entry }) => (
          <li key={name.en}>
            <strong>{t(name)}</strong> <Day date={on} />{" "}
            {entry !== undefined && <PageLink to={`/entries/${entry}`}>{`#${entry}`}</PageLink>}
          </li>
        ))}
      </ol>
    </Panel>
  );
}
