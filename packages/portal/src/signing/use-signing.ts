import type { SignedStatement, Statement } from "@jointfund/core/governance/statement.ts";
import { useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { ApiProblem, type Problem, Unreachable } from "../api/client.ts";
import { handIn } from "./hand-in.ts";
import { type Receipt, SigningFailure, type SigningFailureCode } from "./signer.ts";

/** Where a signature stands between being asked for and being on record. */
export type SigningPhase =
  | { readonly phase: "review"; readonly failure?: SigningFailureCode }
  | { readonly phase: "signing" }
  | { readonly phase: "sending"; readonly isRetry: boolean }
  /** Signed, and not answered. */
  | { readonly phase: "unsent" }
  /** The rules, or the office, have said no. */
  | { readonly phase: "refused"; readonly problem: Problem }
  | { readonly phase: "done"; readonly receipt: Receipt };

export type Signing = {
  readonly state: SigningPhase;
  /** Signs in a way, and hands in. */
  readonly start: (sign: (statement: Statement) => Promise<SignedStatement>) => Promise<void>;
  /** Hands in again what is signed already. */
  readonly again: () => Promise<void>;
};

/** Signs a statement and hands it in; what is signed is kept until the office has answered. */
export function useSigning(statement: Statement, onRecorded: (receipt: Receipt) => void): Signing {
  const [state, setState] = useState<SigningPhase>({ phase: "review" });
  const signed = useRef<SignedStatement>(undefined);
  const client = useQueryClient();

  const again = async (): Promise<void> => {
    if (signed.current === undefined) return;
    setState({ phase: "sending", isRetry: false });
    try {
      const onRetry = (): void => setState({ phase: "sending", isRetry: true });
      const receipt = await handIn(signed.current, { onRetry });
      setState({ phase: "done", receipt });
      await client.invalidateQueries();
      onRecorded(receipt);
    } catch (failure) {
      if (failure instanceof ApiProblem) {
        signed.current = undefined;
        setState({ phase: "refused", problem: failure.problem });
      } else if (failure instanceof Unreachable) setState({ phase: "unsent" });
      else throw failure;
    }
  };

  const start: Signing["start"] = async (sign) => {
    setState({ phase: "signing" });
    try {
      signed.current = await sign(statement);
    } catch (failure) {
      if (!(failure instanceof SigningFailure)) throw failure;
      setState({ phase: "review", failure: failure.code });
      return;
    }
    await again();
  };

  return { state, start, again };
}
