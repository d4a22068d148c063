import { origin } from "../../elements/origin.ts";
import { type ReactNode, useState } from "react";
import { ClauseLink } from "../../elements/clause-link.tsx";
import { type Column, DataTable } from "../../elements/data-table.tsx";
import { Day } from "../../elements/day.tsx";
import { Dialog } from "../../elements/dialog.tsx";
import { Money } from "../../elements/money.tsx";
import { PageLink } from "../../elements/page-link.tsx";
import { WhyDialog } from "../../elements/why-dialog.tsx";
import { words as shared } from "../../elements/words.ts";
import { useText } from "../../language/language-context.tsx";
import type { Text } from "../../language/text.ts";
import type { CashForecast, Table } from "./cash-page.tsx";
import { useNameOf } from "./party-names.ts";
import { cashWords } from "./words/cash.ts";

type Part = CashForecast["parts"][number];

type Of = {
  readonly line: string;
  readonly label: Text;
  readonly week: number;
  readonly table: Table;
  readonly forecast: CashForecast;
  readonly vehicle: string;
};

const OPENING = "cashOpening";
const CLOSING = "cashClosing";
const CHANGE = "changeInCash";

/** The obligations behind a cell: of its line, or of all lines for what adds lines up. */
function partsOf({ line, week, forecast: { parts } }: Of): readonly Part[] {
  if (line === CLOSING) return parts.filter((part) => part.week <= week);
  if (line === OPENING) return parts.filter((part) => part.week < week);
  return parts.filter((part) => part.week === week && (line === CHANGE || part.line === line));
}

/**
 * An amount of the forecast that opens what it is made of: the balance of the books that it begins
 * with, and the obligations that money is expected by.
 */
export function ForecastFigure({
  of,
  text,
  exact,
  children,
}: {
  readonly of: Of;
  readonly text: string;
  readonly exact: string | undefined;
  readonly children: ReactNode;
}): ReactNode {
  const t = useText();
  const [isOpen, setOpen] = useState(false);
  const parts = partsOf(of);
  const isBalance = of.line === OPENING || of.line === CLOSING;
  // Nothing is made of nothing.
  if (parts.length === 0 && !isBalance) {
    return (
      <span title={exact} {...origin("nothing")}>
        {children}
      </span>
    );
  }
  const balance = `book.${of.vehicle}.cashAndEscrow.${of.forecast.currency}`;
  const close = (): void => setOpen(false);
  return (
    <>
      <button
        type="button"
        className="figure"
        title={exact}
        aria-label={`${text}. ${t(shared.why, t(of.label))}`}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        {children}
      </button>
      {isOpen && of.line === OPENING && of.week === 0 && (
        <WhyDialog cell={balance} asOf={undefined} onClose={close} />
      )}
      {isOpen && !(of.line === OPENING && of.week === 0) && (
        <Dialog title={cashWords.madeOf} onClose={close}>
          {isBalance && (
            <p>
              {t(cashWords.beginsWith)}{" "}
              <PageLink to={`/why/${encodeURIComponent(balance)}`}>{t(cashWords.balance)}</PageLink>
            </p>
          )}
          <Obligations parts={parts} of={of} />
        </Dialog>
      )}
    </>
  );
}

/** Where an obligation is shown: the act that it is owed by, the investment, or what is owed. */
function placeOf({ act, investment }: Part): string {
  if (act !== undefined) return `/acts/${act}`;
  return investment === undefined ? "/owes" : `/investments/${investment}`;
}

function Obligations({
  parts,
  of,
}: {
  readonly parts: readonly Part[];
  readonly of: Of;
}): ReactNode {
  const t = useText();
  const nameOf = useNameOf();
  if (parts.length === 0) return <p className="nothing">{t(cashWords.noObligation)}</p>;
  const columns: readonly Column<Part>[] = [
    { id: "on", title: cashWords.date, isHead: true, cell: ({ on }) => <Day date={on} /> },
    {
      id: "what",
      title: cashWords.obligation,
      cell: (part) => (
        <span>
          <PageLink to={placeOf(part)}>{t(cashWords.obligations[part.kind])}</PageLink>{" "}
          {part.who !== undefined && nameOf(part.who)}
          {part.act === undefined && part.id}
        </span>
      ),
    },
    {
      id: "clause",
      title: cashWords.clause,
      cell: ({ clause }) => clause !== undefined && <ClauseLink clause={clause} />,
    },
    {
      id: "amount",
      title: cashWords.amount,
      isNumber: true,
      cell: ({ minor }) => <Money minor={minor} currency={of.forecast.currency} exact />,
      sortBy: ({ minor }) => BigInt(minor),
    },
  ];
  return (
    <DataTable
      caption={cashWords.madeOf}
      columns={columns}
      rows={parts}
      keyOf={(part) => `${part.on} ${part.kind} ${part.id} ${part.who ?? ""} ${part.minor}`}
    />
  );
}
