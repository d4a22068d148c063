import {
  unexplainedBy,
  type BankBalance,
  type BankFileLine,
  type BankFileStatement,
} from "@jointfund/core/ledger/bank-statement.ts";
import type { LocalDate } from "@jointfund/core/calendar/date.ts";
import type { CurrencyCode } from "@jointfund/core/money/currency.ts";
import { cleanText, readAmount, readCurrency, readDate } from "./statement-fields.ts";
import { StatementFindings, WHOLE_FILE, type StatementFinding } from "./statement-finding.ts";
import { childAt, childrenNamed, readXml, textAt, type XmlTree } from "./xml-tree.ts";

/** Every statement of a file that could be read, and all that is wrong with the file. */
export type StatementsRead = {
  readonly statements: readonly BankFileStatement[];
  readonly findings: readonly StatementFinding[];
};

const NAMESPACE = /^urn:iso:std:iso:20022:tech:xsd:camt\.053\.001\.(\d{2})$/;
/** Versions that were read against their schema or against samples of banks. */
const TESTED_VERSIONS: readonly string[] = ["02", "04", "08", "12"];

/**
 * Reads an ISO 20022 bank-to-customer statement (camt.053), leniently: elements are found by their
 * names in any order, so that versions and the schema's small print make no difference. What a sum
 * of money, a side or a date depends on is never guessed.
 */
export function readCamt053(bytes: Uint8Array): StatementsRead {
  const findings = new StatementFindings();
  const root = readXml(bytes, findings);
  const statements = root === undefined ? [] : readMessage(root, findings);
  return { statements, findings: findings.all() };
}

function readMessage(root: XmlTree, findings: StatementFindings): readonly BankFileStatement[] {
  const message = find(root, "BkToCstmrStmt");
  const version = NAMESPACE.exec(message?.namespace ?? "")?.[1];
  if (message === undefined || version === undefined) {
    findings.error("not_camt_053", { line: root.line, field: root.name }, root.namespace);
    return [];
  }
  if (!TESTED_VERSIONS.includes(version)) {
    const at = { line: message.line, field: message.name };
    findings.warning("version_untested", at, version, TESTED_VERSIONS.join(" "));
  }
  const statements = childrenNamed(message, "Stmt");
  if (statements.length === 0) findings.error("statement_missing", WHOLE_FILE, "");
  return statements.flatMap((element) => {
    const before = findings.errors;
    const statement = readStatement(element, findings);
    return statement === undefined || findings.errors > before ? [] : [statement];
  });
}

/** The element itself or the first below it of a name: banks wrap messages in envelopes. */
function find(tree: XmlTree, name: string): XmlTree | undefined {
  if (tree.name === name) return tree;
  for (const child of tree.children) {
    const found = find(child, name);
    if (found !== undefined) return found;
  }
  return undefined;
}

function readStatement(
  element: XmlTree,
  findings: StatementFindings,
): BankFileStatement | undefined {
  const at = (field: string): { line: number; field: string } => ({ line: element.line, field });
  const id = cleanText(textAt(element, "Id"));
  if (id === "") findings.error("field_missing", at("Stmt/Id"), "");
  const account = cleanText(textAt(element, "Acct/Id/IBAN", "Acct/Id/Othr/Id"));
  if (account === "") findings.error("field_missing", at("Acct/Id"), "");
  // The closing balance of the day before is the opening balance of this one.
  const opening = balanceOf(element, ["OPBD", "PRCD"]);
  const closing = balanceOf(element, ["CLBD"]);
  if (opening === undefined) findings.error("field_missing", at("Bal OPBD"), "");
  if (closing === undefined) findings.error("field_missing", at("Bal CLBD"), "");
  const currency = currencyOf(element, opening, findings);
  if (currency === undefined || opening === undefined || closing === undefined) return undefined;
  const [first, last] = [opening, closing].map((it) => readBalance(it, currency, findings));
  const lines = childrenNamed(element, "Ntry").flatMap((entry) =>
    readEntry(entry, currency, findings),
  );
  if (first === undefined || last === undefined) return undefined;
  const statement = { id, account, currency, opening: first, closing: last, lines };
  const difference = unexplainedBy(statement);
  if (difference !== 0n) {
    findings.warning("statement_difference", at("Stmt"), `${currency} ${difference}`);
  }
  return statement;
}

function balanceOf(statement: XmlTree, codes: readonly string[]): XmlTree | undefined {
  const balances = childrenNamed(statement, "Bal");
  for (const code of codes) {
    const balance = balances.find((it) => textAt(it, "Tp/CdOrPrtry/Cd") === code);
    if (balance !== undefined) return balance;
  }
  return undefined;
}

/** The account's currency where it is said, else that of the opening balance. */
function currencyOf(
  statement: XmlTree,
  opening: XmlTree | undefined,
  findings: StatementFindings,
): CurrencyCode | undefined {
  const said = childAt(statement, "Acct", "Ccy");
  const text = said?.text ?? childAt(opening ?? statement, "Amt")?.attributes["Ccy"] ?? "";
  return readCurrency(text, { line: (said ?? statement).line, field: "Acct/Ccy" }, findings);
}

function readBalance(
  balance: XmlTree,
  currency: CurrencyCode,
  findings: StatementFindings,
): BankBalance | undefined {
  const minor = readSigned(balance, currency, findings);
  const on = readDay(balance, "Dt", findings);
  return minor === undefined || on === undefined ? undefined : { on, minor };
}

