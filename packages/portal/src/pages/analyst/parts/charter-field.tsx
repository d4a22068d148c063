import type { ReactNode } from "react";
import { ChoiceField, type Option } from "../../../elements/choice-field.tsx";
import { TextField } from "../../../elements/text-field.tsx";
import { FileField } from "../../../elements/file-field.tsx";
import type { Text } from "../../../language/text.ts";
import { words } from "../words.ts";
import { OWN } from "./charter-source.ts";

/** A text of one's own: pasted, or from a file that is sent only when it is asked for. */
export type OwnText = { readonly text: string; readonly side: string };

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
      <FileField
        label={words.openFile}
        accept=".yaml,.yml"
        onFile={(file) => void file.text().then((text) => onOwn({ ...own, text }))}
      />
      <TextField label={words.side} value={own.side} onChange={(side) => onOwn({ ...own, side })} />
    </>
  );
}
