import "./principles.css";
import type { ReactNode } from "react";
import { Notice } from "../../../elements/notice.tsx";
import { PageHeading } from "../../../elements/page-heading.tsx";
import { PageLink } from "../../../elements/page-link.tsx";
import { useText } from "../../../language/language-context.tsx";
import { words as shared } from "../words.ts";
import { useEvidence } from "./evidence.ts";
import { INVESTMENT_PRINCIPLES } from "./investment-principles.ts";
import { GOVERNANCE_PRINCIPLES, LEGAL_PRINCIPLES } from "./legal-principles.ts";
import { judge, type Judged, type Standing } from "./principles.ts";
import { words } from "./words.ts";

const PRINCIPLES = [...LEGAL_PRINCIPLES, ...GOVERNANCE_PRINCIPLES, ...INVESTMENT_PRINCIPLES];

/** The 24 principles, each with what the record shows for it, and what it does not show. */
export function PrinciplesPage(): ReactNode {
  const t = useText();
  const evidence = useEvidence();
  const judged = PRINCIPLES.map((principle) => judge(principle, evidence));
  const count = (of: Standing): string =>
    String(judged.filter(({ standing }) => standing === of).length);
  return (
    <>
      <PageHeading title={shared.principles}>{t(words.lead)}</PageHeading>
      <Notice kind="note">
        <strong>{t(words.summary, count("shown"), count("partly"), count("notYet"))}</strong>
        <br />
        {t(words.method)}
      </Notice>
      <ol className="principles">
        {judged.map((each) => (
          <PrincipleItem key={each.number} judged={each} />
        ))}
      </ol>
    </>
  );
}

function PrincipleItem({ judged }: { readonly judged: Judged }): ReactNode {
  const t = useText();
  const { number, text, standing, found, missing } = judged;
  return (
    <li className="principle">
      <span className="principle-number" aria-hidden="true">
        {number}
      </span>
      <div>
        <h2>{t(text)}</h2>
        {found.length === 0 ? (
          <p className="nothing">{t(words.nothing)}</p>
        ) : (
          <ul>
            {found.map((proof) => (
              <li key={proof.text.en}>
                <PageLink to={proof.to}>{t(proof.text)}</PageLink>
                {proof.count !== undefined && ` (${proof.count.toLocaleString("en")})`}
              </li>
            ))}
          </ul>
        )}
        {missing !== undefined && (
          <p className="principle-missing">{t(words.missing, t(missing))}</p>
        )}
      </div>
      <span className={`principle-standing principle-${standing}`}>{t(words[standing])}</span>
    </li>
  );
}
