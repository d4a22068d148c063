import {
  ChangeFigure,
  type OwnAmount,
  OwnFigure,
  PriceFigure,
  WorthFigure,
} from "./own-figures.tsx";
import type { ReactNode } from "react";
import { type Answer, useApi } from "../../api/use-api.ts";
import { LineChart } from "../../charts/line-chart.tsx";
import { Day } from "../../elements/day.tsx";
import { Notice } from "../../elements/notice.tsx";
import { PageHeading } from "../../elements/page-heading.tsx";
import { PageLink } from "../../elements/page-link.tsx";
import { Panel } from "../../elements/panel.tsx";
import { dateText, instantText } from "../../format/date.ts";
import { exactMoney, unitsText } from "../../format/money.ts";
import { useLanguage, useText } from "../../language/language-context.tsx";
import "./citizen.css";
import { PairList } from "./pair-list.tsx";
import { localInstant, priceName, priceText, sumOf } from "./plain-format.ts";
import { words } from "./words.ts";

export type Holding = Answer<"/api/v1/my/holding">;

/** What a citizen has, what it is worth, and when it can be bought or sold. */
export function SlicePage(): ReactNode {
  const t = useText();
  const holding = useApi("/api/v1/my/holding");
  const { title } = useApi("/api/v1/fund");
  return (
    <div className="plain">
      <PageHeading title={words.slice}>
        {t(words.sliceLead, t(title), t(holding.feederName))}
      </PageHeading>
      <WorthPanel holding={holding} />
      <NextPanel />
      <InOutPanel holding={holding} />
      <PricePanel holding={holding} />
    </div>
  );
}

function WorthPanel({ holding }: { readonly holding: Holding }): ReactNode {
  const t = useText();
  const { language } = useLanguage();
  const { microUnits, worth, currency } = holding;
  const units = unitsText(microUnits);
  return (
    <Panel title={words.worthTitle}>
      {BigInt(microUnits) === 0n && <p>{t(words.nothingHeld)}</p>}
      {BigInt(microUnits) > 0n && worth === undefined && <p>{t(words.noPrice, units)}</p>}
      {BigInt(microUnits) > 0n && worth !== undefined && (
        <>
          <p className="plain-amount">
            <WorthFigure holding={holding} />
          </p>
          <p>{t(words.worthAt, units, dateText(worth.on, language))}</p>
          <p>
            <PriceSaid price={worth.price} on={worth.on} currency={currency} />
          </p>
        </>
      )}
      <details>
        <summary>{t(words.whatIsUnit)}</summary>
        <p>{t(words.unitExplained)}</p>
      </details>
    </Panel>
  );
}

/** A price with how many units it is of. */
function PriceSaid({
  price,
  on,
  currency,
}: {
  readonly price: string;
  readonly on: string;
  readonly currency: string;
}): ReactNode {
  const t = useText();
  const { language } = useLanguage();
  const { text, isOfMany } = priceText(price, currency, language);
  const said = t(isOfMany ? words.priceOfMany : words.priceOfUnit, text);
  return <PriceFigure text={said} on={on} />;
}

function NextPanel(): ReactNode {
  const t = useText();
  const { language } = useLanguage();
  const { next, suspended, mayBuy, maySell } = useApi("/api/v1/my/order-terms");
  return (
    <Panel title={words.next}>
      {suspended !== undefined && (
        <Notice kind="caution">
          {t(
            words.suspended,
            dateText(suspended.from, language),
            dateText(suspended.until, language),
            t(suspended.ground),
          )}
        </Notice>
      )}
      {next === undefined ? (
        <p>{t(words.noDay)}</p>
      ) : (
        <PairList
          pairs={[
            {
              label: words.dealingDay,
              value: <Day date={next.dealingDay} />,
              hint: words.dealingDayHint,
            },
            ...(next.cutOff === undefined
              ? []
              : [
                  {
                    label: words.cutOff,
                    value: (
                      <time dateTime={next.cutOff}>
                        {localInstant(next.cutOff, language)}
                        <br />
                        <span className="hint">
                          {t(words.utc, instantText(next.cutOff, language))}
                        </span>
                      </time>
                    ),
                    hint: words.cutOffHint,
                  },
                ]),
          ]}
        />
      )}
      <p className="plain-actions">
        {(mayBuy || maySell) && (
          <PageLink to="/my/order" className="plain-link plain-link-main">
            {t(words.buyOrSell)}
          </PageLink>
        )}
        <PageLink to="/my/orders" className="plain-link">
          {t(words.seeOrders)}
        </PageLink>
      </p>
    </Panel>
  );
}

