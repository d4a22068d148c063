import { origin } from "../../elements/origin.ts";
import { ClauseFigure } from "../../elements/clause-figure.tsx";
import { ActFigure } from "../../elements/act-figure.tsx";
import type { ReactNode } from "react";
import { useApi } from "../../api/use-api.ts";
import { ClauseLink } from "../../elements/clause-link.tsx";
import { DataTable } from "../../elements/data-table.tsx";
import { Day } from "../../elements/day.tsx";
import { Notice } from "../../elements/notice.tsx";
import { Panel } from "../../elements/panel.tsx";
import { dateText } from "../../format/date.ts";
import { unitsText } from "../../format/money.ts";
import { useLanguage, useText } from "../../language/language-context.tsx";
import type { Partner } from "./use-party.ts";
import { words } from "./words.ts";

type Terms = Partner["terms"];
type Exit = NonNullable<Terms["exit"]>;
type Days = Exit["noticePeriod"];

/** A number of days, business days where a calendar counts them. */
function useDays(): (of: Days) => string {
  const t = useText();
  return ({ days, calendar }) =>
    t(calendar === "calendar" ? words.days : words.businessDays, String(days));
}

/** How a party can leave: notice, offer, transfer, and giving units back. */
export function RightsPanel({ terms: { exit, classes } }: { readonly terms: Terms }): ReactNode {
  const t = useText();
  return (
    <>
      <Panel title={words.rights} wide>
        {exit === undefined ? <p className="nothing">{t(words.noExit)}</p> : <ExitOf exit={exit} />}
      </Panel>
      {classes.length > 0 && <RedemptionPanel classes={classes} />}
    </>
  );
}

function ExitOf({ exit }: { readonly exit: Exit }): ReactNode {
  const t = useText();
  const { language } = useLanguage();
  const days = useDays();
  const { parties } = useApi("/api/v1/fund");
  const named = (ids: readonly string[]): string =>
    ids
      .map((id) => {
        const party = parties.find((each) => each.id === id);
        return party === undefined ? id : t(party.short);
      })
      .join(language === "ja" ? "、" : ", ");
  return (
    <>
      {exit.notice !== undefined && (
        <Notice kind="caution">
          {t(words.given)}: {dateText(exit.notice.until, language)}
        </Notice>
      )}
      <dl className="pairs">
        <dt>
          {t(words.notice365)} <ClauseLink clause={exit.clause} />
        </dt>
        <dd>{days(exit.noticePeriod)}</dd>
        <dt>{t(words.mayNotice)}</dt>
        <dd>{named(exit.mayGiveNotice)}</dd>
        <dt>{t(words.offerWindow)}</dt>
        <dd>{days(exit.offerWindow)}</dd>
        <dt>{t(words.callDiscount)}</dt>
        <dd>
          <ClauseFigure text={exit.callDiscount} clause={exit.clause} />
        </dd>
        <dt>
          {t(words.mayTransfer)} <ClauseLink clause={exit.transferClause ?? ""} />
        </dt>
        <dd>{named(exit.mayTransfer)}</dd>
      </dl>
      {exit.offers.length > 0 && <Offers offers={exit.offers} />}
    </>
  );
}

function Offers({ offers }: { readonly offers: Exit["offers"] }): ReactNode {
  const t = useText();
  return (
    <>
      <h3>{t(words.offers)}</h3>
      <DataTable
        caption={words.offers}
        rows={offers}
        keyOf={({ id }) => id}
        columns={[
          { id: "seller", title: words.seller, isHead: true, cell: ({ seller }) => seller },
          {
            id: "units",
            title: words.units,
            isNumber: true,
            cell: ({ microUnits }) => <span {...origin("act")}>{unitsText(microUnits)}</span>,
          },
          {
            id: "amount",
            title: words.amount,
            isNumber: true,
            cell: ({ id, minor, currency }) => (
              <ActFigure
                {...{ minor, currency }}
                act={id.split("/")[0] ?? id}
                name={words.offers}
                exact
              />
            ),
          },
          { id: "until", title: words.until, cell: ({ until }) => <Day date={until} /> },
        ]}
      />
    </>
  );
}

function RedemptionPanel({ classes }: { readonly classes: Terms["classes"] }): ReactNode {
  const t = useText();
  const { language } = useLanguage();
  const days = useDays();
  return (
    <Panel title={words.redemption} wide from="charter">
      <ul>
        {classes.map(({ unitClass, dealing }) => (
          <li key={unitClass}>
            <strong>{unitClass}</strong>{" "}
            {dealing === undefined
              ? t(words.noRedemption)
              : t(
                  words.dealt,
                  ...[t(words[dealing.every]), days(dealing.cutOff), dealing.gate],
                  days(dealing.payWithin),
                )}{" "}
            {dealing?.suspendedUntil !== undefined &&
              t(words.suspendedUntil, dateText(dealing.suspendedUntil, language))}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
