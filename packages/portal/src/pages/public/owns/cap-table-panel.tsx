import type { ReactNode } from "react";
import { DataTable } from "../../../elements/data-table.tsx";
import { MadeFigure } from "../../../elements/made-figure.tsx";
import { PageLink } from "../../../elements/page-link.tsx";
import { Panel } from "../../../elements/panel.tsx";
import { exactMoney, shortMoney } from "../../../format/money.ts";
import { percentText } from "../../../format/ratio.ts";
import { useLanguage, useText } from "../../../language/language-context.tsx";
import type { Text } from "../../../language/text.ts";
import { usePartyNames } from "../parts/party-names.ts";
import type { Detail } from "./investment-page.tsx";
import { instrumentWords, words } from "./words.ts";

/** Who has promised and paid what, beside the fund. */
export function CapTablePanel({ it }: { readonly it: Detail }): ReactNode {
  const t = useText();
  const { language } = useLanguage();
  const nameOf = usePartyNames();
  const shareOf = (holder: string): string | undefined =>
    it.shares.find((each) => each.holder === holder)?.share;
  const story = <StoryLink it={it} />;
  const amount = (minor: string, label: Text): ReactNode => (
    <MadeFigure
      text={shortMoney(minor, it.currency, language)}
      exact={exactMoney(minor, it.currency, language)}
      label={label}
      how={words.stakeFrom}
    >
      {story}
    </MadeFigure>
  );
  return (
    <Panel title={words.capTable}>
      <p className="panel-note">{t(words.capTableLead)}</p>
      <DataTable
        caption={words.capTable}
        rows={it.stakes}
        keyOf={({ holder, instrument }) => `${holder} ${instrument}`}
        columns={[
          {
            id: "holder",
            title: words.holder,
            isHead: true,
            cell: ({ holder }) => t(nameOf(holder)),
          },
          {
            id: "instrument",
            title: words.instrument,
            cell: ({ instrument }) => t(instrumentWords[instrument]),
          },
          {
            id: "committed",
            title: words.committed,
            isNumber: true,
            cell: ({ committed }) => amount(committed, words.committed),
          },
          {
            id: "funded",
            title: words.funded,
            isNumber: true,
            cell: ({ funded }) => amount(funded, words.funded),
          },
          {
            id: "share",
            title: words.share,
            isNumber: true,
            cell: ({ holder, instrument }) => {
              const share = instrument === "equity" ? shareOf(holder) : undefined;
              if (share === undefined) return "–";
              return (
                <MadeFigure text={percentText(share)} label={words.share} how={words.shareFrom}>
                  {story}
                </MadeFigure>
              );
            },
          },
        ]}
      />
    </Panel>
  );
}

/** Where all that was decided and reported about it is listed. */
function StoryLink({ it }: { readonly it: Detail }): ReactNode {
  const t = useText();
  return (
    <p>
      <PageLink to={`/acts?investment=${it.id}`}>
        {t(words.wholeStory, String(it.actCount))}
      </PageLink>
    </p>
  );
}
