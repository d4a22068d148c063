import { signingBytes } from "@jointfund/core/governance/identity.ts";
import { ENTRY_BYTES_MAX } from "@jointfund/core/log/tiles.ts";
import { encodeSigningRequest } from "@jointfund/core/governance/signing-request.ts";
import { wordDigest } from "@jointfund/core/governance/word-digest.ts";
import { type ReactNode, useState } from "react";
import { Button } from "../elements/button.tsx";
import { FileField } from "../elements/file-field.tsx";
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
  const [text, setText] = useState("");
  const { statement, act } = request;
  const bytes = signingBytes(statement);
  const [first, second] = wordDigest(bytes);
  const name = `${first?.en ?? "to"}-${second?.en ?? "sign"}`;
  const files = { request: `${name}.request.json`, bytes: `${name}.txt` };
  const onFile = async (file: File): Promise<void> =>
    onBrought(new Uint8Array(await file.arrayBuffer()));
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
        most={ENTRY_BYTES_MAX}
      />
      <div className="row">
        <Button
          look="main"
          isDisabled={text.trim() === ""}
          onPress={() => onBrought(new TextEncoder().encode(text.trim()))}
        >
          {t(words.take)}
        </Button>
        <FileField
          label={words.signatureFile}
          most={ENTRY_BYTES_MAX}
          onFile={(file) => void onFile(file)}
        />
      </div>
    </div>
  );
}
