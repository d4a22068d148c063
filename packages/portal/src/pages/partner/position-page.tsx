import { MadeFigure } from "../../elements/made-figure.tsx";
import { ActFigure } from "../../elements/act-figure.tsx";
import type { ReactNode } from "react";
import { useApi } from "../../api/use-api.ts";
import { DataTable } from "../../elements/data-table.tsx";
import { Day } from "../../elements/day.tsx";
import { Money } from "../../elements/money.tsx";
import { Notice } from "../../elements/notice.tsx";
import { PageHeading } from "../../elements/page-heading.tsx";
import { PageLink } from "../../elements/page-link.tsx";
import { Panel } from "../../elements/panel.tsx";
import { Said } from "../../elements/said.tsx";
import { dateText } from "../../format/date.ts";
import { exactMoney, unitsText } from "../../format/money.ts";
import { useLanguage, useText } from "../../language/language-context.tsx";
import { FlowChart } from "./flow-chart.tsx";
import { PartyFigure } from "./party-figure.tsx";
import { PartyFrame } from "./party-frame.tsx";
import { ReturnsTable } from "./returns-table.tsx";
import { type Tile, Tiles } from "./tiles.tsx";
import type { Partner } from "./use-party.ts";
import { words } from "./words.ts";

type Position = Partner["positions"][number];
type Commitment = Partner["commitments"][number];

/** What a party has in the fund: promised, called, paid in, received, held, and how it has done. */
export function PositionPage(): ReactNode {
  return <PartyFrame>{(party) => <PositionOf key={party} party={party} />}</PartyFrame>;
}

function PositionOf({ party }: { readonly party: string }): ReactNode {
  const t = useText();
  const { language } = useLanguage();
  const partner = useApi("/api/v1/partners/{party}", { path: { party } });
  const { name, kind, today, commitments, positions } = partner;
  const hasNothing = commitments.length === 0 && positions.length === 0;
  return (
    <>
      <PageHeading title={words.position}>
        {t(words.positionLead, t(name), dateText(today, language))}
      </PageHeading>
      {kind === "distributor" && (
        <p className="actions">
          <PageLink to="/distributor/requests">{t(words.orderRequests)}</PageLink>
        </p>
      )}
      {hasNothing && <Notice kind="note">{t(words.nothing, t(name))}</Notice>}
      <CommitmentTiles party={party} commitments={commitments} />
      {positions.map((position) => (
        <PositionPanels key={position.vehicle} party={party} position={position} />
      ))}
      {commitments.length > 0 && <CommitmentsPanel party={party} commitments={commitments} />}
    </>
  );
}

type CommitmentAmount = "committed" | "called" | "unfunded" | "recallable";

/** The sums of the commitments, by currency: there is no other way to add them up. */
function CommitmentTiles({
  party,
  commitments,
}: {
  readonly party: string;
  readonly commitments: readonly Commitment[];
}): ReactNode {
  const currencies = [...new Set(commitments.map(({ currency }) => currency))];
  return currencies.map((currency) => {
    const own = commitments.filter((each) => each.currency === currency);
    const sum = (of: CommitmentAmount): bigint =>
      own.reduce((all, each) => all + BigInt(each[of]), 0n);
    const tile = (figure: Exclude<CommitmentAmount, "called">): Tile => ({
      label: words[figure],
      figure: <PartyFigure minor={sum(figure)} of={{ party, figure, currency }} />,
    });
    const called = {
      label: words.called,
      figure: (
        <PageLink to={`/partner/notices?party=${party}`}>
          <Money minor={sum("called")} currency={currency} />
        </PageLink>
      ),
    };
    const recallable = { ...tile("recallable"), hint: words.recallableHint };
    const tiles = [tile("committed"), called, tile("unfunded"), recallable];
    return <Tiles key={currency} tiles={tiles} />;
  });
}

function PositionPanels({
  party,
  position,
}: {
  readonly party: string;
  readonly position: Position;
}): ReactNode {
  const { name, vehicle, currency, capitalAccount } = position;
  const tile = (figure: "paidIn" | "distributed" | "owed"): Tile => ({
    label: words[figure],
    figure: <PartyFigure minor={position[figure]} of={{ party, figure, currency, vehicle }} />,
  });
  // What the account is made of is a statement of its own, row by row.
  const account = (
    <PageLink to={`/partner/account?party=${party}`}>
      <Money minor={capitalAccount} currency={currency} />
    </PageLink>
  );
  const tiles: readonly Tile[] = [
    { label: words.value, figure: account, hint: words.valueHint },
    ...(["paidIn", "distributed", "owed"] as const).map(tile),
  ];
  return (
    <Panel title={name} wide>
      <Tiles tiles={tiles} />
      <ReturnsTable party={party} position={position} />
      <FlowChart party={party} position={position} />
      {position.units.length > 0 && <UnitsTable party={party} position={position} />}
    </Panel>
  );
}

