import { type ReactNode, useEffect } from "react";
import { useText } from "../language/language-context.tsx";
import type { LocalizedText, Text } from "../language/text.ts";

/** The heading of a page, which is its name in the browser's window too. */
export function PageHeading({
  title,
  children,
}: {
  readonly title: Text | LocalizedText;
  /** What stands beneath it: a sentence on what the page tells. */
  readonly children?: ReactNode;
}): ReactNode {
  const t = useText();
  const said = t(title);
  useEffect(() => {
    document.title = said;
  }, [said]);
  return (
    <div className="page-heading">
      <h1>{said}</h1>
      {children !== undefined && <div className="lead">{children}</div>}
    </div>
  );
}
