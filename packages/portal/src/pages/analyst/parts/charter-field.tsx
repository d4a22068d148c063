import type { ReactNode } from "react";
import { ChoiceField, type Option } from "../../../elements/choice-field.tsx";
import { TextField } from "../../../elements/text-field.tsx";
import { FileField } from "../../../elements/file-field.tsx";
import type { Text } from "../../../language/text.ts";
import { useKeptText } from "../../../session/kept-text.ts";
import { NotKept } from "../../../session/not-kept.tsx";
import { words } from "../words.ts";
import { OWN } from "./charter-source.ts";

/** A text of one's own: pasted, or from a file that is sent only when it is asked for. */
export type OwnText = {
  readonly text: string;
  readonly side: string;
  /** Whether a reload would bring it back. */
  readonly isKept: boolean;
};

/** A text of one's own that a reload does not empty. */
export function useOwnText(name: string): readonly [own: OwnText, change: (own: OwnText) => void] {
  const [text, setText, isKept] = useKeptText(`${name}.text`);
  const [side, setSide] = useKeptText(`${name}.side`);
  const change = (next: OwnText): void => {
    setText(next.text);
    setSide(next.side);
  };
  return [{ text, side, isKept }, change];
}

/** Which charter is meant: one of those that are known, or one's own text. */
export function CharterField({
  label,
  options,
  choice,
  onChoose,
  own,
  onOwn,
}: {
  readonly label: Text;
  readonly options: readonly Option[];
  readonly choice: string;
  readonly onChoose: (choice: string) => void;
  readonly own: OwnText;
  readonly onOwn: (own: OwnText) => void;
}): ReactNode {
  return (
    <div className="charter-field">
      <ChoiceField
        label={label}
        options={[...options, { id: OWN, name: words.ownText }]}
        value={choice}
        onChange={onChoose}
      />
      {choice === OWN && <OwnCharter own={own} onOwn={onOwn} />}
    </div>
  );
}

function OwnCharter({
  own,
  onOwn,
}: {
  readonly own: OwnText;
  readonly onOwn: (own: OwnText) => void;
}): ReactNode {
  return (
    <>
      <TextField
        label={words.paste}
        hint={words.pasteHint}
        lines={8}
        value={own.text}
        onChange={(text) => onOwn({ ...own, text })}
      />
      {!own.isKept && <NotKept />}
      <FileField
        label={words.openFile}
        accept=".yaml,.yml"
        onFile={(file) => void file.text().then((text) => onOwn({ ...own, text }))}
      />
      <TextField label={words.side} value={own.side} onChange={(side) => onOwn({ ...own, side })} />
    </>
  );
}
