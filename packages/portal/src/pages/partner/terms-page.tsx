import { exactMoney } from "../../format/money.ts";
import { origin } from "../../elements/origin.ts";
import { MadeFigure } from "../../elements/made-figure.tsx";
import { ClauseFigure } from "../../elements/clause-figure.tsx";
import type { ReactNode } from "react";
import { useApi } from "../../api/use-api.ts";
import { ClauseLink } from "../../elements/clause-link.tsx";
import { DataTable } from "../../elements/data-table.tsx";
import { Day } from "../../elements/day.tsx";
import { PageHeading } from "../../elements/page-heading.tsx";
import { PageLink } from "../../elements/page-link.tsx";
import { Panel } from "../../elements/panel.tsx";
import { Said } from "../../elements/said.tsx";
import { dateText } from "../../format/date.ts";
import { useLanguage, useText } from "../../language/language-context.tsx";
import { useSession } from "../../session/session.ts";
import { ActsPanel } from "./acts-panel.tsx";
import { PartyFrame } from "./party-frame.tsx";
import { RightsPanel } from "./rights-panel.tsx";
import type { Partner } from "./use-party.ts";
import { words } from "./words.ts";

type Terms = Partner["terms"];
type Letter = Terms["letters"][number];

/** Fees, side letters, and how a party can leave. */
export function TermsPage(): ReactNode {
  return <PartyFrame>{(party) => <TermsOf key={party} party={party} />}</PartyFrame>;
}

function TermsOf({ party }: { readonly party: string }): ReactNode {
  const t = useText();
  const person = useSession()?.person;
  const isOwn = person?.role === "partner" && person.officer !== undefined;
  const { name, terms } = useApi("/api/v1/partners/{party}", { path: { party } });
  return (
    <>
      <PageHeading title={words.terms}>{t(words.termsLead, t(name))}</PageHeading>
      <FeesPanel fees={terms.fees} />
      <LettersPanel letters={terms.letters} isOwn={isOwn} />
      {isOwn && <ActsPanel party={party} />}
      <RightsPanel terms={terms} />
    </>
  );
}

function FeesPanel({ fees }: { readonly fees: Terms["fees"] }): ReactNode {
  const t = useText();
  const { language } = useLanguage();
  return (
    <Panel title={words.fees} wide>
      <DataTable
        caption={words.fees}
        rows={fees}
        keyOf={({ id }) => id}
        columns={[
          {
            id: "fee",
            title: words.fee,
            isHead: true,
            cell: ({ name, clause }) => (
              <>
                {t(name)} <ClauseLink clause={clause} />
              </>
            ),
          },
          {
            id: "rate",
            title: words.rate,
            isNumber: true,
            cell: ({ rate, clause }) => <ClauseFigure text={rate} clause={clause} />,
          },
          { id: "base", title: words.base, cell: ({ base }) => t(words.bases[base]) },
          {
            id: "own",
            title: words.ownRate,
            cell: ({ own }) =>
              own === undefined ? (
                t(words.noOwn)
              ) : (
                <span {...origin("act")}>
                  {t(words.ownRateSaid, own.rate, dateText(own.from, language))}
                </span>
              ),
          },
          {
            id: "rebated",
            title: words.rebated,
            isNumber: true,
            cell: ({ rebated, currency, name: label, clause }) => (
              <MadeFigure
                {...{ label, clause, how: words.howRebate }}
                text={exactMoney(rebated, currency, language)}
              />
            ),
          },
        ]}
      />
    </Panel>
  );
}

function LettersPanel({
  letters,
  isOwn,
}: {
  readonly letters: readonly Letter[];
  /** Whether whoever looks could choose for the party. */
  readonly isOwn: boolean;
}): ReactNode {
  const t = useText();
  const { language } = useLanguage();
  const standing = ({ id, isOwn: isTheirs, mayElect, electBy }: Letter): ReactNode => {
    if (isTheirs) return t(words.yours);
    if (!mayElect) return t(words.notYours);
    return (
      <>
        {t(words.mayElect, dateText(electBy, language))}{" "}
        {isOwn && (
          <PageLink to={`/desk/draft?type=sideletter.elect&letter=${id}`} className="button">
            {t(words.elect)}
          </PageLink>
        )}
      </>
    );
  };
  return (
    <Panel title={words.letters} wide>
      {letters.length === 0 ? (
        <p className="nothing">{t(words.noLetters)}</p>
      ) : (
        <>
          <p>{t(words.lettersLead)}</p>
          <DataTable
            caption={words.letters}
            rows={letters}
            keyOf={({ id }) => id}
            columns={[
              {
                id: "to",
                title: words.grantedTo,
                isHead: true,
                cell: ({ grantedTo, id }) => <PageLink to={`/acts/${id}`}>{grantedTo}</PageLink>,
              },
              {
                id: "on",
                title: words.grantedOn,
                cell: ({ grantedOn }) => <Day date={grantedOn} />,
              },
              {
                id: "terms",
                title: words.grants,
                cell: ({ terms }) => (
                  <ul {...origin("act")}>
                    {terms.map(({ code, value, fee = "" }) => (
                      <li key={`${code}/${fee}`}>
                        {t(words.codes[code])} {fee}: <Said text={value} />
                      </li>
                    ))}
                  </ul>
                ),
              },
              { id: "standing", title: words.standing, cell: standing },
            ]}
          />
        </>
      )}
    </Panel>
  );
}
