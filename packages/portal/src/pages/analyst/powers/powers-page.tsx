import "../compare/compare.css";
import "./powers.css";
import { origin } from "../../../elements/origin.ts";
import { useSuspenseQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { send, type Sent } from "../../../api/send.ts";
import { useChoice } from "../../../app/place.ts";
import { Button } from "../../../elements/button.tsx";
import { Waiting } from "../../../elements/waiting.tsx";
import { PageHeading } from "../../../elements/page-heading.tsx";
import { Panel } from "../../../elements/panel.tsx";
import { useText } from "../../../language/language-context.tsx";
import { CharterField, useOwnText } from "../parts/charter-field.tsx";
import { CharterProblem } from "../parts/charter-problem.tsx";
import { OWN, type Source, sourceOf, useCharterOptions } from "../parts/charter-source.ts";
import { words as shared } from "../words.ts";
import { PowersMatrix } from "./powers-matrix.tsx";
import { words } from "./words.ts";

/** Who can stop or force what alone, and with whom. */
export function PowersPage(): ReactNode {
  const t = useText();
  const options = useCharterOptions();
  const [choice, setChoice] = useChoice("charter");
  const [own, setOwn] = useOwnText("powers");
  const [sent, setSent] = useState<Source>();
  const chosen = choice || (options[0]?.id ?? "");
  const { text, side } = own;
  const asked = chosen === OWN ? sent : sourceOf(chosen);
  return (
    <div className="origin" {...origin("charter")}>
      <PageHeading title={shared.powers}>{t(words.lead)}</PageHeading>
      <Panel title={words.choose}>
        <CharterField
          label={words.choose}
          options={options}
          choice={chosen}
          onChoose={(next) => {
            setSent(undefined);
            setChoice(next);
          }}
          own={own}
          onOwn={setOwn}
        />
        {chosen === OWN && (
          <div className="actions">
            <Button look="main" onPress={() => setSent(side === "" ? { text } : { text, side })}>
              {t(words.compute)}
            </Button>
          </div>
        )}
      </Panel>
      {asked !== undefined && (
        <Waiting>
          <Computed asked={asked} />
        </Waiting>
      )}
    </div>
  );
}

type Outcome = { readonly powers: Sent<"/api/v1/charters/powers"> } | { readonly failure: unknown };

/** What was refused is shown beneath the field: nothing that was pasted is lost. */
async function compute(asked: Source): Promise<Outcome> {
  try {
    return { powers: await send("/api/v1/charters/powers", asked) };
  } catch (failure) {
    return { failure };
  }
}

function Computed({ asked }: { readonly asked: Source }): ReactNode {
  const { data, refetch } = useSuspenseQuery({
    queryKey: ["powers", asked],
    queryFn: () => compute(asked),
  });
  if ("failure" in data)
    return <CharterProblem failure={data.failure} onAgain={() => void refetch()} />;
  return <PowersMatrix powers={data.powers} />;
}
