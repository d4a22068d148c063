import { type ReactNode, useId } from "react";
import { useText } from "../language/language-context.tsx";
import { words } from "./words.ts";

/** A charter from the reader's own disk. */
export function CharterFile({ onRead }: { readonly onRead: (text: string) => void }): ReactNode {
  const t = useText();
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{t(words.file)}</label>
      <input
        id={id}
        type="file"
        accept=".yaml,.yml,text/yaml"
        onChange={({ target }) => {
          void target.files?.[0]?.text().then(onRead);
        }}
      />
    </div>
  );
}
