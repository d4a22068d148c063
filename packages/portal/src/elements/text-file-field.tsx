import { type ReactNode, useId, useState } from "react";
import { useText } from "../language/language-context.tsx";
import type { Text } from "../language/text.ts";
import { words } from "./words.ts";

/** What no text that the office takes is longer than. */
const BYTES_MAX = 1_048_576;

/** A text from a file of the reader's own disk. One that is too long changes nothing. */
export function TextFileField({
  label,
  accept,
  onRead,
}: {
  readonly label: Text;
  readonly accept?: string;
  readonly onRead: (text: string) => void;
}): ReactNode {
  const t = useText();
  const id = useId();
  const [isTooLarge, setTooLarge] = useState(false);
  const open = async (file: File | undefined): Promise<void> => {
    setTooLarge(file !== undefined && file.size > BYTES_MAX);
    if (file !== undefined && file.size <= BYTES_MAX) onRead(await file.text());
  };
  return (
    <div className="field">
      <label htmlFor={id}>{t(label)}</label>
      <input
        id={id}
        type="file"
        {...(accept === undefined ? {} : { accept })}
        {...(isTooLarge ? { "aria-invalid": true, "aria-describedby": `${id}-wrong` } : {})}
        onChange={({ target }) => void open(target.files?.[0])}
      />
      {isTooLarge && (
        <p id={`${id}-wrong`} className="wrong" role="alert">
          {t(words.fileTooLarge)}
        </p>
      )}
    </div>
  );
}
