import type { ReactNode } from "react";
import { FieldError } from "react-aria-components/FieldError";
import { Input } from "react-aria-components/Input";
import { Label } from "react-aria-components/Label";
import { Text as AriaText } from "react-aria-components/Text";
import { TextArea } from "react-aria-components/TextArea";
import { TextField as AriaTextField } from "react-aria-components/TextField";
import { useLanguage, useText } from "../language/language-context.tsx";
import type { LocalizedText, Text } from "../language/text.ts";
import { LINE_MAX, TEXT_MAX, useTextLimit } from "./text-limit.ts";
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
  most = lines > 1 ? TEXT_MAX : LINE_MAX,
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
  /** Most characters: what would make it longer is not put in, and the field says so. */
  readonly most?: number;
  readonly type?: "text" | "date" | "search" | "password";
}): ReactNode {
  const t = useText();
  const { refused, take, watch } = useTextLimit(most, value, onChange);
  return (
    <AriaTextField
      className="field"
      value={value}
      onChange={take}
      isRequired={isRequired}
      isInvalid={wrong !== undefined}
      validationBehavior="aria"
      type={type}
    >
      <Label>
        {t(label)}
        {isRequired && <span className="required"> {t(words.requiredMark)}</span>}
      </Label>
      {lines > 1 ? <TextArea ref={watch} rows={lines} /> : <Input ref={watch} />}
      {hint !== undefined && (
        <AriaText slot="description" className="hint">
          {t(hint)}
        </AriaText>
      )}
      <FieldError className="wrong">{wrong}</FieldError>
      {refused !== undefined && <TooLong label={label} length={refused} most={most} />}
    </AriaTextField>
  );
}

/** Says that a text was not put in, and how much of it would have been. */
function TooLong({
  label,
  length,
  most,
}: {
  readonly label: Text | LocalizedText;
  readonly length: number;
  readonly most: number;
}): ReactNode {
  const t = useText();
  const { language } = useLanguage();
  const said = (count: number): string => count.toLocaleString(language);
  return (
    <p className="wrong" role="alert">
      {t(words.tooLong, t(label), said(length), said(most))}
    </p>
  );
}
