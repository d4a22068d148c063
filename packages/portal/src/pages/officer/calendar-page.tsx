import { origin } from "../../elements/origin.ts";
import { DatedAmount } from "./dated-amount.tsx";
import { type ReactNode, useState } from "react";
import { type Answer, useApi } from "../../api/use-api.ts";
import { ActSubjects } from "../../elements/act-subjects.tsx";
import { ChoiceField, type Option } from "../../elements/choice-field.tsx";
import { Day } from "../../elements/day.tsx";
import { PageHeading } from "../../elements/page-heading.tsx";
import { PageLink } from "../../elements/page-link.tsx";
import { Panel } from "../../elements/panel.tsx";
import { monthText } from "../../format/date.ts";
import { useLanguage, useText } from "../../language/language-context.tsx";
import "./officer.css";
import { useNameOf } from "./party-names.ts";
import { words } from "./words.ts";
import { cashWords } from "./words/cash.ts";

type Entry = Answer<"/api/v1/calendar">["items"][number];

const PERIODS: readonly Option[] = [
  { id: "3", name: cashWords.quarter },
  { id: "12", name: cashWords.year },
  { id: "", name: cashWords.allTime },
];

/** The day so many months after another, as far as a calendar needs it. */
function monthsAfter(day: string, months: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() + months);
  return date.toISOString().slice(0, 10);
}

/** What is to come, month by month; what is late stands first, on its day. */
export function CalendarPage(): ReactNode {
  const t = useText();
  const { today, items } = useApi("/api/v1/calendar", {});
  const [party, setParty] = useState("");
  const [period, setPeriod] = useState("3");
  const nameOf = useNameOf();
  const parties = [...new Set(items.flatMap((each) => each.party ?? []))].toSorted((a, b) =>
    a < b ? -1 : 1,
  );
  const end = period === "" ? "9999" : monthsAfter(today, Number(period));
  const shown = items.filter((each) => each.on <= end && (party === "" || each.party === party));
  const months = Map.groupBy(shown, ({ on }) => on.slice(0, 7));
  return (
    <>
      <PageHeading title={words.calendar}>{t(cashWords.calendarLead)}</PageHeading>
      <div className="filters">
        <ChoiceField
          label={cashWords.period}
          options={PERIODS}
          value={period}
          onChange={setPeriod}
        />
        <ChoiceField
          label={cashWords.whose}
          options={[
            { id: "", name: cashWords.everybody },
            ...parties.map((id) => ({ id, name: { en: nameOf(id), ja: nameOf(id) } })),
          ]}
          value={party}
          onChange={setParty}
        />
      </div>
      {[...months].map(([month, entries]) => (
        <Month key={month} month={month} entries={entries} />
      ))}
      {shown.length === 0 && <p className="nothing">{t(words.nobodyDid)}</p>}
    </>
  );
}

function Month({
  month,
  entries,
}: {
  readonly month: string;
  readonly entries: readonly Entry[];
}): ReactNode {
  const { language } = useLanguage();
  const name = monthText(`${month}-01`, language);
  return (
    <Panel
      title={{ en: name, ja: name }}
      aside={<span {...origin("listed")}>{entries.length}</span>}
    >
      <ol className="agenda">
        {entries.map((entry) => (
          <AgendaEntry key={JSON.stringify(entry)} entry={entry} />
        ))}
      </ol>
    </Panel>
  );
}

function AgendaEntry({ entry }: { readonly entry: Entry }): ReactNode {
  const t = useText();
  const nameOf = useNameOf();
  const { on, label, isLate, subject, about, party, act, currency, minor } = entry;
  const named = about.length === 0 ? subject.slice(0, 10) : <ActSubjects of={about} />;
  return (
    <li className={isLate ? "agenda-late" : undefined}>
      <Day date={on} />
      <span>
        <strong>{t(label)}</strong>
        {isLate && <span className="tag severity-urgent"> {t(cashWords.late)}</span>}{" "}
        {act === undefined ? (
          <span className="quiet">{named}</span>
        ) : (
          <PageLink to={`/desk/acts/${act}`}>{named}</PageLink>
        )}
      </span>
      <span>{party === undefined ? "" : nameOf(party)}</span>
      <span className="number">
        {minor !== undefined && currency !== undefined && (
          <DatedAmount {...{ minor, currency }} of={entry} />
        )}
      </span>
    </li>
  );
}
