import type { ReactNode } from "react";
import type { Answer } from "../../api/use-api.ts";
import { type Column, DataTable } from "../../elements/data-table.tsx";
import { Day } from "../../elements/day.tsx";
import { Figure } from "../../elements/figure.tsx";
import { Money } from "../../elements/money.tsx";
import { PageLink } from "../../elements/page-link.tsx";
import { Panel } from "../../elements/panel.tsx";
import { Said } from "../../elements/said.tsx";
import { useText } from "../../language/language-context.tsx";
import { useNameOf } from "./party-names.ts";
import { cashWords } from "./words/cash.ts";

type Cash = Answer<"/api/v1/desk/cash">;
type Bank = Cash["banks"][number];
type Break = Cash["breaks"][number];

const AMOUNTS = ["book", "bookOnly", "bankOnly", "bank"] as const;

/** What the books and the bank's statement say opens where it comes from; the rest is listed. */
const WHYS = { book: "book", bank: "statement" } as const;

function Amount({ bank, id }: { readonly bank: Bank; readonly id: (typeof AMOUNTS)[number] }) {
  const { vehicle, account, currency, [id]: minor } = bank;
  if (id !== "book" && id !== "bank") return <Money minor={minor} currency={currency} exact />;
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
      cell: (bank: Bank) => <Amount bank={bank} id={id} />,
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
      cell: ({ ageDays }) => ageDays,
      sortBy: ({ ageDays }) => ageDays,
    },
    {
      id: "amount",
      title: cashWords.amount,
      isNumber: true,
      cell: ({ minor, currency }) => <Money minor={minor} currency={currency} exact />,
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
