import type { ReactNode } from "react";
import type { Schemas } from "../../api/client.ts";
import { ClauseLink } from "../../elements/clause-link.tsx";
import { type Column, DataTable } from "../../elements/data-table.tsx";
import { shortMoney } from "../../format/money.ts";
import { percentText } from "../../format/ratio.ts";
import { useLanguage, useText } from "../../language/language-context.tsx";
import type { Language } from "../../language/text.ts";
import { effectWords } from "./words/effects.ts";

type Limit = Schemas["LimitStanding"];
type Standing = Limit["before"];

/** The whole part of a ratio, for amounts: limits may compare fractions of a minor unit. */
function floorOf(ratio: string): bigint {
  const [num = "0", den = "1"] = ratio.split("/");
  const [n, d] = [BigInt(num), BigInt(den)];
  return n < 0n && n % d !== 0n ? n / d - 1n : n / d;
}

/** What is left of each comparison, as money or as a share. */
function roomText({ comparisons }: Standing, language: Language): string {
  return comparisons
    .map(({ room, currency }) =>
      currency === undefined ? percentText(room) : shortMoney(floorOf(room), currency, language),
    )
    .join(language === "ja" ? "、" : ", ");
}

/** Limits of the charter with how much room they leave; before and after an act. */
export function LimitTable({
  limits,
  isCompared = false,
}: {
  readonly limits: readonly Limit[];
  readonly isCompared?: boolean;
}): ReactNode {
  const t = useText();
  const { language } = useLanguage();
  const state = ({ holds }: Standing): string =>
    holds === undefined ? "–" : t(holds ? effectWords.holds : effectWords.broken);
  const columns: readonly Column<Limit>[] = [
    {
      id: "name",
      title: effectWords.limits,
      isHead: true,
      cell: ({ name, inWords, clause }) => (
        <span>
          {t(name)} <ClauseLink clause={clause} />
          <span className="limit-words">{t(inWords)}</span>
        </span>
      ),
    },
    {
      id: "state",
      title: effectWords.state,
      cell: ({ after }) => (
        <span className={after.holds === false ? "tag severity-warning" : "tag"}>
          {state(after)}
        </span>
      ),
    },
    ...(isCompared
      ? [
          {
            id: "before",
            title: effectWords.before,
            isNumber: true as const,
            cell: ({ before }: Limit) => roomText(before, language),
          },
        ]
      : []),
    {
      id: "room",
      title: effectWords.room,
      isNumber: true,
      cell: ({ after }) => roomText(after, language),
    },
  ];
  return (
    <>
      {isCompared && <h3>{t(effectWords.limits)}</h3>}
      <DataTable
        caption={effectWords.limits}
        columns={columns}
        rows={limits}
        keyOf={({ limit }) => limit}
      />
    </>
  );
}
