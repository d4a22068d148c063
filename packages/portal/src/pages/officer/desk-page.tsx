import { origin } from "../../elements/origin.ts";
import type { ReactNode } from "react";
import { useApi } from "../../api/use-api.ts";
import { PageHeading } from "../../elements/page-heading.tsx";
import { PageLink } from "../../elements/page-link.tsx";
import { Panel } from "../../elements/panel.tsx";
import { useText } from "../../language/language-context.tsx";
import { useSession } from "../../session/session.ts";
import { ActivityList } from "./activity-list.tsx";
import { AlarmList } from "./alarm-list.tsx";
import { InboxList } from "./inbox-list.tsx";
import "./officer.css";
import { words } from "./words.ts";

/** Alarms that the desk shows; the page of alarms has all. */
const ALARMS_SHOWN = 5;

function AlarmsPanel(): ReactNode {
  const t = useText();
  const alarms = useApi("/api/v1/desk/alarms").items;
  return (
    <Panel
      title={words.alarms}
      aside={<PageLink to="/desk/alarms">{t(words.allAlarms, String(alarms.length))}</PageLink>}
    >
      <AlarmList alarms={alarms.slice(0, ALARMS_SHOWN)} />
    </Panel>
  );
}

/** What an officer begins the day with. */
export function DeskPage(): ReactNode {
  const t = useText();
  const { items, activities } = useApi("/api/v1/desk/inbox");
  const role = useSession()?.person?.role;
  const asked = items.filter(({ isAsked }) => isAsked);
  const others = items.filter(({ isAsked }) => !isAsked);
  return (
    <>
      <PageHeading title={words.desk}>
        {t(role === "partner" ? words.partnerLead : words.deskLead)}
      </PageHeading>
      <p className="desk-actions">
        <PageLink to="/desk/propose" className="button button-main">
          {t(words.propose)}
        </PageLink>
      </p>
      <Panel title={words.waiting} aside={<span {...origin("listed")}>{asked.length}</span>}>
        {asked.length === 0 ? (
          <p className="nothing">{t(words.nothingWaits)}</p>
        ) : (
          <InboxList items={asked} />
        )}
      </Panel>
      {others.length > 0 && (
        <Panel title={words.mayStop} aside={<span {...origin("listed")}>{others.length}</span>}>
          <InboxList items={others} />
        </Panel>
      )}
      {role !== undefined && role !== "partner" && <AlarmsPanel />}
      <div className="grid">
        <Panel title={words.othersDid}>
          <ActivityList of={activities.others} />
        </Panel>
        <Panel title={words.weDid}>
          <ActivityList of={activities.mine} />
        </Panel>
      </div>
    </>
  );
}
