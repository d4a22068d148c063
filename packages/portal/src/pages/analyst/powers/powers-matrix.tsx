import type { ReactNode } from "react";
import type { Sent } from "../../../api/send.ts";
import { useChoice } from "../../../app/place.ts";
import { ChoiceField } from "../../../elements/choice-field.tsx";
import { DataTable, type Column } from "../../../elements/data-table.tsx";
import { Panel } from "../../../elements/panel.tsx";
import { Said } from "../../../elements/said.tsx";
import { useText } from "../../../language/language-context.tsx";
import type { LocalizedText } from "../../../language/text.ts";
import { words as shared } from "../words.ts";
import { BodiesCell, PowerCell } from "./power-cell.tsx";
import { words } from "./words.ts";

export type Powers = Sent<"/api/v1/charters/powers">;
export type Act = Powers["acts"][number];
export type Tier = Act["tiers"][number];

/** An act, of one size if its approval goes by size. */
export type Row = { readonly act: Act; readonly tier: Tier; readonly id: string };

const SHOWS = {
  "": () => true,
  forced: ({ tier }: Row) => tier.parties.some(({ forces }) => forces),
  blocked: ({ tier }: Row) => tier.parties.some(({ blocks }) => blocks),
  nobody: ({ tier }: Row) => !tier.parties.some(({ forces }) => forces),
} as const;

/** Every decision with what each party can do alone, and the least groups. */
export function PowersMatrix({ powers }: { readonly powers: Powers }): ReactNode {
  const t = useText();
  const [show, setShow] = useChoice("show");
  const [who, setWho] = useChoice("parties");
  const all = powers.acts
    .filter(({ nature }) => nature === "decision")
    .flatMap((act) =>
      act.tiers.map((tier, index): Row => ({ act, tier, id: `${act.type}/${index}` })),
    );
  const isShown = SHOWS[show as keyof typeof SHOWS] ?? SHOWS[""];
  const rows = all.filter(isShown);
  const facts =
    powers.acts.length - powers.acts.filter(({ nature }) => nature === "decision").length;
  return (
    <Panel title={words.matrix} aside={t(words.shown, String(rows.length), String(all.length))}>
      <div className="filters">
        <ChoiceField
          label={words.show}
          value={show}
          onChange={setShow}
          options={[
            { id: "", name: words.everyAct },
            { id: "forced", name: words.forcedAlone },
            { id: "blocked", name: words.blockedAlone },
            { id: "nobody", name: words.nobodyAlone },
          ]}
        />
        <ChoiceField
          label={words.parties}
          value={who}
          onChange={setWho}
          options={[
            { id: "", name: words.sovereigns },
            { id: "all", name: words.powerful },
          ]}
        />
      </div>
      <div className="powers">
        <DataTable
          caption={words.matrix}
          {...(who === "all" ? { keepsShape: true as const } : {})}
          keyOf={({ id }) => id}
          rows={rows}
          columns={[
            actColumn,
            ...partyColumns(powers, all, who === "all"),
            ...groupColumns(powers),
          ]}
        />
      </div>
      <p className="powers-note">{t(words.facts, String(facts))}</p>
    </Panel>
  );
}

const actColumn: Column<Row> = {
  ...{ id: "act", title: shared.act, isHead: true },
  cell: (row) => <ActName row={row} />,
};

function ActName({ row: { act, tier } }: { readonly row: Row }): ReactNode {
  const t = useText();
  return (
    <>
      <span className="part-clause">{act.clause}</span> {t(act.name)}
      {tier.when !== undefined && (
        <div className="powers-when">
          <Said text={t(tier.when)} />
        </div>
      )}
      {act.makerChecker && <div className="powers-when">{t(words.makerChecker)}</div>}
    </>
  );
}

/** The governments, or everybody who can force or stop anything at all. */
function partyColumns(
  { parties }: Powers,
  rows: readonly Row[],
  isAll: boolean,
): readonly Column<Row>[] {
  const hasPower = (id: string): boolean =>
    rows.some(({ tier }) =>
      tier.parties.some((of) => of.party === id && (of.forces || of.blocks || of.approvesAlone)),
    );
  return parties
    .filter(({ id, sovereign }) => sovereign || (isAll && hasPower(id)))
    .map(({ id, name }) => ({
      ...{ id, title: name },
      cell: ({ tier }: Row) => {
        const power = tier.parties.find(({ party }) => party === id);
        return power === undefined ? null : <PowerCell power={power} />;
      },
    }));
}

function groupColumns({ parties, bodies }: Powers): readonly Column<Row>[] {
  const names = new Map(parties.map(({ id, name }) => [id, name]));
  return [
    {
      ...{ id: "bodies", title: words.bodies },
      cell: ({ tier }) => <BodiesCell powers={tier.bodies} bodies={bodies} />,
    },
    {
      ...{ id: "winning", title: words.winning },
      cell: ({ tier }) => <Groups groups={tier.coalitions?.winning} names={names} />,
    },
    {
      ...{ id: "blocking", title: words.blocking },
      cell: ({ tier }) => <Groups groups={tier.coalitions?.blocking} names={names} />,
    },
  ];
}

function Groups({
  groups,
  names,
}: {
  readonly groups: readonly (readonly string[])[] | undefined;
  readonly names: ReadonlyMap<string, LocalizedText>;
}): ReactNode {
  const t = useText();
  if (groups === undefined) return t(words.tooMany);
  if (groups.length === 0) return t(words.nobody);
  return (
    <ul className="groups">
      {groups.map((group) => (
        <li key={group.join("+")}>
          {group.map((id) => t(names.get(id) ?? { en: id })).join(" + ")}
        </li>
      ))}
    </ul>
  );
}
