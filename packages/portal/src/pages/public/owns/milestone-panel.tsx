import type { ReactNode } from "react";
import { ActLink } from "../../../elements/act-link.tsx";
import { DataTable } from "../../../elements/data-table.tsx";
import { Day } from "../../../elements/day.tsx";
import { Panel } from "../../../elements/panel.tsx";
import { Said } from "../../../elements/said.tsx";
import { dateText } from "../../../format/date.ts";
import { useLanguage, useText } from "../../../language/language-context.tsx";
import type { Text } from "../../../language/text.ts";
import { usePartyNames } from "../parts/party-names.ts";
import { words as shared } from "../words.ts";
import type { Detail } from "./investment-page.tsx";
import { type MilestoneAmount, MilestoneFigure, MilestoneSum } from "./milestone-figures.tsx";
import { words } from "./words.ts";

type Milestone = Detail["milestones"][number];

/** The steps in which it is paid, who certified each, and what was paid of it. */
export function MilestonePanel({ it }: { readonly it: Detail }): ReactNode {
  const t = useText();
  const amount = (id: MilestoneAmount, title: Text) => ({
    ...{ id, title, isNumber: true as const },
    cell: (step: Milestone) => <MilestoneFigure it={it} step={step} of={id} />,
  });
  const sum = (of: MilestoneAmount): ReactNode => <MilestoneSum it={it} of={of} />;
  return (
    <Panel title={words.milestones}>
      <DataTable
        caption={words.milestones}
        rows={it.milestones}
        keyOf={({ id }) => id}
        foot={[t(shared.total), "", sum("minor"), sum("certified"), sum("funded"), ""]}
        columns={[
          {
            id: "id",
            title: words.milestone,
            isHead: true,
            cell: ({ name }) => <Said text={t(name)} />,
          },
          { id: "due", title: words.due, cell: ({ due }) => <Day date={due} /> },
          amount("minor", shared.amount),
          amount("certified", words.certified),
          amount("funded", words.funded),
          { id: "by", title: words.certifiedBy, cell: (step) => <Certificates step={step} /> },
        ]}
      />
    </Panel>
  );
}

function Certificates({ step }: { readonly step: Milestone }): ReactNode {
  const t = useText();
  const { language } = useLanguage();
  const nameOf = usePartyNames();
  if (step.certificates.length === 0) return <span aria-hidden="true">–</span>;
  return step.certificates.map(({ act, by, reachedOn, withdrawnOn }) => {
    const said = `${t(nameOf(by))}, ${dateText(reachedOn, language)}`;
    return (
      <div key={act} className={withdrawnOn === undefined ? undefined : "withdrawn"}>
        <ActLink id={act} name={{ en: said, ja: said }} />
      </div>
    );
  });
}
