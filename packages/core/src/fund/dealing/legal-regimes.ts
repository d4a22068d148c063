import { wasOpened } from "../../dealing/class-register.ts";
import { ACCOUNTS, DEBT_ACCOUNTS, DISTRIBUTION_ACCOUNTS } from "../../ledger/accounts.ts";
import type { Effects } from "../effects.ts";
import type { FundState } from "../state.ts";

/** Accounts that grow, a credit, when a vehicle borrows. */
const BORROWINGS: ReadonlySet<string> = new Set(DEBT_ACCOUNTS);

/** Accounts that grow, a debit, when a vehicle gives its holders money. */
const PAYMENTS_TO_HOLDERS: ReadonlySet<string> = new Set([
  ...DISTRIBUTION_ACCOUNTS,
  ACCOUNTS.redeemedCapital,
]);

/** Whether effects borrow or pay holders: judged by what they post, whichever act it is. */
function borrowsOrDistributes(effects: Effects): boolean {
  return effects.some(
    (event) =>
      event.kind === "drawingRequested" ||
      (event.kind === "posted" &&
        event.entry.postings.some(
          ({ account, minor }) =>
            (minor < 0n && BORROWINGS.has(account)) ||
            (minor > 0n && PAYMENTS_TO_HOLDERS.has(account)),
        )),
  );
}

/**
 * Limits of the laws that public classes stand under. Once such a class was opened its limit binds
 * every decision that borrows or distributes, as if the charter named it there (DL6).
 */
export function regimeLimits({ charter, classes }: FundState, effects: Effects): readonly string[] {
  const regimes = charter.classes.flatMap((unitClass) => {
    const { regime } = unitClass;
    return regime !== undefined && wasOpened(classes, unitClass) ? [regime.limit] : [];
  });
  return regimes.length > 0 && borrowsOrDistributes(effects) ? regimes : [];
}
