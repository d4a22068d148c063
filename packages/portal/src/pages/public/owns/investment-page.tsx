import "../parts/parts.css";
import type { ReactNode } from "react";
import { usePlace } from "../../../app/place.ts";
import { type Answer, useApi } from "../../../api/use-api.ts";
import { Notice } from "../../../elements/notice.tsx";
import { PageHeading } from "../../../elements/page-heading.tsx";
import { PageLink } from "../../../elements/page-link.tsx";
import { Panel } from "../../../elements/panel.tsx";
import type { Minor } from "../../../format/money.ts";
import { dateText } from "../../../format/date.ts";
import { useLanguage, useText } from "../../../language/language-context.tsx";
import { CapTablePanel } from "./cap-table-panel.tsx";
import { CompaniesPanel } from "./companies-panel.tsx";
import type { InvestmentAmount } from "./investment-amounts.ts";
import { InvestmentFigure } from "./investment-figure.tsx";
import { MilestoneSum } from "./milestone-figures.tsx";
import { MilestonePanel } from "./milestone-panel.tsx";
import { placeOf } from "./places.ts";
import { StoryPanel } from "./story-panel.tsx";
import { ValuationPanel } from "./valuation-panel.tsx";
import { statusWords, words } from "./words.ts";

export type Detail = Answer<"/api/v1/investments/{id}">;

/** One investment: what it cost and is worth, who is in it, and everything that was decided. */
export function InvestmentPage(): ReactNode {
  const t = useText();
  const it = useApi("/api/v1/investments/{id}", { path: { id: usePlace("id") } });
  return (
    <>
      <PageHeading title={it.name}>
        {t(it.sectorName)} · {t(placeOf(it))} · {t(statusWords[it.status])} ·{" "}
        <PageLink to="/owns">{t(words.all)}</PageLink>
      </PageHeading>
      <div className="grid">
        <SummaryPanel it={it} />
        <CompaniesPanel it={it} />
      </div>
      <ValuationPanel it={it} />
      <MilestonePanel it={it} />
      <CapTablePanel it={it} />
      <StoryPanel it={it} />
    </>
  );
}

function SummaryPanel({ it }: { readonly it: Detail }): ReactNode {
  const t = useText();
  const { language } = useLanguage();
  const last = it.history.at(-1);
  const unrealised = BigInt(it.fairValue) - BigInt(it.cost);
  const posted = (of: InvestmentAmount, minor: Minor): ReactNode => (
    <InvestmentFigure {...{ it, of, minor }} />
  );
  const rows = [
    [words.committed, <MilestoneSum it={it} of="minor" />],
    [words.paidIn, <MilestoneSum it={it} of="funded" />],
    [words.undrawn, posted("undrawn", it.undrawn)],
    [words.cost, posted("cost", it.cost)],
    [words.unrealised, posted("unrealised", unrealised)],
    [words.income, posted("income", last?.income ?? "0")],
    [words.realised, posted("realised", last?.realised ?? "0")],
  ] as const;
  const valuedOn = it.valuation?.on;
  return (
    <Panel
      title={words.fairValue}
      aside={valuedOn === undefined ? undefined : dateText(valuedOn, language)}
    >
      <p className="headline investment-value">
        <InvestmentFigure it={it} of="fairValue" minor={it.fairValue} />
      </p>
      {it.valuation?.isContested === true && (
        <Notice kind="caution">{t(words.contestedValue)}</Notice>
      )}
      {it.valuation?.isStale === true && it.status === "closed" && (
        <Notice kind="caution">{t(words.stale)}</Notice>
      )}
      <dl className="pairs">
        {rows.map(([title, figure]) => (
          <div key={title.en} className="pair">
            <dt>{t(title)}</dt>
            <dd>{figure}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}
