import { useQuery } from "@tanstack/react-query";
import { ApiProblem } from "../api/client.ts";
import { read } from "../api/use-api.ts";
import { type SignerState, SigningFailure } from "./signer.ts";
import { signerOf } from "./signers.ts";
import { signingKeyOf } from "./signing-key.ts";

const SIGNING = "/api/v1/signing";

/** Only the dialog has a place to bring a signature to. */
const broughtByDialog = (): Promise<never> => Promise.reject(new SigningFailure("cancelled"));

async function stateOf(): Promise<SignerState> {
  try {
    const key = signingKeyOf(await read(SIGNING));
    if (typeof key === "string") return { state: "none", reason: key };
    return { state: "ready", key, signer: await signerOf(key, broughtByDialog) };
  } catch (failure) {
    if (!(failure instanceof ApiProblem)) throw failure;
    const isSignedOut = failure.problem.status === 401;
    return { state: "none", reason: isSignedOut ? "signed_out" : "no_officer" };
  }
}

/** Whether the person who has signed in can sign, and how. */
export function useSigner(): SignerState {
  const { data } = useQuery({ queryKey: ["signer"], queryFn: stateOf });
  return data ?? { state: "loading" };
}
