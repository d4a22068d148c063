import type { ReactNode } from "react";
import { Money } from "../../elements/money.tsx";
import { useText } from "../../language/language-context.tsx";
import type { PartyNotice } from "./notices-page.tsx";
import { type AmountLine, Amounts, CommitmentEffect, Payments } from "./paper-parts.tsx";
import { words } from "./words.ts";

const isSome = (minor: string): boolean => BigInt(minor) !== 0n;

/** A distribution notice: the party's part by character, and what is paid of it. */
export function DistributionPaper({
  notice,
}: {
  readonly notice: Extract<PartyNotice, { kind: "distribution" }>;
}): ReactNode {
  const t = useText();
  const { currency, reference, carry, diverted, payments } = notice;
  const taken: readonly AmountLine[] = [
    ...(isSome(carry) ? [{ label: words.carry, own: carry }] : []),
    ...(isSome(diverted) ? [{ label: words.diverted, own: diverted }] : []),
  ];
  return (
    <>
      <dl className="pairs">
        <dt>{t(words.reference)}</dt>
        <dd>
          <code>{reference}</code>
        </dd>
        <dt>{t(words.cumulative)}</dt>
        <dd>
          <Money minor={notice.cumulative} currency={currency} exact />
        </dd>
      </dl>
      <Amounts
        currency={currency}
        own={words.yourShare}
        lines={[
          { label: words.income, own: notice.income },
          { label: words.gain, own: notice.gain },
          { label: words.capital, own: notice.returnOfCapital },
          { label: words.gross, own: notice.minor, whole: notice.whole },
          ...taken,
          { label: words.net, own: notice.net, isSum: true },
        ]}
      />
      <Payments payments={payments} currency={currency} />
    </>
  );
}

/** A notice of capital that goes back, and may be called again. */
export function ReturnPaper({
  notice,
}: {
  readonly notice: Extract<PartyNotice, { kind: "return" }>;
}): ReactNode {
  const t = useText();
  const { currency, reference, minor, before, after, payments } = notice;
  return (
    <>
      <dl className="pairs">
        <dt>{t(words.reference)}</dt>
        <dd>
          <code>{reference}</code>
        </dd>
      </dl>
      <Amounts
        currency={currency}
        own={words.yourShare}
        lines={[{ label: words.capital, own: minor, isSum: true }]}
      />
      <CommitmentEffect before={before} after={after} currency={currency} />
      <Payments payments={payments} currency={currency} />
    </>
  );
}
