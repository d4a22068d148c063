import type { ReactNode } from "react";
import type { Sent } from "../../../api/send.ts";
import { useChoice } from "../../../app/place.ts";
import { ChoiceField } from "../../../elements/choice-field.tsx";
import { Panel } from "../../../elements/panel.tsx";
import { Said } from "../../../elements/said.tsx";
import { useText } from "../../../language/language-context.tsx";
import type { LocalizedText } from "../../../language/text.ts";
import { words as shared } from "../words.ts";
import { standingWords, words } from "./words.ts";

type Comparison = Sent<"/api/v1/charters/comparison">;
type Section = Comparison["sections"][number];
type Part = Section["parts"][number];
type Term = Part["terms"][number];

const STANDINGS = ["same", "renumbered", "changed", "onlyFirst", "onlySecond"] as const;

/** How many clauses stand how, then each that differs with both sides' terms. */
export function ComparisonResult({ comparison }: { readonly comparison: Comparison }): ReactNode {
  const t = useText();
  const [show, setShow] = useChoice("show");
  const [section, setSection] = useChoice("part");
  const { counts, sections } = comparison;
  const wanted = (part: Part): boolean =>
    show === "all" || (show === "" ? part.standing !== "same" : part.standing === show);
  const shown = sections
    .map((each) => ({ ...each, parts: each.parts.filter(wanted) }))
    .filter(({ id, parts }) => parts.length > 0 && (section === "" || section === id));
  const names = [comparison.first, comparison.second].map(({ id, version, side }) => {
    const name = `${id} ${version}`;
    return side === undefined ? name : t(shared.reading, name, side);
  });
  return (
    <>
      <Panel title={{ en: t(words.result, ...names), ja: t(words.result, ...names) }}>
        <ul className="standings">
          {STANDINGS.map((standing) => (
            <li key={standing} className={`standing standing-${standing}`}>
              <strong>{counts[standing]}</strong> {t(standingWords[standing])}
            </li>
          ))}
        </ul>
        <div className="filters">
          <ChoiceField
            label={words.show}
            value={show}
            onChange={setShow}
            options={[
              { id: "", name: words.differing },
              { id: "all", name: words.everything },
              ...STANDINGS.map((id) => ({ id, name: standingWords[id] })),
            ]}
          />
          <ChoiceField
            label={words.section}
            value={section}
            onChange={setSection}
            options={[
              { id: "", name: words.allSections },
              ...sections.map(({ id, title }) => ({ id, name: title })),
            ]}
          />
        </div>
      </Panel>
      {shown.length === 0 && <p className="nothing">{t(words.nothing)}</p>}
      <div className="comparison-sections">
        {shown.map((each) => (
          <SectionPanel key={each.id} section={each} />
        ))}
      </div>
    </>
  );
}

function SectionPanel({ section }: { readonly section: Section }): ReactNode {
  const t = useText();
  return (
    <Panel title={section.title}>
      <div className="table-frame" tabIndex={0} role="group" aria-label={t(section.title)}>
        <table className="comparison">
          <caption className="only-read">{t(section.title)}</caption>
          <thead>
            <tr>
              <th scope="col">{t(words.term)}</th>
              <th scope="col">{t(shared.first)}</th>
              <th scope="col">{t(shared.second)}</th>
            </tr>
          </thead>
          {section.parts.map((part) => (
            <PartRows key={part.path} part={part} />
          ))}
        </table>
      </div>
    </Panel>
  );
}

/** A clause: its name across, then the terms that differ. */
function PartRows({ part }: { readonly part: Part }): ReactNode {
  const t = useText();
  const { title, clause, standing, entrenched, terms } = part;
  const numbers = [...new Set([clause.first, clause.second])].filter(Boolean).join(" → ");
  return (
    <tbody className={`part part-${standing}`}>
      <tr>
        <th scope="rowgroup" colSpan={3}>
          {numbers !== "" && <span className="part-clause">{numbers}</span>} {t(title)}{" "}
          <span className={`standing standing-${standing}`}>{t(standingWords[standing])}</span>
          {entrenched && (
            <span className="part-entrenched" title={t(words.entrenchedHint)}>
              {t(words.entrenched)}
            </span>
          )}
        </th>
      </tr>
      {terms.map((term) => (
        <TermRow key={term.path} term={term} />
      ))}
    </tbody>
  );
}

function TermRow({ term: { label, first, second } }: { readonly term: Term }): ReactNode {
  const t = useText();
  return (
    <tr>
      <th scope="row">{t(label)}</th>
      <td data-title={t(shared.first)}>
        <Value text={first} />
      </td>
      <td data-title={t(shared.second)}>
        <Value text={second} />
      </td>
    </tr>
  );
}

function Value({ text }: { readonly text: LocalizedText | undefined }): ReactNode {
  const t = useText();
  if (text === undefined) return <span className="absent">{t(words.absent)}</span>;
  const lines = t(text).split("\n");
  return lines.map((line, index) => (
    <div key={`${index} ${line}`} className={line.startsWith(" ") ? "value-below" : "value"}>
      <Said text={line.trim()} />
    </div>
  ));
}
