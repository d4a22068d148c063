import { type ReactNode, useId } from "react";
import { useText } from "../language/language-context.tsx";
import type { LocalizedText, Text } from "../language/text.ts";
import { words } from "./words.ts";

export type Option = { readonly id: string; readonly name: Text | LocalizedText };

/** A choice of one among few: the browser's own list, which every device shows its own way. */
export function ChoiceField({
  label,
  options,
  value,
  onChange,
  hint,
  wrong,
  isRequired = false,
}: {
  readonly label: Text | LocalizedText;
  readonly options: readonly Option[];
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** What stands beneath it: why there is nothing to choose, say. */
  readonly hint?: ReactNode;
  readonly wrong?: string | undefined;
  readonly isRequired?: boolean;
}): ReactNode {
  const t = useText();
  const id = useId();
  const described = [
    ...(hint === undefined ? [] : [`${id}-hint`]),
    ...(wrong === undefined ? [] : [`${id}-wrong`]),
  ].join(" ");
  return (
    <div className="field">
      <label htmlFor={id}>
        {t(label)}
        {isRequired && <span className="required"> {t(words.requiredMark)}</span>}
      </label>
      <select
        id={id}
        value={value}
        aria-invalid={wrong !== undefined}
        aria-required={isRequired}
        aria-describedby={described === "" ? undefined : described}
        onChange={({ target }) => onChange(target.value)}
      >
        {options.map((option) => (
          <option key={option.id} value={option.id}>
            {t(option.name)}
          </option>
        ))}
      </select>
      {hint !== undefined && (
        <span id={`${id}-hint`} className="hint">
          {hint}
        </span>
      )}
      {wrong !== undefined && (
        <span id={`${id}-wrong`} className="wrong">
          {wrong}
        </span>
      )}
    </div>
  );
}
