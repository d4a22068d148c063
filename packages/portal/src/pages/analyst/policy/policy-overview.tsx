import type { ReactNode } from "react";
import { DataTable } from "../../../elements/data-table.tsx";
import { Panel } from "../../../elements/panel.tsx";
import { minorOf, shortMoney } from "../../../format/money.ts";
import { useLanguage, useText } from "../../../language/language-context.tsx";
import type { Text } from "../../../language/text.ts";
import { Beside } from "../projection/beside.tsx";
import { shareText } from "./policy-amounts.ts";
import { type Compared, type View, viewOf } from "./use-policy.ts";
import { words } from "./words.ts";

const POLICIES = ["fund", "incentive", "tariff", "alone"] as const;

/** Every side's present value of every policy, under the regime that is looked at. */
export function PolicyOverview({
  compared,
  before,
  view: { base, regime },
}: {
  readonly compared: Compared;
  /** As the file has it, where figures were moved. */
  readonly before: Compared | undefined;
  readonly view: View;
}): ReactNode {
  const t = useText();
  const { language } = useLanguage();
  const viewsOf = (of: Compared): readonly View[] =>
    of.comparison.sides.map(({ id }) => viewOf(of, { side: id, base, regime }));
  const views = viewsOf(compared);
  const earlier = before === undefined ? [] : viewsOf(before);
  const valueOf = ({ side, shown }: View, policy: string): string | undefined => {
    const found = shown.find((each) => each.policy === policy);
    if (found === undefined) return undefined;
    const minor = minorOf(found.presentValue.treasury.mean, side.currency);
    return shortMoney(minor, side.currency, language);
  };
  const years = views[0]?.side.policies[0]?.years.length ?? 0;
  return (
    <Panel title={words.overview} wide>
      <p>{t(words.overviewText, String(years))}</p>
      {before !== undefined && <p className="told">{t(words.beside)}</p>}
      <DataTable
        caption={words.overview}
        keyOf={(policy) => policy}
        rows={POLICIES}
        columns={[
          {
            ...{ id: "policy", title: words.policy, isHead: true },
            cell: (policy: (typeof POLICIES)[number]) => t(words.policies[policy]),
          },
          ...views.map((view, at) => ({
            ...{ id: view.side.id, title: view.side.name, isNumber: true as const },
            cell: (policy: (typeof POLICIES)[number]) => {
              const was = earlier[at];
              return (
                <Beside
                  now={valueOf(view, policy) ?? t(words.notSeen)}
                  before={was && valueOf(was, policy)}
                  called={words.inTheFile}
                />
              );
            },
          })),
        ]}
      />
    </Panel>
  );
}

/** Who stands for what is lost under each policy. */
export function Bearers({ compared }: { readonly compared: Compared }): ReactNode {
  const t = useText();
  const { bearers, sides } = compared.comparison;
  const who = [...new Set(bearers.flatMap(({ shares }) => Object.keys(shares)))];
  const nameOf = (id: string): Text =>
    sides.find((side) => side.id === id)?.name ?? compared.names.bearers[id] ?? { en: id, ja: id };
  return (
    <Panel title={words.bearers} wide>
      <DataTable
        caption={words.bearers}
        keyOf={(id) => id}
        rows={who}
        columns={[
          { id: "who", title: words.bearer, isHead: true, cell: (id: string) => t(nameOf(id)) },
          ...bearers.map(({ policy, shares }) => ({
            ...{ id: policy, title: words.policies[policy], isNumber: true as const },
            cell: (id: string) => {
              const share = shares[id];
              return share === undefined ? "–" : shareText(share);
            },
          })),
        ]}
      />
    </Panel>
  );
}
