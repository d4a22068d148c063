import type { ReactNode } from "react";
import type { Answer } from "../../../api/use-api.ts";
import { Notice } from "../../../elements/notice.tsx";
import { Said } from "../../../elements/said.tsx";
import { dateText } from "../../../format/date.ts";
import { useLanguage, useText } from "../../../language/language-context.tsx";
import type { Text } from "../../../language/text.ts";
import { BothRuns } from "./both-runs.tsx";
import { words } from "./words.ts";

type Experiment = Answer<"/api/v1/experiments/{id}">;

/** How far it is; once it is done, both runs. */
export function ExperimentState({ experiment }: { readonly experiment: Experiment }): ReactNode {
  const t = useText();
  const { status, result, facts, ahead } = experiment;
  switch (status) {
    case "queued":
      return <p role="status">{t(words.queued, String(ahead))}</p>;
    case "running":
      return <Running experiment={experiment} />;
    case "cancelled":
      return <Notice kind="note">{t(words.cancelled)}</Notice>;
    case "failed":
      return <Notice kind="wrong">{t(words.failed)}</Notice>;
    case "refused": {
      const { texts = [] } = facts as { readonly texts?: readonly Text[] };
      return (
        <Notice kind="wrong">
          <p>{t(words.refused)}</p>
          <ul>
            {texts.map((text) => (
              <li key={text.en}>
                <Said text={t(text)} />
              </li>
            ))}
          </ul>
        </Notice>
      );
    }
    case "done":
      return result === undefined ? null : (
        <BothRuns first={result.first} changed={result.changed} />
      );
  }
}

function Running({ experiment: { progress } }: { readonly experiment: Experiment }): ReactNode {
  const t = useText();
  const { language } = useLanguage();
  if (progress === undefined) return <p role="status">{t(words.starting)}</p>;
  const { run, played, of, on } = progress;
  const word = run === "first" ? words.runningFirst : words.runningChanged;
  return (
    <div className="running">
      <p role="status">{t(word, String(played), String(of), dateText(on, language))}</p>
      <progress
        aria-label={t(words.progress)}
        max={2 * of}
        value={played + (run === "first" ? 0 : of)}
      />
    </div>
  );
}
