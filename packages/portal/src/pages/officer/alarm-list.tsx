import { DatedAmount } from "./dated-amount.tsx";
import type { ReactNode } from "react";
import type { Answer } from "../../api/use-api.ts";
import { ActSubjects } from "../../elements/act-subjects.tsx";
import { type Column, DataTable } from "../../elements/data-table.tsx";
import { Day } from "../../elements/day.tsx";
import { PageLink } from "../../elements/page-link.tsx";
import { useText } from "../../language/language-context.tsx";
import { useNameOf } from "./party-names.ts";
import { words } from "./words.ts";
import { cashWords } from "./words/cash.ts";

export type Alarm = Answer<"/api/v1/desk/alarms">["items"][number];

/** How grave an alarm is: in words, and in a colour for those who see it. */
export function Severity({ of }: { readonly of: Alarm["severity"] }): ReactNode {
  const t = useText();
  return <span className={`tag severity-${of}`}>{t(cashWords[of])}</span>;
}

/** What an alarm is about: the act behind it where there is one, with its amount. */
function Subject({ alarm }: { readonly alarm: Alarm }): ReactNode {
  const t = useText();
  const { subject, about, act, detail } = alarm;
  const isHash = /^[0-9a-f]{64}/.test(subject);
  const id = isHash ? subject.slice(0, 10) : subject;
  const named = about.length === 0 ? id : <ActSubjects of={about} />;
  return (
    <span>
      {detail !== undefined && <span>{t(detail)} </span>}
      {act === undefined ? (
        <span className="quiet">{named}</span>
      ) : (
        <PageLink to={`/desk/acts/${act}`}>{named}</PageLink>
      )}
    </span>
  );
}

const keyOf = ({ kind, subject, on, party, minor }: Alarm): string =>
  [kind, subject, on, party, minor].join(" ");

/** Alarms, the worst first. */
export function AlarmList({ alarms }: { readonly alarms: readonly Alarm[] }): ReactNode {
  const t = useText();
  const nameOf = useNameOf();
  if (alarms.length === 0) return <p className="nothing">{t(words.noAlarms)}</p>;
  const columns: readonly Column<Alarm>[] = [
    {
      id: "severity",
      title: cashWords.severity,
      cell: ({ severity }) => <Severity of={severity} />,
    },
    { id: "what", title: cashWords.what, isHead: true, cell: ({ label }) => t(label) },
    { id: "about", title: cashWords.about, cell: (alarm) => <Subject alarm={alarm} /> },
    {
      id: "whose",
      title: cashWords.whose,
      cell: ({ party }) => (party === undefined ? null : nameOf(party)),
    },
    {
      id: "on",
      title: cashWords.date,
      cell: ({ on }) => <Day date={on} />,
      sortBy: ({ on }) => on,
    },
    {
      id: "amount",
      title: cashWords.amount,
      isNumber: true,
      cell: ({ minor, currency, ...of }) =>
        minor === undefined || currency === undefined ? null : (
          <DatedAmount {...{ minor, currency, of }} />
        ),
      sortBy: ({ minor = "0" }) => BigInt(minor),
    },
  ];
  return <DataTable caption={words.alarms} columns={columns} rows={alarms} keyOf={keyOf} />;
}
