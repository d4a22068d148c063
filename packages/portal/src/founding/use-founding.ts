import type { Json } from "@jointfund/core/base/canonical.ts";
import { decode } from "@jointfund/core/base/schema.ts";
import { keyIdOf, signingBytes } from "@jointfund/core/governance/identity.ts";
import { statementSchema } from "@jointfund/core/governance/statement-schema.ts";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { send, type Sent } from "../api/send.ts";
import { demonstrationKey } from "../signing/demonstration-key.ts";

type DraftAnswer = Sent<"/api/v1/founding/drafts">;

export type Ready = NonNullable<DraftAnswer["ready"]>;
export type Finding = DraftAnswer["findings"][number];

/** A charter that was checked: what was found, and what is to be signed. */
export type Checked = { readonly charter: string; readonly reason: string } & DraftAnswer;

export type Signature = { readonly key: string; readonly signature: string };

/** Signs the founding as an officer, with the key that the browser derives. */
async function signAs(statement: unknown, officer: string): Promise<Signature> {
  const decoded = decode(statementSchema, statement as Json);
  if (!decoded.ok) throw new Error("the office sent a founding that is none");
  const key = await demonstrationKey(decoded.value.fund, officer);
  const signature = await key.sign(signingBytes(decoded.value));
  return { key: keyIdOf(key.publicKey), signature };
}

/** The steps of a founding: check the charter, sign by party, found. */
export function useFounding() {
  const [checked, setChecked] = useState<Checked>();
  const [signatures, setSignatures] = useState<ReadonlyMap<string, Signature>>(new Map());

  const check = useMutation({
    async mutationFn({ charter, reason }: { readonly charter: string; readonly reason: string }) {
      const drafted = await send("/api/v1/founding/drafts", { charter, reason });
      return { charter, reason, ...drafted };
    },
    onSuccess(draft) {
      setChecked(draft);
      setSignatures(new Map());
    },
  });

  const sign = useMutation({
    async mutationFn({ ready, officers }: { ready: Ready; officers: readonly string[] }) {
      const made = officers.map(
        async (officer) => [officer, await signAs(ready.statement, officer)] as const,
      );
      return Promise.all(made);
    },
    onSuccess(made) {
      setSignatures((before) => new Map([...before, ...made]));
    },
  });

  const found = useMutation({
    async mutationFn({ charter, ready }: { readonly charter: string; readonly ready: Ready }) {
      // The office checks the whole of it; its form here is that of its own answer.
      const statement = ready.statement as never;
      const signed = { statement, signatures: [...signatures.values()] };
      return send("/api/v1/founding", { charter, signed });
    },
  });

  return { checked, signatures, check, sign, found };
}
