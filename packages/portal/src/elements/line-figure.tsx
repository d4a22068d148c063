import type { ReactNode } from "react";
import type { LocalizedText, Text } from "../language/text.ts";
import { Figure } from "./figure.tsx";
import { MadeFigure, type MadePart } from "./made-figure.tsx";
import { whyAt } from "./why-at.ts";
import { postedCell } from "./posted-figure.tsx";

/** Which postings a figure of a statement is made of. */
type Selection = {
  readonly accounts: readonly string[];
  readonly subject?: string;
  readonly currency?: string;
  readonly of: "opening" | "closing" | "movement" | "debits" | "credits" | "exchange";
  readonly sign: string;
};

/** Where a line of a statement comes from, as the API writes it. */
type LineSource =
  | {
      readonly kind: "postings";
      readonly selections: readonly Selection[];
      readonly columns?: readonly (readonly Selection[])[];
    }
  | { readonly kind: "lines"; readonly plus: readonly string[]; readonly minus: readonly string[] }
  | { readonly kind: "record" };

type Line = {
  readonly id: string;
  readonly label: Text;
  readonly source: unknown;
  readonly cells: readonly { readonly kind: string }[];
};

/** Whose book a statement is of, and over which days; nothing where it is no single book. */
export type BookOf = {
  readonly vehicle: string;
  readonly currency: string;
  readonly from: string;
  readonly to: string;
};

const DAY_MS = 86_400_000;

/** The day before another. */
const dayBefore = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) - DAY_MS).toISOString().slice(0, 10);

/** The cell of a selection; of debits or credits that of both, of which they are a part. */
function cellOf(book: BookOf, { accounts, subject, currency, of, sign }: Selection): string {
  const days =
    of === "opening"
      ? { to: dayBefore(book.from) }
      : of === "closing"
        ? { to: book.to }
        : { from: book.from, to: book.to };
  return postedCell({
    ...{ vehicle: book.vehicle, currency: currency ?? book.currency, accounts, ...days },
    ...(subject === undefined ? {} : { subject }),
    ...(String(sign) === "-1" ? { isCredit: true } : {}),
  });
}

const isWhole = ({ of }: Selection): boolean =>
  of === "opening" || of === "closing" || of === "movement";

/**
 * A figure of a statement: it opens the lines that it adds up, the postings that it is made of, or
 * what else of the record it comes from.
 */
export function LineFigure<Of extends Line>({
  line,
  lines,
  at,
  text,
  minor,
  textOf,
  book,
  how = words.record,
  children,
}: {
  readonly line: Of;
  /** All lines of the table. */
  readonly lines: readonly Of[];
  /** Which column it is in. */
  readonly at: number;
  readonly text: string;
  /** Of an amount: minor units. */
  readonly minor?: string | undefined;
  /** A line's figure in the same column. */
  readonly textOf: (line: Of) => string;
  readonly book: BookOf | undefined;
  /** What to say of a figure that is neither. */
  readonly how?: Text;
  readonly children?: ReactNode;
}): ReactNode {
  const source = line.source as LineSource;
  const { label } = line;
  if (source.kind === "lines") {
    const parts = (ids: readonly string[], sign: string): readonly MadePart[] =>
      ids.flatMap((id) => {
        const found = lines.find((each) => each.id === id);
        if (found === undefined) return [];
        return [{ id, name: found.label, text: `${sign}${textOf(found)}` }];
      });
    const all = [...parts(source.plus, ""), ...parts(source.minus, "− ")];
    return <MadeFigure {...{ text, label, how: words.sum, parts: all }} />;
  }
  const asked = source.kind === "postings" ? (source.columns?.[at] ?? source.selections) : [];
  if (book === undefined || asked.length === 0 || asked.some(({ of }) => of === "exchange")) {
    return <MadeFigure {...{ text, label, how }}>{children}</MadeFigure>;
  }
  const [first] = asked;
  // Without columns the postings are of the only amount that there is.
  const isOnly = line.cells.filter(({ kind }) => kind === "money").length === 1;
  const isExact = isOnly || (source.kind === "postings" && source.columns !== undefined);
  if (
    isExact &&
    asked.length === 1 &&
    first !== undefined &&
    isWhole(first) &&
    minor !== undefined
  ) {
    const value = { kind: "money", currency: first.currency ?? book.currency, minor } as const;
    return <Figure cell={{ id: cellOf(book, first), label, value }} inUnit={text} />;
  }
  const parts = asked.map((each, n) => ({
    ...{ id: String(n), text: each.accounts.join(", ") },
    name: nameOf(each, label),
    to: whyAt(cellOf(book, each)),
  }));
  return <MadeFigure {...{ text, label, how: words.postings, parts }} />;
}

const nameOf = ({ of }: Selection, label: Text | LocalizedText): Text | LocalizedText =>
  of === "debits" || of === "credits" ? words.turnover : label;

const words = {
  sum: { en: "What these lines come to.", ja: "次の行の合計です。" },
  postings: {
    en: "It is among what was posted to these accounts.",
    ja: "これらの勘定への記帳に含まれる額です。",
  },
  turnover: { en: "Debits and credits of the period", ja: "期間中の借方及び貸方" },
  record: {
    en: "Worked out from what is on record at the period's end, not from postings alone.",
    ja: "仕訳だけでなく、期末時点の記録から算出した数値です。",
  },
} as const;
