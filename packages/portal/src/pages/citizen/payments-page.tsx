import type { Text } from "../../language/text.ts";
import { ActFigure } from "../../elements/act-figure.tsx";
import type { ReactNode } from "react";
import { useApi } from "../../api/use-api.ts";
import { Day } from "../../elements/day.tsx";
import { PageHeading } from "../../elements/page-heading.tsx";
import { Panel } from "../../elements/panel.tsx";
import { useText } from "../../language/language-context.tsx";
import { CheckButton } from "./check-button.tsx";
import "./citizen.css";
import { PairList } from "./pair-list.tsx";
import type { Holding } from "./slice-page.tsx";
import { words } from "./words.ts";

type Payment = Holding["payments"][number];

const KINDS = {
  distribution: words.kindDistribution,
  redemption: words.kindRedemption,
  refund: words.kindRefund,
} as const;

/** Every payment to a citizen, with what was taken off and what it is made of. */
export function PaymentsPage(): ReactNode {
  const t = useText();
  const { payments, currency } = useApi("/api/v1/my/holding");
  return (
    <div className="plain">
      <PageHeading title={words.payments}>{t(words.paymentsLead)}</PageHeading>
      {payments.length === 0 && <p>{t(words.noPayments)}</p>}
      {payments.map((payment) => (
        <PaymentPanel key={payment.payment.id} payment={payment} currency={currency} />
      ))}
      {payments.length > 0 && <p className="hint">{t(words.taxHint)}</p>}
    </div>
  );
}

function PaymentPanel({
  payment: { kind, gross, withheld, net, income, gain, returnOfCapital, declaredOn, payment },
  currency,
}: {
  readonly payment: Payment;
  readonly currency: string;
}): ReactNode {
  const t = useText();
  // The act that declared it says all of its amounts.
  const act = payment.id.slice(0, payment.id.indexOf("/"));
  const money = (minor: string, name: Text): ReactNode => (
    <ActFigure {...{ minor, currency, act, name }} exact />
  );
  const { releasedOn, releasedBy, entry } = payment;
  const made = [
    { label: words.income, minor: income },
    { label: words.gain, minor: gain },
    { label: words.ownMoney, minor: returnOfCapital },
  ].flatMap(({ label, minor }) =>
    minor === undefined || BigInt(minor) === 0n ? [] : [{ label, value: money(minor, label) }],
  );
  return (
    <Panel title={KINDS[kind]} aside={<Day date={declaredOn} />}>
      <PairList
        pairs={[
          { label: words.gross, value: money(gross, words.gross) },
          { label: words.withheld, value: money(withheld, words.withheld) },
          { label: words.net, value: money(net, words.net) },
          {
            label: words.paidOn,
            value: releasedOn === undefined ? t(words.notPaid) : <Day date={releasedOn} />,
          },
        ]}
      />
      {made.length > 0 && (
        <>
          <h3>{t(words.madeOf)}</h3>
          <PairList pairs={made} />
        </>
      )}
      <CheckButton entry={releasedBy ?? entry} />
    </Panel>
  );
}
