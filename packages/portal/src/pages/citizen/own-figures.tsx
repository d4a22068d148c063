import type { ReactNode } from "react";
import { MadeFigure, type MadePart } from "../../elements/made-figure.tsx";
import { exactMoney, unitsText } from "../../format/money.ts";
import { dateText } from "../../format/date.ts";
import { useLanguage } from "../../language/language-context.tsx";
import type { Text } from "../../language/text.ts";
import { priceName, priceText, sumOf } from "./plain-format.ts";
import type { Holding } from "./slice-page.tsx";
import { whyWords } from "./why-words.ts";
import { words } from "./words.ts";

/** Amounts of an account that its orders and payments add up to. */
export type OwnAmount = "paidIn" | "redeemed" | "distributed" | "inAdvance" | "owed";

const dated = (name: Text, on: string): Text => ({
  en: `${name.en}, ${dateText(on, "en")}`,
  ja: `${name.ja}（${dateText(on, "ja")}）`,
});

const actOf = (payment: string): string => payment.slice(0, payment.indexOf("/"));

/** What an amount is made of: the orders that were carried out, or the payments. */
function usePartsOf({ orders, payments, currency }: Holding) {
  const { language } = useLanguage();
  const money = (minor: string): string => exactMoney(minor, currency, language);
  const dealt = (kind: string, name: Text, textOf: (part: Dealt) => string): readonly MadePart[] =>
    orders
      .filter((order) => order.kind === kind)
      .flatMap(({ id, dealt: parts }) =>
        parts.map((part) => ({
          ...{ id: `${id} ${part.on}`, name: dated(name, part.on), text: textOf(part) },
          to: `/acts/${id}`,
        })),
      );
  const paid = (kind: string, name: Text): readonly MadePart[] =>
    payments
      .filter((each) => each.kind === kind)
      .map(({ net, declaredOn, payment }) => ({
        ...{ id: payment.id, name: dated(name, declaredOn), text: money(net) },
        to: `/acts/${actOf(payment.id)}`,
      }));
  const amount = ({ minor }: Dealt): string => money(minor);
  const units = ({ microUnits }: Dealt): string => unitsText(microUnits);
  const none: readonly MadePart[] = [];
  return {
    paidIn: dealt("subscription", words.boughtWord, amount),
    redeemed: dealt("redemption", words.givenBack, amount),
    distributed: paid("distribution", words.net),
    inAdvance: none,
    owed: none,
    units: [
      ...dealt("subscription", words.boughtWord, units),
      ...dealt("redemption", words.givenBack, (part) => `− ${units(part)}`),
    ],
  } as const;
}

type Dealt = Holding["orders"][number]["dealt"][number];

/** An amount of one's own account, with the orders and payments behind it. */
export function OwnFigure({
  holding,
  of,
}: {
  readonly holding: Holding;
  readonly of: OwnAmount;
}): ReactNode {
  const { language } = useLanguage();
  const parts = usePartsOf(holding)[of];
  const text = exactMoney(holding[of], holding.currency, language);
  return (
    <MadeFigure {...{ text, parts, minor: holding[of], label: words[of], how: whyWords[of] }} />
  );
}

/** How many units somebody has. */
export function UnitsFigure({ holding }: { readonly holding: Holding }): ReactNode {
  const { units: parts } = usePartsOf(holding);
  const text = unitsText(holding.microUnits);
  return <MadeFigure {...{ text, parts, label: words.units, how: whyWords.units }} />;
}

/** What the units are worth at the last price. */
export function WorthFigure({ holding }: { readonly holding: Holding }): ReactNode {
  const { language } = useLanguage();
  const { worth, microUnits, currency } = holding;
  if (worth === undefined) return null;
  const parts = [
    { id: "units", name: words.units, text: unitsText(microUnits), to: "/my/orders" },
    {
      ...{ id: "price", name: dated(priceName(currency), worth.on) },
      text: priceText(worth.price, currency, language).text,
    },
  ];
  const text = exactMoney(worth.minor, currency, language);
  return (
    <MadeFigure
      {...{ text, parts, minor: worth.minor, label: words.worthNow, how: whyWords.worth }}
    />
  );
}

/** A price, said alone or in a sentence. */
export function PriceFigure({
  text,
  on,
}: {
  readonly text: string;
  readonly on?: string | undefined;
}): ReactNode {
  const label = on === undefined ? words.price : dated(words.price, on);
  return <MadeFigure {...{ text, label, how: whyWords.price }} />;
}

/** What somebody has more or less than they put in, in a sentence, with what it is made of. */
export function ChangeFigure({
  holding,
  text,
}: {
  readonly holding: Holding;
  readonly text: string;
}): ReactNode {
  const { language } = useLanguage();
  const { worth, redeemed, distributed, paidIn, currency } = holding;
  const money = (minor: string): string => exactMoney(minor, currency, language);
  const parts = [
    { id: "worth", name: words.worthNow, text: money(worth?.minor ?? "0") },
    { id: "redeemed", name: words.redeemed, text: money(redeemed) },
    { id: "distributed", name: words.distributed, text: money(distributed) },
    { id: "paidIn", name: words.paidIn, text: `− ${money(paidIn)}` },
  ];
  const all = sumOf(worth?.minor ?? "0", redeemed, distributed) - BigInt(paidIn);
  const exact = exactMoney(all, currency, language);
  return <MadeFigure {...{ text, exact, parts, label: words.inOut, how: whyWords.change }} />;
}
