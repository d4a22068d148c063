import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { canonicalText } from "@jointfund/core/base/canonical.ts";
import { encode } from "@jointfund/core/base/schema.ts";
import { CASH_SUBJECT } from "@jointfund/core/fund/act-definition.ts";
import {
  bankStatementSchema,
  bodyOfStatement,
  STATEMENT_LINES_MAX,
} from "@jointfund/core/fund/bodies/bank.ts";
import { BREAK_BUCKETS, type CashReconciliation } from "@jointfund/core/ledger/bank-matching.ts";
import { statementParts } from "@jointfund/core/ledger/bank-statement.ts";
import { currencyCode } from "@jointfund/core/money/currency.ts";
import { formatMinor, Money } from "@jointfund/core/money/money.ts";
import {
  agedBreaks,
  bankReconciliations,
  type AccountBreak,
  type BankReconciliation,
} from "@jointfund/core/statements/bank-reconciliation.ts";
import type { StatementsRead } from "@jointfund/formats/camt-053.ts";
import type { StatementFinding } from "@jointfund/formats/statement-finding.ts";
import { BANK_LABELS } from "../languages/bank-labels.ts";
import { shortId } from "../languages/figures.ts";
import type { Language } from "../languages/language.ts";
import { message } from "../languages/messages.ts";
import { STATEMENT_FINDING_TEXTS } from "../languages/statement-findings.ts";
import { padEnd, padStart } from "../page/layout.ts";
import { EXIT, refusedBy, wrongUsage, type ExitCode } from "./failure.ts";
import { requireFile } from "./files.ts";
import { filled, type CommonOptions, type Invocation } from "./invocation.ts";
import { replayProgress } from "./progress.ts";
import { openRecord } from "./record.ts";

export type ImportOptions = CommonOptions & {
  readonly vehicle: string;
  readonly account?: string;
  readonly statement?: string;
};

const LESS_THAN = 0x3c;

/** Whether the first character that is no space or byte order mark opens an element. */
function isXml(bytes: Uint8Array): boolean {
  const first = bytes.find((byte) => byte > 0x20 && byte < 0x80);
  return first === LESS_THAN;
}

/** XML is read as camt.053, all else as CSV, which says neither its number nor its account. */
async function readStatements(
  bytes: Uint8Array,
  options: ImportOptions & { readonly path: string },
): Promise<StatementsRead> {
  // The library behind them is large, and no other command needs it.
  if (isXml(bytes)) {
    const { readCamt053 } = await import("@jointfund/formats/camt-053.ts");
    return readCamt053(bytes);
  }
  const { readStatementCsv } = await import("@jointfund/formats/csv-statement.ts");
  const { statement: id } = options;
  if (id === undefined) throw wrongUsage(message("statementNumberMissing", options.path));
  return readStatementCsv(bytes, { id, account: "" });
}

/** "april.csv:3: amount: this is no amount (1,00)". */
function findingText(path: string, finding: StatementFinding, language: Language): string {
  const { code, line, field, actual, required } = finding;
  const at = line === 0 ? path : `${path}:${line}`;
  const where = field === "" ? "" : `${field}: `;
  const text = STATEMENT_FINDING_TEXTS[code][language];
  const facts = [actual, required ?? ""].filter((fact) => fact !== "").join(" ≠ ");
  const shown = language === "ja" ? `（${facts}）` : ` (${facts})`;
  return `${at}: ${where}${text}${facts === "" ? "" : shown}`;
}

/**
 * `jointfund bank import`: a bank's file as bodies of the fact `bank.statement`, one a line, and on
 * the other stream all that is wrong with it and the hash by which the fact can cite it.
 */
export async function importStatement(
  invocation: Invocation,
  path: string,
  options: ImportOptions,
): Promise<ExitCode> {
  requireFile(path);
  const bytes = readFileSync(path);
  const { statements, findings } = await readStatements(bytes, { ...options, path });
  for (const finding of findings) {
    invocation.note({
      en: findingText(path, finding, "en"),
      ja: findingText(path, finding, "ja"),
    });
  }
  const hasErrors = findings.some(({ severity }) => severity === "error");
  if (hasErrors) throw refusedBy(message("statementNotRead", path));
  const { vehicle, account = CASH_SUBJECT } = options;
  for (const statement of statements) {
    for (const part of statementParts(statement, STATEMENT_LINES_MAX)) {
      const body = bodyOfStatement(part, { vehicle, account });
      invocation.line(canonicalText(encode(bankStatementSchema, body)));
    }
  }
  const hash = createHash("sha256").update(bytes).digest("hex");
  invocation.note(message("statementEvidence", hash));
  return EXIT.done;
}

