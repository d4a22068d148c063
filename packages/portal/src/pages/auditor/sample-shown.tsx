import { exactMoney } from "../../format/money.ts";
import { origin } from "../../elements/origin.ts";
import type { ReactNode } from "react";
import { type Answer, useApi } from "../../api/use-api.ts";
import { ActLink } from "../../elements/act-link.tsx";
import { type Column, DataTable } from "../../elements/data-table.tsx";
import { Day } from "../../elements/day.tsx";
import { Fingerprint } from "../../elements/fingerprint.tsx";
import { Money } from "../../elements/money.tsx";
import { PageLink } from "../../elements/page-link.tsx";
import { Panel } from "../../elements/panel.tsx";
import { Said } from "../../elements/said.tsx";
import { useLanguage, useText } from "../../language/language-context.tsx";
import { usePartyNames } from "../public/parts/party-names.ts";
import { FileLinks } from "./file-links.tsx";
import type { SampleQuery } from "./sampler-page.tsx";
import { listWords, samplerWords as words } from "./words.ts";

type Sample = Answer<"/api/v1/audit/samples">;
type Item = Sample["items"][number];

const grouped = (count: number): string => count.toLocaleString("en");

/** A sample: how it was drawn, each line with its evidence, and the same as files. */
export function SampleShown({ query }: { readonly query: SampleQuery }): ReactNode {
  const t = useText();
  const { language } = useLanguage();
  const sample = useApi("/api/v1/audit/samples", { query });
  const { items, size } = sample;
  const asked = new URLSearchParams(
    Object.entries(query).map(([name, value]) => [name, String(value)]),
  );
  asked.set("lang", language);
  return (
    <Panel title={words.sample} aside={t(words.size_, grouped(items.length), grouped(size))}>
      <Plan sample={sample} />
      <SampleTable sample={sample} />
      <FileLinks address="/api/v1/audit/samples/file" asked={asked} />
    </Panel>
  );
}

function Plan({ sample }: { readonly sample: Sample }): ReactNode {
  const t = useText();
  const { method, seed, population, currency, interval, deviationsMax, record } = sample;
  return (
    <dl className="pairs audit-plan">
      <dt>{t(words.method)}</dt>
      <dd>{t(words[method])}</dd>
      <dt>{t(words.seed)}</dt>
      <dd>
        <Said text={seed} />
      </dd>
      <dt>{t(words.population)}</dt>
      <dd>
        {t(words.units, grouped(population.count))} ·{" "}
        <span {...origin("sample")}>
          <Money minor={population.minor} currency={currency} exact />
        </span>
      </dd>
      {interval !== undefined && (
        <>
          <dt>{t(words.interval)}</dt>
          <dd {...origin("sample")}>
            <Money minor={interval} currency={currency} exact />
          </dd>
        </>
      )}
      {deviationsMax !== undefined && (
        <>
          <dt>{t(words.deviations)}</dt>
          <dd {...origin("typed")}>{grouped(deviationsMax)}</dd>
        </>
      )}
      <dt>{t(words.recordOf)}</dt>
      <dd>
        {t(words.entries, grouped(record.size))} <Fingerprint of={record.root} />
      </dd>
    </dl>
  );
}

function SampleTable({ sample }: { readonly sample: Sample }): ReactNode {
  const t = useText();
  const { language } = useLanguage();
  const nameOf = usePartyNames();
  const columns: readonly Column<Item>[] = [
    {
      id: "place",
      title: words.place,
      isHead: true,
      isNumber: true,
      cell: ({ place }) => <span {...origin("place")}>{grouped(place)}</span>,
      sortBy: ({ place }) => place,
    },
    {
      id: "hits",
      title: words.hits,
      isNumber: true,
      cell: ({ hits, certain }) => (
        <span {...origin("sample")}>
          {certain ? `${hits} · ${t(words.certain)}` : String(hits)}
        </span>
      ),
    },
    { id: "on", title: words.on, cell: ({ effectiveDate }) => <Day date={effectiveDate} /> },
    { id: "vehicle", title: words.vehicle, cell: ({ vehicle }) => t(nameOf(vehicle)) },
    {
      id: "account",
      title: words.account,
      cell: ({ account = "", subject = "" }) => (
        <span {...origin("place")}>{subject === "" ? account : `${account} / ${subject}`}</span>
      ),
    },
    {
      id: "amount",
      title: listWords.amount,
      isNumber: true,
      cell: ({ journal, minor }) => (
        <PageLink to={evidenceOf(journal)} className="figure">
          {exactMoney(minor, sample.currency, language)}
        </PageLink>
      ),
      sortBy: ({ minor }) => BigInt(minor),
    },
    {
      id: "act",
      title: listWords.act,
      cell: ({ act, actName, actType = "" }) =>
        act !== undefined && <ActLink id={act} name={actName ?? { en: actType, ja: actType }} />,
    },
    {
      id: "evidence",
      title: listWords.evidence,
      cell: ({ journal, entry }) => (
        <PageLink to={evidenceOf(journal)} className="audit-whole">
          {t(listWords.entry, grouped(entry))}
        </PageLink>
      ),
    },
  ];
  return (
    <DataTable
      caption={words.sample}
      columns={columns}
      rows={sample.items}
      keyOf={({ place }) => String(place)}
    />
  );
}

const evidenceOf = (journal: string): string =>
  `/auditor/evidence?of=journal&id=${encodeURIComponent(journal)}`;
