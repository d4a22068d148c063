import type { ReactNode } from "react";
import { DataTable } from "../../../elements/data-table.tsx";
import { Panel } from "../../../elements/panel.tsx";
import { useText } from "../../../language/language-context.tsx";
import { useAmounts } from "./policy-amounts.ts";
import type { Compared } from "./use-policy.ts";
import { words } from "./words.ts";

type FairStakesOf = NonNullable<Compared["comparison"]["fairStakes"]>;
type Row = { readonly id: string; readonly name: string; readonly of: FairStakesOf["sum"] };

const PARTS = [
  { part: "charter", title: words.ofCharter },
  { part: "costs", title: words.ofCosts },
  { part: "stake", title: words.ofStake },
] as const;

/** What the stakes of both treasuries are worth at fair value, and what that comes from. */
export function FairStakes({ compared }: { readonly compared: Compared }): ReactNode {
  const t = useText();
  const { fairStakes, currency, sides } = compared.comparison;
  const all = fairStakes === undefined ? [] : [...fairStakes.sides, fairStakes.sum];
  const amounts = useAmounts(
    all.map(({ stake }) => stake.value),
    currency,
  );
  if (fairStakes === undefined) return null;
  const names = fairStakes.sides.map(({ id }) => {
    const side = sides.find((each) => each.id === id);
    return side === undefined ? id : t(side.name);
  });
  const rows: readonly Row[] = [
    ...fairStakes.sides.map((of, at) => ({ id: of.id, name: names[at] ?? "", of })),
    { id: "sum", name: t(words.together), of: fairStakes.sum },
    { id: "difference", name: t(words.less, ...names), of: fairStakes.difference },
  ];
  const unit = `${t(words.fairStakes)} (${amounts.unit})`;
  return (
    <Panel title={words.fairStakes} wide>
      <p>{t(words.fairStakesNote)}</p>
      <DataTable
        caption={{ en: unit, ja: unit }}
        keyOf={({ id }) => id}
        rows={rows}
        columns={[
          { id: "treasury", title: words.treasury, isHead: true, cell: ({ name }: Row) => name },
          ...PARTS.map(({ part, title }) => ({
            ...{ id: part, title, isNumber: true as const },
            cell: ({ of }: Row) => (
              <>
                {amounts.text(of[part].value)}
                <small className="figure-note">
                  {t(words.error, amounts.text(of[part].standardError))}
                </small>
              </>
            ),
          })),
        ]}
      />
    </Panel>
  );
}
