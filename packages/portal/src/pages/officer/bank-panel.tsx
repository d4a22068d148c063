import { exactMoney } from "../../format/money.ts";
import { origin } from "../../elements/origin.ts";
import { MadeFigure } from "../../elements/made-figure.tsx";
import { whyAt } from "../../elements/why-at.ts";
import { ActFigure } from "../../elements/act-figure.tsx";
import type { ReactNode } from "react";
import type { Answer } from "../../api/use-api.ts";
import { type Column, DataTable } from "../../elements/data-table.tsx";
import { Day } from "../../elements/day.tsx";
import { Figure } from "../../elements/figure.tsx";
import { PageLink } from "../../elements/page-link.tsx";
import { Panel } from "../../elements/panel.tsx";
import { Said } from "../../elements/said.tsx";
import { useLanguage, useText } from "../../language/language-context.tsx";
import { useNameOf } from "./party-names.ts";
import { cashWords } from "./words/cash.ts";

type Cash = Answer<"/api/v1/desk/cash">;
type Bank = Cash["banks"][number];
type Break = Cash["breaks"][number];

const AMOUNTS = ["book", "bookOnly", "bankOnly", "bank"] as const;

/** What the books and the bank's statement say opens where it comes from; the rest is listed. */
const WHYS = { book: "book", bank: "statement" } as const;

const isOf = ({ vehicle, account, currency }: Bank, each: Break): boolean =>
  each.vehicle === vehicle && each.account === account && each.currency === currency;

/** Where an open difference comes from: the act that booked it, or the bank's statement. */
const placeOf = ({ act, vehicle, account, currency }: Break): string =>
  act === undefined ? whyAt(`bank.${vehicle}.${account}.${currency}.statement`) : `/acts/${act}`;

function Amount({
  bank,
  id,
  breaks,
}: {
  readonly bank: Bank;
  readonly id: (typeof AMOUNTS)[number];
  readonly breaks: readonly Break[];
}): ReactNode {
  const { language } = useLanguage();
  const { vehicle, account, currency, [id]: minor } = bank;
  if (id !== "book" && id !== "bank") {
    const side = id === "bankOnly" ? "bank" : "book";
    const open = breaks.filter((each) => each.side === side && isOf(bank, each));
    return (
      <MadeFigure
        text={exactMoney(minor, currency, language)}
        label={cashWords[id]}
        how={cashWords.howDifference}
        parts={open.map((each) => ({
          id: each.id,
          name: {
            en: `${each.on} ${each.reference || each.id}`,
            ja: `${each.on} ${each.reference || each.id}`,
          },
          text: exactMoney(each.minor, currency, language),
          to: placeOf(each),
        }))}
      />
    );
  }
  const cell = {
    id: `bank.${vehicle}.${account}.${currency}.${WHYS[id]}`,
    ...{ label: cashWords[id], value: { kind: "money" as const, currency, minor } },
  };
  return <Figure cell={cell} exact />;
}

/** How each account in the books stands to the bank's statements, and what is still open. */
export function BankPanel({
  banks,
  breaks,
}: {
  readonly banks: readonly Bank[];
  readonly breaks: readonly Break[];
}): ReactNode {
  const t = useText();
  const nameOf = useNameOf();
  if (banks.length === 0) {
    return (
      <Panel title={cashWords.banks}>
        <p className="nothing">{t(cashWords.noBank)}</p>
      </Panel>
    );
  }
  const columns: readonly Column<Bank>[] = [
    {
      id: "account",
      title: cashWords.account,
      isHead: true,
      cell: ({ vehicle, account, currency }) => `${nameOf(vehicle)} ${account} ${currency}`,
    },
    { id: "asOf", title: cashWords.asOf, cell: ({ asOf }) => <Day date={asOf} /> },
    ...AMOUNTS.map((id) => ({
      id,
      title: cashWords[id],
      isNumber: true as const,
      cell: (bank: Bank) => <Amount {...{ bank, id, breaks }} />,
    })),
  ];
  return (
    <Panel title={cashWords.banks}>
      <DataTable
        caption={cashWords.banks}
        columns={columns}
        rows={banks}
        keyOf={({ vehicle, account, currency }) => `${vehicle} ${account} ${currency}`}
      />
      <h3>{t(cashWords.breaks)}</h3>
      <Breaks breaks={breaks} />
    </Panel>
  );
}

function Breaks({ breaks }: { readonly breaks: readonly Break[] }): ReactNode {
  const t = useText();
  const columns: readonly Column<Break>[] = [
    { id: "on", title: cashWords.date, isHead: true, cell: ({ on }) => <Day date={on} /> },
    {
      id: "side",
      title: cashWords.side,
      cell: ({ side }) => t(side === "bank" ? cashWords.bankOnly : cashWords.bookOnly),
    },
    {
      id: "reference",
      title: cashWords.reference,
      cell: ({ reference, act, id }) => {
        const said = <Said text={reference || id} />;
        return act === undefined ? said : <PageLink to={`/acts/${act}`}>{said}</PageLink>;
      },
    },
    {
      id: "age",
      title: cashWords.age,
      isNumber: true,
      cell: ({ ageDays }) => <span {...origin("place")}>{ageDays}</span>,
      sortBy: ({ ageDays }) => ageDays,
    },
    {
      id: "amount",
      title: cashWords.amount,
      isNumber: true,
      cell: (each) => <BreakAmount of={each} />,
      sortBy: ({ minor }) => BigInt(minor),
    },
  ];
  return (
    <DataTable
      caption={cashWords.breaks}
      columns={columns}
      rows={breaks}
      keyOf={({ id, side }) => `${side} ${id}`}
    />
  );
}

function BreakAmount({ of }: { readonly of: Break }): ReactNode {
  const { language } = useLanguage();
  const { minor, currency, act } = of;
  if (act !== undefined)
    return <ActFigure {...{ minor, currency, act }} name={cashWords.amount} exact />;
  const text = exactMoney(minor, currency, language);
  return (
    <MadeFigure
      {...{ text, label: cashWords.amount, how: cashWords.howLine }}
      parts={[{ id: of.id, name: cashWords.bank, text, to: placeOf(of) }]}
    />
  );
}
