import type { ReactNode } from "react";
import type { Schemas } from "../api/client.ts";
import { ActSubjects } from "../elements/act-subjects.tsx";
import { Money } from "../elements/money.tsx";
import { words as shared } from "../elements/words.ts";
import { useText } from "../language/language-context.tsx";
import type { Text } from "../language/text.ts";
import { Row } from "./row.tsx";
import { words } from "./words.ts";

/** A figure that an act would change. */
export type ToldChange = {
  readonly id: string;
  readonly label: string;
  readonly currency: string;
  readonly before: string;
  readonly after: string;
};

/** What the office tells of an act besides what is signed: it is worked out, not signed. */
export type ActTold = {
  readonly about: readonly Schemas["ActSubject"][];
  readonly amount: { readonly currency: string; readonly minor: string } | undefined;
  /** The side that proposed it, by name. */
  readonly party?: string;
  readonly effects?: {
    /** "If it were executed today" */
    readonly when: string;
    /** Why it would not take effect as it stands. */
    readonly trouble: Text | undefined;
    readonly changes: readonly ToldChange[];
  };
};

/** Figures that the dialog names; the page behind it has all. */
const SHOWN = 6;

/** What an act is about, of how much, and what it would change. */
export function ToldRows({ told }: { readonly told: ActTold }): ReactNode {
  const { about, amount, effects } = told;
  return (
    <>
      {about.length > 0 && (
        <Row name={words.about}>
          <strong>
            <ActSubjects of={about} />
          </strong>
        </Row>
      )}
      {amount !== undefined && (
        <Row name={shared.amount}>
          <strong>
            <Money minor={amount.minor} currency={amount.currency} exact />
          </strong>
        </Row>
      )}
      {effects !== undefined && (
        <Row name={words.effects}>
          <Effects of={effects} />
        </Row>
      )}
    </>
  );
}

function Effects({ of }: { readonly of: NonNullable<ActTold["effects"]> }): ReactNode {
  const t = useText();
  const { when, trouble, changes } = of;
  if (trouble !== undefined) return t(trouble);
  return (
    <>
      <span className="quiet">{when}</span>
      {changes.length === 0 && <p>{t(words.noEffect)}</p>}
      <ul className="signed-changes">
        {changes.slice(0, SHOWN).map(({ id, label, currency, before, after }) => (
          <li key={id}>
            <span>{label}</span>{" "}
            <span className="number">
              <Money minor={before} currency={currency} exact /> →{" "}
              <Money minor={after} currency={currency} exact />
            </span>
          </li>
        ))}
        {changes.length > SHOWN && <li>{t(shared.more, String(changes.length - SHOWN))}</li>}
      </ul>
    </>
  );
}