/** The amount of a balance, entry or transaction: CRDT came in or is held, DBIT went or is owed. */
function readSigned(
  element: XmlTree,
  currency: CurrencyCode,
  findings: StatementFindings,
): bigint | undefined {
  const amount = childAt(element, "Amt");
  const at = { line: (amount ?? element).line, field: `${element.name}/Amt` };
  const own = amount?.attributes["Ccy"] ?? "";
  if (amount === undefined) return findings.error("field_missing", at, "");
  if (own !== currency) return findings.error("currency_differs", at, own, currency);
  const minor = readAmount(amount.text, currency, at, findings);
  if (minor === undefined) return undefined;
  // The side is said apart; a sign besides could mean either that or a reversal.
  if (minor < 0n) return findings.error("amount_negative", at, amount.text);
  const side = textAt(element, "CdtDbtInd");
  if (side === "CRDT") return minor;
  if (side === "DBIT") return -minor;
  const sideAt = { line: element.line, field: `${element.name}/CdtDbtInd` };
  return findings.error("side_unknown", sideAt, side, "CRDT DBIT");
}

function readDay(
  element: XmlTree,
  name: string,
  findings: StatementFindings,
): LocalDate | undefined {
  const at = { line: element.line, field: `${element.name}/${name}` };
  const text = textAt(element, `${name}/Dt`, `${name}/DtTm`);
  if (text === "") return findings.error("field_missing", at, "");
  return readDate(text, at, findings);
}

/** The two dates of an entry; where the bank gives one, it stands for the other with a warning. */
function readDays(
  entry: XmlTree,
  findings: StatementFindings,
): { readonly bookedOn: LocalDate; readonly valueOn: LocalDate } | undefined {
  const missing = ["BookgDt", "ValDt"].filter((name) => childAt(entry, name) === undefined);
  for (const name of missing.length === 1 ? missing : []) {
    findings.warning("date_assumed", { line: entry.line, field: `Ntry/${name}` }, "");
  }
  const booked = missing.includes("BookgDt") ? "ValDt" : "BookgDt";
  const value = missing.length === 1 && missing[0] === "ValDt" ? "BookgDt" : "ValDt";
  const bookedOn = readDay(entry, booked, findings);
  const valueOn = booked === value ? bookedOn : readDay(entry, value, findings);
  return bookedOn === undefined || valueOn === undefined ? undefined : { bookedOn, valueOn };
}

function readEntry(
  entry: XmlTree,
  currency: CurrencyCode,
  findings: StatementFindings,
): readonly BankFileLine[] {
  const at = { line: entry.line, field: "Ntry" };
  // Up to version 04 a word, then a choice; a bank that says nothing means what it booked.
  const status = textAt(entry, "Sts", "Sts/Cd", "Sts/Prtry");
  if (status !== "" && status !== "BOOK") {
    findings.warning("entry_not_booked", at, status, "BOOK");
    return [];
  }
  const minor = readSigned(entry, currency, findings);
  const days = readDays(entry, findings);
  if (minor === undefined || days === undefined) return [];
  if (minor === 0n) {
    findings.warning("entry_of_nothing", at, "0");
    return [];
  }
  const details = childrenNamed(entry, "NtryDtls").flatMap((it) => childrenNamed(it, "TxDtls"));
  const parts = batchParts(details, minor, currency);
  if (parts !== undefined) {
    return parts.map(({ detail, minor: part }) => ({
      ...days,
      minor: part,
      ...wordsOf(entry, detail, minor > 0n),
    }));
  }
  return [{ ...days, minor, ...wordsOf(entry, details[0], minor > 0n) }];
}

/**
 * A batch that the bank booked in one sum, transaction by transaction: only where each has an
 * amount in the account's currency and they sum to the entry. Otherwise the entry stays one line.
 */
function batchParts(
  details: readonly XmlTree[],
  minor: bigint,
  currency: CurrencyCode,
): readonly { readonly detail: XmlTree; readonly minor: bigint }[] | undefined {
  if (details.length < 2) return undefined;
  const trial = new StatementFindings();
  const parts = details.map((detail) => {
    const amount = childAt(detail, "Amt") ?? childAt(detail, "AmtDtls", "TxAmt", "Amt");
    const isOwn = amount?.attributes["Ccy"] === currency;
    const at = { line: detail.line, field: "TxDtls/Amt" };
    const read = isOwn ? readAmount(amount.text, currency, at, trial) : undefined;
    return { detail, minor: (read ?? 0n) * (minor < 0n ? -1n : 1n) };
  });
  const sum = parts.reduce((total, part) => total + part.minor, 0n);
  return sum === minor && parts.every((part) => part.minor !== 0n) ? parts : undefined;
}

/** Reference, counterparty and description of an entry, from its detail where there is one. */
function wordsOf(
  entry: XmlTree,
  detail: XmlTree | undefined,
  cameIn: boolean,
): Pick<BankFileLine, "reference" | "counterparty" | "description"> {
  const from = detail ?? entry;
  const own = textAt(
    from,
    "Refs/EndToEndId",
    "RmtInf/Strd/CdtrRefInf/Ref",
    "Refs/InstrId",
    "Refs/TxId",
  );
  // ISO 20022's word for "there was none", which would tie all such lines to each other.
  const reference = own === "NOTPROVIDED" ? "" : own;
  const bank = textAt(from, "Refs/AcctSvcrRef") || textAt(entry, "AcctSvcrRef", "NtryRef");
  const other = cameIn ? "Dbtr" : "Cdtr";
  const counterparty = textAt(from, `RltdPties/${other}/Pty/Nm`, `RltdPties/${other}/Nm`);
  const description = textAt(from, "RmtInf/Ustrd", "AddtlTxInf") || textAt(entry, "AddtlNtryInf");
  return {
    reference: cleanText(reference === "" ? bank : reference),
    counterparty: cleanText(counterparty),
    description: cleanText(description),
  };
}
