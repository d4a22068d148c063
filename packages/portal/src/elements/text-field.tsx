import type { ReactNode } from "react";
import { FieldError } from "react-aria-components/FieldError";
import { Input } from "react-aria-components/Input";
import { Label } from "react-aria-components/Label";
import { Text as AriaText } from "react-aria-components/Text";
import { TextArea } from "react-aria-components/TextArea";
import { TextField as AriaTextField } from "react-aria-components/TextField";
import { useText } from "../language/language-context.tsx";
import type { LocalizedText, Text } from "../language/text.ts";
import { words } from "./words.ts";

/** A field for text, with its name above it and what is wrong with it beneath it. */
export function TextField({
  label,
  hint,
  value,
  onChange,
  wrong,
  isRequired = false,
  lines = 1,
  type = "text",
}: {
  readonly label: Text | LocalizedText;
  readonly hint?: Text;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Why what stands in it cannot be taken. */
  readonly wrong?: string | undefined;
  readonly isRequired?: boolean;
  readonly lines?: number;
  readonly type?: "text" | "date" | "search" | "password";
}): ReactNode {
  const t = useText();
  return (
    <AriaTextField
      className="field"
      value={value}
      onChange={onChange}
      isRequired={isRequired}
      isInvalid={wrong !== undefined}
      validationBehavior="aria"
      type={type}
    >
      <Label>
        {t(label)}
        {isRequired && <span className="required"> {t(words.requiredMark)}</span>}
      </Label>
      {lines > 1 ? <TextArea rows={lines} /> : <Input />}
      {hint !== undefined && (
        <AriaText slot="description" className="hint">
          {t(hint)}
        </AriaText>
      )}
      <FieldError className="wrong">{wrong}</FieldError>
    </AriaTextField>
  );
}
