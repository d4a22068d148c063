import { OwnFigure, PriceFigure, UnitsFigure, WorthFigure } from "./own-figures.tsx";
import { PageLink } from "../../elements/page-link.tsx";
import { ActFigure } from "../../elements/act-figure.tsx";
import type { ReactNode } from "react";
import { useApi } from "../../api/use-api.ts";
import { Button } from "../../elements/button.tsx";
import { DataTable } from "../../elements/data-table.tsx";
import { Day } from "../../elements/day.tsx";
import { PageHeading } from "../../elements/page-heading.tsx";
import { Panel } from "../../elements/panel.tsx";
import { dateText } from "../../format/date.ts";
import { unitsText } from "../../format/money.ts";
import { useLanguage, useText } from "../../language/language-context.tsx";
import "./citizen.css";
import { PairList } from "./pair-list.tsx";
import { priceName, priceText } from "./plain-format.ts";
import type { Holding } from "./slice-page.tsx";
import { words } from "./words.ts";

type Deal = {
  readonly id: string;
  readonly order: string;
  readonly kind: "subscription" | "redemption";
  readonly part: Holding["orders"][number]["dealt"][number];
};

const FORMATS = ["pdf", "xlsx"] as const;

const fileAddress = (format: (typeof FORMATS)[number], lang: string): string =>
  `/api/v1/my/statement?${new URLSearchParams({ format, lang }).toString()}`;

/** What a citizen has and did, to be printed or kept. */
export function StatementPage(): ReactNode {
  const t = useText();
  const { language } = useLanguage();
  const holding = useApi("/api/v1/my/holding");
  const { currency, worth, today, holder } = holding;
  return (
    <div className="plain">
      <PageHeading title={words.statement}>{t(words.statementLead)}</PageHeading>
      <div className="plain-actions">
        {FORMATS.map((format) => (
          <a key={format} className="plain-link" href={fileAddress(format, language)} download>
            {t(words[format])}
          </a>
        ))}
        <Button onPress={() => window.print()}>{t(words.print)}</Button>
      </div>
      <Panel title={holding.feederName} aside={t(words.statementOf, dateText(today, language))}>
        <PairList
          pairs={[
            { label: words.account, value: holder },
            { label: words.units, value: <UnitsFigure holding={holding} /> },
            ...(worth === undefined
              ? []
              : [
                  { label: words.worthNow, value: <WorthFigure holding={holding} /> },
                  {
                    label: priceName(currency),
                    value: (
                      <PriceFigure
                        text={priceText(worth.price, currency, language).text}
                        on={worth.on}
                      />
                    ),
                  },
                  { label: words.date, value: <Day date={worth.on} /> },
                ]),
            ...(["paidIn", "redeemed", "distributed", "owed"] as const).map((of) => ({
              label: words[of],
              value: <OwnFigure holding={holding} of={of} />,
            })),
          ]}
        />
      </Panel>
      <DealsPanel holding={holding} />
    </div>
  );
}

function DealsPanel({ holding: { orders, currency } }: { readonly holding: Holding }): ReactNode {
  const { language } = useLanguage();
  const t = useText();
  const deals = orders.flatMap(({ id, kind, dealt }): Deal[] =>
    dealt.map((part) => ({ id: `${id}/${part.on}`, order: id, kind, part })),
  );
  if (deals.length === 0) return null;
  return (
    <Panel title={words.bought}>
      <DataTable
        caption={words.bought}
        rows={deals}
        keyOf={({ id }) => id}
        columns={[
          { id: "on", title: words.date, isHead: true, cell: ({ part }) => <Day date={part.on} /> },
          {
            id: "what",
            title: words.what,
            cell: ({ kind }) => t(kind === "subscription" ? words.boughtWord : words.givenBack),
          },
          {
            id: "units",
            title: words.units,
            isNumber: true,
            cell: ({ order, part }) => (
              <PageLink to={`/acts/${order}`} className="figure">
                {unitsText(part.microUnits)}
              </PageLink>
            ),
          },
          {
            id: "price",
            title: priceName(currency),
            isNumber: true,
            cell: ({ part }) => (
              <PriceFigure text={priceText(part.price, currency, language).text} on={part.on} />
            ),
          },
          {
            id: "amount",
            title: words.amount,
            isNumber: true,
            cell: ({ order, part }) => (
              <ActFigure
                {...{ currency, act: order }}
                minor={part.minor}
                name={words.amount}
                exact
              />
            ),
          },
        ]}
      />
    </Panel>
  );
}
