import { origin } from "../../elements/origin.ts";
import { MadeFigure } from "../../elements/made-figure.tsx";
import { Fragment, type ReactNode } from "react";
import type { Schemas } from "../../api/client.ts";
import { ClauseLink } from "../../elements/clause-link.tsx";
import { type Column, DataTable } from "../../elements/data-table.tsx";
import { shortMoney } from "../../format/money.ts";
import { percentText } from "../../format/ratio.ts";
import { useLanguage, useText } from "../../language/language-context.tsx";
import type { Language, Text } from "../../language/text.ts";
import { effectWords } from "./words/effects.ts";

type Limit = Schemas["LimitStanding"];
type Standing = Limit["before"];

/** The whole part of a ratio, for amounts: limits may compare fractions of a minor unit. */
function floorOf(ratio: string): bigint {
  const [num = "0", den = "1"] = ratio.split("/");
  const [n, d] = [BigInt(num), BigInt(den)];
  return n < 0n && n % d !== 0n ? n / d - 1n : n / d;
}

type Side = Standing["comparisons"][number];

/** One side of a comparison, or what is left between the two, as money or as a share. */
const amountText = (value: string, { currency }: Side, language: Language): string =>
  currency === undefined ? percentText(value) : shortMoney(floorOf(value), currency, language);

/** What is left of each comparison, with its two sides and the clause that sets the limit. */
function Room({
  limit: { name, clause },
  standing: { comparisons },
}: {
  readonly limit: Limit;
  readonly standing: Standing;
}): ReactNode {
  const { language } = useLanguage();
  const said = (text: string): Text => ({ en: text, ja: text });
  return comparisons.map((each, n) => (
    <Fragment key={each.texts.join(" ")}>
      {n > 0 && (language === "ja" ? "、" : ", ")}
      <MadeFigure
        {...{ clause, label: name, how: effectWords.howRoom }}
        text={amountText(each.room, each, language)}
        parts={[each.left, each.right].map((value, side) => ({
          id: String(side),
          name: said(each.texts[side] ?? ""),
          text: amountText(value, each, language),
        }))}
      />
    </Fragment>
  ));
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
  const state = ({ holds }: Standing): string =>
    holds === undefined ? "–" : t(holds ? effectWords.holds : effectWords.broken);
  const columns: readonly Column<Limit>[] = [
    {
      id: "name",
      title: effectWords.limits,
      isHead: true,
      cell: ({ name, inWords, clause }) => (
        <span>
          <span {...origin("charter")}>{t(name)}</span> <ClauseLink clause={clause} />
          <span className="limit-words" {...origin("charter")}>
            {t(inWords)}
          </span>
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
            cell: (limit: Limit) => <Room limit={limit} standing={limit.before} />,
          },
        ]
      : []),
    {
      id: "room",
      title: effectWords.room,
      isNumber: true,
      cell: (limit) => <Room limit={limit} standing={limit.after} />,
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
