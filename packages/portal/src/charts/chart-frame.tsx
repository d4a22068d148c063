import type { ReactNode } from "react";
import { useText } from "../language/language-context.tsx";
import type { LocalizedText, Text } from "../language/text.ts";
import { origin } from "../elements/origin.ts";
import { words } from "../elements/words.ts";

export type LegendItem = {
  readonly id: string;
  readonly name: Text | LocalizedText;
  readonly colour: string;
};

/** A chart with its title, the meaning of its colours, and the same numbers as a table. */
export function ChartFrame({
  title,
  legend = [],
  unit,
  table,
  children,
}: {
  readonly title: Text | LocalizedText;
  readonly unit?: string | undefined;
  readonly legend?: readonly LegendItem[];
  /** The twin: a table with every number that is drawn. */
  readonly table: ReactNode;
  readonly children: ReactNode;
}): ReactNode {
  const t = useText();
  return (
    <figure className="chart">
      <figcaption>
        <span>
          {t(title)}
          {unit !== undefined && <small className="unit"> {unit}</small>}
        </span>
        {legend.length > 0 && (
          <ul className="legend" {...origin("drawn")}>
            {legend.map(({ id, name, colour }) => (
              <li key={id}>
                <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
                  <rect width="12" height="12" rx="2" fill={colour} />
                </svg>
                {t(name)}
              </li>
            ))}
          </ul>
        )}
      </figcaption>
      {children}
      <details className="twin">
        <summary>{t(words.asTable)}</summary>
        {table}
      </details>
    </figure>
  );
}
