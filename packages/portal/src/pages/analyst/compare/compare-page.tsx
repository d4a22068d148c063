import "./compare.css";
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
import { CharterField, type OwnText, useOwnText } from "../parts/charter-field.tsx";
import { CharterProblem } from "../parts/charter-problem.tsx";
import { OWN, type Source, sourceOf, useCharterOptions } from "../parts/charter-source.ts";
import { useChoices } from "../parts/use-choices.ts";
import { words as shared } from "../words.ts";
import { ComparisonResult } from "./comparison-result.tsx";
import { words } from "./words.ts";

type Asked = { readonly first: Source; readonly second: Source };

/** Two charters side by side: known ones at once, a text of one's own when it is sent. */
export function ComparePage(): ReactNode {
  const t = useText();
  const options = useCharterOptions();
  const choose = useChoices();
  const [first, setFirst] = useChoice("first");
  const [second, setSecond] = useChoice("second");
  const [firstOwn, setFirstOwn] = useOwnText("compare.first");
  const [secondOwn, setSecondOwn] = useOwnText("compare.second");
  const [sent, setSent] = useState<Asked>();
  const choices = [first || (options[0]?.id ?? ""), second || (options.at(-1)?.id ?? "")] as const;
  const hasOwn = choices.includes(OWN);
  const known: Asked = {
    first: sourceIn(choices[0], firstOwn),
    second: sourceIn(choices[1], secondOwn),
  };
  const asked = hasOwn ? sent : known;
  const exchange = (): void => {
    setFirstOwn(secondOwn);
    setSecondOwn(firstOwn);
    setSent(undefined);
    choose({ first: choices[1], second: choices[0] });
  };
  const field = (index: 0 | 1, onChoose: (choice: string) => void): ReactNode => (
    <CharterField
      label={index === 0 ? shared.first : shared.second}
      options={options}
      choice={choices[index]}
      onChoose={(choice) => {
        setSent(undefined);
        onChoose(choice);
      }}
      own={index === 0 ? firstOwn : secondOwn}
      onOwn={index === 0 ? setFirstOwn : setSecondOwn}
    />
  );
  return (
    <div className="origin" {...origin("charter")}>
      <PageHeading title={shared.compare}>{t(words.lead)}</PageHeading>
      <Panel title={words.choose}>
        <div className="charter-fields">
          {field(0, setFirst)}
          {field(1, setSecond)}
        </div>
        <div className="actions">
          {hasOwn ? (
            <Button look="main" onPress={() => setSent(known)}>
              {t(words.compare)}
            </Button>
          ) : (
            <Button onPress={exchange}>{t(words.exchange)}</Button>
          )}
        </div>
      </Panel>
      {asked !== undefined && (
        <Waiting>
          <Compared asked={asked} />
        </Waiting>
      )}
    </div>
  );
}

function sourceIn(choice: string, { text, side }: OwnText): Source {
  if (choice !== OWN) return sourceOf(choice);
  return side === "" ? { text } : { text, side };
}

type Outcome =
  | { readonly comparison: Sent<"/api/v1/charters/comparison"> }
  | { readonly failure: unknown };

/** What was refused is shown beneath the fields: nothing that was pasted is lost. */
async function compare(asked: Asked): Promise<Outcome> {
  try {
    return { comparison: await send("/api/v1/charters/comparison", asked) };
  } catch (failure) {
    return { failure };
  }
}

function Compared({ asked }: { readonly asked: Asked }): ReactNode {
  const { data, refetch } = useSuspenseQuery({
    queryKey: ["comparison", asked],
    queryFn: () => compare(asked),
  });
  if ("failure" in data)
    return <CharterProblem failure={data.failure} onAgain={() => void refetch()} />;
  return <ComparisonResult comparison={data.comparison} />;
}
