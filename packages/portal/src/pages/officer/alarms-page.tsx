import { origin } from "../../elements/origin.ts";
import type { ReactNode } from "react";
import { useApi } from "../../api/use-api.ts";
import { PageHeading } from "../../elements/page-heading.tsx";
import { Panel } from "../../elements/panel.tsx";
import { useText } from "../../language/language-context.tsx";
import { AlarmList } from "./alarm-list.tsx";
import "./officer.css";
import { words } from "./words.ts";
import { cashWords } from "./words/cash.ts";

/** Everything that is wrong, late or soon to be. */
export function AlarmsPage(): ReactNode {
  const t = useText();
  const { items } = useApi("/api/v1/desk/alarms");
  return (
    <>
      <PageHeading title={words.alarms}>{t(cashWords.alarmsLead)}</PageHeading>
      <Panel title={words.alarms} aside={<span {...origin("listed")}>{items.length}</span>}>
        <AlarmList alarms={items} />
      </Panel>
    </>
  );
}
