import { canonicalBytes } from "@jointfund/core/base/canonical.ts";
import { sha256Hex } from "@jointfund/core/base/sha256.ts";
import type { SignedStatement } from "@jointfund/core/governance/statement.ts";
import { ApiProblem, Unreachable, type Problem } from "../api/client.ts";
import { ownBytes } from "./bytes.ts";
import type { Receipt } from "./signer.ts";

/** Pauses before it is tried again, ms: what was lost on the way is sent under the same key. */
const PAUSES = [500, 1_500, 4_000] as const;

export type HandInOptions = {
  readonly fetch?: typeof globalThis.fetch;
  readonly pause?: (ms: number) => Promise<void>;
  /** Told before each further try. */
  readonly onRetry?: () => void;
};

const waited = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms);
  });

/**
 * Hands a signed statement in: its canonical bytes, under a key that is a hash of them, so that
 * sending it again is harmless. @throws ApiProblem for what the rules refuse, Unreachable where no
 * answer comes after some tries
 */
export async function handIn(
  signed: SignedStatement,
  { fetch = globalThis.fetch, pause = waited, onRetry }: HandInOptions = {},
): Promise<Receipt> {
  const body = ownBytes(canonicalBytes(signed));
  const key = sha256Hex(body);
  for (let tries = 0; ; tries++) {
    try {
      return await handInOnce(fetch, body, key);
    } catch (failure) {
      const ms = PAUSES[tries];
      if (!(failure instanceof Unreachable) || ms === undefined) throw failure;
      await pause(ms);
      onRetry?.();
    }
  }
}

async function handInOnce(
  fetch: typeof globalThis.fetch,
  body: Uint8Array<ArrayBuffer>,
  key: string,
): Promise<Receipt> {
  const response = await fetch("/api/v1/statements", {
    method: "POST",
    headers: { "Content-Type": "application/json", "Idempotency-Key": key },
    body,
  }).catch((failure: unknown) => {
    throw new Unreachable(failure);
  });
  const answer: unknown = await response.json().catch(() => undefined);
  if (response.ok && isReceipt(answer)) return answer;
  // Too often, or a fault or pause of the office: a moment later it may well be taken.
  const isOver = response.status !== 429 && response.status < 500;
  if (isOver && isProblem(answer)) throw new ApiProblem(answer);
  throw new Unreachable(new Error(`status ${response.status}`));
}

const isReceipt = (answer: unknown): answer is Receipt =>
  typeof answer === "object" && answer !== null && "status" in answer && "index" in answer;

const isProblem = (answer: unknown): answer is Problem =>
  typeof answer === "object" && answer !== null && "code" in answer && "texts" in answer;
