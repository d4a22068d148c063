import "./auditor.css";
import type { ReactNode } from "react";
import type { Answer, Asked } from "../../api/use-api.ts";
import { useParts } from "../../api/use-parts.ts";
import { useChoice, usePlace } from "../../app/place.ts";
import { ChoiceField, type Option } from "../../elements/choice-field.tsx";
import { MoreButton } from "../../elements/more-button.tsx";
import { PageHeading } from "../../elements/page-heading.tsx";
import { Panel } from "../../elements/panel.tsx";
import { TextField } from "../../elements/text-field.tsx";
import { useText } from "../../language/language-context.tsx";
import type { LocalizedText, Text } from "../../language/text.ts";
import { usePartyNames } from "../public/parts/party-names.ts";
import { ItemTable } from "./item-table.tsx";
import { listWords as words } from "./words.ts";

const PATH = "/api/v1/audit/lists/{name}";
type List = Answer<typeof PATH>;
type Name = Asked<typeof PATH>["path"]["name"];
type Query = NonNullable<Asked<typeof PATH>["query"]>;

const LIMIT = 50;

/** Where a list draws its line: its parameter, of the lists that have one. */
const LINES: { readonly [name: string]: "backDatedDays" | "lastMinutes" | "newKeyDays" } = {
  "back-dated": "backDatedDays",
  "last-minute": "lastMinutes",
  "new-keys": "newKeyDays",
};

/** One list of what an auditor looks for, newest first. */
export function ListPage(): ReactNode {
  const t = useText();
  const name = usePlace("name") as Name;
  const lineName = LINES[name] ?? "backDatedDays";
  const [year, setYear] = useChoice("year");
  const [kind, setKind] = useChoice("kind");
  const [party, setParty] = useChoice("party");
  const [line, setLine] = useChoice(lineName);
  const query: Query = {
    limit: LIMIT,
    ...(year === "" ? {} : { year }),
    ...(kind === "" ? {} : { kind }),
    ...(party === "" ? {} : { party }),
    ...(/^\d{1,4}$/.test(line) ? { [lineName]: Number(line) } : {}),
  };
  const found = useParts(PATH, { path: { name }, query });
  const items = found.parts.flatMap((part) => part.items);
  const { counts, title, holds, tolerances } = found.first;
  const options = useOptions(counts);
  return (
    <>
      <PageHeading title={title}>{t(holds)}</PageHeading>
      <Panel title={words.filters}>
        <div className="filters">
          <ChoiceField label={words.year} options={options.years} value={year} onChange={setYear} />
          <ChoiceField label={words.kind} options={options.kinds} value={kind} onChange={setKind} />
          <ChoiceField
            label={words.party}
            options={options.parties}
            value={party}
            onChange={setParty}
          />
          {LINES[name] !== undefined && (
            <TextField
              label={words[lineName]}
              value={line === "" ? String(tolerances[lineName]) : line}
              onChange={setLine}
            />
          )}
        </div>
      </Panel>
      <Panel title={title} aside={t(words.shown, grouped(items.length), grouped(counts.total))}>
        {items.length === 0 ? (
          <p className="nothing">{t(words.none)}</p>
        ) : (
          <ItemTable items={items} />
        )}
        <MoreButton of={found} />
      </Panel>
    </>
  );
}

const grouped = (count: number): string => count.toLocaleString("en");

/** What can be chosen: only what there is, with how many of it. */
function useOptions({ years, kinds, parties }: List["counts"]) {
  const t = useText();
  const nameOf = usePartyNames();
  const every: Option = { id: "", name: words.all };
  const option = (id: string, name: Text | LocalizedText, count: number): Option => {
    const said = `${t(name)} (${grouped(count)})`;
    return { id, name: { en: said, ja: said } };
  };
  return {
    years: [
      every,
      ...years
        .toReversed()
        .map(({ year, count }) => option(year, { en: year, ja: `${year}年` }, count)),
    ],
    kinds: [every, ...kinds.map(({ kind, label, count }) => option(kind, label, count))],
    parties: [
      every,
      ...parties
        .filter(({ party }) => party !== "")
        .map(({ party, count }) => option(party, nameOf(party), count)),
    ],
  };
}
