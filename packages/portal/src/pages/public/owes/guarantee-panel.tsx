import type { ReactNode } from "react";
import { useApi } from "../../../api/use-api.ts";
import { ActFigure } from "../../../elements/act-figure.tsx";
import { ActLink } from "../../../elements/act-link.tsx";
import { DataTable } from "../../../elements/data-table.tsx";
import { Day } from "../../../elements/day.tsx";
import { Panel } from "../../../elements/panel.tsx";
import { Said } from "../../../elements/said.tsx";
import { useText } from "../../../language/language-context.tsx";
import { usePartyNames } from "../parts/party-names.ts";
import { words } from "./words.ts";

/** Who stands in for the fund, for how much, until when and by which law. */
export function GuaranteePanel(): ReactNode {
  const t = useText();
  const nameOf = usePartyNames();
  const { items } = useApi("/api/v1/guarantees", {});
  return (
    <Panel title={words.guarantees}>
      {items.length === 0 ? (
        <p className="nothing">{t(words.noGuarantees)}</p>
      ) : (
        <DataTable
          caption={words.guarantees}
          rows={items}
          keyOf={({ id }) => id}
          columns={[
            {
              id: "party",
              title: words.guarantor,
              isHead: true,
              cell: ({ party }) => t(nameOf(party)),
            },
            {
              id: "facility",
              title: words.facility,
              cell: ({ facility }) => <Said text={facility} />,
            },
            {
              id: "left",
              title: words.left,
              isNumber: true,
              cell: ({ id, left, currency }) => (
                <ActFigure minor={left} currency={currency} act={id} name={words.left} />
              ),
            },
            {
              id: "expires",
              title: words.expires,
              cell: ({ expires }) => <Day date={expires} />,
            },
            {
              id: "law",
              title: words.law,
              cell: ({ authority }) => <Said text={authority.law} />,
            },
            { id: "act", title: words.act, cell: ({ id }) => <ActLink id={id} name={words.act} /> },
          ]}
        />
      )}
    </Panel>
  );
}
