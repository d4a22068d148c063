import { type ReactNode, useState } from "react";
import { Button } from "../../elements/button.tsx";
import { Notice } from "../../elements/notice.tsx";
import { PageLink } from "../../elements/page-link.tsx";
import { useText } from "../../language/language-context.tsx";
import { type Checked, checkEntry } from "./record-check.ts";
import { words } from "./words.ts";

/** Checks on the reader's own device that an entry is in the public record. */
export function CheckButton({ entry }: { readonly entry: number }): ReactNode {
  const t = useText();
  const [checked, setChecked] = useState<Checked>();
  const check = async (): Promise<void> => setChecked(await checkEntry(entry));
  return (
    <div>
      <p className="hint">
        <PageLink to={`/entries/${entry}`}>{t(words.inRecord, String(entry))}</PageLink>
      </p>
      <Button onPress={() => void check()}>{t(words.check)}</Button>
      <div aria-live="polite">
        {checked?.outcome === "holds" && (
          <Notice kind="good">{t(words.checked, String(entry), String(checked.size))}</Notice>
        )}
        {checked?.outcome === "notYet" && (
          <Notice kind="caution">{t(words.notYetPublished)}</Notice>
        )}
        {checked?.outcome === "broken" && <Notice kind="wrong">{t(words.checkFailed)}</Notice>}
      </div>
    </div>
  );
}
