import type { ReactNode } from "react";
import { useCells } from "../../../api/page-cells.ts";
import { useApi } from "../../../api/use-api.ts";
import { Panel } from "../../../elements/panel.tsx";
import { dateText } from "../../../format/date.ts";
import { useLanguage, useText } from "../../../language/language-context.tsx";
import { MaybeFigure } from "../parts/maybe-figure.tsx";
import { useGovernments } from "../parts/sides.ts";
import { words } from "./words.ts";

/** What each treasury has had from the fund so far, in the fund's currency and in its own. */
export function PaidPanel(): ReactNode {
  const t = useText();
  const { language } = useLanguage();
  const { founded } = useApi("/api/v1/fund");
  return (
    <Panel title={words.paid} aside={t(words.paidSince, dateText(founded, language))}>
      <dl className="paid">
        {useGovernments().map(({ party, name, cell }) => (
          <div key={party}>
            <dt>{t(name)}</dt>
            <dd>
              <span className="paid-sum">
                <MaybeFigure cell={cell("received")} />
              </span>
              <OwnCurrency party={party} />
            </dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}

/** The same in the government's own currency, where that is another. */
function OwnCurrency({ party }: { readonly party: string }): ReactNode {
  const t = useText();
  const cell = useCells().get(`sides.${party}.own.earned`);
  if (cell === undefined) return null;
  const [before = "", after = ""] = t(words.ownCurrency, "\u0000").split("\u0000");
  return (
    <span className="overview-note">
      {before}
      <MaybeFigure cell={cell} />
      {after}
    </span>
  );
}
