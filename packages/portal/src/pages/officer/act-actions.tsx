import type { Json } from "@jointfund/core/base/canonical.ts";
import { decode } from "@jointfund/core/base/schema.ts";
import type { Act, Statement } from "@jointfund/core/governance/statement.ts";
import { statementSchema } from "@jointfund/core/governance/statement-schema.ts";
import { useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import type { Schemas } from "../../api/client.ts";
import { statusWords } from "../../elements/act-words.ts";
import { Button } from "../../elements/button.tsx";
import { Said } from "../../elements/said.tsx";
import { useText } from "../../language/language-context.tsx";
import type { Text } from "../../language/text.ts";
import { SignDialog } from "../../signing/sign-dialog.tsx";
import type { SigningRequest } from "../../signing/signer.ts";
import type { DeskAct } from "./act-page.tsx";
import { forgetDraft } from "../../session/draft.ts";
import { saidName, SayingDialog } from "./saying-dialog.tsx";
import { useTold } from "./told-of-act.ts";
import { words } from "./words.ts";
import { consultFor, optionWords, summaryWords } from "./words/options.ts";

type Option = Schemas["ActOption"];

const LOOKS: { readonly [option in Option["option"]]: "main" | "stop" | "plain" } = {
  ...({ approve: "main", execute: "main", consult: "main" } as const),
  ...({ reject: "stop", object: "stop", veto: "stop", recuse: "plain" } as const),
};

/** Statements of which something is still to be said: a reason, an opinion, evidence. */
const NEED_WORDS: readonly Option["option"][] = ["consult", "object", "veto", "recuse"];

function statementOf({ statement }: Option): Statement | undefined {
  const decoded = decode(statementSchema, statement as Json);
  return decoded.ok ? decoded.value : undefined;
}

/** Whether an approval may have to come with evidence of the domestic procedure. */
const asksEvidence = ({ isRatified }: DeskAct, { option }: Option): boolean =>
  isRatified && option === "approve";

function summaryOf({ option }: Option, name: Text): Text {
  const { en, ja } = summaryWords[option];
  return { en: en.replace("{0}", name.en), ja: ja.replace("{0}", name.ja) };
}

/** Buttons for what the rules let this officer do with an act, and why the rest is not possible. */
export function ActActions({
  desk,
  act,
}: {
  readonly desk: DeskAct;
  readonly act: Act | undefined;
}): ReactNode {
  const t = useText();
  const client = useQueryClient();
  const told = useTold();
  const [saying, setSaying] = useState<{ option: Option; statement: Statement }>();
  const [request, setRequest] = useState<SigningRequest>();
  const possible = desk.options.filter(({ refusal }) => desk.isOpen && refusal === undefined);
  const ask = (option: Option, statement: Statement): void => {
    setSaying(undefined);
    const summary = summaryOf(option, desk.act.name);
    setRequest({ statement, summary, ...(act === undefined ? {} : { act }) });
  };
  const choose = (option: Option): void => {
    const statement = statementOf(option);
    if (statement === undefined) return;
    if (NEED_WORDS.includes(option.option) || asksEvidence(desk, option))
      setSaying({ option, statement });
    else ask(option, statement);
  };
  return (
    <>
      {/* An act may end under an open dialog, which then still says what became of it. */}
      {!desk.isOpen && <p>{t(words.over, t(statusWords[desk.act.status]))}</p>}
      {desk.isOpen && possible.length === 0 && <p className="nothing">{t(words.nothingToDo)}</p>}
      <div className="actions">
        {possible.map((option) => (
          <Button
            key={`${option.option} ${option.body ?? ""}`}
            look={LOOKS[option.option]}
            onPress={() => choose(option)}
          >
            <OptionName option={option} consultations={desk.consultations} />
          </Button>
        ))}
      </div>
      {desk.isOpen && <WhyNot desk={desk} />}
      {saying !== undefined && (
        <SayingDialog
          title={optionWords[saying.option.option]}
          statement={saying.statement}
          onSaid={(statement) => ask(saying.option, statement)}
          onClose={() => setSaying(undefined)}
        />
      )}
      {request !== undefined && (
        <SignDialog
          request={request}
          told={told({ ...desk.act, effects: desk.effects })}
          onRecorded={() => {
            forgetDraft(saidName(request.statement));
            void client.invalidateQueries();
          }}
          onClose={() => setRequest(undefined)}
        />
      )}
    </>
  );
}

function OptionName({
  option: { option, body },
  consultations,
}: {
  readonly option: Option;
  readonly consultations: DeskAct["consultations"];
}): ReactNode {
  const t = useText();
  if (body === undefined) return t(optionWords[option]);
  const name = consultations.find((each) => each.body === body)?.name;
  return t(consultFor, t(name ?? { en: body, ja: body }));
}

function WhyNot({ desk }: { readonly desk: DeskAct }): ReactNode {
  const t = useText();
  const refused = desk.options.filter(({ refusal }) => refusal !== undefined);
  if (refused.length === 0) return null;
  return (
    <details className="why-not">
      <summary>{t(words.whyNot)}</summary>
      <ul>
        {refused.map((option) => (
          <li key={`${option.option} ${option.body ?? ""}`}>
            <strong>
              <OptionName option={option} consultations={desk.consultations} />
            </strong>
            {": "}
            {option.refusal !== undefined && <Said text={t(option.refusal.text)} />}
          </li>
        ))}
      </ul>
    </details>
  );
}
