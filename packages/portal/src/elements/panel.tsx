import { type ReactNode, useId } from "react";
import { useText } from "../language/language-context.tsx";
import type { LocalizedText, Text } from "../language/text.ts";
import type { Origin } from "./origin.ts";

/** A part of a page with a heading of its own. */
export function Panel({
  title,
  aside,
  children,
  wide,
  from,
}: {
  readonly title: Text | LocalizedText;
  /** Beside the heading: a unit, a link, a choice. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
  /** Takes the whole width of a grid. */
  readonly wide?: true;
  /** Where its figures come from, if they open no why of their own. */
  readonly from?: Origin;
}): ReactNode {
  const t = useText();
  const id = useId();
  return (
    <section
      className={wide === true ? "panel panel-wide" : "panel"}
      aria-labelledby={id}
      data-origin={from}
    >
      <div className="panel-heading">
        <h2 id={id}>{t(title)}</h2>
        {aside !== undefined && <div className="panel-aside">{aside}</div>}
      </div>
      {children}
    </section>
  );
}
