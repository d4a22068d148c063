import { type ReactNode, useId, useState } from "react";
import { useLanguage, useText } from "../language/language-context.tsx";
import type { Text } from "../language/text.ts";
import { Said } from "./said.tsx";
import { TEXT_MAX } from "./text-limit.ts";
import { words } from "./words.ts";

type Refused = { readonly name: string; readonly size: number };

/** A file from the reader's own disk. One that is too long changes nothing, and is said to be. */
export function FileField({
  label,
  accept,
  most = TEXT_MAX,
  onFile,
}: {
  readonly label: Text;
  readonly accept?: string;
  /** Most bytes. */
  readonly most?: number;
  readonly onFile: (file: File) => void;
}): ReactNode {
  const t = useText();
  const { language } = useLanguage();
  const id = useId();
  const [refused, setRefused] = useState<Refused>();
  const open = (target: HTMLInputElement): void => {
    const file = target.files?.[0];
    if (file === undefined) return;
    const isTooLarge = file.size > most;
    setRefused(isTooLarge ? { name: file.name, size: file.size } : undefined);
    if (!isTooLarge) onFile(file);
    // The same file may be chosen again after it was put right.
    target.value = "";
  };
  const said = (count: number): string => count.toLocaleString(language);
  return (
    <div className="field">
      <label htmlFor={id}>{t(label)}</label>
      <input
        id={id}
        type="file"
        {...(accept === undefined ? {} : { accept })}
        {...(refused === undefined ? {} : { "aria-invalid": true, "aria-describedby": `${id}-no` })}
        onChange={({ target }) => open(target)}
      />
      {refused !== undefined && (
        <p id={`${id}-no`} className="wrong" role="alert">
          <Said text={refused.name} />
          {t(words.fileTooLarge, said(refused.size), said(most))}
        </p>
      )}
    </div>
  );
}
