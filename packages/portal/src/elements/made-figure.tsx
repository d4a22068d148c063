import type { ReactNode } from "react";
import { useText } from "../language/language-context.tsx";
import type { LocalizedText, Text } from "../language/text.ts";
import { ClauseLink } from "./clause-link.tsx";
import { Dialog } from "./dialog.tsx";
import { OpenFigure } from "./open-figure.tsx";
import { origin } from "./origin.ts";
import { PageLink } from "./page-link.tsx";
import { words } from "./words.ts";

/** Something that a number is made of, and where that is told. */
export type MadePart = {
  readonly id: string;
  readonly name: Text | LocalizedText;
  readonly text: string;
  /** Where its own why stands: "/why/net-assets", "/acts/…". */
  readonly to?: string | undefined;
};

/** A number of the page alone, which opens how it is made: of which numbers, by which clause. */
export function MadeFigure({
  text,
  label,
  exact,
  minor,
  how,
  parts = [],
  clause,
  children,
}: {
  readonly text: string;
  readonly label: Text | LocalizedText;
  readonly exact?: string | undefined;
  readonly minor?: string | undefined;
  /** What is done with its parts, in a sentence. */
  readonly how?: Text;
  readonly parts?: readonly MadePart[];
  readonly clause?: string | undefined;
  /** What else it comes from. */
  readonly children?: ReactNode;
}): ReactNode {
  const t = useText();
  return (
    <OpenFigure {...{ text, label, exact, minor }}>
      {(close) => (
        <Dialog title={words.whyTitle} onClose={close}>
          <div className="why" {...origin("why")}>
            <p className="why-label">{t(label)}</p>
            <p className="why-value">{exact ?? text}</p>
            {how !== undefined && <p>{t(how)}</p>}
            {parts.length > 0 && <Parts parts={parts} />}
            {clause !== undefined && (
              <p>
                <ClauseLink clause={clause} />
              </p>
            )}
            {children}
          </div>
        </Dialog>
      )}
    </OpenFigure>
  );
}

function Parts({ parts }: { readonly parts: readonly MadePart[] }): ReactNode {
  const t = useText();
  return (
    <div className="why-made">
      <h3>{t(words.from)}</h3>
      <ul>
        {parts.map(({ id, name, text, to }) => (
          <li key={id}>
            {to === undefined ? t(name) : <PageLink to={to}>{t(name)}</PageLink>}{" "}
            <span className="why-part">{text}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
