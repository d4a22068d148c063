import "./auditor.css";
import type { ReactNode } from "react";
import { type Answer, useApi } from "../../api/use-api.ts";
import { type Column, DataTable } from "../../elements/data-table.tsx";
import { Notice } from "../../elements/notice.tsx";
import { PageHeading } from "../../elements/page-heading.tsx";
import { Panel } from "../../elements/panel.tsx";
import { Said } from "../../elements/said.tsx";
import { useText } from "../../language/language-context.tsx";
import { checkWords as words, words as shared } from "./words.ts";

type Check = Answer<"/api/v1/checks">["items"][number];

const grouped = (count: number): string => count.toLocaleString("en");

/** The named checks, each with what it compared and every difference. */
export function ChecksPage(): ReactNode {
  const t = useText();
  const { items, size } = useApi("/api/v1/checks");
  const broken = items.filter(({ holds }) => !holds);
  const columns: readonly Column<Check>[] = [
    { id: "what", title: words.what, isHead: true, cell: ({ text }) => t(text) },
    { id: "name", title: words.name, cell: ({ name }) => <code>{name}</code> },
    {
      id: "compared",
      title: words.compared,
      isNumber: true,
      cell: ({ examined }) => grouped(examined),
      sortBy: ({ examined }) => examined,
    },
    {
      id: "result",
      title: words.result,
      cell: ({ holds, breached }) => (
        <span className={holds ? "tag tag-executed" : "tag tag-refused"}>
          {holds ? t(words.holds) : t(words.broken, grouped(breached))}
        </span>
      ),
    },
  ];
  return (
    <>
      <PageHeading title={shared.checks}>{t(words.lead)}</PageHeading>
      <Notice kind={broken.length === 0 ? "good" : "wrong"}>
        <p>
          {broken.length === 0
            ? t(shared.checksHold, grouped(items.length))
            : t(shared.checksBroken, grouped(broken.length), grouped(items.length))}
        </p>
        <p>{t(shared.checkedUpTo, grouped(size - 1))}</p>
      </Notice>
      <Panel title={shared.checks} from="check">
        <DataTable
          caption={shared.checks}
          columns={columns}
          rows={items}
          keyOf={({ name }) => name}
        />
      </Panel>
      {broken.map((check) => (
        <Differences key={check.name} check={check} />
      ))}
    </>
  );
}

function Differences({ check }: { readonly check: Check }): ReactNode {
  const t = useText();
  const title = { en: t(words.differences, check.name), ja: t(words.differences, check.name) };
  return (
    <Panel title={title}>
      <DataTable
        caption={title}
        rows={check.breaches}
        keyOf={({ of, actual }) => `${of} ${actual}`}
        columns={[
          { id: "of", title: words.of, isHead: true, cell: ({ of }) => <Said text={of} /> },
          { id: "actual", title: words.actual, cell: ({ actual }) => <Said text={actual} /> },
          {
            id: "required",
            title: words.required,
            cell: ({ required }) => <Said text={required} />,
          },
        ]}
      />
    </Panel>
  );
}
