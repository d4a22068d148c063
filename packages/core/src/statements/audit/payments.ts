import { toUnixSeconds } from "../../calendar/date.ts";
import type { Release } from "../../fund/chronicle.ts";
import { postedIn } from "../../fund/posted-days.ts";
import type { Payment } from "../../ledger/payment.ts";
import { actOfJournal, firstAfter, itemOf, type AuditItem } from "./item.ts";
import type { AuditInput, FinalityNote } from "./trail.ts";

const SECONDS_PER_MINUTE = 60;

/**
 * Payments that left (AU21): how long after the entry that instructed them that was final, on whose
 * mirrors, and how long it took until the money went.
 */
export function releasedPayments(
  input: AuditInput,
  { entry, payment: id }: Release,
): readonly AuditItem[] {
  const { state, chronicle, trail } = input;
  const payment = state.payments.get(id);
  const posted = postedIn(chronicle, entry).at(-1);
  const known = posted === undefined ? undefined : actOfJournal(input, posted.journal);
  if (payment === undefined || known === undefined) return [];
  const { payee, currency, minor } = payment;
  const final = finalityOf(input, payment, entry);
  const minutesTo = (later: number): number =>
    Math.floor(
      (toUnixSeconds(trail.recordedAt(later)) - toUnixSeconds(trail.recordedAt(payment.entry))) /
        SECONDS_PER_MINUTE,
    );
  const facts = {
    ...{ payment: id, purpose: payment.purpose, instructedIn: payment.entry },
    ...{ minutesToRelease: minutesTo(entry) },
    ...(final === undefined
      ? {}
      : {
          ...{ finalIn: final.note.entry, minutesToFinal: minutesTo(final.note.entry) },
          ...{ mirrors: final.note.mirrors, witnesses: final.note.witnesses },
        }),
  };
  const kind = final?.kind ?? "notFinal";
  const evidence = [payment.entry, ...(final === undefined ? [] : [final.note.entry]), entry];
  const said = { entry, kind, facts, parties: [payee], amount: { currency, minor }, evidence };
  return [itemOf(input, known, said)];
}

/** The first checkpoint before the release that made the instruction final, and how. */
function finalityOf(
  { trail }: AuditInput,
  payment: Payment,
  release: number,
): { readonly kind: "allMirrors" | "oneMirror"; readonly note: FinalityNote } | undefined {
  const { finality } = trail;
  const from = firstAfter(finality, payment.entry);
  const before = finality.slice(from, Math.max(from, firstAfter(finality, release - 1)));
  const all = before.find(({ finalSize }) => finalSize > payment.entry);
  if (all !== undefined) return { kind: "allMirrors", note: all };
  const one = before.find(({ witnessedSize }) => witnessedSize > payment.entry);
  return one === undefined ? undefined : { kind: "oneMirror", note: one };
}
