import type { ReactNode } from "react";
import { PageLink } from "../../../elements/page-link.tsx";
import { Panel } from "../../../elements/panel.tsx";
import { useText } from "../../../language/language-context.tsx";
import { Fanned, type Medians, mediansOf } from "./fanned.tsx";
import { RevenueByKind } from "./revenue-by-kind.tsx";
import { ChanceTable, type Party, RevenueTable, TerminalTable } from "./projection-tables.tsx";
import { pathAddress, type Question, type Terms } from "./question.ts";
import type { Projected } from "./use-analysis.ts";
import { words } from "./words.ts";

type Both = {
  readonly base: Projected;
  readonly moved: Projected;
  /** What was moved; `base` is the same without it. */
  readonly question: Question;
  readonly terms: Terms;
};

const isMoved = ({ moved, stresses }: Question): boolean =>
  Object.keys(moved).length > 0 || stresses.length > 0;

/** Both answers: the one as assumed beside the one as moved. */
export function ProjectionResult({
  isWaiting,
  ...both
}: Both & { readonly isWaiting: boolean }): ReactNode {
  const t = useText();
  const { base, moved, question, terms } = both;
  const { projection, milliseconds } = moved;
  const nameOf = (id: string): string =>
    t(terms.parties.find((each) => each.id === id)?.name ?? { en: id, ja: id });
  const told = [projection.paths.toLocaleString("en"), projection.seed, `${milliseconds}`];
  return (
    <>
      <p role="status" className="told">
        {isWaiting && `${t(words.computing)} `}
        {t(words.told, ...told)}
      </p>
      <p>
        <PageLink to={pathAddress(question, terms, { path: "0" })}>{t(words.onePath)}</PageLink>
      </p>
      <div className="grid">
        <Panel title={words.netAssets} wide>
          <Fanned
            title={t(words.netAssets)}
            dates={projection.dates}
            fan={projection.fund.netAssets}
            before={
              isMoved(question)
                ? mediansOf(base.projection.dates, base.projection.fund.netAssets)
                : undefined
            }
            currency={projection.currency}
          />
        </Panel>
        <Panel title={words.chances} wide>
          <ChanceTable base={isMoved(question) ? base : undefined} now={moved} nameOf={nameOf} />
        </Panel>
        {projection.parties.map((party) => (
          <Distributed key={party.id} {...both} party={party} name={nameOf(party.id)} />
        ))}
        {projection.parties.map((party) => (
          <OfParty key={party.id} {...both} party={party} name={nameOf(party.id)} />
        ))}
      </div>
    </>
  );
}

type OfOne = Both & { readonly party: Party; readonly name: string };

/** The same party as assumed, where that is another question. */
const partyBefore = ({ base, party, question }: OfOne): Party | undefined =>
  isMoved(question) ? base.projection.parties.find(({ id }) => id === party.id) : undefined;

/** What a party has been paid out over time. */
function Distributed({ name, ...of }: OfOne): ReactNode {
  const t = useText();
  const { party } = of;
  const title = t(words.distributed, name);
  return (
    <Panel title={{ en: title, ja: title }}>
      <Fanned
        title={title}
        dates={party.years.map(({ ends }) => ends)}
        fan={party.fans.distributed}
        before={mediansBefore(partyBefore({ name, ...of }))}
        currency={party.currency}
      />
    </Panel>
  );
}

const RANKS = [
  { at: "0.05", name: words.worst },
  { at: "0.5", name: words.middle },
  { at: "0.95", name: words.best },
];

/** What a party has at the end, and what it is paid out by its own fiscal years. */
function OfParty(of: OfOne): ReactNode {
  const t = useText();
  const { question, terms, party, name } = of;
  const before = partyBefore(of);
  const [terminal, revenue] = [t(words.terminal, name), t(words.revenue, name)];
  return (
    <>
      <Panel title={{ en: terminal, ja: terminal }} wide>
        <TerminalTable party={party} before={before} title={terminal} />
        <p className="paths-there">
          {t(words.pathsThere)}{" "}
          {RANKS.map(({ at, name: rank }) => (
            <PageLink key={at} to={pathAddress(question, terms, { of: party.id, at })}>
              {t(rank)}
            </PageLink>
          ))}
        </p>
      </Panel>
      <Panel title={{ en: revenue, ja: revenue }} wide>
        <p>{t(party.kind === "class" ? words.holdersNote : words.revenueNote)}</p>
        <RevenueByKind party={party} name={name} />
        <RevenueTable party={party} before={before} title={revenue} />
      </Panel>
    </>
  );
}

/** What a party had received by the median, by the ends of its fiscal years. */
function mediansBefore(party: Party | undefined): Medians | undefined {
  if (party === undefined) return undefined;
  return mediansOf(
    party.years.map(({ ends }) => ends),
    party.fans.distributed,
  );
}
