import "./overview.css";
import type { ReactNode } from "react";
import { useCells } from "../../../api/page-cells.ts";
import { useApi } from "../../../api/use-api.ts";
import { LineChart } from "../../../charts/line-chart.tsx";
import { PageHeading } from "../../../elements/page-heading.tsx";
import { Panel } from "../../../elements/panel.tsx";
import { dateText } from "../../../format/date.ts";
import { useLanguage, useText } from "../../../language/language-context.tsx";
import { amountAxis, useMonthly } from "../parts/history-points.ts";
import { historyFigure } from "../parts/history-figure.tsx";
import { MaybeFigure } from "../parts/maybe-figure.tsx";
import { BalancePanel } from "./balance-panel.tsx";
import { ContestedPanel } from "./contested-panel.tsx";
import { MovementPanel } from "./movement-panel.tsx";
import { PaidPanel } from "./paid-panel.tsx";
import { SidesPanel } from "./sides-panel.tsx";
import { VerdictPanel } from "./verdict-panel.tsx";
import { WhosePanel } from "./whose-panel.tsx";
import { words } from "./words.ts";

/** What the fund is worth, whose it is and what it has paid: at a glance, then in full. */
export function OverviewPage(): ReactNode {
  const t = useText();
  const { title } = useApi("/api/v1/fund");
  const { charter } = useApi("/api/v1/charter", {});
  return (
    <>
      <PageHeading title={title}>{t(charter.purpose.text)}</PageHeading>
      <div className="overview-first">
        <WorthPanel />
        <WhosePanel />
        <PaidPanel />
      </div>
      <WorthOverTime />
      <div className="grid">
        <MovementPanel />
        <BalancePanel />
      </div>
      <SidesPanel />
      <VerdictPanel />
      <ContestedPanel />
    </>
  );
}

function WorthPanel(): ReactNode {
  const t = useText();
  const { language } = useLanguage();
  const { today } = useApi("/api/v1/fund");
  const cells = useCells();
  const price = cells.get("price");
  return (
    <Panel title={words.worth}>
      <p className="headline overview-worth">
        <MaybeFigure cell={cells.get("net-assets")} />
      </p>
      <p className="overview-note">{t(words.worthAsOf, dateText(today, language))}</p>
      {price !== undefined && (
        <dl className="pairs">
          <dt>{t(words.perUnit)}</dt>
          <dd>
            <MaybeFigure cell={price} />
          </dd>
        </dl>
      )}
    </Panel>
  );
}

function WorthOverTime(): ReactNode {
  const { language } = useLanguage();
  const { currency } = useApi("/api/v1/fund");
  const { history, points } = useMonthly("net-assets");
  const axis = amountAxis(
    history.points.map(({ value }) => (value.kind === "money" ? value.minor : 0n)),
    currency,
    language,
  );
  return (
    <Panel title={words.overTime}>
      <LineChart
        title={words.overTime}
        series={[
          {
            ...{ id: "net-assets", name: history.label, points },
            figure: historyFigure(history, "net-assets"),
          },
        ]}
        unit={axis.unit}
        axisText={axis.text}
      />
    </Panel>
  );
}
