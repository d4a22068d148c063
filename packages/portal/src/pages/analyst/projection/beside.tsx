import type { ReactNode } from "react";
import { useText } from "../../../language/language-context.tsx";
import type { Text } from "../../../language/text.ts";

/** A figure, and beneath it the same before it was moved, by what that is called. */
export function Beside({
  now,
  before,
  called,
}: {
  readonly now: string;
  readonly before: string | undefined;
  readonly called: Text;
}): ReactNode {
  const t = useText();
  if (before === undefined) return now;
  return (
    <span className="beside">
      {now}
      <small className="as-assumed">
        <span className="only-read">{t(called)} </span>
        {before}
      </small>
    </span>
  );
}
