import type { ReactNode } from "react";
import { Day } from "../../../elements/day.tsx";
import { PageLink } from "../../../elements/page-link.tsx";
import { Panel } from "../../../elements/panel.tsx";
import { Said } from "../../../elements/said.tsx";
import { useText } from "../../../language/language-context.tsx";
import { usePartyNames } from "../parts/party-names.ts";
import type { ActDetail } from "./act-page.tsx";
import { words } from "./words.ts";

type Decision = NonNullable<ActDetail["decision"]>;
type Voice = {
  readonly entry: number;
  readonly text: string;
  readonly reason?: string;
  readonly on?: string;
};

/** Who was heard, stepped back, objected or vetoed, in the order of the record. */
export function VoicesPanel({ decision }: { readonly decision: Decision }): ReactNode {
  const t = useText();
  const nameOf = usePartyNames();
  const { consultations, recusals, objections } = decision;
  const voices: readonly Voice[] = [
    ...consultations.map(({ officer, body, opinion, on, entry }) => ({
      ...{ entry, on },
      text: t(words.opinion, officer, body, t(words[opinion])),
    })),
    ...recusals.map(({ officer, reason, entry }) => ({
      ...{ entry, reason },
      text: t(words.recusal, officer),
    })),
    ...objections.map(({ officer, party, power, reason, on, entry }) => ({
      ...{ entry, on, reason },
      text: t(words[power], `${t(nameOf(party))} (${officer})`),
    })),
  ].toSorted((a, b) => a.entry - b.entry);
  return (
    <Panel title={words.contested}>
      {voices.length === 0 ? (
        <p className="nothing">{t(words.nothingContested)}</p>
      ) : (
        <ul className="plain-list">
          {voices.map(({ entry, text, reason, on }) => (
            <li key={entry}>
              <strong>{text}</strong>
              {reason !== undefined && (
                <>
                  {": "}
                  <Said text={reason} />
                </>
              )}{" "}
              {on !== undefined && <Day date={on} />}{" "}
              <PageLink to={`/entries/${entry}`}>{`#${entry}`}</PageLink>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
