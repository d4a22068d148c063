import type { ReactNode } from "react";
import { DataTable } from "../../../elements/data-table.tsx";
import { PageLink } from "../../../elements/page-link.tsx";
import { Panel } from "../../../elements/panel.tsx";
import { shortMoney } from "../../../format/money.ts";
import { useLanguage, useText } from "../../../language/language-context.tsx";
import { minorText } from "../projection/projection-tables.tsx";
import type { Ranked } from "./use-path.ts";
import { words } from "./words.ts";

type Party = Ranked["parties"][number];

/** The paths that end at some ranks for each side, to be looked at. */
export function PathRanks({
  ranked,
  nameOf,
  shown,
  addressOf,
}: {
  readonly ranked: Ranked | undefined;
  readonly nameOf: (party: string) => string;
  readonly shown: number | undefined;
  readonly addressOf: (path: number) => string;
}): ReactNode {
  const t = useText();
  const { language } = useLanguage();
  const [first] = ranked?.parties ?? [];
  if (ranked === undefined || first === undefined) return null;
  const rankName = (share: number): string => {
    if (share === 0) return t(words.worst);
    if (share === 1) return t(words.best);
    return share === 0.5 ? t(words.median) : t(words.rank, `${Math.round(share * 100)}%`);
  };
  const rows = first.ranked.map(({ share }, index) => ({ share, index }));
  type Row = (typeof rows)[number];
  const column = ({ id, currency, ranked: of }: Party) => ({
    ...{ id, title: { en: nameOf(id), ja: nameOf(id) }, isNumber: true as const },
    cell: ({ index }: Row) => {
      const { path = 0, gain = 0 } = of[index] ?? {};
      return (
        <span className="ranked-path">
          <PageLink to={addressOf(path)} {...(path === shown ? { "aria-current": "true" } : {})}>
            {t(words.shown, path.toLocaleString("en"))}
          </PageLink>
          <small>{shortMoney(minorText(gain), currency, language)}</small>
        </span>
      );
    },
  });
  return (
    <Panel title={words.ranks} wide>
      <p>{t(words.ranksText, ranked.paths.toLocaleString("en"))}</p>
      <DataTable
        caption={words.ranks}
        keyOf={({ share }) => String(share)}
        rows={rows}
        columns={[
          {
            ...{ id: "rank", title: words.ending, isHead: true },
            cell: ({ share }: Row) => rankName(share),
          },
          ...ranked.parties.map(column),
        ]}
      />
    </Panel>
  );
}
