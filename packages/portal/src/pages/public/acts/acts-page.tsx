import "../parts/parts.css";
import type { ReactNode } from "react";
import { type Asked, useApi } from "../../../api/use-api.ts";
import { useParts } from "../../../api/use-parts.ts";
import { useChoice } from "../../../app/place.ts";
import { statusWords } from "../../../elements/act-words.ts";
import { Button } from "../../../elements/button.tsx";
import { ChoiceField, type Option } from "../../../elements/choice-field.tsx";
import { MoreButton } from "../../../elements/more-button.tsx";
import { Notice } from "../../../elements/notice.tsx";
import { PageHeading } from "../../../elements/page-heading.tsx";
import { Panel } from "../../../elements/panel.tsx";
import { useText } from "../../../language/language-context.tsx";
import { usePartyNames } from "../parts/party-names.ts";
import { words as shared } from "../words.ts";
import { ActTable } from "./act-table.tsx";
import { words } from "./words.ts";

type Query = NonNullable<Asked<"/api/v1/acts">["query"]>;

const LIMIT = 50;

/** What a reader chose, as the API is asked for it; an empty choice asks for everything. */
type Choices = {
  readonly [name in "nature" | "type" | "status" | "party" | "investment" | "clause"]: string;
} & { readonly year: string };

/** Of nature nothing chosen means decisions: facts come by the hundred, and are asked for. */
function queryOf({ year, nature, ...texts }: Choices): Query {
  const chosen = Object.entries(texts).filter(([, value]) => value !== "");
  return {
    ...(Object.fromEntries(chosen) as Query),
    ...(nature === "all" ? {} : { nature: nature === "fact" ? "fact" : "decision" }),
    ...(/^\d{4}$/.test(year) ? { year: Number(year) } : {}),
    limit: LIMIT,
  };
}

/** Every decision and fact on record, with what it takes to find one. */
export function ActsPage(): ReactNode {
  const t = useText();
  const [nature, setNature] = useChoice("nature");
  const [type, setType] = useChoice("type");
  const [status, setStatus] = useChoice("status");
  const [party, setParty] = useChoice("party");
  const [investment, setInvestment] = useChoice("investment");
  const [year, setYear] = useChoice("year");
  const [clause, setClause] = useChoice("clause");
  const choices = { nature, type, status, party, investment, year, clause };
  const options = useOptions();
  const field = (
    name: keyof typeof options,
    label: { readonly en: string; readonly ja: string },
    onChange: (value: string) => void,
  ): ReactNode => (
    <ChoiceField label={label} options={options[name]} value={choices[name]} onChange={onChange} />
  );
  return (
    <>
      <PageHeading title={shared.decisions}>{t(words.lead)}</PageHeading>
      <Panel title={words.filters}>
        <div className="filters">
          {field("nature", words.nature, setNature)}
          {field("type", words.type, setType)}
          {field("status", shared.status, setStatus)}
          {field("party", words.side, setParty)}
          {field("investment", shared.investment, setInvestment)}
          {field("year", words.year, setYear)}
        </div>
        {clause !== "" && (
          <Notice kind="note">
            {t(words.underClause, clause)}{" "}
            <Button onPress={() => setClause("")}>{t(words.allClauses)}</Button>
          </Notice>
        )}
      </Panel>
      <Found query={queryOf(choices)} />
    </>
  );
}

function Found({ query }: { readonly query: Query }): ReactNode {
  const t = useText();
  const found = useParts("/api/v1/acts", { query });
  const acts = found.parts.flatMap(({ items }) => items);
  return (
    <Panel
      title={shared.decisions}
      aside={t(words.found, `${acts.length.toLocaleString("en")}${found.hasMore ? "+" : ""}`)}
    >
      <ActTable acts={acts} />
      <MoreButton of={found} />
    </Panel>
  );
}

/** What can be chosen: only what there is on record, with how many there are of it. */
function useOptions() {
  const t = useText();
  const nameOf = usePartyNames();
  const counts = useApi("/api/v1/act-counts", {});
  const { items } = useApi("/api/v1/investments", {});
  const every: Option = { id: "", name: shared.everything };
  const counted = (id: string, name: Option["name"], count: number): readonly Option[] => {
    const said = `${t(name)} (${count.toLocaleString("en")})`;
    return count === 0 ? [] : [{ id, name: { en: said, ja: said } }];
  };
  const byName = (a: Option, b: Option): number => t(a.name).localeCompare(t(b.name));
  return {
    nature: [
      ...counted("", words.decision, counts.decisions),
      ...counted("fact", words.fact, counts.facts),
      { id: "all", name: shared.everything },
    ],
    type: [
      every,
      ...counts.types
        .flatMap(({ type, name, count }) => counted(type, name, count))
        .toSorted(byName),
    ],
    status: [
      every,
      ...counts.statuses.flatMap(({ status, count }) =>
        counted(status, statusWords[status], count),
      ),
    ],
    party: [
      every,
      ...counts.parties.flatMap(({ party, count }) => counted(party, nameOf(party), count)),
    ],
    investment: [every, ...items.map(({ id, name }) => ({ id, name }))],
    year: [
      every,
      ...counts.years
        .toReversed()
        .flatMap(({ year, count }) =>
          counted(String(year), { en: String(year), ja: `${year}年` }, count),
        ),
    ],
  };
}