function InOutPanel({ holding }: { readonly holding: Holding }): ReactNode {
  const t = useText();
  const { language } = useLanguage();
  const { currency, worth, paidIn, redeemed, distributed, inAdvance, owed } = holding;
  const own = (of: OwnAmount) => ({
    label: words[of],
    value: <OwnFigure holding={holding} of={of} />,
  });
  const isNone = (minor: string): boolean => BigInt(minor) === 0n;
  const pairs = [
    ...[own("paidIn"), own("redeemed"), own("distributed")],
    ...(worth === undefined
      ? []
      : [{ label: words.worthNow, value: <WorthFigure holding={holding} /> }]),
    ...(isNone(inAdvance) ? [] : [own("inAdvance")]),
    ...(isNone(owed) ? [] : [own("owed")]),
    ...(isNone(holding.leavingMicroUnits)
      ? []
      : [{ label: words.leaving, value: unitsText(holding.leavingMicroUnits) }]),
  ];
  const change =
    worth === undefined ? undefined : sumOf(worth.minor, redeemed, distributed) - BigInt(paidIn);
  const said =
    change === undefined || change === 0n ? words.even : change > 0n ? words.more : words.less;
  const size = change === undefined || change >= 0n ? (change ?? 0n) : -change;
  return (
    <Panel title={words.inOut}>
      <PairList pairs={pairs} />
      {change !== undefined && (
        <>
          <p className="plain-sum">
            <ChangeFigure holding={holding} text={t(said, exactMoney(size, currency, language))} />
          </p>
          <p className="hint">{t(words.notForecast)}</p>
        </>
      )}
    </Panel>
  );
}

function PricePanel({ holding }: { readonly holding: Holding }): ReactNode {
  const t = useText();
  const { language } = useLanguage();
  const { prices, currency } = holding;
  const [first] = prices;
  if (first === undefined) return null;
  const said = (price: string): string => priceText(price, currency, language).text;
  const { isOfMany } = priceText(first.price, currency, language);
  const whole = isOfMany ? t(words.forTenThousand, said(first.price)) : said(first.price);
  if (prices.length < 2) {
    return (
      <Panel title={words.history}>
        <p>
          <PriceFigure
            text={t(words.onePrice, whole, dateText(first.on, language))}
            on={first.on}
          />
        </p>
      </Panel>
    );
  }
  const values = new Set(prices.map(({ price }) => Number(price)));
  if (values.size === 1) {
    return (
      <Panel title={words.history}>
        <p>
          <PriceFigure text={t(words.samePrice, whole)} />
        </p>
      </Panel>
    );
  }
  const points = prices.map(({ on, price }) => ({
    ...{ date: on, text: said(price) },
    value: Number(price) * (isOfMany ? 10_000 : 1),
  }));
  return (
    <Panel title={words.history}>
      <LineChart
        title={priceName(currency)}
        series={[
          {
            ...{ id: "price", name: priceName(currency), points },
            figure: ({ text, date }) => <PriceFigure text={text} on={date} />,
          },
        ]}
        axisText={(value) => value.toLocaleString("en", { maximumFractionDigits: 4 })}
        unit={currency}
        fromZero={false}
      />
    </Panel>
  );
}
