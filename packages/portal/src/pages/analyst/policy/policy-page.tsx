import "../projection/projection.css";
import "./policy.css";
import { origin } from "../../../elements/origin.ts";
import { type ReactNode, useEffect, useState } from "react";
import { useApi } from "../../../api/use-api.ts";
import { useChoice } from "../../../app/place.ts";
import { ChoiceField } from "../../../elements/choice-field.tsx";
import { Waiting } from "../../../elements/waiting.tsx";
import { Notice } from "../../../elements/notice.tsx";
import { PageHeading } from "../../../elements/page-heading.tsx";
import { Panel } from "../../../elements/panel.tsx";
import { minorOf, shortMoney } from "../../../format/money.ts";
import { useLanguage, useText } from "../../../language/language-context.tsx";
import { AnalysisFailure } from "../projection/analysis-failure.tsx";
import { useRested } from "../projection/use-analysis.ts";
import { words as shared } from "../words.ts";
import { FairStakes } from "./fair-stakes.tsx";
import { movedIn, textOfMoved, useKeepMoved } from "./moved-figures.ts";
import { PolicyDetail } from "./policy-detail.tsx";
import { PolicyFigures } from "./policy-figures.tsx";
import { Bearers, PolicyOverview } from "./policy-overview.tsx";
import { PolicySliders } from "./policy-sliders.tsx";
import { PresentValues } from "./present-values.tsx";
import { type Compared, useComparison, useMovedComparison, useView } from "./use-policy.ts";
import { words } from "./words.ts";
import { BelowTariff, YearlyRevenue } from "./yearly-revenue.tsx";

/** Ways to raise the same revenue, compared for every side. */
export function PolicyPage(): ReactNode {
  const t = useText();
  const { items } = useApi("/api/v1/policies", {});
  const [file, onFile] = useChoice("file");
  const known = items.find(({ id }) => id === file) ?? items[0];
  return (
    <div className="origin" {...origin("policy")}>
      <PageHeading title={shared.policy}>{t(words.lead)}</PageHeading>
      {items.length > 1 && (
        <ChoiceField
          label={words.file}
          options={items.map(({ id, title }) => ({ id, name: title }))}
          value={known?.id ?? ""}
          onChange={onFile}
        />
      )}
      {known !== undefined && (
        <Waiting>
          <Comparison key={known.id} id={known.id} />
        </Waiting>
      )}
    </div>
  );
}

function Comparison({ id }: { readonly id: string }): ReactNode {
  const t = useText();
  const file = useComparison(id);
  const [figures] = useChoice("figures");
  const keep = useKeepMoved();
  const [moved, setMoved] = useState(() => movedIn(figures));
  const rested = useRested(moved);
  const kept = textOfMoved(rested);
  useEffect(() => {
    // What was moved is kept in the address, so that it can be sent to somebody.
    if (kept !== figures) keep(kept);
  }, [kept]);
  const { told, isWaiting, failure, again } = useMovedComparison(id, rested);
  const compared = told ?? file;
  const { view, sides, bases, regimes } = useView(compared);
  return (
    <>
      <p className="told" role="status">
        {isWaiting
          ? t(words.computing)
          : `${t(compared.over)}${told === undefined ? "" : t(words.took, `${told.milliseconds}`)}`}
      </p>
      <Skill compared={compared} />
      <div className="policy-choices">
        <ChoiceField label={words.side} {...sides} />
        <ChoiceField label={words.base} {...bases} />
        <ChoiceField label={words.regime} {...regimes} />
      </div>
      <div className="grid">
        <PolicySliders compared={file} moved={moved} onMove={setMoved} />
      </div>
      <AnalysisFailure failure={failure} onAgain={again} />
      <div className="grid">
        <PolicyOverview
          compared={compared}
          before={told === undefined ? undefined : file}
          view={view}
        />
        <FairStakes compared={compared} />
        <PresentValues view={view} />
        <YearlyRevenue view={view} />
        <PolicyDetail compared={compared} view={view} />
        <BelowTariff view={view} />
        <Bearers compared={compared} />
        <Panel title={words.reading} wide>
          <ul className="policy-notes">
            {compared.notes.map((note) => (
              <li key={note.en}>{t(note)}</li>
            ))}
          </ul>
        </Panel>
        <PolicyFigures compared={compared} />
      </div>
      <p className="told">{t(compared.notice)}</p>
    </>
  );
}

/** That nobody gains by borrowing alone. */
function Skill({ compared: { comparison } }: { readonly compared: Compared }): ReactNode {
  const t = useText();
  const { language } = useLanguage();
  const { withoutSkill, currency } = comparison;
  const main = minorOf(withoutSkill.closedForm, currency);
  return (
    <Notice kind="note">
      <p>{t(words.skill, shortMoney(main, currency, language))}</p>
    </Notice>
  );
}
