import type { ReactNode } from "react";
import { ActLink } from "../../../elements/act-link.tsx";
import { DataTable } from "../../../elements/data-table.tsx";
import { Panel } from "../../../elements/panel.tsx";
import { Said } from "../../../elements/said.tsx";
import { dateText } from "../../../format/date.ts";
import { useLanguage, useText } from "../../../language/language-context.tsx";
import { usePartyNames } from "../parts/party-names.ts";
import type { Detail } from "./investment-page.tsx";
import { roleWords, words } from "./words.ts";

/** The companies in an investment, and who of the fund has an interest in one of them. */
export function CompaniesPanel({ it }: { readonly it: Detail }): ReactNode {
  const t = useText();
  return (
    <Panel title={words.companies}>
      <DataTable
        caption={words.companies}
        rows={it.parties}
        keyOf={({ company, role }) => `${company} ${role}`}
        keepsShape
        columns={[
          {
            id: "company",
            title: words.company,
            isHead: true,
            cell: ({ name }) => <Said text={t(name)} />,
          },
          {
            id: "role",
            title: words.role,
            cell: ({ role }) => t(role in roleWords ? roleWords[role as RoleWord] : { en: role }),
          },
        ]}
      />
      <h3 className="panel-part">{t(words.interests)}</h3>
      <Interests it={it} />
    </Panel>
  );
}

type RoleWord = keyof typeof roleWords;

function Interests({ it }: { readonly it: Detail }): ReactNode {
  const t = useText();
  const { language } = useLanguage();
  const nameOf = usePartyNames();
  if (it.interests.length === 0) return <p className="nothing">{t(words.noInterests)}</p>;
  return (
    <ul className="plain-list">
      {it.interests.map(({ holder, concern, name, declaredOn, act }) => {
        const who = t(nameOf(holder));
        const said =
          declaredOn === undefined
            ? t(words.affiliateOf, who)
            : t(words.declared, who, dateText(declaredOn, language));
        return (
          <li key={`${holder} ${concern}`}>
            <Said text={t(name)} /> –{" "}
            {act === undefined ? said : <ActLink id={act} name={{ en: said, ja: said }} />}
          </li>
        );
      })}
    </ul>
  );
}
