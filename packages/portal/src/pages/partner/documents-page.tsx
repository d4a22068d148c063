import type { ReactNode } from "react";
import { type Answer, type Asked, useApi } from "../../api/use-api.ts";
import { useChoice } from "../../app/place.ts";
import { ActLink } from "../../elements/act-link.tsx";
import { ChoiceField } from "../../elements/choice-field.tsx";
import { DataTable } from "../../elements/data-table.tsx";
import { Day } from "../../elements/day.tsx";
import { Fingerprint } from "../../elements/fingerprint.tsx";
import { PageHeading } from "../../elements/page-heading.tsx";
import { PageLink } from "../../elements/page-link.tsx";
import { Panel } from "../../elements/panel.tsx";
import { Said } from "../../elements/said.tsx";
import { useLanguage, useText } from "../../language/language-context.tsx";
import { documentWords as words } from "./document-words.ts";
import { PartyFrame } from "./party-frame.tsx";
import { useYears } from "./use-years.ts";
import { words as shared } from "./words.ts";

type Statement = Answer<"/api/v1/statements">["items"][number];
type Name = Asked<"/api/v1/statements/{name}">["path"]["name"];

/** Statements that go party by party: one's own stands among one's own papers. */
const BY_PARTY: readonly string[] = ["capital-accounts", "returns"];

const FORMATS = ["pdf", "xlsx", "csv"] as const;

/** The papers of the fund: its statements, the auditor's opinions, the charter; and one's own. */
export function DocumentsPage(): ReactNode {
  const t = useText();
  return (
    <>
      <PageHeading title={words.title}>{t(words.lead)}</PageHeading>
      <PartyFrame>{(party) => <OwnPanel party={party} />}</PartyFrame>
      <StatementsPanel />
      <OpinionsPanel />
      <CharterPanel />
    </>
  );
}

/** What is of the party alone stands on pages of its own. */
function OwnPanel({ party }: { readonly party: string }): ReactNode {
  const t = useText();
  return (
    <Panel title={words.own} wide>
      <ul>
        <li>
          <PageLink to={`/partner/notices?party=${party}`}>{t(words.notices)}</PageLink>
        </li>
        <li>
          <PageLink to={`/partner/account?party=${party}`}>{t(words.account)}</PageLink>
        </li>
        <li>
          <PageLink to={`/partner/terms?party=${party}`}>{t(words.letters)}</PageLink>
        </li>
      </ul>
    </Panel>
  );
}

function StatementsPanel(): ReactNode {
  const { items } = useApi("/api/v1/statements");
  const { vehicles } = useApi("/api/v1/fund");
  const years = useYears();
  const [vehicle, chooseVehicle] = useChoice("vehicle");
  const [year, chooseYear] = useChoice("year");
  const query = { ...(vehicle === "" ? {} : { vehicle }), ...(year === "" ? {} : { year }) };
  return (
    <Panel title={words.statements} wide>
      <div className="actions">
        <ChoiceField
          label={shared.vehicle}
          value={vehicle === "" ? (vehicles[0]?.id ?? "") : vehicle}
          options={vehicles.map(({ id, name }) => ({ id, name }))}
          onChange={chooseVehicle}
        />
        <ChoiceField
          label={shared.period}
          value={year}
          options={[
            { id: "", name: shared.sinceInception },
            ...years.map((id) => ({ id, name: { en: id, ja: id } })),
          ]}
          onChange={chooseYear}
        />
      </div>
      <StatementsTable items={items.filter(({ name }) => !BY_PARTY.includes(name))} query={query} />
    </Panel>
  );
}

function StatementsTable({
  items,
  query,
}: {
  readonly items: readonly Statement[];
  readonly query: { readonly [field: string]: string };
}): ReactNode {
  const t = useText();
  const { language } = useLanguage();
  const address = (name: Name, format: string): string =>
    `/api/v1/statements/${name}/file?${new URLSearchParams({ ...query, format, lang: language })}`;
  return (
    <DataTable
      caption={words.statements}
      rows={items}
      keyOf={({ name }) => name}
      columns={[
        {
          id: "title",
          title: words.statement,
          isHead: true,
          cell: ({ title }) => t(title),
        },
        {
          id: "files",
          title: words.files,
          cell: ({ name, title }) => (
            <span className="files">
              {FORMATS.map((format) => (
                <a
                  key={format}
                  href={address(name, format)}
                  download
                  aria-label={t(words.fileOf, t(title), t(shared[format]))}
                >
                  {t(shared[format])}
                </a>
              ))}
            </span>
          ),
        },
      ]}
    />
  );
}

function OpinionsPanel(): ReactNode {
  const t = useText();
  const { items } = useApi("/api/v1/audit-opinions");
  return (
    <Panel title={words.opinions} wide>
      {items.length === 0 ? (
        <p className="nothing">{t(words.noOpinions)}</p>
      ) : (
        <DataTable
          caption={words.opinions}
          rows={items}
          keyOf={({ act }) => act}
          columns={[
            {
              id: "period",
              title: shared.period,
              isHead: true,
              cell: ({ from, to }) => (
                <>
                  <Day date={from} /> – <Day date={to} />
                </>
              ),
            },
            { id: "opinion", title: words.opinion, cell: ({ label }) => t(label) },
            { id: "said", title: words.said, cell: ({ text }) => <Said text={text} /> },
            { id: "on", title: words.givenOn, cell: ({ on }) => <Day date={on} /> },
            {
              id: "act",
              title: shared.onRecord,
              cell: ({ act }) => <ActLink id={act} name={words.act} />,
            },
          ]}
        />
      )}
    </Panel>
  );
}

function CharterPanel(): ReactNode {
  const t = useText();
  const { items } = useApi("/api/v1/charter/versions");
  return (
    <Panel title={words.charter} aside={<a href="/api/v1/charter">{t(words.charterData)}</a>} wide>
      <p>
        <PageLink to="/charter">{t(words.readCharter)}</PageLink>
      </p>
      <DataTable
        caption={words.charter}
        rows={items.toReversed()}
        keyOf={({ hash }) => hash}
        columns={[
          { id: "version", title: words.version, isHead: true, cell: ({ version }) => version },
          { id: "from", title: words.inForce, cell: ({ from }) => <Day date={from} /> },
          {
            id: "act",
            title: shared.onRecord,
            cell: ({ act, version }) => (
              <ActLink id={act} name={version === 1 ? words.adoption : words.amendment} />
            ),
          },
          { id: "hash", title: words.hash, cell: ({ hash }) => <Fingerprint of={hash} /> },
        ]}
      />
    </Panel>
  );
}
