import { PageLink } from "../../elements/page-link.tsx";
import { LineFigure } from "../../elements/line-figure.tsx";
import type { ReactNode } from "react";
import { useChoice } from "../../app/place.ts";
import { type Answer, useApi } from "../../api/use-api.ts";
import { ChoiceField } from "../../elements/choice-field.tsx";
import { type Column, DataTable } from "../../elements/data-table.tsx";
import { PageHeading } from "../../elements/page-heading.tsx";
import { Panel } from "../../elements/panel.tsx";
import { dateText } from "../../format/date.ts";
import { exactDigits } from "../../format/money.ts";
import { useLanguage, useText } from "../../language/language-context.tsx";
import { PartyFrame } from "./party-frame.tsx";
import { useYears } from "./use-years.ts";
import { words } from "./words.ts";

type Account = Answer<"/api/v1/partners/{party}/account">;
type Table = Account["tables"][number];
type Line = Table["lines"][number];

const FORMATS = ["pdf", "xlsx", "csv"] as const;

/** The capital account of a party, period by period, and as files. */
export function AccountPage(): ReactNode {
  return <PartyFrame>{(party) => <AccountOf key={party} party={party} />}</PartyFrame>;
}

function AccountOf({ party }: { readonly party: string }): ReactNode {
  const t = useText();
  const { language } = useLanguage();
  const { parties, vehicles } = useApi("/api/v1/fund");
  const years = useYears();
  const [vehicle, chooseVehicle] = useChoice("vehicle");
  const [year, chooseYear] = useChoice("year");
  const query = {
    ...(vehicle === "" ? {} : { vehicle }),
    ...(year === "" ? {} : { year }),
  };
  const account = useApi("/api/v1/partners/{party}/account", { path: { party }, query });
  const name = parties.find(({ id }) => id === party)?.name ?? { en: party };
  const address = (format: string): string => {
    const asked = new URLSearchParams({ ...query, format, lang: language });
    return `/api/v1/partners/${party}/file?${asked.toString()}`;
  };
  const { from, to } = account.period;
  const [table] = account.tables;
  return (
    <>
      <PageHeading title={words.account}>{t(words.accountLead, t(name))}</PageHeading>
      <div className="actions">
        <ChoiceField
          label={words.vehicle}
          value={vehicle === "" ? (account.vehicle ?? "") : vehicle}
          options={vehicles.map(({ id, name: of }) => ({ id, name: of }))}
          onChange={chooseVehicle}
        />
        <ChoiceField
          label={words.period}
          value={year}
          options={[
            { id: "", name: words.sinceInception },
            ...years.map((id) => ({ id, name: { en: id, ja: id } })),
          ]}
          onChange={chooseYear}
        />
        <span>{t(words.download)}</span>
        {FORMATS.map((format) => (
          <a key={format} href={address(format)} download>
            {t(words[format])}
          </a>
        ))}
      </div>
      <Panel
        title={account.title}
        aside={`${dateText(from, language)} – ${dateText(to, language)}`}
        wide
      >
        {table === undefined ? (
          <p className="nothing">{t(words.noAccount)}</p>
        ) : (
          <AccountTable table={table} party={party} />
        )}
      </Panel>
    </>
  );
}

function AccountTable({
  table,
  party,
}: {
  readonly table: Table;
  readonly party: string;
}): ReactNode {
  const t = useText();
  const columns: readonly Column<Line>[] = [
    {
      id: "line",
      title: words.line,
      isHead: true,
      cell: ({ label, rank }) => (rank === "line" ? t(label) : <strong>{t(label)}</strong>),
    },
    ...table.columns.map(({ id, label }, index): Column<Line> => ({
      ...{ id, title: label, isNumber: true },
      cell: (line) => {
        const { rank } = line;
        const textOf = ({ cells }: Line): string => {
          const cell = cells[index];
          return cell?.kind === "money" ? exactDigits(cell.minor, cell.currency) : "";
        };
        const said = (
          <LineFigure
            {...{ line, lines: table.lines, at: index, textOf, book: undefined }}
            text={textOf(line)}
            how={words.howAccount}
          >
            <p>
              <PageLink to={`/partner/notices?party=${party}`}>{t(words.notices)}</PageLink>{" "}
              <PageLink to={`/partner?party=${party}`}>{t(words.position)}</PageLink>
            </p>
          </LineFigure>
        );
        return rank === "line" ? said : <strong>{said}</strong>;
      },
    })),
  ];
  return (
    <DataTable
      caption={table.label}
      columns={columns}
      rows={table.lines}
      keyOf={({ id }) => id}
      keepsShape
    />
  );
}
