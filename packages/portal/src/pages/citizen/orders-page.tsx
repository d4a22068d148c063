import { origin } from "../../elements/origin.ts";
import { useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { answered, api } from "../../api/client.ts";
import { send } from "../../api/send.ts";
import { type Answer, useApi } from "../../api/use-api.ts";
import { Button } from "../../elements/button.tsx";
import { Day } from "../../elements/day.tsx";
import { Notice } from "../../elements/notice.tsx";
import { PageHeading } from "../../elements/page-heading.tsx";
import { PageLink } from "../../elements/page-link.tsx";
import { Panel } from "../../elements/panel.tsx";
import { Said } from "../../elements/said.tsx";
import { dateText } from "../../format/date.ts";
import { exactMoney, unitsText } from "../../format/money.ts";
import { useLanguage, useText } from "../../language/language-context.tsx";
import { CheckButton } from "./check-button.tsx";
import "./citizen.css";
import { PairList } from "./pair-list.tsx";
import { localInstant, priceText } from "./plain-format.ts";
import type { Holding } from "./slice-page.tsx";
import { words } from "./words.ts";
import { Failure } from "../../app/failure.tsx";

type Request = Answer<"/api/v1/my/order-requests">["items"][number];
type Order = Holding["orders"][number];

/** What a citizen has asked for, and the orders that came of it. */
export function OrdersPage(): ReactNode {
  const t = useText();
  const { items } = useApi("/api/v1/my/order-requests");
  const { orders, currency } = useApi("/api/v1/my/holding");
  return (
    <div className="plain">
      <PageHeading title={words.orders}>{t(words.ordersLead)}</PageHeading>
      <p className="plain-actions">
        <PageLink to="/my/order" className="plain-link plain-link-main">
          {t(words.buyOrSell)}
        </PageLink>
      </p>
      <Panel title={words.requests}>
        {items.length === 0 && <p>{t(words.noRequests)}</p>}
        <ul className="plain-list">
          {items.map((request) => (
            <RequestCard key={request.id} request={request} />
          ))}
        </ul>
      </Panel>
      <Panel title={words.onRecord}>
        {orders.length === 0 && <p>{t(words.noOrders)}</p>}
        <ul className="plain-list">
          {orders.map((order) => (
            <OrderCard
              key={order.id}
              order={order}
              currency={currency}
              isCancelling={items.some(
                ({ cancels, standing }) => cancels === order.id && standing === "asked",
              )}
            />
          ))}
        </ul>
      </Panel>
    </div>
  );
}

/** "Buy for USD 200.00", of a request or an order. */
function useTitle(): (of: {
  readonly kind: string;
  readonly minor?: string;
  readonly microUnits?: string;
  readonly currency?: string;
}) => string {
  const t = useText();
  const { language } = useLanguage();
  return ({ kind, minor = "0", microUnits = "0", currency = "" }) => {
    if (kind === "subscription") return t(words.buy, exactMoney(minor, currency, language));
    if (kind === "redemption") return t(words.sell, unitsText(microUnits));
    return t(words.cancelOrder);
  };
}

/** Does something at the office, shows it, or says why it was refused. */
function useActing() {
  const [failure, setFailure] = useState<unknown>();
  const queries = useQueryClient();
  const act = async (work: () => Promise<unknown>): Promise<void> => {
    try {
      await work();
      await queries.invalidateQueries();
    } catch (failed) {
      setFailure(failed);
    }
  };
  return { failure, act };
}

function CancelButton({ order }: { readonly order: string }): ReactNode {
  const t = useText();
  const { failure, act } = useActing();
  const cancel = (): Promise<unknown> =>
    send("/api/v1/my/order-requests", { kind: "cancellation", order, key: crypto.randomUUID() });
  return (
    <>
      <p className="hint">{t(words.askCancelHint)}</p>
      {failure !== undefined && <Failure failure={failure} />}
      <Button onPress={() => void act(cancel)}>{t(words.askCancel)}</Button>
    </>
  );
}

function RequestCard({ request }: { readonly request: Request }): ReactNode {
  const t = useText();
  const { language } = useLanguage();
  const title = useTitle();
  const { failure, act } = useActing();
  const { id, standing, distributorName, reason = "", differs, entry } = request;
  const distributor = t(distributorName);
  const withdraw = async (): Promise<void> => {
    const path = "/api/v1/my/order-requests/{id}/withdrawal";
    answered(await api.POST(path, { params: { path: { id } }, body: {} }));
  };
  return (
    <li className="plain-card">
      <h3 {...origin("typed")}>{title(request)}</h3>
      <p>
        <Said text={t(words.standing[standing], distributor, reason)} />
      </p>
      <p className="hint">
        {t(words.askedOn)}: {localInstant(request.askedAt, language)}
      </p>
      {differs === true && <Notice kind="wrong">{t(words.differs, distributor)}</Notice>}
      {failure !== undefined && <Failure failure={failure} />}
      {standing === "asked" && (
        <Button onPress={() => void act(withdraw)}>{t(words.withdraw)}</Button>
      )}
      {entry !== undefined && <CheckButton entry={entry} />}
    </li>
  );
}

function OrderCard({
  order,
  currency,
  isCancelling,
}: {
  readonly order: Order;
  readonly currency: string;
  /** Whether the distributor has been asked already to take it back. */
  readonly isCancelling: boolean;
}): ReactNode {
  const t = useText();
  const { language } = useLanguage();
  const title = useTitle();
  const { id, kind, minor, microUnits, standing, dealt, waitingMicroUnits } = order;
  return (
    <li className="plain-card">
      <h3>
        <PageLink to={`/acts/${id}`} className="figure">
          {title({ kind, minor, microUnits, currency })}
        </PageLink>
      </h3>
      <PairList
        pairs={[
          { label: words.orderStanding[standing], value: <Day date={order.dealingDay} /> },
          {
            label: {
              en: t(words.receivedOn, t(order.distributor)),
              ja: t(words.receivedOn, t(order.distributor)),
            },
            value: localInstant(order.receivedAt, language),
          },
        ]}
      />
      {dealt.map((part) => (
        <p key={part.on} {...origin("act")}>
          {t(
            words.dealtLine,
            dateText(part.on, language),
            unitsText(part.microUnits),
            priceText(part.price, currency, language).text,
            exactMoney(part.minor, currency, language),
          )}{" "}
          {part.payBy !== undefined && t(words.payBy, dateText(part.payBy, language))}
        </p>
      ))}
      {standing === "partlyDealt" && (
        <Notice kind="caution">{t(words.gateWaits, unitsText(waitingMicroUnits))}</Notice>
      )}
      {standing === "waiting" && !isCancelling && <CancelButton order={id} />}
      <CheckButton entry={order.entry} />
    </li>
  );
}
