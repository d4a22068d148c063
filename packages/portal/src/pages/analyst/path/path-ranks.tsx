import type { ReactNode } from "react";
import { Button } from "../../../elements/button.tsx";
import { DataTable } from "../../../elements/data-table.tsx";
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
  onGo,
}: {
  readonly ranked: Ranked | undefined;
  readonly nameOf: (party: string) => string;
  readonly shown: number | undefined;
  readonly onGo: (path: number) => void;
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
  return (
    <Panel title={words.ranks} wide>
      <p>{t(words.ranksText, ranked.paths.toLocaleString("en"))}</p>
      <DataTable
        caption={words.ranks}
        keyOf={({ id }) => id}
        rows={ranked.parties}
        columns={[
          { id: "side", title: words.side, isHead: true, cell: ({ id }: Party) => nameOf(id) },
          ...first.ranked.map(({ share }, index) => {
            const name = rankName(share);
            return {
              ...{ id: String(share), title: { en: name, ja: name }, isNumber: true as const },
              cell: ({ currency, ranked: of }: Party) => {
                const found = of[index];
                if (found === undefined) return "";
                const { path, gain } = found;
                return (
                  <span className="ranked-path">
                    <Button isDisabled={path === shown} onPress={() => onGo(path)}>
                      {t(words.shown, path.toLocaleString("en"))}
                    </Button>
                    <small>{shortMoney(minorText(gain), currency, language)}</small>
                  </span>
                );
              },
            };
          }),
        ]}
      />
    </Panel>
  );
}
