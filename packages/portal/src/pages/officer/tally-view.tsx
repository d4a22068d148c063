import type { CSSProperties, ReactNode } from "react";
import type { Schemas } from "../../api/client.ts";
import { Notice } from "../../elements/notice.tsx";
import { dateText } from "../../format/date.ts";
import { useLanguage, useText } from "../../language/language-context.tsx";
import { words } from "./words.ts";
import { standingWords } from "./words/options.ts";

type Tally = Schemas["Tally"];

const OUTCOMES = {
  met: { kind: "good", said: words.ruleMet },
  open: { kind: "note", said: words.ruleOpen },
  impossible: { kind: "wrong", said: words.ruleImpossible },
} as const;

/** How deep a line stands: parts of a rule are indented below it. */
const depth = (of: number): CSSProperties => ({ "--depth": of }) as CSSProperties;

/** The approval rule with its count, seat by seat. */
export function TallyView({ tally }: { readonly tally: Tally }): ReactNode {
  const t = useText();
  const { kind, said } = OUTCOMES[tally.outcome];
  return (
    <div className="tally">
      <Notice kind={kind}>
        <p>{t(said)}</p>
      </Notice>
      <ul>
        {tally.rules.map((rule, index) => (
          <li key={`${index} ${rule.text.en}`} style={depth(rule.depth)}>
            <RuleLine rule={rule} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function RuleLine({ rule }: { readonly rule: Tally["rules"][number] }): ReactNode {
  const t = useText();
  const { text, needed, of, approving = 0, isOfSeats, places } = rule;
  return (
    <>
      <p className="tally-rule">
        <span>{t(text)}</span>
        {isOfSeats && needed !== undefined && (
          <span className="quiet">
            {t(words.count, String(approving), String(needed), String(of ?? 0))}
          </span>
        )}
      </p>
      {places.length > 0 && <Places places={places} />}
    </>
  );
}

function Places({ places }: { readonly places: Tally["rules"][number]["places"] }): ReactNode {
  const t = useText();
  return (
    <ul className="places">
      {places.map(({ seat, speaker, officer, standing }) => (
        <li key={seat} className={`place place-${standing}`}>
          <strong>{speaker === seat ? seat : `${seat} → ${speaker}`}</strong>{" "}
          <span>{t(standingWords[standing])}</span>
          {officer !== undefined && <span className="quiet"> {officer}</span>}
        </li>
      ))}
    </ul>
  );
}

/** Whose opinion is asked for, who has given it, and what silence means. */
export function ConsultationView({
  of,
}: {
  readonly of: readonly Schemas["ConsultationState"][];
}): ReactNode {
  const t = useText();
  const { language } = useLanguage();
  return of.map(({ body, name, until, silence, isOver, places }) => (
    <div key={body} className="consultation">
      <p className="tally-rule">
        <strong>{t(name)}</strong>
        <span className="quiet">
          {isOver
            ? t(words.consultationOver)
            : until !== undefined && t(words.until, dateText(until, language))}
        </span>
      </p>
      <p className="hint">{t(silence === "deemed" ? words.deemed : words.blocks)}</p>
      <ul className="places">
        {places.map(({ seat, officer, standing }) => (
          <li key={seat} className={`place place-${standing}`}>
            <strong>{seat}</strong> <span>{t(standingWords[standing])}</span>
            {officer !== undefined && <span className="quiet"> {officer}</span>}
          </li>
        ))}
      </ul>
    </div>
  ));
}
