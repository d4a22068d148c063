import { type ReactNode, useState } from "react";
import { useParts } from "../../api/use-parts.ts";
import { Dialog } from "../../elements/dialog.tsx";
import { Waiting } from "../../elements/waiting.tsx";
import { Money } from "../../elements/money.tsx";
import { Explanation } from "../../elements/why.tsx";
import { words as shared } from "../../elements/words.ts";
import { type Minor, shortMoney } from "../../format/money.ts";
import { useLanguage, useText } from "../../language/language-context.tsx";
import { words } from "./words.ts";

/** The figures of a party that say which postings they are made of. */
export type PartyFigureName =
  | "committed"
  | "unfunded"
  | "recallable"
  | "paidIn"
  | "distributed"
  | "owed";

type Of = {
  readonly party: string;
  readonly figure: PartyFigureName;
  readonly currency: string;
  /** Of whose book; the fund's own if absent. */
  readonly vehicle?: string;
};

/** An amount of a party's that opens where it comes from. */
export function PartyFigure({ minor, of }: { readonly minor: Minor; readonly of: Of }): ReactNode {
  const t = useText();
  const { language } = useLanguage();
  const [isOpen, setOpen] = useState(false);
  const shown = shortMoney(minor, of.currency, language);
  return (
    <>
      <button
        type="button"
        className="figure"
        aria-label={`${shown}. ${t(shared.why, t(words[of.figure]))}`}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        <Money minor={minor} currency={of.currency} />
      </button>
      {isOpen && (
        <Dialog title={shared.whyTitle} onClose={() => setOpen(false)}>
          <Waiting>
            <PartyWhy of={of} />
          </Waiting>
        </Dialog>
      )}
    </>
  );
}

function PartyWhy({ of: { party, figure, currency, vehicle } }: { readonly of: Of }): ReactNode {
  const found = useParts("/api/v1/partners/{party}/why/{figure}", {
    path: { party, figure },
    query: { currency, ...(vehicle === undefined ? {} : { vehicle }) },
  });
  return <Explanation found={found} onOpen={() => undefined} />;
}
