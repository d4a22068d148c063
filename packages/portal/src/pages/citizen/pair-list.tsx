import type { ReactNode } from "react";
import { useText } from "../../language/language-context.tsx";
import type { Text } from "../../language/text.ts";

export type Pair = { readonly label: Text; readonly value: ReactNode; readonly hint?: Text };

/** Names with their values, one below the other; on a narrow screen the value goes beneath. */
export function PairList({ pairs }: { readonly pairs: readonly Pair[] }): ReactNode {
  const t = useText();
  return (
    <dl className="plain-pairs">
      {pairs.map(({ label, value, hint }) => (
        <div key={label.en}>
          <dt>{t(label)}</dt>
          <dd>{value}</dd>
          {hint !== undefined && <dd className="hint">{t(hint)}</dd>}
        </div>
      ))}
    </dl>
  );
}
