import type { ReactNode } from "react";
import { useText } from "../../language/language-context.tsx";
import type { Text } from "../../language/text.ts";

export type Tile = { readonly label: Text; readonly figure: ReactNode; readonly hint?: Text };

/** A few figures beside each other, each with its name above it. */
export function Tiles({ tiles }: { readonly tiles: readonly Tile[] }): ReactNode {
  const t = useText();
  return (
    <dl className="tiles">
      {tiles.map(({ label, figure, hint }) => (
        <div key={label.en}>
          <dt>{t(label)}</dt>
          <dd className="tile-figure">{figure}</dd>
          {hint !== undefined && <dd className="hint">{t(hint)}</dd>}
        </div>
      ))}
    </dl>
  );
}
