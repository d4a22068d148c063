import "../parts/parts.css";
import "./owes.css";
import type { ReactNode } from "react";
import { useCells } from "../../../api/page-cells.ts";
import { useApi } from "../../../api/use-api.ts";
import { LineChart } from "../../../charts/line-chart.tsx";
import { PageHeading } from "../../../elements/page-heading.tsx";
import { Panel } from "../../../elements/panel.tsx";
import { useLanguage, useText } from "../../../language/language-context.tsx";
import type { Text } from "../../../language/text.ts";
import { amountAxis, useMonthly } from "../parts/history-points.ts";
import { historyFigure } from "../parts/history-figure.tsx";
import { MaybeFigure } from "../parts/maybe-figure.tsx";
import { words as shared } from "../words.ts";
import { CovenantPanel } from "./covenant-panel.tsx";
import { FacilityPanel } from "./facility-panel.tsx";
import { GuaranteePanel } from "./guarantee-panel.tsx";
import { words } from "./words.ts";

/** What the fund owes: how much, to whom, until when, and how far from its limits. */
export function OwesPage(): ReactNode {
  const t = useText();
  const { items: covenants } = useApi("/api/v1/covenants", {});
  return (
    <>
      <PageHeading title={shared.owes}>{t(words.lead)}</PageHeading>
      <div className="grid">
        <CellPanel
          title={words.now}
          rows={[
            ["leverage.debt", words.debt],
            ["leverage.project-debt", words.projectDebt],
            ["owes", words.allOwed],
            ["leverage.debt-to-worth", words.debtToWorth],
          ]}
        />
        <CellPanel
          title={words.cover}
          rows={[
            ["cover.to-pay", words.toPay],
            ["cover.held", words.held],
            ["cover.ratio", words.coverRatio],
          ]}
        />
      </div>
      <DebtOverTime />
      {covenants.map((covenant) => (
        <CovenantPanel key={covenant.id} covenant={covenant} />
      ))}
      <FacilityPanel />
      <GuaranteePanel />
    </>
  );
}

function CellPanel({
  title,
  rows,
}: {
  readonly title: Text;
  readonly rows: readonly (readonly [cell: string, name: Text])[];
}): ReactNode {
  const t = useText();
  const cells = useCells();
  return (
    <Panel title={title}>
      <dl className="pairs">
        {rows.map(([id, name]) => (
          <div key={id} className="pair">
            <dt>{t(name)}</dt>
            <dd>
              <MaybeFigure cell={cells.get(id)} />
            </dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}

function DebtOverTime(): ReactNode {
  const { language } = useLanguage();
  const { currency } = useApi("/api/v1/fund");
  const debt = useMonthly("debt");
  const owes = useMonthly("owes");
  const axis = amountAxis(
    owes.history.points.map(({ value }) => (value.kind === "money" ? value.minor : 0n)),
    currency,
    language,
  );
  if (debt.points.length === 0) return null;
  return (
    <Panel title={words.overTime}>
      <LineChart
        title={words.overTime}
        series={[
          {
            ...{ id: "debt", name: words.debt, points: debt.points },
            figure: historyFigure(debt.history, "leverage.debt"),
          },
          {
            ...{ id: "owes", name: words.owes, points: owes.points },
            figure: historyFigure(owes.history, "owes"),
          },
        ]}
        unit={axis.unit}
        axisText={axis.text}
      />
    </Panel>
  );
}