function UnitsTable({
  party,
  position: { units, currency },
}: {
  readonly party: string;
  readonly position: Position;
}): ReactNode {
  const t = useText();
  const { language } = useLanguage();
  const notices = <NoticesLink party={party} />;
  const priceText = (price: string): string => `${price} ${currency}`;
  return (
    <>
      <h3>{t(words.units)}</h3>
      <DataTable
        caption={words.units}
        rows={units}
        keyOf={({ unitClass }) => unitClass}
        columns={[
          { id: "class", title: words.unitClass, isHead: true, cell: ({ name }) => t(name) },
          {
            id: "units",
            title: words.units,
            isNumber: true,
            cell: ({ microUnits, name }) => (
              <MadeFigure text={unitsText(microUnits)} label={name} how={words.howUnits}>
                {notices}
              </MadeFigure>
            ),
          },
          {
            id: "price",
            title: words.price,
            isNumber: true,
            cell: ({ price, name }) =>
              price !== undefined && (
                <MadeFigure text={priceText(price)} label={name} how={words.howPrice} />
              ),
          },
          {
            id: "struck",
            title: words.struckOn,
            cell: ({ struckOn }) => (struckOn === undefined ? "" : <Day date={struckOn} />),
          },
          {
            id: "worth",
            title: words.worth,
            isNumber: true,
            cell: ({ worth, price, microUnits }) =>
              worth !== undefined && (
                <MadeFigure
                  text={exactMoney(worth, currency, language)}
                  label={words.worth}
                  how={words.howWorth}
                  parts={[
                    { id: "units", name: words.units, text: unitsText(microUnits) },
                    { id: "price", name: words.price, text: priceText(price ?? "") },
                  ]}
                />
              ),
          },
        ]}
      />
    </>
  );
}

function CommitmentsPanel({
  party,
  commitments,
}: {
  readonly party: string;
  readonly commitments: readonly Commitment[];
}): ReactNode {
  const t = useText();
  const { language } = useLanguage();
  const money = (of: CommitmentAmount) => ({
    ...{ id: of, title: words[of], isNumber: true as const },
    cell: (each: Commitment) => <CommitmentFigure {...{ party, each, of }} />,
  });
  const said = ({ id, authorities, currency }: Commitment) =>
    authorities.map(({ law, fiscalYear, minor, used, expires }) => ({
      act: id,
      line: t(
        words.authoritySaid,
        ...[law, fiscalYear, exactMoney(used, currency, language)],
        ...[exactMoney(minor, currency, language), dateText(expires, language)],
      ),
    }));
  return (
    <Panel title={words.commitments} wide>
      <DataTable
        caption={words.commitments}
        rows={commitments}
        keyOf={({ id }) => id}
        columns={[
          {
            id: "act",
            title: words.onRecord,
            isHead: true,
            cell: ({ id }) => <PageLink to={`/acts/${id}`}>{id.slice(0, 12)}</PageLink>,
          },
          ...[money("committed"), money("called"), money("unfunded"), money("recallable")],
        ]}
      />
      {commitments.some(({ authorities }) => authorities.length > 0) && (
        <>
          <h3>{t(words.authority)}</h3>
          <ul>
            {commitments.flatMap(said).map(({ act, line }) => (
              <li key={line}>
                <PageLink to={`/acts/${act}`}>
                  <Said text={line} />
                </PageLink>
              </li>
            ))}
          </ul>
        </>
      )}
    </Panel>
  );
}

function NoticesLink({ party }: { readonly party: string }): ReactNode {
  const t = useText();
  return (
    <p>
      <PageLink to={`/partner/notices?party=${party}`}>{t(words.notices)}</PageLink>
    </p>
  );
}

/** An amount of a commitment: the act that it is promised by, its calls, or what they leave. */
function CommitmentFigure({
  party,
  each,
  of,
}: {
  readonly party: string;
  readonly each: Commitment;
  readonly of: CommitmentAmount;
}): ReactNode {
  const { language } = useLanguage();
  const { id, currency } = each;
  if (of === "committed") {
    return <ActFigure {...{ currency, act: id }} minor={each[of]} name={words[of]} exact />;
  }
  const text = (amount: CommitmentAmount): string => exactMoney(each[amount], currency, language);
  const parts = (["committed", "called", "recallable"] as const).map((amount) => ({
    ...{ id: amount, name: words[amount], text: text(amount) },
    to: amount === "committed" ? `/acts/${id}` : `/partner/notices?party=${party}`,
  }));
  const isLeft = of === "unfunded";
  return (
    <MadeFigure
      text={text(of)}
      label={words[of]}
      {...(isLeft ? { how: words.howUnfunded, parts } : {})}
    >
      <NoticesLink party={party} />
    </MadeFigure>
  );
}
