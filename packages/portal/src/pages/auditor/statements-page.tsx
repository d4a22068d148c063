import "./auditor.css";
import { type ReactNode } from "react";
import { type Asked, useApi } from "../../api/use-api.ts";
import { useChoice } from "../../app/place.ts";
import { ChoiceField } from "../../elements/choice-field.tsx";
import { Waiting } from "../../elements/waiting.tsx";
import { PageHeading } from "../../elements/page-heading.tsx";
import { Panel } from "../../elements/panel.tsx";
import { TextField } from "../../elements/text-field.tsx";
import { useLanguage, useText } from "../../language/language-context.tsx";
import { FileLinks } from "./file-links.tsx";
import { StatementTables } from "./statement-tables.tsx";
import { statementWords as words, words as shared } from "./words.ts";

type Name = Asked<"/api/v1/statements/{name}">["path"]["name"];

const isDate = (text: string): boolean => /^\d{4}-\d\d-\d\d$/.test(text);

/** Statements of every book and period, on the screen and as files. */
export function StatementsPage(): ReactNode {
  const t = useText();
  const { items } = useApi("/api/v1/statements");
  const { vehicles } = useApi("/api/v1/fund");
  const [chosen, setName] = useChoice("name");
  const [vehicle, setVehicle] = useChoice("vehicle");
  const [from, setFrom] = useChoice("from");
  const [to, setTo] = useChoice("to");
  const name = (chosen === "" ? "trial-balance" : chosen) as Name;
  const query = {
    ...(vehicle === "" ? {} : { vehicle }),
    ...(isDate(from) ? { from } : {}),
    ...(isDate(to) ? { to } : {}),
  };
  return (
    <>
      <PageHeading title={shared.statements}>{t(words.lead)}</PageHeading>
      <Panel title={words.choose}>
        <div className="filters">
          <ChoiceField
            label={words.statement}
            options={items.map((item) => ({ id: item.name, name: item.title }))}
            value={name}
            onChange={setName}
          />
          <ChoiceField
            label={words.vehicle}
            options={vehicles.map((of) => ({ id: of.id, name: of.name }))}
            value={vehicle === "" ? (vehicles[0]?.id ?? "") : vehicle}
            onChange={setVehicle}
          />
          <TextField label={words.from} type="date" value={from} onChange={setFrom} />
          <TextField label={words.to} type="date" value={to} onChange={setTo} />
        </div>
        <Files name={name} query={query} />
      </Panel>
      <Waiting>
        <StatementTables name={name} query={query} />
      </Waiting>
    </>
  );
}

function Files({
  name,
  query,
}: {
  readonly name: Name;
  readonly query: { readonly [field: string]: string };
}): ReactNode {
  const { language } = useLanguage();
  const [lang, setLang] = useChoice("files");
  const asked = new URLSearchParams(query);
  asked.set("lang", lang === "" ? language : lang);
  return (
    <>
      <ChoiceField
        label={words.languages}
        options={[
          { id: "en", name: words.en },
          { id: "ja", name: words.ja },
          { id: "both", name: words.both },
        ]}
        value={lang === "" ? language : lang}
        onChange={setLang}
      />
      <FileLinks address={`/api/v1/statements/${name}/file`} asked={asked} />
    </>
  );
}
