import { signingBytes } from "@jointfund/core/governance/identity.ts";
import { encodeSigningRequest } from "@jointfund/core/governance/signing-request.ts";
import { wordDigest } from "@jointfund/core/governance/word-digest.ts";
import { type ChangeEvent, type ReactNode, useId, useState } from "react";
import { Button } from "../elements/button.tsx";
import { TextField } from "../elements/text-field.tsx";
import { useText } from "../language/language-context.tsx";
import { ownBytes } from "./bytes.ts";
import type { SigningRequest } from "./signer.ts";
import { words } from "./words.ts";

/** Saves bytes as a file of the person's. */
function save(name: string, bytes: Uint8Array, type: string): void {
  const address = URL.createObjectURL(new Blob([ownBytes(bytes)], { type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}

/** Takes what is to be signed to another machine, and what was signed there back. */
export function ElsewherePanel({
  request,
  onBrought,
}: {
  readonly request: SigningRequest;
  readonly onBrought: (content: Uint8Array) => void;
}): ReactNode {
  const t = useText();
  const fileId = useId();
  const [text, setText] = useState("");
  const { statement, act } = request;
  const bytes = signingBytes(statement);
  const [first, second] = wordDigest(bytes);
  const name = `${first?.en ?? "to"}-${second?.en ?? "sign"}`;
  const files = { request: `${name}.request.json`, bytes: `${name}.txt` };
  const onFile = async ({ target }: ChangeEvent<HTMLInputElement>): Promise<void> => {
    const file = target.files?.[0];
    if (file !== undefined) onBrought(new Uint8Array(await file.arrayBuffer()));
    // The same file may be chosen again after it was put right.
    target.value = "";
  };
  const content = encodeSigningRequest(act === undefined ? { statement } : { statement, act });
  return (
    <div className="elsewhere">
      <h3>{t(words.elsewhereTake)}</h3>
      <div className="row">
        <Button onPress={() => save(files.request, content, "application/json")}>
          {t(words.saveRequest)}
        </Button>
        <Button onPress={() => save(files.bytes, bytes, "text/plain")}>{t(words.saveBytes)}</Button>
      </div>
      <h3>{t(words.elsewhereSign)}</h3>
      <p>{t(words.withJointfund)}</p>
      <pre tabIndex={0}>{`jointfund sign ${files.request} --key officer.pem`}</pre>
      <p>{t(words.withOpenssl)}</p>
      <pre tabIndex={0}>
        {`openssl pkeyutl -sign -rawin -inkey officer.pem \\\n  -in ${files.bytes} | base64 -w0`}
      </pre>
      <h3>{t(words.elsewhereBring)}</h3>
      <TextField
        label={words.signature}
        hint={words.signatureHint}
        value={text}
        onChange={setText}
        lines={2}
      />
      <div className="row">
        <Button
          look="main"
          isDisabled={text.trim() === ""}
          onPress={() => onBrought(new TextEncoder().encode(text.trim()))}
        >
          {t(words.take)}
        </Button>
        <label htmlFor={fileId} className="file">
          {t(words.signatureFile)}
          <input id={fileId} type="file" onChange={(event) => void onFile(event)} />
        </label>
      </div>
    </div>
  );
}
