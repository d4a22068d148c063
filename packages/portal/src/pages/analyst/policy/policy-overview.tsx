import type { ReactNode } from "react";
import { DataTable } from "../../../elements/data-table.tsx";
import { Panel } from "../../../elements/panel.tsx";
import { minorOf, shortMoney } from "../../../format/money.ts";
import { useLanguage, useText } from "../../../language/language-context.tsx";
import type { Text } from "../../../language/text.ts";
import { shareText } from "./policy-amounts.ts";
import { type Compared, type View, viewOf } from "./use-policy.ts";
import { words } from "./words.ts";

const POLICIES = ["fund", "incentive", "tariff", "alone"] as const;

/** Every side's present value of every policy, under the regime that is looked at. */
export function PolicyOverview({
  compared,
  view: { base, regime },
}: {
  readonly compared: Compared;
  readonly view: View;
}): ReactNode {
  const t = useText();
  const { language } = useLanguage();
  const views = compared.comparison.sides.map(({ id }) =>
    viewOf(compared, { side: id, base, regime }),
  );
  const years = views[0]?.side.policies[0]?.years.length ?? 0;
  return (
    <Panel title={words.overview} wide>
      <p>{t(words.overviewText, String(years))}</p>
      <DataTable
        caption={words.overview}
        keyOf={(policy) => policy}
        rows={POLICIES}
        columns={[
          {
            ...{ id: "policy", title: words.policy, isHead: true },
            cell: (policy: (typeof POLICIES)[number]) => t(words.policies[policy]),
          },
          ...views.map(({ side, shown }) => ({
            ...{ id: side.id, title: side.name, isNumber: true as const },
            cell: (policy: (typeof POLICIES)[number]) => {
              const found = shown.find((each) => each.policy === policy);
              if (found === undefined) return t(words.notSeen);
              const minor = minorOf(found.presentValue.treasury.mean, side.currency);
              return shortMoney(minor, side.currency, language);
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
