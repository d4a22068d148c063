/**
 * The fund takes nothing any more: a write or a sync has failed, or the code is wrong. What was
 * answered before is kept; whatever was not answered may be in the journal or not, and is settled
 * by sending it again after a restart.
 */
export class FundStopped extends Error {
  override readonly name = "FundStopped";

  constructor(cause: unknown) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    super(`the fund has stopped: ${reason}`, { cause });
  }
}
