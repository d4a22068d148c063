import { type ReactNode, useState } from "react";
import { type Answer, useApi } from "../../../api/use-api.ts";
import { Button } from "../../../elements/button.tsx";
import { ChoiceField } from "../../../elements/choice-field.tsx";
import { DataTable } from "../../../elements/data-table.tsx";
import { Said } from "../../../elements/said.tsx";
import { TextField } from "../../../elements/text-field.tsx";
import { useText } from "../../../language/language-context.tsx";
import type { Setting } from "./what-if-page.tsx";
import { words } from "./words.ts";

type Term = Answer<"/api/v1/scenarios/{id}/terms">["terms"][number];

/** Terms are found by name, given another value and listed. */
export function TermChooser({
  scenario,
  settings,
  onChange,
}: {
  readonly scenario: string;
  readonly settings: readonly Setting[];
  readonly onChange: (settings: readonly Setting[]) => void;
}): ReactNode {
  const t = useText();
  const { terms } = useApi("/api/v1/scenarios/{id}/terms", { path: { id: scenario } });
  const [sought, setSought] = useState("");
  const [path, setPath] = useState("");
  const [value, setValue] = useState<string>();
  const nameOf = ({ group, label, clause }: Term): string =>
    `${t(group)} · ${t(label)}${clause === undefined ? "" : ` [${clause}]`}`;
  const wanted = sought.trim().toLowerCase();
  const found = terms.filter((term) => nameOf(term).toLowerCase().includes(wanted));
  const term = found.find((each) => each.path === path) ?? found[0];
  const given = value ?? term?.value ?? "";
  const add = (): void => {
    if (term === undefined) return;
    const others = settings.filter((each) => each.path !== term.path);
    onChange([...others, { path: term.path, value: given.replaceAll(";", "").trim() }]);
    setValue(undefined);
  };
  return (
    <>
      <div className="term-fields">
        <TextField
          label={words.find}
          type="search"
          value={sought}
          onChange={(next) => {
            setSought(next);
            setValue(undefined);
          }}
        />
        {term === undefined ? (
          <p className="nothing">{t(words.noTerm)}</p>
        ) : (
          <>
            <ChoiceField
              label={words.term}
              value={term.path}
              onChange={(next) => {
                setPath(next);
                setValue(undefined);
              }}
              options={found.map((each) => ({
                id: each.path,
                name: { en: nameOf(each), ja: nameOf(each) },
              }))}
            />
            <TextField label={words.value} value={given} onChange={setValue} />
            <Button isDisabled={given.trim() === "" || given === term.value} onPress={add}>
              {t(words.add)}
            </Button>
          </>
        )}
      </div>
      <Changes {...{ terms, settings, onChange, nameOf }} />
    </>
  );
}

/** The terms that are changed so far. */
function Changes({
  terms,
  settings,
  onChange,
  nameOf,
}: {
  readonly terms: readonly Term[];
  readonly settings: readonly Setting[];
  readonly onChange: (settings: readonly Setting[]) => void;
  readonly nameOf: (term: Term) => string;
}): ReactNode {
  const t = useText();
  if (settings.length === 0) return <p className="nothing">{t(words.nothingChosen)}</p>;
  const byPath = new Map(terms.map((term) => [term.path, term]));
  return (
    <DataTable
      caption={words.changes}
      keyOf={({ path }) => path}
      rows={settings}
      columns={[
        {
          ...{ id: "term", title: words.term, isHead: true },
          cell: ({ path }) => {
            const term = byPath.get(path);
            return <Said text={term === undefined ? path : nameOf(term)} />;
          },
        },
        {
          ...{ id: "from", title: words.from, isNumber: true },
          cell: ({ path }) => <Said text={byPath.get(path)?.value ?? ""} />,
        },
        {
          ...{ id: "to", title: words.to, isNumber: true },
          cell: ({ value }) => <Said text={value} />,
        },
        {
          ...{ id: "remove", title: words.remove },
          cell: ({ path }) => (
            <Button
              aria-label={`${t(words.remove)}: ${path}`}
              onPress={() => onChange(settings.filter((each) => each.path !== path))}
            >
              {t(words.remove)}
            </Button>
          ),
        },
      ]}
    />
  );
}
