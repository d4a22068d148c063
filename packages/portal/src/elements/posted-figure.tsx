import type { ReactNode } from "react";
import type { Minor } from "../format/money.ts";
import type { LocalizedText, Text } from "../language/text.ts";
import { Figure } from "./figure.tsx";

/** Which postings make an amount: of a book to some accounts, over some days. */
export type PostedOf = {
  readonly vehicle: string;
  readonly accounts: readonly string[];
  readonly currency: string;
  /** Credits add. */
  readonly isCredit?: true;
  readonly from?: string;
  readonly to?: string;
  readonly subject?: string;
};

/** The id of the cell of these postings. */
export function postedCell(of: PostedOf): string {
  const { vehicle, accounts, currency, isCredit, from = "", to = "", subject } = of;
  const codes = `${isCredit === true ? "-" : ""}${accounts.join("+")}`;
  const whose = subject === undefined ? "" : `.${subject}`;
  return `posted.${vehicle}.${codes}.${currency}.${from}_${to}${whose}`;
}

/** An amount that opens the postings that it is made of. */
export function PostedFigure({
  minor,
  label,
  of,
  exact,
}: {
  readonly minor: Minor;
  readonly label: Text | LocalizedText;
  readonly of: PostedOf;
  readonly exact?: true;
}): ReactNode {
  const value = { kind: "money", currency: of.currency, minor: String(minor) } as const;
  const cell = { id: postedCell(of), label, value };
  return <Figure cell={cell} {...(exact === undefined ? {} : { exact })} />;
}
