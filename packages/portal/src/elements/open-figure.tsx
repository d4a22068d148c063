import { type ReactNode, useState } from "react";
import { useText } from "../language/language-context.tsx";
import type { LocalizedText, Text } from "../language/text.ts";
import { words } from "./words.ts";

/** A number as a button that opens its why. */
export function OpenFigure({
  text,
  label,
  exact,
  minor,
  children,
}: {
  /** As it is shown. */
  readonly text: string;
  /** What it is the number of. */
  readonly label: Text | LocalizedText;
  /** With all its digits, where it is not shown so. */
  readonly exact?: string | undefined;
  /** Of an amount: minor units, for programs that read the page. */
  readonly minor?: string | undefined;
  /** Its why, in a dialog: given how to close it. */
  readonly children: (close: () => void) => ReactNode;
}): ReactNode {
  const t = useText();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        className="figure"
        title={exact}
        aria-label={`${text}. ${t(words.why, t(label))}`}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        {minor === undefined ? text : <data value={minor}>{text}</data>}
      </button>
      {isOpen && children(() => setOpen(false))}
    </>
  );
}
