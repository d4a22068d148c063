import { origin } from "../../elements/origin.ts";
import type { ReactNode } from "react";
import type { Schemas } from "../../api/client.ts";
import { useApi } from "../../api/use-api.ts";
import { useChoice } from "../../app/place.ts";
import { ChoiceField } from "../../elements/choice-field.tsx";
import { PageHeading } from "../../elements/page-heading.tsx";
import { PageLink } from "../../elements/page-link.tsx";
import { Panel } from "../../elements/panel.tsx";
import { TextField } from "../../elements/text-field.tsx";
import { useText } from "../../language/language-context.tsx";
import { useSession } from "../../session/session.ts";
import "./officer.css";
import { draftWords } from "./words/drafting.ts";

type ActType = Schemas["ActType"];

const matches = ({ type, name, description }: ActType, search: string): boolean =>
  [type, ...Object.values(name), ...Object.values(description)].some((text) =>
    text.toLowerCase().includes(search.trim().toLowerCase()),
  );

/** Every act type that there is a form for: those that this officer may propose come first. */
export function ProposePage(): ReactNode {
  const t = useText();
  const { items } = useApi("/api/v1/act-types");
  const [search, setSearch] = useChoice("search");
  const [which, setWhich] = useChoice("which");
  // The office has no form for a partner of what its party has no voice in (H87).
  const isPartner = useSession()?.person?.role === "partner";
  const isAll = which === "all" && !isPartner;
  const wanted = items.filter(
    (type) => type.isUsed && (isAll || type.isMine) && matches(type, search),
  );
  return (
    <>
      <PageHeading title={draftWords.choose}>{t(draftWords.chooseLead)}</PageHeading>
      <div className="filters">
        <TextField label={draftWords.search} type="search" value={search} onChange={setSearch} />
        {!isPartner && (
          <ChoiceField
            label={draftWords.mineOnly}
            options={[
              { id: "", name: draftWords.mine },
              { id: "all", name: draftWords.all },
            ]}
            value={which}
            onChange={setWhich}
          />
        )}
      </div>
      {wanted.length === 0 && <p className="nothing">{t(draftWords.none)}</p>}
      <TypeList nature="decision" of={wanted} />
      <TypeList nature="fact" of={wanted} />
    </>
  );
}

function TypeList({
  nature,
  of,
}: {
  readonly nature: ActType["nature"];
  readonly of: readonly ActType[];
}): ReactNode {
  const t = useText();
  const types = of.filter((type) => type.nature === nature);
  if (types.length === 0) return null;
  return (
    <Panel
      title={nature === "decision" ? draftWords.decisions : draftWords.facts}
      aside={<span {...origin("listed")}>{types.length}</span>}
    >
      <ul className="act-types">
        {types.map(({ type, name, description }) => (
          <li key={type}>
            <PageLink to={`/desk/draft?type=${type}`}>{t(name)}</PageLink>
            <span className="quiet">{t(description)}</span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
