import "./what-if.css";
import { origin } from "../../../elements/origin.ts";
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { answered, api } from "../../../api/client.ts";
import { send } from "../../../api/send.ts";
import { type Answer, read, useApi } from "../../../api/use-api.ts";
import { useChoice } from "../../../app/place.ts";
import { Button } from "../../../elements/button.tsx";
import { ChoiceField } from "../../../elements/choice-field.tsx";
import { PageHeading } from "../../../elements/page-heading.tsx";
import { Panel } from "../../../elements/panel.tsx";
import { useText } from "../../../language/language-context.tsx";
import { useChoices } from "../parts/use-choices.ts";
import { words as shared } from "../words.ts";
import { ExperimentState } from "./experiment-state.tsx";
import { TermChooser } from "./term-chooser.tsx";
import { words } from "./words.ts";
import { Failure } from "../../../app/failure.tsx";

export type Setting = { readonly path: string; readonly value: string };

/** Settings as the address keeps them: "capital=1;parameters.siteRent=2%". */
const settingsIn = (text: string): readonly Setting[] =>
  text.split(";").flatMap((each) => {
    const at = each.indexOf("=");
    return at > 0 ? [{ path: each.slice(0, at), value: each.slice(at + 1) }] : [];
  });

const textOf = (settings: readonly Setting[]): string =>
  settings.map(({ path, value }) => `${path}=${value}`).join(";");

/** How often one looks how far it is. */
const POLL_MS = 1_000;

/** Terms are changed and both runs are seen. */
export function WhatIfPage(): ReactNode {
  const t = useText();
  const { items } = useApi("/api/v1/scenarios", {});
  const [chosen] = useChoice("scenario");
  const choose = useChoices();
  const [set, setSet] = useChoice("set");
  const served = items.find(({ id, isServed, charter }) => isServed && id === charter);
  const scenario = chosen || (served?.id ?? items[0]?.id ?? "");
  const settings = settingsIn(set);
  return (
    <div className="origin" {...origin("experiment")}>
      <PageHeading title={shared.whatIf}>{t(words.lead)}</PageHeading>
      <Panel title={words.terms}>
        <ChoiceField
          label={words.scenario}
          value={scenario}
          // What was set belongs to the other scenario.
          onChange={(next) => choose({ scenario: next, set: "" })}
          options={items.map(({ id, title }) => ({ id, name: title }))}
        />
        <TermChooser
          key={scenario}
          scenario={scenario}
          settings={settings}
          onChange={(next) => setSet(textOf(next))}
        />
      </Panel>
      <Experiment key={`${scenario} ${set}`} scenario={scenario} settings={settings} />
    </div>
  );
}

type Status = Answer<"/api/v1/experiments/{id}">;

const isOpen = (experiment: Status | undefined): boolean =>
  experiment?.status === "queued" || experiment?.status === "running";

/** Starts the experiment with these terms, and follows it. */
function Experiment({
  scenario,
  settings,
}: {
  readonly scenario: string;
  readonly settings: readonly Setting[];
}): ReactNode {
  const t = useText();
  const [id, setId] = useState<string>();
  const [failure, setFailure] = useState<unknown>();
  const { data } = useQuery({
    queryKey: ["experiment", id],
    enabled: id !== undefined,
    queryFn: () => read("/api/v1/experiments/{id}", { path: { id: id ?? "" } }),
    refetchInterval: ({ state }) => (isOpen(state.data) ? POLL_MS : false),
  });
  const start = async (): Promise<void> => {
    setFailure(undefined);
    try {
      const asked = { scenario, settings: [...settings] };
      setId((await send("/api/v1/experiments", asked)).id);
    } catch (failed) {
      setFailure(failed);
    }
  };
  const cancel = async (): Promise<void> => {
    if (id === undefined) return;
    const path = { path: { id } };
    answered(await api.POST("/api/v1/experiments/{id}/cancellation", { params: path }));
  };
  return (
    <>
      <div className="actions experiment-actions">
        <Button
          look="main"
          isDisabled={settings.length === 0 || isOpen(data)}
          onPress={() => void start()}
        >
          {t(words.run)}
        </Button>
        {isOpen(data) && (
          <Button look="stop" onPress={() => void cancel()}>
            {t(words.cancel)}
          </Button>
        )}
      </div>
      {failure !== undefined && <Failure failure={failure} />}
      {data !== undefined && <ExperimentState experiment={data} />}
    </>
  );
}
