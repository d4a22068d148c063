import { Figure } from "../../../elements/figure.tsx";
import { ClauseFigure } from "../../../elements/clause-figure.tsx";
import type { ReactNode } from "react";
import { ClauseLink } from "../../../elements/clause-link.tsx";
import { DataTable } from "../../../elements/data-table.tsx";
import { Panel } from "../../../elements/panel.tsx";
import { percentText } from "../../../format/ratio.ts";
import { useText } from "../../../language/language-context.tsx";
import type { Frame, Frames } from "./use-frames.ts";
import { stepWords, words } from "./words.ts";

/** The covenants as tested on the books after the entry. */
export function LeveragePanel({
  covenants,
  frame,
}: {
  readonly covenants: Frames["covenants"];
  readonly frame: Frame;
}): ReactNode {
  const t = useText();
  if (covenants.length === 0) {
    return (
      <Panel title={words.leverage}>
        <p className="nothing">{t(words.noCovenants)}</p>
      </Panel>
    );
  }
  const tested = new Map(frame.covenants.map((each) => [each.covenant, each]));
  const step = (id: string): string => tested.get(id)?.step ?? "clear";
  return (
    <Panel title={words.leverage}>
      <DataTable
        caption={words.leverage}
        keyOf={({ id }) => id}
        rows={covenants}
        columns={[
          {
            ...{ id: "covenant", title: words.covenant, isHead: true },
            cell: ({ name, clause }) => (
              <>
                {t(name)} <ClauseLink clause={clause} />
              </>
            ),
          },
          {
            ...{ id: "ratio", title: words.ratio, isNumber: true },
            cell: ({ id, name }) => {
              const ratio = tested.get(id)?.ratio;
              if (ratio === undefined) return t(words.noValue);
              const value = { kind: "share", ratio } as const;
              return (
                <Figure
                  cell={{ id: `leverage.${id}`, label: name, value }}
                  knownAt={String(frame.entry)}
                  inUnit={percentText(ratio, 1)}
                />
              );
            },
          },
          {
            ...{ id: "limit", title: words.limit, isNumber: true },
            cell: ({ limit, must, clause }) =>
              limit !== undefined && (
                <ClauseFigure text={t(words[must], percentText(limit, 0))} clause={clause} />
              ),
          },
          {
            ...{ id: "step", title: words.stepWord },
            cell: ({ id }) => (
              <span className={step(id) === "clear" ? "step-clear" : "step-beyond"}>
                {t(stepWords[step(id)] ?? { en: step(id), ja: step(id) })}
              </span>
            ),
          },
        ]}
      />
    </Panel>
  );
}
