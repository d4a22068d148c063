import type { ReactNode } from "react";
import { useCells } from "../../../api/page-cells.ts";
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
  const cells = useCells();
  const at = (id: string) => ({ cell: cells.get(id) });
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
          {
            id: "opening",
            name: words.opening,
            minor: opening,
            isLevel: true,
            ...at("net-assets.opening"),
          },
          {
            id: "contributions",
            name: words.contributions,
            minor: contributions,
            ...at("movement.put-in"),
          },
          {
            id: "operations",
            name: words.operations,
            minor: operations,
            ...at("movement.operations"),
          },
          {
            id: "distributions",
            name: words.distributions,
            minor: String(-BigInt(distributions)),
            ...at("movement.distributions"),
          },
          {
            id: "closing",
            name: words.closing,
            minor: closing,
            isLevel: true,
            ...at("movement.closing"),
          },
        ]}
      />
    </Panel>
  );
}
