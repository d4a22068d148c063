import type { Statement } from "@jointfund/core/governance/statement.ts";
import { SAID_MAX } from "@jointfund/core/governance/statement-schema.ts";
import { type ReactNode, useState } from "react";
import { Button } from "../../elements/button.tsx";
import { ChoiceField, type Option } from "../../elements/choice-field.tsx";
import { Dialog } from "../../elements/dialog.tsx";
import { DocumentField } from "../../elements/document-field.tsx";
import { TextField } from "../../elements/text-field.tsx";
import { useText } from "../../language/language-context.tsx";
import type { Text } from "../../language/text.ts";
import { useKeptText } from "../../session/kept-text.ts";
import { draftWords } from "./words/drafting.ts";
import { saidWords, saying } from "./words/options.ts";

const OPINIONS = ["support", "noted", "concern"] as const;

const OPINION_CHOICES: readonly Option[] = OPINIONS.map((id) => ({ id, name: saidWords[id] }));

const HASH = /^[0-9a-f]{64}$/;

type Opinion = (typeof OPINIONS)[number];

type Filled = { readonly text: string; readonly opinion: Opinion };

/** The statement with what was said put into it, or why it cannot be. */
function filledIn(statement: Statement, { text, opinion }: Filled): Statement | Text {
  const said = text.trim().normalize("NFC");
  switch (statement.kind) {
    case "approval":
      if (said === "") return { ...statement, evidence: [] };
      return HASH.test(said) ? { ...statement, evidence: [said] } : saying.evidenceWrong;
    case "consultation":
      return { ...statement, opinion, text: said };
    case "objection":
    case "recusal":
      return said === "" ? saying.reasonMissing : { ...statement, reason: said };
    default:
      return statement;
  }
}

/** Under which name it is kept what is said with a statement, so that a reload loses nothing. */
export function saidName(statement: Statement): string {
  const { kind } = statement;
  const about = "actId" in statement ? statement.actId : "";
  const which = "power" in statement ? statement.power : "body" in statement ? statement.body : "";
  return `said.${about}.${kind}.${which}`;
}

/** Asks for what a statement says besides: a reason, an opinion, evidence of a ratification. */
export function SayingDialog({
  title,
  statement,
  onSaid,
  onClose,
}: {
  readonly title: Text;
  readonly statement: Statement;
  readonly onSaid: (statement: Statement) => void;
  readonly onClose: () => void;
}): ReactNode {
  const t = useText();
  const [text, setText] = useKeptText(saidName(statement));
  const [opinion, setOpinion] = useState<Opinion>("support");
  const [wrong, setWrong] = useState<Text>();
  const { kind } = statement;
  const goOn = (): void => {
    const said = filledIn(statement, { text, opinion });
    if ("kind" in said) onSaid(said);
    else setWrong(said);
  };
  const label =
    kind === "approval" ? saying.evidence : kind === "consultation" ? saying.text : saying.reason;
  return (
    <Dialog title={title} onClose={onClose}>
      {kind === "consultation" && (
        <ChoiceField
          label={saying.opinion}
          options={OPINION_CHOICES}
          value={opinion}
          onChange={(value) => setOpinion(OPINIONS.find((each) => each === value) ?? "noted")}
        />
      )}
      <TextField
        label={label}
        {...(kind === "approval" ? {} : { hint: saying.reasonHint, lines: 4 })}
        value={text}
        most={SAID_MAX}
        onChange={setText}
        wrong={wrong === undefined ? undefined : t(wrong)}
      />
      {kind === "approval" && (
        <DocumentField
          label={draftWords.takeDocument}
          isOne
          onHashed={([document]) => setText(document?.hash ?? text)}
        />
      )}
      <div className="actions">
        <Button look="main" onPress={goOn}>
          {t(saying.goOn)}
        </Button>
        <Button onPress={onClose}>{t(saying.back)}</Button>
      </div>
    </Dialog>
  );
}
