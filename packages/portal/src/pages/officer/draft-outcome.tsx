import type { CSSProperties, ReactNode } from "react";
import type { Schemas } from "../../api/client.ts";
import { Failure } from "../../app/failure.tsx";
import { Loading } from "../../elements/loading.tsx";
import { Notice } from "../../elements/notice.tsx";
import { useText } from "../../language/language-context.tsx";
import type { ActForm } from "./draft-page.tsx";
import type { DraftAnswer } from "./dry-run.ts";
import { EffectsView } from "./effects-view.tsx";
import { Refused } from "./refused.tsx";
import { ConsultationView, TallyView } from "./tally-view.tsx";
import { words } from "./words.ts";
import { draftWords } from "./words/drafting.ts";
import { effectWords } from "./words/effects.ts";

/** What would come of a draft, or the charter's rule while there is nothing to try yet. */
export function DraftOutcome({
  answer,
  failure,
  form,
}: {
  readonly answer: DraftAnswer | undefined;
  /** Why there is no answer, if there is none: the session has ended, the office is away. */
  readonly failure: unknown;
  readonly form: ActForm;
}): ReactNode {
  const t = useText();
  if (failure !== undefined) return <Failure failure={failure} />;
  if (answer === undefined) return <Loading />;
  return (
    <>
      <p className="hint">{t(draftWords.nothingRecorded)}</p>
      <div aria-live="polite">
        <Verdict answer={answer} />
      </div>
      {answer.effects !== undefined && (
        <>
          <h3>{t(effectWords.title)}</h3>
          <EffectsView effects={answer.effects} />
        </>
      )}
      <Needs answer={answer} />
      <h3>{t(draftWords.rule)}</h3>
      <RuleLines lines={form.rule} />
    </>
  );
}

function Verdict({ answer }: { readonly answer: DraftAnswer }): ReactNode {
  const t = useText();
  const { outcome, refusal, findings, nature } = answer;
  if (outcome === "accepted") {
    return (
      <Notice kind="good">
        <p>{t(nature === "fact" ? draftWords.acceptedFact : draftWords.accepted)}</p>
      </Notice>
    );
  }
  if (refusal !== undefined) return <Refused refusal={refusal} lead={draftWords.refused} />;
  const fields = new Set(findings.map(({ path }) => path.map(String).join(".")));
  return (
    <Notice kind="note">
      <p>
        {t(draftWords.malformed)} {t(draftWords.wrongFields, String(fields.size))}
      </p>
    </Notice>
  );
}

/** Which consultations and approvals follow on the proposal. */
function Needs({ answer }: { readonly answer: DraftAnswer }): ReactNode {
  const t = useText();
  const { tally, consultations } = answer;
  if (tally === undefined) return null;
  return (
    <>
      <h3>{t(draftWords.needs)}</h3>
      {consultations.length > 0 && (
        <>
          <p>{t(words.consultation)}</p>
          <ConsultationView of={consultations} />
        </>
      )}
      <TallyView tally={tally} />
    </>
  );
}

/** The charter's rule in words, its parts indented. */
function RuleLines({ lines }: { readonly lines: readonly Schemas["RuleLine"][] }): ReactNode {
  const t = useText();
  return (
    <ul className="rule-lines">
      {lines.map(({ depth, text }, index) => (
        <li key={`${index} ${text.en}`} style={{ "--depth": depth } as CSSProperties}>
          {t(text)}
        </li>
      ))}
    </ul>
  );
}