/** `jointfund bank breaks`: how books and bank stand to each other, and what is open how long. */
export function showBreaks(invocation: Invocation): ExitCode {
  const { state, chronicle } = openRecord(invocation.data, replayProgress(invocation));
  const reconciliations = bankReconciliations({ state, chronicle });
  const breaks = agedBreaks(state.charter, reconciliations, state.today);
  if (!breaks.ok) throw refusedBy(message("calendarEnds", breaks.error.actual));
  if (invocation.options.json === true) {
    const accounts = reconciliations.map(({ account, asOf, proof, matching }) => ({
      ...{ ...account, asOf, proof, matched: matching.matches.length },
      breaks: breaks.value.filter((each) => each.account === account),
    }));
    invocation.json(accounts);
    return EXIT.done;
  }
  if (reconciliations.length === 0) invocation.line(invocation.say(BANK_LABELS.noStatement));
  for (const reconciliation of reconciliations) {
    const its = breaks.value.filter(({ account }) => account === reconciliation.account);
    printAccount(invocation, reconciliation, its);
  }
  return EXIT.done;
}

/** To the last minor unit: a difference of one is what this is read for. */
const exact = (minor: bigint, currency: string): string =>
  formatMinor(Money.of(currencyCode(currency), minor), { grouping: "," });

const LABEL_COLUMN = 44;
const AMOUNT_COLUMN = 28;
const SIDE_COLUMN = 18;

function printAccount(
  invocation: Invocation,
  { account, asOf, proof, matching, odd }: BankReconciliation,
  breaks: readonly AccountBreak[],
): void {
  const heading = `${account.vehicle} ${account.account} ${account.currency} ${asOf}`;
  invocation.line(invocation.paint("bold", heading));
  for (const [name, minor] of proofLines(proof)) {
    const label = padEnd(invocation.say(BANK_LABELS[name]), LABEL_COLUMN);
    const amount = exact(minor, proof.currency);
    invocation.line(`  ${label}${padStart(amount, AMOUNT_COLUMN)}`);
  }
  const matched = filled(BANK_LABELS.matched, matching.matches.length, breaks.length);
  invocation.line(`  ${invocation.say(matched)}`);
  for (const { id, gap = 0n, unexplained = 0n } of odd) {
    const sum = exact(gap + unexplained, proof.currency);
    invocation.line(`  ${invocation.say(filled(BANK_LABELS.odd, id, sum))}`);
  }
  for (const { side, item, ageDays, bucket, otherAmount } of breaks) {
    const where = invocation.say(side === "bank" ? BANK_LABELS.atBank : BANK_LABELS.inBooks);
    const age = invocation.say(filled(BANK_LABELS.age, ageDays, bucketText(bucket)));
    const amount = padStart(exact(item.minor, item.currency), AMOUNT_COLUMN);
    const other =
      otherAmount === undefined ? "" : `  ≠ ${exact(otherAmount.minor, otherAmount.currency)}`;
    const name = item.reference === "" ? shortId(item.id) : item.reference;
    invocation.line(
      `  ${item.on}  ${padEnd(where, SIDE_COLUMN)}${amount}  ${age}  ${name}${other}`,
    );
  }
}

/** "0–1", "2–5", "21–": the days of a bucket. */
function bucketText(bucket: number): string {
  const first = bucket === 0 ? 0 : BREAK_BUCKETS[bucket - 1]! + 1;
  return `${first}–${BREAK_BUCKETS[bucket] ?? ""}`;
}

const proofLines = (proof: CashReconciliation) =>
  [
    ["book", proof.book],
    ["lessBookOnly", -proof.bookOnly],
    ["plusBankOnly", proof.bankOnly],
    ["offStatement", proof.offStatement],
    ["bank", proof.bank],
  ] as const;
