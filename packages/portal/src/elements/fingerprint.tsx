import { type ReactNode, useState } from "react";
import { useText } from "../language/language-context.tsx";
import { words } from "./words.ts";

/** A hash or key, as far as people compare it; the whole of it can be copied. */
export function Fingerprint({ of }: { readonly of: string }): ReactNode {
  const t = useText();
  const [isCopied, setCopied] = useState(false);
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(of);
    setCopied(true);
  };
  return (
    <span className="fingerprint">
      <code title={of}>{of.length > 16 ? `${of.slice(0, 12)}…` : of}</code>
      <button type="button" onClick={() => void copy()} onBlur={() => setCopied(false)}>
        {t(isCopied ? words.copied : words.copy)}
      </button>
    </span>
  );
}
