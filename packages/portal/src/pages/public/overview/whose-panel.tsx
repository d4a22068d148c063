import type { ReactNode } from "react";
import { seriesColour } from "../../../charts/colours.ts";
import { Panel } from "../../../elements/panel.tsx";
import { drawnRatio } from "../../../format/ratio.ts";
import { useText } from "../../../language/language-context.tsx";
import { MaybeFigure } from "../parts/maybe-figure.tsx";
import { type Side, useSides } from "../parts/sides.ts";
import { words } from "./words.ts";

const shareOf = ({ cell }: Side): number => {
  const value = cell("share")?.value;
  return value?.kind === "share" ? drawnRatio(value.ratio) : 0;
};

/** Who owns which part of the fund: one bar, and the same in numbers. */
export function WhosePanel(): ReactNode {
  const t = useText();
  const sides = useSides().filter((side) => side.cell("share") !== undefined);
  return (
    <Panel title={words.whose}>
      <div className="whose-bar" role="img" aria-label={t(words.whoseChart)}>
        {sides.map((side, index) => (
          <span
            key={side.party}
            style={{ flexGrow: shareOf(side), background: seriesColour(index) }}
          />
        ))}
      </div>
      <dl className="pairs whose-shares">
        {sides.map(({ party, name, cell }, index) => (
          <div key={party}>
            <dt>
              <span className="whose-mark" style={{ background: seriesColour(index) }} />
              {t(name)}
            </dt>
            <dd>
              <MaybeFigure cell={cell("share")} />
            </dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}
