import type { ReactNode } from "react";
import { ChoiceField } from "../../../elements/choice-field.tsx";
import { useCharterOptions } from "../parts/charter-source.ts";
import { words } from "./words.ts";

/** Which charter is projected: the one in force, or one that can be compared by name. */
export function CharterChoice({
  value,
  onChange,
}: {
  readonly value: string;
  readonly onChange: (charter: string) => void;
}): ReactNode {
  const options = useCharterOptions();
  return (
    <ChoiceField
      label={words.charter}
      options={[{ id: "", name: words.inForce }, ...options]}
      value={value}
      onChange={onChange}
    />
  );
}
