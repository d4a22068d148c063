import type { ReactNode } from "react";
import { useCells } from "../api/page-cells.ts";
import { useApi } from "../api/use-api.ts";
import { exactCellText } from "../format/cell.ts";
import { decimalText } from "../format/ratio.ts";
import { useLanguage, useText } from "../language/language-context.tsx";
import type { LocalizedText, Text } from "../language/text.ts";
import { ActLink } from "./act-link.tsx";
import { ClauseLink } from "./clause-link.tsx";
import { DataTable } from "./data-table.tsx";
import { Day } from "./day.tsx";
import { Money } from "./money.tsx";
import { words } from "./words.ts";

type Source = { readonly [field: string]: unknown };

/** Fields of a source that name other numbers, one or several, and what those do in it. */
const ROLES: readonly (readonly [field: string, name: Text])[] = [
  ["plus", words.plus],
  ["minus", words.minus],
  ["over", words.over],
  ["under", words.under],
  ["of", { en: "Of", ja: "対象" }],
  ["less", { en: "Less", ja: "控除" }],
  ["whole", { en: "The whole that is shared out", ja: "配分の対象となる総額" }],
  ["units", { en: "By units: its own, then everybody's", ja: "口数による配分（自己、全体の順）" }],
  ["figures", { en: "Figures of the formula", ja: "計算式の項目" }],
];

const other = {
  term: { en: "The charter says so", ja: "基本協定の定め" },
  covenant: { en: "Limit by the charter", ja: "財務制限条項" },
  assumed: { en: "Assumed, on no record", ja: "記録によらない仮定" },
  flows: { en: "Dated amounts", ja: "日付別の金額" },
  struck: { en: "Struck by", ja: "確定した行為" },
  rate: { en: "Rate", ja: "換算相場" },
  counted: { en: "Counted", ja: "集計" },
} as const;

function namesOf(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  if (Array.isArray(value)) {
    return value.flatMap((each: unknown) => {
      if (typeof each === "string") return [each];
      // A map is written as pairs: the name in the formula, and the cell.
      return Array.isArray(each) && typeof each[1] === "string" ? [each[1]] : [];
    });
  }
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).filter((each): each is string => typeof each === "string");
}

/** What a number is made of, whatever its kind: numbers that open in turn, a clause, an act. */
export function WhySource({
  source,
  currency,
  onOpen,
}: {
  readonly source: Source;
  /** Of the amounts in it, where it has some. */
  readonly currency: string | undefined;
  readonly onOpen: (cell: string) => void;
}): ReactNode {
  const { clause, covenant, source: assumed, actId, flows } = source;
  return (
    <>
      {ROLES.map(([field, name]) => (
        <Cells key={field} name={name} ids={namesOf(source[field])} onOpen={onOpen} />
      ))}
      {typeof clause === "string" && (
        <Told name={other.term}>
          <ClauseLink clause={clause} />
        </Told>
      )}
      {typeof covenant === "string" && <CovenantOf id={covenant} />}
      {typeof assumed === "object" && assumed !== null && (
        <Assumed text={assumed as LocalizedText} />
      )}
      {typeof actId === "string" && (
        <Told name={other.struck}>
          <ActLink id={actId} name={other.struck} />
        </Told>
      )}
      {Array.isArray(flows) && <Flows flows={flows as readonly Flow[]} currency={currency} />}
    </>
  );
}

function Told({
  name,
  children,
}: {
  readonly name: Text;
  readonly children: ReactNode;
}): ReactNode {
  const t = useText();
  return (
    <div className="why-made">
      <h3>{t(name)}</h3>
      <p>{children}</p>
    </div>
  );
}

function Assumed({ text }: { readonly text: LocalizedText }): ReactNode {
  const t = useText();
  return <Told name={other.assumed}>{t(text)}</Told>;
}

function CovenantOf({ id }: { readonly id: string }): ReactNode {
  const t = useText();
  const { charter } = useApi("/api/v1/charter", {});
  const covenant = charter.leverage?.covenants.find((each) => each.id === id);
  if (covenant === undefined) return null;
  return (
    <Told name={other.covenant}>
      {t(covenant.name)} <ClauseLink clause={covenant.clause} />
    </Told>
  );
}

function Cells({
  name,
  ids,
  onOpen,
}: {
  readonly name: Text;
  readonly ids: readonly string[];
  readonly onOpen: (cell: string) => void;
}): ReactNode {
  const t = useText();
  const { language } = useLanguage();
  const known = useCells();
  const cells = [...new Set(ids)].flatMap((id) => known.get(id) ?? []);
  if (cells.length === 0) return null;
  return (
    <div className="why-made">
      <h3>{t(name)}</h3>
      <ul>
        {cells.map(({ id, label, value }) => (
          <li key={id}>
            <button type="button" className="figure" onClick={() => onOpen(id)}>
              {t(label)}
            </button>{" "}
            <span className="why-part">{exactCellText(value, language)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

type Flow = {
  readonly on: string;
  readonly minor: string;
  readonly rate?: { readonly rate?: string };
};

function Flows({
  flows,
  currency,
}: {
  readonly flows: readonly Flow[];
  readonly currency: string | undefined;
}): ReactNode {
  const t = useText();
  const fund = useApi("/api/v1/fund");
  const inOrder = flows.toSorted((a, b) => a.on.localeCompare(b.on));
  const hasRates = flows.some(({ rate }) => typeof rate?.rate === "string");
  return (
    <div className="why-made">
      <h3>{t(other.flows)}</h3>
      <DataTable
        caption={other.flows}
        rows={inOrder.map((flow, n) => ({ ...flow, n }))}
        keyOf={({ n }) => String(n)}
        columns={[
          { id: "on", title: words.date, isHead: true, cell: ({ on }) => <Day date={on} /> },
          {
            id: "minor",
            title: words.amount,
            isNumber: true,
            cell: ({ minor }) => (
              <Money
                minor={minor}
                currency={hasRates ? fund.currency : (currency ?? fund.currency)}
                exact
              />
            ),
          },
          ...(hasRates
            ? [
                {
                  id: "rate",
                  title: other.rate,
                  isNumber: true as const,
                  cell: ({ rate }: Flow) =>
                    rate?.rate === undefined ? "" : decimalText(rate.rate, 4),
                },
              ]
            : []),
        ]}
      />
    </div>
  );
}
