import type { ReactNode } from "react";
import { useApi } from "../../../api/use-api.ts";
import { Panel } from "../../../elements/panel.tsx";
import { dateText } from "../../../format/date.ts";
import { useLanguage, useText } from "../../../language/language-context.tsx";
import { WaterfallChart } from "../parts/waterfall-chart.tsx";
import { amountAxis } from "../parts/history-points.ts";
import { words } from "./words.ts";

/** How the net assets at the year's opening became those of today. */
export function MovementPanel(): ReactNode {
  const t = useText();
  const { language } = useLanguage();
  const { movement, positions, currency, asOf, foundedOn } = useApi("/api/v1/page", {});
  const { opening, contributions, operations, distributions, closing } = movement;
  const from = positions.length > 1 ? (positions[0]?.on ?? foundedOn) : foundedOn;
  const axis = amountAxis([opening, closing], currency, language);
  return (
    <Panel
      title={words.year}
      aside={t(words.yearChart, dateText(from, language), dateText(asOf, language))}
    >
      <WaterfallChart
        title={words.year}
        currency={currency}
        axis={axis}
        steps={[
          { id: "opening", name: words.opening, minor: opening, isLevel: true },
          { id: "contributions", name: words.contributions, minor: contributions },
          { id: "operations", name: words.operations, minor: operations },
          {
            id: "distributions",
            name: words.distributions,
            minor: String(-BigInt(distributions)),
          },
          { id: "closing", name: words.closing, minor: closing, isLevel: true },
        ]}
      />
    </Panel>
  );
}
