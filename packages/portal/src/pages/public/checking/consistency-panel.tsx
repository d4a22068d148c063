import { utf8Encode } from "@jointfund/core/base/bytes.ts";
import { type ReactNode, useState } from "react";
import { useApi } from "../../../api/use-api.ts";
import { Button } from "../../../elements/button.tsx";
import { Notice, type NoticeKind } from "../../../elements/notice.tsx";
import { Panel } from "../../../elements/panel.tsx";
import { TextField } from "../../../elements/text-field.tsx";
import { useText } from "../../../language/language-context.tsx";
import type { Text } from "../../../language/text.ts";
import { useKeptText } from "../../../session/kept-text.ts";
import { checkConsistency } from "./inclusion.ts";
import { fetchLogFile, LogFiles } from "./log-files.ts";
import { isSigned, type LogKeys, type OpenedCheckpoint, openWithBrowser } from "./signers.ts";
import { words } from "./words.ts";

type Outcome = {
  readonly kind: NoticeKind;
  readonly text: Text;
  readonly values?: readonly string[];
};

/** A note ends with a line break, and a paste brings those of its own. */
const asNote = (pasted: string): Uint8Array =>
  utf8Encode(`${pasted.replaceAll("\r\n", "\n").trim()}\n`);

/** Whether the published record continues a checkpoint that a reader holds. */
async function compare(
  pasted: string,
  { checkpoint }: OpenedCheckpoint,
  keys: LogKeys,
): Promise<Outcome> {
  const older = await openWithBrowser(asNote(pasted), keys);
  if (!older.ok) return { kind: "wrong", text: words.malformedPaste, values: [older.error.code] };
  const { origin, size } = older.value.checkpoint;
  if (origin !== checkpoint.origin) {
    return { kind: "wrong", text: words.otherLog, values: [origin] };
  }
  if (!isSigned(older.value)) return { kind: "wrong", text: words.unsignedPaste };
  if (size > checkpoint.size) {
    return { kind: "wrong", text: words.shorter, values: [String(size), String(checkpoint.size)] };
  }
  const files = new LogFiles(fetchLogFile);
  const checked = await checkConsistency(files, older.value.checkpoint, checkpoint);
  if (!checked.ok) return { kind: "wrong", text: words.broken, values: [checked.error.code] };
  if (!checked.value.holds) return { kind: "wrong", text: words.continuesNot };
  return { kind: "good", text: words.continues, values: [size.toLocaleString("en")] };
}

/** Takes an older checkpoint and says whether the record still continues it. */
export function ConsistencyPanel({ opened }: { readonly opened: OpenedCheckpoint }): ReactNode {
  const t = useText();
  const { keys } = useApi("/api/v1/fund");
  const [pasted, paste] = useKeptText("check.older");
  const [outcome, setOutcome] = useState<Outcome>();
  const run = async (): Promise<void> => {
    try {
      setOutcome(await compare(pasted, opened, keys));
    } catch {
      setOutcome({ kind: "wrong", text: words.unreachable });
    }
  };
  return (
    <Panel title={words.consistency}>
      <p className="panel-note">{t(words.consistencyLead)}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void run();
        }}
      >
        <TextField label={words.paste} lines={6} value={pasted} onChange={paste} />
        <Button type="submit" isDisabled={pasted.trim() === ""}>
          {t(words.run)}
        </Button>
      </form>
      {outcome !== undefined && (
        <div className="inclusion">
          <Notice kind={outcome.kind}>{t(outcome.text, ...(outcome.values ?? []))}</Notice>
        </div>
      )}
    </Panel>
  );
}
