import type { CellValue } from "../../../format/cell.ts";
import { Figure } from "../../../elements/figure.tsx";
import type { ReactNode } from "react";
import { seriesColour } from "../../../charts/colours.ts";
import { DataTable } from "../../../elements/data-table.tsx";
import { Panel } from "../../../elements/panel.tsx";
import { unitsText } from "../../../format/money.ts";
import { drawnRatio } from "../../../format/ratio.ts";
import { useText } from "../../../language/language-context.tsx";
import type { Frame, Frames } from "./use-frames.ts";
import { words } from "./words.ts";

type Named = Frames["sides"][number]["name"];

/** Whose the units are, as a bar and in figures. */
export function SharesPanel({
  sides,
  frame,
}: Pick<Frames, "sides"> & { readonly frame: Frame }): ReactNode {
  const t = useText();
  const total = frame.units.reduce((sum, units) => sum + BigInt(units), 0n);
  if (total === 0n) {
    return (
      <Panel title={words.shares}>
        <p className="nothing">{t(words.noUnits)}</p>
      </Panel>
    );
  }
  const rows = sides.map(({ id, name }, index) => {
    const units = frame.units[index] ?? "0";
    return { id, name, units, share: `${units}/${total}`, colour: seriesColour(index) };
  });
  let from = 0;
  return (
    <Panel title={words.shares}>
      <div className="stack">
        {/* The figures stand in the table beneath. */}
        <svg viewBox="0 0 1000 22" preserveAspectRatio="none" aria-hidden="true">
          {rows.map(({ id, share, colour }) => {
            const width = drawnRatio(share) * 1000;
            const x = from;
            from += width;
            return <rect key={id} x={x} width={width} height="22" fill={colour} />;
          })}
        </svg>
      </div>
      <DataTable
        caption={words.shares}
        keepsShape
        keyOf={({ id }) => id}
        rows={rows}
        columns={[
          {
            ...{ id: "side", title: words.party, isHead: true },
            cell: ({ name, colour }) => (
              <>
                <svg className="item-mark" viewBox="0 0 12 12" aria-hidden="true">
                  <rect width="12" height="12" rx="2" fill={colour} />
                </svg>
                {t(name)}
              </>
            ),
          },
          {
            ...{ id: "share", title: words.share, isNumber: true },
            cell: ({ id, name, share }) =>
              figureAt(frame, `sides.${id}.share`, name, { kind: "share", ratio: share }),
          },
          {
            ...{ id: "units", title: words.units, isNumber: true },
            cell: ({ id, name, units }) =>
              figureAt(
                frame,
                `sides.${id}.units`,
                name,
                { kind: "units", microUnits: units },
                unitsText((BigInt(units) / 1_000_000n) * 1_000_000n),
              ),
          },
        ]}
      />
    </Panel>
  );
}

/** A figure of a side by the entries until a step. */
function figureAt(
  { entry }: Frame,
  id: string,
  label: Named,
  value: CellValue,
  shown?: string,
): ReactNode {
  return (
    <Figure
      cell={{ id, label, value }}
      knownAt={String(entry)}
      {...(shown === undefined ? {} : { inUnit: shown })}
    />
  );
}
