import { decode } from "@jointfund/core/base/schema.ts";
import type { Json } from "@jointfund/core/base/canonical.ts";
import { findCurrency } from "@jointfund/core/money/currency.ts";
import { statementSchema } from "@jointfund/core/governance/statement-schema.ts";
import type { Schemas } from "../../api/client.ts";
import type { Text } from "../../language/text.ts";
import type { SigningRequest } from "../../signing/signer.ts";
import type { Draft } from "./draft-store.ts";
import { groupOf, wholeFrom } from "./draft-value.ts";
import type { DraftAnswer, DraftSent } from "./dry-run.ts";
import type { FormSchema } from "../../elements/act-form-schema.ts";
import { summaryWords } from "./words/options.ts";

const linesOf = (text: string): readonly string[] =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");

function boundsOf(draft: Draft, book: string): { readonly bounds?: Json } {
  if (draft.mostCash.trim() === "") return {};
  const { currency: stated } = draft.body;
  const currency = typeof stated === "string" ? stated : book;
  const found = findCurrency(currency);
  const minor = wholeFrom(draft.mostCash, found.ok ? found.value.exponent : 0);
  return { bounds: { mostCash: { currency, minor } } };
}

/** A draft as the office takes it: amounts in minor units, nothing that was left empty. */
export function sentDraft(type: string, schema: FormSchema, draft: Draft, book: string): DraftSent {
  const evidence = linesOf(draft.evidence);
  return {
    type,
    body: groupOf(schema, draft.body, { top: draft.body["currency"], book }),
    effectiveDate: draft.effectiveDate,
    basis: draft.basis,
    reason: draft.reason.trim().normalize("NFC"),
    ...(evidence.length === 0 ? {} : { evidence }),
    ...boundsOf(draft, book),
  };
}

/** What is missing is told only to who wants to go on; what is wrong is told at once. */
const MISSING: ReadonlySet<string> = new Set(["missing_field", "too_short"]);

/** The first finding on each field, by its path. */
export function shownFindings(
  findings: readonly Schemas["FieldFinding"][],
  { isAttempted }: { readonly isAttempted: boolean; readonly sent: DraftSent },
): ReadonlyMap<string, Text> {
  const shown = new Map<string, Text>();
  for (const { code, path, text } of findings) {
    if (!isAttempted && MISSING.has(code)) continue;
    const steps = path.map(String);
    const key = steps[0] === "bounds" || steps[0] === "evidence" ? steps[0] : steps.join(".");
    if (!shown.has(key)) shown.set(key, text);
  }
  return shown;
}

/** The request to sign what a dry run has accepted: exactly the statement that it tried. */
export function signingRequest({ statement }: DraftAnswer, name: Text): SigningRequest | undefined {
  const decoded = decode(statementSchema, statement as Json);
  if (!decoded.ok) return undefined;
  const { kind } = decoded.value;
  const { en, ja } = kind === "fact" ? summaryWords.fact : summaryWords.proposal;
  const summary = { en: en.replace("{0}", name.en), ja: ja.replace("{0}", name.ja) };
  return { statement: decoded.value, summary };
}
