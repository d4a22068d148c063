import { sha256Hex } from "@jointfund/core/base/sha256.ts";
import { hexEncode } from "@jointfund/core/base/bytes.ts";
import { type ReactNode, useId, useState } from "react";
import { useText } from "../language/language-context.tsx";
import type { Text } from "../language/text.ts";
import { Said } from "./said.tsx";
import { words } from "./words.ts";

/** What a browser holds in memory without harm. */
const BYTES_MAX = 104_857_600;

/** A document of the reader's own disk, by its name and its SHA-256. */
export type HashedDocument = { readonly name: string; readonly hash: string };

/** Browsers hash without holding up the page where they trust the address; core does anywhere. */
async function hashOf(file: File): Promise<string> {
  const content = new Uint8Array(await file.arrayBuffer());
  if (!globalThis.isSecureContext) return sha256Hex(content);
  return hexEncode(new Uint8Array(await crypto.subtle.digest("SHA-256", content)));
}

/** Documents that are hashed where they are: nothing of them leaves the reader's device. */
export function DocumentField({
  label,
  isOne = false,
  onHashed,
}: {
  readonly label: Text;
  /** Whether a single document is asked for. */
  readonly isOne?: boolean;
  readonly onHashed: (documents: readonly HashedDocument[]) => void;
}): ReactNode {
  const t = useText();
  const id = useId();
  const [hashed, setHashed] = useState<readonly HashedDocument[]>([]);
  const [tooLarge, setTooLarge] = useState<string>();
  const take = async (files: readonly File[]): Promise<void> => {
    const large = files.find(({ size }) => size > BYTES_MAX);
    setTooLarge(large?.name);
    if (large !== undefined || files.length === 0) return;
    const all = await Promise.all(
      files.map(async (file) => ({ name: file.name, hash: await hashOf(file) })),
    );
    setHashed(all);
    onHashed(all);
  };
  return (
    <div className="field">
      <label htmlFor={id}>{t(label)}</label>
      <input
        id={id}
        type="file"
        multiple={!isOne}
        aria-invalid={tooLarge !== undefined}
        aria-describedby={tooLarge === undefined ? `${id}-hint` : `${id}-hint ${id}-wrong`}
        onChange={({ target }) => void take([...(target.files ?? [])])}
      />
      <span id={`${id}-hint`} className="hint">
        {t(words.documentStays)}
      </span>
      {tooLarge !== undefined && (
        <span id={`${id}-wrong`} className="wrong" role="alert">
          <Said text={tooLarge} /> {t(words.documentTooLarge)}
        </span>
      )}
      <ul className="hashed" role="status">
        {hashed.map(({ name, hash }) => (
          <li key={`${name} ${hash}`}>
            <Said text={name} /> <code>{hash}</code>
          </li>
        ))}
      </ul>
    </div>
  );
}
