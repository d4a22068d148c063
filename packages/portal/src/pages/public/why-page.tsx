import type { ReactNode } from "react";
import { useNavigate } from "@tanstack/react-router";
import { useChoice, usePlace } from "../../app/place.ts";
import { PageHeading } from "../../elements/page-heading.tsx";
import { Panel } from "../../elements/panel.tsx";
import { Why } from "../../elements/why.tsx";
import { useText } from "../../language/language-context.tsx";
import { words } from "./words.ts";

/** Where a number comes from, at an address of its own that can be sent to somebody. */
export function WhyPage(): ReactNode {
  const t = useText();
  const navigate = useNavigate();
  const cell = usePlace("cell");
  const [asOf] = useChoice("asOf");
  const [knownAt] = useChoice("knownAt");
  const time = {
    ...(asOf === "" ? {} : { asOf }),
    ...(knownAt === "" ? {} : { knownAt }),
  };
  const open = (next: string): void => {
    void navigate({ to: `/why/${encodeURIComponent(next)}`, search: time });
  };
  return (
    <>
      <PageHeading title={words.why}>{t(words.whyLead)}</PageHeading>
      <Panel title={words.why}>
        <Why cell={cell} {...time} onOpen={open} />
      </Panel>
    </>
  );
}
